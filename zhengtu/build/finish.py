"""The stages after the documents are in: what rules derive, and the mappings across documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from zhengtu import align, reason
from zhengtu.build import terms
from zhengtu.build.progress import Progress
from zhengtu.graphs import named
from zhengtu.store import OxigraphWriter


def derive(store: OxigraphWriter, base: str, progress: Progress, *, reasoning: bool = True) -> None:
    """Write ``graph/inferred`` and ``graph/alignment`` anew from the other graphs.  Raises ``StoreError``.

    Lead units come first, then the mappings across documents (``zhengtu.align``), then the closure; without ``reasoning``
    the mappings alone.
    """
    for name in ("inferred", "alignment", "validation"):
        store.remove_graph(named(base, name))
    if reasoning:
        progress.stage("reason")
        reason.lead.run(store, base)
    progress.stage("align")
    store.add(align.run(store))
    if reasoning:
        progress.stage("closure")
        reason.close(store, base)


def follow(store: OxigraphWriter, base: str, said: Callable[[], set[reason.Fact]], before: set[reason.Fact]) -> None:
    """The same after one document changed, without deriving what does not hang on it.

    ``said`` gives what the document, the alignment and the provenance say now, ``before`` is what they said before the change.
    Raises ``StoreError``.
    """
    reasoned = reason.was_run(store)
    store.remove_graph(named(base, "validation"))
    gone, new = reason.lead.renew(store, base) if reasoned else (set(), set())
    _align(store, named(base, "alignment"))
    if reasoned:
        now = said()
        reason.follow(store, base, (before - now) | gone, (now - before) | new)


def _align(store: OxigraphWriter, name: str) -> None:
    """Bring the mappings in line with the store; those that still hold are left as they stand."""
    before = set(store.raw.quads_for_pattern(None, None, None, NamedNode(name)))
    now = set(align.run(store))
    store.remove(before - now)
    store.add(now - before)


def rooms(*, reasoning: bool = True) -> Iterator[tuple[str, Path]]:
    """The files besides the documents that shape the graph, each with the name it has in the provenance."""
    for path in terms.files():
        yield f"ontology/{path.name}", path
    if reasoning:
        yield from reason.rule_files()
