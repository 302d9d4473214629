"""The first lane: core shapes, run by pySHACL over one unit at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyshacl.pytypes import SHACLExecutor
from pyshacl.shapes_graph import ShapesGraph
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from zhengtu.validate.indexed import indexed
from zhengtu.validate.reach import reach
from zhengtu.validate.unit import Unit

_SEVERAL = (str(SH.MaxCountConstraintComponent), str(SH.UniqueLangConstraintComponent))


@dataclass(frozen=True, slots=True)
class Result:
    """A validation result (SHACL §3.6.2) of a shape on a focus node; texts are empty where there is no path or value.

    Of a property with too many values, ``value`` holds them all.
    """

    shape: str
    focus: str
    component: str
    path: str
    value: str


class Shapes:
    """Core shapes, parsed once and run over many units."""

    def __init__(self, graph: Graph) -> None:
        parsed = ShapesGraph(indexed(graph))
        self.reach = reach(graph)
        self.terms = frozenset(parsed.graph.all_nodes()) | set(parsed.graph.predicates())
        self._shapes: list[Any] = [shape for shape in parsed.shapes if not isinstance(shape.node, BNode)]
        self._said_by = {one.node: [*graph.objects(one.node, SH.targetSubjectsOf)] for one in self._shapes}
        self._executor = SHACLExecutor(max_validation_depth=30)

    def check(self, unit: Unit) -> Iterator[tuple[str, set[Node], list[Result]]]:
        """For each shape its IRI, the nodes of the unit it looked at, and what it found, in no order.

        A node that another graph describes is looked at for what is said of it here, by shapes for all that has a property.
        """
        for shape in self._shapes:
            focus = shape.focus_nodes(unit.data) & unit.own
            focus |= {node for key in self._said_by[shape.node] for node in unit.data.subjects(key)} & unit.added
            found: list[Result] = []
            if focus:
                _, reports = shape.validate(self._executor, unit.data, focus=focus)
                found = list(dict.fromkeys(_result(str(shape.node), report, unit.data) for report in reports))
            yield str(shape.node), focus, found


def _result(shape: str, report: Any, data: Graph) -> Result:  # pySHACL: (text, node, triples)
    _, node, triples = report
    says = {p: o[1] if isinstance(o, tuple) else o for s, p, o in triples if s == node}
    path = says.get(SH.resultPath)
    simple = "" if path is None or isinstance(path, BNode) else str(path)
    component = str(says[SH.sourceConstraintComponent])
    value = str(says.get(SH.value, ""))
    if component in _SEVERAL and simple:
        value = "；".join(sorted(str(o) for o in data.objects(says[SH.focusNode], URIRef(simple))))
    return Result(shape, str(says[SH.focusNode]), component, simple, value)
