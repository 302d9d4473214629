"""What the pages say of tasks, agencies, places, agreements and works, as a reader of the texts would."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from zhengtu.site import things


class Page(HTMLParser):
    """The text under each heading of a page, and its links by their words."""

    def __init__(self, content: bytes):
        super().__init__()
        self.parts, self.links, self.ways = {"": ""}, {}, []
        self._heading, self._link, self._in = "", None, ""
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag, attributes):
        if tag in ("h1", "h2"):
            self._heading, self._in = "", tag
        if tag == "a":
            self._link = dict(attributes).get("href")
            self.ways.append(self._link)

    def handle_endtag(self, tag):
        if tag == self._in:
            self._heading, self._in = re.sub(r"\s*\d*\s*$", "", self._heading).strip(), ""
            self.parts[self._heading] = ""
        if tag == "a":
            self._link = None

    def handle_data(self, data):
        if self._in:
            self._heading += data
            return
        self.parts[self._heading] = self.parts.get(self._heading, "") + data
        if self._link:
            self.links.setdefault(data.strip(), self._link)

    def under(self, heading):
        return " ".join(self.parts[heading].split())


@pytest.fixture
def page(corpus_site):
    return lambda path: Page(corpus_site.render(path))


def test_a_task_names_its_lead_unit_first_and_quotes_its_clause(page):
    """（五）…（湖北省、湖南省、江西省、国家发展改革委、自然资源部、住房城乡建设部，以下任务均需三省落实，不再列出）"""
    task = page("work/fagaiguihua-2022-266/task/5.html")
    assert task.under("牵头单位").startswith("湖北省人民政府 牵头")
    others = task.under("其他责任单位")
    for unit in (
        "湖南省人民政府",
        "江西省人民政府",
        "国家发展和改革委员会",
        "中华人民共和国自然资源部",
        "中华人民共和国住房和城乡建设部",
    ):
        assert unit in others
    assert "湖北省人民政府" not in others
    assert "以下任务均需三省落实" in task.under("责任括注")
    assert list(task.parts).index("牵头单位") < list(task.parts).index("其他责任单位")


def test_a_task_shows_what_the_province_made_of_it(page):
    """National task 22 共建多元共生的生态系统 is item 1 of the provincial part five, without 罗霄山 and other hills of its neighbours."""
    task = page("work/ezhengbanfa-2022-16/task/5.1.html")
    related = task.under("上下级文件中对应的任务")
    assert related.startswith("22 共建多元共生的生态系统")
    assert "罗霄山" in related
    assert task.links["22 共建多元共生的生态系统"] == "../../fagaiguihua-2022-266/task/22.html"


def test_an_agency_has_its_tasks_with_the_clauses(page):
    """（责任单位:省交通运输厅、省发改委,…）: it leads; （责任单位:省发改委、省商务厅、省交通运输厅…）: it takes part."""
    agency = page("agency/420000-jiaotongyunshu-ting.html")
    assert "省交通运输厅、省发改委" in agency.under("牵头的任务")
    assert "省发改委、省商务厅、省交通运输厅" in agency.under("参与或负责的任务")
    assert "湖北省" in agency.links
    assert [way for way in agency.ways if re.fullmatch(r"\.\./doc/hubei-division-2022-16\.html#c\d+-\d+", way)]


def test_of_many_statements_the_first_are_shown_and_the_rest_is_a_click_away(corpus_site, monkeypatch):
    """The transport department leads two tasks and shares in five more."""
    monkeypatch.setattr(things, "MOST", 3)
    content = corpus_site.render("agency/420000-jiaotongyunshu-ting.html").decode("utf-8")
    agency = Page(content.encode("utf-8"))
    assert content.count("<li>") == 2 + 3
    assert "参与或负责的任务 <small>5</small>" in content
    way = agency.links["另有 2 条 →"]
    assert unquote(way) == "../tasks.html#?unit=湖北省交通运输厅"


def test_a_place_has_projects_and_agreements_with_sentences(page):
    place = page("place/420100.html")
    assert "以武汉长江中游航运中心为核心" in place.under("项目")
    assert "武汉城市圈同城化发展协议" in place.under("签署的协议")
    assert place.links["武汉城市圈同城化发展协议"].startswith("../work/")


def test_an_agreement_has_parties_day_and_promises(page):
    """武汉市、黄石市、鄂州市、孝感市、黄冈市、咸宁市、仙桃市、天门市、潜江市, on 19 May 2021."""
    agreement = page("work/wuhanchengshiquantongchenghuafazhanxieyi.html")
    said = agreement.under("武汉城市圈同城化发展协议")
    for city in ("武汉市", "黄石市", "鄂州市", "孝感市", "黄冈市", "咸宁市", "仙桃市", "天门市", "潜江市"):
        assert city in said
        assert city in agreement.links
    assert "2021-05-19" in said
    assert "共同编制武汉城市圈同城化发展中长期规划" in agreement.under("承诺")


def test_a_project_stands_in_its_sentence(page):
    project = page("work/fagaiguihua-2022-266/project/97.html")
    assert "组建长沙、南昌等区域性应急救援基地和九江区域性水域救援中心，强化防灾备灾体系" in project.under("原文")
    assert "应急" in project.under("九江区域性水域救援中心")
    assert "强化公共安全风险防控" in project.links


def test_the_start_page_answers_at_once(page):
    """The plans' first-listed units: 国家发展改革委 leads more tasks than any other agency."""
    start = page("index.html")
    ways = start.under("或从问题开始")
    assert "哪些单位牵头的任务最多？ 国家发展和改革委员会" in ways
    assert "31 坚持党的全面领导" in ways  # 三十一 names nobody
    assert start.links["长江中游城市群发展“十四五”实施方案"] == "doc/thepaper-2022-03-15.html"


def test_english_pages_speak_english_about_chinese_texts(page):
    agency = page("en/agency/420000-jiaotongyunshu-ting.html")
    assert "lead (first listed)" in agency.under("Tasks it leads")
    assert "省交通运输厅、省发改委" in agency.under("Tasks it leads")


def test_every_word_of_a_template_is_said_in_both_languages(corpus_site):
    """No English page has a Chinese heading of the site's own."""
    chinese = re.compile(r"<(?:h2|h3|th|dt|legend|summary|label)[^>]*>[^<]*[\u4e00-\u9fff]")
    for path in (
        "en/index.html",
        "en/tasks.html",
        "en/agencies.html",
        "en/projects.html",
        "en/documents.html",
        "en/works.html",
    ):
        text = re.sub(r'<(ul|ol) [^>]*lang="zh-CN".*?</\1>', "", corpus_site.render(path).decode("utf-8"), flags=re.DOTALL)
        assert not [found for found in chinese.findall(text) if 'lang="zh-CN"' not in found and "<a " not in found], path
