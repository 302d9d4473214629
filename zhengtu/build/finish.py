"""The stages after the documents are in: what rules derive, and the mappings across documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from zhengtu import align, reason
from zhengtu.build import terms
from zhengtu.build.progress import Progress
from zhengtu.graphs import named
from zhengtu.store import WritableStore


def derive(store: WritableStore, base: str, progress: Progress) -> None:
    """Write ``graph/inferred`` and ``graph/alignment`` anew from the other graphs.  Raises ``StoreError``.

    Lead units come first, then the mappings across documents (``zhengtu.align``), then the closure.
    """
    for name in ("inferred", "alignment", "validation"):
        store.remove_graph(named(base, name))
    progress.stage("reason")
    reason.run(store, base, "lead")
    progress.stage("align")
    store.add(align.run(store))
    progress.stage("closure")
    reason.run(store, base, "closure")


def rooms() -> Iterator[tuple[str, Path]]:
    """The files besides the documents that shape the graph, each with the name it has in the provenance."""
    for path in terms.files():
        yield f"ontology/{path.name}", path
    for rule_set in ("lead", "closure"):
        for path in reason.rule_files(rule_set):
            yield f"rules/{rule_set}/{path.name}", path
