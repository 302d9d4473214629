"""How strongly a clause binds: an aim or a promise, allowed or forbidden, studied, built or finished."""

from __future__ import annotations

import re

from loaders.extract.claims.words import AIM_RE, EFFORT, alternatives

_PROMISE = re.compile(r"将(?!来)|一定|全部|必须|即将|已经|已")
_SOFT = re.compile(r"有望|或将|计划|拟|预计|可能|" + alternatives(EFFORT))
_FORBIDDEN = re.compile(r"严禁|禁止|不得|不准|不再|严控|遏制|杜绝|取消")
_TOTAL = re.compile(r"所有|全部|一律|彻底|完全|全都|人人|每个|必须")
_STAGES = (
    re.compile(r"研究论证|前期研究|前期工作|前期论证|研究|论证|谋划"),
    re.compile(r"规划建设|规划"),
    re.compile(r"开工|动工|建设(?!用地)|新建|扩建"),
    re.compile(r"建成|完工|竣工|投用|通车|落成"),
)
_HEAD = 6  # characters at the beginning of a clause in which the verb of aim stands


def weakened_or_strengthened(said: str, clause: str) -> bool:
    """Whether the report binds more, or less, than the plan's clause does."""
    if bool(_FORBIDDEN.search(said)) != bool(_FORBIDDEN.search(clause)):
        return True
    if _TOTAL.search(said) and not _TOTAL.search(clause):
        return True
    return _promises(said, clause) or _further(said, clause)


def _promises(said: str, clause: str) -> bool:
    """Whether an aim (推动成立) became a promise (将成立); 有望, 加速 and the like promise nothing."""
    return bool(_PROMISE.search(said) and not _SOFT.search(said) and AIM_RE.search(clause[:_HEAD]))


def _further(said: str, clause: str) -> bool:
    """Whether the report sees the thing further on: studied → under construction, under construction → finished."""
    here, there = _stage(said), _stage(clause)
    return there >= 0 and ((here == len(_STAGES) - 1 and here > there) or here - there >= len(_STAGES) // 2)


def _stage(text: str) -> int:
    """The furthest stage a clause names, -1 where it names none."""
    return max((i for i, words in enumerate(_STAGES) if words.search(text)), default=-1)
