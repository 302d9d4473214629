"""The standard report: ``sh:ValidationReport`` (SHACL §3.6) in Turtle, without blank nodes."""

from __future__ import annotations

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SH, XSD

from zhengtu.graphs import BASE
from zhengtu.validate.finding import Finding, Report
from zhengtu.validate.rules import SHAPES, Severity

_SEVERITY: dict[Severity, URIRef] = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}
_REPORT = URIRef(BASE + "validation/report")


def turtle(report: Report, lang: str) -> str:  # noqa: ARG001 (both languages are in it)
    """The report as Turtle; as SHACL §3.6.1.1 has it, ``sh:conforms`` is true only where there is no result at all."""
    return graph(report).serialize(format="turtle")


def graph(report: Report) -> Graph:
    """The report as triples."""
    found = Graph()
    found.bind("sh", SH)
    found.bind("zs", SHAPES)
    found.add((_REPORT, RDF.type, SH.ValidationReport))
    found.add((_REPORT, SH.conforms, Literal(not report.findings, datatype=XSD.boolean)))
    for finding in report.findings:
        _result(found, finding)
    return found


def _result(found: Graph, finding: Finding) -> None:
    node = URIRef(f"{BASE}validation/result/{finding.key}")
    found.add((_REPORT, SH.result, node))
    found.add((node, RDF.type, SH.ValidationResult))
    found.add((node, SH.focusNode, URIRef(finding.focus)))
    found.add((node, SH.resultSeverity, _SEVERITY[finding.severity]))
    found.add((node, SH.sourceShape, URIRef(finding.rule.iri)))
    found.add((node, SH.sourceConstraintComponent, URIRef(finding.component)))
    found.add((node, SH.resultMessage, Literal(finding.what.zh, lang="zh")))
    found.add((node, SH.resultMessage, Literal(finding.what.en, lang="en")))
    if finding.path:
        found.add((node, SH.resultPath, URIRef(finding.path)))
    if finding.value:
        iri = finding.value.startswith(("http://", "https://", "urn:"))
        found.add((node, SH.value, URIRef(finding.value) if iri else Literal(finding.value)))
    if finding.where.document:
        found.add((node, DCTERMS.source, Literal(finding.where.document)))
