"""The alignment checked in slices: the same findings as checked at once, and only the slices read anew that changed."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple
from rdflib import Graph

from tests.queries.support import ROOT, model_store
from tests.validate.test_changed import fresh, report, rewritten
from tests.validate.test_run import compare
from zhengtu import validate
from zhengtu.graphs import BASE, named
from zhengtu.validate.reach import reach
from zhengtu.validate.rules import shapes_graph
from zhengtu.validate.shacl import Shapes
from zhengtu.validate.slices import Slice, cut
from zhengtu.validate.unit import Units

ALIGNMENT = named(BASE, "alignment")
REACH = reach(shapes_graph(ROOT / "shapes"))
MAPPED = ("https://w3id.org/sssom/subject_id", "https://w3id.org/sssom/object_id")
LOWER, MADE = f"{BASE}work/ezhengbanfa-2030-16/task/1.1", f"{BASE}alignment/activity/tasks"
NEWS = named(BASE, "doc/news-c")
PREFIXES = f"PREFIX zt: <{BASE}ns#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX sssom: <https://w3id.org/sssom/> "


def alignment(store):
    return sorted(store.graph(ALIGNMENT), key=str)


def text(triples):
    return "".join(f"{triple.subject} {triple.predicate} {triple.object} .\n" for triple in triples)


def lines(one):
    return one.own.splitlines()


def test_each_statement_is_in_one_slice_and_a_node_in_one_too():
    whole = text(alignment(model_store()))
    found = list(cut(whole, BASE, REACH))
    assert sorted(line for one in found for line in lines(one)) == sorted(whole.splitlines())
    homes = Counter(node for one in found for node in {line.split(" ")[0] for line in lines(one)})
    assert set(homes.values()) == {1}
    assert len(found) > 1


def test_a_slice_holds_what_is_said_of_the_same_two_documents():
    mapping = "<{0}alignment/{1}> <{2}> <{0}{3}> .\n"
    pairs = [("1", "work/a", "work/b"), ("2", "work/b", "work/a"), ("3", "work/a", "work/c"), ("4", "work/a", "work/b")]
    whole = "".join(
        mapping.format(BASE, name, MAPPED[i], f"{ends[i]}/task/{name}") for name, *ends in pairs for i in range(len(ends))
    )
    found = [{line.split(" ")[0].rpartition("/")[2][:-1] for line in lines(one)} for one in cut(whole, BASE, REACH)]
    assert found == [{"1", "2", "4"}, {"3"}]


def test_what_names_a_node_lies_beside_its_slice():
    """An extraction is asked what it produced, and the mappings it produced lie in other slices."""
    made = "<http://www.w3.org/ns/prov#wasGeneratedBy>"
    whole = (
        f"<{BASE}a> <{MAPPED[0]}> <{BASE}work/a/task/1> .\n<{BASE}a> {made} <{BASE}e> .\n<{BASE}e> <{BASE}p> <{BASE}work/c> .\n"
    )
    first, second = cut(whole, BASE, REACH)
    assert (lines(first), first.beside) == (whole.splitlines()[:2], "")
    assert second.beside.splitlines() == [f"<{BASE}a> {made} <{BASE}e> ."]


def test_steps_of_a_path_are_followed_from_node_to_node():
    shapes = Graph().parse(
        format="turtle",
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
        ex:A a sh:PropertyShape ; sh:targetObjectsOf ex:p ; sh:path ( [ sh:inversePath ex:q ] ex:r ) ; sh:class ex:C .
        ex:B a sh:PropertyShape ; sh:path ex:s ; sh:or ( [ sh:path ex:t ; sh:minCount 1 ] ) .
        ex:C a sh:PropertyShape ; sh:path ex:u ; sh:maxCount 1 .""",
    )
    found = reach(shapes)
    short = {name: {one.rpartition("/")[2] for one in getattr(found, name)} for name in ("back", "on", "classed")}
    assert short == {"back": {"p", "q"}, "on": {"r", "s", "t"}, "classed": {"q", "r"}}
    whole = "".join(f"<e:{s}> <http://example.org/{p}> <e:{o}> .\n" for s, p, o in ("1q2", "1r3", "3u4", "2u5"))
    own = next(one for one in cut(whole + f"<e:2> <e:is> <{BASE}work/a> .\n", BASE, found) if "<e:is>" in one.own)
    assert own.beside == "<e:1> <http://example.org/q> <e:2> .\n<e:1> <http://example.org/r> <e:3> .\n"


TRIPLES = alignment(model_store())
NODES = sorted({str(triple.subject)[1:-1] for triple in TRIPLES})
EDITS = st.lists(
    st.tuples(st.integers(0, len(TRIPLES) - 1), st.sampled_from(["remove", "double", "turn", "strange"])), max_size=4
)


def edited(edits):
    """The model's alignment with statements missing, doubled, turned to another node, or with a date that is none."""
    found = set(TRIPLES)
    for at, how in edits:
        one = TRIPLES[at]
        if how in ("remove", "turn"):
            found.discard(one)
        if how == "double":
            found.add(Triple(one.subject, one.predicate, Literal("2")))
        if how == "turn":
            found.add(Triple(one.subject, one.predicate, NamedNode(NODES[at % len(NODES)])))
        if how == "strange":
            found.add(Triple(one.subject, NamedNode(f"{BASE}ns#issued"), Literal("never")))
    return text(sorted(found, key=str))


@pytest.fixture(scope="module")
def checked():
    """What the shapes look at and find in some slices of the model's alignment."""
    shapes = Shapes(shapes_graph(ROOT / "shapes"))
    units = Units(model_store(), shapes.terms, shapes.reach.classed)

    def check(slices):
        looked, found = Counter(), Counter()
        for one in slices:
            for iri, focus, results in shapes.check(units.unit(ALIGNMENT, one.own, one.beside)):
                looked.update((iri, node) for node in focus)
                found.update(results)
        return looked, found

    return check


@given(EDITS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_alignment_sound_or_broken_gives_the_same_in_slices_and_at_once(checked, edits):
    whole = edited(edits)
    assert checked(cut(whole, BASE, REACH)) == checked([Slice(whole, "")])


def test_broken_slices_give_what_plain_pyshacl_gives_on_the_whole():
    """A mapping without its lower task, one with two scores, a claim of a document with a date that is none, nothing produced."""
    store = model_store()
    mapping, claim = f"<{BASE}alignment/0001>", f"<{BASE}doc/news-c/claim/1>"
    store.update(
        f"{PREFIXES} DELETE DATA {{ GRAPH <{ALIGNMENT}> {{ {mapping} sssom:object_id <{LOWER}> ; prov:wasGeneratedBy <{MADE}> }} }} ;"
        f" INSERT DATA {{ GRAPH <{ALIGNMENT}> {{ {mapping} zt:score 2 . {claim} zt:issued 'never' }} }}"
    )
    found = {(f.rule.local, f.focus) for f in validate.run(store).findings}
    broken = [
        ("AlignmentLower", mapping),
        ("AlignmentScore", mapping),
        ("IssuedDate", claim),
        ("ExtractionProduced", f"<{MADE}>"),
    ]
    assert found >= {(rule, node[1:-1]) for rule, node in broken}
    assert compare(store) is None


@pytest.fixture
def units(monkeypatch):
    """The graphs of which units are made."""
    found = []
    known = Units.unit
    monkeypatch.setattr(Units, "unit", lambda self, name, *text: found.append((name, text[0])) or known(self, name, *text))
    return found


def test_the_pairs_that_changed_are_checked_and_no_others(place, units):
    before = report(place)
    assert len([name for name, _ in units if name == ALIGNMENT]) > 2
    units.clear()
    rewritten(place, ALIGNMENT, f"DELETE WHERE {{ GRAPH <{ALIGNMENT}> {{ <{BASE}alignment/0001> zt:relation ?is }} }}")
    after = report(place)
    assert [name for name, _ in units] == [ALIGNMENT]
    assert "alignment/0001" in units[0][1]
    assert "claim" not in units[0][1]
    assert {f.rule.local for f in after.findings} - {f.rule.local for f in before.findings} == {"AlignmentRelation"}
    assert after.findings == fresh(place)
    units.clear()
    rewritten(place, ALIGNMENT, f"INSERT DATA {{ GRAPH <{ALIGNMENT}> {{ <{BASE}doc/news-c/claim/1> zt:issued 'never' }} }}")
    assert report(place).findings == fresh(place)
    assert "alignment/0001" not in units[0][1]


def test_findings_in_slices_that_did_not_change_stay(place, units):
    rewritten(place, ALIGNMENT, f"DELETE WHERE {{ GRAPH <{ALIGNMENT}> {{ <{BASE}alignment/0001> zt:relation ?is }} }}")
    report(place)
    rewritten(place, ALIGNMENT, f"INSERT DATA {{ GRAPH <{ALIGNMENT}> {{ <{BASE}doc/news-c/claim/1> zt:issued 'never' }} }}")
    found = report(place).findings
    assert {"AlignmentRelation", "IssuedDate"} <= {finding.rule.local for finding in found}
    assert found == fresh(place)


def test_a_document_that_describes_an_end_of_a_mapping_differently_now(place):
    """The ends of a pair lie in two documents; what one says of its own reaches the slice of the pair."""
    claim = f"<{BASE}doc/news-c/claim/1>"
    rewritten(place, ALIGNMENT, f"INSERT DATA {{ GRAPH <{ALIGNMENT}> {{ <{BASE}x> zt:about {claim} ; a zt:Claim }} }}")
    report(place)
    rewritten(place, NEWS, f"DELETE WHERE {{ GRAPH <{NEWS}> {{ {claim} ?property ?value }} }}")
    assert report(place).findings == fresh(place)
