"""IRIs of documents and works (design §3)."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.iris import BASE, doc_graph, doc_iri, slug, work_iri


@pytest.mark.parametrize(
    ("title", "number", "iri"),
    [
        ("长江中游城市群发展“十四五”实施方案", "发改规划〔2022〕266号", "work/fagaiguihua-2022-266"),
        ("任务分工方案", "鄂政办发〔2022〕16号", "work/ezhengbanfa-2022-16"),
        ("", "国函〔2022〕12号", "work/guohan-2022-12"),
    ],
)
def test_a_work_is_named_by_its_number(title: str, number: str, iri: str) -> None:
    assert work_iri(title, number) == BASE + iri


def test_a_work_without_number_is_named_by_its_title() -> None:
    assert work_iri("武汉城市圈同城化发展协议", "") == f"{BASE}work/wuhanchengshiquantongchenghuafazhanxieyi"


def test_quotes_and_blanks_in_a_title_make_no_other_work() -> None:
    same = {
        work_iri(t, "")
        for t in (
            "“十四五”规划和2035年远景目标纲要",
            "“十四五”规划和 2035 年远景目标纲要",
            "《“十四五”规划和2035年远景目标纲要》",
        )
    }
    assert len(same) == 1


def test_long_titles_that_begin_alike_stay_apart() -> None:
    long = "中华人民共和国国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要重点任务分工方案"
    assert slug(long + "甲") != slug(long + "乙")
    assert len(slug(long * 3)) <= 80


@pytest.mark.parametrize("text", ["", "《》", "？！", "😀"])
def test_a_slug_is_never_empty(text: str) -> None:
    assert slug(text)


def test_chang_is_read_as_in_place_names() -> None:
    assert slug("长沙").startswith("chang")
    assert slug("长江").startswith("chang")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_stem_gives_a_valid_iri_that_reads_back(stem: str) -> None:
    iri = doc_iri(stem)
    assert re.fullmatch(r"[A-Za-z0-9\-._~%:/#]+", iri)
    assert unquote(iri.removeprefix(f"{BASE}doc/")) == stem
    assert doc_graph(stem) == f"{BASE}graph/doc/" + iri.removeprefix(f"{BASE}doc/")


@given(st.text(max_size=60))
def test_any_title_gives_a_valid_iri(title: str) -> None:
    try:
        title.encode()
    except UnicodeEncodeError:
        return
    assert re.fullmatch(r"[a-z0-9-]+", slug(title))
