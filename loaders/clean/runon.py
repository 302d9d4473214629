"""A document pasted as one run of text: its paragraphs found again by their numbers and forms (GB/T 9704-2012 §7.2, §7.3).

Only a paragraph that holds several headings of one series, or a whole head, is parted; what is set in paragraphs stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.clean.para import Para
from loaders.numerals import number
from loaders.units import SUFFIX

LEAST = 160
"""A shorter paragraph holds no document."""
_CN, _AR = "[一二三四五六七八九十]{1,3}", r"\d{1,2}"
_SERIES = (
    re.compile(rf"第(?P<n>{_CN}|{_AR})章(?=[\s\u4e00-\u9fff])"),
    re.compile(r"第(?P<n>[一二三四五六七八九十百]{1,5}|\d{1,3})条(?=[\s\u4e00-\u9fff])"),
    re.compile(rf"(?P<n>{_CN})、(?=\S)"),
    re.compile(rf"[（(]\s*(?P<n>{_CN})\s*[）)][、．.]?(?=\s*\S)"),
    re.compile(rf"(?<![\d.])(?P<n>{_AR})[.．、](?!\d)(?=\s*[\u4e00-\u9fff“《])"),
)
"""Kinds of numbers, outermost first."""
_CHAPTER = 0
_TITLE_OF_CHAPTER = re.compile(rf"第(?:{_CN}|{_AR})章\s*[^。；，：:,;]{{2,20}}$")
_BEFORE = re.compile(r"(?:[。；;：:！!？?）)”」】\s]|^)$")
_SPACE = " \t\u3000\u00a0"
_HEADING = re.compile(rf"(?:{_CN}、|[（(]{_CN}[）)]|第{_CN}章)\s*[^。；，：:,;\s]{{2,40}}(?=[ \t\u3000\u00a0]+\S)")
"""A heading that a blank parts from the text behind it."""
_HEADED = re.compile(rf"(?:{_CN}、|[（(]{_CN}[）)]|第{_CN}章)[^。；，：:,;（(]{{2,30}}")
"""A heading right behind which a series below it starts."""
_NUMBER = r"[（(]?(?:(?![的知见])[\u4e00-\u9fff]){1,12}\s*[〔\[（(]\s*(?:19|20)\d{2}\s*[〕\]）)]\s*\d{1,5}\s*号[）)]?"
_TITLE_END = r"(?:通知|意见|批复|函|决定|公告|通告|通报|报告|方案|办法|规定|命令|细则|条例)(?!的)[》”）)]*"
_NUMBERED = re.compile(rf"{_TITLE_END}\s*(?P<number>{_NUMBER})")
_TITLED = re.compile(rf"{_TITLE_END}\s+(?=\S)")
_TITLE_NUMBER = re.compile(
    rf"[^。；：:，,]{{6,100}}?\s*(?P<number>[（(]\s*{_NUMBER.removeprefix('[（(]?').removesuffix('[）)]?')}\s*[）)])"
)
"""A title with its number in brackets on one line."""
_ABOVE = re.compile(rf"\s*{_NUMBER}\s+")
"""A number that stands above the title."""
_LONGEST_HEAD = 600
_SIGNED = re.compile(
    r"(?<=[。！])\s*(?P<organ>[\u4e00-\u9fff]{4,30}?)\s*(?P<day>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[二一][〇○零O一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)(?!印发|发布|前|起|至|召|出|以|[，,、])"
)
_ATTACHED = re.compile(
    r"\s*(?:附件\d{0,2}[：:]?\s*)?[^。；：:，,]{6,80}?(?:方案|意见|办法|规定|计划|规划|要点|清单|细则|措施|分工|分解)(?:[（(][^（）()]{2,12}[）)])?(?=\s|为|根据|按照)"
)
"""The title of what a notice prints, behind its date."""
_CLOSED = re.compile(r"(?<=[。；])[ \t\u3000\u00a0]+(?=(?:附件|责任单位|牵头单位|特此)[\d：:\u4e00-\u9fff])")
FEWEST = 2
_SECOND = ("二、", "二)", "二）", "2.", "2．", "2、", "第二", "二 ")
"""Without a second number there is no series."""


def parted(paras: list[Para]) -> list[Para]:
    """``paras`` with every run-on paragraph cut into title, number, addressee, headings, paragraphs and signature."""
    out: list[Para] = []
    top = next((i for i, para in enumerate(paras) if para.kind != "property"), -1)
    for i, para in enumerate(paras):
        if i == top and (numbered := _TITLE_NUMBER.fullmatch(para.text)):
            at = numbered.start("number")
            out.extend([para.part(0, at).stripped(), para.part(at, len(para.text))])
            continue
        cuts = _cuts(para.text, first=i == 0 or all(len(p.text) < LEAST for p in paras[:i])) if _may(para) else []
        pieces = [para.part(a, b).stripped() for a, b in pairwise([0, *cuts, len(para.text)])] if cuts else [para]
        out.extend(piece for piece in pieces if piece.text)
    return out


def _may(para: Para) -> bool:
    return para.kind == "p" and len(para.text) >= LEAST


def _cuts(text: str, first: bool) -> list[int]:
    """Where ``text`` is to be cut, ascending; empty where it is one paragraph."""
    marks = _series(text, 0, len(text), 0) if any(sign in text for sign in _SECOND) else []
    head = _head(text) if first else []
    if len(marks) < FEWEST and not head:
        return []
    cuts = {*marks, *head}
    cuts.update(_signatures(text))
    cuts.update(m.end() for m in _CLOSED.finditer(text))
    for begin in sorted(marks):
        if heading := _HEADING.match(text, begin):
            cuts.add(heading.end())
    return sorted(cut for cut in cuts if 0 < cut < len(text))


def _series(text: str, begin: int, end: int, kind: int) -> list[int]:
    """The numbers in ``text[begin:end]`` that count 1, 2, 3 … at the head of a paragraph, those of inner series among them."""
    if kind >= len(_SERIES):
        return []
    found = _counted(text, begin, end, kind)
    if len(found) < FEWEST:
        return _series(text, begin, end, kind + 1)
    if kind == _CHAPTER and len(articles := _counted(text, begin, end, kind + 1)) >= FEWEST:
        found, kind = sorted({*found, *articles}), kind + 1  # articles count on through the chapters
    bounds = [begin, *found, end]
    return sorted({*found, *(cut for a, b in pairwise(bounds) for cut in _series(text, a, b, kind + 1))})


def _counted(text: str, begin: int, end: int, kind: int) -> list[int]:
    """Where the numbers of ``kind`` in ``text[begin:end]`` stand that count 1, 2, 3 … at the head of a paragraph."""
    found: list[int] = []
    expected = 0
    for match in _SERIES[kind].finditer(text, begin, end):
        value = number(match["n"]) or 0
        headed = expected == 0 and kind > 0 and _HEADED.fullmatch(text, begin, match.start())
        headed = headed or (
            kind == _CHAPTER + 1 and _TITLE_OF_CHAPTER.search(text[max(begin, match.start() - 30) : match.start()])
        )
        if not headed and not _BEFORE.search(text[max(0, match.start() - 1) : match.start()]):
            continue
        if value == expected + 1 or (not found and value > 1 and kind == 1):
            found.append(match.start())
            expected = value
    return found


def _signatures(text: str) -> Iterator[int]:
    """The cuts around each organ and its date behind a full stop, and behind the title of what follows."""
    for match in _SIGNED.finditer(text):
        if SUFFIX.search(match["organ"]):
            yield from (match.start("organ"), match.start("day"), match.end("day"))
            if title := _ATTACHED.match(text, match.end()):
                yield title.end()


def _head(text: str) -> list[int]:
    """The cuts behind title, number and addressee, where ``text`` opens with them."""
    colon = re.search(r"[：:]", text[:_LONGEST_HEAD])
    head = text[: colon.start()] if colon else ""
    if not head or re.search(r"[。；！]", head) or not SUFFIX.search(head.rstrip()):
        return []
    end = len(head) + 1
    above = _ABOVE.match(head)
    cuts = [above.end()] if above else []
    if numbered := _NUMBERED.search(head):
        return [*cuts, numbered.start("number"), numbered.end(), end]
    if titles := list(_TITLED.finditer(head)):
        return [*cuts, titles[-1].end(), end]
    return [end] if head.startswith("各") else []
