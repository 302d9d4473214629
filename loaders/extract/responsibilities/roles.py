"""Roles: what a verb or a label says of the units before or behind it.

牵头 and 主办 (beside 协办) lead; 参加, 配合, 协助, 会同, 指导 take part; 负责, 落实, 承担 are responsible, no order said.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_BY_DUTY = r"(?:依?按照?|根据|依据)?(?:各自)?(?:职责|职能|分工)+(?:分工)?(?:范围)?(?:内)?"
_HOW = (
    r"(?:(?:要|应当?|须)(?=负责|牵头)"
    r"|负责|分别|共同|具体|联合|组织|统筹|协同|积极|各自|抓好|做好|依法|一并|协调|加强|给予|提供|主动|全力|技术|业务)*"
)
_AS = (
    r"(?:(?:结合|根据)(?:各自|自身|当地|本地区?|本单位|本部门|工作)?(?:实际|需要)(?:情况)?|因地制宜"
    r"|按照?(?:要求|规定|有关规定|程序|任务分工|(?:管理)?权限|属地(?:管理)?(?:原则)?))?"
)
"""By what measure the work is done (结合实际落实)."""
_LEADS = r"(?:(?:总)?牵头(?:负责|组织|落实|实施|推进|推动|办理|会同|抓总|统筹|协调)*|主办)"
_TAKES_PART = r"(?:参加|参与|配合|协助|协同|支持|指导|监督|协办|协同配合|督促|督导|跟踪督办|督办)(?:实施|落实|推进|做好|工作)*"
_RESPONSIBLE = (
    r"(?:负(?:总|主体|主要|全面|直接)?责|落实|实施|承担|推进|推动|办理|执行|抓落实|开展|组织实施|组织落实|做好(?:相关|有关|各项|保障|服务)*工作)"
    r"(?:组织|统筹|协调|调度|总体)*(?:实施|落实|推进|办理)*"
)
_FOR = r"(?:对[\u4e00-\u9fff]{2,16}?)?(?=负)"
"""What a unit answers for stands before 负责 as well as behind it: 对本地区工作负总责."""
_IS = r"(?:为|是|作为)"
VERB = re.compile(
    rf"(?:{_BY_DUTY})?{_AS}(?:{_HOW}|{_FOR})(?:(?P<lead>{_LEADS})|(?P<participant>{_TAKES_PART})|(?P<responsible>{_RESPONSIBLE}))(?:工作|任务)?$"
    rf"|{_IS}(?P<is_body>(?:第一)?(?:责任|实施|落实|征收|建设|管理|监管|工作|承办)(?:责任)?主体)$"
    rf"|{_IS}(?:(?P<is_lead>(?:总)?牵头(?:责任)?|主办)|(?P<is_participant>配合|参加|参与|协办|协同|协助)|(?P<is_responsible>责任|承办|主责))(?:单位|部门|机构)$"
)
_VERB_ENDS = frozenset(re.findall(r"[一-鿿](?=[|()$?*])", VERB.pattern))
"""The characters that a verb phrase ends in: in the pattern they stand before the next branch, a bracket or the end."""
LABEL = re.compile(
    r"(?P<lead>(?:(?:总)?牵头(?:责任|负责)?(?:实施|落实)?|主办)(?:单位|部门|机构|处室)?)"
    r"|(?P<participant>(?:协同配合|协助配合|参与配合|配合|参加|参与|协办|协同|协助|支持|指导|协作)(?:责任|实施|协同)?(?:单位|部门|机构|处室)|(?:配合|协办|协同|协助))"
    r"|(?P<responsible>(?:(?:主要|主体|第一|具体)?责任|负责|落实|实施|承办|主责|完成|工作)(?:单位|部门|主体|机构|处室|领导单位|地区|地方|属地|板块|县区|市县|区域)(?:及部门)?|(?:主责|负责|责任|承办))"
)
WITH = re.compile(r"会同|会商|商(?=[国省市各有])|联合(?!会|社|体|总|办|国|指挥)")


_INSIDE = re.compile(
    r"(?:分别|各自|共同|具体)*(?:(?P<lead>牵头)|(?P<participant>配合|协助|参与|指导)|(?P<responsible>负责|承担|落实))(?=[\u4e00-\u9fff]{1,14}$)"
)


class Verb(NamedTuple):
    """A role and the range of the words that say it."""

    role: str
    begin: int


def verb_at_end(text: str) -> Verb | None:
    """The verb phrase that ends ``text`` (…按职责分工负责), or ``None``."""
    said = text.rstrip("。.；;，, ")
    match = VERB.search(said) if said.rstrip("\n")[-1:] in _VERB_ENDS else None
    if not match:
        return None
    role = (match.lastgroup or "responsible").removeprefix("is_").replace("body", "responsible")
    return Verb(role, match.start())


def verb_inside(text: str) -> Verb | None:
    """The first verb that an object follows (镇武装部负责组建), or ``None``."""
    match = _INSIDE.search(text)
    return Verb(match.lastgroup or "responsible", match.start()) if match and match.start() > 1 else None


def label_role(text: str) -> str | None:
    """The role a label names (责任单位, 牵头部门, 配合单位), or ``None``."""
    match = LABEL.fullmatch(re.sub(r"[\s及和、（）()]|名称|情况", "", text))
    return match.lastgroup if match else None
