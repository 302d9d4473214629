"""The reports: readable by people, valid for programs."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from rdflib import RDF, BNode, Graph, Literal
from rdflib.namespace import SH

from tests.queries.support import model_store
from zhengtu import validate
from zhengtu.graphs import BASE
from zhengtu.query import UnknownFormat
from zhengtu.store import memory_store

TASK = f"{BASE}work/fagaiguihua-2030-1/task/4"
NASTY = '</mark><script>alert("x")</script>&amp;'


@pytest.fixture(scope="module")
def report(model):
    return validate.run(model)


@pytest.fixture(scope="module")
def nasty():
    store = model_store()
    value = NASTY.replace('"', '\\"')
    store.update(
        f"PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX zt: <{BASE}ns#>"
        f"DELETE {{ GRAPH ?g {{ <{TASK}> dcterms:title ?o . ?s zt:exact ?e }} }}"
        f'INSERT {{ GRAPH ?g {{ <{TASK}> dcterms:title "{value}" . ?s zt:exact "{value}" }} }}'
        f"WHERE {{ GRAPH ?g {{ <{TASK}> dcterms:title ?o ; zt:evidence ?s . ?s zt:exact ?e }} }}"
    )
    return validate.run(store)


def test_text_is_grouped_by_document_and_item(report):
    lines = validate.render(report, "text").splitlines()
    assert lines[0].startswith("政图校验报告：3 个文件")
    assert lines[1] == "不合格：违规 1，警告 3，提示 3"
    assert any("“关于文件”说的是源文件" in line for line in lines[:5])  # before the first finding that says so
    at = lines.index("plan-a《示范城市群发展实施方案》")
    item = lines.index("  4 健全协同机制")
    assert lines.index("news-c《两城牵手》") < at < item
    said = "    ✗ 违规，关于文件：没有写明责任单位，而同一文件另有 3 项任务写明了  [task-without-responsibility #"
    assert lines[item + 1].startswith(said)
    assert lines[item + 2] == "      原文 第 350–400 字：（四）健全协同机制。建立示范联席会议。"
    assert lines[item + 3].startswith("      为什么：")
    assert lines[item + 4].startswith("      怎么办：")
    assert "TaskKind=7" in "".join(lines[-30:])


def test_text_needs_no_shacl(report):
    said = validate.render(report, "text").split("各项检查")[0]
    for word in ("sh:", "Constraint", "minCount", "http"):
        assert word not in said


def test_text_in_english(report):
    text = validate.render(report, "text", "en")
    assert "does not conform: violation 1, warning 3, info 3" in text
    assert "Why: " in text
    assert "What to do: " in text


def test_many_findings_of_one_kind_are_counted_not_listed():
    store = model_store()
    insert = " ".join(
        f'<{BASE}doc/plan-a/project/{n}> a zt:Project ; zt:inDocument <{BASE}doc/plan-a> ; dcterms:title "项目{n}" ;'
        f" zt:evidence <{BASE}doc/plan-a/span/40-60> ; prov:wasGeneratedBy <{BASE}doc/plan-a/activity/outline> ;"
        f" zt:category <{BASE}scheme/project-category/port> ."
        for n in range(12)
    )
    store.update(
        f"PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX zt: <{BASE}ns#>"
        f"INSERT DATA {{ GRAPH <{BASE}graph/doc/plan-a> {{ {insert} }} }}"
    )
    text = validate.render(validate.run(store), "text")
    assert text.count("[ProjectPlace #") == 1
    assert "“项目有地点，或说明为什么没有”同类还有 11 条" in text


def test_json_holds_both_languages(report):
    data = json.loads(validate.render(report, "json"))
    assert data["conforms"] is False
    assert data["counts"] == {"violation": 1, "warning": 3, "info": 3}
    finding = next(f for f in data["findings"] if f["severity"] == "violation")
    where, evidence = finding["where"], finding["evidence"]
    assert (where["document"], where["item"], where["title"]) == ("plan-a", "4", "健全协同机制")
    assert (evidence["begin"], evidence["end"], evidence["exact"]) == (350, 400, "（四）健全协同机制。建立示范联席会议。")
    assert finding["why"]["zh"]
    assert finding["why"]["en"]
    assert finding["focus"] == TASK
    assert {c["rule"].rpartition("#")[2]: c["looked_at"] for c in data["checks"]}["TaskKind"] == 7


def test_turtle_is_a_standard_report(report):
    graph = Graph().parse(data=validate.render(report, "turtle"), format="turtle")
    (top,) = graph.subjects(RDF.type, SH.ValidationReport)
    results = list(graph.objects(top, SH.result))
    assert graph.value(top, SH.conforms) == Literal(False)
    assert len(results) == len(report.findings)
    assert not [node for triple in graph for node in triple if isinstance(node, BNode)]
    for result in results:
        assert (result, RDF.type, SH.ValidationResult) in graph
        for key in (SH.focusNode, SH.resultSeverity, SH.sourceShape, SH.sourceConstraintComponent):
            assert len(list(graph.objects(result, key))) == 1
        assert {message.language for message in graph.objects(result, SH.resultMessage)} == {"zh", "en"}


def test_turtle_of_nothing_conforms():
    graph = Graph().parse(data=validate.render(validate.run(memory_store()), "turtle"), format="turtle")
    assert graph.value(predicate=SH.conforms, object=Literal(True)) is not None


def test_sarif_points_at_the_characters(report):
    log = json.loads(validate.render(report, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
    (error,) = [result for result in run["results"] if result["level"] == "error"]
    place = error["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "plan-a", "uriBaseId": "CORPUS"}  # the model names no file
    assert (place["region"]["charOffset"], place["region"]["charLength"]) == (350, 50)
    assert error["message"]["text"].startswith("4 健全协同机制")


class Tags(HTMLParser):
    VOID = ("meta", "link", "br", "img", "input")

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.references, self.text = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.references += [(tag, value) for name, value in attrs if name in ("src", "href")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_html_is_well_formed_and_fetches_nothing(report, lang):
    page = validate.render(report, "html", lang)
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert {tag for tag, _ in tags.references} == {"a"}  # links to follow, nothing to load
    inside = {value[1:] for _, value in tags.references if value.startswith("#")}
    assert inside == {f"f-{finding.key}" for finding in report.findings}
    assert {value for _, value in tags.references if not value.startswith("#")} == {"https://example.org/a"}
    assert "url(" not in page
    assert tags.seen.count("article") == len(report.findings)
    assert "健全协同机制" in page
    assert "$" not in page


def test_html_policy_names_its_own_style_and_script_and_nothing_else(report):
    page = validate.render(report, "html")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"<[^>]+\s(style|on\w+)=", page)


def test_html_counts_by_severity_check_document_and_agency(report):
    page = validate.render(report, "html")
    for kind, value in (("rule", "target-conflict"), ("document", "plan-a"), ("agency", "湖北省交通运输厅")):
        assert f'data-filter="{kind}" data-value="{value}"' in page
    assert '<label for="violation" class="violation">违规 <b>1</b></label>' in page


def test_html_shows_the_words_in_their_sentence():
    words = validate.Evidence(0, 3, "相关 城", "相关城", "会同相关城 市。".replace(" ", ""), 2)
    base = next(f for f in validate.run(model_store()).findings if f.evidence)
    page = validate.render(validate.Report((replace(base, evidence=words),), (), 1), "html")
    assert "会同<mark>相关城</mark>市。<cite>" in page


def test_html_escapes_what_texts_say(nasty):
    page = validate.render(nasty, "html")
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert tags.seen.count("script") == 1  # our own
    assert NASTY in "".join(tags.text)


@pytest.mark.parametrize("form", ["text", "json", "turtle", "sarif"])
def test_other_formats_keep_what_texts_say(nasty, form):
    out = validate.render(nasty, form)
    if form in ("json", "sarif"):
        assert NASTY in json.dumps(json.loads(out), ensure_ascii=False).replace('\\"', '"')
    elif form == "turtle":
        Graph().parse(data=out, format="turtle")
    else:
        assert NASTY in out


def test_unknown_format_lists_those_there_are(report):
    with pytest.raises(UnknownFormat, match="sarif"):
        validate.render(report, "docx")
