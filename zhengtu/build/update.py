"""Replace or remove one document; what is derived from the documents follows."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from zhengtu import graphs, reason
from zhengtu.build import loading, provenance
from zhengtu.build.errors import BuildError
from zhengtu.build.finish import follow
from zhengtu.build.inputs import Input
from zhengtu.build.run import used_as
from zhengtu.build.target import target
from zhengtu.messages import say
from zhengtu.store import OxigraphWriter


def replace_document(store: str, path: Path) -> None:
    """Put the file's document in the place of the one with the same stem, or add it.

    Raises ``BuildError`` when the file cannot be loaded, ``StoreMissing``/``StoreError`` for the store; then nothing changes.
    """
    with target(store, carry_over=True, small=False, publishing=_nothing) as opened:
        base = graphs.base_of(opened.graphs())
        loaded = loading.load_one(Input(path), base)
        if isinstance(loaded, loading.Failure):
            raise BuildError(f"{path}: {loaded.reason}")
        said = partial(_said, opened, base, path.stem)
        before = said()
        _forget(opened, base, path.stem)
        opened.add(loaded.quads)
        graph = NamedNode(graphs.named(base, "provenance"))
        facts = provenance.document_triples(base, used_as(loaded, base))
        opened.add(Quad(t.subject, t.predicate, t.object, graph) for t in facts)
        follow(opened, base, said, before)


def remove_document(store: str, stem: str) -> None:
    """Remove exactly the document's graph, its provenance, and what was derived from it.

    Raises ``BuildError`` for a stem that is not there, ``StoreMissing``/``StoreError`` for the store; then nothing changes.
    """
    with target(store, carry_over=True, small=False, publishing=_nothing) as opened:
        base = graphs.base_of(opened.graphs())
        said = partial(_said, opened, base, stem)
        before = said()
        if not _forget(opened, base, stem):
            raise BuildError(say("build.no_document", stem=stem))
        follow(opened, base, said, before)


def _said(store: OxigraphWriter, base: str, stem: str) -> set[reason.Fact]:
    """What stands in the graphs that change with a document."""
    names = [graphs.named(base, "alignment"), graphs.named(base, "provenance")]
    names += [name for name in store.graphs() if graphs.stem_of(name) == stem]
    return {fact for name in names for triple in store.graph(name) if (fact := reason.fact_of(triple)) is not None}


def _forget(store: OxigraphWriter, base: str, stem: str) -> bool:
    """Drop the document's graph and its share of the provenance; whether it was there."""
    name = next((iri for iri in store.graphs() if graphs.stem_of(iri) == stem), None)
    if name is None:
        return False
    store.remove_graph(name)
    _forget_provenance(store, base, name.replace("/graph/doc/", "/doc/", 1))
    return True


def _forget_provenance(store: OxigraphWriter, base: str, document: str) -> None:
    graph, node = NamedNode(graphs.named(base, "provenance")), NamedNode(document)
    find = store.raw.quads_for_pattern
    store.remove([*find(node, None, None, graph), *find(None, None, node, graph)])


def _nothing() -> None:
    """Publishing needs no word here."""
