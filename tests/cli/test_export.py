"""``zhengtu export``: every format, what it is written to, and what is refused."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from backports import zstd
from pyoxigraph import Literal, NamedNode, Quad

from zhengtu.store import new_generation


def test_export(inside, shipped, tmp_path):
    for form in ("turtle", "trig", "nquads", "jsonld", "jsonld-framed", "rdfxml", "parquet"):
        assert inside("export", "--format", form, "--store", shipped, "--output", tmp_path / "out" / form).code == 0
        assert (tmp_path / "out" / form).stat().st_size > 400_000
    one = inside("export", "--format", "nquads", "--document", "hubei-division-2022-16", "--store", shipped)
    assert one.out.splitlines()
    assert all(line.endswith("/graph/doc/hubei-division-2022-16> .") for line in one.out.splitlines())


def test_export_takes_a_document_by_its_title(inside, shipped):
    title = "长江中游城市群发展“十四五”实施方案湖北省主要目标和任务分工方案"
    by_title = inside("export", "-f", "turtle", "--document", title, "--store", shipped)
    assert by_title.code == 0
    assert by_title.out == inside("export", "-f", "turtle", "--document", "hubei-division-2022-16", "--store", shipped).out


def test_export_compresses_by_extension(inside, shipped, tmp_path):
    options = ["export", "-f", "nquads", "--document", "hubei-division-2022-16", "--store", shipped, "-q"]
    plain = inside(*options).out.encode()
    for name, unpack in (("x.nq.gz", gzip.decompress), ("x.nq.zst", zstd.decompress)):
        assert inside(*options, "-o", tmp_path / name) == (0, "", "")
        assert unpack((tmp_path / name).read_bytes()) == plain


def test_export_of_tables_and_description(inside, shipped, tmp_path):
    for _ in range(2):  # an earlier export is replaced
        assert inside("export", "-f", "csvw", "--store", shipped, "-o", tmp_path / "tables", "-q") == (0, "", "")
    assert {"Task.csv", "Agency.csv", "csv-metadata.json", "dataset.ttl"} <= {
        path.name for path in (tmp_path / "tables").iterdir()
    }
    file = tmp_path / "tables" / "Task.csv"
    told = inside("export", "-f", "dcat", "--distribution", file, "--store", shipped).out
    assert "dcat:downloadURL <Task.csv>" in told
    assert "<https://creativecommons.org/licenses/by/4.0/>" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "docx"], "turtle trig"),
        (["--format", "turtel"], "可用 turtle）"),
        (["--format", "hdt"], "rdf2hdt"),
        (["--format", "trig", "--document", "nobody"], "nobody"),
        (["--format", "trig", "--document", "hubei-division"], "hubei-division-2022-16"),
        (["--format", "csvw"], "--output"),
        (["--format", "csvw", "--output", "file"], "file"),
        (["--format", "csvw", "--output", "folder"], "folder"),
        (["--format", "csvw", "--output", "tables.gz"], ".gz"),
        (["--format", "trig", "--output", "folder"], "folder"),
        (["--format", "parquet", "--output", "x.parquet.zst"], ".zst"),
        (["--format", "trig", "--output", "file/x.trig"], "无法写入"),
        (["--format", "trig", "--output", "/proc/x.trig"], "无法写入"),
        (["--format", "csvw", "--output", "file/tables"], "无法写入"),
        (["--format", "dcat", "--distribution", "none.nq"], "none.nq"),
        (["--format", "trig", "--distribution", "file"], "dcat"),
    ],
)
def test_export_errors(inside, shipped, tmp_path, monkeypatch, arguments, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine").touch()
    result = inside("export", *arguments, "--store", shipped)
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    assert told in result.err
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} == {"file", "folder", "folder/mine"}
    assert (tmp_path / "file").read_text() == "mine"


def test_a_failed_export_leaves_the_file_that_was_there(inside, tmp_path):
    """RDF/XML cannot hold a form feed, which is found out on the way."""
    page = tmp_path / "x.trig"
    page.write_text("earlier")
    store = str(tmp_path / "store")
    with new_generation(Path(store)) as generation:
        graph, node = NamedNode("https://w3id.org/zhengtu/graph/doc/a"), NamedNode("https://e/a")
        generation.add([Quad(node, NamedNode("https://e/p"), Literal("a\x0cb"), graph)])
    result = inside("export", "-f", "rdfxml", "-o", page, "--store", store)
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert page.read_text() == "earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store", "x.trig"]
