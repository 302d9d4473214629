"""CSV on the Web: a validator of the W3C's rules reads the tables, and what it reads is what the graph says."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path

import pytest
import rdflib
from csvw import CSVW
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from tests.export.test_roundtrip import BASE, MODEL, exported
from zhengtu.export import ExportError, export, export_tables
from zhengtu.files import FileError
from zhengtu.store import memory_store, open_remote

TYPE = rdflib.RDF.type
ZT = rdflib.Namespace(BASE + "ns#")
ONTOLOGY = Path(__file__).parents[2] / "ontology" / "zhengtu.ttl"


def tables_of(quads, folder: Path, **options) -> Path:
    store = memory_store()
    store.add(quads)
    export_tables(store, folder, **options)
    return folder


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    graph = NamedNode(BASE + "graph/ontology")
    terms = (Quad(q.subject, q.predicate, q.object, graph) for q in parse(path=ONTOLOGY, format=RdfFormat.TURTLE))
    return [*parse(path=MODEL, format=RdfFormat.TRIG), *terms]


@pytest.fixture(scope="module")
def folder(quads, tmp_path_factory) -> Path:
    return tables_of(quads, tmp_path_factory.mktemp("export") / "tables")


def read(folder: Path) -> CSVW:
    return CSVW(str(folder / "csv-metadata.json"), validate=True)


def said(quads) -> dict[str, dict[str, set]]:
    """Subject → property → values, of what the documents, the registry and the rules say, as rdflib reads the values."""
    data = rdflib.Dataset()
    data.parse(data=serialize(quads, format=RdfFormat.N_QUADS), format="nquads")
    found: dict[str, dict[str, set]] = defaultdict(lambda: defaultdict(set))
    terms = {s for s, _, o, _ in data.quads((None, TYPE, None, None)) if str(o).startswith(str(rdflib.OWL))}
    for s, p, o, graph in data.quads():
        general = str(graph).endswith("inferred") and not p.startswith(ZT)
        if s not in terms and not general and not isinstance(s, rdflib.BNode):
            found[str(s)][str(p)].add(o.toPython() if isinstance(o, rdflib.Literal) else str(o))
    return {s: dict(values) for s, values in found.items() if str(TYPE) in values}


def found_in(folder: Path) -> dict[str, dict[str, set]]:
    """The same, as the library of CSVW reads the tables."""
    found: dict[str, dict[str, set]] = defaultdict(lambda: defaultdict(set))
    for table in read(folder).tables:
        for row in table.iterdicts():
            for column in table.tableSchema.columns[1:]:
                value = row[column.name]
                values = value if isinstance(value, list) else [] if value is None else [value]
                for one in values:
                    found[row["id"].unsplit()][column.propertyUrl.uri].add(
                        one.unsplit() if column.datatype.base == "anyURI" else one
                    )
    return {s: {p: v for p, v in values.items() if v} for s, values in found.items()}


def comparable(nodes: dict[str, dict[str, set]]) -> dict[str, dict[str, set[str]]]:
    """Numbers and years by value, whatever classes the two libraries give them."""
    return {s: {p: {plain(v) for v in values} for p, values in of.items()} for s, of in nodes.items()}


def plain(value) -> str:
    text = str(value).removesuffix(" 00:00:00")  # csvw reads a date as its midnight
    try:
        return text if isinstance(value, bool) else str(float(text))
    except ValueError:
        return text.split("-")[0] if text.endswith("-01-01") and len(text) == 10 else text


@pytest.mark.filterwarnings("always")
def test_the_validator_finds_nothing_to_say(folder):
    found = read(folder)
    assert found.is_valid, [str(warning.message) for warning in found.warnings]


@pytest.mark.filterwarnings("always")  # the validator collects warnings
@pytest.mark.parametrize(
    ("file", "column", "value"),
    [("Target.csv", "value", "many"), ("Document.csv", "published", "2030-02-31"), ("Task.csv", "id", "")],
)
def test_the_validator_would_find_what_is_wrong(quads, tmp_path, file, column, value):
    folder = tables_of(quads, tmp_path / "tables")
    with (folder / file).open(encoding="utf-8", newline="") as lines:
        head, first, *rest = csv.reader(lines)
    first[head.index(column)] = value
    with (folder / file).open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([head, first, *rest])
    assert not read(folder).is_valid


def test_the_tables_say_what_the_graph_says(quads, folder):
    assert comparable(found_in(folder)) == comparable(said(quads))


def test_each_kind_has_its_table_and_kinds_of_agency_place_and_work_share_one(folder):
    names = {path.stem for path in folder.glob("*.csv")}
    assert {
        "Document",
        "Work",
        "Section",
        "Task",
        "Responsibility",
        "Target",
        "Project",
        "Agency",
        "Place",
        "TextSpan",
    } <= names
    assert not {"Plan", "City", "CentralAgency", "owl_Class"} & names
    with (folder / "Agency.csv").open(encoding="utf-8", newline="") as lines:
        types = {row["id"].rsplit("/", 1)[-1]: row["type"].rsplit("#")[-1] for row in csv.DictReader(lines)}
    assert types["mot"] == "CentralAgency"
    assert types["gov-420100"] == "LocalGovernment"


def test_columns_say_what_they_are_in_both_languages(folder):
    data = json.loads((folder / "csv-metadata.json").read_text("utf-8"))
    task = next(table for table in data["tables"] if table["url"] == "Task.csv")
    titles = {title["@language"]: title["@value"] for title in task["dc:title"]}
    assert titles["zh"] == "任务"
    columns = {column["name"]: column for column in task["tableSchema"]["columns"]}
    assert columns["partOf"]["valueUrl"] == "{+partOf}"
    assert columns["order"]["datatype"] == "integer"
    assert task["tableSchema"]["aboutUrl"] == "{+id}"


def test_several_values_are_parted_by_what_stands_in_none(tmp_path):
    graph, node = NamedNode(BASE + "graph/doc/a"), NamedNode("https://e/1")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    names = ["甲|乙", "丙;丁", 'x"y\r\nz']
    quads = [Quad(node, kind, NamedNode(ZT.Event), graph)]
    quads += [Quad(node, NamedNode("http://purl.org/dc/terms/title"), Literal(name), graph) for name in names]
    folder = tables_of(quads, tmp_path / "tables")
    assert found_in(folder)["https://e/1"]["http://purl.org/dc/terms/title"] == set(names)
    assert read(folder).is_valid


def test_properties_of_one_name_and_values_of_several_kinds_have_columns_of_their_own(tmp_path):
    graph, node = NamedNode(BASE + "graph/doc/a"), NamedNode("https://e/1")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    quads = [
        Quad(node, kind, NamedNode(ZT.Event), graph),
        Quad(node, NamedNode("https://x/title"), Literal("外"), graph),
        Quad(node, NamedNode("https://y/title"), Literal("1", datatype=NamedNode(str(rdflib.XSD.integer))), graph),
        Quad(node, NamedNode("https://y/title"), Literal("英", language="zh-Hans"), graph),
        Quad(node, NamedNode("https://y/title"), NamedNode("https://e/2"), graph),
    ]
    folder = tables_of(quads, tmp_path / "tables")
    found = found_in(folder)["https://e/1"]
    assert (found["https://x/title"], found["https://y/title"]) == ({"外"}, {1, "英", "https://e/2"})
    assert read(folder).is_valid


def test_the_same_graph_gives_the_same_folder(quads, folder, tmp_path):
    again = tables_of(list(reversed(quads)), tmp_path / "tables")
    assert {p.name: p.read_bytes() for p in again.iterdir()} == {p.name: p.read_bytes() for p in folder.iterdir()}


def test_one_document(quads, tmp_path):
    folder = tables_of(quads, tmp_path / "tables", document="news-c")
    own = [q for q in quads if q.graph_name == NamedNode(BASE + "graph/doc/news-c")]
    assert comparable(found_in(folder)) == comparable(said(own))
    assert read(folder).is_valid


def test_an_earlier_export_is_replaced_and_nothing_else_is(quads, tmp_path):
    folder = tables_of(quads, tmp_path / "tables")
    before = {path.name for path in folder.iterdir()}
    tables_of(quads, folder, document="news-c")
    assert "OrderRepair.csv" not in {path.name for path in folder.iterdir()} < before
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(ExportError, match="tables"):
        tables_of(quads, folder)
    assert (folder / "notes.txt").read_text() == "mine"
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ExportError):
        tables_of(quads, tmp_path / "file")
    with pytest.raises(FileError):
        tables_of(quads, tmp_path / "file" / "tables")
    assert (tmp_path / "file").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "tables"]


def test_what_fails_on_the_way_leaves_the_earlier_export(quads, tmp_path, monkeypatch):
    folder = tables_of(quads, tmp_path / "tables")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr("zhengtu.export.run.describe", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        tables_of(quads, folder, document="news-c")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_an_endpoint_gives_the_same(quads, folder, tmp_path, endpoint):
    with open_remote(endpoint) as store:
        store.add(quads)
        export_tables(store, tmp_path / "tables")
        assert b"".join(export(store, "trig")) == exported(quads, "trig")
    assert {p.name: p.read_bytes() for p in (tmp_path / "tables").iterdir()} == {
        p.name: p.read_bytes() for p in folder.iterdir()
    }
