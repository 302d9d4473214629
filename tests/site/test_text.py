"""The text of a document: read from its file, or put together from what the graph keeps."""

from __future__ import annotations

import re

import pytest

from zhengtu.cli.main import main
from zhengtu.site import Site
from zhengtu.site.said import Span
from zhengtu.site.text import reading
from zhengtu.store import open_store

PLAN = """XX省长江大保护行动计划

X政发〔2024〕12号

一、重点任务
（一）建设长江生态廊道。推进武汉港阳逻港区铁水联运示范基地建设，到2025年全省森林覆盖率
达到42.5%。（责任单位：省林业局、省水利厅）
（二）推进产业协同。支持黄石市建设先进制造业基地。（责任单位：省经信厅）
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept")
    (folder / "texts").mkdir()
    (folder / "texts" / "plan.txt").write_text(PLAN, "utf-8")
    assert main(["build", str(folder / "texts"), "--store", str(folder / "store"), "--jobs", "1", "--quiet"]) == 0
    with open_store(str(folder / "store")) as store:
        yield folder, store


def page(site):
    return site.render("doc/plan.html").decode()


def test_every_passage_is_found_where_it_is_printed(built):
    """Of each passage the text shows what the file prints between its offsets, line breaks aside."""
    folder, store = built
    site = Site(store, sources=(folder / "texts",))
    iri = f"{site.base}doc/plan"
    text = site.reading(iri)
    assert text.whole
    for span in site.document(iri).spans:
        shown = "".join(text.text[begin:end] for begin, end in text.locate(span))
        assert shown.replace("\n", "") == PLAN[span.begin : span.end].replace("\n", ""), span


def test_without_the_file_the_page_has_what_the_graph_keeps_and_says_so(built):
    _, store = built
    site = Site(store)
    text = page(site)
    assert "源文件不在手边" in text
    assert "铁水联运示范基地" in re.sub(r"<[^>]*>", "", text)
    assert site.without_source == {"plan"}
    for span in site.document(f"{site.base}doc/plan").spans:
        assert f'id="{span.id}"' in text  # every statement still leads to its words


def test_a_file_that_was_changed_is_not_taken_for_the_source(built, tmp_path):
    _, store = built
    (tmp_path / "plan.txt").write_text(PLAN.replace("42.5", "43.5"), "utf-8")
    assert "源文件不在手边" in page(Site(store, sources=(tmp_path,)))


def test_the_command_names_documents_without_a_source(built, tmp_path, capsys):
    folder, _ = built
    assert main(["site", "--store", str(folder / "store"), "--output", str(tmp_path / "a")]) == 0
    assert "plan：源文件不在手边" in capsys.readouterr().err
    assert (
        main(["site", "--store", str(folder / "store"), "--output", str(tmp_path / "b"), "--source", str(folder / "texts")])
        == 0
    )
    assert "源文件" not in capsys.readouterr().err


def test_parts_of_a_kept_passage_are_told_apart():
    """The second 武汉 is found behind the first, not in its place."""
    spans = [Span(0, 12, "武汉市和武汉新区一体发展"), Span(0, 2, "武汉"), Span(4, 6, "武汉"), Span(4, 8, "武汉新区")]
    text = reading((), "none.txt", "", sorted(spans, key=lambda s: (s.begin, -s.end)))
    assert [text.locate(span) for span in spans] == [[(0, 12)], [(0, 2)], [(4, 6)], [(4, 8)]]
