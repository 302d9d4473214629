"""Clauses that give a place an industry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extract.industry_roles.lexicon import words
from loaders.extract.industry_roles.objects import is_made, objects
from loaders.extract.industry_roles.phrase import industry_of
from loaders.extract.industry_roles.subjects import BY_MEANS, Subjects, before_verb, park
from loaders.extract.projects.ground import Ground, place_list
from loaders.model import PlaceMentionFact, Span

TRIES = 5
_AIM = re.compile("以(?:发展)?(?P<what>[^，。；]{4,120}?)等?为(?P<role>主攻方向|主导产业|主导|发展方向|方向|重点)")
_PARK = re.compile("园(?:建设)?$")
_AS_CHIEF = re.compile("[把将](?P<what>[^，。；]{2,40}?)作为[^，。；]{0,40}?(?P<role>(?:主导|支柱|首位|龙头)产业|支柱(?=来))")
"""把特色果业作为主导产业."""
_BASE = re.compile("(?P<what>(?:全国|国家)?[一-鿿“”]{2,24}?基地)(?P<pilot>试点省份?)?建设$")
_FOOTING = re.compile("(?:夯实|巩固|做强|提升|增强)")
_TRADE = re.compile("(?P<what>[一-鿿]{1,10}业)(?:基础|优势|实力|水平)")
_MOVED = re.compile("(?<=[和与及为])(?P<what>[^，。；和与及]{2,30}业)(?P<role>转移(?:首选|承接)地)")
_MADE = re.compile("成为|为|成(?![果效本长熟都套立渝华武安县])")
"""把吉林建设成为全国…基地: what the place is to be stands behind."""
_LEADING = re.compile("主导产业(?:为|：|是)?(?P<what>[^，。；]{2,80}?)等?$")
_GROWING = frozenset(("发展", "做强", "做优", "做大", "做大做强", "做优做强", "做精", "做特", "壮大", "培育壮大", "发展壮大"))
"""支持A县发展…: what such a clause gives a town is an industry, known or not."""
_WORKS_AT = re.compile("做[强优大精特实]|抓好|承接好")
"""做强做大, 做优做精: verbs of the same kind, two of them joined."""
_WITH = re.compile("以(?P<what>[^，。；以]{2,40}?)为(?:重点|主导|主体|主|特色|支撑|核心|引领|龙头)(?:的|$)")
"""打造以A为重点的…."""
_FOR = ("基地", "产区", "集群", "之都", "之都”", "之乡", "之乡”")
_GROUPED = ("产业", "产业集群", "条产业链", "大产业链")
_SOME = re.compile("(?:一批|若干|多个|\\d+个|的|两大|三大)+")
_SEATS = re.compile("为(?:重点|核心|中心|主体|龙头|引领|主)(?:区域|地区|城市|市县)?")
_KNOWN_AS = re.compile(
    "(?:作为|是)[^，。；]{0,30}?(?P<what>(?:全国|中国|我国|国家|国内|世界|全球|全省|亚洲|[中西东]部)(?:[一-鿿]{0,6}的)?[一-鿿、]{2,20}(?:基地|产区|之乡|之都|集群))$"
)
"""A作为…全国重要的煤电生产基地."""
_MAKING = frozenset(("打造", "建设", "建成", "形成", "培育", "壮大", "培育壮大", "发展", "做强"))
_CHIEF = re.compile("(?:[一二三四五六七八九十两]大|个)?(?:主导|支柱|首位|优势|特色|未来|新兴)产业$")
"""…等四大主导产业: what the place lives on."""
_OURS = re.compile("(?:^|[把将使])(?:我|全|本|该)(?:省|市|县|区|州|旗|自治区)$")
_ZONE_ITSELF = re.compile(
    "(?:本|我|全)?(?:高新|经开|开发|园|新|示范)区[将要应]?(?:[紧着密]*(?:围绕|聚焦|立足|依托|瞄准)[^。；]{2,80})?"
)
"""The plan of a zone calls it 开发区."""
_LEVEL = re.compile("国家级|省级|市级|自治区级")
_MEANS = re.compile("[将要可应正]*(?:围绕|依托|通过|立足|发挥|利用|抢抓|按照|凭借|坚持)[^，。；]{2,40}[来去以]?$")
"""A将围绕…来发展…: what is between the subject and its verb."""
_THAT = re.compile("该(省|市|州|县|区|旗)$")
_KINDS = {"省": "Province", "市": "City", "州": "City", "县": "County", "区": "County", "旗": "County"}
_BACK = 200
"""该市 is the city named last, so many characters before at most."""
_RANKED = re.compile(
    "(?:成为?)?(?:[^，。；的]{0,20}的)?(?:[^，。；的、]{2,8}、)?(?:世界|国际|全球|全国|国家|国内|我国|区域|[中西东]部|[一-鿿]{2,4}(?:地区|流域|区域))"
)
"""What a plan is to make of its own place is told by its rank: 打造全国重要的…基地."""
_PARTY = re.compile("[甲乙丙丁戊己]方")


@dataclass(frozen=True, slots=True)
class Role:
    """An industry given to places."""

    places: tuple[PlaceMentionFact, ...]
    industry: str
    role: str
    span: Span


def leading(ground: Ground, sentence: Span, subjects: Subjects) -> Iterator[Role]:
    """主导产业：A、B等: what the zone of the paragraph's label lives on."""
    match = _LEADING.fullmatch(ground.plain, *sentence) if subjects.label else None
    if match and (found := industry_of(ground, Span(*match.span("what")))):
        yield Role(tuple(subjects.label), found[0], "主导产业", found[2])


def roles_in(ground: Ground, clause: Span, subjects: Subjects, carried: list[PlaceMentionFact]) -> Iterator[Role]:
    """The roles in one clause; ``carried`` are the places of an earlier clause of the sentence."""
    label = carried or list(subjects.label)
    own, start = place_list(ground, *clause)
    known = _KNOWN_AS.match(ground.plain, start, clause.end) if own else None
    if known is not None and (found := industry_of(ground, Span(*known.span("what")), True)):
        yield Role(tuple(own), *found)
        return
    if (aim := _AIM.match(ground.plain, start, clause.end)) is not None and (own or label):
        if found := industry_of(ground, Span(*aim.span("what"))):
            role = aim["role"] if aim["role"] == "主攻方向" else ""
            yield Role(tuple(own or label), found[0], role, found[2])
        return
    if label and (moved := _MOVED.search(ground.plain, *clause)) and (found := industry_of(ground, Span(*moved.span("what")))):
        yield Role(tuple(label), found[0], moved["role"], found[2])
    if (kept := _AS_CHIEF.search(ground.plain, *clause)) and (found := industry_of(ground, Span(*kept.span("what")), True)):
        yield Role(tuple(own or label or subjects.home), found[0], kept["role"], found[2])
        return
    if (given := _owned(ground, clause)) is not None:
        yield given
        return
    at, tries = clause.begin, 0
    while tries < TRIES and (match := ground.search(words().verb, words().verbs, at, clause.end)) is not None:
        at = match.end()
        if ground.inside[match.start()]:
            continue
        tries += 1
        told = list(_given(ground, clause, match, subjects, label))
        yield from told
        if told:
            return


def _given(
    ground: Ground, clause: Span, verb: re.Match[str], subjects: Subjects, label: list[PlaceMentionFact]
) -> Iterator[Role]:
    """What the clause gives by its ``verb``: each thing that the subject is to make."""
    made = _MADE.match(ground.plain, verb.end(), clause.end)
    begin = made.end() if made else _past_verb(ground, verb.end(), clause.end)
    does = verb["verb"] or verb["speed"]
    who = _who(ground, clause, verb.start(), subjects) or _of_park(ground, clause, verb.start())
    who = who or _label_for(ground, clause, verb, label)
    if not who and does in _MAKING and (seated := _seated(ground, begin, clause.end)) is not None:
        yield seated
        return
    own = () if who else _at_home(ground, clause, verb.start(), subjects)
    if not who and not own:
        return
    chief = _WITH.match(ground.plain, begin, clause.end) if who else None
    if chief is not None and (found := industry_of(ground, Span(*chief.span("what")))):
        yield Role(tuple(who), *found)
        return
    asked = _asked(ground, clause, verb) or (made is not None and ground.plain.endswith(_FOR, begin, clause.end))
    things = list(objects(ground, begin, clause.end))
    if verb[0].startswith("分别") and len(who) == len(things) > 1:
        yield from _each(ground, who, things)
        return
    for span in things:
        if (
            does in ("推进", "推动", "加快")
            and ground.plain.endswith("建设", begin, clause.end)
            and _PARK.search(ground.plain, *span)
        ):
            continue
        found = industry_of(ground, span, asked or is_made(ground, span))
        if found is None or not (_fits(does, found[1], found[0]) or ground.plain.endswith(_GROUPED, *span)):
            continue
        ranked = found[1] and _RANKED.match(ground.plain, begin, clause.end)
        known = ranked or (own[:1] and own[0].kind == "Zone") or _CHIEF.search(ground.plain, begin, clause.end)
        if own and not ((does in _MAKING or _WORKS_AT.match(does or "")) and known):
            continue
        inner, _ = place_list(ground, span.begin, span.end)
        if inner and all(_inside(place, who or own) for place in inner):
            yield Role(tuple(inner), found[0], found[1], found[2])
            continue
        owners = _owners(ground, does, verb.end(), found[1], who or list(own))
        if owners:
            yield Role(tuple(owners), found[0], found[1], found[2])


def _asked(ground: Ground, clause: Span, verb: re.Match[str]) -> bool:
    """Whether the verb makes of whatever it governs an industry: 支持A发展…, 重点培育…, 主攻…."""
    does = verb["verb"] or verb["speed"] or ""
    helped = words().causative.match(ground.plain, *clause) is not None
    grows = does in _GROWING or _WORKS_AT.match(does) is not None
    chiefly = helped or verb[0].startswith(("重点", "主要", "着力", "突出"))
    return (grows and chiefly) or does in ("主攻", "主打", "主推")


def _past_verb(ground: Ground, at: int, end: int) -> int:
    """After a second verb joined to the one that ends at ``at`` (布局和发展…)."""
    if not ground.plain.startswith(("和", "与", "、"), at):
        return at
    more = words().verb.match(ground.plain, at + 1, end)
    return more.end() if more else at


def _seated(ground: Ground, begin: int, end: int) -> Role | None:
    """建设A、B等一批X产业基地: the places that the name of what is made begins with; one base in one place is a work."""
    places, stop = place_list(ground, begin, end)
    if not places or not all(place.code or place.kind == "Zone" for place in places):
        return None
    some = _SOME.match(ground.plain, stop, end)
    found = industry_of(ground, Span(some.end() if some else stop, end))
    given = found is not None and (len(places) > 1 or found[1].endswith(("集群", "高地", "产业带")))
    return Role(tuple(places), *found) if found is not None and found[1] and given else None


def _each(ground: Ground, who: Sequence[PlaceMentionFact], things: Sequence[Span]) -> Iterator[Role]:
    """A、B分别建设C基地、D基地: to each his own."""
    for place, thing in zip(who, things, strict=True):
        if (found := industry_of(ground, thing, is_made(ground, thing))) is not None:
            yield Role((place,), *found)


def _inside(place: PlaceMentionFact, wholes: Sequence[PlaceMentionFact]) -> bool:
    """Whether ``place`` lies in one of ``wholes`` (GB/T 2260: its code begins with theirs)."""
    heads = [whole.code.rstrip("0") for whole in wholes if whole.code]
    return bool(place.code) and any(place.code.startswith(head) and place.code.rstrip("0") != head for head in heads)


def _at_home(ground: Ground, clause: Span, verb: int, subjects: Subjects) -> tuple[PlaceMentionFact, ...]:
    """The place whose plan it is, where the clause has no subject or says 我市."""
    before = ground.plain[clause.begin : verb]
    if (that := _THAT.search(before)) is not None:
        named = ground.within(max(0, clause.begin - _BACK), clause.begin)
        return tuple(place for place in named if place.code and place.kind == _KINDS[that[1]])[-1:]
    zone = bool(subjects.home) and subjects.home[0].kind == "Zone" and _ZONE_ITSELF.fullmatch(before) is not None
    plainly = zone or not before or before.endswith(("高水平", "高标准", "高质量")) or bool(_OURS.search(before))
    return subjects.home if plainly else ()


def _fits(verb: str, role: str, industry: str) -> bool:
    """打造 and 建设 give an industry only with what is to be made of it."""
    return verb not in ("打造", "建设", "建成", "形成", "建立") or bool(role) or industry.endswith(("产业", "制造业", "产业链"))


def _owners(ground: Ground, verb: str, at: int, role: str, who: list[PlaceMentionFact]) -> list[PlaceMentionFact]:
    """Whose industry it is: 对接 speaks of the other place's, 承接…产业集群 of both."""
    owner = ground.starting(at)
    if verb == "对接":
        return [owner] if owner is not None else []
    return [owner, *who] if verb == "承接" and owner is not None and "集群" in role else who


def _who(ground: Ground, clause: Span, end: int, subjects: Subjects) -> list[PlaceMentionFact]:
    """The grammatical subject: places, or a party of the agreement."""
    if places := before_verb(ground, clause.begin, end):
        return places
    if ground.plain.startswith("以", clause.begin):
        places, stop = place_list(ground, clause.begin + 1, end)
        if places and _SEATS.match(ground.plain, stop, clause.end):
            return places
    grade = _LEVEL.match(ground.plain, *clause)
    places, stop = place_list(ground, grade.end() if grade else clause.begin, end)
    if places and _MEANS.match(ground.plain, stop, end):
        return places
    lead = words().causative.match(ground.plain, *clause)
    party = _PARTY.match(ground.plain, lead.end() if lead else clause.begin, clause.end)
    if party and party[0] in subjects.parties:
        rest = words().adverbs.match(ground.plain, party.end(), end)
        if rest is not None and rest.end() == end:
            return [subjects.parties[party[0]]]
    return []


def _of_park(ground: Ground, clause: Span, verb: int) -> list[PlaceMentionFact]:
    """The place of the park that is the subject right before ``verb`` (A县新材料产业园重点发展…)."""
    seat, stop = park(ground, *clause)
    rest = words().adverbs.match(ground.plain, stop, verb) if seat else None
    return seat if rest is not None and rest.end() == verb else []


def _label_for(ground: Ground, clause: Span, verb: re.Match[str], label: list[PlaceMentionFact]) -> list[PlaceMentionFact]:
    """The label's place, where the clause has no subject of its own before the verb."""
    if not label:
        return []
    before = ground.plain[clause.begin : verb.start()]
    return label if not before or before.startswith((*BY_MEANS, "并", "同时")) else []


def _owned(ground: Ground, clause: Span) -> Role | None:
    """夯实A、B制造业基础; 推进A、B等X基地建设."""
    for lead in (_FOOTING.match(ground.plain, *clause), words().causative.match(ground.plain, *clause)):
        if lead is None:
            continue
        places, stop = place_list(ground, lead.end(), clause.end)
        if not places:
            first = ground.within(lead.end(), clause.end)
            places, stop = place_list(ground, first[0].span.begin, clause.end) if len(first) == 1 else ([], stop)
        trade = _TRADE.match(ground.plain, stop, clause.end) if places else None
        base = _BASE.match(ground.plain, stop, clause.end) if places else None
        match = trade or base
        if match is not None and (found := industry_of(ground, Span(*match.span("what")))):
            pilot = (base["pilot"] or "") if base and not trade else ""
            return Role(tuple(places), found[0], found[1] + pilot, found[2])
    return None
