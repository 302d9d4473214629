"""The indicator's name as a reader would give it, from the words before, after, or in the clause before."""

from __future__ import annotations

import re

from loaders.extract.targets import clause, words
from loaders.extract.targets.draft import Figure, Found
from loaders.extract.targets.units import COUNTS, base_of

_ATTRIBUTE = re.compile("水深|吞吐量|装机容量|装机|库容|容量|产能|产值|投资|规模|用水量|运力|运量|储量|储能|算力")
_GROWN = re.compile(rf"(?:{words.COMPARED.pattern})?{words.GROWTH.pattern}")
_DOER = re.compile(
    "(?P<doer>[一-鿿、\\d（）()]{2,40}(?:区[）)]?|节点|枢纽|领域|地方|学校|医院|企业|市|县|乡镇|城市|单位|高校|院校|部门|机构|街道))(?:建设|建成|新建|培育|打造|"
    "完成|实现|开发)(?P<thing>[一-鿿]{2,16})$"
)
_LABEL = re.compile(r"(?:^|\n)[^一-鿿“（(\n]{0,4}(?P<label>[^\n，。；：:]{2,30})[：:]$")
"""An indicator set before its figures as a label: ●参保率：2020年90%，2025年95%."""
_BARE = re.compile(
    "(?:利用|覆盖|合格|回收|处理|达标|完成|转化|使用|普及|收集|处置|参保|入学|就业|办结|满意|保有|增长)率|总?[产销]量|蓄积量|储量"
)
_KIND_TAIL = re.compile("年?(?:总|均)?(?:[一-鿿]{2}(?:面积|里程|规模|能力)|[一-鿿]{2}[量率值额])$")
_SAYS = re.compile("[（(](?:指|即|以下简称|下同)[^（）()]*[）)]")
_WITHIN = re.compile("(?:含|包括)(?P<kind>[一-鿿]{2,4}(?<![率量值额数比]))")
"""A part of the figure before, in brackets: 新增泊位5个（含省外3个）."""
_ANAPHOR = re.compile("(?:这一|该|其|上述|此)(?:比例|比重|指标|数字|规模|数量|占比)要?")
_COMPETENT = re.compile("^(?:[一-鿿]{0,8}主管部门|[一-鿿]{0,8}向[甲乙丙]方)(?=[一-鿿]{2})")
_PACE = re.compile("(?:年均|平均)(?:增速|增幅|增长率|增长速度)")
_MOVING = re.compile("(?:推动|引导|带动|帮助|鼓励)$")
_QUALITY = re.compile("达到|超过|进入|列入")
"""其中3个达到千亿元规模."""
_ALREADY = re.compile("(?<=[一-鿿]{2})已经?(?=[一-鿿]{2,4}$)")
_SIZE = re.compile("(?<=[一-鿿]{3})(?:首期|一期|总|初期)规模$")
_HEAD_ONLY = re.compile("(?:首期|一期|总|初期|年)?(?:规模|数量|总量|总数|总额|投资|投资额|占比|比例|长度|里程|面积)")
_LEVEL = re.compile("^(?:(?:国家|省部|省|市|县|部|世界)级(?:及?以上)?|[1-5]?A级(?=[旅景]))")
_LEVEL_ONLY = re.compile("(?:国家|省部|省|市|县|部|世界)级|[1-5]A级")
"""省级以上龙头企业突破1000家，其中国家级100家."""
_OUTER = " 　\"'、，,：:（(—–-·"


def base(indicator: str) -> str:
    """The indicator without its growth word: what an elided figure continues."""
    return _GROWN.sub("", indicator)


def name(text: str, item: Found, previous: Figure | None) -> tuple[str, str, int]:
    """``(indicator, scope, end)`` of a figure on its own; the indicator is empty when nothing names it."""
    left = item.left
    carried = base(previous.indicator) if previous else ""
    scope = left.scope if item.scope is None else item.scope
    if item.indicator.startswith("+"):
        return _ranked(_tidy(left.name), item.indicator[1:], carried), scope, item.end
    if item.indicator:
        return item.indicator, scope, item.end
    noun, end = clause.noun_after(text, item.end, _MOVING.search(left.raw) is not None)
    counted = base_of(item.quantity.unit) in COUNTS
    if carried and (within := _WITHIN.fullmatch(left.raw)) is not None:
        flow = re.match(f"(?:{words.FLOW})*", carried)
        cut = flow.end() if flow else 0
        return carried[:cut] + within["kind"] + carried[cut:], scope, item.end
    if carried and left.raw == "其中" and counted and _QUALITY.match(noun):
        return f"{noun}的{carried.rpartition('的')[2]}", scope, end
    own = "" if carried and _ANAPHOR.fullmatch(left.name) else left.name
    if not own or words.FLOWS.fullmatch(own):
        if noun and (counted or not (left.growth or _reached(left.between))):
            return own + _dimension(noun, item), scope, end
        return _elided(text, left, own, carried), scope, item.end
    if own.startswith("占") and text[left.start - 1 : left.start] in ("（", "("):
        whole = clause.read(text, clause.begin(text, left.start - 1, 0), left.start - 1)
        return whole.name + _tidy(own) + left.growth, whole.scope, item.end
    if own.startswith("占") and not own.startswith("占地") and carried:
        return carried + _tidy(own) + left.growth, scope, item.end
    if left.verb and noun and not left.growth:
        flow = re.match(f"(?:{words.FLOW})*", left.verb)
        return (flow.group() if flow else "") + noun, scope, end
    if noun and not counted and not left.between.strip(_OUTER) and not left.growth and item.quantity.unit[-1:] in "里米亩顷":
        return _dimension(noun, item), scope + own, end
    if previous is not None and _BARE.fullmatch(own) and _next_to(text, previous, left):
        return _KIND_TAIL.sub("", carried) + own + left.growth, scope, item.end
    if carried and _PACE.fullmatch(own):
        return carried + own, scope, item.end
    if len(own) > 1 and carried.endswith(own):  # 大宗固废年利用量达到40亿吨；到2030年，年利用量达到45亿吨
        return carried + left.growth, scope, item.end
    if previous is not None and _LEVEL_ONLY.fullmatch(own) and _LEVEL.match(carried):
        return own + _LEVEL.sub("", carried), scope, item.end
    if _HEAD_ONLY.fullmatch(own) and (thing := _fund(carried) or clause.antecedent(text, left.start)):
        return thing + own + left.growth, scope, item.end
    if not left.growth and (done := _DOER.match(own)):
        return _tidy(done["thing"]), scope or done["doer"], item.end
    own = _ALREADY.sub("", _COMPETENT.sub("", own))
    kept = own[: len(own) - len(left.verb)] if left.verb and not re.fullmatch(words.FLOW, left.verb) else own
    return _tidy(kept or own) + left.growth, scope, item.end


def _fund(carried: str) -> str:
    """The thing whose size the figure before told (产业发展基金总规模100亿元，首期规模不低于20亿元)."""
    size = _SIZE.search(carried)
    return carried[: size.start()] if size else ""


def _ranked(own: str, rank: str, carried: str) -> str:
    """The name of a rank: whose it is (the figure before where nothing is said), where, 位次."""
    own = re.sub("(?:排名|排位|位次|名次)$", "", own or carried)
    area = rank.removesuffix("位次")
    return own.removesuffix(area) + rank if own else ""


def _next_to(text: str, previous: Figure, left: clause.Left) -> bool:
    """Whether the clause follows the figure before at once, and that figure's name has a head to exchange."""
    between = text[previous.end : left.begin].strip()
    return between in ("，", ",", "、") and _KIND_TAIL.search(base(previous.indicator)) is not None


def _elided(text: str, left: clause.Left, flow: str, carried: str) -> str:
    """The name of a figure that only says how much, taken from the figure or the clause before (累计改造260万户)."""
    if not flow and not carried and (label := _LABEL.search(text[max(0, left.start - 40) : left.start])) is not None:
        return label["label"] + left.growth
    if not flow and not carried:
        before = clause.antecedent(text, left.start)
        return before + left.growth if before else ""
    if flow and (m := re.match(f"(?:{words.FLOW})+", carried)) is not None:  # 新建高标准农田400万亩，改造提升200万亩
        return flow + left.growth + carried[m.end() :]
    return carried.removesuffix(flow) + flow + left.growth


def _reached(between: str) -> bool:
    """Whether the verb before the figure is one of reaching a level, which its subject must name."""
    return re.search("达到|提高|提升|增加|降|为|控制在|保持在|稳定在", between) is not None


def _dimension(noun: str, item: Found) -> str:
    """The noun after a measure: the attribute it starts with (水深), or the thing and its dimension (拓展区面积)."""
    if base_of(item.quantity.unit) in COUNTS:
        return noun
    if m := _ATTRIBUTE.match(noun):
        return m.group()
    if item.quantity.unit in ("公里", "千米", "米") and noun.endswith(("区域", "地区", "地带")):
        return noun + "范围"
    if item.quantity.unit.endswith("平方公里") and not noun.endswith(("面积", "土地", "空间")):
        return noun + "面积"
    return noun


def _tidy(indicator: str) -> str:
    """The name without blanks between Chinese characters and marks at its ends."""
    indicator = _SAYS.sub("", indicator)
    bare = re.sub(r"(?<=[一-鿿]) +| +(?=[一-鿿])", "", indicator).strip(_OUTER)
    if bare.count("“") != bare.count("”"):
        bare = bare.strip("“”")
    return bare.removesuffix("的")
