"""Credits, menus, tools and notices of a site: off the text; who printed it and when is kept."""

from __future__ import annotations

import pytest

from loaders.clean.credits import credited
from tests.loaders.helpers import cleaned, lines

BODY = ["两市签署水网合作协议", "某日报讯,5月5日,甲市与乙市在某地签署水网合作协议。", "根据协议,双方将共建水网。"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2020-05-14 07:40   来源: 某日报   编辑: 张三   责任编辑: 李四", {"publisher": "某日报", "published": "2020-05-14"}),
        ("发布日期:2023-03-21访问次数: 信息来源:某市水利局", {"publisher": "某市水利局", "published": "2023-03-21"}),
        ("- 发布日期:2021-07-19", {"published": "2021-07-19"}),
        ("浏览量:          时间:2016-01-17 23:45:19", {"published": "2016-01-17"}),
        ("作者:张三 时间:2024-07-22 04:02:42  浏览:93   来源:某资料网", {"publisher": "某资料网", "published": "2024-07-22"}),
        ("放大字体  缩小字体 发布日期:2020-11-23  来源:某网", {"publisher": "某网", "published": "2020-11-23"}),
        ("来源:   作者:   编辑:张三", {}),
        ("【编辑:张三】", {}),
        ("摄像:张三 编辑:李四 王五", {}),
        ("时间: 2023-02-21", {"published": "2023-02-21"}),
    ],
)
def test_a_line_of_credits(line: str, told: dict[str, str]) -> None:
    assert credited(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "时间:2024年3月5日",
        "责任单位:省水利厅、省财政厅",
        "编制机关:某市水利局",
        "记者:请问水网规划何时实施?",
        "来源:中央财政补助、省级配套、市县自筹、社会资本。",
        "审核意见:同意。",
        "日期:",
    ],
)
def test_what_is_no_line_of_credits(line: str) -> None:
    assert credited(line) is None


@pytest.mark.parametrize(
    "above",
    [
        ["返 回", "所在位置: 某某网 > 热点专题"],
        ["全搜索首页 新闻 视频 图片网 更多» 专题 评房网", "新闻首页  »  稿源  »  正文"],
        ["无障碍浏览 长者模式"],
        ["热门站点| 某资料网 | 某论坛 | 资料网论坛", "收藏本站| 设为首页| 首页"],
        ["|", "某网首页", "|", "某网论坛", "|"],
        ["EN", "https://www.example.org/a"],
        ["某杂志社,愿与各界人士竭诚合作,挖掘社会热点。联系邮箱:a@example.org", "首页 > 要闻 > 两市签署水网合作协议"],
        ["扫描到手机,新闻随时看", "扫一扫,用手机看文章", "更加方便分享给朋友"],
    ],
)
def test_furniture_above(above: list[str]) -> None:
    assert lines("\n".join([*above, *BODY]) + "\n") == BODY


@pytest.mark.parametrize(
    "below",
    [
        ["来源:某网", "作者:张三 李四", "编辑:王五", "本文为某站原创文章,转载请附上原文出处链接和本声明。"],
        ["声明:文章系本网编辑转载自互联网,不代表本网观点。"],
        ["下载地址: 点击此处下载"],
        ["扫一扫在手机打开当前页"],
        ["(据5月6日《某某日报》)"],
        ["|"],
    ],
)
def test_furniture_below(below: list[str]) -> None:
    assert lines("\n".join([*BODY, *below]) + "\n") == BODY


@pytest.mark.parametrize(
    "line", ["视频监控覆盖重点水库。", "首页设计方案由县水利局提出。", "更多群众受益", "本文所称水网,是指骨干输水工程。"]
)
def test_lines_of_a_text_that_begin_alike_stay(line: str) -> None:
    assert lines("\n".join([BODY[0], BODY[1], BODY[1], BODY[1] + "二", line, BODY[2]]) + "\n")[-2] == line


def test_the_medium_and_the_day_are_kept() -> None:
    assert cleaned("\n".join([*BODY, "(据5月6日《江南日报》)"])).meta["publisher"] == "江南日报"
    run_in = f"{BODY[0]}\nhttp://a.example.org 2011-11-23 13:35 来源: 江南网站5月5日,甲市与乙市签署水网合作协议,这标志着两市水网合作迈出重要一步,此后将共建共管,并在规划、建设、运营各环节加强协同配合。\n"
    done = cleaned(run_in)
    assert (done.meta["publisher"], done.meta["published"]) == ("江南网站", "2011-11-23")
    assert done.text.split("\n")[1].startswith("5月5日,甲市与乙市")
