"""What VoID counts, in two passes over the statements; in memory stand the classes, properties and graphs alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from pyoxigraph import NamedNode, Quad

from zhengtu.export.statements import Order, arranged, statements

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(slots=True)
class Counts:
    """Triples by graph; of the union of the graphs: triples, subjects, instances by class, triples by property.

    ``entities`` are the subjects whose IRI begins with the base.
    """

    triples: int = 0
    subjects: int = 0
    entities: int = 0
    graphs: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)


def count(quads: Iterable[Quad], base: str) -> Counts:
    """The counts of a dataset with the base IRI."""
    counts = Counts()
    with arranged(_by_graph(quads, counts), Order.UNION) as found:
        for subject, about in groupby(statements(found, Order.UNION), key=attrgetter("subject")):
            counts.subjects += 1
            counts.entities += isinstance(subject, NamedNode) and subject.value.startswith(base)
            for quad in about:
                counts.triples += 1
                counts.properties[quad.predicate.value] += 1
                if quad.predicate.value == _TYPE and isinstance(quad.object, NamedNode):
                    counts.classes[quad.object.value] += 1
    return counts


def _by_graph(quads: Iterable[Quad], counts: Counts) -> Iterator[Quad]:
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            counts.graphs[quad.graph_name.value] += 1
        yield quad
