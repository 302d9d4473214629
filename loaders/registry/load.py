"""Reads ``places.ttl`` and ``agencies.ttl`` into plain entries; no store, no network."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse

from loaders.errors import LoadError
from loaders.registry.entries import Agency, Organ, Place
from loaders.registry.iris import AGENCY, ORGAN, PLACE, local_name

_POINT = re.compile(r"POINT\s*\(([-\d.]+) ([-\d.]+)\)")
Node = dict[str, list[str]]
"""Values by the local name of the property."""


def read_nodes(path: Path, within: str = "") -> dict[str, Node]:
    """Every subject (whose IRI holds ``within``) of a Turtle file with its values; ``LoadError`` when it cannot be read."""
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    try:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            subject, prop, value = quad.subject, quad.predicate.value, quad.object
            if isinstance(subject, Triple) or isinstance(value, Triple) or within not in subject.value:
                continue
            name = names.get(prop) or names.setdefault(prop, local_name(prop))
            nodes[subject.value][name].append(value.value)
    except (OSError, SyntaxError) as error:
        raise LoadError(path, f"cannot be read: {error}") from error
    return nodes


def _one(node: Node, name: str) -> str:
    values = node.get(name)
    return values[0] if values else ""


def places(path: Path) -> dict[str, Place]:
    """IRI → place."""
    out = {}
    for iri, node in read_nodes(path).items():
        if not iri.startswith(PLACE):
            continue
        point = _POINT.match(_one(node, "asWKT"))
        hidden = node.get("hiddenLabel", [])
        whole = node["prefLabel"] if _one(node, "nameOnlyInContext") == "true" else []
        out[iri] = Place(
            iri,
            local_name(_one(node, "type")),
            _one(node, "prefLabel"),
            _one(node, "code"),
            tuple(node.get("altLabel", ())),
            tuple(name for name in [*hidden, *whole] if len(name) > 1),
            next((name for name in hidden if len(name) == 1), ""),
            _one(node, "sfWithin"),
            (float(point[1]), float(point[2])) if point else None,
            _one(node, "isReplacedBy"),
        )
    return out


def _agency(iri: str, node: Node) -> Agency:
    return Agency(
        iri,
        local_name(_one(node, "type")),
        _one(node, "prefLabel"),
        tuple(node.get("altLabel", ())),
        _one(node, "agencyKind"),
        _one(node, "level"),
        _one(node, "jurisdiction"),
        tuple(node.get("counterpart", ())),
        tuple(node.get("successorOf", ())),
        stored=True,
    )


def _organ(iri: str, node: Node) -> Organ:
    names = (*node.get("altLabel", ()), _one(node, "prefLabel"))
    levels = frozenset(local_name(scheme) for scheme in node.get("inScheme", ()))
    sort = local_name(_one(node, "broader")).removeprefix("kind-")
    codes = tuple(iri[len(PLACE) :] for iri in node.get("spatial", ()))
    return Organ(
        iri[len(ORGAN) :],
        sort,
        _one(node, "notation"),
        names,
        levels,
        tuple(node.get("seeAlso", ())),
        codes,
        _one(node, "replaces")[len(ORGAN) :],
    )


def agencies(path: Path) -> tuple[dict[str, Agency], tuple[Organ, ...]]:
    """IRI → stored agency, and the patterns of local organs."""
    nodes = read_nodes(path)
    stored = {iri: _agency(iri, node) for iri, node in nodes.items() if iri.startswith(AGENCY)}
    return stored, tuple(_organ(iri, node) for iri, node in nodes.items() if iri.startswith(ORGAN) and "notation" in node)
