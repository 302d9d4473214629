"""Answers as a reader gets them."""

from __future__ import annotations

import json
import re

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
