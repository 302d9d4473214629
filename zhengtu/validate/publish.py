"""The audits as SHACL-SPARQL constraints (SHACL §5), for other engines: one file a concern in ``shapes/sparql``.

``python -m zhengtu.validate.publish`` writes them anew from ``shapes/audit``.  A data graph of SHACL has no named graphs, so
the ``GRAPH`` patterns become plain groups over the union of the graphs; ``?focus`` becomes the pre-bound ``$this``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SH, XSD

from zhengtu.files import write_file
from zhengtu.paths import resource_dir
from zhengtu.query.header import Text
from zhengtu.validate.rules import CONCERNS, SHAPES, Rule, audits

_ZS = Namespace(SHAPES)
_PREFIX = re.compile(r"^PREFIX (\w+): <([^>]+)>\n", re.MULTILINE)
_GRAPH = re.compile(r"\bGRAPH \?\w+ \{")
_VALUES = re.compile(r"^ *VALUES \?\w+ \{ UNDEF \}\n", re.MULTILINE)  # SHACL-SPARQL has none (§5.2.1)
_ORDER = re.compile(r"^ORDER BY .*\n?", re.MULTILINE)


def select(rule: Rule) -> str:
    """The ``sh:select`` of an audit."""
    body = "\n".join(line for line in rule.sparql.splitlines() if not line.startswith("#+")) + "\n"
    body = _ORDER.sub("", _PREFIX.sub("", body))
    body = _GRAPH.sub("{", body)
    body = re.sub(rf" \?({'|'.join(['g', *rule.joins])})\b", "", _VALUES.sub("", body))
    return re.sub(r"\?focus\b", "$this", body).strip() + "\n"


def shapes(rules: Iterable[Rule]) -> Graph:
    """A node shape with one SPARQL constraint for each audit, and the prefixes they share."""
    graph = Graph()
    prefixes: dict[str, str] = {}
    for rule in rules:
        prefixes |= dict(_PREFIX.findall(rule.sparql))
        _shape(graph, rule)
    for prefix, namespace in (("zs", SHAPES), ("sh", str(SH)), ("dcterms", str(DCTERMS)), *prefixes.items()):
        graph.bind(prefix, namespace)
    for prefix, namespace in prefixes.items():
        node = _ZS[f"prefix-{prefix}"]
        graph.add((_ZS.prefixes, RDF.type, OWL.Ontology))
        graph.add((_ZS.prefixes, SH.declare, node))
        graph.add((node, SH.prefix, Literal(prefix)))
        graph.add((node, SH.namespace, Literal(namespace, datatype=XSD.anyURI)))
    return graph


def _shape(graph: Graph, rule: Rule) -> None:
    node, constraint = URIRef(rule.iri), URIRef(f"{rule.iri}-sparql")
    graph.add((node, RDF.type, SH.NodeShape))
    for name in rule.classes:
        graph.add((node, SH.targetClass, URIRef(name)))
    graph.add((node, SH.severity, SH[rule.severity.capitalize()]))
    graph.add((node, DCTERMS.subject, Literal(rule.about)))
    graph.add((node, SH.sparql, constraint))
    graph.add((constraint, RDF.type, SH.SPARQLConstraint))
    graph.add((constraint, SH.prefixes, _ZS.prefixes))
    graph.add((constraint, SH.select, Literal(select(rule))))
    message = Text(*(re.sub(r"\{(\w+)\}", r"{?\1}", text) for text in rule.message))
    for subject, key, text in (
        (node, SH.name, rule.name),
        (node, SH.description, rule.why),
        (node, RDFS.comment, rule.what_to_do),
        (constraint, SH.message, message),
    ):
        graph.add((subject, key, Literal(text.zh, lang="zh")))
        graph.add((subject, key, Literal(text.en, lang="en")))


def published(folder: Path | None = None) -> dict[str, str]:
    """The Turtle text of each concern that has audits, by file name."""
    found = audits(folder)
    texts: dict[str, str] = {}
    for concern in CONCERNS:
        chosen = [rule for rule in found.values() if rule.concern == concern]
        if chosen:
            head = "# Made from shapes/audit by python -m zhengtu.validate.publish; change the audits, not this file.\n"
            texts[f"{concern}.ttl"] = head + shapes(chosen).serialize(format="turtle")
    return texts


if __name__ == "__main__":
    for name, text in published().items():
        write_file([text.encode()], resource_dir("shapes") / "sparql" / name)
