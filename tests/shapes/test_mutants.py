"""The mutation score of the core shapes: break each constraint once; its finding appears on that node, and no other."""

from collections import Counter

import pytest
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import NamedNode, Quad
from rdflib import RDFS, Graph, Literal, URIRef

from tests.queries.support import ONTOLOGY, ROOT, model_store
from tests.shapes.mutate import constraints, mutants, targets
from tests.shapes.spoil import BAD
from zhengtu.validate.asked import asked
from zhengtu.validate.check import Checker
from zhengtu.validate.rules import SHAPES, core, shapes_graph
from zhengtu.validate.unit import names, term

FOLDER = ROOT / "shapes"
GRAPH = shapes_graph(FOLDER)
PAIRS = [(name, key) for name in sorted(core()) for key in constraints(GRAPH, URIRef(name))]
ENTANGLED = {
    # what a broken statement means for another rule too, with the reason
    ("TargetKind", "minCount"): {"TargetYear"},  # neither target nor baseline: the year is asked for
    ("TargetKind", "in"): {"TargetYear"},
    ("PlaceLabel", "or"): {"place-unknown"},  # a place without a name is as good as not registered
    ("AgreementCommitments", "or"): {"CommitmentAgreement"},  # no other agreement for them to belong to
    ("SpanEnd", "datatype"): {"SpanBegin"},  # begin ≤ end cannot be said of an end that is no number
    ("TaskHeading", "minCount"): {"SpanUsed"},  # nothing else stands on the heading's span
    ("TaskHeading", "class"): {"SpanUsed"},
    ("HasEvidence", "class"): {"evidence-elsewhere"},  # what is no span of this document stands in none
    ("OneEvidence", "maxCount"): {"evidence-elsewhere"},  # the second span is another document's
    ("InDocument", "class"): {"evidence-elsewhere"},  # said to be in something else than its words are
}


GONE = {("AgreementCommitments", "or"): {"document-without-responsibility"}}  # without commitments it has nothing to count


class Bench:
    """The good graph, a checker on it, and the findings it has to begin with."""

    def __init__(self):
        self.store = model_store()
        self.data = Graph()
        for name in self.store.graphs():
            if not name.endswith("/ontology"):
                for triple in self.store.graph(name):
                    self.data.add((term(triple.subject), term(triple.predicate), term(triple.object)))
        hierarchy = Graph().parse(ONTOLOGY)
        classes = set(hierarchy.subjects(RDFS.subClassOf)) | set(hierarchy.objects(None, RDFS.subClassOf))
        self.kinds = {c: set(hierarchy.transitive_subjects(RDFS.subClassOf, c)) for c in classes}
        self.checker = Checker(self.store, FOLDER)
        self.good = {name: self.found(name, self.checker) for name in names(self.store)}

    def found(self, name, checker):
        (question,) = asked(self.store, {name: None}, {}, one=True)
        return Counter((f.rule.local, f.focus) for f in checker.check(question).findings)

    def graphs_of(self, triple):
        return [
            quad.graph_name
            for quad in self.store.raw.quads_for_pattern(*(ox(n) if n is not None else None for n in triple), None)
        ]

    def appeared(self, mutant):
        """What a mutant adds to the findings, and what it takes away, in the graphs it touches."""
        removed = [Quad(*map(ox, t), g) for t in mutant.removed for g in self.graphs_of(t)]
        homes = {q.graph_name for q in removed} or {g for t in mutant.added for g in self.graphs_of((t[0], t[1], None))}
        added = [Quad(*map(ox, t), g) for t in mutant.added for g in homes]
        for quad in removed:
            self.store.raw.remove(quad)
        for quad in added:
            self.store.raw.add(quad)
        try:
            homes |= set(self.graphs_of((URIRef(mutant.focus), None, None)))
            touched = sorted({home.value for home in homes} & set(self.good))
            shared = any(name.endswith("/registry") for name in touched)  # what lies on every desk has changed
            checker = Checker(self.store, FOLDER) if shared else self.checker
            now = sum((self.found(name, checker) for name in touched), Counter())
            good = sum((self.good[name] for name in touched), Counter())
        finally:
            for quad in added:
                self.store.raw.remove(quad)
            for quad in removed:
                self.store.raw.add(quad)
        return now - good, good - now


def ox(node):
    if isinstance(node, URIRef):
        return NamedNode(str(node))
    assert isinstance(node, Literal)
    if node.language:
        return OxLiteral(str(node), language=node.language)
    return OxLiteral(str(node), datatype=NamedNode(str(node.datatype))) if node.datatype else OxLiteral(str(node))


@pytest.fixture(scope="module")
def bench():
    return Bench()


def test_every_constraint_of_every_shape_is_mutated():
    assert {name for name, _ in PAIRS} == set(core())


@pytest.mark.parametrize(("name", "key"), PAIRS, ids=lambda value: str(value).rpartition("#")[2])
def test_a_mutant_is_killed_by_its_own_shape_alone(bench, name, key):
    shape = URIRef(name)
    local = name.removeprefix(SHAPES)
    expected = {local} | ENTANGLED.get((local, str(key).rpartition("#")[2]), set())
    nodes = targets(GRAPH, bench.data, shape, bench.kinds)
    if not nodes:  # the model has none: the case written by hand stands for it
        assert "update" in BAD[local]
        return
    gone = GONE.get((local, str(key).rpartition("#")[2]), set())
    tried = []
    for mutant in list(mutants(GRAPH, bench.data, shape, key, nodes))[:24]:
        appeared, vanished = bench.appeared(mutant)
        tried.append((mutant, appeared))
        assert (local, mutant.focus) in appeared, mutant  # never missed, whatever else
        if {rule for rule, _ in appeared} == expected and {rule for rule, _ in vanished} <= gone:
            return
    pytest.fail(f"no mutant found by {local} alone: {tried[:4]}")
