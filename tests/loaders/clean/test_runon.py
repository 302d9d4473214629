"""A document pasted as one run of text comes apart as if it were set in paragraphs."""

from __future__ import annotations

import pytest

from tests.loaders.clean.test_offsets import check
from tests.loaders.helpers import cleaned, lines, shares, staged

PARTS = [
    "某县人民政府办公室关于印发某县水网建设工作方案的通知",
    "某政办发〔2021〕3号",
    "各乡镇人民政府，县直有关单位：",
    "《某县水网建设工作方案》已经县政府同意，现印发给你们，请认真贯彻执行。",
    "某县人民政府办公室",
    "2021年3月5日",
    "某县水网建设工作方案",
    "为加快推进水网建设，提高供水保障能力，制定本方案。",
    "一、总体要求",
    "（一）指导思想。以新发展理念为指导。",
    "（二）工作目标。到2025年建成骨干水网。",
    "二、重点任务",
    "（一）推进引调水工程。",
    "1.加快前期工作。完成可研批复。（责任单位：县水利局、县发改局）",
    "2.做好移民安置。落实补偿政策。（县水利局牵头，县财政局配合）",
    "（二）加强管护。健全管护机制。（责任单位：县水利局）",
]
HALF = str.maketrans("，：（）", ",:()")


def squeezed(found: list[str]) -> list[str]:
    return ["".join(line.split()) for line in found]


@pytest.mark.parametrize("joint", [" ", "", "\u3000", "\u00a0\u00a0"])
@pytest.mark.parametrize("half", [False, True])
def test_parts_of_a_run(joint: str, half: bool) -> None:
    text = joint.join(PARTS)
    assert squeezed(lines(text.translate(HALF) if half else text)) == [p.translate(HALF) if half else p for p in PARTS]


def test_what_comes_of_it_is_what_comes_of_paragraphs() -> None:
    run, set_ = staged(" ".join(PARTS)), staged("\n".join(PARTS))
    for done in (run, set_):
        work = done.identity.works[done.identity.main]
        assert (work.title, work.number, str(work.issued)) == ("某县水网建设工作方案", "某政办发〔2021〕3号", "2021-03-05")
        assert [m.text for m in work.issuers] == ["某县人民政府办公室"]
        assert [m.text for m in work.addressees] == ["各乡镇人民政府", "县直有关单位"]
        assert [p.path for p in done.outline.parts] == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.2", "2.2"]
        assert [shares(c) for c in done.facts.clauses] == [
            ["县水利局 负责", "县发改局 负责"],
            ["县水利局 牵头", "县财政局 参加"],
            ["县水利局 负责"],
        ]


def test_number_in_brackets_and_signature_in_chinese_numerals() -> None:
    text = (
        "某市人民政府办公室关于印发《某市水网规划<2010年>目标分解意见》的通知 (某政办发〔2010〕10号) 各区人民政府,各街道办事处: "
        "为抓好水网规划的落实,现就有关事项通知如下: 一、各单位要细化措施。各区政府要抓紧制订方案,在今年6月底以前报市政府。 "
        "二、各单位要按照(某政办发〔2009〕 8号)的要求,把任务作为 刚性任务落实。 某市人民政府办公室 二○一○年三月五日"
    )
    done = staged(text)
    work = done.identity.works[done.identity.main]
    assert (work.number, str(work.issued)) == ("某政办发〔2010〕10号", "2010-03-05")
    assert work.title == "某市人民政府办公室关于印发《某市水网规划<2010年>目标分解意见》的通知"
    assert [p.printed for p in done.outline.parts] == ["一", "二"]


@pytest.mark.parametrize(
    "line",
    [
        "水网建设要坚持三个原则，" * 20 + "一、二、三级河道分级负责。",
        "主要包括以下内容："
        + "建设骨干水网，完善管护机制，强化资金保障，" * 8
        + "到2025年建成2.5万公里渠道，其中新建1.2万公里。",
        "第一条河道由市水利局管理，" + "沿岸各县要加强巡查，" * 20 + "第二条河道由县水利局管理。",
    ],
)
def test_a_long_paragraph_stays_one(line: str) -> None:
    assert lines(f"一、总则\n{line}\n") == ["一、总则", line]


def test_each_character_keeps_its_place() -> None:
    check(cleaned(" ".join(PARTS)))
    check(cleaned("".join(PARTS)))
