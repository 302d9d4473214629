"""Facilities whose last character tells what they are, known or not: 短道速滑馆, 调峰站, 小商品城, 状元小学, 华谊二期."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import NOUNS, lexicon
from loaders.extract.projects.names import Head, strip_generic
from loaders.model import Span

_OTHER = re.compile(
    "(?:[法两察务]院|[现立会主职战考赛操官下开进退入到全片工坐磁夜市]场|[道公铁线思一出套之网水新老电后陆半铺门丝回]路"
    "|[一二三四五主底基前热视防曲天地红蓝黄战航岸海光路直在上下水产全沿出入干连无有管分界]线|[才目业家源据题例准录单识国文本料型策标象息求果牌选智车]库"
    "|[校家公花庄田菜果茶乐桑游老]园|[高院军名本全在分母返驻入进离强]校|[新县都主全入进名省京长围]城|[网小]站|[两分各]馆|厂库)$"
)
_ROUTE = re.compile("[^、，]{2,10}至[^、，]{2,12}(?:航|道|公|铁)$")
"""琅岐岛至长门古炮台水上航线: between two ends even a 航线 is one."""
_STAGE = "[一二三四五六七八九十\\d]+期(?:工程|项目)?"
_ENDING = re.compile(
    f"(?P<noun>小学|中学|高中|旧址|故居|遗址|苗圃|陵园|(?<=段)堤防|[农批交易]\\w{{1,2}}市场|厂房|[{NOUNS}])(?P<suffix>{_STAGE}|（(?!含(?![一-鿿]{{2,8}}[段线]）)|不含|包括|总|约|\\d|规模)[^（）]{{1,12}}）)?$"
)
_PHASE = re.compile(f"{_STAGE}$")
_TITLED = frozenset("城街路线场")
"""打造酒城, 形成主轴线: said of a place, no facility, unless something is done to it that is done to buildings."""
_VAGUE = re.compile("[和与及的、各每]|其他|不足|以上|以下|(?:一|两|多|数|\\d)[个条座所家处]|若干|\\d{2}")


def ending_of(ground: Ground, chunk: Span) -> Head | None:
    """The last character of ``chunk`` as its head, or its stage (二期), if that character names a facility."""
    if not 4 <= chunk.end - chunk.begin <= 40:
        return None
    match = _ENDING.search(ground.plain, max(chunk.begin + 2, chunk.end - 16), chunk.end)
    if (
        match is not None
        and not _ends_place(ground, chunk)
        and (
            _OTHER.search(ground.plain, max(chunk.begin, match.end("noun") - 2), match.end("noun")) is None
            or _ROUTE.search(ground.plain, chunk.begin, match.start("noun")) is not None
        )
    ):
        return Head(match["noun"], match.start("noun"), match.end("noun"), chunk.end)
    staged = ground.plain.endswith(("期", "期工程", "期项目"), chunk.begin, chunk.end)
    stage = _PHASE.search(ground.plain, max(chunk.begin + 2, chunk.end - 8), chunk.end) if staged else None
    return Head("期", stage.start(), stage.end(), chunk.end) if stage else None


def _ends_place(ground: Ground, chunk: Span) -> bool:
    """Whether the last character belongs to the name of a division (徐州至盐城)."""
    return any(
        place.code and place.span.end == chunk.end for place in ground.within(max(chunk.begin, chunk.end - 8), chunk.end)
    )


def is_facility(before: str, head: str, verb: str, placed: bool) -> bool:
    """Whether ``before`` + ``head`` is one facility that ``verb`` makes or changes, not a kind of them (乡镇卫生院)."""
    lex = lexicon()
    concrete = verb in lex.concrete
    if head == "期":
        return concrete or verb in lex.raising or (placed and verb in lex.pushing)
    if placed:
        able = verb in lex.raising or verb in lex.pushing
        built = head == "城" and verb.endswith("建设")
        return concrete or built or (head not in _TITLED and able and verb not in lex.facility_only)
    if not (concrete or (verb in lex.raising and head not in _TITLED)) or _VAGUE.search(before):
        return False
    return 2 <= len(_own(before)) <= 14


@lru_cache(maxsize=4096)
def _own(text: str) -> str:
    """``text`` without words that tell a kind of facility."""
    return strip_generic(lexicon().kinds.sub("", text))
