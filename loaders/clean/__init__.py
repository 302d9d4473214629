"""Stage 2, *clean*: decoded text → the text a reader would read, each character with its offset in the source."""

from __future__ import annotations

import sys
from array import array

from loaders.clean import (
    boilerplate,
    heads,
    markdown,
    markup,
    order,
    pages,
    properties,
    repair,
    repeated,
    runon,
    script,
    spacing,
    stops,
    wraps,
)
from loaders.clean.aligned import aligned
from loaders.clean.boxed import boxed, unframed
from loaders.clean.enclosed import spelled
from loaders.clean.indicators import indicators
from loaders.clean.para import Para, assemble
from loaders.clean.tables import tabbed
from loaders.clean.typed import typed
from loaders.model import CleanText, Source

__all__ = ["clean"]

_BLANK = " \r\f\v\u00a0\u3000\ufeff\u200b"
"""White space at a line's ends; a tab there is an empty cell."""


def clean(source: Source) -> CleanText:
    """The clean text of ``source``: what a reader reads, in order and restored.

    Markup and boilerplate are off, wrapped lines joined, scrambled blocks ordered, corrupted words restored.  What was
    taken off but tells something (front matter, source line) is in ``meta``.  Traditional characters are
    read as simplified, half-width stops as full ones.
    """
    paras, meta = _unmarked(source)
    paras, stated = properties.marked(paras)
    paras, found = boilerplate.strip(heads.without_running_heads(unframed(paras)))
    for told in (stated, found):
        meta.update({k: v for k, v in told.items() if v and k not in meta})
    paras = repeated.without_repeated(paras)
    stream = pages.joined(paras)
    scraped = stream is not None
    if stream is not None:
        paras = order.mended([spacing.tidy(p, scraped=True) for p in stream])
        meta["scraped"] = "yes"
    else:
        paras = [p if p.kind == "property" else spacing.tidy(p, scraped=False) for p in runon.parted(paras)]
        paras = wraps.unwrapped(paras)
    paras = repair.repaired(paras, scraped)
    return assemble(source, paras, meta)


def _unmarked(source: Source) -> tuple[list[Para], dict[str, str]]:
    """Paragraphs and metadata by media type."""
    text = stops.full(script.simplified(source.text))
    if source.media_type == "text/html":
        pasted = source.name.lower().endswith((".txt", ".text"))  # the source of a page below lines of plain text
        return spelled(markup.scan(text, 0, line_breaks=pasted), text), {}
    if source.media_type == "text/markdown":
        meta, begin = markdown.front_matter(text)
        return markdown.unmarked(spelled(markup.scan(text, begin, line_breaks=True), text)), meta
    return tabbed(aligned(typed(indicators(boxed(spelled(_lines(text), text)))))), {}


def _lines(text: str) -> list[Para]:
    """The lines of a plain text that hold any characters."""
    out, at = [], 0
    offsets = _counted(len(text) + 1)
    for line in text.split("\n"):
        if line.strip():
            left = len(line) - len(line.lstrip(_BLANK))
            right = len(line.rstrip(_BLANK))
            begin, end = at + left, at + right
            para = Para(text[begin:end], offsets[begin:end], offsets[begin + 1 : end + 1])
            para.indent = (sum(2 if c == "\u3000" else 1 for c in line[:left]) + 1) // 2
            out.append(para)
        at += len(line) + 1
    return out


def _counted(length: int) -> array[int]:
    """The offsets 0, 1, 2 … below ``length``; set byte by byte, as ``array("i", range(length))`` takes ten times as long."""
    offsets = array("i", bytes(4 * length))
    places = memoryview(offsets).cast("B")
    for place in range(4):
        step = 256**place
        if step >= length:
            break
        digits = range(min(256, length // step + 1))
        cycle = b"".join(bytes((digit,)) * step for digit in digits) if place else bytes(digits)
        places[place if sys.byteorder == "little" else 3 - place :: 4] = (cycle * (length // len(cycle) + 1))[:length]
    return offsets
