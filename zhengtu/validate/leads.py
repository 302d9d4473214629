"""What was inferred of the nodes of each document, known by a hash, so that only that of changed documents is read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from zhengtu import graphs, sparql
from zhengtu.files import keep_json, kept_json
from zhengtu.graphs import ZT
from zhengtu.query.table import printed
from zhengtu.store import EmbeddedStore
from zhengtu.store.answers import OxigraphAnswers
from zhengtu.store.protocol import QueryStore

_NAME = "leads"
_LEADS = (NamedNode(ZT + "leadUnit"), NamedNode(ZT + "leadBasis"))


@dataclass(frozen=True, slots=True)
class Leads:
    """What was inferred of one document's nodes: ``text`` in N-Triples where it was read, and its SHA-256."""

    digest: str
    text: str | None = None


def told(text: str) -> Leads:
    """What was inferred, with its hash."""
    return Leads(hashlib.sha256(text.encode()).hexdigest(), text)


NOTHING = told("")


def read(store: QueryStore, names: Sequence[str] = ()) -> dict[str, str]:
    """The N-Triples by graph, of the documents ``names`` or of all; a graph that has none is left out."""
    lines: dict[str, list[str]] = {}
    for home, triple in _of(store, names) if names and isinstance(store, OxigraphAnswers) else _rows(store, names):
        lines.setdefault(home, []).append(f"{triple} .\n")
    return {home: "".join(sorted(told)) for home, told in lines.items()}


def _rows(store: QueryStore, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    bound = {"inferred": [NamedNode(_inferred(store))], "graph": [NamedNode(name) for name in names]}
    for home, *triple in store.select(sparql.text(__file__, "inferred.rq"), {key: some for key, some in bound.items() if some}):
        yield printed(home), " ".join(map(str, triple))


def _of(store: OxigraphAnswers, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The same for a few, from the nodes of the document on: the query would begin with all that was inferred."""
    inferred, find = NamedNode(_inferred(store)), store.raw.quads_for_pattern
    for name in names:
        nodes = {quad.subject for quad in find(None, NamedNode(ZT + "inDocument"), None, NamedNode(name))}
        for quad in (quad for node in nodes for one in _LEADS for quad in find(node, one, None, inferred)):
            yield name, f"{quad.subject} {quad.predicate} {quad.object}"


def leads(store: QueryStore, names: Sequence[str], cache: Path | None) -> dict[str, Leads]:
    """For each of the graphs ``names`` what was inferred of it; of those that cannot have changed since, the hash alone."""
    stamps = store.stamps() if cache and isinstance(store, EmbeddedStore) else {}
    kept = _kept(cache) if cache and stamps else {}
    wanted = _changed(store, stamps, kept, names) if kept and isinstance(store, EmbeddedStore) else None
    texts = read(store, sorted(wanted or ())) if wanted is None or wanted else {}
    found = {
        name: told(texts.get(name, "")) if wanted is None or name in wanted else Leads(kept["digests"][name]) for name in names
    }
    if cache and stamps:
        digests = {name: one.digest for name, one in found.items()}
        keep_json({"stamps": stamps, "digests": digests}, cache / _NAME)
    return found


def _changed(
    store: EmbeddedStore, stamps: Mapping[str, str], kept: Mapping[str, Mapping[str, str]], names: Sequence[str]
) -> set[str] | None:
    """The graphs that changed, or of whose nodes something else may have been inferred; ``None`` where that is not known."""
    before, name = kept["stamps"], _inferred(store)
    nodes = store.touched(name, before.get(name, "")) if name in stamps else None
    if nodes is None:
        return None
    found = {one for one in names if stamps.get(one) != before.get(one) or one not in kept["digests"]}
    if nodes:
        rows = store.select(sparql.text(__file__, "homes.rq"), {"node": list(map(NamedNode, sorted(nodes)))})
        found |= {printed(row[0]) for row in rows} & set(names)
    return found


def _kept(cache: Path) -> dict[str, dict[str, str]]:
    parts = ("stamps", "digests")
    return kept_json(cache / _NAME, lambda kept: {part: dict(kept[part]) for part in parts}) or {}


def _inferred(store: QueryStore) -> str:
    return graphs.named(graphs.base_of(store.graphs()), "inferred")
