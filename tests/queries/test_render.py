"""Printing answers."""

import csv
import json
from io import StringIO

import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, parse_query_results
from rdflib import RDF, Graph, Namespace
from rich.cells import cell_len

from zhengtu.graphs import BASE
from zhengtu.query import FORMATS, Table, UnknownFormat, render, run

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
TABLE = Table(
    ("name", "count", "iri"),
    (
        (Literal("国家发展改革委"), Literal(12), NamedNode(BASE + "agency/ndrc")),
        (Literal('a "quoted", one', language="en"), None, None),
        (Literal("两\n行"), Literal(3), NamedNode(BASE + "ns#lead")),
    ),
)


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_standard_formats_read_back_as_the_same_terms(form):
    results = parse_query_results(render(TABLE, form), format=getattr(QueryResultsFormat, form.upper()))
    assert [v.value for v in results.variables] == list(TABLE.columns)
    assert [tuple(row[i] for i in range(3)) for row in results] == list(TABLE.rows)


def test_csv_reads_back_as_printed_values():
    head, *rows = csv.reader(StringIO(render(TABLE, "csv"), newline=""))
    assert head == list(TABLE.columns)
    assert rows[0] == ["国家发展改革委", "12", BASE + "agency/ndrc"]
    assert rows[1:] == [['a "quoted", one', "", ""], ["两\n行", "3", BASE + "ns#lead"]]


def test_turtle_is_a_result_set():
    graph = Graph().parse(data=render(TABLE, "turtle"), format="turtle")
    top = graph.value(predicate=RDF.type, object=RS.ResultSet)
    assert {str(v) for v in graph.objects(top, RS.resultVariable)} == set(TABLE.columns)
    assert sorted(int(graph.value(s, RS["index"])) for s in graph.objects(top, RS.solution)) == [1, 2, 3]
    assert len(list(graph.subjects(RS.value))) == 7


def test_columns_align_by_display_width():
    lines = render(TABLE).splitlines()
    assert lines[0].split() == ["name", "count", "iri"]
    starts = {
        cell_len(line[: line.index(text)]) for line, text in zip((lines[2], lines[4]), ("agency/ndrc", "zt:lead"), strict=True)
    }
    assert len(starts) == 1
    assert len(lines) == 5
    assert not any(line.endswith(" ") for line in lines)


def test_a_terminal_folds_long_cells_without_losing_a_character(model):
    table = run(model, "documents")
    folded = render(table, "table", 80)
    assert all(cell_len(line) <= 80 for line in folded.splitlines())
    assert sum(line.count("市") for line in folded.splitlines()) == render(table).count("市")
    assert len(folded.splitlines()) > len(render(table).splitlines())


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_table_still_has_its_columns(form):
    assert "document" in render(Table(("document",), ()), form)


def test_json_is_for_people_too():
    assert "国家发展改革委" in render(TABLE, "json")
    assert json.loads(render(TABLE, "json"))["head"]["vars"] == ["name", "count", "iri"]


def test_unknown_format_lists_those_there_are():
    with pytest.raises(UnknownFormat, match="turtle"):
        render(TABLE, "excel")
