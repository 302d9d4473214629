"""The library as pages: each query answered with values that mean something here, the same rows as the command gives."""

import csv
import io
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from zhengtu import query
from zhengtu.site import static, wording
from zhengtu.site.stored import Library
from zhengtu.site.views.query import ROWS


@pytest.fixture(scope="module")
def stored(corpus_site):
    return Library(corpus_site)


@pytest.mark.parametrize("name", sorted(query.library()))
def test_a_query_has_rows_or_none_can_be_had(stored, corpus_site, name):
    found = stored.answer(name)
    assert found.table is not None
    again = query.run(corpus_site.store, name, found.values)
    assert found.table == again
    assert "#+" not in found.text
    assert "UNDEF" not in found.text


def test_few_have_no_rows(stored):
    """The shipped texts have no unknown agency, no two figures that conflict, and this store no recorded findings."""
    empty = {name for name in query.library() if not stored.answer(name).table}
    assert empty <= {"agencies-unknown", "target-conflicts", "findings"}


def test_the_csv_holds_all_rows(corpus_site):
    text = corpus_site.render("query/joint-agencies.csv").decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows == corpus_site.answer("joint-agencies")
    assert len(rows) > ROWS


def test_a_store_without_documents_has_pages_all_the_same(model_site):
    for path in ("map.html", "network.html", "compare.html", "timeline.html", "search.html", "a-z.html", "query.html"):
        assert b"<h1" in model_site.render(path)


def test_pages_asked_for_at_once_do_not_mix(corpus_site):
    names = [f"query/{name}.html" for name in ("tasks", "timeline", "outline", "documents")]
    alone = [corpus_site.render(name) for name in names]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(corpus_site.render, names * 5)) == alone * 5


def test_without_the_engine_the_page_says_what_is_missing(corpus_site, monkeypatch):
    monkeypatch.setattr(static, "has", lambda path: "vendor" not in path)
    text = corpus_site.render("query.html").decode("utf-8")
    assert "make assets" in text
    assert "vendor" not in text
    assert "vendor" not in corpus_site.render("map.html").decode("utf-8")


def test_a_large_store_is_not_shipped_to_the_browser(corpus_site, monkeypatch):
    from zhengtu.site.views import query as view

    assert view.GRAPH in view.paths(corpus_site)
    monkeypatch.setattr(view, "STATEMENTS", 10)
    assert view.GRAPH not in view.paths(corpus_site)
    assert "太大" in corpus_site.render("query.html").decode("utf-8")


@pytest.mark.parametrize("name", sorted(query.library()))
def test_every_column_has_words_in_both_languages(name):
    for column in query.library()[name].columns:
        words = wording.column(column)
        assert re.search("[\u4e00-\u9fff]", words.zh), column
        assert words.en


def test_no_word_stands_for_a_column_that_no_query_has():
    every = {column for one in query.library().values() for column in one.columns}
    assert set(wording._words("columns")) <= every


def test_a_page_shows_names_titles_and_meanings_where_the_csv_has_codes(corpus_site):
    text = corpus_site.render("query/decomposition.html").decode("utf-8")
    table = re.sub(r"<[^>]+>", " ", text[text.index("<tbody") : text.index("</tbody>")])
    assert "长江中游城市群发展“十四五”实施方案" in table
    assert "收窄" in table
    assert not re.search(r"narrowed|thepaper|https://", table)
    assert b"narrowed" in corpus_site.render("query/decomposition.csv")
