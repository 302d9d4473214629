"""Answers as a reader gets them."""

from __future__ import annotations

import json
import re

import pytest

from zhengtu.ask import as_json, as_text
from zhengtu.ask.wordings import book
from zhengtu.query import library


def test_rows_sentences_and_the_sparql(asker):
    answer = asker.ask("铁路总里程到2025年的目标是多少？")
    assert answer.values == {"indicator": "铁路总里程", "year": "2025"}
    assert {row["value"] for row in answer.table} == {"1.4"}
    assert all("1.4万公里" in s.words for sentences in answer.sentences for s in sentences)
    text = as_text(answer)
    assert "某项指标在各文件中的数字（targets-of-indicator）" in text
    assert "「铁路总里程达到1.4万公里」 thepaper-2022-03-15" in text
    assert "SELECT DISTINCT" in text


def test_the_sparql_shown_gives_the_rows(corpus, asker):
    answer = asker.ask("宜昌有哪些项目")
    assert tuple(corpus.select(answer.sparql[0])) == answer.table.rows
    assert len(answer.table) > 3


def test_the_sentence_of_a_task_names_the_unit(asker):
    answer = asker.ask("省水利厅负责哪些任务")
    assert answer.table.rows
    words = ["".join(s.words.split()) for sentences in answer.sentences for s in sentences]
    assert len(words) >= len(answer.table)
    assert all("水利厅" in sentence for sentence in words)


def test_places_cross(asker):
    answer = asker.ask("横跨湖北和湖南的项目")
    assert answer.values == {"provinces": "湖北省;湖南省"}
    assert all({"湖北省", "湖南省"} <= set(row["provinces"].split(";")) for row in answer.table)


def test_a_year_narrows_dates(asker):
    answer = asker.ask("2021年签了哪些协议")
    assert {row["signed"][:4] for row in answer.table} == {"2021"}


def test_nothing_found_is_said_and_others_offered(asker):
    answer = asker.ask("咸宁市牵头哪些任务？")
    assert not answer.table.rows
    assert any(offer.query == "tasks-of-place" for offer in answer.offers)
    assert "没有这样的内容" in as_text(answer)


def test_unsure_says_so_and_offers(asker):
    answer = asker.ask("武汉市市长是谁？")
    assert answer.match is None
    assert answer.offers
    text = as_text(answer)
    assert "没有把握" in text
    assert "市长" in text
    assert "zhengtu query place-profile --set 'place=武汉市'" in text


def test_english(asker, monkeypatch):
    monkeypatch.setenv("ZHENGTU_LANG", "en")
    assert "not sure" in as_text(asker.ask("Who is the mayor of Wuhan?"))
    assert "taken as" in as_text(asker.ask("Which projects are in Wuhan?"))


def test_json(asker):
    data = json.loads(as_json(asker.ask("哪些项目跨省")))
    assert data["query"] == "cross-province-projects"
    assert len(data["rows"]) > 1
    assert json.loads(as_json(asker.ask("你好")))["query"] is None


def test_many_rows_are_cut_with_the_command_for_all(asker):
    text = as_text(asker.ask("列出所有任务", most=3), most=3)
    assert "全部：zhengtu query tasks" in text


def test_a_city_that_only_a_phrase_may_mean(asker):
    answer = asker.ask("武汉市牵头或参与哪些任务？")
    assert answer.match.name == "tasks-of-agency"
    assert {row["reach"] for row in answer.table} == {"possible"}
    assert all("长江中游城市群相关城市" in "".join(s.words.split()) for sentences in answer.sentences for s in sentences)


def test_words_are_shown_without_the_blanks_of_wrapped_lines(asker):
    answer = asker.ask("武汉城市圈同城化发展协议有哪些承诺")
    assert answer.table.rows
    assert not re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", as_text(answer).split("SPARQL")[0].partition("原文：")[2])


def test_words_that_were_not_used_are_told(asker):
    answer = asker.ask("跟水利部喵喵一起承担任务的单位有哪些")
    assert answer.table.rows
    assert "没有用到的词：喵喵" in as_text(answer)


def test_names_that_were_not_used_are_told(asker):
    answer = asker.ask("从2017年到2022年，各主题逐年怎么变化")
    assert answer.match.name == "topic-timeline"
    assert answer.unused == ("2017年", "2022年")
    assert "没有用到的词：2017年、2022年" in as_text(answer)


def test_a_document_on_either_side_of_a_pair(asker):
    answer = asker.ask("跟鄂政办发〔2022〕16号有关系的文件")
    assert answer.match.name == "related-documents"
    assert answer.table.rows
    assert all("hubei-division-2022-16" in (row["document_a"], row["document_b"]) for row in answer.table)


def test_every_slot_of_a_wording_can_be_asked_for():
    for asked in book(library()).asked:
        known = {parameter.name for parameter in asked.query.parameters} | set(asked.query.columns)
        assert all(set(slot.split("/")) <= known for slot in asked.slots), asked.query.name


def test_what_is_not_answered_shows_the_nearest_sentences(asker, corpus):
    """垃圾分类 stands in one sentence of each plan, 鄂政办发〔2022〕16号 and the plan it divides; both are of one task."""
    answer = asker.ask("垃圾分类要花多少钱？")
    assert answer.match is None
    assert {one.sentence.document for one in answer.near} == {"hubei-division-2022-16", "thepaper-2022-03-15"}
    for one in answer.near:
        assert "垃圾分类" in one.sentence.words
        assert one.task == "加强环境污染联防联控"
    text = as_text(answer)
    assert "最接近的句子" in text
    assert "任务：加强环境污染联防联控" in text
    assert [one["task"] for one in json.loads(as_json(answer))["near"]] == ["加强环境污染联防联控"] * 2


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("武汉天河机场第三跑道总投资多少亿", "武汉天河机场第三跑道"),
        ("引江补汉工程现在干到哪一步了", "引江补汉"),
        ("高速“月票制”推行了没有", "月票制"),
    ],
)
def test_the_nearest_sentence_holds_what_is_asked_about(asker, question, words):
    answer = asker.ask(question)
    assert answer.match is None
    assert words in answer.near[0].sentence.words


@pytest.mark.parametrize("question", ["你好", "武汉市市长是谁？", "今天天气怎么样", "Who is the mayor of Wuhan?", "2022年10个"])
def test_no_sentence_is_near_by_names_and_figures_alone(asker, question):
    assert asker.ask(question).near == ()


def test_of_sentences_that_share_characters_of_the_source_one_is_shown(asker):
    spans = [one.sentence for one in asker.ask("旅游一卡通发了多少张").near]
    assert len(spans) == 3
    assert len({(one.document, one.begin) for one in spans}) == 3
    assert not any(
        a is not b and a.document == b.document and a.begin < b.end and b.begin < a.end for a in spans for b in spans
    )


def test_rows_of_a_document_that_is_named_have_their_sentences_in_it(asker):
    answer = asker.ask("湖北省分工方案有哪些重大工程？")
    assert answer.match.name == "projects-of-document"
    assert all(sentences for sentences in answer.sentences)
    assert {one.document for sentences in answer.sentences for one in sentences} == {"hubei-division-2022-16"}
