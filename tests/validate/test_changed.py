"""What is read anew when something changed: the document that changed, and what others say of it."""

import random

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from tests.queries.support import model_store
from zhengtu import validate
from zhengtu.graphs import BASE, named, stem_of
from zhengtu.store import EmbeddedStore, new_generation, open_store
from zhengtu.validate import check
from zhengtu.validate.unit import names

PREFIXES = f"PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX zt: <{BASE}ns#> "
PLAN, OTHER = f"{BASE}graph/doc/plan-a", f"{BASE}graph/doc/division-b"
MECHANISM = f"<{BASE}work/fagaiguihua-2030-1/mechanism/1>"
BESIDE = [named(BASE, "registry"), named(BASE, "ontology")]


@pytest.fixture
def read(monkeypatch):
    """The graphs that a validation reads."""
    found = []
    known = check.n_triples
    monkeypatch.setattr(check, "n_triples", lambda store, name: found.append(name) or known(store, name))
    return found


def rewritten(place, graph, text):
    """Update a graph the way a build does: as a whole, in a new generation."""
    changed = model_store()
    changed.raw.clear()
    with open_store(str(place)) as store:
        changed.add(store.quads())
    changed.update(PREFIXES + text)
    with new_generation(place, carry_over=True) as opened:
        opened.replace_graph(graph, changed.graph(graph))


def report(place, **more):
    with open_store(str(place)) as store:
        return validate.report(store, **more)


def fresh(place):
    """The findings without anything kept."""
    with open_store(str(place)) as store:
        return validate.run(store, validate.Options(jobs=1)).findings


def test_nothing_changed_nothing_is_read(place, read):
    first = report(place)
    with EmbeddedStore(place) as store:
        assert sorted(read) == sorted({*names(store), *BESIDE})
    read.clear()
    assert report(place) == first
    assert read == []


def test_one_document_changed_and_it_alone_is_read(place, read):
    report(place)
    rewritten(place, PLAN, f"DELETE WHERE {{ GRAPH <{PLAN}> {{ {MECHANISM} dcterms:title ?title }} }}")
    read.clear()
    changed = report(place)
    assert sorted(read) == sorted([PLAN, *BESIDE])
    assert "EventTitle" in {finding.rule.local for finding in changed.findings}
    assert changed.findings == fresh(place)


def test_a_graph_written_anew_with_the_same_content_is_read_and_not_checked(place, read, monkeypatch):
    first = report(place)
    rewritten(place, PLAN, "")
    read.clear()
    monkeypatch.setattr(check.Checker, "_checked", None)
    assert report(place) == first
    assert read == [PLAN]


def test_what_another_program_wrote_is_seen(place, read):
    report(place)
    with EmbeddedStore(place) as store:
        folder = place / "generations" / f"{store.generation:06d}"
    other = Store(str(folder))
    other.update(f"{PREFIXES} DELETE WHERE {{ GRAPH <{PLAN}> {{ {MECHANISM} dcterms:title ?title }} }}")
    del other
    read.clear()
    changed = report(place)
    assert set(read) >= {PLAN, OTHER}
    assert "EventTitle" in {finding.rule.local for finding in changed.findings}


def test_a_node_that_another_document_describes_differently_now(place, read):
    """A responsibility of the plan names an office that only the division plan describes; then that one says no more of it."""
    office = f"<{BASE}agency/%E7%9C%81%E4%BD%8E%E7%A9%BA%E5%8A%9E>"
    share = f"<{BASE}work/fagaiguihua-2030-1/responsibility/3-2>"
    rewritten(
        place,
        PLAN,
        f"DELETE {{ GRAPH ?g {{ {share} zt:unit ?unit }} }} INSERT {{ GRAPH ?g {{ {share} zt:unit {office} }} }}"
        f" WHERE {{ GRAPH ?g {{ {share} zt:unit ?unit }} }}",
    )
    before = {(f.rule.local, f.focus) for f in report(place).findings}
    rewritten(place, OTHER, f"DELETE WHERE {{ GRAPH <{OTHER}> {{ {office} ?property ?value }} }}")
    read.clear()
    after = report(place)
    assert ("ResponsibilityUnit", share[1:-1]) in {(f.rule.local, f.focus) for f in after.findings} - before
    assert PLAN in read
    assert after.findings == fresh(place)


def test_an_audit_over_documents_that_now_says_something_else(place):
    """The date of the plan moves behind that of the plan which divides it: the finding is on the one that did not change."""
    assert "issued-before-upper" not in {f.rule.local for f in report(place).findings}
    rewritten(
        place,
        PLAN,
        f"DELETE {{ GRAPH <{PLAN}> {{ ?w zt:issued ?d }} }}"
        f' INSERT {{ GRAPH <{PLAN}> {{ ?w zt:issued "2031-01-01"^^<http://www.w3.org/2001/XMLSchema#date> }} }}'
        f" WHERE {{ GRAPH <{PLAN}> {{ ?w zt:issued ?d . FILTER(?w = <{BASE}work/fagaiguihua-2030-1>) }} }}",
    )
    late = [f for f in report(place).findings if f.rule.local == "issued-before-upper"]
    assert [f.where.document for f in late] == ["division-b"]
    assert stem_of(OTHER) == "division-b"


TASK = f"{BASE}work/fagaiguihua-2030-1/task/1"
INFERRED, ALIGNMENT = named(BASE, "inferred"), named(BASE, "alignment")


def written(place, change):
    """Write single statements, as an update of the store does to what is aligned and inferred."""
    with new_generation(place, carry_over=True) as opened:
        change(opened)


def leads(store):
    """What was inferred of who leads which task, in order."""
    find = store.raw.quads_for_pattern
    found = (
        quad
        for one in ("leadUnit", "leadBasis")
        for quad in find(None, NamedNode(f"{BASE}ns#{one}"), None, NamedNode(INFERRED))
    )
    return sorted(found, key=str)


@pytest.mark.parametrize("seed", range(4))
def test_single_statements_written_to_what_was_inferred(place, read, seed):
    report(place)
    rng = random.Random(seed)
    gone: list[Quad] = []
    for _ in range(3):
        with open_store(str(place)) as store:
            there = leads(store)
        taken, back = rng.sample(there, 2), [gone.pop()] if gone and rng.random() < 0.5 else []
        written(place, lambda opened, taken=taken, back=back: (opened.remove(taken), opened.add(back)))
        gone += taken
        read.clear()
        assert report(place).findings == fresh(place)
        assert set(map(stem_of, read)) - {""} <= {"plan-a", "division-b", "news-c", "agreement-d"}


@pytest.mark.parametrize("graph", [named(BASE, name) for name in ("registry", "alignment", "inferred")])
def test_a_term_outside_the_ontology_in_any_graph(place, graph):
    stray = Quad(NamedNode(TASK), NamedNode(f"{BASE}ns#shape"), Literal("round"), NamedNode(graph))
    assert "term-undeclared" not in {one.rule.local for one in report(place).findings}
    written(place, lambda opened: opened.add([stray]))
    found = [one for one in report(place).findings if one.rule.local == "term-undeclared"]
    assert [(one.focus, one.what.en) for one in found] == [(graph, "uses shape, which the ontology does not define (1 times)")]
    assert report(place).findings == fresh(place)
    written(place, lambda opened: opened.add([Quad(stray.subject, stray.predicate, Literal("flat"), stray.graph_name)]))
    assert [one.what.en for one in report(place).findings if one.rule.local == "term-undeclared"] == [
        "uses shape, which the ontology does not define (2 times)"
    ]
    written(place, lambda opened: opened.remove([*opened.raw.quads_for_pattern(None, stray.predicate, None, None)]))
    assert "term-undeclared" not in {one.rule.local for one in report(place).findings}
