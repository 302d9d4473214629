"""Clauses that give a place an industry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.industry_roles.lexicon import words
from loaders.extract.industry_roles.phrase import industry_of
from loaders.extract.industry_roles.subjects import Subjects, before_verb, park
from loaders.extract.projects.ground import Ground, place_list
from loaders.model import PlaceMentionFact, Span

TRIES = 5
_AIM = re.compile("以(?:发展)?(?P<what>[^，。；]{4,120}?)等?为(?P<role>主攻方向|主导产业|主导|发展方向|方向|重点)")
_BASE = re.compile("(?P<what>(?:全国|国家)?[一-鿿“”]{2,24}?基地)(?P<pilot>试点省份?)?建设$")
_FOOTING = re.compile("(?:夯实|巩固|做强|提升|增强)")
_TRADE = re.compile("(?P<what>[一-鿿]{1,10}业)(?:基础|优势|实力|水平)")
_MOVED = re.compile("(?<=[和与及为])(?P<what>[^，。；和与及]{2,30}业)(?P<role>转移(?:首选|承接)地)")
_MADE = re.compile("成为|为|成(?=全|国|世|中|区|重|西|东)")
"""把吉林建设成为全国…基地: what the place is to be stands behind."""
_BASED = re.compile("(?:生产|加工|产业|制造|种植|养殖)(?:示范)?基地$")
_ASKED_BASE = re.compile("(?:产业|生产|加工|制造|种植|养殖|业)(?:示范)?(?:基地|集群|产业带)$")
_BECOMES = re.compile("业[一-鿿]{0,6}(?:基地|高地|集群)$")
"""…示范区、先进制造业基地: of several that a town is to become, the one that names an industry."""
_LEADING = re.compile("主导产业(?:为|：|是)?(?P<what>[^，。；]{2,80}?)等?$")
_GROWING = frozenset(("发展", "做强", "做优", "做大", "做大做强", "做优做强", "做精", "做特", "壮大", "培育壮大", "发展壮大"))
"""支持A县发展…: what such a clause gives a town is an industry, known or not."""
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
    if (aim := _AIM.match(ground.plain, start, clause.end)) is not None and (own or label):
        if found := industry_of(ground, Span(*aim.span("what"))):
            role = aim["role"] if aim["role"] == "主攻方向" else ""
            yield Role(tuple(own or label), found[0], role, found[2])
        return
    if label and (moved := _MOVED.search(ground.plain, *clause)) and (found := industry_of(ground, Span(*moved.span("what")))):
        yield Role(tuple(label), found[0], moved["role"], found[2])
    if (given := _owned(ground, clause)) is not None:
        yield given
        return
    at, tries = clause.begin, 0
    while tries < TRIES and (match := ground.search(words().verb, words().verbs, at, clause.end)) is not None:
        at = match.end()
        if ground.inside[match.start()]:
            continue
        tries += 1
        who = _who(ground, clause, match.start(), subjects) or _of_park(ground, clause, match.start())
        who = who or _label_for(ground, clause, match, label)
        if not who:
            continue
        made = _MADE.match(ground.plain, match.end(), clause.end)
        begin = made.end() if made else match.end()
        lead = words().causative.match(ground.plain, *clause) is not None
        asked = match["verb"] in _GROWING and (lead or match[0].startswith(("重点", "主要", "着力", "突出")))
        asked = asked or match["verb"] in ("主攻", "主打", "主推")
        asked = asked or (match["verb"] == "打造" and bool(_ASKED_BASE.search(ground.plain, begin, clause.end)) and lead)
        asked = asked or (made is not None and _BASED.search(ground.plain, begin, clause.end) is not None)
        found = next(filter(None, (industry_of(ground, span, asked) for span in _objects(ground, begin, clause.end))), None)
        if found is None:
            continue
        verb = match["verb"] or match["speed"]
        who = _owners(ground, verb, match.end(), found[1], who)
        if who and _fits(verb, found[1], found[0]):
            yield Role(tuple(who), found[0], found[1], found[2])
            return


def _fits(verb: str, role: str, industry: str) -> bool:
    """打造 and 建设 give an industry only with what is to be made of it."""
    return verb not in ("打造", "建设", "建成", "形成", "建立") or bool(role) or industry.endswith(("产业链", "产业", "制造业"))


def _objects(ground: Ground, begin: int, end: int) -> Iterator[Span]:
    """The object; of several places to be (A基地、B示范园) the first; then what follows 和 and a place."""
    stop = min(end, begin + 90)
    pieces = ground.pieces(begin, stop, "、")
    first = next(iter(pieces), Span(begin, stop))
    yield first if first.end < stop and words().role.search(ground.plain[first.begin : first.end]) else Span(begin, stop)
    for piece in pieces[1:]:
        if _BECOMES.search(ground.plain[piece.begin : piece.end]):
            yield piece
    for mark in re.finditer("[和与及]", ground.plain[begin:stop]):
        if ground.starting(begin + mark.end()) is not None:
            yield Span(begin + mark.end(), stop)


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
    return label if not before or before.startswith(("依托", "通过", "并", "同时", "围绕")) else []


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
