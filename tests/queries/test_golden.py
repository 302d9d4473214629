"""The answers on the hand-written model, as a reader of it would give them."""

import csv
from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from rdflib import Dataset

from tests.queries.contract import ARGUMENTS, COLUMNS
from tests.queries.support import MODEL
from zhengtu.graphs import BASE
from zhengtu.query import find, run
from zhengtu.query.entities import terms
from zhengtu.store import memory_store
from zhengtu.store.bind import bind

GOLDEN = Path(__file__).parent / "golden"


def short(value):
    return str(value).removeprefix(BASE)


def golden(name):
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return head, rows


def bound(store, name):
    query = find(name)
    values = {p.variable: terms(store, p, ARGUMENTS[name][p.name]) for p in query.parameters}
    return query, bind(query.text, {variable: found for variable, (found,) in values.items()})


@pytest.mark.parametrize("name", COLUMNS)
def test_the_answer(model, name):
    head, rows = golden(name)
    table = run(model, name, ARGUMENTS.get(name))
    assert list(table.columns) == head
    assert [[short(value) for value in row.values()] for row in table] == rows


@pytest.mark.parametrize("name", COLUMNS)
def test_the_default_graph_does_not_matter(model, name):
    query, text = bound(model, name)
    with_union = [tuple(map(str, row)) for row in model.raw.query(text, use_default_graph_as_union=True)]
    without = [tuple(map(str, row)) for row in model.raw.query(text)]
    assert with_union == without
    assert len(without) == len(golden(query.name)[1])


@pytest.fixture(scope="module")
def other_engine():
    data = Dataset()
    data.parse(MODEL, format="trig")
    return data


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
@pytest.mark.parametrize("name", COLUMNS)
def test_another_engine_gives_the_same_rows(model, other_engine, name):
    _, text = bound(model, name)
    rows = [["" if cell is None else short(cell) for cell in row] for row in other_engine.query(text)]
    assert sorted(rows) == sorted(golden(name)[1])


@pytest.mark.parametrize("name", COLUMNS)
def test_an_empty_store_gives_no_row(name):
    query = find(name)
    values = {p.variable: NamedNode(BASE + "place/0") for p in query.parameters}
    rows = memory_store().select(query.text, values)
    assert rows.columns == query.columns
    assert list(rows) == []


def test_the_same_iri_twice_counts_once(model):
    table = run(model, "places")
    assert len(table) == len({(row["document"], row["iri"]) for row in table})
