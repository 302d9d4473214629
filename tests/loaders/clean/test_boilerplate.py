"""What sites put around a text goes; what the text itself says stays."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import cleaned, corpus, lines

BODY = ["关于水网建设的实施意见", "各市人民政府：", "为加强水网建设，提出如下意见。", "一、坚持节水优先。"]


def framed(above: list[str], below: list[str]) -> list[str]:
    return lines("\n".join([*above, *BODY, *below]) + "\n")


@pytest.mark.parametrize(
    "above",
    [
        ["某省水利网", "首页 » 政策 » 水网建设"],
        ["您当前的位置：首页 > 政务公开 > 文件"],
        ["2021年05月21日  湖北日报"],
        ["发布时间：2024-03-05 10:20:11"],
        ["2024-03-05 08:00 来源：新华社"],
        ["来源：湖北日报"],
        ["字体：【大 中 小】"],
        ["《水网意见》某政发〔2024〕5号.docx", "《水网意见》由会员分享,可在线阅读,更多相关内容请在文库上搜索。"],
    ],
)
def test_what_stands_above_goes(above: list[str]) -> None:
    assert framed(above, []) == BODY


@pytest.mark.parametrize(
    "below",
    [
        ["（文章来源：湖北日报）"],
        ["责任编辑：张三"],
        ["返回首页"],
        ["上一篇：某通知", "下一篇：某公告"],
        ["【打印本页】【关闭窗口】"],
        ["版权所有：某省人民政府 鄂ICP备05000000号"],
        ["- 配套讲稿：", "如PPT文件的首页显示word图标,表示该PPT已包含配套word讲稿。"],
        ["- 关 键 词：", "- 水网 建设 意见"],
        ["相关阅读", "《水网建设行动方案》政策解读", "一图读懂水网建设"],
        ["相关新闻：全省水网建设现场会召开"],
    ],
)
def test_what_stands_below_goes(below: list[str]) -> None:
    assert framed([], below) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "来源多样的资金保障机制更加完善。",
        "责任单位：省水利厅、省财政厅",
        "分享经济健康发展。",
        "编制审核工作规则，明确初审程序。",
        "三、返回式卫星应用工程。",
        "2024年3月5日前，各市报送实施方案。",
        "打印设备国产化率达到90%。",
        "主办部门要加强协调。",
        "相关链接机制由省大数据局建立。",
    ],
)
def test_sentences_that_begin_alike_stay(line: str) -> None:
    assert framed([], [line, "二、本意见自印发之日起施行。"]) == [*BODY, line, "二、本意见自印发之日起施行。"]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("（文章来源：湖北日报）", "publisher", "湖北日报"),
        ("来源： 新华社", "publisher", "新华社"),
        ("2021年05月21日  湖北日报", "published", "2021年05月21日"),
        ("2021年05月21日  湖北日报", "publisher", "湖北日报"),
    ],
)
def test_what_it_tells_is_kept(line: str, key: str, value: str) -> None:
    assert cleaned("\n".join([line, *BODY]) + "\n").meta[key] == value


@pytest.mark.parametrize(
    ("stem", "first", "last"),
    [
        ("wuhan-circle-agreement-2021", "武汉城市圈首次达成同城化发展协议", "。"),
        ("hubei-daily-2022-03-05", "高铁快速通达，让市民出行时间不断缩短", "应急管理职业技术学院等职业院校。"),
        ("capitals-action-plan-2017", "建设“90分钟互达”高铁网", "。"),
        (
            "hubei-division-2022-16",
            "长江中游城市群发展“十四五”实施方案湖北省主要目标",
            "(责任单位:省水利厅,长江中游城市群相关城市人民政府)",
        ),
    ],
)
def test_the_corpus_begins_and_ends_with_its_own_words(stem: str, first: str, last: str) -> None:
    text = corpus(stem).text.text
    assert text.startswith(first)
    assert text.rstrip().endswith(last)


def test_nothing_of_the_sharing_site_is_left() -> None:
    done = corpus("hubei-division-2022-16").text
    text = done.text
    assert "淘文阁" in done.source.text
    assert "淘文阁" not in text
    assert "PPT" not in text
    assert "会员" not in text


def test_a_tip_above_the_text_does_not_end_it() -> None:
    assert framed(["某新闻网", "温馨提示：打开微信，添加关注"], [])[-len(BODY) :] == BODY
    assert framed([], ["关键词：水网", "别的网页"]) == BODY
