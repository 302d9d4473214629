"""Clauses that undertake something: a verb with its object, an undertaker, or a name and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.projects.cues import cues_of
from loaders.extract.projects.evidence import Context
from loaders.extract.projects.ground import Ground, place_list
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.lists import Segment, segments
from loaders.extract.projects.names import Name
from loaders.extract.projects.restore import SIZE, restore
from loaders.extract.projects.subjects import REACH, TRIES, Undertaking, said_of, told_of
from loaders.extract.projects.tails import with_tail
from loaders.model import PlaceMentionFact, Span

_LIGHT = re.compile(
    "\\d[\\d.]*(?:公里|亿元|万千瓦).*|(?:等)?(?:项目|工程|重点工程|重大工程|重大项目|重点项目)*(?:的?建设|建成|落地|为(?:抓手|重点|核心|契机|引领|牵引))?(?:(?:之|以)?外)?(?=$|[，、]|并)"
)
_SET_AS = re.compile("以(?P<what>[^，]{3,200}?)为(?:核心|龙头|抓手)")
_ASIDE = re.compile("^（[^（）]{1,30}）")
_WHEN = re.compile(
    "^(?:力争|争取|确保)?(?:今年|明年|年内|年底|上半年|下半年|\\d{4}年|\\d{1,2}月|[底末初前内]|早日|尽快|如期|全线)+(?=建成|通车|开工|投用|投产|完工|竣工|贯通|$)"
)
_COMPLETES = re.compile("[建造设组办]成")
"""组建成, 打造成: 成 belongs to the verb."""
_BUILDING = ("开工建设", "规划建设", "启动建设", "续建", "新建")
_GROUP = re.compile("(?P<group>城市群|城市圈|都市圈)(?:还?将|要|应|各市|内)*$")
_INTO = re.compile("(?:列入|纳入|增列入?|调整?入)(?=[^，]{2,20}(?:规划|计划|名单|项目库|盘子|笼子|项目|目录))")
"""争取将A铁路列入国家规划: where the object ends."""
_AT = re.compile("(?:[甲乙丙丁双]方|企业|集团|公司)?在")
_TAKING = re.compile("[将把]")
_OF_PLAN = re.compile("(?<=规划)(?:的?(?:实施|空间|涉及)?范围|期限?(?:为|至)|总?面积|基准年|目标年)")
"""规划范围包括A、B: a noun, what the plan extends over."""
_BEING = re.compile("成?为")
"""把吉林建设成为全国…基地: what a place is to be."""
_PARTS = re.compile(
    "(?:通车|运营|开工建设|开工|投产|投用|投运|贯通|建成|完工|竣工|合龙)(?=、[^、，]{2,30}(?:通车|运营|开工|投产|投用|投运|贯通|建成|完工|竣工|合龙))"
)
"""A开通运营、B开工建设: predicates listed with 、."""
_FUNDED = re.compile("投资[约近超]?\\d[\\d.]*[余多]?[万亿]?元[，]?$")
"""投资3亿元建设A基地."""
_DATE = re.compile("(?:到|于|在)?(?:\\d{4}年|\\d{1,2}月|年内|今年|明年|年底|上半年|下半年|[底前初末内]|力争)+$")
_EARLY = re.compile("(?:的|等)?(?P<early>前期工作|收尾工作|前期研究|前期论证|可行性研究)$")
_EARLIEST = ("工作", "研究", "论证")
_WORKED_ON = (
    "达产达效",
    "投产达效",
    "开工建设",
    "建成投用",
    "建成投产",
    "建成通车",
    "竣工投产",
    "竣工",
    "开工",
    "投产",
    "通车",
    "投用",
    "投运",
    "建成",
)
_WORKED = re.compile(f"(?:建设)?(?:早日|尽快|及早|尽早|年内|如期|顺利|按期|提前)?({'|'.join(_WORKED_ON)})$")
_ACTS = re.compile("发展(?=[一-鿿]{2})")
"""支持三江新区发展动力电池: who acts is no project."""
_TAUGHT = re.compile("开展|牵头|承担|参与|与")
_SCHOOLS = frozenset(("大学", "学院", "职业技术学院", "医院", "研究院", "研究所"))
"""支持A学院开展…: who acts again."""


def undertakings(ground: Ground, clause: Span, base: Context) -> Iterator[Undertaking]:
    """What ``clause`` undertakes; the first verb whose object holds a name is the governing one."""
    lex = lexicon()
    clause, *further = _each(ground, clause)
    for one in further:
        yield from undertakings(ground, one, base)
    while (first := _PARTS.search(ground.plain, clause.begin, min(clause.end, clause.begin + REACH))) is not None:
        yield from undertakings(ground, Span(clause.begin, first.end()), base)
        clause = Span(first.end() + 1, clause.end)
    if (said := said_of(ground, clause, base)) is not None:
        yield said
        return
    if (on := _ON.search(ground.plain, clause.begin, min(clause.end, clause.begin + REACH))) is not None:
        names = _objects(ground, *on.span("what"), "改造")
        if names:
            yield Undertaking(tuple(names), base._replace(verb="改造"), on["verb"])
            return
    at, tries = clause.begin, 0
    while tries < TRIES and (match := ground.search(lex.verb, lex.verbs, at, clause.end)) is not None:
        at = match.end()
        if ground.inside[match.start()]:
            continue
        tries += 1
        found = _governed(ground, clause, match, base)
        if found is not None and found.names:
            yield found
            return
    if match := _SET_AS.search(ground.plain, clause.begin, min(clause.end, clause.begin + REACH)):
        yield from _central(ground, match, base, "")
    elif (told := told_of(ground, clause, base)) is not None:
        yield told


_EACH = re.compile(
    "、(?=(?:开工建设|规划建设|启动建设|拓宽改建|改扩建|新开工|续建|新建|扩建|改建|拓宽|迁建|重建|建成|开工)[^、，。；]{4,})"
)
"""续建A、扩建B、新建C: each with its own verb."""


def _each(ground: Ground, clause: Span) -> list[Span]:
    """``clause``, parted before the items that have a verb of building of their own."""
    if ground.plain.find("、", *clause) < 0:
        return [clause]
    cuts = [match.start() for match in _EACH.finditer(ground.plain, clause.begin, min(clause.end, clause.begin + REACH))]
    cuts = [cut for cut in cuts if not ground.inside[cut]]
    return [Span(a, b) for a, b in zip([clause.begin, *(cut + 1 for cut in cuts)], [*cuts, clause.end], strict=True)]


def _status(match: re.Match[str]) -> str:
    return match["kept"] + match["verb"]


def _governed(ground: Ground, clause: Span, match: re.Match[str], base: Context) -> Undertaking | None:
    """The verb at ``match`` with its object, the undertaker before or after it."""
    lex = lexicon()
    end = min(clause.end, match.end() + REACH)
    verb, status, begin = match["verb"], _status(match), match.end()
    if (
        ground.plain.startswith("成", begin)
        and not verb.endswith(_BUILDING)
        and _COMPLETES.match(ground.plain, begin - 1)
        and ground.starting(begin) is None
        and not lex.short_region.match(ground.plain, begin)
    ):
        begin += 1
    begin += ground.plain.startswith(("了", "好", "的"), begin) and not ground.plain.startswith("好", begin - 1)
    if match.start() > clause.begin and ground.plain.startswith(("项目", "工程", "要", "应", "须"), match.end()):
        return None  # 合作共建项目, 通道建设要加快推进…: the verb belongs to the noun
    subjects = _subjects(ground, clause.begin, match.start())
    if _BEING.match(ground.plain, begin, end) or _OF_PLAN.match(ground.plain, begin, end):
        return None
    if (into := _INTO.search(ground.plain, begin, end)) is not None:
        end = into.start()
        taking = _TAKING.match(ground.plain, begin, end)
        begin = taking.end() if taking else begin
    if verb == "争取" and (taking := _TAKING.match(ground.plain, begin, end)) is not None:
        begin = taking.end()
    if (set_as := _SET_AS.match(ground.plain, begin, end)) is not None:
        return next(_central(ground, set_as, base, status), None)
    if verb in lex.causative and (inner := _inner(ground, begin, end)) is not None:
        between = Span(begin, inner.start())
        subjects, until = place_list(ground, _site(ground, *between), between.end)
        if _DATE.match(ground.plain, *between) and between.end > between.begin:
            status = _status(inner)
        elif between.end > between.begin:
            if until != between.end:
                subjects = ground.within(*between) if _short_items(ground, *between) else []
        else:
            status = verb
        verb, begin = inner["verb"], inner.end()
    if (done := _done(ground, begin, end, match["verb"])) is not None:
        status, verb, end = done[0], done[0], done[1]
    helped = match["verb"] in _HELPING or _HELPED.search(ground.plain, clause.begin, match.start()) is not None
    role = _ROLE.search(ground.plain, begin, end) if helped and verb in ("打造", "建设") else None
    if role is not None and (role[0].endswith(_RANKS) or (verb == "打造" and not ground.within(begin, end))):
        return None
    if not cues_of(ground).may_name(begin, end) or not (names := _objects(ground, begin, end, verb)):
        return None
    sited = bool(subjects) and ground.plain.startswith("在", subjects[0].span.begin - 1)
    made = _made(ground, Span(clause.begin, match.start("verb")), Span(begin, end), verb)
    return Undertaking(tuple(names), base._replace(verb=made, subjects=tuple(subjects), sited=sited), status)


def _made(ground: Ground, before: Span, thing: Span, verb: str) -> str:
    """``verb``, or 开工建设 for a work whose cost or size is told right before it: it is one, not a kind of them."""
    if verb not in ("建设", "打造", "实施"):
        return verb
    sized = SIZE.match(ground.plain, *thing) is not None or _FUNDED.search(ground.plain, *before) is not None
    return "开工建设" if sized else verb


def _done(ground: Ground, begin: int, end: int, verb: str) -> tuple[str, int] | None:
    """What closes the object and tells more than its verb: 做好…前期工作, 推动…开工建设."""
    if verb in _HELPING or end - begin < 4:
        return None
    early = _EARLY.search(ground.plain, max(begin, end - 7), end) if ground.plain.endswith(_EARLIEST, begin, end) else None
    if early is not None:
        return early["early"], early.start()
    pushed = verb in lexicon().pushing and ground.plain.endswith(_WORKED_ON, begin, end)
    worked = _WORKED.search(ground.plain, max(begin, end - 8), end) if pushed else None
    return (worked[1], worked.start()) if worked else None


_ROLE = re.compile(
    "(?:产业|加工|生产|养殖|种植|制造|示范|转型|升级|配套|供应|承接)[一-鿿]{0,4}(?:基地|高地)$|(?:副中心|增长极)(?=$|、)"
)
"""支持甲市打造铝加工基地: what the city is to be, a role in an industry, no works that somebody named."""
_RANKS = ("副中心", "增长极")
"""What a city is to become, whatever place the words name."""
_HELPED = re.compile("(?:支持|鼓励|引导)[^，。；]{2,30}$")
_CLOSING = ("等", "、", "，", "和", "以及")
_HELPING = frozenset(("支持", "鼓励", "引导"))


def _inner(ground: Ground, begin: int, end: int) -> re.Match[str] | None:
    """The second verb after 支持 (支持武汉建设…), not the 建设 that closes the object."""
    at = begin
    while (match := ground.search(lexicon().verb, lexicon().verbs, at, min(end, begin + 40))) is not None:
        at = match.end()
        building = match["verb"] not in lexicon().pushing
        if building and not ground.inside[match.start()] and end - match.end() >= 3:
            bare = not ground.plain.startswith(_CLOSING, match.end())
            places, until = place_list(ground, _site(ground, begin, match.start()), match.start())
            whole = (
                match.start() == begin
                or (places and until == match.start())
                or _DATE.match(ground.plain, begin, match.start()) is not None
            )
            if bare and (whole or _short_items(ground, begin, match.start()) or _plain_subject(ground, begin, match.start())):
                return match
    return None


def _site(ground: Ground, begin: int, end: int) -> int:
    """After 乙方在, 企业在: where the place of the work begins."""
    match = _AT.match(ground.plain, begin, end)
    return match.end() if match is not None else begin


def _short_items(ground: Ground, begin: int, end: int) -> bool:
    """Whether only short names are listed (万州、达州、开州), some perhaps unknown."""
    return bool(ground.within(begin, end)) and all(len(item) <= 4 for item in ground.plain[begin:end].split("、"))


_SUBJECT = re.compile("三省|两省|各地|各市|有条件|符合条件|企业|高校|机构|城市|地区|省市|医院|大学|学院|公司")


def _plain_subject(ground: Ground, begin: int, end: int) -> bool:
    return _SUBJECT.search(ground.plain, begin, end) is not None


def _subjects(ground: Ground, begin: int, end: int) -> list[PlaceMentionFact]:
    """The places that are the grammatical subject: A、B等 right before the verb."""
    until = begin
    for place in ground.within(max(begin, end - 60), end):
        if place.span.begin < until:
            continue
        places, until = place_list(ground, place.span.begin, end)
        rest = lexicon().dropped.match(ground.plain, until, end)
        if places and rest is not None and rest.end() == end:
            return places
    group = _GROUP.search(ground.plain, begin, end)
    whole = ground.main_group.get(group["group"]) if group else None
    return [whole] if whole else []


def _objects(ground: Ground, begin: int, end: int, verb: str) -> list[Name]:
    """The names in the object ``[begin, end)``, if what follows the last one fits the verb."""
    lex = lexicon()
    out: list[Name] = []
    if verb in lex.pushing and ground.plain.startswith(("与", "同"), begin):
        return out
    shared = _OF_WORK.search(ground.plain, max(begin, end - 24), end)
    if shared is not None:
        chunks = [chunk for segment in segments(ground, begin, end) for chunk in segment.chunks]
        chunks[-1] = Span(chunks[-1].begin, shared.start())
        if len(chunks) > 1 and chunks[-1].end > chunks[-1].begin:
            return with_tail(ground, chunks, Span(*shared.span("tail")))[0]
    for segment in segments(ground, begin, end):
        names, stop = restore(ground, segment)
        if verb in lex.pushing and segment.tail is None and names and _last_unnamed(segment, names):
            continue
        rest = ground.plain[stop : segment.end].removeprefix("”")
        if _PAPER.search(rest):
            continue
        rest = _ASIDE.sub("", rest) if rest.startswith("（") else rest
        rest = _WHEN.sub("", rest) if rest else rest
        light = _LIGHT.match(rest)
        fits = not rest or (light is not None and (light.end() == len(rest) or rest[light.end() :].startswith("并")))
        if not fits and (verb in lex.pushing or segment.tail is not None):
            fits = lex.after.match(rest) is not None
        if fits and (_ACTS.match(rest) or (_TAUGHT.match(rest) and names and names[-1].head in _SCHOOLS)):
            fits = False
        if not fits and segment.tail is None and verb in _DOING_WORKS and _BESIDE.fullmatch(rest):
            fits = bool(names) and names[-1].head in ("工程", "项目")
        if not fits and segment.tail is None and verb not in lex.pushing and not _TITLE.search(rest):
            names, fits = [name for name in names[:-1] if len(name.pieces) == 1], True
        if fits:
            out += [name for name in names if not (verb in lex.facility_only and _is_zone(name))]
    return out


_DOING_WORKS = frozenset(("实施", "组织实施", "启动实施", "谋划实施", "启动"))
_BESIDE = re.compile("(?:和|及|与|以及)[一-鿿]{4,12}")
"""实施A工程和联防联控: what else is done beside the works."""
_PAPER = re.compile("(?:协议书?|备忘录|意向书|合同)$")
"""签署…通道建设框架协议: the words of a title."""


def _last_unnamed(segment: Segment, names: list[Name]) -> bool:
    """Whether what the verb governs is something else that the last item names (加强A港、B湾污染防治)."""
    return len(segment.chunks) > 1 and names[-1].pieces[0].end <= segment.chunks[-1].begin


_TITLE = re.compile("节点|高地|城市|样板|引擎|支点|增长极|目的地|首选地|桥头堡|地位")


def _is_zone(name: Name) -> bool:
    return name.head.endswith(("区", "基地", "平台", "产业园", "园区", "走廊", "新城"))


def _central(ground: Ground, match: re.Match[str], base: Context, status: str) -> Iterator[Undertaking]:
    """以A港、B港为核心: the names set at the centre."""
    names = [name for name in _objects(ground, *match.span("what"), "发挥") if name.head != "工程"]
    if names:
        yield Undertaking(tuple(names), base._replace(verb="以为"), status)


_ON = re.compile(
    "对(?P<what>[^，。；：的]{4,120}?)(?:进行|实施|开展)(?P<verb>[一-鿿]{0,4}(?:加固|改造|扩建|整治|治理|维修|修复|提升|升级))(?=$|[，。；、])"
)
"""对A水库、B水库进行除险加固."""
_OF_WORK = re.compile(
    "的(?P<tail>(?:除险加固|改扩建|扩建|改造|整治|治理|修复|加固|维修|提升|续建|配套)[一-鿿]{0,4}(?:工程|项目))(?:建设)?$"
)
"""启动A水库和B水库的除险加固工程: what is done to each of them."""
