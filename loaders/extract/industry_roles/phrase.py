"""The industry in the object of a verb, and the role: 全国中医药产业重要基地 → 中医药产业, 全国重要基地."""

from __future__ import annotations

import re

from loaders.extract.industry_roles.lexicon import words
from loaders.extract.projects.ground import Ground
from loaders.model import Span

LONGEST = 60
_TAIL = re.compile(
    "(?:(?<!等)[一二两三四五六七八九十\\d]+[大个条](?:[一-鿿]{0,8}?(?:产业链|产业集群|产业))|(?:转型|集聚|集群|创新|融合|高质量|协同)?发展|(?:转型|提质|改造)升级|(?<=业)转型|(?:研发)?合作|建设|基础|布局|(?:重要)?节点)$"
)
_LISTED = re.compile(
    "等(?:(?:[一二两三四五六七八九十]+|\\d+)[大个条])?(?:[一-鿿]{0,8}?(?:产业|产业集群|集群|领域|行业|业态|产品)|为)?$"
)
_MADE = re.compile("(?:研发|人才|生产|交易中心|配套|创新|加工|出口|集散|和|与|及|、)+$")
_SUPPLY = re.compile("(?:供应储备|供应|储备|供给|保障|集散)$")
_CUT = re.compile("[和、与及][^、和与及]{0,8}(?:基地|中心|高地|园)$")
_SPILL = re.compile("(?:外溢|溢出).*$")
_FAMED = re.compile("^“?(?:中国|世界|国际|全国|东方)?")
_WORTH = re.compile("[百千万]亿元?级|^\\d+(?:\\.\\d+)?万?(?:亩|公顷|吨|头|只|羽)(?:以上)?的?")
_NONE = re.compile(
    "[，。；：！!]|^首[个批次]|^最|试点$|园区$|[村镇]$|^[、和与及的]|(?:工程|项目|方案|意见|办法|通知|计划)$|产业合作园|产品质量|设施|普惠|一批|若干|机制(?!造)|体系|规划|政策|管理|服务平台|污染|治理|融合|外溢|基础设施|(?<!”)(?<!”全)产业链|转移$|转化$|报告$|\\d万?亩|项目和|企业$|方式$|实验区|试验区|示范区|走廊|开发区"
)
_CARE = re.compile(
    "事业|教育|合作|试点|建设|改革|开放|服务|机制|保险|优势|功能|能力|职能|中心|城市|网络|关系|消费|战略|模式|格局|空间|动力|品牌|集体|创新|平台|经济|实体|主体|企业"
    "|经营|职业|学科|文化$|体育$|水平|质量|特色$|自身|各自|更好|更快|成为"
)
"""What is made to grow without being an industry."""
_ECONOMY = re.compile("(?:林下|庭院|冰雪|低空|银发|海洋|总部|首店|夜间|楼宇|通道|飞地|平台|网红|赛事|枢纽|流量)经济$")
"""An economy of one kind is an industry."""
_BARE = re.compile("(?:产业|制造|加工|种植|养殖|产品|服务业|材料|装备|生物|运动|文化|制品|用品|器材)")
"""An activity without what is worked."""
_OWN = re.compile("乃至|以及|的")
_QUALIFIED = re.compile("[^，。；]{2,30}的(?=[^的]{4,})")
"""特色鲜明、国内领先的…基地, 以A为代表的…基地: what is said of it before its name."""
KIND = re.compile(
    "(?:[^、]*[的展])?(?:特色|优势|主导|支柱|重点|新兴|战略性?|创新|现代|未来|传统|富民|工业|农业|服务业|中小企业|民营|高新技术|科技|先进|支撑|特色)*(?:产业|农业|工业|服务业)"
)
"""中小企业特色产业集群, 支撑县域经济的特色优势产业: a kind, no industry."""
_MAKES = re.compile("(?:基地|集群|高地|园区?|集聚[区带地]|聚集[区带地]|产业[带链]|核|目的地|中心)$")


def industry_of(ground: Ground, span: Span, asked: bool = False) -> tuple[str, str, Span] | None:
    """``(industry, role, span)`` of the phrase in ``span``, or ``None`` where it names no industry.

    ``asked``: a place is asked to make it grow, so that a phrase without a word of the industries counts too.
    """
    graded = words().grade.match(ground.plain, *span) is not None
    begin = span.begin if graded else _past_places(ground, *span)
    said, begin = begin, _past_qualities(ground, begin, span.end)
    if match := words().grade.match(ground.plain, begin, span.end):
        begin = match.end()
    head = ground.plain[said:begin]
    begin = _past_places(ground, begin, span.end) if head else begin
    if not 2 <= span.end - begin <= LONGEST:
        return None
    text = ground.text[begin : span.end]
    text = text[1:-1] if text.startswith("“") and text.endswith(("之都”", "之乡”")) else text
    if text.startswith("我国"):
        text, begin = text[2:], begin + 2
    text = _SPILL.sub("", _WORTH.sub("", text))
    text = _TAIL.sub("", text)
    industry, role = _split(text, head)
    if not is_industry(industry) and not (asked and _may_be(industry)):
        return None
    return industry, role, Span(begin, begin + len(industry))


def _past_qualities(ground: Ground, begin: int, end: int) -> int:
    """After what is said of a base or cluster, up to its own name, which names the industry."""
    if _MAKES.search(ground.plain, begin, end) is None:
        return begin
    said = _QUALIFIED.match(ground.plain, begin, end)
    if said is None or (words().sign.search(said[0]) and not said[0].startswith(("以", "集"))) or said[0].endswith("为主的"):
        return begin
    return said.end() if words().sign.search(ground.plain, said.end(), end - 2) else begin


def _past_places(ground: Ground, begin: int, end: int) -> int:
    """After places that only tell whose industry it is (承接武汉城市圈大健康产业)."""
    while (place := ground.starting(begin)) is not None and place.span.end < end - 1:
        begin = place.span.end
        if match := _OWN.match(ground.plain, begin, end):
            begin = match.end()
    return begin


def _split(text: str, head: str) -> tuple[str, str]:
    """Industry and role of a phrase without the words of its end."""
    if match := _CUT.search(text):
        shorter = text[: match.start()]
        if words().role.search(shorter):
            text = shorter
    role = words().role.search(text)
    if role is None:
        listed = _LISTED.search(text)
        return (text[: listed.start()] if listed else text), ""
    cut = role.start()
    keep = role["role"]
    if keep.endswith("产业链") and text[:cut].endswith("”"):
        return text, ""  # “…”全产业链: the quoted word alone tells no industry
    if keep.startswith("产业") and keep not in ("产业园", "产业链"):
        cut, keep = cut + 2, keep[2:]
        keep = "产业" + keep if keep in ("集群", "带") else keep
    industry = text[:cut]
    graded = words().graded.search(industry)
    grade = graded[0].lstrip("的") if graded else ""
    industry = industry[: graded.start()] if graded else industry
    industry = re.sub("的$", "", industry)
    if keep in ("之都", "之乡"):
        return _FAMED.sub("", industry), keep
    if listed := _LISTED.search(industry):
        industry = industry[: listed.start()]
    if keep.endswith("基地") and (supply := _SUPPLY.search(industry)):
        industry, grade = industry[: supply.start()], grade + supply[0]
    made = _MADE.search(industry)
    if made and re.search("[和与及、]", made[0]) and keep.endswith("基地") and len(industry) - len(made[0]) >= 2:
        industry, grade = industry[: made.start()], made[0] + grade
    return industry, head + grade + keep


def _may_be(text: str) -> bool:
    """Whether ``text`` may be an industry where a place is asked to make it grow."""
    own = _ECONOMY.sub("", text)
    return 3 <= len(text) <= 16 and words().none.match(text) is None and not _NONE.search(text) and not _CARE.search(own)


def is_industry(text: str) -> bool:
    """Whether ``text`` names an industry."""
    if not 2 <= len(text) <= LONGEST or not words().sign.search(text) or _BARE.fullmatch(text) or KIND.fullmatch(text):
        return False
    return words().none.match(text) is None and _NONE.search(text) is None
