"""The competency questions: each is tied to a query and a golden answer, and the shipped corpus answers it."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDFS

from tests.ontology.vocabulary import ZT, own
from zhengtu.paths import resource_dir
from zhengtu.query import library, run

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "competency-questions.md"
LINK = re.compile(r"\[([^]]*)\]\(([^)]*)\)")


def lines(width):
    """The cells of the table whose rows have so many columns, without its head."""
    rows = [line.strip("|").split("|") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows if len(row) == width and not set(row[0]) <= set(" -")][1:]


QUESTIONS = lines(7)


def test_there_are_thirty_different_questions_in_both_languages():
    assert len(QUESTIONS) >= 30
    assert [int(row[0]) for row in QUESTIONS] == list(range(1, len(QUESTIONS) + 1))
    assert all(re.search(r"[一-鿿].*[？]$", row[1]) and row[2].endswith("?") for row in QUESTIONS)
    for column in (1, 2):
        assert len({row[column] for row in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row[0])
def test_a_question_has_its_query_and_golden_answer(row):
    (name, query), (_, golden) = LINK.fullmatch(row[3]).groups(), LINK.fullmatch(row[5]).groups()
    assert (PAGE.parent / query).resolve() == ROOT / "queries" / f"{name}.rq"
    assert name in library()
    assert (PAGE.parent / golden).is_file()


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row[0])
def test_the_corpus_answers(corpus, row):
    name = LINK.fullmatch(row[3])[1]
    arguments = dict(pair.split("=") for pair in re.findall(r"`([^`]*)`", row[4]))
    assert row[6] in ("answers", "none")
    assert bool(len(run(corpus, name, arguments or None))) == (row[6] == "answers")


def test_every_question_the_design_promises_is_here():
    from tests.queries.contract import COLUMNS

    assert set(COLUMNS) <= {LINK.fullmatch(row[3])[1] for row in QUESTIONS}


def named():
    """The terms that a query, an audit or a shape names."""
    files = [path for room in ("queries", "shapes") for path in resource_dir(room).rglob("*") if path.suffix in (".rq", ".ttl")]
    text = "\n".join(re.sub(r"(?m)^#.*$", "", path.read_text("utf-8")) for path in files)
    return {ZT[name] for name in re.findall(r"\bzt:(\w+)", text)}


def test_no_term_is_an_orphan(core):
    used = named()
    listed = {ZT[name] for row in lines(2) for name in re.findall(r"`(\w+)`", row[0])}
    terms = set(own(core, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty))
    assert listed <= terms
    orphans = set()
    for term in terms - used:
        near = set(core.transitive_objects(term, RDFS.subClassOf)) | set(core.transitive_subjects(RDFS.subClassOf, term))
        if not near & used:
            orphans.add(term)
    assert orphans <= listed
    assert {ZT.assigns, ZT.strength} <= orphans
