"""The sentences behind a statement, with the words in them and the way to their characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengtu.sentences import cleaned
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.page import Page
from zhengtu.site.said import Said, Span

_LONG = 400
_END = re.compile("[。！？；]")
_AROUND = 160
_READ = 6
"""Documents read for one page: each takes a tenth of a second, and hundreds may name a ministry or a province."""


@dataclass(frozen=True, slots=True)
class Quote:
    """``words`` of the document ``title`` in their sentence, with what stands ``before`` and ``after``; a link to them.

    ``whole`` tells that the words are a sentence or more themselves.
    """

    title: str
    link: str
    before: str
    words: str
    after: str
    whole: bool = False


def quotes(page: Page, said: Said, read: set[str], longest: int = _LONG) -> list[Quote]:
    """One quotation for each passage of a statement; the words of a long one are cut at ``longest`` characters.

    ``read`` are the documents whose text was read for this page already: of more than ``_READ`` only the words are quoted.
    """
    stem, title = page.site.stem_of(said.document), page.name(said.document)
    out: list[Quote] = []
    for span in said.spans:
        before, words, after = ("", _words(span), "") if said.broad else _in_sentence(said, span, page.site, read)
        link = page.to_characters(stem, span.begin, span.end)
        shown = words if len(words) <= longest else f"{words[:longest]}……"
        out.append(Quote(title, link, before, shown, after, whole=said.broad))
    return out


def _words(span: Span) -> str:
    return cleaned(span.restored or span.exact)


def _in_sentence(said: Said, span: Span, site: Knowledge, read: set[str]) -> tuple[str, str, str]:
    """The words and what stands around them: in their clause, in the text, else in what the graph keeps of it."""
    words = _words(span)
    clause = cleaned(said.one("inClause"))
    if words in clause:
        before, _, after = clause.partition(words)
        return before, words, after
    if said.document not in read and len(read) >= _READ:
        return "", words, ""
    read.add(said.document)
    text = site.reading(said.document)
    for begin, end in text.locate(span)[:1]:
        block = next((block for block in text.blocks if block.begin <= begin < block.end), None)
        if block:
            start = max((m.end() for m in _END.finditer(text.text, block.begin, begin)), default=block.begin)
            stop = _END.search(text.text, max(begin, end - 1), block.end)
            last = stop.end() if stop else block.end
            return (
                text.text[max(start, begin - _AROUND) : begin],
                text.text[begin:end],
                text.text[end : min(last, end + _AROUND)],
            )
    return "", words, ""
