"""How far core shapes look from a node: what has to be at hand to check it as if the whole store were."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import BNode, Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

_NESTED = {SH["or"], SH["and"], SH.xone, SH["not"], SH.node, SH.property, SH.qualifiedValueShape, RDF.first, RDF.rest}


@dataclass(frozen=True, slots=True)
class Reach:
    """Properties by what shapes do with them, beside asking a node for its own values.

    ``back`` are followed backwards, ``on`` are followed from nodes met on the way, and of the two ends of ``classed`` the class
    is asked.
    """

    back: frozenset[URIRef]
    on: frozenset[URIRef]
    classed: frozenset[URIRef]


def reach(shapes: Graph) -> Reach:
    """What the targets and paths of core shapes lead to (SHACL §2.1.3.5, §2.3.1)."""
    back: set[Node] = {*shapes.objects(predicate=SH.targetObjectsOf)}
    on, classed = set[Node](), set[Node]()
    for shape, path in shapes.subject_objects(SH.path):
        behind, ahead = _steps(shapes, path)
        back |= behind
        on |= ahead
        nested = _nested(shapes, shape)
        if any((one, SH["class"], None) in shapes for one in nested):
            classed |= behind | ahead | {path}
        if any((one, SH.path, None) in shapes for one in nested - {shape}):
            on |= {step for one in nested for step in shapes.objects(one, SH.path)}
    return Reach(*(frozenset(name for name in names if isinstance(name, URIRef)) for names in (back, on, classed)))


def _steps(shapes: Graph, path: Node, inverse: bool = False) -> tuple[set[Node], set[Node]]:
    """The properties in a path that is more than one property: those followed backwards, and those followed forwards."""
    behind, ahead = set[Node](), set[Node]()
    for key, step in shapes.predicate_objects(path) if isinstance(path, BNode) else ():
        if isinstance(step, BNode):
            deeper = _steps(shapes, step, inverse or key == SH.inversePath)
            behind, ahead = behind | deeper[0], ahead | deeper[1]
        elif key == SH.inversePath:
            behind.add(step)
        elif step != RDF.nil:
            ahead.add(step)
            behind |= {step} if inverse else set()
    return behind, ahead


def _nested(shapes: Graph, shape: Node) -> set[Node]:
    """A shape and all that its values are held against."""
    seen, todo = set[Node](), [shape]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo += (value for key, value in shapes.predicate_objects(node) if key in _NESTED)
    return seen
