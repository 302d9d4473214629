"""Orders and announcements: the number stands on a line of its own, and the law they promulgate is what the file is there for."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.model import WorkIdentity
from tests.loaders.helpers import staged

ORDER = """中华人民共和国国务院令
第 737 号
《城市供水管理条例》已经2021年1月4日国务院第121次常务会议通过，现予公布，自2021年5月1日起施行。
总　理　　李某某
2021年1月26日
城市供水管理条例
第一章　总　则
第一条　为了加强城市供水管理，制定本条例。
第二章　水源
第二条　县级以上地方人民政府应当加强水源保护。
"""
PROVINCE = """湖南省人民政府令
第310号
《湖南省农村公路管理办法》已经省人民政府第10次常务会议通过，现予公布，自2023年3月1日起施行。
省长　毛某某
2023年1月5日
湖南省农村公路管理办法
第一条　为了加强农村公路管理，制定本办法。
第二条　本省行政区域内适用本办法。
"""
CONGRESS = """深圳市第七届人民代表大会常务委员会公告
（第九十三号）
《深圳经济特区基因产业促进条例》经常务委员会第十四次会议于2022年12月29日通过，现予公布，自2023年3月1日起施行。
深圳市人民代表大会常务委员会
2023年1月6日
深圳经济特区基因产业促进条例
（2022年12月29日深圳市第七届人民代表大会常务委员会第十四次会议通过）
第一条 为了促进产业发展，制定本条例。
第二条 本市适用本条例。
"""
ANNOUNCEMENT = """财政部　税务总局
关于污染防治企业所得税政策的公告
2023年第38号
　　为支持生态文明建设，现就有关政策公告如下：
　　一、减按15%的税率征收企业所得税。
　　二、本公告自2024年1月1日起执行。
　　　　　　　　财政部　税务总局
　　　　　　　　2023年8月24日
"""


def main_work(text: str) -> WorkIdentity:
    identity = staged(text).identity
    return identity.works[identity.main]


@pytest.mark.parametrize(
    ("text", "title", "number", "issuers", "issued"),
    [
        (ORDER, "城市供水管理条例", "国务院令第737号", ["国务院"], date(2021, 1, 26)),
        (PROVINCE, "湖南省农村公路管理办法", "湖南省人民政府令第310号", ["湖南省人民政府"], date(2023, 1, 5)),
        (
            CONGRESS,
            "深圳经济特区基因产业促进条例",
            "深圳市第七届人民代表大会常务委员会公告第九十三号",
            ["深圳市人民代表大会常务委员会"],
            date(2022, 12, 29),
        ),
    ],
)
def test_what_an_order_promulgates(text: str, title: str, number: str, issuers: list[str], issued: date) -> None:
    work = main_work(text)
    assert (work.title, work.number, [m.text for m in work.issuers], work.issued) == (title, number, issuers, issued)


def test_an_announcement_numbered_by_year() -> None:
    work = main_work(ANNOUNCEMENT)
    assert (work.number, [m.text for m in work.issuers], work.issued) == (
        "2023年第38号",
        ["财政部", "税务总局"],
        date(2023, 8, 24),
    )


def test_lines_of_a_table_of_contents_are_no_headings() -> None:
    text = "盐城市海洋经济发展规划\n\n目    录\n第一章  发展基础………………1\n第二章  总体要求……5\n\n第一章  发展基础\n经济持续增长。\n第二章  总体要求\n以质量为先。\n"
    assert [(p.printed, p.title) for p in staged(text).outline.parts] == [("第一章", "发展基础"), ("第二章", "总体要求")]
