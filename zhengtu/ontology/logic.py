"""Is what a store says consistent with the ontology?  Asked of HermiT, through owlready2."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Triple, serialize

from zhengtu.ontology.hermit import HermitResult, check
from zhengtu.store import QueryStore

_LEFT_OUT = ("graph/ontology", "graph/inferred", "graph/validation", "graph/provenance")


def check_store(store: QueryStore) -> HermitResult:
    """HermiT's verdict on the ontology with the registry, the documents and the alignment of ``store``.

    What rules inferred is left out: the reasoner draws its own conclusions.  Raises ``JavaMissing``, ``ReasonerFailed``,
    ``StoreError``.
    """
    triples: dict[Triple, None] = {}
    for name in store.graphs():
        if not name.endswith(_LEFT_OUT):
            triples.update(dict.fromkeys(store.graph(name)))
    return check(serialize(triples, format=RdfFormat.N_TRIPLES) or b"", keys=False)
