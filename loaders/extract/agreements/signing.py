"""The signing: the sentence that tells it, its day and its occasion."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from loaders.extract.dates import event_date, names_day
from loaders.identify.signings import SIGNS
from loaders.model import CleanText, EventFact, Identity, Span, WorkIdentity
from loaders.sentences import sentences_with

NEAR = 300
"""A meeting told so many characters before the signing is its occasion (…举行。会上，…签署)."""


_TAIL = re.compile(r"(?:签[署订约]|达成)(?:了)?(?P<title>[\u4e00-\u9fff]{6,30}(?:协议书?|备忘录|协定))$")
_TOLD = 40
"""So many sentences of a signing are asked for their day."""
_THERE = re.compile(r"\s*(?:会上|会后|会前|会议期间|会议结束后|大会期间|座谈会?上|座谈结束后|仪式上)")
"""At the meeting told last, however far before."""


@dataclass(frozen=True, slots=True)
class Signing:
    """The sentence that tells a signing (``None``: nowhere), where its verb stands, the day, the index of the event."""

    sentence: Span | None
    verb: int
    day: date | None = None
    event: int | None = None


class Signings:
    """The sentences of a text that tell of a signing."""

    def __init__(self, text: CleanText, identity: Identity, events: Sequence[EventFact]) -> None:
        self._text = text
        self._identity = identity
        self._events = events
        self._begins = [e.span.begin for e in events]
        self._told = list(sentences_with(text.text, SIGNS))
        self._starts = [s.begin for s in self._told]

    def of(self, work: WorkIdentity) -> Signing:
        """The signing of ``work``."""
        if work.carried:
            return Signing(work.span, work.span.end, work.issued)
        here = bisect_right(self._starts, work.span.begin) - 1
        inside = here >= 0 and work.span.begin < self._told[here].end
        if inside and (self._own(work) or work.title in self._text.slice(self._told[here])):
            signing = self._at(self._told[here], self._verb(self._told[here], work))
            dated = (self._at(each.sentence, each.verb) for each in self.others(signing, work) if each.sentence)
            more = None if signing.day or signing.event is not None else next(self._best(dated), None)
            return replace(signing, day=more.day, event=more.event) if more else signing
        candidates = sorted(self._told, key=lambda s: self._far(s, work))
        signings = (self._at(s, self._verb(s, work)) for s in candidates)
        first = next(signings, Signing(None, 0))
        return next((d for d in chain([first], signings) if d.day or d.event is not None), first)

    def _far(self, sentence: Span, work: WorkIdentity) -> tuple[bool, bool, int]:
        """How far ``sentence`` is from telling of ``work``: it holds the title, stands before it, near it."""
        if work.title in self._text.slice(sentence):
            return False, False, 0
        return True, sentence.begin > work.span.begin, abs(sentence.begin - work.span.begin)

    def _best(self, dated: Iterator[Signing]) -> Iterator[Signing]:
        """Those with a day, then those at least at an event."""
        known = list(dated)
        yield from (each for each in known if each.day)
        yield from (each for each in known if each.event is not None)

    def others(self, signing: Signing, work: WorkIdentity) -> Iterator[Signing]:
        """What else is told of the same signing: the sentences of a signing that hold the title, without ``signing``."""
        for sentence in self._told:
            if sentence != signing.sentence and self._names(sentence, work.title):
                yield Signing(sentence, self._verb(sentence, work))

    def _names(self, sentence: Span, title: str) -> bool:
        """Whether the title stands in ``sentence``, or its last words, as headlines have it, behind a verb of signing."""
        said = self._text.slice(sentence)
        for longer in self._longer.get(title, ()):
            said = said.replace(longer, "")
        if title in said:
            return True
        tail = self._tails.get(sentence.begin, "")
        return bool(tail) and title.endswith(tail)

    @cached_property
    def _tails(self) -> dict[int, str]:
        """The titles without 《》 that end a sentence of a signing, by where it begins."""
        text = self._text.text
        found = ((s.begin, _TAIL.search(text, max(s.begin, s.end - NEAR), s.end)) for s in self._told)
        return {begin: tail["title"] for begin, tail in found if tail}

    @cached_property
    def _longer(self) -> dict[str, list[str]]:
        """For a title the others that hold its words (银企战略合作协议 of 战略合作协议)."""
        titles = {work.title for work in self._identity.works[:_TOLD]}
        return {title: [other for other in titles if title in other and other != title] for title in titles}

    def _own(self, work: WorkIdentity) -> bool:
        """Whether the title stands where the work is named; a headline may only hold its words."""
        return self._text.slice(work.span) == work.title

    def _verb(self, sentence: Span, work: WorkIdentity) -> int:
        """Where the verb that governs the title stands: the last before it, else the title itself."""
        title = work.span.begin
        if not sentence.begin <= title < sentence.end or not self._own(work):
            found = self._text.text.find(work.title, *sentence)
            title = found if found >= 0 else sentence.end
        verbs = [
            m.start()
            for m in SIGNS.finditer(self._text.text, max(sentence.begin, title - NEAR), min(sentence.end, title + NEAR))
        ]
        before = [v for v in verbs if v < title]
        return before[-1] if before else min(title, sentence.end)

    def _at(self, sentence: Span, verb: int) -> Signing:
        """Day and occasion of the signing told in ``sentence``."""
        day = event_date(self._text, self._identity, sentence, verb)
        i = bisect_left(self._begins, sentence.begin)
        if i < len(self._events) and self._events[i].span.begin < sentence.end:
            return Signing(sentence, verb, day or self._events[i].date, i)
        last = i - 1
        if day is None and last >= 0 and _THERE.match(self._text.text, sentence.begin, verb):
            return Signing(sentence, verb, self._events[last].date, last)
        if day is None and last >= 0 and sentence.begin - self._events[last].span.end < NEAR and self._opens(sentence, verb):
            return Signing(sentence, verb, self._events[last].date, last)
        return Signing(sentence, verb, day or self._same_day(sentence, verb))

    def _same_day(self, sentence: Span, verb: int) -> date | None:
        """The day of the signings told before, where they have one only and nothing else is said (现场还签署…)."""
        known = {day for begin, day in self._dated if begin < sentence.begin}
        return known.pop() if len(known) == 1 and self._opens(sentence, verb) else None

    @cached_property
    def _dated(self) -> list[tuple[int, date]]:
        """The days that sentences of a signing give for it themselves, by where these begin; of long texts the first."""
        told = ((s.begin, next(SIGNS.finditer(self._text.text, *s), None)) for s in self._told[:_TOLD])
        spans = [(begin, match) for begin, match in told if match and not self._text.text.startswith("的", match.end())]
        days = [(b, event_date(self._text, self._identity, Span(b, m.end()), m.start())) for b, m in spans]
        return [(begin, day) for begin, day in days if day]

    def _opens(self, sentence: Span, verb: int) -> bool:
        """No other time is given (日前, 此前, 2020年) for the signing."""
        lead = self._text.text[sentence.begin : verb]
        return not names_day(self._text, sentence.begin, verb) and not any(
            word in lead for word in ("日前", "近日", "此前", "去年", "早在", "今年")
        )
