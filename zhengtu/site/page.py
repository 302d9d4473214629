"""One page: where it stands, in which language, and the template it is made with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from zhengtu.site import static
from zhengtu.site.address import Lang, in_language, relative
from zhengtu.site.views import entries

if TYPE_CHECKING:
    from zhengtu.site.site import Site


@cache
def _environment() -> Environment:
    """Jinja with escaping always on, whatever a template is called; a name that is not there is an error."""
    loader = PackageLoader("zhengtu.site", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@dataclass(frozen=True, slots=True)
class Page:
    """A page at ``path`` (without language) in ``lang``."""

    site: Site
    path: str
    lang: Lang

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

    @property
    def other(self) -> str:
        """A relative link to this page in the other language."""
        return relative(self.here, in_language("zh" if self.lang == "en" else "en", self.path))

    def t(self, zh: str, en: str) -> str:
        """The words in the page's language."""
        return en if self.lang == "en" else zh

    def genre(self, code: str) -> str:
        """What a genre is called."""
        term = self.site.terms.get(f"{self.site.base}scheme/genre/{code}")
        return term.get(self.lang) if term else code

    def html(self, template: str, **content: object) -> str:
        """The template ``templates/{template}.html``; it sees ``page``, ``t``, ``to``, and what ``content`` names."""
        shared = {"page": self, "t": self.t, "to": self.to, "site": self.site, "entries": entries(), "has_file": static.has}
        return _environment().get_template(f"{template}.html").render(shared | content)
