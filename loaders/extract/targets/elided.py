"""Names that a figure leaves out and takes from the figure or the clause before it."""

from __future__ import annotations

import re

from loaders.extract.targets import clause, words
from loaders.extract.targets.draft import Figure
from loaders.extract.targets.spread import HEADED
from loaders.extract.targets.units import COUNTS, MONEY, base_of

_GROWN = re.compile(rf"(?:{words.COMPARED.pattern})?{words.GROWTH.pattern}")
_LABEL = re.compile(r"(?:^|\n)[^一-鿿“（(\n]{0,4}(?P<label>[^\n，。；：:]{2,30})[：:]$")
"""An indicator set before its figures as a label: ●参保率：2020年90%，2025年95%."""
_LINE = re.compile(r"(?:^|\n)[ 　]*([一-鿿]{3,16})\n[ 　]*$")
"""An indicator on a line of its own above its figure, as graphics have it."""
_ITEM_LABEL = re.compile(r"(?:^|[。\s\d.．、])(?P<label>[一-鿿]{3,20})：[^。：\n]*$")
_PASSED = re.compile("(?P<what>[一-鿿]{3,20}?)(?:迈过|突破|跨过|跨越|迈上|站上|首破|越过)[一-鿿]{1,6}(?:大关|台阶|关口)[，,]$")
_TASK_ONLY = re.compile("建设|任务|建设任务")
_BARE = re.compile(
    "(?:利用|覆盖|合格|回收|处理|达标|完成|转化|使用|普及|收集|处置|参保|入学|就业|办结|满意|保有|增长)率|总?[产销]量|蓄积量|储量"
)
_KIND_TAIL = re.compile("年?(?:总|均)?(?:[一-鿿]{2}(?:面积|里程|规模|能力)|[一-鿿]{2}[量率值额])$")
_MEASURE = re.compile("总?(?P<head>产[量值]|[播种植栽养殖造林建筑施工竣销售]{2}面积|增加值|进出口总?额|收入|零售额)$")
_TOTAL = re.compile("总(?:额|里程|长度?|面积|规模|户数|人数|产能)")
_GAINED = re.compile(f"^(?:净增|新增|{words.FLOW})+")
_VERSUS = re.compile(
    "(?:低于|高于|快于|领先|优于)[一-鿿]{0,2}(?:全国|全省|全市|世界|平均)[一-鿿]{0,8}|(?:低|高|快|超)[于过]?(?:年度|全年|预期)?(?:计划|预期)?(?:目标|计划)"
)
_PACE = re.compile("(?:年均|平均)(?:增速|增幅|增长率|增长速度)|增速|增幅|进度")
_TESTED = re.compile("(?:监测|检测|检查|检验|抽检|抽查|抽测|验收|评价|测评|考核|评审|监督|普查|筛查)$")
_PASSES = re.compile("(?:总体|平均|一次)?(?:合格|达标|优良|优秀|通过|不合格|覆盖|满意)率")
"""What the tests just told came to."""
_RATE_OF = re.compile("(?:任务|目标|计划)?完成率|达标率|到位率|开工率|投产率")
"""考核指标23.1万亩，完成28.69万亩，完成率124.2%."""
_OF_MADE = re.compile(
    "(?:动态)?(?:更新|使用|运行|入住|出租|上线|响应)率|[队会学]员|(?:累计)?(?:销售|投放|发放|发行)|(?:一期|首期|二期)总?投资额?"
)
"""What only the thing made in the clause before tells whose it is: 发行旅游年票，销售10万张."""
_THING = re.compile(f"(?:{words.BUILD}|{words.FLOW}|发行|创办|投放)+(?P<thing>[一-鿿A-Za-z“”]{{3,16}})$")
_SECTOR = re.compile("(.{2,}?(?:产业|行业))(?:规模以上|规上|骨干|重点|龙头|工业)*企业")
_OUTPUTS = ("产值", "总产值", "工业总产值", "增加值", "营业收入", "主营业务收入", "利润总额")
_WORKS = re.compile(f"(?:{words.BUILD}|{words.FLOW})*+(?P<works>.+(?:项目|工程))")
_SITE = re.compile("(?:园区?|基地|项目|工程|枢纽|电站|机场)$")
"""An undertaking, which is the scope of its size."""
_SIZE = re.compile("(?<=[一-鿿]{3})(?:首期|一期|总|初期)规模$")
_HEAD_ONLY = re.compile("(?:首期|一期|总|初期|年)?(?:规模|数量|总量|总数|总额|投资|投资额|占比|比例|长度|里程|面积)")
_AMONG = re.compile("其中[，,：:]?$")
_LEVEL = re.compile("^(?:(?:国家|省部|省|市|市州|地市|州|县|县区|县市区|部|世界)级(?:及?以上)?|[1-5]?A级)")
_LEVEL_ONLY = re.compile("(?:国家|省部|省|市|市州|地市|州|县|县区|县市区|部|世界)级|[1-5]A级")
"""省级以上龙头企业突破1000家，其中国家级100家."""


_PLANNED = re.compile("(?:计划|预计|拟|已|累计)?(?:完成)?投资额?$")
"""A part of what works cost: 总投资3亿元，年度计划投资1亿元."""


def base(indicator: str) -> str:
    """The indicator without its growth word: what an elided figure continues."""
    return _GROWN.sub("", indicator)


def continued(text: str, left: clause.Left, own: str, previous: Figure | None, unit: str) -> str | None:
    """The name of a figure whose ``own`` words are only a part of one, completed from what stands before; else ``None``."""
    carried = base(previous.indicator) if previous else ""
    if previous is not None and _BARE.fullmatch(own) and _next_to(text, previous, left):
        return _KIND_TAIL.sub("", carried) + own + left.growth
    if (
        previous is not None
        and _PASSES.fullmatch(own)
        and _TESTED.search(carried)
        and text[previous.end : left.begin] in ("，", ",")
    ):
        return carried + own + left.growth  # 食品抽检4批次/千人，合格率98%
    if previous is not None and _RATE_OF.fullmatch(own) and text[previous.end : left.begin].strip() in ("，", ",", "、"):
        return re.sub("(?:考核|目标)?(?:任务|指标|目标|计划)$", "", carried) + own + left.growth
    if carried and (_PACE.fullmatch(own) or _VERSUS.fullmatch(own)):
        return carried + own + left.growth
    if own.startswith("投资") and carried.endswith("总投资") and (planned := _PLANNED.search(left.raw)) and planned[0] != own:
        return planned[0]
    flow = words.FLOWING.match(carried)
    if flow is not None and carried[flow.end() :] == own and "达" in left.between:
        return own + left.growth  # 新建公路600公里，公路达到9000公里
    # 大宗固废年利用量达到40亿吨；到2030年，年利用量达到45亿吨
    anew = own == "投资" and previous is not None and "。" in text[previous.end : left.start]  # 。…已完成投资6500万元
    if len(own) > 1 and carried.endswith(own) and not anew and not left.scope and not _is_part(text, left, own, carried):
        return carried + left.growth
    if own in _OUTPUTS and (sector := _SECTOR.fullmatch(carried)) and previous is not None:
        return sector[1] + own + left.growth  # 自行车产业规模以上企业98家，产值131.5亿元
    if previous is not None and own == "总产值" and carried.endswith("增加值"):
        return carried.removesuffix("增加值") + own + left.growth
    if own in _OUTPUTS and carried.endswith(("产量", "销量")) and previous is not None:
        return carried[:-2] + own + left.growth  # 茶叶产量8000吨，实现产值9亿元
    if _LEVEL_ONLY.fullmatch(own) and _LEVEL.match(carried):
        return own + _LEVEL.sub("", carried)
    if flow is not None and _TOTAL.fullmatch(own) and previous and text[previous.end : left.begin] == "、":
        return carried[flow.end() :] + own  # 新增高速公路385公里、总里程达1065公里
    if own in ("总数", "总量") and previous is not None and left.start - previous.end <= 1:
        return _GAINED.sub("", carried) + own  # 净增企业175户，总数达到665户
    if previous is not None and (head := _of_sum(text, left, own, carried, base_of(unit))):
        return own + head + left.growth  # 粮食播种面积42万亩，其中夏粮10万亩；秋粮32万亩
    if _HEAD_ONLY.fullmatch(own):
        thing = _fund(carried) or clause.antecedent(text, left.start)
        return thing + own + left.growth if thing and not _SITE.search(thing) else None
    return None


def _is_part(text: str, left: clause.Left, own: str, carried: str) -> bool:
    """Whether the clause names a part of the sum before it: 进出口总额508亿元，其中，出口总额489亿元."""
    return _AMONG.search(text, max(0, left.start - 4), left.start) is not None or carried.endswith(f"进{own}")


def _of_sum(text: str, left: clause.Left, own: str, carried: str, unit: str) -> str:
    """What of ``own``, a part of the sum before, is measured: the head of that sum's name where ``own`` has none."""
    sum_of = _MEASURE.search(carried)
    if sum_of is None or HEADED.search(own) or left.verb or left.growth or not 2 <= len(own) <= 6:
        return ""
    worth = sum_of["head"] != "产量" and not sum_of["head"].endswith("面积")
    if unit in COUNTS or (unit in MONEY) != worth:
        return ""
    low = max(text.rfind(mark, max(0, left.start - 90), left.start) for mark in "。\n") + 1
    return sum_of["head"] if "其中" in text[low : left.start + 2] else ""


def part_of(text: str, left: clause.Left, previous: Figure | None) -> str | None:
    """The name of a figure that belongs to the thing its sentence has just made or counted; ``None`` for any other."""
    own = left.name or left.verb
    if previous is not None and own == "投资" and "完成投资" in left.raw and text[previous.end : left.start] in ("，", ","):
        works = _WORKS.fullmatch(previous.indicator)  # 实施合作项目43个，完成投资216.8亿元
        return works["works"] + "完成投资" if works else None
    if _OF_MADE.fullmatch(own) is None or text[left.start - 1 : left.start] not in ("，", ","):
        return None
    before = text[clause.begin(text, left.start - 1, 0) : left.start - 1]
    made = _THING.search(before)
    return made["thing"] + own + left.growth if made else None


def labelled(text: str, left: clause.Left, noun: str) -> str:
    """The label of the item (1.养老服务床位：3月底前新增床位100张) that the figure's ``noun`` shortens, or nothing."""
    label = _ITEM_LABEL.search(text[max(0, left.start - 100) : left.start])
    if label is None or not noun:
        return ""
    name = label["label"]
    return name if name != noun and (name.endswith(noun) or _TASK_ONLY.fullmatch(noun)) else ""


def _fund(carried: str) -> str:
    """The thing whose size the figure before told (产业发展基金总规模100亿元，首期规模不低于20亿元)."""
    size = _SIZE.search(carried)
    return carried[: size.start()] if size else ""


def ranked(own: str, rank: str, carried: str) -> str:
    """The name of a rank: whose it is (the figure before where nothing is said), where, 位次."""
    own = re.sub(
        "在?全[国省市县]\\d+个[一-鿿（）()、]{1,10}中?$|也$", "", re.sub("(?:排名|排位|位次|名次)$", "", own or carried)
    )
    own = carried + own if own in ("总量", "增速", "增幅", "规模") else own or carried
    area = rank.removesuffix("位次")
    return own.removesuffix(area) + rank if own else ""


def _next_to(text: str, previous: Figure, left: clause.Left) -> bool:
    """Whether the clause follows the figure before at once, and that figure's name has a head to exchange."""
    between = text[previous.end : left.begin].strip()
    return between in ("，", ",", "、") and _KIND_TAIL.search(base(previous.indicator)) is not None


def named_before(text: str, left: clause.Left, flow: str, carried: str) -> str:
    """The name of a figure that only says how much, taken from the figure or the clause before (累计改造260万户)."""
    if flow and (same := re.search(f"{flow}([一-鿿]{{2,10}})[，,]$", text[max(0, left.start - 40) : left.start])) is not None:
        return flow + same[1] + left.growth  # 优先加装电梯，全年加装不少于2000部
    if not flow and (passed := _PASSED.search(text[max(0, left.start - 40) : left.start])) is not None:
        return words.strip_head(passed["what"]) + left.growth  # 财政收入迈过千亿大关，达1330亿元
    if not flow and (line := _LINE.search(text[max(0, left.start - 24) : left.start])) is not None and HEADED.search(line[1]):
        return line[1] + left.growth
    if not flow and not carried and (label := _LABEL.search(text[max(0, left.start - 40) : left.start])) is not None:
        return label["label"] + left.growth
    if not flow and not carried:
        before = clause.antecedent(text, left.start)
        return before + left.growth if before else ""
    if flow and (m := words.FLOWING.match(carried)) is not None:  # 新建高标准农田400万亩，改造提升200万亩
        return flow + left.growth + carried[m.end() :]
    return carried.removesuffix(flow) + flow + left.growth
