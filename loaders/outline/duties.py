"""Lines that open with an organ's name and say what it is to do: 市卫生局：负责… (部门职责 of plans and 应急预案)."""

from __future__ import annotations

import re

from loaders.units import SUFFIX

_NAME = re.compile(
    r"(?P<name>(?!责任|牵头|配合|主办|承办|协办|参与|协同|主管)[^。；;：:！？\n]{2,60})[：:](?=[ \u3000]*[\u4e00-\u9fff“《])"
)
_VERBS = """
负责 牵头 承担 组织 指导 协调 配合 协助 参与 会同 落实 依据 依法 按照 根据 监督 做好 加强 开展 制定
督促 统筹 履行 完成 推进 推动 实施 建立 完善 支持 强化 贯彻 及时 对 将 把 积极 严格 抓好 配备 提供
保障 维护 查处 收集 受理 审核 编制 拟订 管理 参加 发挥 引导 发布 汇总 调动 调度
"""
_VERB = re.compile(rf"[ \u3000]*(?:主要职责[:：]?|[(（]?[1一][)）.、]+)?[ \u3000]*(?:{'|'.join(_VERBS.split())})")
"""What the duties of an organ begin with."""


def named(line: str, at: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """The range of the organ's name that opens ``line[at:end]`` before a colon and its duties, or ``None``."""
    match = _NAME.match(line, at, len(line) if end is None else end)
    if match is None or not SUFFIX.search(match["name"]) or not _VERB.match(line, match.end()):
        return None
    return match.span("name")
