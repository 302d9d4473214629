"""The site in a real browser, from the file system: opened, used, listened to."""

import re

import pytest

from tests.queries.support import ROOT
from tests.site.conftest import DESK, PHONE, assert_open_to_all, at, host

PLAN = "doc/thepaper-2022-03-15.html"
DIVISION = "doc/hubei-division-2022-16.html"
TASK = "work/fagaiguihua-2022-266/task/5.html"
PAGES = [
    "index.html", "documents.html", "tasks.html", "agencies.html", "places.html", "projects.html", "works.html", "validation.html",
    PLAN, DIVISION, TASK, "work/ezhengbanfa-2022-16/task/5.1.html", "place/420100.html", "agency/420000-jiaotongyunshu-ting.html",
    "work/fagaiguihua-2022-266.html", "work/fagaiguihua-2022-266/project/97.html", "work/wuhanchengshiquantongchenghuafazhanxieyi.html",
]  # fmt: skip


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_clean_and_all_can_use_it(browser, axe, written, path, size):
    """No error, nothing from elsewhere, not wider than the screen, no serious finding of axe; English for the phone."""
    lang = "en/" if size == PHONE else ""
    with browser.page(at(written, lang + path), size, dark=size == PHONE) as page:
        assert_open_to_all(page, axe)


def test_every_kind_of_page_is_among_those(corpus_site):
    assert set(PAGES) <= set(corpus_site.paths())
    assert {
        corpus_site.pages[iri]
        for path in PAGES
        for iri in [corpus_site.of_kind(*set(corpus_site.pages.values())).get(path)]
        if iri
    } == set(corpus_site.pages.values())


def test_a_tap_on_words_shows_what_was_read_from_them(browser, written):
    """常住人口城镇化率达到67%: the rate of urbanisation, at 67 percent, by 2025, as the news paragraph before the plan says."""
    with browser.page(at(written, PLAN), PHONE) as page:
        page.locator("#text a", has_text="常住人口城镇化率达到67%").first.tap()
        panel = page.locator("#panel")
        panel.wait_for()
        said = panel.inner_text()
        assert "指标值" in said
        assert "常住人口城镇化率" in said
        assert re.search(r"\b67\b", said)
        assert "2025" in said
        assert re.fullmatch(r"#c\d+-\d+", page.evaluate("location.hash"))
        page.locator("#close").tap()
        assert not panel.is_visible()


def test_the_mouse_shows_and_a_click_holds(browser, written):
    with browser.page(at(written, PLAN)) as page:
        page.locator("#text a", has_text="长江中游城市群").first.hover()
        assert "长江中游城市群" in page.locator("#here").inner_text()
        page.locator("#text a", has_text="常住人口城镇化率达到67%").first.click()
        page.locator("#text a", has_text="南昌都市圈").first.hover()
        assert "常住人口城镇化率" in page.locator("#here").inner_text()


def test_the_keyboard_reaches_marks_and_escape_closes(browser, written):
    with browser.page(at(written, PLAN), (700, 800)) as page:
        page.locator("#text a.w").nth(2).focus()
        assert page.locator("#panel").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("#panel").is_visible()


def test_without_scripts_words_lead_to_the_list_and_the_list_leads_back(browser, written):
    with browser.page(at(written, PLAN), scripts=False) as page:
        page.locator("#text a", has_text="常住人口城镇化率达到67%").first.click()
        entry = page.locator("li:target")
        assert "指标值" in entry.inner_text()
        entry.locator(".where a").first.click()
        assert re.search(r"#c\d+-\d+$", page.url)
        assert page.locator(":target").inner_text() == "常住人口城镇化率达到67%"
        assert page.locator("form.controls, #panel").first.is_hidden()


def test_a_sentence_leads_to_its_characters(browser, written):
    """From the task to the reader: the words quoted are the words lit."""
    with browser.page(at(written, "work/ezhengbanfa-2022-16/task/5.1.html")) as page:
        quote = page.locator("blockquote", has_text="森林质量精准提升工程").filter(has=page.locator("mark")).first
        words = quote.locator("mark").inner_text()
        quote.locator("cite a").click()
        page.wait_for_url("**/doc/hubei-division-2022-16.html#c*")
        lit = page.locator("#text .lit").first
        assert lit.inner_text() == words == "森林质量精准提升工程"
        assert lit.evaluate("(e) => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }")


def test_a_corrupted_passage_shows_both_readings(browser, written):
    """The scrape prints 开展 where the plan's title says 发展 (长江中游城市群发展“十四五”实施方案)."""
    with browser.page(at(written, DIVISION)) as page:
        first = page.locator("#text p").first
        assert first.locator("del").first.inner_text() == "开展"
        assert first.locator("ins").first.inner_text() == "发展"
        page.locator("#k-repair").uncheck()
        assert not first.locator("del").first.is_visible()
        assert first.inner_text().startswith("长江中游城市群发展“十四五”实施方案")


def test_a_kind_of_mark_can_be_put_out(browser, written):
    colour = "(e) => getComputedStyle(e).borderBottomColor"
    with browser.page(at(written, PLAN)) as page:
        word = page.locator("#text .place > a.w").first
        before = word.evaluate(colour)
        page.locator("#k-place").uncheck()
        assert word.evaluate(colour) != before
        assert re.search(r"(/ 0|, 0)\)$", word.evaluate(colour))


def shown(page):
    return page.locator("#board tbody tr:visible")


def test_the_board_narrows_to_what_an_agency_leads(browser, written):
    """The division plan lists 省水利厅 first in so many clauses: these tasks it leads."""
    text = re.sub(r"\n\d+、|[\s\n]", "", (ROOT / "corpus" / "hubei-division-2022-16.txt").read_text("utf-8"))
    first = len(re.findall(r"责任单位[:：]省水利厅", text))
    with browser.page(at(written, "tasks.html")) as page:
        every = shown(page).count()
        page.locator("select[name=lead]").select_option(
            index=page.locator("select[name=lead] option").all_inner_texts().index(f"湖北省水利厅（{first}）")
        )
        assert shown(page).count() == first > 0
        assert page.locator("form output").inner_text() == f"{first} / {every}"
        page.reload()  # the choice is in the address, which can be passed on
        assert shown(page).count() == first
        page.locator("button[type=reset]").click()
        page.wait_for_function("document.querySelector('form output').textContent.startsWith('" + str(every) + " ')")


def test_the_board_is_searched_and_sorted(browser, written):
    with browser.page(at(written, "tasks.html"), PHONE) as page:
        page.locator("input[name=words]").fill("营商环境")
        assert [row.split("\n")[0] for row in shown(page).locator("a").first.all_inner_texts()]
        assert all("营商环境" in text for text in shown(page).all_inner_texts())
        assert 0 < shown(page).count() < 10
    with browser.page(at(written, "tasks.html")) as page:
        page.locator("th button").first.click()
        numbers = page.locator("#board td.number").all_inner_texts()
        assert numbers == sorted(numbers, key=lambda n: [int(part) for part in n.split(".")])


def test_findings_are_marked_and_lead_to_the_dashboard(browser, written):
    with browser.page(at(written, "tasks.html")) as page:
        page.locator("#board a.finding.violation").first.click()
        page.wait_for_url("**/validation.html#f-*")
        finding = page.locator(":target")
        assert finding.is_visible()
        finding.locator("cite a").click()
        page.wait_for_url("**/doc/*.html#c*")
        assert page.locator("#text .lit").count() > 0


def test_the_dashboard_filters(browser, written):
    with browser.page(at(written, "validation.html")) as page:
        page.locator("label[for=violation]").click()
        shown = page.locator("main article:visible")
        assert shown.count() == int(page.locator("label[for=violation] b").inner_text()) > 0
        assert all("violation" in name for name in shown.evaluate_all("(all) => all.map((a) => a.className)"))


def test_the_language_changes_and_the_page_stays(browser, written):
    with browser.page(at(written, TASK)) as page:
        title = page.locator("h1").inner_text()
        page.get_by_role("link", name="English").click()
        assert page.url.endswith(f"en/{TASK}")
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.locator("h1").inner_text() == title
        page.get_by_role("link", name="中文").click()
        assert page.locator("html").get_attribute("lang") == "zh-CN"


def test_a_newcomer_gets_from_the_start_to_a_sentence_in_three_steps(browser, written):
    """Start → an agency that leads tasks → a task's words in the reader, with scripts off."""
    with browser.page(at(written, "index.html"), PHONE, scripts=False) as page:
        page.locator(".ways a", has_text="国家发展和改革委员会").click()
        assert page.locator("h1").inner_text() == "国家发展和改革委员会"
        page.locator("blockquote cite a").first.click()
        assert "国家发展改革委" in page.locator(":target").inner_text()


def test_it_works_from_a_web_host_in_a_sub_folder(browser, written):
    with host(written) as home, browser.page(f"{home}tasks.html") as page:
        page.locator("#board a").first.click()
        assert page.locator("link[rel=stylesheet]").first.evaluate("(link) => link.sheet !== null")
