"""Claims: the factual sentences of a report about the work it reports.

A report is a news item about a plan, or the news text printed before a plan on the same page.  Each sentence that
states a measure, an aim or a figure of the work is a claim; opinions, rhetorical questions, lead-ins, words of
officials, headings, other works and the news of the publication itself are none.  A report of a signing has no claims:
what it prints are the agreement's commitments.
"""

from __future__ import annotations

from loaders.extract.claims.judge import is_attributed, is_claim
from loaders.extract.claims.regions import Reported, reported
from loaders.extract.claims.sentences import paragraphs, sentences
from loaders.model import ClaimFact, CleanText, Identity, Outline, Span

__all__ = ["extract_claims"]


def extract_claims(text: CleanText, identity: Identity, outline: Outline) -> tuple[ClaimFact, ...]:
    """The claims of ``text`` in reading order; ``ClaimFact.text`` is the sentence with its full stop."""
    works = reported(text, identity)
    if not works:
        return ()
    headings = {part.heading for part in outline.parts}
    claims: list[ClaimFact] = []
    current: Reported | None = None
    for paragraph in paragraphs(text, works[0].region):
        if paragraph in headings:
            continue
        speaks = False
        for span in sentences(text.text, paragraph):
            sentence = text.slice(span)
            named = _named(works, sentence)
            current = named or current
            if current is None:
                continue
            speaks = is_attributed(sentence, current.names) or (speaks and named is None)
            if is_claim(sentence, current.names, speaks):
                claims.append(ClaimFact(sentence, Span(*span), current.work))
    return tuple(claims)


def _named(works: list[Reported], sentence: str) -> Reported | None:
    """The work the sentence names, the first mention deciding."""
    found = [(name.begin, i) for i, work in enumerate(works) if (name := work.names.search(sentence))]
    return works[min(found)[1]] if found else None
