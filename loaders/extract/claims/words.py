"""The words by which a report of a policy text is read: verbs of action, of effort, of saying, of judging.

Lists of verbs as policy texts use them (建设, 推动 …): grammar, not facts.  Longer words come first in each pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def _words(*lines: str) -> tuple[str, ...]:
    """The words of the lines, each once."""
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))


# Verbs that aim at a result without promising it.
EFFORT = _words(
    "推动 推进 促进 探索 鼓励 支持 引导 研究 谋划 争取 力争 加快 加速 加大 加强 强化 深化",
    "稳步 逐步 有序 努力 积极 继续 着力 大力 统筹 协同 完善 优化 健全 提升 提高 扩大 拓展 培育 聚焦",
)
# Verbs after which the aim itself stands: dropping one turns an aim into a promise.
AIM = _words("推动 推进 促进 探索 鼓励 支持 引导 研究 谋划 争取 力争 努力 逐步 有序")
# What a plan does with its objects.
ACTION = EFFORT + _words(
    "建设 建成 建立 构建 构筑 打造 实施 实现 实行 落实 组建 成立 设立 新建 扩建 改建 改造 开展 推广 推行",
    "形成 布局 联合 联手 联动 纳入 列入 制定 编制 修订 发布 出台 印发 完成 达到 突破 超过 增长 降低 减少",
    "简化 精简 放宽 放开 取消 保护 治理 修复 保障 巩固 发展 壮大 创建 举办 申报 试点 开发 利用 整合 共享",
    "互认 互通 对接 衔接 承接 合作 建好 筑牢 增设 增加 配备 覆盖 补贴 发放 给予 组织 规范 严格 禁止 严禁",
    "淘汰 关闭 上升为 升级 调整为 定位为 运行 开行 开通 投入 引入 引进 提供 扶持 奖励 执行 结算 转移 建 辟",
)
# Reporting verbs whose subject may be the work itself …
SAID_BY_WORK = _words("提出 提到 明确 指出 要求 强调 规定 部署 确定 显示 列出 写道 瞄准 围绕 划定 设定 细化 列明")
# … and those of people.
SAID_BY_PEOPLE = _words("表示 介绍 说 称 认为 坦言 透露 告诉 分析 解读 建议 看来 评价 补充道 回忆")


def alternatives(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


ACTION_RE = re.compile(alternatives(ACTION))
AIM_RE = re.compile(alternatives(AIM))

# 将更为得力, 更有新意, 得到更好的保护: a judgement that states no measure; it ends its clause.
JUDGED = re.compile(
    r"(?:"
    r"(?:得到|变得|显得)?(?:更加?+|更为|更有|日益|愈加|愈发|越来越)"
    r"(?!强化|推动|推进)[^，。；]{1,16}"
    r"|(?:将|会|也|都)?有(?:新的?|大|重大|更大|望有)?(?:动作|突破|看点|变化|亮点|手笔)"
    r"|(?:颇|很|较|最)(?:多|大|强)|畅通无阻|凸显|突出|“?干货满满”?|备受关注|亮点纷呈)$"
)
# 在…方面, 从…看, 看人力流动: says what the sentence is about.
FRAME = re.compile(
    r"^(?:(?:在|从|就)[^，。；]{0,60}(?:方面|领域|中|上|下|看|来看|来说|而言|基础上)|看[^，。；]{2,10}|[^，。；]{2,12}方面"
    r"|对此|此外|同时|其中|这当中|当前|目前|包括)$"
)
# 除了新建A、B外: taken for granted rather than claimed.
GRANTED = re.compile(r"^(?:此外)?除(?:了)?[^。；]{2,120}?(?:外|之外|以外)$")
TITLES = re.compile(r"《[^《》\n]{1,120}》")
