"""Head words of task tables, and what a cell under each looks like.

The words are those that 任务分解表, 责任清单 and 分工表 print above their columns (序号, 工作任务, 牵头单位, 完成时限 …).
"""

from __future__ import annotations

import re

from loaders.units import SUFFIX


def _ending(words: str, most: int, then: str = "") -> re.Pattern[str]:
    """A pattern for a head of which no more than ``most`` characters precede one of the space-separated words."""
    return re.compile(f".{{0,{most}}}(?:{'|'.join(words.split())}){then}")


_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("serial", re.compile(r"(?:序号|编号|序|项目编号|任务编号|No\.?|NO\.?)")),
    ("person", _ending("领导 责任人 负责人 联系人 联络员 专员 处长 局长 电话 联系方式 厅级 处级", 6, ".{0,4}")),
    ("unit", _ending("单位 部门 责任 牵头 配合 分工 处室 科室 主体 机构", 10, "(?:[（(及和、].{0,10})?")),
    (
        "time",
        _ending("时限 时间 期限 时序 进度 节点 日期 年限 工期 年度 阶段 季度 频次 起止", 6, "(?:安排|要求|节点|计划|进度)?"),
    ),
    ("group", _ending("类别 分类 类型 领域 板块 方面 专题 大类 专项 事项类", 6)),
    (
        "text",
        _ending(
            "任务 事项 内容 措施 举措 工作 要点 目标 指标 项目 名称 备注 要求 安排 标准 依据 成果 形式 问题 清单 条款 数值 "
            "地点 区域 面积 产业 集群 规模 投资 职责 政策 情况 实事",
            10,
            "(?:分解|描述|要求)?",
        ),
    ),
)
LONGEST = 14
"""No head is longer."""
LONGEST_UNIT = 20
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_PIECES = re.compile(r"[、，,；;]")
_TIME = re.compile(
    r"\d{2,4}年|\d{1,2}月|季度|全年|年底|年内|年度|长期|持续|常态|立即|即时|适时|按时|每[年月季周]|月底|近期|中期|远期"
)
_LEVELS = "省市县区州旗盟乡镇"
_NAME = re.compile(r"[一-鿿]{2,3}(?:[、 　,，]+[一-鿿]{2,3}){0,4}")
_NOTHING = re.compile(r"[/／\\—–―\-－无]{1,3}|无。?")
_VERBS = """
对 将 把 推进 推动 加快 加强 完成 实施 建设 新建 开展 落实 制定 组织 支持 建立 完善 深化 优化 提升
强化 建成 启动 开工 迁建 改造 创建 举办 打造 培育 引进 扩大 增加 新增 发放 开通 启用 持续 全面 大力
积极 力争 全力 继续 实现 深入 做好 抓好 争取 探索 健全 鼓励 引导 严格 规范 巩固 保障 促进 统筹 编制
出台 研究 修订
"""
_DOING = re.compile(rf"^(?:{'|'.join(_VERBS.split())})|[。；：:\d]")
"""What a task begins with or holds, and no list of units."""


def kind_of_head(text: str) -> str:
    """What stands under the head ``text``: serial, group, text, unit, person or time; empty where it is no head."""
    title = re.sub(r"\s", "", text)
    whole = _ASIDE.sub("", title) or title
    if not 1 <= len(whole) <= LONGEST or re.search(r"[。；：:，]", whole):
        return ""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(whole)), "")


def kind_of_cell(text: str) -> str:
    """What a cell's ``text`` looks like: ``none`` (/ or 无), time, person, unit or text."""
    said = text.strip().rstrip("。")
    if _NOTHING.fullmatch(said):
        return "none"
    if len(said) <= 24 and _TIME.search(said):
        return "time"
    pieces = [p.strip() for p in _PIECES.split(_ASIDE.sub("", said)) if p.strip()]
    units = sum(bool(SUFFIX.search(p)) and (len(p) > 1 or p in _LEVELS) for p in pieces)
    listed = bool(pieces) and units * 3 >= len(pieces) * 2 and SUFFIX.search(pieces[-1]) is not None
    if listed and not _DOING.search(said) and max(map(len, pieces)) <= LONGEST_UNIT:
        return "unit"
    return "person" if _NAME.fullmatch(said) else "text"
