"""Read the texts of ``texts/*.txt``, each with what a reader finds in it, and tell what the program finds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.loaders.helpers import squeezed, staged

TEXTS = Path(__file__).parent / "texts"
KINDS = ("agreement", "commitment", "event", "mechanism", "citation")
HEAD = "湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n"
TAIL = "\n一、建水库。推进建设。\n二、通水渠。推进建设。\n"


@dataclass(frozen=True)
class Case:
    """A text and, by kind, the rows a reader finds; a kind that is not there is not asked about."""

    name: str
    text: str
    wanted: dict[str, set[tuple[str, ...]]]

    @property
    def found(self) -> dict[str, set[tuple[str, ...]]]:
        """What the program finds of the kinds asked about."""
        rows = _rows(self.text)
        return {kind: _as_asked(rows[kind], self.wanted[kind]) for kind in self.wanted}


def cases(name: str) -> list[Case]:
    """The cases of one file: ``#### name``, the text, ``----``, rows of ``kind: column | column``; ``none: kind``."""
    out = []
    for block in (TEXTS / f"{name}.txt").read_text(encoding="utf-8").split("#### ")[1:]:
        head, _, rest = block.partition("\n")
        text, _, rows = rest.partition("\n----\n")
        wanted: dict[str, set[tuple[str, ...]]] = {}
        for row in rows.strip().split("\n"):
            kind, _, columns = row.partition(":")
            if kind == "none":
                wanted.setdefault(columns.strip(), set())
            else:
                wanted.setdefault(kind, set()).update(_wanted(kind, [squeezed(c) for c in columns.split("|")]))
        out.append(Case(head, HEAD + text + TAIL if set(wanted) == {"citation"} else text, wanted))
    return out


def _wanted(kind: str, columns: list[str]) -> list[tuple[str, ...]]:
    if kind == "agreement":
        title, signed, event, parties = columns
        return [(title, signed, event, party) for party in parties.split(";")]
    return [tuple(columns)]


def _as_asked(rows: set[tuple[str, ...]], wanted: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The rows, with ``*`` in the columns about which the reader leaves it open (the topic of unnamed items, parties left out)."""
    out = set()
    for row in rows:
        open_ = [w for w in wanted if all(a in ("*", b) for a, b in zip(w, row, strict=True))]
        out.add(min(open_, key=lambda w: w.count("*")) if open_ else row)
    return out


def _rows(text: str) -> dict[str, set[tuple[str, ...]]]:
    done = staged(text + "\n", ".md" if text.startswith(("---", "# ")) else ".txt")
    events = done.facts.events
    return {
        "agreement": {
            (
                squeezed(done.identity.works[a.work].title),
                str(a.signed or ""),
                squeezed(events[a.event].title) if a.event is not None else "",
                squeezed(party),
            )
            for a in done.facts.agreements
            for party in [p.text for p in a.parties] or ["*"]
        },
        "commitment": {(squeezed(c.topic), squeezed(c.text)) for c in done.facts.commitments},
        "event": {(squeezed(e.title), str(e.date or "")) for e in events},
        "mechanism": {(squeezed(m.title),) for m in done.facts.mechanisms},
        "citation": {(squeezed(c.title), squeezed(c.number)) for c in done.facts.citations},
    }
