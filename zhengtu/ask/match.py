"""Which query of the library a question means, with which values, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from zhengtu.ask.aside import asides, lacking, without_figures
from zhengtu.ask.candidate import Match
from zhengtu.ask.combined import of_ends, of_figures, of_passages
from zhengtu.ask.decide import decide
from zhengtu.ask.entities import PLACES, Entity, Gazetteer
from zhengtu.ask.implied import is_implied
from zhengtu.ask.issued import COUNTRY
from zhengtu.ask.lists import is_column, listed, shown, side_by_side
from zhengtu.ask.mention import Mention
from zhengtu.ask.mentions import mentions, printed
from zhengtu.ask.preamble import without_preamble
from zhengtu.ask.reading import Reading, read
from zhengtu.ask.respell import respelt, simple
from zhengtu.ask.score import Filled, Looks, fits
from zhengtu.ask.topics import as_words, marked, with_topic
from zhengtu.ask.tried import by_clause, of_attached, of_framed, of_quoted, of_terms
from zhengtu.ask.wordings import LISTS, Asked, Book
from zhengtu.ask.words import plain, words

_PAIRS = (("upper", "lower"), ("upper_document", "lower_document"))  # slots for a document and the one that divides its tasks
_OF_AGREEMENTS = {"agreement", "date"}  # columns of what is told of agreements and of the meetings where they were signed
_OTHER_SIDE = 0.8  # credit for a query that does not tell what the document said to be without something lacks
_LONGER = 0.02  # what a character more of a topic is worth


@dataclass(frozen=True, slots=True)
class Understood:
    """A question read: what it names, and the queries it may mean, best first; ``best`` is ``None`` when unsure.

    Queries in which all that is named has its place go first.  What is put ``aside`` needs none.
    ``text`` is the question as it was read, in which the names stand; ``empty`` says that the best query has no answer
    and is not so sure that this could be what is to be told.
    """

    question: str
    reading: Reading
    named: tuple[Mention, ...]
    matches: tuple[Match, ...] = field(default=())
    aside: tuple[Mention, ...] = ()
    text: str = ""
    empty: bool = False

    @property
    def best(self) -> Match | None:
        """The one query that is meant, if that is sure enough (``zhengtu.ask.decide``)."""
        return None if self.empty else decide(self.matches)


def understand(question: str, known: Gazetteer, book: Book) -> Understood:
    """Read a question and rank the queries it may mean."""
    asked_text = respelt(without_preamble(simple(question)), words().chinese, known.exact)
    named = mentions(asked_text, known)
    text = plain(asked_text)
    if (bare := without_figures(text, named)) != text:
        asked_text = text = bare
        named = mentions(text, known)
    aside = asides(text, named)
    reading = read(marked(text, named))
    named = of_passages(named, reading)
    found: dict[str, Match] = {}
    readings = [(reading, tuple(named)), *as_words(text, named), *with_topic(asked_text, reading, named, known)]
    readings += [*of_ends(text, named, known), *of_figures(text, named, known)]
    if (strict := printed(text, named, known)) != named:
        readings.append((read(marked(text, strict)), tuple(strict)))
    readings = of_framed(text, named, of_terms(text, named, of_quoted(text, named, readings), known))
    readings = list(of_attached(text, readings))
    without = lacking(text, named)
    for one, things, words_of in by_clause(text, readings):
        looks = book.index.like(words_of, one.concepts)
        for asked in book.asked:
            match = _match(one, tuple(m for m in things if m not in aside), asked, known, book, looks)
            match = match and _turned(match, without)
            if match and (match.name not in found or _rank(match) > _rank(found[match.name])):
                found[match.name] = match
    matches = sorted(_at_home(list(found.values())), key=lambda match: (bool(match.left_out), -match.score, match.name))
    return Understood(question, reading, tuple(named), tuple(matches), aside, text)


def _at_home(matches: Sequence[Match]) -> Iterator[Match]:
    """Without those that take a place for its government where another query has the same columns for places."""
    for match in matches:
        guests = [s for s, things in match.filled.items() if _is_guest(s, things, match.asked)]
        same = (m for m in matches if m.asked.query.columns == match.asked.query.columns and m is not match)
        if not guests or not any(m.filled and not any(_is_guest(*f, m.asked) for f in m.filled.items()) for m in same):
            yield match


def _is_guest(slot: str, things: Sequence[Entity], asked: Asked) -> bool:
    return asked.slots[slot][:1] == ("agency",) and all(thing.kind in PLACES for thing in things)


def _turned(match: Match, without: frozenset[str]) -> Match | None:
    """The match, worth less where the question says the other of two documents to be without something.

    What the lower one leaves out (undecomposed-tasks) is not what it adds (task-changes).
    """
    upper, lower = ({entity.value for entity in match.filled.get(side, ())} for side in ("upper", "lower"))
    if not without or not upper or not lower:
        return match
    if upper & without and match.asked.denies:
        return None
    if lower & without and not match.asked.denies:
        return replace(match, fit=match.fit._replace(score=match.fit.score * _OTHER_SIDE))
    return match


def _rank(match: Match) -> float:
    """The score; of two topics the longer (乡村振兴 before 乡村)."""
    return match.score + _LONGER * sum(mention.end - mention.begin for mention in match.named if mention.is_topic)


def _match(
    reading: Reading, named: Sequence[Mention], asked: Asked, known: Gazetteer, book: Book, looks: Looks
) -> Match | None:
    """The best way to ask one query, or ``None`` where a value it needs is not given, or a topic has no place in it."""
    topics = [mention for mention in named if mention.is_topic]
    if topics and not any(kind in ("topic", "industry") for kinds in asked.slots.values() for kind in kinds):
        return None
    fillings: dict[tuple[str, ...], tuple[Filled, list[Mention]]] = {}
    for slots in asked.senses:
        filled = _fill(reading, named, slots, asked, known)
        if filled is not None and _has(topics, filled):
            fillings[slots] = filled, [m for m in named if not _is_implied(m, filled, reading, asked, known)]
    options = list(fits(reading, fillings, asked, book, looks))
    if not options:
        return None
    fit, filled = max(options, key=lambda option: option[0].score)
    used = _used(filled) - _without_tasks(filled, asked, known)
    used |= listed(named, used) | shown(named, asked)
    left_out = (
        m._replace(entities=()) if _is_foreign(m, filled, known) else m
        for m in fillings[fit.wording.slots][1]
        if not used & set(m.entities)
    )
    has_figures = any(entity.kind == "project" for entity in filled.get("scope", ()))  # these are told, though money seldom is
    beyond = 0.0 if has_figures else max(looks.get("", {}).values(), default=0.0)
    return Match(asked, filled, fit, reading, tuple(named), tuple(left_out), beyond)


def _is_foreign(mention: Mention, filled: Filled, known: Gazetteer) -> bool:
    """Whether it is a province and the document meant another's: what 湖南 divides is in no 分工方案 of Hubei."""
    issuers = {
        place
        for things in filled.values()
        for entity in things
        if entity.kind in ("document", "issuer")
        for place, own in known.issued.items()
        if entity.value in {document.value for document in own}
    }
    provinces = {e.value for e in mention.entities if e.kind == "province"}
    return bool(provinces and issuers) and all(not _is_country(place) and place not in provinces for place in issuers)


def _is_country(place: str) -> bool:
    return place.endswith(COUNTRY)


def _without_tasks(filled: Filled, asked: Asked, known: Gazetteer) -> set[Entity]:
    """Places that stand for their governments, where no text has a task for these: as good as not known."""
    things = (e for slot, of in filled.items() if asked.slots[slot][:1] == ("agency",) for e in of)
    return {e for e in things if e.kind in ("province", "place") and e.value.rpartition("/")[2] not in known.governed}


def _is_implied(mention: Mention, filled: Filled, reading: Reading, asked: Asked, known: Gazetteer) -> bool:
    return not _used(filled) & set(mention.entities) and is_implied(mention, filled, reading, asked, known)


def _has(topics: Sequence[Mention], filled: Filled) -> bool:
    """Whether each topic, if the question was read as having one, has its place."""
    return all(_used(filled) & set(topic.entities) for topic in topics)


def _used(filled: Filled) -> set[Entity]:
    """What is named and has its place, by itself or through a document it issued."""
    things = [entity for entities in filled.values() for entity in entities]
    return {entity.issuer or entity for entity in things} | {Entity("document", e.value, e.label) for e in things if e.issuer}


def _fill(reading: Reading, named: Sequence[Mention], slots: Sequence[str], asked: Asked, known: Gazetteer) -> Filled | None:
    """What each slot takes, those of the wording first; ``None`` where a slot of the wording or a parameter stays empty."""
    wanted = [*dict.fromkeys([*slots, *asked.required, *(slot for slot in asked.slots if slot not in LISTS)])]
    filled: Filled = {}
    sure: dict[str, float] = {}  # of the mention that took the slot
    beside = side_by_side(named)
    for mention in named:
        for slot in wanted:
            if mention in beside and is_column(slot, asked):
                continue
            of = _claiming(mention, asked, known)
            meant = [*_meant(of, known), *_signed(of, asked, known)]
            entity = next((e for kind in asked.slots[slot] for e in meant if e.kind == kind), None)
            if (
                entity
                and (
                    slot not in filled
                    or slot in LISTS
                    or _is_rather(entity, filled[slot][0], slot, asked)
                    or (entity.kind == "indicator" and mention.sure > sure.get(slot, 1.0))
                )
                and not any(entity in things for other, things in filled.items() if other != slot)
                and _certain(of, entity)
                and _has_rows(slot, entity, asked, known)
            ):
                filled[slot] = [*filled.get(slot, ()), entity] if slot in LISTS else [entity]
                sure[slot] = mention.sure
                break
    _order(filled, known)
    _side(filled, named)
    missing = [slot for slot in (*slots, *asked.required) if slot not in filled]
    across = {"upper", "lower", "divide"} if {"upper_task", "lower_task"} & filled.keys() else {"upper", "lower"}
    asks_across = any(word & across for word in reading.concepts)
    for upper, lower in _PAIRS:
        if missing or (upper in filled) != (lower in filled):
            _only_pair(upper, lower, missing, filled, known, reading_asks=asks_across)
    return None if set(missing) - filled.keys() else filled


def _is_rather(entity: Entity, held: Entity, slot: str, asked: Asked) -> bool:
    """Whether it belongs in the slot rather than what is there: of a province and a group of places the group has members."""
    kinds = asked.slots[slot]
    return kinds[:1] == ("region",) and kinds.index(entity.kind) < kinds.index(held.kind)


def _meant(mention: Mention, known: Gazetteer) -> Iterator[Entity]:
    """What a mention may stand for; a place also for the one document that its government issued (湖北没有分解).

    A project stands for the task that has it: who answers for it is told of the task.  Of several it is the one that says
    least beside it.
    """
    yield from mention.entities
    for entity in mention.entities:
        tasks = known.held.get(entity.label, set()) if entity.kind == "project" else set()
        if tasks:
            title = min(tasks, key=lambda task: (sum(len(said) for of, said in known.texts if of == task), task))
            yield Entity("task", title, title, entity)
        if entity.kind == "project":
            whole = 2 * (mention.end - mention.begin) >= len(entity.label)  # what was left out may tell it apart
            kinds = (kind for kind, said in known.said.items() if whole and entity.label in said)
            yield from (Entity(kind, entity.label, entity.label, entity) for kind in kinds)
        own = known.issued.get(entity.value, [])
        if len(own) == 1:
            yield Entity("issuer", own[0].value, own[0].label, entity)


def _signed(mention: Mention, asked: Asked, known: Gazetteer) -> Iterator[Entity]:
    """The one agreement that a place, or the places of a group, have signed, where promises or meetings are asked about."""
    for entity in mention.entities if _OF_AGREEMENTS & set(asked.query.columns) else ():
        stems = known.signed.get(entity.value, set()) if entity.value not in known.common else set()
        if len(stems) == 1:
            yield Entity("issuer", stem := next(iter(stems)), stem, entity)


def _claiming(mention: Mention, asked: Asked, known: Gazetteer) -> Mention:
    """Of two documents that may be meant (a newspaper's) the one that claims something, where claims are asked about."""
    if "claim" not in asked.query.columns or sum(e.kind == "document" for e in mention.entities) < 2:
        return mention
    claiming = tuple(e for e in mention.entities if e.value in known.claiming)
    return mention._replace(entities=claiming) if len(claiming) == 1 else mention


def _certain(mention: Mention, entity: Entity) -> bool:
    """Whether only one document can be meant; things of other kinds that share a name are all asked for."""
    return entity.kind != "document" or sum(e.kind == "document" for e in mention.entities) == 1


def _has_rows(slot: str, entity: Entity, asked: Asked, known: Gazetteer) -> bool:
    """Whether there is a row for it: figures for the place, or of that very name."""
    if slot == "scope":
        return entity.label in known.scopes
    if slot in ("upper_label", "lower_label"):
        return (entity.value in known.counterparts) == (slot == "upper_label")
    if entity.kind == "indicator" and slot != "indicator" and not any(title.entity == entity for title in known.titles):
        return False  # a word for several indicators (城镇化率) is the name of none
    if slot == "topic" and entity.kind == "topic":
        return entity.label in (known.promised if "agreement" in asked.query.columns else known.tasked)
    return slot != "indicator" or slot in asked.required or any(title.entity == entity for title in known.titles)


def _order(filled: Filled, known: Gazetteer) -> None:
    """Put the document that divides another in the lower place, however the question names them."""
    for upper, lower in _PAIRS:
        pair = [filled[slot][0] for slot in (upper, lower) if slot in filled]
        for first, second in permutations(pair, 2):
            if (first.value, second.value) in known.pairs:
                filled[upper], filled[lower] = [first], [second]
        if len(pair) != 1:
            continue
        dividing, divided = ({stems[side] for stems in known.pairs} for side in (1, 0))
        if upper in filled and pair[0].value in dividing - divided:
            filled[lower] = filled.pop(upper)
        elif lower in filled and pair[0].value in divided - dividing:
            filled[upper] = filled.pop(lower)


def _side(filled: Filled, named: Sequence[Mention]) -> None:
    """Put the number of a task on the side of the document it stands behind (国家方案第三条 … 湖北方案哪一条)."""
    slot = next((s for s in ("upper_task", "lower_task") if s in filled), "")
    if not slot or {"upper_task", "lower_task"} <= filled.keys():
        return
    side_of = {
        e.issuer or e: s.removesuffix("_document") for s in ("upper_document", "lower_document") for e in filled.get(s, ())
    }
    side = slot.removesuffix("_task")
    for mention in named:
        if filled[slot][0] in mention.entities:
            break
        side = next((side_of[e] for e in mention.entities if e in side_of), side)
    filled[f"{side}_task"] = filled.pop(slot)


def _only_pair(upper: str, lower: str, missing: list[str], filled: Filled, known: Gazetteer, *, reading_asks: bool) -> None:
    """Fill in the upper and lower document where the store has one such pair that fits what is named.

    Only where the question speaks of upper and lower (``reading_asks``), or names one of them and no task in it.
    """
    names_one = (upper in filled or lower in filled) and not {"upper_task", "lower_task"} & filled.keys()
    if not set(missing) <= {upper, lower} or not (reading_asks or names_one):
        return
    given = {filled[slot][0].value for slot in (upper, lower) if slot in filled}
    fitting = [pair for pair in known.pairs if given <= set(pair)]
    if len(fitting) == 1:
        for slot, stem in zip((upper, lower), fitting[0], strict=True):
            if slot not in filled:
                filled[slot] = [Entity("document", stem, stem)]
