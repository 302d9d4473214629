"""The standard report: ``sh:ValidationReport`` (SHACL §3.6) in Turtle, without blank nodes."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from zhengtu.graphs import ZT
from zhengtu.validate.finding import Finding, Report
from zhengtu.validate.rules import SHAPES

_SH = "http://www.w3.org/ns/shacl#"
_DCTERMS = "http://purl.org/dc/terms/"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_BOOLEAN = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
_PREFIXES = {"sh": _SH, "zs": SHAPES, "zt": ZT, "dcterms": _DCTERMS}


def turtle(report: Report, lang: str) -> str:  # noqa: ARG001 (both languages are in it)
    """The report as Turtle; as SHACL §3.6.1.1 has it, ``sh:conforms`` is true only where there is no result at all."""
    text = serialize(triples(report), format=RdfFormat.TURTLE, prefixes=_PREFIXES)
    return (text or b"").decode()


def triples(report: Report) -> Iterator[Triple]:
    """The report as triples, without what is waived.  Each result also has the document, the words and the key."""
    top = NamedNode(f"{report.base}validation/report")
    yield Triple(top, _TYPE, _sh("ValidationReport"))
    yield Triple(top, _sh("conforms"), Literal("false" if report.findings else "true", datatype=_BOOLEAN))
    for finding in report.findings:
        node = NamedNode(f"{report.base}validation/result/{finding.key}")
        yield Triple(top, _sh("result"), node)
        yield from _result(node, finding)


def _result(node: NamedNode, finding: Finding) -> Iterator[Triple]:
    yield Triple(node, _TYPE, _sh("ValidationResult"))
    yield Triple(node, _sh("focusNode"), NamedNode(finding.focus))
    yield Triple(node, _sh("resultSeverity"), _sh(finding.severity.capitalize()))
    yield Triple(node, _sh("sourceShape"), NamedNode(finding.rule.iri))
    yield Triple(node, _sh("sourceConstraintComponent"), NamedNode(finding.component))
    yield Triple(node, NamedNode(_DCTERMS + "identifier"), Literal(finding.key))
    for lang in ("zh", "en"):
        yield Triple(node, _sh("resultMessage"), Literal(finding.what.get(lang), language=lang))
    if finding.path:
        yield Triple(node, _sh("resultPath"), NamedNode(finding.path))
    if finding.value:
        iri = finding.value.startswith(("http://", "https://", "urn:")) and "；" not in finding.value
        yield Triple(node, _sh("value"), NamedNode(finding.value) if iri else Literal(finding.value))
    if finding.where.document:
        yield Triple(node, NamedNode(_DCTERMS + "source"), Literal(finding.where.document))
    if finding.evidence and finding.evidence.span:
        yield Triple(node, NamedNode(ZT + "evidence"), NamedNode(finding.evidence.span))


def _sh(name: str) -> NamedNode:
    return NamedNode(_SH + name)
