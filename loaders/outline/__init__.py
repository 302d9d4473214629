"""Stage 4, *outline*: headings and numbered items, with the numbers a scrape has lost restored."""

from __future__ import annotations

from loaders.model import CleanText, Identity, Outline, Part, Span
from loaders.outline import headings, tables
from loaders.outline.entries import entries, is_principle, listed
from loaders.outline.gaps import gaps
from loaders.outline.marks import DECIMAL, RANKS
from loaders.outline.tree import Node, build, repairs, through_numbered
from loaders.outline.unnumbered import with_unnumbered

__all__ = ["outline"]

_NO_TASKS = frozenset(("law", "regulation", "agreement", "letter", "reply", "announcement", "communique", "news", "approval"))


def outline(text: CleanText, identity: Identity) -> Outline:
    """The parts of the work that ``text`` carries (of a news item: its headings), in reading order.

    Numbered items become tasks (``Part.task``) in works that assign or plan; rows of a table that lists tasks become
    tasks too.  A task's path is its own number where items are numbered through the document, else the dot path.
    """
    body, own = identity.body, _own(identity)
    numbered = with_unnumbered(text, own, entries(text, own))
    nodes = build(numbered or (listed(text, own) if identity.main >= 0 else []), "scraped" in text.meta)
    tabled = tables.list_tasks(text, body)
    if not nodes and identity.main < 0 and not tabled:
        return Outline(tuple(headings.parts(text, own)))
    parts = _parts(nodes, identity.genre, own, tabled, "scraped" in text.meta)
    if identity.genre not in _NO_TASKS or identity.genre == "news":
        parts = tables.with_rows(text, body, parts)
    return Outline(tuple(gaps(parts)), tuple(repairs(text, nodes)))


def _own(identity: Identity) -> Span:
    """Where the numbered lines of the work stand: its body; the lists annexed to a notice count anew and are not its items."""
    work = identity.works[identity.main] if identity.main >= 0 else None
    return work.body if work and work.body and work.kind == "Notice" else identity.body


def _parts(nodes: list[Node], genre: str, body: Span, tabled: bool, scraped: bool) -> list[Part]:
    through = through_numbered(nodes, scraped)
    bare = [i for i, node in enumerate(nodes) if not node.entry.mark.length]
    alone = bare[0] if len(bare) == 1 else -1  # one heading without a number tells no item from another
    nested = tabled or any(node.children for node in nodes)
    ends = _ends(nodes, body)
    paths: list[str] = []
    parts: list[Part] = []
    for i, node in enumerate(nodes):
        entry = node.entry
        principle = is_principle(entry.title) or _under_principle(nodes, node)
        task = genre not in _NO_TASKS and not node.children and _is_item(node, nested)
        own = task and entry.mark.rank in through
        above = paths[node.parent] + "." if node.parent >= 0 and node.parent != alone else ""
        extract = entry.mark.rank > DECIMAL and not above
        paths.append(entry.mark.printed if extract else f"{above}{node.number}")
        path = str(node.number) if own else paths[-1]
        printed = f"{node.number}" if node.repaired else entry.mark.printed
        parts.append(
            Part(node.level, node.number, printed, entry.title, path, entry.heading, Span(entry.heading.begin, ends[i]),
                 node.parent, task, task and principle, bool(node.repaired))
        )  # fmt: skip
    return parts


def _is_item(node: Node, nested: bool) -> bool:
    """A numbered item, not a heading: below the first level, or at it where the text has no other level or runs on."""
    if node.entry.mark.rank <= RANKS["节"]:
        return False
    if node.level > 1 or node.parent >= 0 or node.orphan or (nested and node.entry.mark.rank == RANKS["ar"]):
        return True
    if is_principle(node.entry.title):
        return False
    return node.entry.run_in or not nested


def _under_principle(nodes: list[Node], node: Node) -> bool:
    while node.parent >= 0:
        node = nodes[node.parent]
        if is_principle(node.entry.title):
            return True
    return False


def _ends(nodes: list[Node], body: Span) -> list[int]:
    """Where each part ends: at the next part that is not inside it."""
    ends = [body.end] * len(nodes)
    open_: list[int] = []
    for i, node in enumerate(nodes):
        while open_ and open_[-1] != node.parent:
            ends[open_.pop()] = node.entry.heading.begin
        open_.append(i)
    return ends
