"""A title printed twice, by the page and by the document; an abstract the page draws from the text."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import lines

TITLE, NUMBER, TO = "某省人民政府关于加强水网建设的意见", "某政发〔2014〕20号", "各市人民政府:"
BODY = "为加强水网建设,现提出以下意见,请认真贯彻执行。"


@pytest.mark.parametrize(
    "above",
    [
        [TITLE],
        [TITLE, TITLE],
        [f"{NUMBER}《{TITLE}》"],
        [f"{NUMBER} {TITLE}"],
        [f"政务服务丨{TITLE}"],
        [TITLE, f"{TITLE} {TO[:-1]}……"],
        ["某省人民政府关于", "加强水网建设的意见"],
        ["政府公报", "传达指令 指导工作 公开政务", TITLE],
    ],
)
@pytest.mark.parametrize("title", [[TITLE], ["某省人民政府", "关于加强水网建设的意见"]])
def test_the_upper_one_goes(above: list[str], title: list[str]) -> None:
    text = [*title, NUMBER, TO, BODY]
    assert lines("\n".join([*above, *text]) + "\n") == text


def test_the_name_of_what_a_notice_prints_above_the_notice_goes() -> None:
    text = ["某市人民政府办公室", "关于印发某市水网管理实施细则的通知", TO, "现将《某市水网管理实施细则》印发给你们。"]
    assert lines("\n".join(["某市水网管理实施细则", *text]) + "\n") == text


def test_a_title_below_text_is_another_document() -> None:
    text = [f"{TITLE}的通知", TO, "现将意见印发给你们。", "2014年3月5日", f"{TITLE}的通知"]
    assert lines("\n".join(text) + "\n") == text


def test_an_abstract_goes() -> None:
    long = "《某省水网建设工作方案》已经省人民政府同意,现印发给你们,请结合实际认真贯彻执行,工作中的重大事项及时报告。"
    assert lines("\n".join([TITLE, "核心提示:", long, long, "二、保障措施"]) + "\n") == [TITLE, long, "二、保障措施"]
    assert lines("\n".join([TITLE, long, TO, long]) + "\n") == [TITLE, TO, long]
    assert lines("\n".join([TITLE, long, "巡河", long]) + "\n") == [TITLE, long, "巡河", long]


def test_a_number_right_before_its_title_on_one_line() -> None:
    assert lines(f"{NUMBER}{TITLE}\n\n{TO}\n{BODY}\n") == [NUMBER, TITLE, TO, BODY]


@pytest.mark.parametrize("site", ["|央视新闻", "_中国政府网", "--江城日报"])
def test_the_site_behind_a_title_goes(site: str) -> None:
    assert lines(f"两市签署水运合作协议{site}\n\n{BODY}\n")[0] == "两市签署水运合作协议"
