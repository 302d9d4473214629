"""Asking: names, IRIs, values that try to break out, and what is said when nothing fits."""

import pytest

from zhengtu.graphs import BASE
from zhengtu.query import BadParameter, UnknownEntity, UnknownQuery, library, run
from zhengtu.query.header import parse
from zhengtu.store import QueryError


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    monkeypatch.delenv("ZHENGTU_LANG", raising=False)


NDRC = ["2", "3", "10"]
HEAD = "#+ summary: 数\n#+ summary_en: a\n#+ description: 数\n#+ description_en: a\n#+ columns: n\n#+ example: a\n"


@pytest.mark.parametrize(
    "agency",
    ["国家发展和改革委员会", "国家发展改革委", f"{BASE}agency/ndrc", f"<{BASE}agency/ndrc>", "agency/ndrc", " 国家发展改革委 "],
)
def test_an_agency_by_any_of_its_names(model, agency):
    assert [row["task_number"] for row in run(model, "tasks-of-agency", {"agency": agency})] == NDRC


@pytest.mark.parametrize("agency", ["湖北省", "湖北", "湖北省政府", "湖北省人民政府", "Hubei"])
def test_a_place_as_a_unit_is_its_government(model, agency):
    rows = list(run(model, "tasks-of-agency", {"agency": agency}))
    assert [(row["task_number"], row["role"], row["basis"]) for row in rows] == [("3", "responsible", "inherited")]


def test_a_place_whose_government_no_text_names_has_no_tasks(model):
    assert len(run(model, "tasks-of-agency", {"agency": "长沙市"})) == 0


def test_an_agency_outside_the_registry_and_a_phrase(model):
    assert len(run(model, "tasks-of-agency", {"agency": "省低空办"})) == 1
    assert len(run(model, "tasks-of-agency", {"agency": "相关城市人民政府"})) == 1


@pytest.mark.parametrize("upper", ["plan-a", "示范城市群发展实施方案", "示范城市群方案来了", f"{BASE}doc/plan-a"])
def test_a_document_by_stem_title_headline_or_iri(model, upper):
    table = run(model, "undecomposed-tasks", {"upper": upper, "lower": "division-b"})
    assert [row["upper_task"] for row in table] == ["3", "4", "10"]


@pytest.mark.parametrize("place", ["武汉", "武汉市", "place/420100"])
def test_a_place_by_any_of_its_names(model, place):
    assert len(run(model, "projects-of-place", {"place": place})) == 2


def test_an_iri_nobody_speaks_of_has_no_rows(model):
    assert len(run(model, "evidence", {"subject": f"{BASE}agency/nobody"})) == 0


def test_evidence_of_a_work_by_its_title_is_in_every_document(model):
    table = run(model, "evidence", {"subject": "示范城市群发展实施方案"})
    assert {row["document"] for row in table} == {"plan-a", "division-b", "news-c"}
    issued = [row for row in table if row["property"].endswith("issued")]
    assert [(row["value"], row["exact"]) for row in issued] == [("2030-02-15", "示范城市群发展实施方案")]


def test_unknown_query_offers_the_nearest(model):
    with pytest.raises(UnknownQuery, match=r"task-of-agency.*tasks-of-agency"):
        run(model, "task-of-agency")


def test_unknown_parameter_offers_the_nearest(model):
    with pytest.raises(BadParameter, match=r"agencey.*agency"):
        run(model, "tasks-of-agency", {"agencey": "国家发展改革委"})


def test_missing_parameter_is_named(model):
    with pytest.raises(BadParameter, match="--set upper=… --set lower=…"):
        run(model, "undecomposed-tasks")


def test_unknown_entity_offers_the_nearest(model):
    with pytest.raises(UnknownEntity, match=r"国家发改委.*国家发展改革委"):
        run(model, "tasks-of-agency", {"agency": "国家发改委"})
    with pytest.raises(UnknownEntity, match=r"plan-b.*plan-a"):
        run(model, "undecomposed-tasks", {"upper": "plan-b", "lower": "division-b"})


def test_a_word_of_what_a_query_answers_finds_it(model):
    """报道 is no query's name; those that speak of reports are offered, those that do so in their summary first."""
    with pytest.raises(UnknownQuery, match=r"是否要找：.*tasks"):
        run(model, "编号任务")


@pytest.mark.parametrize(
    ("wrong", "first"), [("武汗", "武汉"), ("长沙城", "长沙"), ("鄂洲市", "鄂州市"), ("武汉是", "武汉"), ("鄂洲", "鄂州")]
)
def test_of_names_as_much_alike_the_one_spoken_of_is_offered(corpus, wrong, first):
    with pytest.raises(UnknownEntity) as caught:
        run(corpus, "documents-of-place", {"place": wrong})
    assert first in str(caught.value).partition("：")[2].split("、")[:3]


@pytest.mark.parametrize(
    "name",
    [
        "长江中游城市群省会城市合作行动计划(2017年―2020年)",  # as printed
        "长江中游城市群省会城市合作行动计划（2017年―2020年）",
        "capitals-action-plan-2017",
    ],
)
def test_brackets_of_either_width(corpus, name):
    assert len(run(corpus, "places-of-document", {"document": name})) > 5


@pytest.mark.parametrize("number", ["鄂政办发〔2022〕16号", "鄂政办发[2022]16号"])
def test_a_document_by_its_number(corpus, number):
    assert len(run(corpus, "tasks-of-document", {"document": number})) == 21


def test_a_document_is_offered_by_a_part_of_its_title(corpus):
    with pytest.raises(UnknownEntity, match="湖北省主要目标和任务分工方案"):
        run(corpus, "targets-of-document", {"document": "任务分工方案"})


def test_errors_speak_english_when_asked(model, monkeypatch):
    monkeypatch.setenv("ZHENGTU_LANG", "en")
    with pytest.raises(UnknownQuery, match="no query named x"):
        run(model, "x")


@pytest.mark.parametrize(
    "value",
    ['武汉" } UNION { ?s ?p ?o } #', "<http://x> } # ", "http://x/a b", "place/4201 00", "UNDEF", "\\", "'\"\n", "http://x/{}"],
)
def test_values_are_bound_never_pasted(model, value):
    before = len(model.raw)
    with pytest.raises(QueryError):
        run(model, "projects-of-place", {"place": value})
    assert len(model.raw) == before


@pytest.mark.parametrize(
    "text",
    [
        "#+ summary\n",
        "#+ summary: a\n#+ summary: b\n",
        "#+ summary: a\nSELECT * {}",
        HEAD + "#+ param.x: y\n",
    ],
)
def test_a_malformed_header_is_refused(text):
    with pytest.raises(ValueError, match=r"header|malformed"):
        parse("x", text)


def test_a_folder_of_ones_own(tmp_path, model):
    query = (
        HEAD
        + "#+ param.least: integer | 2 | 下限 | least\n"
        + "SELECT ?n { VALUES ?_least { UNDEF } VALUES ?n { 1 2 3 } FILTER(?n >= ?_least) } ORDER BY ?n"
    )
    (tmp_path / "count.rq").write_text(query, "utf-8")
    assert list(library(tmp_path)) == ["count"]
    assert [row["n"] for row in run(model, "count", folder=tmp_path)] == ["2", "3"]
    assert [row["n"] for row in run(model, "count", {"least": "3"}, tmp_path)] == ["3"]
    with pytest.raises(BadParameter, match="“many”不是整数"):
        run(model, "count", {"least": "many"}, tmp_path)
