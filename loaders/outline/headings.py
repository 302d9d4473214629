"""Headings of a text without numbers (news): lines that the layout marks, or that stand short and open before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.model import CleanText, Part, Span

_ENDS = "。；！？：:，,、”…"
_LABEL = re.compile(r"(?P<label>[^，。：:；\s]{4,40}(?P<head>[\u4e00-\u9fff]{2}))[：:](?=\S)")
_ANNOUNCES = re.compile(r"(?:出炉|发布|印发|出台|公布|亮相)$")
LONGEST = 42
RUN = 3
"""So many neighbours that open or end alike are a series."""


@dataclass(frozen=True, slots=True)
class _Heading:
    title: str
    begin: int
    end: int
    label: bool = False
    head: str = ""


def parts(text: CleanText, body: Span) -> list[Part]:
    """The headings in ``body`` as unnumbered parts; a series that a heading announces stands under it."""
    found = _merged(_found(text, body))
    out: list[Part] = []
    counts = [0, 0]
    parent = -1
    for i, heading in enumerate(found):
        below = parent >= 0 and _is_below(found, i)
        level = 2 if below else 1
        counts[level - 1] += 1
        if not below:
            counts[1], parent = 0, len(out)
        path = f"{counts[0]}.{counts[1]}" if below else f"{counts[0]}"
        out.append(
            Part(
                level,
                0,
                "",
                heading.title,
                path,
                Span(heading.begin, heading.end),
                Span(heading.begin, body.end),
                parent if below else -1,
            )
        )
    return _closed(out)


def _found(text: CleanText, body: Span) -> list[_Heading]:
    """Heading lines and the run-in labels of a series, in order."""
    blocks = [b for b in text.blocks if b.kind != "cell" and body.begin <= b.begin < body.end]
    labels = _labels(text, [(b.begin, b.end) for b in blocks])
    out = []
    for i, block in enumerate(blocks):
        line = text.text[block.begin : block.end]
        if block.begin in labels:
            out.append(_Heading(labels[block.begin], block.begin, block.begin + len(labels[block.begin]), True))
        elif i + 1 < len(blocks) and _is_heading(line, block.kind) and not (i == 0 and block.kind == "p" and len(line) > 30):
            out.append(_Heading(line, block.begin, block.end))
    return out


def _is_heading(line: str, kind: str) -> bool:
    if len(line) > LONGEST or len(line) < 3 or re.match(r"[图表]\s*\d|[（(]|\d|附", line):
        return False
    if kind == "h":
        return line[-1] not in "。；：:"
    return not any(c in line for c in "。；！？：:，,《") and line[-1] not in "、…"


def _labels(text: CleanText, blocks: list[tuple[int, int]]) -> dict[int, str]:
    """Run-in labels (X工程：…) of at least `RUN` neighbouring paragraphs that end in the same word."""
    found: dict[int, str] = {}
    series: list[tuple[int, str, str]] = []
    for begin, end in [*blocks, (0, 0)]:
        match = _LABEL.match(text.text, begin, end) if end > begin else None
        if match and (not series or series[-1][2] == match["head"]):
            series.append((begin, match["label"], match["head"]))
            continue
        if len(series) >= RUN:
            found.update((b, label) for b, label, _ in series)
        series = [(begin, match["label"], match["head"])] if match else []
    return found


def _merged(found: list[_Heading]) -> list[_Heading]:
    """A heading over two lines made one; a blank joins them unless a dash does."""
    out: list[_Heading] = []
    for heading in found:
        last = out[-1] if out else None
        if last and not heading.label and not last.label and heading.begin <= last.end + 1:
            joint = "" if last.title.endswith(("—", "―", "-")) else " "
            out[-1] = replace(last, title=last.title + joint + heading.title, end=heading.end)
        else:
            out.append(heading)
    return out


def _is_below(found: list[_Heading], i: int) -> bool:
    """A label of a series, or one of `RUN` neighbours that open alike after a heading that announces something."""
    if found[i].label:
        return True
    start = i
    while start > 0 and found[start - 1].title[:2] == found[i].title[:2] and not found[start - 1].label:
        start -= 1
    end = i
    while end + 1 < len(found) and found[end + 1].title[:2] == found[i].title[:2]:
        end += 1
    return end - start + 1 >= RUN and start > 0 and bool(_ANNOUNCES.search(found[start - 1].title))


def _closed(parts_: list[Part]) -> list[Part]:
    """Each part ended where the next that is not inside it begins."""
    out = []
    for i, part in enumerate(parts_):
        after = next((p.span.begin for p in parts_[i + 1 :] if p.level <= part.level), part.span.end)
        out.append(replace(part, span=Span(part.span.begin, after)))
    return out
