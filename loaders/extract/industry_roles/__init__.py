"""Industry roles: a place and the industry a text assigns to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from loaders.extract.industry_roles.clauses import Role, leading, roles_in
from loaders.extract.industry_roles.headed import Headed
from loaders.extract.industry_roles.layout import layout_roles
from loaders.extract.industry_roles.lexicon import words
from loaders.extract.industry_roles.named import listed_roles, named_roles, series
from loaders.extract.industry_roles.sited import sited_roles
from loaders.extract.industry_roles.subjects import (
    Subjects,
    acting,
    goes_on,
    home_of,
    label_places,
    park,
    parties_of,
    strengthened,
)
from loaders.extract.industry_roles.tables import table_roles
from loaders.extract.projects.ground import Ground, ground_of, place_list
from loaders.model import CleanText, Identity, IndustryRoleFact, Outline, PlaceMentionFact, Span
from loaders.occurrences import any_in, last_before

_GOES_ON = re.compile("(?:同时|此外|并|还)?[，]?(?:将|要|还将|并将)(?!军)")
"""A sentence whose subject is that of the one before."""
_OPENING = 3
LONGEST = 300
"""A longer clause is not parted."""


def extract_industry_roles(
    text: CleanText, identity: Identity, outline: Outline, places: Sequence[PlaceMentionFact]
) -> tuple[IndustryRoleFact, ...]:
    """The industries ``text`` assigns to places: one fact a place and phrase, in reading order.

    ``places`` are the place mentions of the text, ascending; spans are the industry's characters in ``text.text``.
    """
    ground = ground_of(text.text, tuple(places))
    parties = parties_of(ground)
    home = home_of(ground, identity)
    held = Headed(ground, outline)
    told = list(table_roles(text, ground))
    for paragraph in ground.paragraphs:
        subjects = Subjects(label_places(ground, paragraph) or held.over(paragraph), parties, home)
        doers: list[PlaceMentionFact] = []
        sentences = ground.sentences(*paragraph)
        for sentence, then in zip_longest(sentences, sentences[1:]):
            told.extend(_in_sentence(ground, sentence, subjects, doers, then))
    begun = {role.span.begin for role in told}
    told.extend(role for role in named_roles(ground) if role.span.begin not in begun)
    told.extend(listed_roles(ground))
    return tuple(_facts(told))


def _facts(told: Iterable[Role]) -> Iterator[IndustryRoleFact]:
    """One fact a place and industry, in reading order; what a verb or a table says goes before a name."""
    seen: dict[tuple[str, str], IndustryRoleFact] = {}
    taken: set[tuple[str, int]] = set()
    for role in told:
        for place in role.places:
            if (place.iri, role.span.begin) not in taken:
                seen.setdefault((place.iri, role.industry), IndustryRoleFact(place.iri, role.industry, role.span, role.role))
                taken.add((place.iri, role.span.begin))
    yield from sorted(seen.values(), key=lambda fact: fact.span)


def _in_sentence(
    ground: Ground, sentence: Span, subjects: Subjects, doers: list[PlaceMentionFact], then: Span | None
) -> Iterator[Role]:
    """The roles of one sentence; places strengthened in one clause are the subject of the next.

    ``doers`` are the subject of the sentence before, and are changed to that of this one; ``then`` is the sentence behind it.
    """
    carried: list[PlaceMentionFact] = []
    given = False  # whether those carried have been given something, so that the next to be named are others
    if ground.within(*sentence):
        yield from sited_roles(ground, sentence)
        yield from layout_roles(ground, sentence)
    cues = ground.begins(words().cues)
    before = [] if subjects.label or _GOES_ON.match(ground.plain, *sentence) is None else list(doers)
    if not any_in(cues, *sentence) or not (ground.within(*sentence) or any(subjects) or before):
        carries = then is not None and _GOES_ON.match(ground.plain, *then) is not None
        doers[:] = _first_doers(ground, sentence) if carries else ()
        return
    doers[:] = before
    yield from leading(ground, sentence, subjects)
    yield from series(ground, sentence)
    last = max(last_before(cues, sentence.end), ground.plain.rfind("亿", *sentence))
    for clause in ground.clauses(sentence):
        if any_in(cues, *clause) or ground.plain.find("亿", *clause) >= 0:
            for part in _parts(ground, clause):
                found = list(roles_in(ground, part, subjects, carried or (goes_on(ground, part) and doers) or []))
                given = given or bool(found)
                yield from found
        doers[:] = (acting(ground, clause) if not subjects.label else []) or doers
        if last < clause.end:
            break
        if clause.end < sentence.end:
            alone = not subjects.label and not subjects.parties
            more = strengthened(ground, clause)
            joined = bool(carried) and not given and ground.plain.startswith("以", clause.begin)
            given = given and not more
            carried = [*carried, *more] if joined else more or carried or (park(ground, *clause)[0] if alone else [])


def _first_doers(ground: Ground, sentence: Span) -> list[PlaceMentionFact]:
    """The subject of a sentence that tells no industry, by its first clauses."""
    found = (acting(ground, clause) for clause in ground.clauses(sentence)[:_OPENING])
    return next(filter(None, found), []) if ground.within(*sentence) else []


def _parts(ground: Ground, clause: Span) -> Iterator[Span]:
    """A clause, parted where 、 joins two statements with subjects (襄阳聚焦…、荆州等建设…)."""
    at = clause.begin
    if clause.end - at > LONGEST or ground.plain.find("、", *clause) < 0:
        yield clause
        return
    for mark in ground.pieces(*clause, "、"):
        if mark.begin > at and _states(ground, Span(at, mark.begin)) and _states(ground, mark):
            yield Span(at, mark.begin - 1)
            at = mark.begin
    yield Span(at, clause.end)


def _states(ground: Ground, span: Span) -> bool:
    """Whether a place stands at the beginning with a verb after it."""
    lead = words().causative.match(ground.plain, *span)
    places, stop = place_list(ground, lead.end() if lead else span.begin, span.end)
    return bool(places) and words().verb.match(ground.plain, stop, span.end) is not None
