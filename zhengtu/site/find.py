"""What the search of the site looks through: names of everything with a page, and the sentences that statements rest on.

There is no inverted index: for Chinese it would be one of two-character pieces, larger than the texts, while a browser looks
through all characters of some millions in a blink.  So the texts are what is shipped, as scripts, which also load from files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from anyascii import anyascii

from zhengtu.site import english
from zhengtu.site.script import script
from zhengtu.site.site import Site

KINDS = ("agency", "place", "task", "project", "agreement", "work", "document")
"""In the order in which results are grouped."""
CHARACTERS = 3_000_000
"""Of sentences, at most: about 9 MB of script, a third of that compressed; past it those of later documents stay out."""

_READ = {"长": "C", "重庆": "C", "厦门": "X", "蚌埠": "B", "六安": "L", "单县": "S", "乐清": "Y"}
"""Names whose first character is read otherwise than alone (《普通话异读词审音表》, 1985; names of places)."""
_BROKEN = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
"""A blank inside Chinese, where a line was broken: whoever looks for a name writes none."""


@dataclass(slots=True)
class Thing:
    """Something with a page: kind, path, name, other names, number (of a task), the stem of the document that tells of it."""

    kind: str
    path: str
    name: str
    others: list[str] = field(default_factory=list)
    number: str = ""
    document: str = ""

    @property
    def letter(self) -> str:
        """The first letter of the name in Latin script, ``#`` where it begins with none."""
        read = next((letter for start, letter in _READ.items() if self.name.startswith(start)), "")
        first = read or anyascii(self.name[:1])[:1].upper()
        return first if first.isalpha() else "#"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage of a document (its stem)."""

    document: str
    begin: int
    end: int
    text: str


class Everything:
    """All of it, for one site."""

    def __init__(self, site: Site) -> None:
        self.things = _things(site)
        found = _sentences(site)
        self.sentences: list[Sentence] = []
        room = CHARACTERS
        for sentence in found:
            room -= len(sentence.text)
            if room < 0:
                break
            self.sentences.append(sentence)
        self.left_out = len(found) - len(self.sentences)
        titles = ((row["document"], row["title"] or row["document"]) for row in site.answer("documents"))
        self.documents = {stem: (site.path_of_document(stem) or "", title) for stem, title in titles}

    def names_script(self) -> str:
        """``data/search.js``: documents as ``[path, title]``; things as ``[kind, path, name, others, number, document]``."""
        at = {stem: i for i, stem in enumerate(self.documents)}
        things = [
            [KINDS.index(one.kind), one.path, one.name, "\n".join(one.others), one.number, at.get(one.document, -1)]
            for one in self.things
        ]
        return script("names", {"documents": list(self.documents.values()), "kinds": KINDS, "things": things})

    def sentences_script(self) -> str:
        """``data/sentences.js``: ``[document, begin, end, text]``."""
        at = {stem: i for i, stem in enumerate(self.documents)}
        return script("sentences", [[at.get(one.document, -1), one.begin, one.end, one.text] for one in self.sentences])


def _things(site: Site) -> list[Thing]:
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for row in site.rows("search-names"):
        if row["node"] in site.pages:
            names[row["node"]][row["name"]] = None
    said = {row["node"]: (row["number"], row["document"]) for row in site.rows("search-tasks")}
    things = []
    for iri, kind in site.pages.items():
        path = site.path_of(iri)
        if path and kind in KINDS:
            name, *others = names.get(iri) or [iri.removeprefix(site.base)]
            others += english.agencies().get(name, ()) if kind == "agency" else ()
            things.append(Thing(kind, path, name, others, *said.get(iri, ("", ""))))
    return sorted(things, key=lambda one: (KINDS.index(one.kind), one.document, anyascii(one.name).lower(), one.path))


def _sentences(site: Site) -> list[Sentence]:
    """Each passage once: one that stands inside another is found with it."""
    found: list[Sentence] = []
    for row in site.rows("search-sentences"):
        one = Sentence(row["document"], int(row["begin"]), int(row["end"]), _BROKEN.sub("", row["text"]))
        if not (found and found[-1].document == one.document and one.end <= found[-1].end):
            found.append(one)
    return found
