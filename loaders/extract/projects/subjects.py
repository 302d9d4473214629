"""Names that are the subject of their clause: what becomes of them (A至B高速公路年内建成通车), what is said of them at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.extract.projects.due import due_of
from loaders.extract.projects.evidence import Context, before_head, is_called, of_work, own_places, own_word
from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.lists import Segment, segments
from loaders.extract.projects.names import PROPER, Name, strip_generic
from loaders.extract.projects.restore import restore
from loaders.model import Span

TRIES = 6
"""At most this many verbs of one clause are tried."""
REACH = 600
"""An object is read at most this many characters."""

_BECOMES = re.compile(
    r"(?:项目|工程|一期|二期)?(?:建设)?(?:前期工作)?(?:[将已也于在]|参加|现场|集中|同步|如期|实现|已经|今年|明年|去年|先后|全面|年内|年底前|力争|计划|预计|\d{4}年|\d{1,2}月|(?:上|下)半年|[底前初末内]|正在|正|已经|目前|有望|抓紧|即|于|拟|全线|正式|顺利|相继|陆续|初步|部分|基本|全面)*"
    "(?P<verb>动工建设|动工|启动实施|启动建设|达产达效|达产|(?:可研|初设|初步设计|施工图)(?:报告)?(?:获批|批复|通过审查)|研究论证|建成通车|全线贯通|贯通|合龙|开通运营|进入[一-鿿]{2,5}(?:阶段|倒计时)|(?:有序|稳步|顺利|持续)推进|进展顺利|驶入快车道|(?:通过)?竣工验收|投产送电|建成投入使用|投入使用|投入运营|试运行|基本完工|完工|完成(?=$|[，。；])|建成投运|建成投用|建成投产|建设投产|建成运营|开工建设|开工|通车|竣工|完工|投产|投用|建成|通航|开通运营|开通|续建|扩建|改扩建|新建|(?:(?:加快|加速|有序|稳步|扎实|全面)|(?<=[在将正紧]))(?:建设|推进)(?=$|[，；。]))"
)
_COMING = re.compile(
    "启动|达产|驶入|获批|批复|论证|动工|贯通|合龙|开通|进展|进入|完成|验收|投入|运行|正在|加快|推进|续建|扩建|建成|开工|通车|竣工|完工|投产|投用|通航|开通|将"
)
_WORKS = re.compile("[一-鿿\\d]{0,10}?(?:工程|项目|铁路|公路|高速|机场|水库|电站)")
"""等一批重大项目建成通车: the tail that sums up what is told of."""
_HOPING = re.compile(
    "(?:新华社|中新[社网]|本报|人民网)?(?:[^，。；：]{0,12}电（[^（）]{0,14}）)?(?:“(?![^”]{1,14}”))?(?:[一-鿿]{2,6}类)?(?:包括|同时|其中|并|随着|使|让|近期|日前|年内|今年|明年|去年|据悉|目前)?(?:力争|争取|确保|保障|预计|计划)?(?:协同|同步|共同)?(?:实现了?)?"
)
_WILL = re.compile("将(?:加快|加大|加强)?(?P<verb>[一-鿿]{2,4})$")
_STANDS = re.compile(
    "(?=[可工初预现近全正已将即完累通转进实启开复建获取列纳总力预计有今年目起西东南北位是为顺稳加抓前土主首])(?:全面|全线|正式|正在|可研|工可|初步设计|初设|预可|可行性研究|现已|近期|已|将|即将|完成(?!投资|可研)|累计(?!完成投资)|通过|转入|进入|实现|启动|开工|复工|建成|获批|取得|列入|纳入|总投资|力争|预计|计划|有望|今年|年内|"
    "年底|目前|签约|落地|揭牌|入选|起于|起自|[东西南北][起接至]|位于|[是为](?=[一-鿿])|顺利|稳步|加快|抓紧|前期工作|土建|主体|首[件段桩])"
)
"""Where what is said of a work may begin."""
_PART_OF = re.compile("(?:[^，。；：、的与和及在要于须应]{0,10}|(?:等)?[^，。；：、的]{0,6}(?:项目|工程))")
"""A part of the work that stands between its name and what is said of it (北锚碇沉井, 新航站楼)."""
_STATE = re.compile(
    "(?P<verb>可研获批|可行性研究|研究论证|开工建设|竣工验收|建成通车|建成投用|铺轨|贯通|合龙|施工|开工|复工|通车|完工|竣工|投产|投用|投运|前期工作|验收|调试|加快建设|批复|签约落地|签约|落地)"
)
_NO_NAME = re.compile(
    "^(?:[将把对在以由向为使让经按]|这|也|其|该|各|三方|双方|共同|我们|全[省市县]|重[大点])|标志|[各正]式?项目$|[是了]|安排|包括|正在|开展|进行|将[一-鿿]{2}|在全|——|\\d个|大批|一批"
)
_LINES = re.compile("[至到—]|[一-鿿]段$|期）?(?:[一-鿿]{0,4}(?:工程|项目))?$|号线")


class Undertaking(NamedTuple):
    """Names with the verb that governs them."""

    names: tuple[Name, ...]
    context: Context
    status: str


def said_of(ground: Ground, clause: Span, base: Context) -> Undertaking | None:
    """Names that open the clause and what becomes of them: A至B高速公路年内建成通车."""
    window = min(clause.end, clause.begin + REACH)
    if (due := due_of(ground, clause)) is not None:
        return Undertaking((due[0],), base._replace(verb=due[1]), due[1])
    if _COMING.search(ground.plain, clause.begin, window) is None or _must(ground, clause):
        return None
    if lexicon().verb.match(ground.plain, clause.begin, clause.end):
        return None
    lead = _HOPING.match(ground.plain, *clause)
    listed = segments(ground, lead.end() if lead else clause.begin, window)
    summed = [segment.tail is not None and _WORKS.match(ground.plain, *segment.tail) is not None for segment in listed]
    if not listed or not all(summed[:-1]) or (listed[-1].tail is not None and not summed[-1]):
        return None
    names, stop = _restored(ground, listed, clause.begin)
    if not names:
        return None
    match = _BECOMES.match(ground.plain, stop, window)
    told = summed[-1] and "项目" in ground.plain[listed[-1].chunks[-1].end : stop]
    names = [name._replace(listed=name.listed or _is_sure(ground, name)) for name in names]
    sure = told or all(name.head in lexicon().closed or ground.within(*name.pieces[0]) for name in names)
    if not sure and (match is None or match["verb"] not in lexicon().concrete):
        return None
    if match is None:
        coming = _WILL.match(ground.plain, stop, window)
        return Undertaking(tuple(names), base._replace(verb="将"), coming["verb"]) if coming else None
    return Undertaking(tuple(names), base._replace(verb=match["verb"]), match["verb"])


_ENDED = re.compile(
    "(?P<verb>建成投产|建设投产|建成投用|建成投运|建成运营|建成使用|建成通车|建成|投入使用|投入运营|投产|投用|投运|达产|达效|通车|通航|开通|开园|开业|开馆|开工建设|开工|动工|复工"
    "|竣工验收|竣工|完工|封顶|贯通|合龙|铺轨|交付使用|交付|入驻|启用|启动|揭牌|获批|批复|签约|落地|初具规模|初见成效|验收|运行|运营|推进|进行|建设|实施|完成|施工阶段|施工)$"
)
"""The verb that closes a report: …产业园60万平方米标房陆续投产."""
_BETWEEN = re.compile("[^的将对把被让使以为与和（）“”：]{0,8}的?[^的将对把被让使以为与和（）“”：]{0,24}")
"""What may stand between a work and that verb: adverbs, a measure, a part."""


_MUST = re.compile(
    "(?:要|将|应|须)(?:加快|大力|着力|积极|全面|重点|继续|抓紧|扎实)*(?:推进|推动|建设|实施|打造|完成|抓好|做好)"
)
"""出口路建设要加快推进A、B建设: what must be done."""
_HEAD = 40
"""So far from its beginning a clause says so."""


def _must(ground: Ground, clause: Span) -> bool:
    """Whether the works are not the subject of the clause but what must be done."""
    return _MUST.search(ground.plain, clause.begin, min(clause.end, clause.begin + _HEAD)) is not None


def closed_by(ground: Ground, clause: Span, base: Context) -> Undertaking | None:
    """A clause that begins with works and ends in what becomes of them, whatever tells how in between."""
    ended = _ENDED.search(ground.plain, max(clause.begin + 4, clause.end - 5), clause.end)
    if ended is None or _must(ground, clause) or lexicon().verb.match(ground.plain, *clause) is not None:
        return None
    lead = _HOPING.match(ground.plain, *clause)
    names, stop = _whole(ground, Span(lead.end() if lead else clause.begin, ended.start()))
    if not names or stop > ended.start() or _BETWEEN.fullmatch(ground.plain, stop, ended.start()) is None:
        return None
    if not all(_is_built(ground, name, whole=True) for name in names):
        return None
    return _standing(names, base, ended)


def _is_sure(ground: Ground, name: Name) -> bool:
    """Whether a subject whose state is told is one work: called a project, or built and with a word of its own."""
    return is_called(ground, name) if name.called else _is_built(ground, name, whole=True)


def told_of(ground: Ground, clause: Span, base: Context) -> Undertaking | None:
    """Works that are the subject of a clause which tells how they stand, by whatever verb: A高速全面转入路面施工.

    Only names that show their place or line and end in what is built count, as here no verb of undertaking vouches for them.
    """
    if (closed := closed_by(ground, clause, base)) is not None:
        return closed
    window = min(clause.end, clause.begin + REACH)
    if _must(ground, clause) or lexicon().verb.match(ground.plain, *clause) is not None:
        return None
    lead = _HOPING.match(ground.plain, *clause)
    begin = lead.end() if lead else clause.begin
    whole = Span(begin, clause.end)
    if ground.plain.startswith("，", clause.end) and _STANDS.match(ground.plain, clause.end + 1):
        names, stop = _whole(ground, whole)
        if names and stop == clause.end and all(_is_built(ground, name, whole=True) for name in names):
            return _standing(names, base, _STATE.search(ground.plain, clause.end, min(len(ground.plain), clause.end + 24)))
    for tries, match in enumerate(_STANDS.finditer(ground.plain, begin + 4, window)):
        if tries == TRIES:
            break
        if ground.inside[match.start()]:
            continue
        names, stop = _whole(ground, Span(begin, match.start()))
        if not names or _PART_OF.fullmatch(ground.plain, stop, match.start()) is None:
            continue
        if all(_is_built(ground, name) for name in names):
            state = _BECOMES.match(ground.plain, match.start(), window) or _STATE.search(ground.plain, match.start(), window)
            return _standing(names, base, state)
    return None


def _standing(names: list[Name], base: Context, state: re.Match[str] | None) -> Undertaking:
    """The works, with the state that is told of them, if one is."""
    status = state["verb"] if state else ""
    return Undertaking(tuple(name._replace(listed=True) for name in names), base._replace(verb=status or "建成"), status)


def _whole(ground: Ground, stretch: Span) -> tuple[list[Name], int]:
    """The names that fill a stretch, and where the last ends."""
    return _restored(ground, segments(ground, *stretch), stretch.begin)


def _restored(ground: Ground, listed: list[Segment], stop: int) -> tuple[list[Name], int]:
    """The names of all the lists written out, and where the last ends (``stop`` where there is none)."""
    names: list[Name] = []
    for segment in listed:
        found, stop = restore(ground, segment)
        names += found
    return names, stop


def _is_built(ground: Ground, name: Name, whole: bool = False) -> bool:
    """Whether the name ends in what is built and shows a place, a line, a stretch, a stage or a work of its own.

    Of one that begins a clause and what is said of it ends it (``whole``) a word of its own before the head is enough.
    """
    text = name.text(ground)
    if _NO_NAME.search(text) or (name.head == "项目" and "各" in text):
        return False
    built = name.head in lexicon().closed or name.head in ("期", "段", "线", "工程", "项目")
    if own_places(ground, name) and built:
        return True
    before = before_head(ground, name)
    ends = lexicon().short_region.match(text) or (len(before) == 2 and name.head in lexicon().closed)
    if ends and len(strip_generic(before)) > 1 and built:
        return True
    if name.head in ("工程", "项目"):
        own = _OWN.search(text) is not None or _LANDMARK.match(before) is not None
        return own or of_work(before) or ground.plain[name.span.begin] == "“"
    if whole and (name.head in lexicon().closed or _SITES.search(text)) and own_word(before) >= 2:
        return True
    return built and _LINES.search(text) is not None and len(text) > 5


_SITES = re.compile("(?:产业园|工业园|科技园|物流园|园区|中心|枢纽|综合体|基地)$")
_OWN = re.compile(f"^(?:{PROPER.pattern})|[一-鿿]{{2}}[一二三四五六七八九十\\d]期(?:工程|项目)$")
"""A coined name, a stage of something named."""
_LANDMARK = re.compile("(?![江沿入出])[一-鿿]{2,3}[山湖江河溪岭岛湾](?=[一-鿿]{2})")
