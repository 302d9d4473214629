"""Industries told before their places: X、Y重点布局在A、B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.industry_roles.clauses import Role
from loaders.extract.industry_roles.phrase import industry_of
from loaders.extract.projects.ground import Ground, place_list
from loaders.model import Span

_SITED = re.compile(
    "(?:重点|主要|优先|集中|将|拟|正)*(?:(?:布局|布置|摆布|分布|集聚|聚集|集中(?!力量|精力|资源|优势)|落户|坐落|选址|规划)(?:建设|发展)?[在于到](?:以)?|(?:重点|主要|集中|优先)布局(?:(?:高新|经开|开发|新)区、)?|落在|落户|选址|设在|建在)(?=[一-鿿])"
)
_SIGNS = ("布局", "布置", "摆布", "分布", "集聚", "聚集", "集中", "落户", "落在", "选址", "坐落", "设在", "建在")
_COUNT = re.compile("[一二两三四五六七八九十\\d]+[座个家处大]")


_PILLAR = re.compile("(?P<what>[一-鿿、]{2,30}?产业)(?:作为|是|为)(?=[一-鿿])")
_OF = re.compile("的?(?P<role>(?:主导|支柱|首位|优势|特色)产业)$")
"""X产业作为A市主导产业."""


def pillar_roles(ground: Ground, clause: Span) -> Iterator[Role]:
    """An industry that is told to be a place's pillar."""
    told = _PILLAR.match(ground.plain, *clause) if ground.plain.endswith("产业", *clause) else None
    places, stop = place_list(ground, told.end(), clause.end) if told else ([], clause.begin)
    of = _OF.fullmatch(ground.plain, stop, clause.end) if told and places else None
    if told is not None and of is not None and (found := industry_of(ground, Span(*told.span("what")))):
        yield Role(tuple(places), found[0], of["role"], found[2])


def sited_roles(ground: Ground, sentence: Span) -> Iterator[Role]:
    """What is placed somewhere, as the subject of a clause, and the places right behind the verb."""
    if ground.plain.find("产业", *sentence) >= 0:
        for clause in ground.clauses(sentence):
            yield from pillar_roles(ground, clause)
    if not any(ground.plain.find(sign, *sentence) >= 0 for sign in _SIGNS):
        return
    for clause in ground.clauses(sentence):
        match = _SITED.search(ground.plain, *clause)
        if match is None or match.start() == clause.begin:
            continue
        places, _ = place_list(ground, match.end(), clause.end)
        count = _COUNT.match(ground.plain, clause.begin, match.start())
        if places and (found := industry_of(ground, Span(count.end() if count else clause.begin, match.start()))):
            yield Role(tuple(places), *found)
