"""What a question takes from the texts, and what several of its words name together."""

from __future__ import annotations

import pytest

from zhengtu.ask.aside import asking
from zhengtu.ask.passages import quoted
from zhengtu.ask.preamble import without_preamble

NATIONAL, PROVINCIAL = "thepaper-2022-03-15", "hubei-division-2022-16"


@pytest.mark.parametrize(
    ("question", "query", "values"),
    [
        # a passage in quotation marks is of one task, also where a word of it is not remembered rightly
        (
            "国家方案里“推动长江干流湖南湖北段总磷”归哪些部门负责？",
            "responsibilities-of-task",
            {"task": "协同推进长江水环境治理", "document": NATIONAL},
        ),
        # a line by the places it joins
        ("武汉到九江到南昌的高铁写在哪份文件里？", "evidence", {"subject": "武汉―九江―南昌高速铁路"}),
        (
            "A railway linking Hefei, Jiujiang and Nanchang: which document mentions it?",
            "evidence",
            {"subject": "合肥―九江―南昌高速铁路"},
        ),
        # what a text says of one project in figures, though nobody here knows what was invested
        ("鄂州产业园区合作示范工程投资多少、占地多大？", "targets", {"scope": "鄂州市产业园区合作示范工程"}),
        # the counterpart of an agency, from either side
        ("省能源局对应的国家部委是哪个？", "agency-cascade", {"lower_label": "湖北省能源局"}),
        ("国家林草局的任务湖北由谁接？", "agency-cascade", {"upper_label": "国家林业和草原局"}),
        # two fields of one task
        (
            "Which agencies are responsible for flood control and emergency response in Hubei's division of tasks?",
            "responsibilities-of-task",
            {"task": "强化公共安全风险防控", "document": PROVINCIAL},
        ),
        # one task in two documents that are named together
        (
            "Compare the wording of the fishing ban task in the national and provincial documents",
            "decomposition-of-task",
            {"task": "共建多元共生的生态系统"},
        ),
        # a claim is checked, whatever it is about
        ("报道称实施七大先进制造业集群工程，文件真这么写了吗", "claims", {}),
        # an empty answer says that it is not there
        ("西气东输三线中段在国家方案正文里也有吗？", "evidence", {"subject": "西气东输三线中段", "document": NATIONAL}),
        ("恩施算不算城市群范围？", "groupings", {}),
    ],
)
def test_what_is_named_together(asker, question, query, values):
    match = asker.understand(question).best
    assert match is not None
    assert (match.name, match.values) == (query, values)


def test_works_counted_in_a_heading(asker):
    (mention,) = asker.understand("十大示范工程都是哪些，分别落在哪个市？").named
    assert [entity.value for entity in mention.entities] == ["wuhan-circle-agreement-2021"]


@pytest.mark.parametrize("question", ["引江补汉工程总投资多少？", "到去年底，引江补汉工程完成投资多少亿？", "武汉和鄂州的房价"])
def test_money_is_told_of_a_project_with_figures_only(asker, question):
    assert asker.understand(question).best is None


def test_quotation_marks_go_by_twos():
    text = '"开展"其实应该是"发展"'
    assert [text[begin:end] for begin, end in quoted(text, 2, 20)] == ["开展", "发展"]


def test_a_clause_that_points_back_has_its_subject_before_it():
    text = "公交卡在四个省会都能刷,这是啥时候说的"
    assert asking(text) == text


def test_who_asks_may_be_an_office_whose_name_has_a_word_for_asking():
    text = "我们是省政府督查室的，正在写材料，湖北分工方案有哪些任务？"
    assert without_preamble(text).strip() == "湖北分工方案有哪些任务？"
