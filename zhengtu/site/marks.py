"""What the reader's template asks of a passage: how it looks, what it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from zhengtu.site.nest import Token
from zhengtu.site.said import Document, Said, Span
from zhengtu.site.statements import Entry


@dataclass(slots=True)
class Mark:
    """One passage: its place, and the entries that rest on it, the narrowest kind first."""

    span: Span
    entries: list[Entry] = field(default_factory=list)

    @property
    def kinds(self) -> str:
        """Names for the style sheet."""
        return " ".join(dict.fromkeys(entry.kind for entry in self.entries))

    @property
    def narrow(self) -> list[Entry]:
        """The entries whose words are less than a sentence: the words themselves lead to them."""
        return [entry for entry in self.entries if not entry.said.broad]

    @property
    def broad(self) -> list[Entry]:
        """The entries whose words are a sentence or more: a sign at its end leads to them."""
        return [entry for entry in self.entries if entry.said.broad]

    @property
    def repair(self) -> Said | None:
        """The repair of these words, if they were repaired."""
        found = (entry.said for entry in self.entries if entry.kind == "repair" and entry.said.type.endswith("#Repair"))
        return next(found, None)


def marks(document: Document, entries: list[Entry]) -> dict[str, Mark]:
    """Each passage of the document by its place (``c123-145``)."""
    found: dict[str, Mark] = {span.id: Mark(span) for span in document.spans}
    resting: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for span in entry.said.spans:
            resting[span.id].append(entry)
    for name, mark in found.items():
        mark.entries = sorted(resting[name], key=lambda entry: (entry.said.broad, len(entry.said.spans)))
    return found


@dataclass(frozen=True, slots=True)
class Step:
    """A step through a line as the template writes it.

    ``open``: an element for the passage ``mark``, with its address where it begins (``first``); ``text``: characters, leading
    to ``entry`` where there is one (``stop``: the first of several pieces, at which the keyboard stops); ``removed`` and
    ``added``: what a repair replaced and put in its place; ``sign``: the sign behind a sentence, for ``entry``; ``close``.
    """

    kind: str
    mark: Mark | None = None
    entry: Entry | None = None
    text: str = ""
    first: bool = False
    stop: bool = False


@dataclass(slots=True)
class Steps:
    """Walks through lines.  ``restored`` tells that the text reads as it should, not as printed."""

    marks: dict[str, Mark]
    restored: bool
    _led: set[str] = field(default_factory=set)

    def of(self, tokens: Iterable[Token]) -> Iterator[Step]:
        """The steps of a line."""
        opened: list[Mark] = []
        for token in tokens:
            if token.kind == "text":
                yield self._text(token.text, opened)
                continue
            mark = self.marks[token.key]
            if token.kind == "open":
                opened.append(mark)
                yield Step("open", mark, first=token.first)
                if mark.repair and token.first and self.restored:
                    yield Step("removed", mark, text=mark.repair.one("printed"))
            else:
                opened.pop()
                if mark.repair and token.last and not self.restored:
                    yield Step("added", mark, text=mark.repair.one("restoredText"))
                if token.last:
                    yield from (Step("sign", mark, entry) for entry in mark.broad if entry.kind != "work")
                yield Step("close", mark)

    def _text(self, text: str, opened: list[Mark]) -> Step:
        """The characters, leading to the innermost thing they stand in."""
        mark = next((mark for mark in reversed(opened) if mark.narrow), None)
        kind = "text"
        if any(mark.repair for mark in opened):
            kind = "added" if self.restored else "removed"
        if mark is None:
            return Step(kind, text=text)
        stop = mark.span.id not in self._led
        self._led.add(mark.span.id)
        return Step(kind, mark, mark.narrow[0], text, stop=stop)
