"""Headings of a text without numbers (news): lines that the layout marks, or that stand short and open before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.model import CleanText, Part, Span

_ENDS = "。；！？：:，,、”…"
_LABEL = re.compile(r"(?P<label>[^，。：:；\s]{4,40}(?P<head>[\u4e00-\u9fff]{2}))[：:](?=\S)")
_PRINTS = re.compile(r"(?:全文|原文|内容|正文)?如下[：:]?$")
"""Behind these words stands the title of what is printed, which is no heading of the report."""
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
    announced = _announced(found)
    out: list[Part] = []
    counts = [0, 0]
    parent = -1
    for i, heading in enumerate(found):
        below = parent >= 0 and (heading.label or announced[i])
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
    """Heading lines that have text below them and the run-in labels of a series, in order."""
    blocks = [b for b in text.blocks if b.kind != "cell" and body.begin <= b.begin < body.end]
    labels = _labels(text, [(b.begin, b.end) for b in blocks])
    out: list[_Heading] = []
    headed = False
    for i in reversed(range(len(blocks))):
        block = blocks[i]
        line = text.text[block.begin : block.end]
        if block.begin in labels:
            out.append(_Heading(labels[block.begin], block.begin, block.begin + len(labels[block.begin]), True))
            headed = True
        elif not _is_heading(line, block.kind) or (i == 0 and block.kind == "p" and len(line) > 30):
            headed = _is_prose(line)
        elif headed and not (i and _PRINTS.search(text.text, blocks[i - 1].begin, blocks[i - 1].end)):
            out.append(_Heading(line, block.begin, block.end))
    return out[::-1]


def _is_prose(line: str) -> bool:
    """A sentence, or longer than a heading; the words of a site's menu are neither."""
    return len(line) > LONGEST or line[-1:] in _ENDS or line[-1:] in "）)"


def _is_heading(line: str, kind: str) -> bool:
    if len(line) > LONGEST or len(line) < 3 or re.match(r"[图表]\s*\d|[（(•·●▪\-]|\d|附", line):
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
    groups: list[list[_Heading]] = []
    for heading in found:
        last = groups[-1][-1] if groups else None
        if last and not heading.label and not last.label and heading.begin <= last.end + 1:
            groups[-1].append(heading)
        else:
            groups.append([heading])
    return [replace(lines[0], title=_joined(lines), end=lines[-1].end) for lines in groups]


def _joined(lines: list[_Heading]) -> str:
    joints = ["" if line.title.endswith(("—", "―", "-")) else " " for line in lines[:-1]]
    return "".join(line.title + joint for line, joint in zip(lines, [*joints, ""], strict=True))


def _announced(found: list[_Heading]) -> list[bool]:
    """Whether each is one of `RUN` neighbours that open alike after a heading that announces something."""
    first, last = list(range(len(found))), list(range(len(found)))
    for i in range(1, len(found)):
        if found[i - 1].title[:2] == found[i].title[:2] and not found[i - 1].label:
            first[i] = first[i - 1]
    for i in reversed(range(len(found) - 1)):
        if found[i + 1].title[:2] == found[i].title[:2]:
            last[i] = last[i + 1]
    return [
        end - start + 1 >= RUN and start > 0 and bool(_ANNOUNCES.search(found[start - 1].title))
        for start, end in zip(first, last, strict=True)
    ]


def _closed(parts_: list[Part]) -> list[Part]:
    """Each part ended where the next that is not inside it begins."""
    out: list[Part] = []
    later: list[Part] = []
    for part in reversed(parts_):
        while later and later[-1].level > part.level:
            later.pop()
        after = later[-1].span.begin if later else part.span.end
        later.append(part)
        out.append(replace(part, span=Span(part.span.begin, after)))
    return out[::-1]
