"""From numbered lines to a tree: which numbers hold, which is whose child, what the scrape lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from loaders.model import CleanText, Repair, Span
from loaders.outline.entries import Entry
from loaders.outline.marks import DECIMAL, RANKS

_ITEM = RANKS["ar"]
_DEEP = RANKS["arp"]
LEAP = 3
"""A number may leave out fewer than this many; what leaps further is no heading."""


@dataclass(slots=True)
class Node:
    """An entry in the tree; ``number`` is the true number, ``path`` the Arabic dot path, ``level`` 1 the outermost."""

    entry: Entry
    number: int
    parent: int = -1
    level: int = 1
    orphan: bool = False
    repaired: str = ""
    children: list[int] = field(default_factory=list)


def build(entries: list[Entry], scraped: bool) -> list[Node]:
    """The tree of ``entries``; numbers that follow no sequence are left out.

    In a ``scraped`` text an item's number is its place among its siblings: the copy has lost some and miscounts others.
    """
    nodes: list[Node] = []
    stack: list[int] = []
    last: dict[float, int] = {}
    tops: dict[float, list[int]] = {}
    followed = _followed(entries)
    for at, entry in enumerate(entries):
        rank = entry.mark.rank
        if _DEEP <= rank < DECIMAL and not _is_heading(entry):
            continue
        open_ = [n for n in stack if nodes[n].entry.mark.rank < rank]
        parent = open_[-1] if open_ else -1
        siblings = nodes[parent].children if parent >= 0 else tops.setdefault(rank, [])
        previous = _previous(nodes, siblings, rank)
        value = _number(entry, previous, last.get(rank, 0), scraped, at in followed)
        if value is None and _is_doubled(entry, previous, [nodes[n].entry for n in siblings]):
            value = previous
        if value is None:
            continue
        node = Node(entry, value, parent)
        if scraped and previous == 0 and value > 1 and rank > RANKS["cn"] and last.get(rank, 0) != value - 1:
            node.parent, node.orphan, parent = -1, True, -1
            open_ = []
        elif scraped and parent < 0 and rank > RANKS["cn"]:
            node.orphan = True
        elif scraped and parent >= 0 and _sibling_orphan(nodes, stack, rank):
            node.parent, node.orphan, parent, open_ = -1, True, -1, []
        if value != entry.mark.value:
            node.repaired = f"{value}"
        home = nodes[parent].children if parent >= 0 else tops.setdefault(rank, [])
        home.append(len(nodes))
        nodes.append(node)
        stack = [*open_, len(nodes) - 1]
        last[rank] = value
    _set_levels(nodes)
    return nodes


def _is_heading(entry: Entry) -> bool:
    """A （1） or ① counts where it has a title of its own and text behind it, or a unit below; not as a limb of a sentence."""
    return entry.assigned or (entry.run_in and len(entry.title) <= 30 and "，" not in entry.title)


def _previous(nodes: list[Node], siblings: list[int], rank: float) -> int:
    """The number of the sibling before, of the same rank; 0 for a first child."""
    return next((nodes[i].number for i in reversed(siblings) if nodes[i].entry.mark.rank == rank), 0)


def _followed(entries: list[Entry]) -> set[int]:
    """Which entries the next one with the same kind of mark follows in number: two such may stand far behind the last.

    An extract with one unit's share of a longer list keeps the numbers of that list (28, 34, 35, 36).
    """
    waiting: dict[float, int] = {}
    out = set()
    for at, entry in enumerate(entries):
        before = waiting.get(entry.mark.rank, -1)
        if before >= 0 and entry.mark.value == entries[before].mark.value + 1:
            out.add(before)
        waiting[entry.mark.rank] = at
    return out


def _number(entry: Entry, previous: int, last: int, scraped: bool, followed: bool) -> int | None:
    """The true number of an entry, or ``None`` where it is no heading."""
    value = entry.mark.value
    if scraped and entry.mark.rank == _ITEM:
        return previous + 1
    if entry.mark.lost:
        return None
    if value == previous + 1 or value == last + 1 or (previous == 0 and value == 1):
        return value
    if scraped:
        return value
    if previous < value < previous + LEAP or last < value < last + LEAP or previous == 0 == last:
        return value
    return value if followed and value > max(previous, last) else None


def _is_doubled(entry: Entry, previous: int, siblings: list[Entry]) -> bool:
    """Whether the number stands a second time, in the form of the sibling that has it: a slip of the drafter, not a quotation.

    A first number is a list begun again.
    """
    twin = next((one for one in reversed(siblings) if one.mark.rank == entry.mark.rank), None)
    return twin is not None and entry.mark.value == previous > 1 and not entry.mark.lost and twin.run_in == entry.run_in


def _sibling_orphan(nodes: list[Node], stack: list[int], rank: float) -> bool:
    """The open entry of this rank is an orphan: what follows it in number is one too."""
    return any(nodes[i].entry.mark.rank == rank and nodes[i].orphan for i in stack)


def _set_levels(nodes: list[Node]) -> None:
    """Levels after GB/T 9704-2012 §7.3.3: 一、 is 1, （一） 2, 1. 3, （1） 4, also where a step above them is left out.

    What stands under a chapter, an article or a heading without a mark is one level further in.
    """
    for node in nodes:
        rank = node.entry.mark.rank
        if node.parent >= 0:
            above = nodes[node.parent]
            both = _is_official(above) and _is_official(node)
            node.level = above.level + (int(rank - above.entry.mark.rank) if both else 1)
        elif rank >= DECIMAL:
            node.level = int(rank) - DECIMAL + 1
        elif _is_official(node):
            node.level = int(rank) - RANKS["cn"] + 1


def _is_official(node: Node) -> bool:
    """Whether the part is numbered by one of the marks that the standard ranks, without a name before the number."""
    rank = node.entry.mark.rank
    return node.entry.mark.length > 0 and RANKS["cn"] <= rank < DECIMAL and rank == int(rank)


def through_numbered(nodes: list[Node], scraped: bool) -> set[float]:
    """The ranks whose items are numbered through the document: numbering goes on across a section's border, never back.

    An opening or an extract that shows one section alone crosses no border.  There those items are held to be numbered through
    that go on with a count, or are 1., 2. right below 一、: drafters who leave out （一） number so, nearly without exception.
    """
    ranks: dict[float, list[Node]] = {}
    for node in nodes:
        ranks.setdefault(node.entry.mark.rank, []).append(node)
    sections = ranks.get(RANKS["cn"], [])
    out = set[float]()
    for rank, members in ranks.items():
        pairs = list(pairwise(members))
        crossings = [b.number == a.number + 1 for a, b in pairs if a.parent != b.parent]
        through = bool(crossings) and all(crossings) and all(b.number > a.number or b.parent == a.parent for a, b in pairs)
        direct = len(sections) == 1 and members[0].parent >= 0 and nodes[members[0].parent] is sections[0]
        if through or (not crossings and not scraped and direct and _goes_on(members[0], sections[0])):
            out.add(rank)
    return out


def _goes_on(first: Node, section: Node) -> bool:
    """Whether the ``first`` item right below the one ``section`` of an extract tells that the items are numbered through."""
    rank = first.entry.mark.rank
    return first.number > 1 if rank == RANKS["cnp"] else rank == _ITEM and (first.number > 1 or section.number == 1)


def repairs(text: CleanText, nodes: list[Node]) -> list[Repair]:
    """A repair for each number that the source had lost or miscounted."""
    out = []
    for node in nodes:
        mark, begin = node.entry.mark, node.entry.heading.begin
        if node.repaired:
            span = Span(begin, begin + mark.length)
            printed = text.source.text[slice(*text.to_source(span))].rstrip()
            reason = "numbering: lost" if mark.lost else "numbering: out of sequence"
            out.append(Repair(span, text.to_source(span), printed, f"{node.number}.", reason, 0.95))
    return out
