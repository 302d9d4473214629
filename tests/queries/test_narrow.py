"""Rows chosen by the value of a column."""

from __future__ import annotations

import pytest
from pyoxigraph import Store
from rdflib.plugins.sparql import prepareQuery

from zhengtu.query import BadParameter, UnknownEntity, library, run
from zhengtu.query.narrow import narrow

DOCUMENTS = ("document", "upper_document", "lower_document", "task_document")


def values(model, name, column, **params) -> list[str]:
    return [row[column] for row in run(model, name, params)]


def test_a_document_by_any_of_its_names(model):
    for name in ("plan-a", "示范城市群方案来了"):
        rows = list(run(model, "tasks", {"document": name}))
        assert rows
        assert {row["document"] for row in rows} == {"plan-a"}
    with pytest.raises(UnknownEntity):
        run(model, "tasks", {"document": "plan"})


def test_a_title_of_two_documents_is_not_guessed():
    with pytest.raises(BadParameter, match=r"plan-a2.*plan-b2"):
        _of_two()


def _of_two():
    from pyoxigraph import RdfFormat

    from tests.queries.support import model_store

    store = model_store()
    text = b"""@prefix zt: <https://w3id.org/zhengtu/ns#> . @prefix d: <http://purl.org/dc/terms/> .
    <urn:g> { <urn:a> a zt:Document ; d:identifier "plan-a2" ; d:title "One" .
              <urn:b> a zt:Document ; d:identifier "plan-b2" ; d:title "One" . }"""
    store.raw.load(text, format=RdfFormat.TRIG)
    return run(store, "tasks", {"document": "One"})


@pytest.mark.parametrize("name", [n for n, q in library().items() if all(p.default is not None for p in q.parameters)])
def test_the_rows_are_those_of_the_whole_answer(model, name):
    whole = run(model, name)
    for column in whole.columns:
        for value in sorted({row[column] for row in whole} - {""})[:5]:
            if any(mark in value for mark in ";*"):
                continue
            try:
                narrowed = run(model, name, {column: value})
            except BadParameter:
                assert column in (
                    "documents",
                    "document_list",
                    "provinces",
                    "places",
                    "score",
                    "tasks",
                    "agreements",
                    "mentions",
                    "projects",
                )
                break
            assert list(narrowed) == [row for row in whole if value in row[column].split(";")], (column, value)


def test_a_cell_that_lists_several(model):
    several = next(cell for cell in values(model, "projects", "places") if ";" in cell)
    first, second = several.split(";")[:2]
    assert several in values(model, "projects", "places", places=first)
    assert several in values(model, "projects", "places", places=f"{second};{first}")


def test_the_beginning_of_a_date(model):
    found = values(model, "timeline", "date", date="2030*")
    assert found
    assert all(day.startswith("2030") for day in found)


def test_either_of_two_columns(model):
    rows = list(run(model, "joint-agencies"))
    name = rows[0]["label_b"]
    found = list(run(model, "joint-agencies", {"label_a/label_b": name}))
    assert found == [row for row in rows if name in (row["label_a"], row["label_b"])]


def test_a_counted_column_is_refused():
    query = "SELECT ?a (COUNT(?b) AS ?n) WHERE { ?a ?p ?b } GROUP BY ?a"
    with pytest.raises(BadParameter, match="n 是汇总"):
        narrow(query, "n", "1")


def test_neither_parameter_nor_column(model):
    with pytest.raises(BadParameter, match="document"):
        run(model, "tasks", {"docment": "plan-a"})


@pytest.mark.parametrize("value", ['") } DROP ALL #', "'", '"', "\\", ";", "a;b", "*", "\n", "?x", "}"])
@pytest.mark.parametrize("name", ["targets", "projects", "timeline"])
def test_a_value_cannot_break_out(model, name, value):
    column = library()[name].columns[1]
    text = narrow(library()[name].text, column, value)
    Store().query(text)
    prepareQuery(text)
    run(model, name, {column: value})
