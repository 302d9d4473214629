"""Every query file: its header, its columns, its terms, and that two engines can read it."""

import re

import pytest
from pyoxigraph import Store
from rdflib import Graph, URIRef
from rdflib.plugins.sparql import prepareQuery
from SPARQLWrapper import SPARQLWrapper

from tests.queries.contract import ARGUMENTS, COLUMNS
from tests.queries.support import ONTOLOGY, ROOT
from zhengtu.graphs import ZT
from zhengtu.query import library

QUERIES = library()
SPARQL_FILES = [
    *(ROOT / "queries").glob("*.rq"),
    *(ROOT / "shapes" / "audit").glob("*.rq"),
    *(ROOT / "zhengtu" / "query" / "sparql").glob("*.rq"),
    *(ROOT / "zhengtu" / "ask" / "sparql").glob("*.rq"),
    *(ROOT / "zhengtu" / "diff" / "sparql").glob("*.rq"),
    *(ROOT / "zhengtu" / "validate" / "sparql").glob("*.rq"),
]


@pytest.fixture(scope="module")
def declared():
    return {str(term) for term in Graph().parse(ONTOLOGY).subjects() if isinstance(term, URIRef)}


def test_every_promised_query_is_there():
    assert set(COLUMNS) <= set(QUERIES)
    assert {name for name, query in QUERIES.items() if query.parameters and name in COLUMNS} == set(ARGUMENTS)


@pytest.mark.parametrize("name", COLUMNS)
def test_the_promised_columns_come_first(name):
    assert list(QUERIES[name].columns[: len(COLUMNS[name])]) == COLUMNS[name]


@pytest.mark.parametrize("name", QUERIES)
def test_the_header_is_complete_and_true(name):
    query = QUERIES[name]
    for text in (query.summary, query.description):
        assert re.search(r"[一-鿿]", text.zh)
        assert text.en
    assert query.example.startswith(f"zhengtu query {name}")
    for parameter in query.parameters:
        assert re.search(r"[一-鿿]", parameter.description.zh)
        assert parameter.description.en
        assert f"--set {parameter.name}=" in query.example
        assert re.search(rf"VALUES \?{parameter.variable} \{{ UNDEF \}}", query.text)
    assert tuple(v.value for v in Store().query(query.text).variables) == query.columns


@pytest.mark.parametrize("name", QUERIES)
def test_the_questions_name_the_parameters(name):
    query = QUERIES[name]
    wanted = {parameter.name for parameter in query.parameters}
    for questions in (query.questions, query.questions_en):
        assert 2 <= len(questions) <= 4
        assert len({question.text for question in questions}) == len(questions)
        for question in questions:
            assert set(question.values) == wanted
            assert all(question.values.values())
            assert not set("<>|") & set(question.text)
    assert all(re.search(r"[一-鿿]", question.text) for question in query.questions)
    assert all(re.search(r"[a-z]", question.text) for question in query.questions_en)


def test_no_question_is_asked_of_two_queries():
    asked = [question.text for query in QUERIES.values() for question in (*query.questions, *query.questions_en)]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("name", QUERIES)
def test_the_header_reads_as_plain_yaml(name):
    """grlc reads the decorators as YAML: a plain scalar holds no ``: `` or `` #`` and begins with no indicator."""
    for line in QUERIES[name].text.splitlines():
        if line.startswith("#+"):
            value = line.removeprefix("#+").partition(": ")[2]
            assert value
            assert value[0] not in "-?:,[]{}#&*!|>'\"%@`"
            assert ": " not in value
            assert " #" not in value


@pytest.mark.parametrize("name", QUERIES)
def test_sparqlwrapper_takes_it_for_a_query(name):
    """It guesses from the first word that is a keyword, in every second line of a head too: ADD, also of ``added``, is an update."""
    wrapper = SPARQLWrapper("http://localhost/")
    wrapper.setQuery(QUERIES[name].text)
    assert wrapper.isSparqlQueryRequest()


def test_the_library_is_large_enough():
    assert len(QUERIES) >= 40


@pytest.mark.parametrize("name", QUERIES)
def test_rows_are_ordered_and_every_pattern_names_its_graph(name):
    text = QUERIES[name].text
    assert "\nORDER BY " in text
    assert "GRAPH ?" in text
    assert "FROM" not in text


@pytest.mark.parametrize("path", SPARQL_FILES, ids=lambda path: path.name)
def test_two_engines_read_it(path):
    text = path.read_text("utf-8")
    Store().query(text)
    prepareQuery(text)


@pytest.mark.parametrize("path", SPARQL_FILES, ids=lambda path: path.name)
def test_only_declared_terms_and_used_prefixes(path, declared):
    text = path.read_text("utf-8")
    body = re.sub(r'"[^"\n]*"|#[^\n]*', "", text)
    used = set(re.findall(r"\bzt:(\w+)", body))
    assert not [term for term in used if ZT + term not in declared]
    for prefix in re.findall(r"^PREFIX (\w+):", text, re.MULTILINE):
        assert re.search(rf"\b{prefix}:", re.sub(r"^PREFIX.*$", "", body, flags=re.MULTILINE)), prefix
