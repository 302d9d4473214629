"""What a reader does with a page: quotes it, links to a paragraph, finds a heading, narrows findings, reads at night, prints it."""

import io
import re
import unicodedata

import pypdf
import pytest

from tests.site.conftest import DESK, PHONE, assert_open_to_all, at, host
from zhengtu.site import Site, paging, write

DIVISION = "doc/hubei-division-2022-16.html"
PLAN = "doc/thepaper-2022-03-15.html"
TITLE = "《长江中游城市群发展“十四五”实施方案湖北省主要目标和任务分工方案》（鄂政办发〔2022〕16号）"
FOLDED = "work/ezhengbanfa-2022-16/task/5.1.html"
RADICALS = str.maketrans("⻓⺠⻝⻋⻔⻅⻢⻉⻰", "长民食车门见马贝龙")


def copied(page):
    page.get_by_role("button", name="复制引文").click()
    page.get_by_role("button", name="已复制").wait_for()
    return page.evaluate("navigator.clipboard.readText()")


# --- quoting


def test_a_citation_has_the_words_as_they_should_read_their_document_and_address(browser, written):
    """The scrape printed 开展 for 发展 in 长江中游城市群开展“十四五”实施方案: a citation has the words, not the error."""
    with host(written) as home, browser.page(home + DIVISION) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        mark = page.locator("#text .f.target").filter(has_text="万亿元").first
        mark.locator("a.w").first.click()
        words = copied(page)
        quoted, cited, address = re.fullmatch(r"“(.*)”——(.*?)，(http.*)", words).groups()
        assert "3.5" in quoted
        assert "3. 5" not in quoted  # as printed
        assert cited == TITLE
        assert address == page.url
        page.goto("about:blank")
        page.goto(address)
        shown = page.locator("#text :target").evaluate(
            "(e) => { const c = e.cloneNode(true); c.querySelectorAll('del, .sign').forEach((d) => d.remove()); return c.textContent.trim(); }"
        )
        assert shown == quoted
        assert page.locator("#panel li").first.is_visible()  # with what rests on it


def test_where_there_is_no_clipboard_the_citation_stands_there_chosen(browser, written):
    with browser.page(at(written, DIVISION), PHONE) as page:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        page.locator("#text a.w", has_text="武汉市").first.tap()
        page.get_by_role("button", name="复制引文").tap()
        box = page.locator("#cited")
        box.wait_for()
        assert TITLE in box.input_value()
        assert box.evaluate("(box) => box.value.slice(box.selectionStart, box.selectionEnd) === box.value")
        page.get_by_role("button", name="关闭").tap()
        assert page.locator("#panel").is_hidden()


def test_a_paragraph_has_an_address_and_is_quoted_whole(browser, written):
    with host(written) as home, browser.page(home + DIVISION) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        paragraph = page.locator("#text p", has_text="以习近平新时代中国特色社会主义思想为指导").first
        sign = paragraph.locator("a.para")
        assert sign.evaluate("(e) => getComputedStyle(e).opacity") == "0"
        sign.focus()  # the keyboard finds it, too
        assert sign.evaluate("(e) => getComputedStyle(e).opacity") == "1"
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"#p\d+$"))
        words = copied(page)
        assert words.startswith("“以习近平新时代中国特色社会主义思想为指导,")
        assert "突出发展指标" in words  # printed 开展
        assert not re.search("[◦¶]", words)
        assert words.endswith(page.url)
        page.goto("about:blank")
        page.goto(words.rpartition("，")[2])
        assert "以习近平新时代" in page.locator("p:target").inner_text()
        assert page.locator("p:target").evaluate("(e) => e.getBoundingClientRect().top") < DESK[1]


def test_a_passage_shows_what_rests_on_it_and_every_statement_leads_back(browser, written):
    with browser.page(at(written, DIVISION)) as page:
        mark = page.locator("#text a.w", has_text="省自然资源厅").first
        mark.hover()
        page.locator("#here li", has_text="湖北省自然资源厅").first.wait_for()
        links = page.locator("#statements .where a").evaluate_all(
            "(all) => all.map((a) => decodeURIComponent(a.hash.slice(1)))"
        )
        assert len(links) > 300
        gone = page.evaluate(
            "(names) => names.filter((name) => !document.getElementById('text').contains(document.getElementById(name)))", links
        )
        assert gone == []
        way = page.locator("#statements .where a", has_text="省自然资源厅").first
        way.click()
        page.wait_for_url("**#c*")
        assert "省自然资源厅" in page.locator("#text :target").inner_text()


def test_a_repair_shows_both_readings(browser, written):
    with browser.page(at(written, DIVISION)) as page:
        repair = page.locator("#text .f.repair", has_text="发展").first
        assert repair.locator("del").inner_text() == "开展"
        assert repair.locator("ins").inner_text() == "发展"
        page.locator("#k-repair").uncheck()
        assert repair.locator("del").is_hidden()
        assert repair.locator("ins").is_visible()


# --- finding one's way


def test_the_contents_stand_beside_the_text_and_tell_where_the_reader_is(browser, written):
    with browser.page(at(written, DIVISION)) as page:
        entry = page.locator("#outline a", has_text="构建畅通高效的流通体系")
        entry.click()
        page.wait_for_url("**#c*")
        page.wait_for_function(
            "(words) => document.querySelector('#outline a[aria-current]')?.textContent.includes(words)", arg="流通体系"
        )
        heading = page.locator("#text h4, #text h5").filter(has_text="构建畅通高效的流通体系")
        assert 0 <= heading.evaluate("(e) => e.getBoundingClientRect().top") < DESK[1] / 2
        page.go_back()
        page.wait_for_function("scrollY === 0")


def test_on_a_phone_the_contents_are_folded_and_lead_to_headings(browser, written):
    with browser.page(at(written, DIVISION), PHONE) as page:
        assert not page.locator("#outline ol").is_visible()
        page.locator("#outline summary").tap()
        page.locator("#outline a", has_text="构建畅通高效的流通体系").tap()
        page.wait_for_function("scrollY > 0")


def test_the_whole_bar_is_in_sight_and_wide_enough_to_tap(browser, written):
    with browser.page(at(written, "validation.html"), PHONE) as page:
        boxes = [link.bounding_box() for link in page.locator("header.top a").all()]
        assert len(boxes) > 12
        for box in boxes:
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE[0]
            assert min(box["width"], box["height"]) >= 24  # WCAG 2.2, 2.5.8


def test_a_network_is_left_for_another_and_its_ties_are_narrowed(browser, written):
    with browser.page(at(written, "network.html")) as page:
        page.locator("form.filter[data-filter='#ties'] input").fill("湖北省水利厅")
        shown = page.locator("#ties tbody tr:visible").all_inner_texts()
        assert shown
        assert all("湖北省水利厅" in row for row in shown)
        group = page.locator("form.controls select[name=group]")
        group.select_option(index=1)
        wanted = group.input_value()
        rows = page.locator("#nodes tbody tr:visible")
        assert 0 < rows.count() < page.locator("#nodes tbody tr").count()
        assert {row.split("\t")[-1].strip() for row in rows.all_inner_texts()} == {wanted}
        page.get_by_role("link", name="共有项目或协议的地方").click()
        page.wait_for_url("**/network-places.html")
        assert page.locator("nav.tabs a[aria-current]").inner_text() == "共有项目或协议的地方"
        page.go_back()
        page.wait_for_url(re.compile(r"/network\.html#\?"))  # what was chosen is in the address
        page.locator("form.controls output", has_text="/").wait_for()
        assert group.input_value() == wanted


def test_what_is_searched_is_fetched_when_somebody_searches(browser, written):
    parts = "() => [...document.scripts].filter((one) => one.src.includes('data/search/')).length"
    with browser.page(at(written, "search.html")) as page:
        assert page.evaluate(parts) == 0
        page.locator("#find").fill("武汉")
        page.locator("#results section", has_text="原文").wait_for()
        assert page.evaluate(parts) == len(list((written / "data" / "search").iterdir()))


# --- findings


def test_findings_are_narrowed_and_lead_to_the_words(browser, written, corpus_site):
    total = len(corpus_site.report.findings)
    with browser.page(at(written, "validation.html")) as page:
        shown = page.locator("#findings > li:visible")
        assert shown.count() == total
        assert "violation" in shown.first.get_attribute("class")  # the gravest first
        page.locator(".counts a.warning").click()
        assert shown.count() == corpus_site.report.counts["warning"]
        assert page.locator("select[name=severity]").input_value() == "警告"
        page.locator("#by-rule summary").click()
        page.locator("#by-rule a", has_text="同级编号不跳号").click()
        assert page.locator("select[name=severity]").input_value() == ""
        jumps = shown.all_inner_texts()
        assert len(jumps) == 2  # (四) after 二, 五 after 二 in the division plan
        assert all("源文件编号到了" in text for text in jumps)
        shown.first.locator("summary").click()
        assert "怎么办" in shown.first.inner_text() or "解决" in shown.first.inner_text()
        shown.first.locator("cite a").click()
        page.wait_for_url(f"**/{DIVISION}#c*")
        assert page.locator("#text :target").count() == 1


def test_without_scripts_a_severity_leads_to_its_first_finding(browser, written):
    with browser.page(at(written, "validation.html"), scripts=False) as page:
        page.locator(".counts a.info").click()
        assert page.locator("#findings > li.info:target").count() == 1
        page.go_back()
        page.locator("#by-document summary").click()
        page.locator("#by-document a", has_text="湖北省主要目标和任务分工方案").click()
        assert "湖北省主要目标和任务分工方案" in page.locator("li:target").inner_text()


def test_many_findings_dates_and_names_are_cut_into_pages_that_lead_to_each_other(browser, corpus_site, tmp_path, monkeypatch):
    """With few rows a page the whole of it still is found: from a task to its finding, a year to its lines, a filter to all rows."""
    monkeypatch.setattr(paging, "MOST", 10)
    site = Site(corpus_site.store, sources=corpus_site.sources, report=corpus_site.report)
    write(site, tmp_path / "政图")
    total = len(corpus_site.report.findings)
    assert (tmp_path / "政图" / f"validation-{-(-total // 10)}.html").is_file()
    with browser.page(at(tmp_path / "政图", "validation.html")) as page:
        assert page.locator("#findings > li").count() == 10
        page.locator(".counts a.info").click()
        page.locator("output", has_text=f"/ {total}").wait_for()
        assert page.locator("output").inner_text().startswith(str(corpus_site.report.counts["info"]))
        page.goto(at(tmp_path / "政图", DIVISION))
        finding = page.locator(".found li a.soft").last
        page.locator(".found summary").click()
        finding.click()
        page.wait_for_url("**/validation*.html#f-*")
        assert page.locator("li:target").count() == 1
    with browser.page(at(tmp_path / "政图", "timeline.html"), scripts=False) as page:
        assert page.locator("#dates tbody tr").count() == 10
        page.locator("nav.tabs a", has_text="2025").click()
        assert page.locator("tr:target time").inner_text() == "到 2025 年"
        assert page.locator("tr:target a").first.get_attribute("href").startswith("doc/")


# --- at night, on paper


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        DIVISION,
        "tasks.html",
        "validation.html",
        "query.html",
        "search.html#q=武汉",
        "agency/420000-jiaotongyunshu-ting.html",
    ],
)
def test_at_night_a_page_is_dark_and_all_of_it_can_be_read(browser, axe, written, path):
    """axe measures the contrast of text (WCAG 1.4.3)."""
    with browser.page(at(written, path), dark=True) as page:
        if "#q" in path:
            page.locator("#results li").first.wait_for()
        if path == DIVISION:
            page.locator("#text a.w").first.click()
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert max(map(int, re.findall(r"\d+", ground)[:3])) < 60
        assert_open_to_all(page, axe)


def plain(text):
    """Without blanks; some fonts give a radical (⽅, ⻓) for the character that is drawn alike."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(RADICALS))


def printed(page):
    """The pages as printed, their text."""
    content = page.pdf(format="A4", print_background=False)
    return [plain(one.extract_text()) for one in pypdf.PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_printed_the_reader_is_its_text_black_on_white(browser, written, dark):
    with browser.page(at(written, DIVISION), dark=dark) as page:
        page.emulate_media(media="print")
        for aside in ("header.top", ".legend", "#outline", "#panel", "#statements", "#text .para", "#text .sign"):
            assert page.locator(aside).first.is_hidden(), aside
        colours = "(e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
        ink = page.locator("#text p").first.evaluate(colours)
        assert ink[0] == "rgb(0, 0, 0)"
        assert page.locator("body").evaluate(colours)[1] == "rgb(255, 255, 255)"
        soft = page.locator(".facts").first.evaluate("(e) => getComputedStyle(e).color")
        assert max(map(int, re.findall(r"\d+", soft))) < 130  # grey on white, not on black
        pages = printed(page)
        assert len(pages) > 3
        whole = "".join(pages)
        assert "长江中游城市群发展" in pages[0]
        assert "逐条列出" not in whole


def test_printed_a_board_has_its_heads_on_every_page_and_nothing_stays_folded(browser, written):
    with browser.page(at(written, "tasks.html")) as page:
        page.emulate_media(media="print")
        folded = page.locator(".board details a")
        assert folded.count() > 20
        assert folded.first.is_visible()
        pages = printed(page)
        assert len(pages) > 5
        for text in pages[1:-1]:
            assert text.startswith("编号任务牵头其他单位地方校验"), text[:60]


@pytest.mark.parametrize(
    ("path", "table"), [("map.html", "#places"), ("network.html", "#ties"), ("query/joint-agencies.html", "#rows")]
)
def test_printed_a_table_is_not_cut_at_the_height_of_its_box(browser, written, path, table):
    with browser.page(at(written, path)) as page:
        cells = page.locator(f"{table} tbody tr").last.locator("th, td").all_inner_texts()
        last = plain("".join(cells))
        page.emulate_media(media="print")
        assert page.locator("form").first.is_hidden()
        assert page.locator(".scroll").evaluate_all("(all) => all.every((e) => e.scrollHeight <= e.clientHeight + 1)")
        assert last in "".join(printed(page))
