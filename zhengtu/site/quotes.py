"""The sentences behind a statement, with the words in them and the way to their characters."""

from __future__ import annotations

from dataclasses import dataclass

from zhengtu.site.page import Page
from zhengtu.site.said import Document, Said, Span
from zhengtu.validate.words import cleaned, sentence

_LONG = 400


@dataclass(frozen=True, slots=True)
class Quote:
    """``words`` of the document ``title`` in their sentence, with what stands ``before`` and ``after``; a link to them."""

    title: str
    link: str
    before: str
    words: str
    after: str


def quotes(page: Page, said: Said) -> list[Quote]:
    """One quotation for each passage of a statement."""
    document = page.site.document(said.document)
    title = page.name(said.document)
    out: list[Quote] = []
    for span in said.spans:
        before, words, after = _in_sentence(said, span, document)
        out.append(Quote(title, page.to_characters(page.site.stem_of(said.document), span.begin, span.end), before, words, after))
    return out


def _in_sentence(said: Said, span: Span, document: Document) -> tuple[str, str, str]:
    words = cleaned(span.restored or span.exact)
    if said.broad:
        return "", words if len(words) <= _LONG else f"{words[:_LONG]}……", ""
    clause = cleaned(said.one("inClause"))
    around, at = (clause, clause.find(words)) if clause else sentence(words, _around(span, document))
    return (around[:at], words, around[at + len(words) :]) if at >= 0 else ("", words, "")


def _around(span: Span, document: Document) -> str:
    """The words of the narrowest sentence or part that holds the passage."""
    holding = (s for one in document.said if one.broad for s in one.spans if s.begin <= span.begin and span.end <= s.end)
    found = min(holding, key=lambda s: s.end - s.begin, default=span)
    return cleaned(found.restored or found.exact)


