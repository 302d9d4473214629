"""What the search of the site looks through: names of everything with a page, and the sentences that statements rest on.

There is no inverted index: for Chinese it would be one of two-character pieces, larger than the texts, while a browser looks
through all characters of some millions in a blink.  So the texts are what is shipped, as scripts, which also load from files:
none before somebody searches, then the names, then the passages, in parts of a few hundred kilobytes that load side by side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from anyascii import anyascii

from zhengtu.site import english
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.script import part_script

KINDS = ("agency", "place", "task", "project", "agreement", "work", "document")
"""In the order in which results are grouped."""
CHARACTERS = 3_000_000
"""Of sentences, at most: about 9 MB of script, a third of that compressed; past it those of later documents stay out."""
NAMED = 50_000
"""Names that a browser is asked to look through, some 6 MB of script; those of tasks and projects stay out first."""
PART = 100_000
"""Characters of a script, about: some 300 kB."""
_LAST = ("task", "project")  # of the kinds: many, and found by their sentences too

_READ = {"长": "C", "重庆": "C", "厦门": "X", "蚌埠": "B", "六安": "L", "单县": "S", "乐清": "Y"}
"""Names whose first character is read otherwise than alone (《普通话异读词审音表》, 1985; names of places)."""
_BROKEN = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
"""A blank inside Chinese, where a line was broken: whoever looks for a name writes none."""

T = TypeVar("T")


@dataclass(slots=True)
class Thing:
    """Something with a page: kind, path, name, other names, number (of a task), the stem of the document that tells of it."""

    kind: str
    path: str
    name: str
    others: list[str] = field(default_factory=list)
    number: str = ""
    document: str = ""

    @classmethod
    def of(cls, site: Knowledge, iri: str, names: Sequence[str], number: str, document: str) -> Thing:
        """A node that has a page; ``names`` are all it has, the first first."""
        kind = site.kind_of(iri)
        name, *others = names or [iri.removeprefix(site.base)]
        others += english.names(name) if kind == "agency" else ()
        return cls(kind, site.path_of(iri) or "", name, others, number, document)

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

    def __init__(self, site: Knowledge) -> None:
        self.things = _things(site)
        found = list(once(site.rows("search-sentences")))
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

    @cached_property
    def name_parts(self) -> list[list[Thing]]:
        """The names of each script, ``data/search/names-1.js`` and on; what is left out of them is counted by ``unnamed``."""
        first = sorted(self.things, key=lambda one: one.kind in _LAST)[:NAMED]
        return _parts(first, (len(one.path) + len(one.name) + sum(map(len, one.others)) + 40 for one in first))

    @property
    def unnamed(self) -> int:
        """How many names are in no script."""
        return max(0, len(self.things) - NAMED)

    @cached_property
    def sentence_parts(self) -> list[list[Sentence]]:
        """The passages of each script, ``data/search/sentences-1.js`` and on."""
        return _parts(self.sentences, (len(one.text) + 20 for one in self.sentences))

    def names_script(self, part: int) -> str:
        """Documents as ``[path, title]``; things as ``[kind, path, name, others, number, document]``; ``part`` from 1."""
        things = self.name_parts[part - 1]
        told, at = self._told(one.document for one in things)
        rows = [
            [KINDS.index(one.kind), one.path, one.name, "\n".join(one.others), one.number, at.get(one.document, -1)]
            for one in things
        ]
        return part_script("names", {"documents": told, "kinds": KINDS, "things": rows})

    def sentences_script(self, part: int) -> str:
        """Documents as ``[path, title]``; passages as ``[document, begin, end, text]``; ``part`` from 1."""
        found = self.sentence_parts[part - 1]
        told, at = self._told(one.document for one in found)
        rows = [[at.get(one.document, -1), one.begin, one.end, one.text] for one in found]
        return part_script("sentences", {"documents": told, "sentences": rows})

    def _told(self, stems: Iterable[str]) -> tuple[list[tuple[str, str]], dict[str, int]]:
        """The documents that a script speaks of, and the place of each among them."""
        named = [stem for stem in dict.fromkeys(stems) if stem in self.documents]
        return [self.documents[stem] for stem in named], {stem: i for i, stem in enumerate(named)}


def _parts(rows: Sequence[T], sizes: Iterable[int]) -> list[list[T]]:
    """The rows in parts of about ``PART`` characters, at least one part."""
    parts: list[list[T]] = [[]]
    room = PART
    for row, size in zip(rows, sizes, strict=True):
        if size > room and parts[-1]:
            parts.append([])
            room = PART
        parts[-1].append(row)
        room -= size
    return parts


def _things(site: Knowledge) -> list[Thing]:
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for row in site.rows("search-names"):
        if row["node"] in site.pages:
            names[row["node"]][row["name"]] = None
    said = {row["node"]: (row["number"], row["document"]) for row in site.rows("search-tasks")}
    known = (iri for iri, kind in site.pages.items() if kind in KINDS)
    things = [Thing.of(site, iri, list(names.get(iri, ())), *said.get(iri, ("", ""))) for iri in known]
    return sorted(things, key=lambda one: (KINDS.index(one.kind), one.document, anyascii(one.name).lower(), one.path))


def once(rows: Iterable[dict[str, str]]) -> Iterator[Sentence]:
    """Each passage once: one that stands inside another is found with it."""
    last = Sentence("", 0, 0, "")
    for row in rows:
        one = Sentence(
            row["document"],
            int(row["begin"]),
            int(row["end"]),
            _BROKEN.sub("", row["restored"] or row["exact"]),
        )
        if last.document != one.document or one.end > last.end:
            yield (last := one)
