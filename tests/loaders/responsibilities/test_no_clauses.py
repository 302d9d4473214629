"""Brackets that are no responsibility clauses are left alone."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import NATIONAL, PROVINCIAL, corpus
from tests.loaders.responsibilities.forms import CENTRAL, units

NOT_CLAUSES = [
    "支持开行市域(郊)列车。",
    "建设保税物流中心(B型)。",
    "建设长征国家文化公园(湖北段)。",
    "建设长征国家文化公园(江西、湖北、湖南段)。",
    "建设省际示范区(江西)。",
    "打造“全球123快货物流圈”(快货国内1天送达、周边国家2天送达、全球主要城市3天送达)。",
    "实施污染治理“4+1”工程(城镇污水垃圾处理、化工污染治理、农业面源污染治理、船舶污染治理及尾矿库污染治理)。",
    "湖北、湖南、江西三省(以下简称三省)要加强协作。",
    "武汉市、黄石市、鄂州市(以下简称“三市”)协商一致。",
    "水利部长江水利委员会（以下简称长江委）加强指导。",
    "扩容京港澳高速(G4)鄂豫界至军山桥段。",
    "协同控制细颗粒物(PM2.5)和臭氧(O3)。",
    "部署第五代移动通信(5G)网络。",
    "制定行动计划(2017年―2020年)。",
    "印发《意见》(国发〔2015〕5号)。",
    "按期完成（2025年12月底前）。",
    "支持通(城)平(江)修(水)先行区建设。",
    "增设智能监测类产品（包括一键呼叫、跌倒报警等）。",
    "依托服务平台（由民政部门管理）归集数据。",
    "推进中欧班列（武汉）运行。",
    "领导小组办公室设在省水利厅，承担日常工作。",
    "成员需要调整的，由所在单位向领导小组办公室提出，报组长批准。",
    "覆盖全部县（市、区）。",
    "各市（州）、县（市、区）要加强领导。",
    "改造城市管网（供水、排水、燃气、供热）。",
    "加强流域机构（长江委、淮委）能力建设，完善制度。",
    "保护水源地（水库）。",
    "落实负责人（河长）制度。",
    "（详见附件）",
    "（略）",
    "（注：数据截至2023年底）",
    "（ ）",
    "（、、、）",
]


@pytest.mark.parametrize("sentence", NOT_CLAUSES)
def test_invented_sentences(sentence: str) -> None:
    assert units(sentence) == []
    assert units(sentence, CENTRAL) == []


def bracketed(stem: str) -> set[str]:
    """The text of every bracket that is a clause."""
    done = corpus(stem)
    return {done.text.slice(c.span) for c in done.facts.clauses}


@pytest.mark.parametrize(
    ("stem", "bracket"),
    [
        (NATIONAL, "(郊)"),
        (NATIONAL, "(5G)"),
        (NATIONAL, "(IPv6)"),
        (NATIONAL, "(国函〔2022〕12号)"),
        (NATIONAL, "(以下简称《方案》)"),
        (NATIONAL, "(江西)"),
        (PROVINCIAL, "(B型)"),
        (PROVINCIAL, "(G4)"),
        (PROVINCIAL, "(湖北段)"),
        (PROVINCIAL, "(以下简称三省)"),
        (PROVINCIAL, "(快货国内1天送达、周边国家2天送达、全球主要城市3天送达)"),
        (PROVINCIAL, "(城镇污水垃圾处理、化工污染治理、农业面源污染治理、船舶污染治理及尾矿库污染治理)"),
    ],
)
def test_brackets_of_the_corpus(stem: str, bracket: str) -> None:
    assert bracket in corpus(stem).text.text
    assert bracket not in bracketed(stem)


@pytest.mark.parametrize("open_", ["（省水利厅、省财政厅负责", "省水利厅、省财政厅负责）", "（（省水利厅", "）（"])
def test_brackets_left_open(open_: str) -> None:
    """A bracket that its paragraph does not close may be lost in a scrape; it must not swallow what follows."""
    assert all("改造灌区" not in unit for clause in units(open_) for unit in clause)


@pytest.mark.parametrize(
    "sentence",
    [
        "省水利厅要加强监督管理。",
        "鼓励省属企业参与水库建设。",
        "推动三方负责制落实到位。",
        "由此形成共同负责、分级落实的机制。",
        "各级政府负责人要亲自抓。",
    ],
)
def test_sentences_that_assign_nobody(sentence: str) -> None:
    assert units(sentence) == []
