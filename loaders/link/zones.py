"""Zones that the registry lacks, told by how such names are made: a place, what the zone is for, a head (黄石临空经济区).

State and provinces approve new zones every year, so no list is ever whole; but the names follow one pattern, that of the
approvals themselves (国务院关于同意设立…的批复): place + grade + purpose + 区.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote

from loaders.link.names import Name, Names
from loaders.registry import Place, Registry
from loaders.registry.iris import place_iri

Hit = tuple[int, int, Name]
_WORDS = Path(__file__).with_name("zones.toml")
_CHAIN = 3
"""At most this many places stand in a row before a zone's own words (湖北自贸试验区 + 武汉 + 片区)."""
_BRACKET = re.compile(r"[（(][一-鿿]{2,6}[)）]")
_MACRO = ("地区", "经济带", "高原", "平原")
"""Regions too wide to name one zone after: 中部地区先行区 is any of them."""


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    with _WORDS.open("rb") as file:
        return tomllib.load(file)


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(set(words), key=lambda word: (-len(word), word))) + ")"


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    """What follows the place: grade, purpose and head, or a head of its own; not 示范区域, 新区位."""
    words = _words()
    grades, purposes = _any(words["grades"]), _any(words["purposes"])
    return re.compile(
        f"(?:{grades}){{0,2}}(?P<what>(?!发展|建设|集聚|聚集){purposes}{{1,5}}{_any((*words['heads'], *words['own_heads']))}"
        f"|{_any(words['own_heads'])})(?![域别位间块划级号])"
    )


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """The pairs of characters that what `_tail` looks for begins with."""
    words = _words()
    return frozenset(word[:2] for kind in ("grades", "purposes", "own_heads") for word in words[kind])


@lru_cache(maxsize=1)
def head_ends() -> frozenset[str]:
    """The characters that a zone's own words end in."""
    words = _words()
    return frozenset(word[-1] for kind in ("heads", "own_heads") for word in words[kind])


def zone_tail(text: str, at: int) -> tuple[str, int] | None:
    """The zone's own words that stand at ``at``, without grade and written out in full, and where they end."""
    match = _tail().match(text, at) if text[at : at + 2] in _openings() else None
    return (_full(match["what"]), match.end()) if match else None


@lru_cache(maxsize=1024)
def _full(what: str) -> str:
    """高新区 → 高新技术产业开发区."""
    short, full = next(((short, full) for short, full in _full_heads() if what.endswith(short)), ("", ""))
    return what[: len(what) - len(short)] + full


@lru_cache(maxsize=1)
def _full_heads() -> list[tuple[str, str]]:
    """Short and full forms of heads, the longest first."""
    return sorted(_words()["full"].items(), key=lambda forms: -len(forms[0]))


_DEED = (
    "建设|建成|打造|创建|设立|推进|推动|支持|加快|规划|深化|发展|依托|围绕|提升|增强|发挥|做强|做大|培育|对接|承接|融入|参与|组织|协调|申报|争创|联合|共建|部署|布局|完善|优化|整合|扩大|加强|强化|巩固|改善|实施|引导|鼓励|助力|赋能|服务|拥有|形成"
    "|成为|入驻|进入|落户|位于|紧邻|毗邻|连接|聚焦|突出|壮大|启动|开展|获批|成立|新增|新设|批准|同意|确定|列入|纳入|包括|包含|涉及|覆盖|辐射|带动|促进|落实|出台|制定|争取|力争|积极|大力|着力|全力|有序|持续|不断|尽快|共同|携手|协同|统筹|率先"
    "|全面|深入|所有|各类|各个|全部|现有|部分|重点|重要|重大|主要|周边|相关|有关|以及|国家|省级|市级|省内|市内|辖区|城区|主城|中心|范围|区域|多个|个|其他|首个|首批|新型|现代|传统|特色|优势|产业|经济|工业|农业|科技|创新|生态|智慧|数字|国际|城市|乡村"
)
_PROPER = re.compile(
    f"(?P<own>(?:(?!{_DEED})[^\\W\\d_a-zA-Z的和与及在为将等是了把被从到至以于向各全省市县区域新老])"
    f"{{2,3}}?)(?=(?:国家级?)?(?:新区|高新|经开|经济技术开发区|经济开发区|综合保税|综保))"
)
"""A name of its own between the city and the zone's words: 宜宾三江新区, 东莞松山湖高新区."""


def zone_of(leads: Sequence[Place], printed: str, what: str, names: Names) -> Place | None:
    """The zone ``what`` of the places ``leads`` (outer first): the registry's, else one made from its name.

    ``printed`` is the name as it stands.  ``None`` where the name tells only a kind of zone (湖北开发区).
    """
    inner = leads[-1]
    short = [place.short if place.code else place.name for place in leads]
    grades = ("", *_words()["grades"])
    known = (f"{''.join(short[i:])}{grade}{what}" for i, grade in product(range(len(short)), grades))
    for text in (printed, *known):
        name = names.by_text.get(text)
        if name is not None and len(name.places) == 1 and not name.places[0].code:
            return name.places[0]
    if not _is_one(inner, what):
        return None
    kind = next((kind for head, kind in _words()["classes"].items() if what.endswith(head)), "Zone")
    kind = "Region" if inner.kind == "Region" and what.endswith("经济区") else kind
    own = [place for place in leads if not place.code] + ([inner] if inner.code else [])
    slug = "-".join(dict.fromkeys([*(place.slug for place in own), quote(what, safe="")]))
    label = "".join(place.short if place.code else place.name for place in own) + what
    return Place(place_iri(slug), kind, label, within=inner.iri)


def _is_one(inner: Place, what: str) -> bool:
    """Whether a place has one such zone: a province has many 开发区, a wide region many 示范区."""
    if inner.level == "province" and inner.tier != "municipality":
        return what not in _words()["kinds"] and what not in _words()["full"].values()
    if not inner.code:
        if inner.kind in ("WaterBody", "Mountain"):
            return True
        return inner.kind != "Zone" and not inner.name.endswith(_MACRO) and what not in _words()["kinds"]
    return True


def zone_hits(text: str, hits: Sequence[Hit], names: Names, registry: Registry) -> list[Hit]:
    """Names of zones that begin with one or more of ``hits`` (by place, as found in ``text``), as hits of their own."""
    leads = {(begin, end): hit for begin, end, name in hits if (hit := _lead(name)) is not None}
    ending: dict[int, list[tuple[int, Place]]] = {}
    for (begin, end), place in leads.items():
        ending.setdefault(end, []).append((begin, place))
    out: list[Hit] = []
    for (begin, end), place in leads.items():
        bracket = _BRACKET.match(text, end) if place.kind == "Zone" else None
        proper = _PROPER.match(text, end) if place.kind == "City" or place.tier == "municipality" else None
        at = bracket.end() if bracket else proper.end() if proper else end
        tail = zone_tail(text, at)
        if tail is None or _is_district(text[end : tail[1]], place, names, registry):
            continue
        if proper is not None:
            tail = (proper["own"] + tail[0], tail[1])
        first, chain = _chain(begin, place, ending, registry) if bracket is None else (begin, [place])
        printed = text[first:end] + text[bracket.end() if bracket else end : tail[1]]
        zone = zone_of(chain, printed, tail[0], names)
        if zone is not None:
            out.append((first, tail[1], Name(text[first : tail[1]], (zone,), True)))
    return out


def _is_district(text: str, upper: Place, names: Names, registry: Registry) -> bool:
    """Whether it is a division of ``upper`` that is called so: 天津市滨海新区."""
    name = names.by_text.get(text)
    return name is not None and any(_holds(upper, place, registry) for place in name.places)


def _lead(name: Name) -> Place | None:
    """The place of a name that a zone may be named after; of the words that are places only in context, cities alone."""
    if not name.places or (name.guarded and name.places[0].kind != "City"):
        return None
    return name.places[0]


def _chain(begin: int, place: Place, ending: dict[int, list[tuple[int, Place]]], registry: Registry) -> tuple[int, list[Place]]:
    """The places in a row that end with ``place``, outer first, and where they begin."""
    chain = [place]
    while len(chain) < _CHAIN:
        upper = [(b, p) for b, p in ending.get(begin, ()) if p.kind == "Zone" or _holds(p, chain[0], registry)]
        if not upper:
            break
        begin, outer = min(upper, key=lambda found: found[0])
        chain.insert(0, outer)
    return begin, chain


def _holds(upper: Place, place: Place, registry: Registry) -> bool:
    return bool(upper.code and place.code) and upper.code != place.code and registry.holds(upper.code, place)


def same_zones(found: list[tuple[int, int, Place]], registry: Registry) -> list[tuple[int, int, Place]]:
    """``found``, a later bare name of a zone that the text names in full (绍兴滨海新区, then 滨海新区) read as that zone.

    The division that bears the bare name stays itself where the text speaks of what it lies in.
    """
    codes = {place.code[:2] for _, _, place in found if place.code and place.level != "county"}
    full: dict[str, Place] = {}
    out: list[tuple[int, int, Place]] = []
    for begin, end, place in found:
        if place.iri not in registry.places and (lead := registry.places.get(place.within)) is not None:
            full.setdefault(place.name.removeprefix(lead.short or lead.name), place)
        elif place.code and place.level == "county" and place.code[:2] not in codes:
            place = full.get(place.name, place)
        out.append((begin, end, place))
    return out
