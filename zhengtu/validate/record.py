"""Write the findings into ``graph/validation``, so that SPARQL can ask for them."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import NamedNode, Quad

from zhengtu import graphs
from zhengtu.store import EmbeddedStore, QueryStore, WritableStore, new_generation
from zhengtu.validate.finding import Report
from zhengtu.validate.render.turtle import triples


def record(store: QueryStore, report: Report) -> int | None:
    """Put the report into the store and close it; the new generation of an embedded store, ``None`` where nothing changed.

    Raises ``StoreError`` where the store takes no updates or somebody else is writing.
    """
    name = graphs.named(report.base, "validation")
    content, before = set(triples(report)), set(store.graph(name))
    if content == before:
        return None
    if isinstance(store, EmbeddedStore):
        place = Path(store.where)
        store.close()
        with new_generation(place, carry_over=True) as opened:
            graph = NamedNode(name)  # what stands is left as it is: the graph grows with the store, the difference does not
            opened.remove(Quad(t.subject, t.predicate, t.object, graph) for t in before - content)
            opened.add(Quad(t.subject, t.predicate, t.object, graph) for t in content - before)
        with EmbeddedStore(place) as reopened:
            return reopened.generation
    if isinstance(store, WritableStore):
        store.replace_graph(name, content)
    return None
