"""Search on a server: what a person would call the right answers, and text that stays text."""

from __future__ import annotations

import pytest

from zhengtu.site import ServedSite
from zhengtu.site.seek import marked, plain, seek
from zhengtu.site.sought import Sought


@pytest.fixture(scope="module")
def searched(corpus_site):
    return Sought(ServedSite(corpus_site.store, corpus_site.base, (), None, "/sparql"))


@pytest.mark.parametrize("asked", ["国家发展改革委", "发改委", "ＮＤＲＣ", "National Development and Reform Commission"])
def test_the_commission_is_found_by_any_of_its_names(searched, asked):
    assert seek(searched, asked).things["agency"][0].name == "国家发展和改革委员会"


def test_all_words_must_stand_in_a_passage(searched):
    found = seek(searched, "天然气 引入")
    assert any("加大西部天然气引入力度" in one.text for one in found.sentences)
    assert all("天然气" in one.text and "引入" in one.text for one in found.sentences)


def test_a_slip_of_the_pen_finds_what_comes_near(searched):
    found = seek(searched, "长江中游城市裙")
    assert found.near
    assert any(one.name == "长江中游城市群" for one in found.things["place"])


@pytest.mark.parametrize("asked", ["", "  ，", "\u3000"])
def test_nothing_asked_finds_nothing(searched, asked):
    assert seek(searched, asked).count == 0


def test_marks_keep_every_character():
    text = "Ａ股与<b>İ大桥</b>，a股"
    assert len(plain(text)) == len(text)
    pieces = marked(text, ["a股", "股"])
    assert "".join(words for words, _ in pieces) == text
    assert [words for words, hit in pieces if hit] == ["Ａ股", "a股"]


def test_a_long_passage_is_cut_around_the_words():
    pieces = marked("前" * 100 + "湿地" + "后" * 300, ["湿地"], cut=True)
    words = "".join(words for words, _ in pieces)
    assert words.startswith("…前")
    assert words.endswith("后…")
    assert ("湿地", True) in pieces
    assert len(words) < 160


def test_the_page_answers_without_scripts_and_what_is_asked_stays_text(corpus_site):
    site = ServedSite(corpus_site.store, corpus_site.base, (), None, "/sparql")
    page = site.render("search.html", {"q": "湿地"}).decode()
    assert "<mark>湿地</mark>" in page
    assert "<script" not in page
    hostile = site.render("en/search.html", {"q": '"><script>alert(1)</script>'}).decode()
    assert "<script" not in hostile
    assert "&gt;&lt;script" in hostile
