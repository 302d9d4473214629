"""Organs of the provinces in a question, under any name their registry knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhengtu.ask.entities import Entity, Gazetteer
from zhengtu.ask.mention import Mention
from zhengtu.ask.told import Found
from zhengtu.ask.words import words

_ORGAN = re.compile(r"[厅局委办部署院府会社处]")
_PEOPLE = re.compile(r"(?:[残妇文侨]联|科协)(?![合动网盟系])")  # short names of mass organisations
_LONGEST = 20  # characters of a name
_PROVINCIAL = re.compile(r"/agency/\d{6}-")
_CENTRAL = re.compile(r"国家|中央|中华|.*部")  # such names are no province's


def organs(text: str, known: Gazetteer) -> Iterator[Found]:
    """Organs of the provinces in the store (省发改委, 经信厅) in ``words.plain`` text: where each stands, what it may mean."""
    for short in _PEOPLE.finditer(text):
        if hits := _meant(short.group(), known):
            yield *short.span(), hits
    for end in (m.end() for m in _ORGAN.finditer(text)):
        for begin in range(max(0, end - _LONGEST), end - 2):
            piece = text[begin:end]
            if piece in words().chinese or not piece[0].isalpha():
                continue
            if _is_grammar(piece[0]) and _meant(piece[1:], known):
                continue  # 由|水利厅, but 经信厅
            hits = _meant(piece, known)
            if hits and not (len(known.resolvers()) == 1 and piece in known.exact):
                yield begin, end, hits
                break


def of_one_level(text: str, found: Sequence[Mention], known: Gazetteer) -> list[Mention]:
    """``found`` with the province's organ for a short name that a ministry has too, where one stands by it (发改委和水利厅)."""
    if not any(_PROVINCIAL.search(entity.value) for m in found for entity in m.entities if entity.kind == "agency"):
        return list(found)
    out = []
    for mention in found:
        piece = text[mention.begin : mention.end]
        if {entity.kind for entity in mention.entities} == {"agency"} and not _CENTRAL.match(piece):
            own = tuple(entity for entity in _meant(piece, known) if entity.value in known.spoken)
            mention = mention._replace(entities=own or mention.entities)
        out.append(mention)
    return out


def _meant(piece: str, known: Gazetteer) -> tuple[Entity, ...]:
    hits = {r.iri: r.label for r in (resolver.resolve(piece) for resolver in known.resolvers()) if r.registered}
    return tuple(Entity("agency", iri, label) for iri, label in sorted(hits.items()))


def _is_grammar(character: str) -> bool:
    word = words().chinese.get(character)
    return word is not None and word.is_grammar
