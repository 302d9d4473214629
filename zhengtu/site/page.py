"""One page: where it stands, in which language, and the template it is made with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from zhengtu.graphs import ZT
from zhengtu.site import paging, static
from zhengtu.site.address import Lang, in_language, relative
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.paging import numbered
from zhengtu.validate import Finding, Severity
from zhengtu.validate.render.words import SEVERITY

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Characters that HTML does not allow, and those that turn the direction of what follows (Unicode TR 9 §2.7 warns of them)."""


def _shown(value: object) -> object:
    """What a template prints: text from documents without characters that would reorder or break the page around it."""
    return type(value)(_CONTROLS.sub("", value)) if isinstance(value, str) and _CONTROLS.search(value) else value


@cache
def _environment() -> Environment:
    """Jinja with escaping always on, whatever a template is called; a name that is not there is an error."""
    loader = PackageLoader("zhengtu.site", "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )


@dataclass(frozen=True, slots=True)
class Page:
    """A page at ``path`` (without language) in ``lang``; ``asked`` is what follows the ``?`` of its address, on a server.

    ``bar`` are the entries at its head, ``section`` the path of that one to which the page belongs, if any.
    """

    site: Knowledge
    path: str
    lang: Lang
    asked: Mapping[str, str] = field(default_factory=dict)
    bar: Sequence[Entry] = ()
    section: str = ""

    @property
    def here(self) -> str:
        """The path with its language."""
        return in_language(self.lang, self.path)

    def to(self, path: str) -> str:
        """A relative link to a path of the site, ``tasks.html#t-5``: a page in this language, or a file that has none."""
        return relative(self.here, in_language(self.lang, path))

    def to_iri(self, iri: str) -> str:
        """A relative link to the page of an IRI, empty where there is none."""
        path = self.site.path_of(iri)
        return self.to(path) if path else ""

    def to_characters(self, document: str, begin: int | str, end: int | str) -> str:
        """A relative link to characters of a document (its stem), empty where the document has no page."""
        path = self.site.path_of_document(document)
        return self.to(f"{path}#c{begin}-{end}") if path else ""

    def to_document(self, document: str) -> str:
        """A relative link to a document (its stem), empty where it has no page."""
        path = self.site.path_of_document(document)
        return self.to(path) if path else ""

    def narrowed(self, path: str, **asked: str) -> str:
        """A relative link to a list narrowed to what is asked: by a server, or by the page's script."""
        return f"{self.to(path)}{'?' if self.site.endpoint else '#?'}{urlencode(asked)}"

    @property
    def other(self) -> str:
        """A relative link to this page in the other language."""
        return relative(self.here, in_language("zh" if self.lang == "en" else "en", self.path))

    def to_finding(self, finding: Finding) -> str:
        """A relative link to a finding of the validation, on that page of the list on which it stands."""
        number = self.site.place_of_finding.get(finding.key, 0) // paging.MOST + 1
        if self.site.endpoint:
            return f"{self.to('validation.html')}{f'?page={number}' if number > 1 else ''}#f-{finding.key}"
        return self.to(f"{numbered('validation.html', number)}#f-{finding.key}")

    def lang_of(self, iri: str) -> Markup:
        """The attribute that tells the language of a thing's name; none on a Chinese page, where all names are Chinese."""
        if self.lang == "zh":
            return Markup()
        return Markup(' lang="en"') if self.site.is_english(iri) else Markup(' lang="zh-CN"')

    def t(self, zh: str, en: str) -> str:
        """The words in the page's language."""
        return en if self.lang == "en" else zh

    def name(self, iri: str) -> str:
        """What a thing or a term is called in the page's language."""
        return self.site.name(iri, self.lang)

    def genre(self, code: str) -> str:
        """What a genre is called."""
        return self._term(f"{self.site.base}scheme/genre/{code}", code)

    def term(self, local: str) -> str:
        """What a term of ours is called, by the last part of its IRI: what the query library prints (``same``, ``lead``)."""
        return self._term(ZT + local, local)

    def severity(self, severity: Severity) -> str:
        """What a severity is called."""
        return SEVERITY[severity].get(self.lang)

    def title(self, document: str) -> str:
        """The title of a document, by its stem."""
        iri = self.site.document_iri(document)
        return self.name(iri) if iri else document

    def within(self, iri: str) -> str:
        """The title of the document that alone speaks of a thing; empty for what several may speak of.

        Things of one name that different documents speak of (四江) are told apart by it.
        """
        stem, below, _ = iri.removeprefix(f"{self.site.base}doc/").partition("/")
        return self.title(stem) if below and iri.startswith(f"{self.site.base}doc/") else ""

    def _term(self, iri: str, code: str) -> str:
        found = self.site.terms.get(iri)
        return found.get(self.lang) if found else code

    def html(self, template: str, **content: object) -> str:
        """The template ``templates/{template}.html``; it sees ``page``, ``t``, ``to``, and what ``content`` names."""
        shared = {
            "page": self, "t": self.t, "to": self.to, "site": self.site, "has_file": static.has,
            "entries": self.bar, "section": self.section,
        }  # fmt: skip
        return _environment().get_template(f"{template}.html").render(shared | content)
