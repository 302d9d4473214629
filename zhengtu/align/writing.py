"""Mappings and verdicts as quads of ``graph/alignment``, with SSSOM metadata."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from zhengtu import __version__
from zhengtu.align.model import Mapping, Relation, Undertaking, Verdict
from zhengtu.graphs import named
from zhengtu.ontology import terms

_SSSOM = "https://w3id.org/sssom/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_PROV = "http://www.w3.org/ns/prov#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_TITLE = NamedNode("http://purl.org/dc/terms/title")
_DECIMAL = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
_VERSION = NamedNode("https://schema.org/softwareVersion")
_JUSTIFICATION = NamedNode("https://w3id.org/semapv/vocab/CompositeMatching")
_PREDICATES: dict[Relation, str] = {"same": "closeMatch", "narrowed": "narrowMatch", "extended": "relatedMatch"}
_JOINED = "；"


class Writer:
    """Writes below one base IRI."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._graph = NamedNode(named(base, "alignment"))

    def activity(self, rule: str, works: Iterable[str]) -> Iterator[Quad]:
        """The activity behind all mappings of one rule, and the ``works`` (IRIs) it compared."""
        node = self._activity(rule)
        for work in works:
            yield self._quad(node, NamedNode(_PROV + "used"), NamedNode(work))
        yield self._quad(node, _TYPE, NamedNode(terms.Extraction))
        yield self._quad(node, NamedNode(terms.stage), Literal("align"))
        yield self._quad(node, NamedNode(terms.rule), Literal(rule))
        yield self._quad(node, NamedNode(terms.confidence), _decimal(0.9))
        yield self._quad(node, _VERSION, Literal(__version__))

    def mapping(self, mapping: Mapping, rule: str = "tasks") -> Iterator[Quad]:
        """An alignment: subject the upper task or measure, object the lower."""
        digest = hashlib.sha256(f"{mapping.upper} {mapping.lower}".encode()).hexdigest()[:16]
        node = NamedNode(f"{self._base}alignment/{digest}")
        yield self._quad(node, _TYPE, NamedNode(terms.Alignment))
        yield self._quad(node, NamedNode(_SSSOM + "subject_id"), NamedNode(mapping.upper))
        yield self._quad(node, NamedNode(_SSSOM + "object_id"), NamedNode(mapping.lower))
        yield self._quad(node, NamedNode(_SSSOM + "predicate_id"), NamedNode(_SKOS + _PREDICATES[mapping.relation]))
        yield self._quad(node, NamedNode(_SSSOM + "mapping_justification"), _JUSTIFICATION)
        yield self._quad(node, NamedNode(terms.relation), _code(mapping.relation))
        yield self._quad(node, NamedNode(terms.score), _decimal(mapping.score))
        yield self._quad(node, NamedNode(_PROV + "wasGeneratedBy"), self._activity(rule))
        if mapping.added:
            yield self._quad(node, NamedNode(terms.added), Literal(_JOINED.join(mapping.added)))
        if mapping.dropped:
            yield self._quad(node, NamedNode(terms.dropped), Literal(_JOINED.join(mapping.dropped)))

    def verdict(self, verdict: Verdict) -> Iterator[Quad]:
        """What was found on a claim, said of the claim itself."""
        node = NamedNode(verdict.claim)
        yield self._quad(node, NamedNode(terms.verdict), _code(verdict.verdict))
        yield self._quad(node, NamedNode(terms.score), _decimal(verdict.score))
        link = NamedNode(terms.supportedBy if verdict.verdict == "supported" else terms.differsFrom)
        for source in verdict.sources:
            yield self._quad(node, link, NamedNode(source))
        if verdict.differences:
            yield self._quad(node, NamedNode(terms.difference), Literal(_JOINED.join(verdict.differences)))

    def undertaking(self, one: Undertaking) -> Iterator[Quad]:
        """An undertaking with all its names, and the link from each project to it."""
        node = NamedNode(f"{self._base}undertaking/{quote(one.key, safe='')}")
        yield self._quad(node, _TYPE, NamedNode(terms.Undertaking))
        yield self._quad(node, _TITLE, Literal(one.name))
        for name in {member.name for member in one.members} - {one.name}:
            yield self._quad(node, NamedNode(_SKOS + "altLabel"), Literal(name))
        yield self._quad(node, NamedNode(terms.identityReason), Literal(one.reason))
        yield self._quad(node, NamedNode(terms.score), _decimal(one.score))
        yield self._quad(node, NamedNode(_PROV + "wasGeneratedBy"), self._activity("projects"))
        for member in one.members:
            yield self._quad(NamedNode(member.iri), NamedNode(terms.undertaking), node)

    def tie(self, work: str, upper: str) -> Quad:
        """A work implements another."""
        return self._quad(NamedNode(work), NamedNode(terms.implements), NamedNode(upper))

    def new(self, task: str, upper: str) -> Quad:
        """A task is new beside a work."""
        return self._quad(NamedNode(task), NamedNode(terms.newBeside), NamedNode(upper))

    def _activity(self, rule: str) -> NamedNode:
        return NamedNode(f"{self._base}alignment/activity/{rule}")

    def _quad(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
        return Quad(subject, predicate, value, self._graph)


def _code(name: str) -> NamedNode:
    return NamedNode(terms.NAMESPACE + name)


def _decimal(number: float) -> Literal:
    return Literal(f"{number:.4f}".rstrip("0").rstrip("."), datatype=_DECIMAL)
