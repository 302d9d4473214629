"""What a question names that its answer holds to anyway: Hubei in 中央部委的任务到了湖北由哪个厅承接."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from zhengtu.ask.entities import DIVISIONS, Entity, Gazetteer
from zhengtu.ask.mention import Mention
from zhengtu.ask.reading import Reading
from zhengtu.ask.score import Filled
from zhengtu.ask.wordings import Asked
from zhengtu.ask.words import plain

_FIELDS = ("category", "topic", "industry")
_CLAIMED = ("project", "indicator", "topic", "category")
_WHETHER = re.compile(r"(?P<verb>[算属在含是包])(?:[于括在])?不(?P=verb)")  # 算不算, 属不属于, 包括不包括
_ALIKE = 70  # likeness, 0…100, of a name to a piece of a claim


def is_implied(mention: Mention, filled: Filled, reading: Reading, asked: Asked, known: Gazetteer) -> bool:
    """Whether leaving out the place or document named changes nothing: the answer can speak of no other."""
    if mention.entities and all(entity.value in known.common for entity in mention.entities):
        return True
    if _is_only_pair(mention, asked, known) or _is_checked_against(mention, filled, asked, known):
        return True
    if {"agreement", "topic"} <= set(asked.query.columns) and any(_has_signed_all(e, known) for e in mention.entities):
        return True
    if any(entity.kind == "task_number" for entity in mention.entities) and _is_of_task(filled, known):
        return True
    if _is_held(mention, filled, known) or _is_claimed(mention, filled, reading, asked, known):
        return True
    if "member" in asked.query.columns and any(entity.kind in DIVISIONS for entity in mention.entities):
        return bool(filled) or bool(_WHETHER.search(reading.content))  # the list of members shows whether it is one
    return any(_is_implied(entity, filled, reading, asked, known) for entity in mention.entities if entity.kind in DIVISIONS)


def _is_of_task(filled: Filled, known: Gazetteer) -> bool:
    """Whether something is named that is the title of a task: its number says the same (5.1.3航道)."""
    titles = {title for title, _ in known.texts}
    return any(entity.label in titles for things in filled.values() for entity in things)


def _is_held(mention: Mention, filled: Filled, known: Gazetteer) -> bool:
    """Whether it is a field that the text of the task speaks of (防洪 and 应急 of one task): it tells the same task again."""
    titles = {entity.value for things in filled.values() for entity in things if entity.kind == "task"}
    names = [entity.label for entity in mention.entities if entity.kind in _FIELDS]
    return bool(titles and names) and any(name in said for title, said in known.texts if title in titles for name in names)


def _is_claimed(mention: Mention, filled: Filled, reading: Reading, asked: Asked, known: Gazetteer) -> bool:
    """Whether claims are asked about and one of them says the name, or one like it (三峡文化博物馆, 三峡工程博物馆)."""
    claiming = any(entity.value in known.claiming for things in filled.values() for entity in things)
    if "claim" not in asked.query.columns or not (claiming or any("claim" in word for word in reading.concepts)):
        return False
    names = [plain(entity.label) for entity in mention.entities if entity.kind in _CLAIMED]
    return any(fuzz.partial_ratio(name, claim) >= _ALIKE for name in names for claim in known.claimed)


def _has_signed_all(place: Entity, known: Gazetteer) -> bool:
    """Whether it is a party to each agreement there is: what these promise, it promises."""
    return bool(known.parties) and known.signed.get(place.value, set()) >= set(known.parties)


def _is_only_pair(mention: Mention, asked: Asked, known: Gazetteer) -> bool:
    """Whether the query tells how tasks were divided, and the document is one of the only two of which that is known."""
    stems = {entity.value for entity in mention.entities}
    divides = any({f"upper_{side}", f"lower_{side}"} <= set(asked.query.columns) for side in ("document", "agency"))
    return divides and len(known.pairs) == 1 and bool(stems) and stems <= set(known.pairs[0])


def _is_checked_against(mention: Mention, filled: Filled, asked: Asked, known: Gazetteer) -> bool:
    """Whether the query tells what one document claims, and the other named is a plan: what the claims are checked against."""
    plans = {stem for pair in known.pairs for stem in pair} | known.claiming
    stems = {entity.value for entity in mention.entities if entity.kind in ("document", "work")}
    given = {entity.value for things in filled.values() for entity in things if entity.kind == "document"}
    return "claim" in asked.query.columns and bool(given) and stems <= plans and len(stems) == len(mention.entities) > 0


def _is_implied(place: Entity, filled: Filled, reading: Reading, asked: Asked, known: Gazetteer) -> bool:
    own = {document.value for document in known.issued.get(place.value, ())}
    given = {entity.value for things in filled.values() for entity in things}
    if own & given:  # Hubei … its division plan
        return True
    lower = {stem for _, stem in known.pairs}
    if lower and lower <= own and any(column.startswith("lower_") for column in asked.query.columns):
        return True
    asks_counterpart = any("counterpart" in word for word in reading.concepts)
    provinces = {name for agency in given for name, _ in known.counterparts.get(agency, ())}
    return asks_counterpart and provinces == {place.label}
