"""Evidence spans: from clean ranges to ranges of the source, and what is printed there."""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import compress, count, pairwise
from operator import ne

from loaders.model import CleanText, Source, Span

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[!?/]?[A-Za-z](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*'|[\"'])*+>", re.DOTALL)
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_MARKDOWN = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)|\[(?P<label>[^\]\n]{1,300})\]\([^)\n]{0,600}\)"
    r"|\*\*|__|`|(?<=\n)(?:#{1,6}|[-*+>])[ \t]+"
)
_PAGE_NUMBER = re.compile(r"\n[ \t\u3000]*[—–－-]{1,2}[ \t]*\d{1,4}[ \t]*[—–－-]{1,2}[ \t\u3000\f]*(?=\n)")
_PAGE_MARK = re.compile(r"\n\d{1,4}、")
_BREAKS = re.compile(r"[\r\n\f]+")
_SQUEEZED = re.compile(r"[\s\u200b-\u200d\ufeff*_`#|\\]+")
_SPECIAL = re.compile(r"[\r\n\f<&!\[*_`]")
"""Without these nothing in a text is markup."""
_STRETCH = 64
"""So many characters are compared at once."""
_LEFT_OUT = re.compile(r"[\s\u00a0\u3000\u200b-\u200d\ufeff*_`#>|\\\-\[\]]*")


def printed(source: Source, begin: int, end: int, scraped: bool) -> str:
    """The source text in ``[begin, end)`` as printed: markup, line breaks and page marks removed."""
    text = source.text[begin:end]
    if source.media_type in ("text/html", "text/markdown") and ("<" in text or "&" in text):
        text = html.unescape(_TAG.sub("", _HIDDEN.sub("", text)))
    if source.media_type == "text/markdown":
        text = _MARKDOWN.sub(lambda mark: mark["label"] or "", text)
    if "\n" in text:
        text = _PAGE_NUMBER.sub("", text)
    if scraped:
        text = _PAGE_MARK.sub("", text)
    return _BREAKS.sub("", text)


class SourceMap:
    """Clean ranges → source ranges, cut where the clean text leaps (a block put back in order, a caption left out)."""

    def __init__(self, clean: CleanText) -> None:
        self._clean = clean
        self._scraped = "scraped" in clean.meta
        self._breaks = [i for i in _jumps(clean.begins, clean.ends) if self._leaps(i)]

    def _leaps(self, i: int) -> bool:
        before, after = self._clean.ends[i - 1], self._clean.begins[i]
        if after < before:
            return not (self._clean.begins[i] == self._clean.begins[i - 1] and self._clean.ends[i] == before)
        gap = printed(self._clean.source, before, after, self._scraped)
        return not _LEFT_OUT.fullmatch(gap)

    def runs(self, span: Span) -> list[tuple[Span, str, str]]:
        """The runs of ``span``: (source range, exact text printed there, restored text or an empty string)."""
        low, high = bisect_right(self._breaks, span.begin), bisect_left(self._breaks, span.end)
        if low == high and (plain := self._plain(span)):
            return plain
        cuts = [span.begin, *self._breaks[low:high], span.end]
        out = []
        for begin, end in pairwise(cuts):
            run = self._trimmed(begin, end)
            source = self._clean.to_source(run)
            exact = printed(self._clean.source, source.begin, source.end, self._scraped)
            restored = self._clean.slice(run).replace("\n", "")
            if restored == exact or _squeezed(restored) == _squeezed(exact):
                restored = ""
            if exact:
                out.append((source, exact, restored))
        return out

    def _plain(self, span: Span) -> list[tuple[Span, str, str]]:
        """The one run of a span that the source prints character for character, the usual case; else none."""
        text, source = self._clean.slice(span), self._clean.to_source(span)
        same = text and self._clean.source.text[source.begin : source.end] == text and not _SPECIAL.search(text)
        return [(source, text, "")] if same else []

    def _trimmed(self, begin: int, end: int) -> Span:
        """Without the line breaks that only part paragraphs."""
        while begin < end and self._clean.text[begin] == "\n":
            begin += 1
        while end > begin and self._clean.text[end - 1] == "\n":
            end -= 1
        return Span(begin, end)


def _jumps(begins: array[int], ends: array[int]) -> Iterator[int]:
    """Each *i* whose character does not begin where the one before ended; stretches without any are passed over whole."""
    for at in range(0, len(ends), _STRETCH):
        follow, before = begins[at + 1 : at + _STRETCH + 1], ends[at : at + _STRETCH]
        if follow != before:
            yield from compress(count(at + 1), map(ne, follow, before))


def _squeezed(text: str) -> str:
    return _SQUEEZED.sub("", text)
