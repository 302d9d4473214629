"""Lists of any length: every row on exactly one page, pages that do not grow, the same narrowing with and without scripts."""

from __future__ import annotations

import re

import pytest

from tests.site.conftest import at
from zhengtu.site import Site, listing, paging, write
from zhengtu.site.listing import Listing, natural
from zhengtu.site.paging import Row

NAMES = ["武汉市水务局", "长沙市水利局", "武汉市财政局", "南昌市水利局", "国务院"]


def rows(count=5):
    kinds = ["水", "水", "财", "水", ""]
    return Listing(
        [Row(n, f"{n} {kinds[n % 5]}", {"kind": (kinds[n % 5],)}, (NAMES[n % 5], str(n))) for n in range(count)], ("kind",)
    )


def contents(asked, count=5):
    return rows(count).cut(asked).contents


def test_what_is_asked_narrows_and_sorts():
    assert contents({}) == [0, 1, 2, 3, 4]
    assert contents({"kind": "水"}) == [0, 1, 3]
    assert contents({"kind": "水", "words": "3"}) == [3]
    assert contents({"words": "3 财"}) == []
    assert contents({"sort": "-2"}) == [4, 3, 2, 1, 0]
    assert contents({"sort": "1"})[0] in (1, 4)  # Changsha, Guowuyuan … before Wuhan
    assert contents({"unknown": "x", "sort": "9", "page": "nine", "kind": ""}) == [0, 1, 2, 3, 4]


def test_numbers_sort_by_size():
    assert sorted(["10", "9", "4.10", "4.9", "4"], key=natural) == ["4", "4.9", "4.10", "9", "10"]


def test_every_row_is_on_one_page_and_no_page_is_longer_than_another(monkeypatch):
    monkeypatch.setattr(paging, "MOST", 7)
    found = [contents({"page": str(page)}, 30) for page in range(1, 6)]
    assert [one for page in found for one in page] == list(range(30))
    assert {len(page) for page in found} == {7, 2}
    cut = rows(30).cut({"page": "99"})
    assert (cut.page, cut.pages, cut.first, cut.found, cut.total) == (5, 5, 29, 30, 30)
    assert rows(30).cut({"page": "3", "kind": "水"}).contents == [23, 25, 26, 28]


def test_choices_are_counted_and_bounded(monkeypatch):
    assert rows().options == {"kind": [("水", 3), ("财", 1)]}
    monkeypatch.setattr(paging, "MOST", 1)
    assert rows().options == {"kind": [("水", 3)]}


def test_pages_to_offer():
    cut = rows(5000).cut({"page": "12"})
    assert cut.near == [1, 0, 10, 11, 12, 13, 14, 0, 25]


@pytest.fixture(scope="module")
def small_pages(corpus_site, tmp_path_factory):
    """The site of the corpus with ten rows a page."""
    folder = tmp_path_factory.mktemp("paged") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "MOST", 10)
        write(Site(corpus_site.store, sources=corpus_site.sources, report=corpus_site.report), folder)
    return folder


def tasks(page):
    return re.findall(r'<td class="number">', page.read_text("utf-8"))


def test_the_pages_of_files_hold_all_tasks_once(small_pages, corpus_site):
    pages = sorted(small_pages.glob("tasks*.html"))
    assert sum(len(tasks(page)) for page in pages) == len(corpus_site.answer("tasks"))
    assert max(len(tasks(page)) for page in pages) == 10
    assert len(pages) == len(list(small_pages.glob("en/tasks*.html"))) == len(list(small_pages.glob("data/rows/zh/tasks-*.js")))


def test_without_scripts_the_pages_lead_to_each_other(browser, small_pages):
    with browser.page(at(small_pages, "tasks.html"), scripts=False) as page:
        seen = page.locator("#board tbody tr").count()
        while page.locator("nav.pager a[rel=next]").count():
            page.locator("nav.pager a[rel=next]").click()
            seen += page.locator("#board tbody tr").count()
        assert page.locator("nav.pager small").inner_text().endswith(f"共 {seen} 条")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_narrowing_reaches_the_rows_of_all_pages(browser, small_pages, written, lang):
    """The same choice leaves the same tasks, whether they were on one page or on six."""
    found = []
    for folder in (written, small_pages):
        with browser.page(at(folder, f"{lang}tasks.html")) as page:
            choice = (
                page.locator("select[name=unit] option", has_text="省水利厅").first.get_attribute("value") if not lang else None
            )
            if choice:
                page.locator("select[name=unit]").select_option(choice)
            else:
                page.locator("input[name=words]").fill("水利厅")
            page.locator(
                "form.controls output", has_text=re.compile(r"^(?!(\d+) / \1$)\d+ / \d+$")
            ).wait_for()  # fewer than all
            found.append(
                (
                    page.locator("form.controls output").inner_text(),
                    page.locator("#board tbody tr:visible td.number").all_inner_texts(),
                )
            )
            link = page.locator("#board tbody tr:visible a").first
            assert page.evaluate("(a) => a.href", link.element_handle()).startswith(folder.as_uri() + "/" + lang)
    assert found[0] == found[1]
    assert found[0][1]


def test_sorting_reaches_the_rows_of_all_pages(browser, small_pages):
    with browser.page(at(small_pages, "agencies.html")) as page:
        page.locator("th button").nth(2).click()
        page.locator("th button").nth(2).click()
        page.locator("th[aria-sort=descending]").wait_for()
        page.locator("#list tbody tr").nth(10).wait_for()
        counts = [int(text or 0) for text in page.locator("#list tbody tr td:nth-child(3)").all_inner_texts()]
        assert counts == sorted(counts, reverse=True)


def test_a_list_too_long_for_a_browser_says_so(corpus_site, monkeypatch):
    monkeypatch.setattr(paging, "MOST", 10)
    monkeypatch.setattr(listing, "FILTERED", 20)
    site = Site(corpus_site.store)
    assert not any(path.startswith("data/rows/") and "/tasks-" in path for path in site.paths())
    page = site.render("tasks.html").decode()
    assert "zhengtu serve" in page
    assert "data-shards" not in page
