"""The views in a real browser: each opened, used as a reader would, listened to."""

import mimetypes
import re
from http.server import BaseHTTPRequestHandler
from urllib.parse import quote, unquote

import pytest

from tests.site.conftest import DESK, PHONE, assert_open_to_all, at, host, served
from zhengtu import query
from zhengtu.site import Site, static

PAIR = "compare/thepaper-2022-03-15/22/hubei-division-2022-16/5.1.html"
SHARED = "compare/thepaper-2022-03-15/10/hubei-division-2022-16/5.1.4.html"
CLAIMS = "compare/claims/hubei-daily-2022-03-05.html"
PAGES = [
    "index.html", "documents.html", "doc/hubei-division-2022-16.html", "doc/thepaper-2022-03-15.html", "tasks.html",
    "work/ezhengbanfa-2022-16/task/5.1.html", "agencies.html", "agency/420000-jiaotongyunshu-ting.html", "places.html",
    "place/420100.html", "projects.html", "work/fagaiguihua-2022-266/project/97.html", "works.html", "validation.html",
    "work/wuhanchengshiquantongchenghuafazhanxieyi.html", "work/ezhengbanfa-2022-16.html", "compare.html", PAIR, SHARED, CLAIMS, "map.html", "network.html", "network-places.html", "network-documents.html",
    "network-cascade.html", "timeline.html", "query.html", "query/joint-agencies.html", "search.html", "a-z.html",
]  # fmt: skip


@pytest.fixture(scope="module")
def vendored():
    if not static.has("static/vendor/engine.js"):
        pytest.skip("the front-end libraries are not built (make assets)")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_a_view_opens_clean_and_all_can_use_it(browser, axe, written, path, size):
    lang = "en/" if size == PHONE else ""
    with browser.page(at(written, lang + path), size, dark=size == PHONE) as page:
        assert_open_to_all(page, axe)


def test_the_words_a_province_left_out_are_struck(browser, written):
    """国家: 以幕阜山和罗霄山为主体…加强鄱阳湖、洞庭湖保护，深化长江及汉江、湘江、赣江治理; Hubei keeps what lies in Hubei."""
    with browser.page(at(written, PAIR)) as page:
        gone = "".join(page.locator(".passage del").all_inner_texts())
        assert all(name in gone for name in ("罗霄山", "鄱阳湖", "洞庭湖", "湘江", "赣江"))
        assert not any(name in gone for name in ("幕阜山", "汉江", "大别山"))
        assert "未写" in page.locator(".passage del").first.inner_html()  # said to those who hear the page
        row = page.locator("tr", has=page.locator("th", has_text="地方")).last
        assert "罗霄山" in row.locator("td").first.inner_text()


def test_a_task_divided_among_several_is_not_struck_out(browser, written):
    """交通 is divided into 铁路, 公路, 航道, 机场; what 机场 does not speak of is not left out."""
    with browser.page(at(written, SHARED)) as page:
        assert page.locator(".passage del").count() == 0
        assert "机场" in "".join(page.locator(".kept").all_inner_texts())
        page.locator("main a", has_text="5.1.1 铁路").click()
        assert page.locator("h1").inner_text().endswith("铁路")


def test_pairs_are_narrowed_and_the_tasks_not_taken_up_are_listed(browser, written):
    with browser.page(at(written, "compare.html")) as page:
        every = page.locator("#pairs tbody tr").count()
        page.locator("select[name=relation]").select_option(index=1)
        shown = page.locator("#pairs tbody tr:visible")
        assert 0 < shown.count() < every
        assert len(set(shown.locator(".tag").all_inner_texts())) == 1
        assert page.get_by_text("联手打造先进制造业集群").count() == 1  # the division plan says nothing of industry


def test_a_claim_stands_beside_its_sentence(browser, written):
    """The paper: 主要港口铁路将实现进港全覆盖; the plan: 推动主要港口铁路进港全覆盖."""
    with browser.page(at(written, CLAIMS)) as page:
        page.locator("select[name=verdict]").select_option("differs")
        claim = page.locator("#claims > li:visible", has_text="主要港口铁路将实现进港全覆盖")
        assert claim.count() == 1
        marks = "(all) => all.map((mark) => [...mark.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(''))"
        assert claim.locator("section").nth(0).locator("mark").evaluate_all(marks) == ["将实现"]
        assert claim.locator("section").nth(1).locator("mark").evaluate_all(marks) == ["推动"]
        assert "主要港口铁路进港全覆盖" in claim.locator("section").nth(1).inner_text()
        assert page.locator("#claims > li:visible", has_text="有原文").count() == 0
        claim.locator("section").nth(0).locator("a").click()
        page.wait_for_url("**/doc/hubei-daily-2022-03-05.html#c*")


def test_the_map_is_filtered_and_zoomed_and_leads_to_places(browser, written, vendored):
    with browser.page(at(written, "map.html")) as page:
        names = page.locator("#map text:visible").count()
        page.get_by_role("button", name="放大").click()
        page.get_by_role("button", name="放大").click()
        assert page.locator("#map text:visible").count() > names
        page.get_by_role("button", name="复原").click()
        assert page.locator("#map text:visible").count() == names
        page.locator("input[name=text]").fill("武汉")
        rows = page.locator("#places tbody tr:visible").all_inner_texts()
        assert rows
        assert all("武汉" in row.split("\t")[0] for row in rows)
        assert page.locator("#map .spot:visible").count() == len(rows)
        page.locator("select[name=type]").select_option("City")
        assert page.locator("#places tbody tr:visible").count() == 1
        page.locator("#map .spot:visible a").click()
        page.wait_for_url("**/place/420100.html")


def test_the_map_and_its_table_say_the_same_without_scripts(browser, written):
    with browser.page(at(written, "map.html"), scripts=False) as page:
        assert page.locator("#map .spot").count() == page.locator("#places tbody tr").count() > 50
        assert page.locator("form").first.is_hidden()
        page.locator("#places a", has_text="宜昌市").first.click()
        assert page.locator("h1").inner_text().startswith("宜昌市")


def test_a_node_shows_whom_it_shares_tasks_with(browser, written):
    with browser.page(at(written, "network.html")) as page:
        node = page.locator(".node", has_text="湖北省水利厅")
        node.locator("circle").hover()
        lit = page.locator(".node.lit").count()
        assert 1 < lit < page.locator(".node").count()
        ties = page.locator(".edges path.lit").count()
        assert ties == lit - 1
        node.locator("a").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/agency/*.html")
        assert page.locator("h1").inner_text().startswith("湖北省水利厅")


def test_the_timeline_leads_to_the_words(browser, written):
    with browser.page(at(written, "timeline.html"), PHONE) as page:
        meeting = page.locator("#dates tr", has_text="武汉城市圈首次联席会第一次会议")
        assert meeting.locator("time").inner_text() == "2021-05-19"
        meeting.locator("a").first.click()
        page.wait_for_url("**/doc/wuhan-circle-agreement-2021.html#c*")
        assert page.locator(":target").count() == 1


def found(page, words):
    """What is listed once the search for these words is done (the address then holds them)."""
    page.locator("#find").fill(words)
    page.wait_for_url(f"**#q={quote(words)}")
    return page.locator("#results li").all_inner_texts()


def test_wuhan_is_found_and_the_keyboard_opens_it(browser, written):
    with browser.page(at(written, "search.html")) as page:
        assert page.locator("#find").evaluate("(box) => document.activeElement === box")
        assert found(page, "武汉")[0] == "武汉市"
        groups = page.locator("#results h2").all_inner_texts()
        assert {group.split()[0] for group in groups} >= {"地方", "单位", "项目", "协议", "原文"}
        assert page.locator("#results mark").first.inner_text() == "武汉"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.wait_for_url("**/place/420100.html")
        page.go_back()
        page.locator("#results li").first.wait_for()  # what was asked is in the address
        assert page.locator("#find").input_value() == "武汉"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("发改委", "国家发展和改革委员会"),
        ("省发改委", "湖北省发展和改革委员会"),
        ("省发改", "湖北省发展和改革委员会"),
        ("鄂州 机场", "鄂州机场"),
        ("营商环境", "持续优化市场化法治化国际化营商环境"),
        ("５Ｇ", "5G"),
    ],
)
def test_abbreviations_several_words_and_full_width(browser, written, words, first):
    with browser.page(at(written, "en/search.html")) as page:
        page.locator("#find").fill(words)
        page.locator("#results li").first.wait_for()
        assert first in page.locator("#results li").first.inner_text()


def test_words_nearly_right_find_what_is_near_and_nonsense_nothing(browser, written):
    with browser.page(at(written, "search.html"), PHONE) as page:
        assert any("水利厅" in text for text in found(page, "湖北水利厅局"))
        assert "相近" in page.locator("#found").inner_text()
        assert any("水利厅" in text for text in found(page, "水利厅 月球"))
        assert found(page, "zzz") == []
        assert page.locator("#found").inner_text() == "没有找到。"
        page.locator("#find").fill("<img src=x onerror=alert(1)>")
        page.wait_for_timeout(300)
        assert page.locator("#results img").count() == 0


def test_a_sentence_found_leads_to_its_characters(browser, written):
    with browser.page(at(written, "search.html#q=加大西部天然气引入力度")) as page:
        page.locator("#results section", has_text="原文").locator("li a").first.click()
        page.wait_for_url("**/doc/capitals-action-plan-2017.html#c*")
        assert "加大西部天然气引入力度" in page.locator(":target").inner_text()


def test_names_from_a_to_z_without_scripts(browser, written):
    with browser.page(at(written, "search.html"), scripts=False) as page:
        page.get_by_role("link", name="按拼音首字母的索引").click()
        page.locator("nav.tabs a", has_text=re.compile("^W$")).click()
        page.locator("#list a", has_text=re.compile("^武汉市$")).first.click()
        assert page.locator("h1").inner_text().startswith("武汉市")


def test_a_query_runs_in_the_browser(browser, written, vendored):
    with host(written) as home, browser.page(f"{home}query.html") as page:
        page.set_default_timeout(60_000)
        page.locator("#library").select_option("tasks-without-lead")
        page.locator("#run").click()
        page.locator("#answer table").wait_for()
        stored = page.locator("#told").inner_text().split()[0]
        page.goto(f"{home}query/tasks-without-lead.html")
        assert page.locator("h2 small").first.inner_text() == stored


def test_one_s_own_query_table_chart_error_and_stop(browser, written, vendored):
    text = """PREFIX zt: <https://w3id.org/zhengtu/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    SELECT ?agency ?label (COUNT(DISTINCT ?task) AS ?tasks) WHERE {
      GRAPH ?g { ?r zt:unit ?agency ; zt:task ?task } GRAPH ?n { ?agency skos:prefLabel ?label } FILTER(LANG(?label) = "zh")
    } GROUP BY ?agency ?label ORDER BY DESC(?tasks) LIMIT 5"""
    with host(written) as home, browser.page(f"{home}query.html") as page:
        page.set_default_timeout(60_000)
        page.locator(".cm-content").fill(text)
        page.locator("#run").click()
        page.locator("#answer tbody tr").nth(4).wait_for()
        page.locator("#answer details.chart summary").click()
        counts = [int(cell) for cell in page.locator("#answer tbody td:nth-child(3)").all_inner_texts()]
        assert counts == sorted(counts, reverse=True)
        assert [int(bar) for bar in page.locator(".chart li span:last-child").all_inner_texts()] == counts
        with page.expect_download() as download:
            page.get_by_role("link", name="下载 CSV").click()
        assert download.value.path().read_bytes().decode("utf-8-sig").startswith("agency,label,tasks\r\n")
        page.locator("#answer td a").first.click()
        page.wait_for_url("**/agency/*.html")
        page.goto(f"{home}query.html")
        page.locator(".cm-content").fill("SELECT nonsense")
        page.locator("#run").click()
        page.locator("#told", has_text="查询出错").wait_for()
        page.locator(".cm-content").fill("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }")
        page.locator("#run").click()
        page.locator("#stop").click()
        page.locator("#told", has_text="已停止").wait_for()
        assert page.locator("#run").is_enabled()


def test_on_a_server_the_endpoint_is_asked(browser, corpus_site):
    """The page brings no data and no engine along; what it shows is what the server answered."""
    site = Site(corpus_site.store, sources=corpus_site.sources, endpoint="/sparql")
    assert "data/graph.trig" not in site.paths()
    asked = []

    class Answering(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def send(self, kind, body):
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self):
            path = unquote(self.path).lstrip("/")
            self.send(mimetypes.guess_type(path)[0] or "application/octet-stream", site.render(path) or b"")

        def do_POST(self):
            asked.append((self.path, self.headers["Content-Type"]))
            text = self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8")
            self.send("application/sparql-results+json", query.render(query.Table.of(site.store.select(text)), "json").encode())

    with served(Answering) as home, browser.page(f"{home}/query.html#tasks-without-lead") as page:
        page.locator("#run").click()
        page.locator("#answer table").wait_for()
        assert asked == [("/sparql", "application/sparql-query")]
        assert page.locator("#answer tbody tr").count() == len(corpus_site.answer("tasks-without-lead")) > 0


def test_from_disk_the_query_page_says_why_and_shows_what_is_stored(browser, written, vendored):
    with browser.page(at(written, "query.html")) as page:
        assert "file://" in page.locator("#why").inner_text()
        assert page.locator("#run").is_disabled()
        page.locator("main a", has_text="大事年表").click()
        assert page.locator("#rows tbody tr").count() == 9
        page.get_by_role("link", name="在编辑器里打开").click()
        page.wait_for_url("**/query.html#timeline")
        assert page.locator("#library").input_value() == "timeline"


def test_a_stored_answer_without_scripts(browser, written):
    with browser.page(at(written, "query/timeline.html"), scripts=False) as page:
        assert page.locator("#rows tbody tr").count() == 9
        assert page.get_by_role("link", name="下载 CSV").is_visible()
        page.locator("#rows a").first.click()
        assert "/doc/" in page.url


# --- the pictures, the lists


def test_on_a_phone_the_whole_map_is_there_with_names_that_can_be_read(browser, written, vendored):
    with browser.page(at(written, "map.html"), PHONE) as page:
        wide = page.locator("#map").bounding_box()["width"]
        assert wide <= PHONE[0]
        names = page.locator("#map .spot text:visible")
        assert "武汉市" in names.all_text_contents()
        heights = [name.bounding_box()["height"] for name in names.all()]
        assert min(heights) >= 12
        boxes = [name.bounding_box() for name in names.all()]
        for i, a in enumerate(boxes):
            for b in boxes[:i]:
                apart = a["x"] >= b["x"] + b["width"] - 1 or b["x"] >= a["x"] + a["width"] - 1
                assert apart or a["y"] >= b["y"] + b["height"] - 6 or b["y"] >= a["y"] + a["height"] - 6
        before = page.locator("#map .scale text").text_content()
        for _ in range(3):
            page.get_by_role("button", name="放大").tap()
        assert page.locator("#map .spot text:visible").count() > 0
        assert page.locator("#map .scale text").text_content() != before
        assert page.locator("#map").evaluate("(e) => getComputedStyle(e).touchAction") == "none"  # now one finger moves it
        page.get_by_role("button", name="复原").tap()
        assert "pan-y" in page.locator("#map").evaluate("(e) => getComputedStyle(e).touchAction")  # and now the page


def test_a_tie_of_agencies_leads_to_the_tasks_they_share(browser, written):
    with browser.page(at(written, "network.html")) as page:
        tie = page.locator("#ties tbody tr", has_text="湖北省水利厅").filter(has_text="湖北省自然资源厅").first
        count = tie.locator("td").last.inner_text()
        tie.locator("td").last.locator("a").click()
        page.wait_for_url("**/tasks.html#*")
        page.locator("output", has_text=f"{count} / ").wait_for()
        shown = page.locator("#board tbody tr:visible")
        assert shown.count() == int(count) > 0
        for row in shown.evaluate_all("(rows) => rows.map((row) => row.textContent)"):
            assert "湖北省水利厅" in row
            assert "湖北省自然资源厅" in row


@pytest.mark.parametrize(
    ("path", "name"),
    [("agency/420000-jiaotongyunshu-ting.html", "单位"), ("network-cascade.html", "关系网"), ("query/timeline.html", "查询"), (PAIR, "对照")],
)  # fmt: skip
def test_the_bar_tells_where_in_the_site_a_page_belongs(browser, written, path, name):
    with browser.page(at(written, path)) as page:
        assert page.locator("header.top a[aria-current]").all_inner_texts() == [name]


def test_a_figure_said_twice_in_a_document_is_one_line_with_two_ways(browser, written):
    """发改规划〔2022〕266号 gives 城镇化率 67% among its targets, and the news around it says it, too."""
    with browser.page(at(written, "timeline.html")) as page:
        line = page.locator("#dates tr", has_text="常住人口城镇化率 = 67 %")
        assert line.count() == 1
        there = {link.get_attribute("href") for link in line.locator("td:nth-child(3) a").all()}
        assert len(there) == 2
        line.get_by_role("link", name="又见").click()
        page.wait_for_url("**/doc/thepaper-2022-03-15.html#c*")
        assert "67" in page.locator("#text :target").inner_text()


def test_a_year_is_a_column_of_what_falls_in_it(browser, written):
    with browser.page(at(written, "timeline.html")) as page:
        for year in page.locator("nav.years a").all():
            number, count = year.inner_text().split()
            page.locator("select[name=year]").select_option(number)
            assert page.locator("#dates tbody tr:visible").count() == int(count)
            tall = year.locator("rect").evaluate_all(
                "(all) => all.reduce((sum, one) => sum + Number(one.getAttribute('height')), 0)"
            )
            assert 0 < tall <= 57


def test_a_stored_answer_speaks_the_language_of_the_page(browser, written):
    with browser.page(at(written, "query/responsibilities.html")) as page:
        heads = page.locator("#rows thead th").all_inner_texts()
        assert heads[0].startswith("文件")
        assert heads[1].endswith("task_number")  # what one's own query calls it
        row = page.locator("#rows tbody tr").first.locator("td").all_inner_texts()
        assert row[0] == "长江中游城市群发展“十四五”实施方案湖北省主要目标和任务分工方案"
        assert {"负责", "明文"} <= set(row)
        page.locator("#rows td a", has_text=re.compile(r"^\d+–\d+$")).first.click()
        assert page.locator("#text :target").inner_text().strip("◦ ").startswith("省发改委")
    with browser.page(at(written, "en/query/responsibilities.html")) as page:
        assert page.locator("#rows thead th").nth(1).inner_text().startswith("task no.")
        assert "responsible" in page.locator("#rows tbody tr").first.inner_text()


def test_ministries_have_their_english_names(browser, written):
    """As the State Council gives them, who leaves 中华人民共和国 out."""
    with browser.page(at(written, "en/agencies.html")) as page:
        page.get_by_role("link", name="Ministry of Natural Resources", exact=True).click()
        assert page.locator("h1").inner_text() == "Ministry of Natural Resources"
    with browser.page(at(written, "en/search.html")) as page:
        assert found(page, "ministry of water")[0].startswith("中华人民共和国水利部")
    with browser.page(at(written, "en/projects.html")) as page:
        assert "railway" in page.locator("#list tbody tr").first.inner_text()
        page.locator("select[name=category]").select_option("railway")


def test_places_of_one_name_are_told_apart(browser, written):
    """四江 of the national plan and 四江 of the newspaper."""
    with browser.page(at(written, "places.html")) as page:
        both = page.locator("#list tr", has=page.get_by_role("link", name="四江", exact=True)).all_inner_texts()
        assert len(both) == 2
        assert len(set(both)) == 2


def test_the_keyboard_moves_a_map_that_is_zoomed(browser, written, vendored):
    with browser.page(at(written, "map.html")) as page:
        region = page.get_by_role("region", name=re.compile("地图"))
        region.focus()
        view = page.locator("#map g.view")
        page.keyboard.press("ArrowRight")
        assert view.get_attribute("transform") == "translate(0,0) scale(1)"  # the page scrolls with arrows
        page.keyboard.press("+")
        page.keyboard.press("+")
        page.keyboard.press("ArrowRight")
        spot = page.locator("#map .spot", has_text="武汉市").first
        before = spot.bounding_box()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
        after = spot.bounding_box()
        assert after["x"] < before["x"] - 50
        assert after["y"] < before["y"] - 50
        page.keyboard.press("0")
        assert view.get_attribute("transform") == "translate(0,0) scale(1)"
