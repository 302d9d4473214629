"""Is the vocabulary, alone or with data, consistent?  HermiT says so, through owlready2.

HermiT knows the datatypes of OWL 2 only; values such as ``xsd:date``, ``xsd:gYear`` and ``geo:wktLiteral`` make it stop.
:func:`projection_for_hermit` therefore leaves out what it cannot read (and annotations, which have no logical meaning).
"No Java", "the reasoner failed" and "inconsistent" are three different outcomes: the first two are exceptions, the third
is a :class:`HermitResult`.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import owlready2
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from zhengtu.paths import resource_dir

FILES = ("zhengtu.ttl", "alignments.ttl", "schemes.ttl")
_SOURCE = "https://w3id.org/zhengtu/hermit-input#"
_XSD_NAMES = (
    "decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger long int short byte "
    "unsignedLong unsignedInt unsignedShort unsignedByte double float string normalizedString token language Name "
    "NCName NMTOKEN boolean hexBinary base64Binary anyURI dateTime dateTimeStamp"
)
# The datatype map of OWL 2 (Structural Specification, section 4), which HermiT implements.
OWL2_DATATYPES = frozenset(
    {XSD[name] for name in _XSD_NAMES.split()}
    | {RDFS.Literal, RDF.langString, RDF.PlainLiteral, RDF.XMLLiteral, OWL.real, OWL.rational}
)
_ANNOTATIONS = frozenset({RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo})


class HermitError(RuntimeError):
    """The question was not answered; never raised for an inconsistency."""


class JavaMissing(HermitError):
    """There is no Java to run HermiT with."""


class ReasonerFailed(HermitError):
    """HermiT ran and stopped without an answer; the text is what it said."""


@dataclass(frozen=True, slots=True)
class HermitResult:
    """The verdict: ``unsatisfiable`` and ``misused`` hold sorted IRIs, ``seconds`` is the reasoner's wall-clock time.

    ``equivalent`` are pairs of named classes that turn out to have the same members, each pair and the list sorted.
    ``misused`` are object properties found with literal values and datatype properties found with nodes.  Such
    statements have no reading in OWL 2 DL and were left out, so ``consistent`` says nothing about them.
    """

    consistent: bool
    unsatisfiable: list[str]
    seconds: float
    misused: list[str]
    equivalent: list[tuple[str, str]]


def ontology_graph(folder: Path | None = None) -> Graph:
    """The core, the alignments and the schemes as one graph; ``folder`` defaults to the ontology room."""
    graph = Graph()
    for name in FILES:
        graph.parse((folder or resource_dir("ontology")) / name, format="turtle")
    return graph


def _of_kind(graph: Graph, kind: URIRef) -> set[Node]:
    return set(graph.subjects(RDF.type, kind))


def misused(graph: Graph) -> list[str]:
    """Sorted IRIs of declared properties used with the wrong kind of value."""
    takes_literals = dict.fromkeys(_of_kind(graph, OWL.ObjectProperty), False)
    takes_literals |= dict.fromkeys(_of_kind(graph, OWL.DatatypeProperty), True)
    return sorted({str(p) for _, p, o in graph if takes_literals.get(p, isinstance(o, Literal)) != isinstance(o, Literal)})


def projection_for_hermit(graph: Graph) -> Graph:
    """What HermiT can read of ``graph``, which must hold the declarations of its properties.

    Left out: literals and ranges of datatypes outside OWL 2, annotations, ontology headers and imports, statements of
    misused properties (see :func:`misused`).
    """
    headers = _of_kind(graph, OWL.Ontology)
    skipped = _ANNOTATIONS | _of_kind(graph, OWL.AnnotationProperty)
    wrong = {URIRef(iri) for iri in misused(graph)}
    objects = _of_kind(graph, OWL.ObjectProperty)
    kept = Graph()
    for s, p, o in graph:
        if s in headers or p in skipped or (p == RDFS.range and _foreign(o)):
            continue
        if isinstance(o, Literal) and o.datatype is not None and o.datatype not in OWL2_DATATYPES:
            continue
        if p in wrong and isinstance(o, Literal) == (p in objects):
            continue
        kept.add((s, p, o))
    return kept


def _foreign(term: Node) -> bool:
    """Whether a range names a datatype outside OWL 2."""
    return isinstance(term, URIRef) and str(term).startswith(str(XSD)) and term not in OWL2_DATATYPES


def _read(data: Graph | Path | bytes) -> Graph:
    """Data as a graph: a graph itself, a file of N-Triples, or N-Triples in UTF-8."""
    if isinstance(data, Graph):
        return data
    if isinstance(data, Path):
        return Graph().parse(data, format="nt")
    return Graph().parse(data=data, format="nt")


def _require_java() -> None:
    if shutil.which(owlready2.JAVA_EXE) is None:
        raise JavaMissing(f"HermiT needs Java; no program {owlready2.JAVA_EXE!r} on the PATH")


def check(data: Graph | Path | bytes | None = None, ontology: Graph | None = None, *, keys: bool = True) -> HermitResult:
    """Ask HermiT about the ontology (by default :func:`ontology_graph`), with ``data`` (no named graphs) where given.

    ``keys`` says whether ``owl:hasKey`` counts.  HermiT compares the members of a keyed class in pairs, so that a few
    thousand of them exhaust its memory; large data are asked without, and IRIs made of the key keep it anyway.  Raises
    ``JavaMissing`` without Java and ``ReasonerFailed`` when HermiT gives no verdict.
    """
    _require_java()
    graph = Graph()
    graph += ontology_graph() if ontology is None else ontology
    if not keys:
        graph.remove((None, OWL.hasKey, None))
    if data is not None:
        graph += _read(data)
    return _reason(projection_for_hermit(graph), misused(graph))


def _reason(graph: Graph, wrong: list[str]) -> HermitResult:
    """Load ``graph`` into a world of its own and run HermiT; ``wrong`` are the properties found misused."""
    world = owlready2.World()
    try:
        source = BytesIO(graph.serialize(format="nt", encoding="utf-8"))
        world.get_ontology(_SOURCE).load(fileobj=source, only_local=True)
        started = time.perf_counter()
        try:
            owlready2.sync_reasoner_hermit(world, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return HermitResult(False, [], time.perf_counter() - started, wrong, [])
        except owlready2.OwlReadyJavaError as error:
            raise ReasonerFailed(str(error)) from error
        except (FileNotFoundError, PermissionError) as error:
            raise JavaMissing(f"Java could not be started: {error}") from error
        seconds = time.perf_counter() - started
        empty = sorted(c.iri for c in world.inconsistent_classes() if c is not owlready2.Nothing)
        return HermitResult(True, empty, seconds, wrong, _equivalent(world, set(empty)))
    finally:
        world.close()


def _equivalent(world: owlready2.World, empty: set[str]) -> list[tuple[str, str]]:
    """Pairs of named classes that the reasoner found equivalent, other than the unsatisfiable ones."""
    named = {c.iri: [e.iri for e in c.equivalent_to if isinstance(e, owlready2.ThingClass)] for c in world.classes()}
    pairs = {(min(c, e), max(c, e)) for c, others in named.items() for e in others if c != e}
    return sorted(pair for pair in pairs if not empty & set(pair))
