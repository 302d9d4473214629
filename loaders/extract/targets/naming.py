"""The indicator's name as a reader would give it, from the words before, after, or in the clause before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.targets import clause, elided, names, words
from loaders.extract.targets.draft import Figure, Found
from loaders.extract.targets.places import NAMED
from loaders.extract.targets.units import COUNTS, MONEY, RATIOS, base_of
from loaders.extract.targets.works import SIZE, sized_work

_ATTRIBUTE = re.compile("水深|吞吐量|装机容量|装机|库容|容量|产能|产值|投资|规模|用水量|运力|运量|储量|储能|算力")
_DOER = re.compile(
    "(?P<doer>[一-鿿、\\d（）()]{2,40}(?:区[）)]?|节点|枢纽|领域|地方|学校|医院|企业|市|县|乡镇|城市|单位|高校|院校|部门|机构|街道))(?:建设|建成|新建|培育|打造|"
    "完成|实现|开发)(?P<thing>(?!比例|比重|占比|数量|面积|率)[一-鿿]{2,16})$"
)
_SAYS = re.compile(r"[（(](?:指|即|以下简称|下同)[^（）()]*[）)]|[\[〔【［]\d{1,2}[\]〕】］]|[①-⑳]$|[¹²³⁴⁵⁶⁷⁸⁹]+")
"""Glosses, and marks of notes ([3])."""
_WITHIN = re.compile("(?:含|包括)(?P<kind>[一-鿿]{2,4}(?<![率量值额数比]))")
"""A part of the figure before, in brackets: 新增泊位5个（含省外3个）."""
_ANAPHOR = re.compile("(?:这一|该|其|上述|此)(?:比例|比重|指标|数字|规模|数量|占比)要?")
_COMPETENT = re.compile(
    "^(?:[一-鿿]{1,12}(?:厅|局|委|部|办)(?:将|拟|要|下达)|[一-鿿]{0,8}主管部门|[一-鿿]{0,8}向[甲乙丙]方)(?=[一-鿿]{2})"
)
_ZONE = re.compile("(?:示范|试验|先行|开发|高新|经开)区$")
_EXTENT_OF = re.compile("(?:总|首期|年)?规模|总?投资")
_BROUGHT = re.compile(f"^(?:{words.BUILD}|{words.FLOW})+")
_FUNDS = re.compile("(?P<kind>资金)，?(?:用于|支持)(?P<use>[一-鿿、]{3,20}?)(?=[，。；、\\n]|$)")
"""筹措3亿元资金支持城市更新: what the money is for names it."""
_AMONG = re.compile("[^、]{3,}、.*等(?P<thing>[一-鿿]{2,10}(?:项目|企业|工程|园区|平台|机构))")
"""A、B、C等招商项目33个: the class is counted."""
_IN_DOING = re.compile(
    "在[^，。、]{2,24}?(?:建设|推广|开展|实施|新建|建成|种植|布局|设立|培育|打造)(?P<thing>[一-鿿]{2,16}?)(?:达到|不少于|超过|约)?"
)
"""在12层以下住宅推广太阳能热水系统660万平方米: where it is done is no part of the name."""
_RANKED = re.compile("(?<=[一-鿿]{3})(?:全[国球省市]|世界)?(?:位次|排名)$")
"""居全国第二位，占全国的18.9%: what is ranked has the share."""
_PACE = re.compile("每[年月周日天]$")
"""How often alone names nothing: 每年组织培训200人次."""
_MOVING = re.compile("(?:推动|引导|带动|帮助|鼓励)$")
_QUALITY = re.compile("达到|超过|进入|列入")
"""其中3个达到千亿元规模."""
_STRETCH = re.compile(
    "(?P<done>贯通|打通|建成通车|通车|开通|铺轨)(?P<what>[一-鿿A-Z\\d]{2,12}(?:至|到|—)[一-鿿\\d]{2,12}(?:路?段|公路|高速|高速公路|铁路))"
)
"""预计年底贯通甲至乙段100公里."""
_ITS = re.compile("(?P<work>[^、]{3,30})、(?P<size>总投资|投资|全长|建筑面积|装机容量)")
"""脚木足水电站、总投资82亿元: a work and what it costs."""
_OF_ONE = re.compile(
    f"{NAMED.pattern}|至|(?:铁路|高铁|高速|大桥|机场|电站|枢纽|水库|(?<=[一-鿿]{{3}})(?:产业园|工业园|开发区|高新区)|(?<=[一-鿿]{{2}})(?:学校|中学|小学|大学|医院|院区|水厂)|(?:学校|医院)项目)$"
)
_TIMES = re.compile("(?:是|为|相当于|达到?)[^，。]{2,14}的")
"""投资5.2万亿元，是“十一五”时期的2.6倍."""
_OF_WHOLE = re.compile(
    "(?:分别)?(?:(?:为|是|相当于)(?P<whole>(?!去年|上年)[一-鿿]{2,12})的|(?:占|完成)了?(?P<plan>(?:全年|年度|年|全部)?(?:目标|计划|投资)*(?:任务|计划|目标))的?)"
)
"""完成投资313.6亿元，为年度投资计划的30.9%."""
_HELPED = re.compile("(解决|改善|惠及|安置|搬迁|带动|服务|保障|帮助)$")
_ORGAN = re.compile("[一-鿿]{2,8}(?:部门|系统|战线|厅|局)")
_ALREADY = re.compile("(?<=[一-鿿]{2})已经?(?=[一-鿿]{2,4}$)")
_PLANNED_FOR = re.compile("的(?P<plan>(?:年度|全年|年)?(?:目标)?(?:任务|计划|目标))")
"""超额完成40所的年度目标任务: what had been planned of the same."""
_BEGUN = re.compile("(?:参加)?(?:现场)?(?:集中)?(?P<done>开工|竣工|签约|投产|建成)")
"""20个项目集中开工."""
_OF_TOPIC = re.compile("(?:共有?|总计|合计|现有)?|已[一-鿿]{2}")
_CHANGES = re.compile(f"(?:{words.CHANGE})[到至为]|以上|以下|左右")
_REACHES = re.compile("达到|提高|提升|增加|降|为|控制在|保持在|稳定在")
_WHOLE_AT_END = re.compile("全[国省市县区州]$")
_BLANK = re.compile(r"(?<=[一-鿿]) +| +(?=[一-鿿])")
_LEVEL = re.compile("达|为|至|到|超|突破|不低于|不少于|控制|保持|稳定|[约：:]")
"""Words that a level follows, of which what stands before them is the subject."""
_OUTER = " 　\"'、，,：:（(—–-·"


Named = tuple[str, str, int]
"""``(indicator, scope, end)``: the last tells where the words end that state the figure."""


@dataclass(slots=True)
class _Said:
    """What stands around a figure: ``own`` words before, the ``noun`` behind (it ends at ``end``), what is carried on."""

    text: str
    item: Found
    previous: Figure | None
    carried: str
    own: str
    scope: str
    noun: str
    end: int
    counted: bool

    @property
    def left(self) -> clause.Left:
        """The clause before the figure."""
        return self.item.left

    @property
    def of_noun(self) -> bool:
        """Whether the noun behind is joined by 的 (规模1亿元的基金)."""
        return bool(self.noun) and self.text.startswith("的", self.item.end)


def name(text: str, item: Found, previous: Figure | None) -> Named:
    """``(indicator, scope, end)`` of a figure on its own; the indicator is empty when nothing names it."""
    left, carried = item.left, elided.base(previous.indicator) if previous else ""
    scope = left.scope if item.scope is None else item.scope
    if item.indicator:
        rank = item.indicator.startswith("+")
        return elided.ranked(_tidy(left.name), item.indicator[1:], carried) if rank else item.indicator, scope, item.end
    if (part := elided.part_of(text, left, previous)) is not None:
        return part, scope, item.end
    if (paid := _FUNDS.match(text, item.end)) is not None and base_of(item.quantity.unit) in MONEY:
        return paid["use"] + paid["kind"], scope, paid.end()
    noun, end = clause.noun_after(text, item.end, _MOVING.search(left.raw) is not None)
    own = "" if carried and _ANAPHOR.fullmatch(left.name) else left.name
    said = _Said(text, item, previous, carried, own, scope, noun, end, base_of(item.quantity.unit) in COUNTS)
    for read in (_begun, _taken, _bare, _share, _set_behind, _continued, _counted):
        if (named := read(said)) is not None:
            return named
    return _plain(said)


def _begun(s: _Said) -> Named | None:
    """Works by what was done to them (20个项目集中开工), counts under a topic (高铁项目，共4个)."""
    if s.counted and s.noun in ("项目", "工程") and (begun := _BEGUN.match(s.text, s.end)) is not None:
        return begun["done"] + s.noun, s.scope, begun.end()
    if s.counted and (label := elided.labelled(s.text, s.left, s.noun)):
        s.noun = label
    if s.counted and not s.noun and (topic := clause.topic(s.text, s.left.start)) and _OF_TOPIC.fullmatch(s.left.raw):
        return s.left.raw.lstrip("共有") + topic, s.scope, s.item.end
    return None


def _taken(s: _Said) -> Named | None:
    """What is of the figure before: a part, a multiple, a share of it."""
    taken = _of_carried(s.text, s.item, s.carried, s.noun if s.counted else "") if s.carried else None
    if taken is None:
        return None
    own_scope = s.previous.scope if s.previous and s.item.quantity.unit == "倍" else ""
    return taken[0], s.scope or own_scope, taken[1] or s.end


def _bare(s: _Said) -> Named | None:
    """A figure without words of its own before it: the noun behind, else the figure or the clause before."""
    left, item = s.left, s.item
    if not s.own and left.scope and s.counted and not s.noun and NAMED.search(left.scope) is None and _ZONE.search(left.scope):
        s.own, s.scope = left.scope, ""  # 建成国家全域旅游示范区2个: the zones are counted
    if s.of_noun and (extent := _EXTENT_OF.fullmatch(_BROUGHT.sub("", s.own))):
        return s.noun + extent[0], s.scope, s.end  # 设立规模1亿元的返乡创业基金
    if s.counted and s.noun and left.raw.endswith("增加"):
        return "增加" + s.noun, s.scope, s.end  # 未来还会增加10个运控中心
    if s.own and words.FLOWS.fullmatch(s.own) is None:
        return None
    if s.noun and (s.counted or not (left.growth or _reached(left.between))):
        return s.own + _dimension(s.noun, item), s.scope, s.end
    anew = s.previous is not None and "。" in s.text[s.previous.end : left.start] and clause.antecedent(s.text, left.start)
    return elided.named_before(s.text, left, s.own, "" if anew else s.carried), s.scope, item.end


def _share(s: _Said) -> Named | None:
    """占…: a share of what the bracket follows, or of what was told before."""
    left, end = s.left, s.item.end
    if not s.own.startswith("占"):
        return None
    if s.text[left.start - 1 : left.start] in ("（", "("):
        whole = clause.read(s.text, clause.begin(s.text, left.start - 1, 0), left.start - 1)
        return whole.name + _tidy(s.own) + left.growth, whole.scope, end
    if s.carried and not s.own.startswith("占地"):
        return _RANKED.sub("", s.carried) + _tidy(s.own) + left.growth, s.scope, end
    return None


def _set_behind(s: _Said) -> Named | None:
    """What the noun behind the figure names: what is built, the work of which a length is, those reached."""
    left, unit = s.left, s.item.quantity.unit
    if (formed := _formed(s.own, s.noun, s.scope, s.item)) is not None:
        return (*formed, s.end if formed[0].endswith(s.noun) and s.noun else s.item.end)
    if left.verb and s.noun and not left.growth:
        flow = words.FLOWING.match(left.verb)
        return (flow.group() if flow else "") + s.noun, s.scope, s.end
    if s.noun and not s.counted and not left.between.strip(_OUTER) and not left.growth and unit[-1:] in "里米亩顷":
        if s.of_noun and SIZE.match(s.own):
            return s.own, s.scope or s.noun, s.end  # 全长31公里的甲河
        return _dimension(s.noun, s.item), s.scope + s.own, s.end
    if s.of_noun and base_of(unit) in RATIOS and names.covers(left.raw):
        whole = _WHOLE_AT_END.search(s.own)  # 高速公路覆盖97%的县城, 服务通达全省98%的乡镇
        own, scope = (s.own[: whole.start()], s.scope or whole[0]) if whole else (s.own, s.scope)
        return _tidy(own) + s.noun, scope, s.end
    return None


def _continued(s: _Said) -> Named | None:
    """A name of which only a part is said again, and who does something (甲区建设…) apart from what is done."""
    continued = elided.continued(s.text, s.left, s.own, s.previous, s.item.quantity.unit)
    if continued is not None:
        return continued, s.scope, s.item.end
    if not s.left.growth and (done := _DOER.match(s.own)):
        return _tidy(done["thing"]), s.scope or done["doer"], s.item.end
    return None


def _counted(s: _Said) -> Named | None:
    """What is counted behind the figure, where the words before it name no level."""
    left = s.left
    people = s.item.quantity.unit.endswith("人") and not s.of_noun
    if s.noun and people and (helped := _HELPED.search(left.raw)) is not None:
        return helped[1] + s.noun, s.scope, s.end  # 将解决30万农村人口饮水安全问题
    if s.counted and len(s.noun) > 3 and _ORGAN.fullmatch(s.own) and left.raw != s.own and not left.growth:
        return s.noun, s.scope, s.end  # 实施国土部门45个土地整治项目
    level = left.growth or _LEVEL.search(left.between) is not None or _CHANGES.match(s.noun)
    if s.counted and len(s.noun) > 2 and not level:
        # 继续抓好30个重大文化项目: what stands behind a count is counted, whatever the verb; 轨道交通的44座新建车站
        of_own = s.own if left.raw.endswith("的") and not left.verb else ""
        return of_own + s.noun.removesuffix("中"), s.scope, s.end
    thing = _thing(s.text, s.own, left, s.counted)
    return (thing, s.scope, s.item.end) if thing else None


def _plain(s: _Said) -> Named:
    """The words before the figure, without the verb of building at their end."""
    verb = s.left.verb
    own = _ALREADY.sub("", _COMPETENT.sub("", s.own))
    kept = own[: len(own) - len(verb)] if verb and not words.FLOWING.fullmatch(verb) else own
    return _tidy(own if _PACE.search(kept) else kept or own) + s.left.growth, s.scope, s.item.end


def _of_carried(text: str, item: Found, carried: str, counted: str) -> tuple[str, int] | None:
    """Name and end (0: that of the noun ``counted``) of a figure that is of the one before: a part, a multiple, a share."""
    raw, unit = item.left.raw, item.quantity.unit
    if raw.endswith("完成") and (planned := _PLANNED_FOR.match(text, item.end)) is not None:
        return carried + planned["plan"], planned.end()
    if (within := _WITHIN.fullmatch(raw)) is not None:
        return _within(carried, within["kind"]), item.end
    if raw == "其中" and _QUALITY.match(counted):
        return f"{counted}的{carried.rpartition('的')[2]}", 0
    if unit == "倍" and _TIMES.fullmatch(raw) is not None:
        return carried, item.end
    if unit == "%" and (of := _OF_WHOLE.fullmatch(raw)) is not None:
        return f"{carried}占{of['whole']}的比重" if of["whole"] else f"{carried}占{of['plan']}", item.end
    return None


def _within(carried: str, kind: str) -> str:
    """The name of a part of the figure before, told in brackets: 新增泊位5个（含省外3个）."""
    flow = words.FLOWING.match(carried)
    cut = flow.end() if flow else 0
    return carried[:cut] + kind + carried[cut:]


def _thing(text: str, own: str, left: clause.Left, counted: bool) -> str:
    """What is measured where ``own`` names more (a list, the place it is done) or less (an item's label tells the rest)."""
    if counted and (among := _AMONG.fullmatch(own)) is not None:
        return among["thing"]
    if (there := _IN_DOING.fullmatch(left.raw)) is not None and not left.growth:
        return there["thing"]
    bare = _BROUGHT.sub("", own)
    label = elided.labelled(text, left, bare) if counted and len(bare) > 1 else ""
    return own[: len(own) - len(bare)] + label if label else ""


def _formed(own: str, noun: str, scope: str, item: Found) -> tuple[str, str] | None:
    """Name and scope of a work's size set behind the work, of what a verb counts, of a stretch opened; else ``None``."""
    left, counted = item.left, base_of(item.quantity.unit) in COUNTS
    if (listed := _ITS.fullmatch(own)) is not None:
        return listed["size"] + left.growth, scope + listed["work"]
    if (sized := sized_work(own)) is not None and (scope or len(sized[0]) > 7 or _OF_ONE.search(sized[0])):
        return sized[1] + left.growth, scope + sized[0]
    plain = not left.growth and not left.between.strip(_OUTER)
    if counted and len(noun) > 2 and len(own) == 2 and plain and own not in words.BUILD:
        return noun, scope  # 开设100个托管班
    if counted and noun and left.raw.endswith("的") and (flow := words.FLOWING.match(own)) is not None:
        return flow.group() + noun, scope  # 打通连接周边的13条高速公路
    if not counted and (stretch := _STRETCH.fullmatch(own)) is not None and not left.growth:
        return stretch["done"], stretch["what"]
    return None


def _reached(between: str) -> bool:
    """Whether the verb before the figure is one of reaching a level, which its subject must name."""
    return _REACHES.search(between) is not None


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
    bare = (_BLANK.sub("", indicator) if " " in indicator else indicator).strip(_OUTER)
    if bare.count("“") != bare.count("”"):
        bare = bare.strip("“”")
    return bare.removesuffix("的")
