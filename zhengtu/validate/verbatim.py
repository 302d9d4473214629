"""Evidence that resolves: what a span quotes is what the source file prints there."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from zhengtu.graphs import ZT
from zhengtu.query.header import Text
from zhengtu.validate import sources
from zhengtu.validate.finding import Finding
from zhengtu.validate.locate import Locator
from zhengtu.validate.rules import SHAPES, Rule
from zhengtu.validate.unit import Unit

COMPONENT = SHAPES + "verbatim"
RULE = Rule(
    SHAPES + "exact-not-printed",
    Text("引文与源文件逐字一致", "The words quoted are those of the source file"),
    Text("源文件在这个位置印的不是所引的文字", "the source file does not print these words at this place"),
    Text(
        "证据的起止位置和引文要能在源文件里逐字核对；对不上，说明图谱被改动过，或位置算错了。",
        "Begin, end and quotation are checked against the very file; where they differ the graph was changed, or miscounts.",
    ),
    Text(
        "这是图谱本身的缺陷，请重新构建；仍然如此请报告。",
        "This is a defect of the graph: build again, and report it if it stays.",
    ),
    "violation",
    "graph",
    (ZT + "TextSpan",),
    "evidence",
)
_SPAN = URIRef(ZT + "TextSpan")


def compared(unit: Unit, places: Locator, text: sources.Text) -> Iterator[Finding | None]:
    """For each span of a document's graph that has a place and a quotation: a finding, or ``None`` where they agree."""
    for node in unit.own & set(unit.data.subjects(RDF.type, _SPAN)):
        found = places.span(node)
        if found and found[2]:
            yield None if text.prints(*found[:3]) else _finding(node, places)


def _finding(node: Node, places: Locator) -> Finding:
    evidence = places.evidence(node)
    mark = places.mark(node, evidence)
    return Finding(RULE, RULE.message, places.where(node), evidence, str(node), COMPONENT, mark=mark)
