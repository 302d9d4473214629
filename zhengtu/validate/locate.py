"""From a node to what a reader can look up: the document, the item, the sentence."""

from __future__ import annotations

from pyoxigraph import NamedNode

from zhengtu import graphs, sparql
from zhengtu.query.table import printed
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.finding import Evidence, Where


def locate(store: QueryStore, focus: str, graph: str) -> tuple[Where, Evidence | None]:
    """Where the node ``focus`` stands in the named graph ``graph``, and the words that say so, where there are any."""
    bound = {"focus": NamedNode(focus), "graph": NamedNode(graph)}
    for row in store.select(sparql.text(__file__, "locate.rq"), bound):
        document, document_title, media_type, item, title, begin, end, exact, line = map(printed, row)
        where = Where(document or graphs.stem_of(graph), item, title, document_title, media_type)
        if not begin or not end:
            return where, None
        return where, Evidence(int(begin), int(end), exact, int(line) if line else None)
    return Where(graphs.stem_of(graph)), None
