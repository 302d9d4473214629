"""The signing: the sentence that tells it, its day and its occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from loaders.extract.events import event_date
from loaders.model import CleanText, EventFact, Identity, Span, WorkIdentity
from loaders.sentences import sentences

NEAR = 300
"""A meeting told so many characters before the signing is its occasion (…举行。会上，…签署)."""
_SIGNS = re.compile(r"签署|签订|签约|达成")


def signing(
    text: CleanText, identity: Identity, work: WorkIdentity, events: Sequence[EventFact]
) -> tuple[Span | None, date | None, int | None]:
    """(sentence that tells the signing, its day, index of the event at which it was); each ``None`` if not told."""
    if work.carried:
        return work.span, work.issued, None
    told = [s for s in sentences(text.text, identity.body.begin, len(text.text)) if _SIGNS.search(text.slice(s))]
    exact = [s for s in told if work.title in text.slice(s)]
    for span in exact + told:
        verb = _SIGNS.search(text.slice(span))
        at = span.begin + verb.start() if verb else span.end
        when = event_date(text, identity, span, at)
        event = next((i for i, e in enumerate(events) if span.begin <= e.span.begin < span.end), None)
        if when or event is not None:
            if when is None and event is not None:
                when = events[event].date
            return span, when, event
    first = (exact or told)[0] if told else None
    near = [i for i, e in enumerate(events) if first and e.span.begin < first.begin and first.begin - e.span.end < NEAR]
    return (first, events[near[-1]].date, near[-1]) if near else (first, None, None)
