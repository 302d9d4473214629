"""Audits over all documents after random edits: only what hangs on the edits is asked for, and the answer is that of all."""

import random
from collections import Counter

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from tests.queries.support import model_store
from zhengtu import validate
from zhengtu.graphs import BASE, named, stem_of
from zhengtu.store import EmbeddedStore, new_generation
from zhengtu.validate import audit, joined
from zhengtu.validate.rules import audits

ZT, XSD = f"{BASE}ns#", "http://www.w3.org/2001/XMLSchema#"
OWN = ("doc/", "work/", "alignment/")
ALIGNMENT = named(BASE, "alignment")
JOINING = [rule for rule in audits().values() if rule.joins]
COPIES = 6


def renamed(node, copy):
    """A node of the model under the name it has in a copy; what documents share is shared by the copies too."""
    if not isinstance(node, NamedNode) or not copy:
        return node
    if node.value.startswith(f"{BASE}graph/doc/"):
        return NamedNode(f"{node.value}-{copy}")
    kind = next((kind for kind in OWN if node.value.startswith(BASE + kind)), None)
    return NamedNode(f"{BASE}{kind}{copy}-{node.value.removeprefix(BASE + kind)}") if kind else node


def many():
    """The quads of several copies of the model in one store."""
    return [
        Quad(*(renamed(node, copy) for node in (q.subject, q.predicate, q.object)), renamed(q.graph_name, copy))
        for q in model_store().quads()
        for copy in range(COPIES)
    ]


class Library:
    """A store on disk, its documents, and the edits that are made to them."""

    def __init__(self, place, seed):
        self.place, self.dice = place, random.Random(seed)
        self.quads = many()
        self.graphs = {}
        for quad in self.quads:
            self.graphs.setdefault(quad.graph_name.value, set()).add(quad.triple)
        self.all = {name: set(triples) for name, triples in self.graphs.items()}
        with new_generation(place) as opened:
            opened.add(self.quads)

    def edit(self):
        """One edit of a document or of the alignment, as a build writes it; what it was."""
        kind = self.dice.choice(["spoil", "swap", "swap", "date", "remove", "restore", "alignment", "nothing"])
        name = ALIGNMENT if kind == "alignment" else self.dice.choice(sorted(n for n in self.all if stem_of(n)))
        now = set(self.graphs.get(name, ()))
        read = sorted((t for t in now if t.predicate.value in READ), key=str)
        if kind in ("spoil", "alignment"):
            now -= set(self.dice.sample(read, min(2, len(read))))
            if kind == "alignment":
                now |= set(self.dice.sample(sorted(self.all[name], key=str), 6))
        elif kind == "swap" and read:
            gone = self.dice.choice(read)
            other = self.dice.choice([q.object for q in self.quads if q.predicate == gone.predicate])
            now = (now - {gone}) | {Triple(gone.subject, gone.predicate, other)}
        elif kind == "date":
            dated = sorted((t for t in now if t.predicate.value == f"{ZT}issued"), key=str)
            day = Literal(self.dice.choice(["2029-01-01", "2031-01-01"]), datatype=NamedNode(f"{XSD}date"))
            now = (now - {*dated}) | {Triple(t.subject, t.predicate, day) for t in dated}
        elif kind == "remove":
            now = set()
        elif kind == "restore":
            now = self.all[name]
        with new_generation(self.place, carry_over=True) as opened:
            opened.replace_graph(name, sorted(now, key=str))
        self.graphs[name] = now
        return kind


READ = {name for rule in JOINING for name in joined._names(rule.sparql)} - {f"{ZT}Task"}


@pytest.mark.parametrize("seed", range(3))
def test_after_random_edits_the_answer_is_that_of_all(tmp_path, monkeypatch, seed):
    library, said, asked = Library(tmp_path / "store", seed), Counter(), Counter()
    answers = audit.answers
    monkeypatch.setattr(audit, "answers", lambda s, r, g=None: asked.update(["some" if g else "all"]) or answers(s, r, g))
    for step in range(25):
        kind = library.edit() if step else "first"
        with EmbeddedStore(library.place) as store:
            asked.clear()
            kept = joined.across(store, JOINING, "", tmp_path / "cache")
            assert step == 0 or not asked["all"], kind
            assert kept == joined.across(store, JOINING, ""), (step, kind)
            said.update(iri for rows in kept.values() for iri, _ in rows)
    assert set(said) == {rule.iri for rule in JOINING}


def test_after_random_edits_the_report_is_that_of_a_first_run(tmp_path):
    library = Library(tmp_path / "store", 7)
    for _ in range(6):
        with EmbeddedStore(library.place) as store:
            kept = validate.run(store, validate.Options(cache=tmp_path / "cache", jobs=1))
            again = validate.run(store, validate.Options(cache=tmp_path / "cache", jobs=1))
            assert kept == again == validate.run(store, validate.Options(jobs=1))
        library.edit()


def test_where_most_has_changed_all_is_asked(tmp_path, monkeypatch):
    library = Library(tmp_path / "store", 1)
    with EmbeddedStore(library.place) as store:
        joined.across(store, JOINING, "", tmp_path / "cache")
    with new_generation(library.place) as opened:
        opened.add(q for q in library.quads if not q.predicate.value.endswith("#issued"))
    asked = []
    answers = audit.answers
    monkeypatch.setattr(audit, "answers", lambda s, r, g=None: asked.append(g) or answers(s, r, g))
    with EmbeddedStore(library.place) as store:
        joined.across(store, JOINING, "", tmp_path / "cache")
    assert asked == [None] * len(JOINING)


def test_what_an_audit_reads_is_told_from_its_text():
    text = "PREFIX zt: <urn:zt:> PREFIX a: <urn:a#>\nSELECT ?x WHERE { GRAPH ?g { ?x zt:year|a:b ?y } # zt:no\n FILTER(?y = 'zt:neither') }"
    assert joined._names(text) == {"urn:zt:year", "urn:a#b"}


@pytest.mark.parametrize("rule", JOINING, ids=lambda rule: rule.local)
def test_an_audit_over_documents_names_the_properties_it_reads(rule):
    """So that what it reads of a graph can be told from its text; and each graph that takes part can be given."""
    patterns = rule.sparql.partition("WHERE")[2]
    assert not [line for line in patterns.splitlines() if line.strip().startswith("?") and line.split()[1].startswith("?")]
    assert all(f"VALUES ?{name} {{ UNDEF }}" in patterns for name in rule.joins)
