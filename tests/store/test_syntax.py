"""Ill-formed queries: line, column, what stands there, in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengtu.store import QueryError, memory_store

CASES = [
    ("SELECT ?s WHERE { ?s ?p }", r"第 1 行第 19 列，“\?s”"),
    ("SELECT ?s\nWHERE { ?s zt:number ?o }", r"第 2 行第 12 列，“zt:number”处：前缀 zt: 没有声明"),
    ("SELECT ?s WHERE {\n  ?s ?p ?o .\n  FILTR(?s)\n}", r"第 3 行第 3 列，“FILTR”处：是否要写 FILTER"),
    ("SELECT ?s WHER { ?s ?p ?o }", "第 1 行第 11 列，“WHER”处：是否要写 WHERE"),
    ("SELEC ?s WHERE { ?s ?p ?o }", "第 1 行第 1 列，“SELEC”处：是否要写 SELECT"),
    ("ASK { ?武汉 ?p ?o }\nORDR BY ?o", "第 2 行第 1 列，“ORDR”处：是否要写 ORDER"),
    ("SELECT ?s WHERE { ?s ?p ?o FILTER(?s = = 1) }", "第 1 行第 40 列，“=”处"),
    ("SELECT ?s WHERE { ?s ?p ?o } LIMIT x", "第 1 行第 36 列，“x”处"),
    ("SELECT ?s WHERE { ?s ?p <http://a b> }", "第 1 行第 25 列，“<”处：这个 IRI 写法不对"),
    ("SELECT ?y (COUNT(?x) AS ?n) WHERE { ?x ?p ?y }", "第 1 行第 1 列.*既没有分组也没有绑定"),
    ("SELECT ?s WHERE { ?s ?p ?o", "第 1 行第 27 列，查询没有写完"),
    ("PREFIX a: <urn:a>\n# a comment\nINSERT DATA { <urn:x> <urn:y> <urn:z> }", "更新语句"),
    ("DROP ALL", "更新语句"),
    ("", "第 1 行第 1 列"),
]


@pytest.mark.parametrize(("query", "told"), CASES)
def test_where_and_why(query, told):
    with pytest.raises(QueryError, match=told) as caught:
        memory_store().select(query)
    assert len(str(caught.value)) < 120
    assert "\n" not in str(caught.value)
    assert "u{" not in str(caught.value)


def test_english(monkeypatch):
    monkeypatch.setenv("ZHENGTU_LANG", "en")
    with pytest.raises(QueryError, match=r"line 1, column \d+.*prefix zt: is not declared"):
        memory_store().select("SELECT ?s WHERE { ?s zt:number ?o }")


@given(st.text(max_size=60))
def test_any_text_gives_one_line(text):
    try:
        memory_store().select(text)
    except QueryError as error:
        assert "\n" not in str(error)
