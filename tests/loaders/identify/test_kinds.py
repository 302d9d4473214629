"""文种 (党政机关公文处理工作条例 §8, and the nouns plans use), and the work a notice prints."""

from __future__ import annotations

import pytest

from loaders.identify.genres import kind_of, printed_title


@pytest.mark.parametrize(
    ("title", "kind", "genre"),
    [
        ("长江中游城市群发展“十四五”实施方案", "Plan", "plan"),
        ("某省综合交通运输发展规划（2021—2025年）", "Plan", "plan"),
        ("制造业数字化转型三年行动计划", "Plan", "plan"),
        ("国家标准化发展纲要", "Plan", "plan"),
        ("2024年政务公开工作要点", "Plan", "plan"),
        ("促进消费若干措施", "Plan", "plan"),
        ("实施方案湖北省主要目标和任务分工方案", "DivisionPlan", "division-plan"),
        ("落实意见重点任务分工", "DivisionPlan", "division-plan"),
        ("2025年重点任务清单", "DivisionPlan", "division-plan"),
        ("政府工作报告任务分解表", "DivisionPlan", "division-plan"),
        ("关于加强水网建设的实施意见", "Opinion", "opinion"),
        ("关于做好防汛工作的通知", "Notice", "notice"),
        ("关于同意设立试验区的批复", "Approval", "approval"),
        ("关于试点有关事项的复函", "Reply", "reply"),
        ("关于商请支持的函", "Letter", "letter"),
        ("战略合作框架协议", "Agreement", "agreement"),
        ("长江中游城市群省会城市合作行动计划(2017年―2020年)", "Agreement", "agreement"),
        ("水环境联保共治备忘录", "Agreement", "agreement"),
        ("中华人民共和国长江保护法", "Law", "law"),
        ("互联网租赁自行车管理条例", "Regulation", "regulation"),
        ("专项资金管理办法", "Regulation", "regulation"),
        ("联席会议第五次会议纪要", "Minutes", "minutes"),
        ("关于加强某项工作的决定", "Decision", "decision"),
        ("某省人民政府公告", "Announcement", "announcement"),
    ],
)
def test_kind(title: str, kind: str, genre: str) -> None:
    assert kind_of(title) == (kind, genre)


@pytest.mark.parametrize(
    "title", ["武汉都市圈", "各省、自治区、直辖市人民政府", "国家发展改革委", "看人力流动", "创新工作方法"]
)
def test_what_names_no_kind(title: str) -> None:
    assert kind_of(title) is None


@pytest.mark.parametrize(
    ("notice", "work"),
    [
        ("国务院办公厅关于印发《居家适老化改造方案》的通知", "居家适老化改造方案"),
        ("国家发展改革委关于印发长江中游城市群发展“十四五”实施方案的通知", "长江中游城市群发展“十四五”实施方案"),
        ("省政府办公厅转发省水利厅关于加强水网建设意见的通知", "省水利厅关于加强水网建设意见"),
        ("关于发布《建设标准》的公告", "建设标准"),
        ("关于印发《甲办法》《乙办法》的通知", "甲办法》《乙办法"),
        ("关于做好防汛工作的通知", ""),
        ("关于加强水网建设的实施意见", ""),
    ],
)
def test_the_work_a_notice_prints(notice: str, work: str) -> None:
    assert printed_title(notice) == work
