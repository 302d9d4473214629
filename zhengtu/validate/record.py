"""Write the findings into ``graph/validation``, so that SPARQL can ask for them."""

from __future__ import annotations

from pathlib import Path

from zhengtu import graphs
from zhengtu.store import EmbeddedStore, QueryStore, WritableStore, new_generation
from zhengtu.validate.finding import Report
from zhengtu.validate.render.turtle import triples


def record(store: QueryStore, report: Report) -> int | None:
    """Put the report into the store and close it; the new generation of an embedded store, ``None`` where nothing changed.

    Raises ``StoreError`` where the store takes no updates or somebody else is writing.
    """
    name = graphs.named(report.base, "validation")
    content = list(triples(report))
    if {str(triple) for triple in store.graph(name)} == {str(triple) for triple in content}:
        return None
    if isinstance(store, EmbeddedStore):
        place = Path(store.where)
        store.close()
        with new_generation(place, carry_over=True) as opened:
            opened.replace_graph(name, content)
        with EmbeddedStore(place) as reopened:
            return reopened.generation
    if isinstance(store, WritableStore):
        store.replace_graph(name, content)
    return None
