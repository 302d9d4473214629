"""A scraped stream without line breaks: cut it at its headings, and put scrambled blocks back in order.

The evidence is the grammar of the outline (GB/T 9704-2012 §7.3.3: 一、 （一） 1. （1）): a heading that breaks into a
sentence, or a text that goes on where an item had ended, is a fracture; blocks between fractures are ordered so that
sentences close and first-level numbers rise.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, permutations

from loaders.clean.para import Para
from loaders.model import Span
from loaders.numerals import number

_CJK = "\u4e00-\u9fff"
_HEADING = re.compile(
    rf"(?:(?<=^)|(?<=[。；！？.;:：）)”】]))[一二三四五六七八九十]{{1,3}}、(?=[{_CJK}“])"
    rf"|(?<=[{_CJK}])[一二三四五六七八九十]{{1,3}}、(?=[{_CJK}“]{{2,24}}[（(]一[）)])"
    rf"|(?<!第)[（(][一二三四五六七八九十]{{1,3}}[）)](?=[{_CJK}“]{{3}})"
    rf"|(?:(?<=^)|(?<=[。；！？.;）)”】]))\d{{0,2}}[.．](?=[{_CJK}“])"
)
_TOP = re.compile(r"([一二三四五六七八九十]{1,3})、")
_MARKED = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{0,2}[.．]")
_CLAUSE_END = re.compile(
    r"[（(](?:责任|牵头|负责|配合)(?:单位|部门)[:：][^（）()]{2,400}[）)]。?|[（(][^（）()]{2,300}负责[）)]。?"
)
_TERMINAL = "。；！？：;:）)”"
_DANGLING = re.compile(r"(?<=[。；）)])[（(]?[一二三四五六七八九十]{1,3}[、）)]?$")
MOST_BLOCKS = 6


def mended(paras: list[Para]) -> list[Para]:
    """The paragraphs of a scraped text, cut at headings, blocks in order, sentences that a fracture cut joined."""
    blocks: list[list[Para]] = [[]]
    last = 0
    for para in paras:
        for piece in _cut(para):
            top = _top(piece.text)
            if blocks[-1] and (_is_fracture(blocks[-1][-1].text, piece.text) or 0 < top < last):
                blocks.append([])
            last = top or last
            blocks[-1].append(piece)
    return _joined(_ordered([b for b in blocks if b]))


def _cut(para: Para) -> list[Para]:
    """``para`` cut before each heading and behind each responsibility clause that closes an item."""
    cuts = {0, len(para.text)}
    cuts.update(m.start() for m in _HEADING.finditer(para.text))
    clauses = [m.end() for m in _CLAUSE_END.finditer(para.text)]
    closing = [c for c in clauses if c in cuts]
    if len(closing) * 5 >= len(clauses) * 4:
        cuts.update(clauses)
    ordered = sorted(cuts)
    pieces = [para.part(a, b).stripped() for a, b in pairwise(ordered)]
    return [p for p in pieces if p.text]


def _is_fracture(before: str, after: str) -> bool:
    """Whether ``after`` cannot follow ``before``: a heading in mid-sentence, or a sentence's middle behind its end."""
    closed = before[-1] in _TERMINAL or bool(_DANGLING.search(before))
    return closed != bool(_MARKED.match(after)) and len(before) > 20


def _top(text: str) -> int:
    """The number of the first-level heading that opens ``text``; 0 where none does."""
    match = _TOP.match(text)
    return (number(match.group(1)) or 0) if match else 0


def _ordered(blocks: list[list[Para]]) -> list[list[Para]]:
    """The order that mends most fractures; the first block stays first, the given order wins a tie."""
    if not 2 < len(blocks) <= MOST_BLOCKS:
        return blocks
    orders = ([blocks[0], *rest] for rest in permutations(blocks[1:]))
    return max(orders, key=_fit)


def _fit(blocks: list[list[Para]]) -> int:
    """Seams that close minus first-level numbers that fall."""
    seams = sum(not _is_fracture(a[-1].text, b[0].text) or _continues(a[-1].text, b[0].text) for a, b in pairwise(blocks))
    numbers = [top for block in blocks for p in block if (top := _top(p.text))]
    falls = sum(b <= a for a, b in pairwise(numbers))
    return 2 * seams - 3 * falls


def _continues(before: str, after: str) -> bool:
    """A sentence left open, and one that starts in its middle."""
    return before[-1] not in _TERMINAL and not _MARKED.match(after) and not _DANGLING.search(before)


def _joined(blocks: list[list[Para]]) -> list[Para]:
    """All paragraphs; sentences across seams joined, a heading's number left without its heading dropped."""
    out: list[Para] = []
    for block in blocks:
        if out and _continues(out[-1].text, block[0].text):
            seam = Span(out[-1].ends[-1], block[0].begins[0])
            out[-1] = replace(out[-1].joined(block[0]), seams=(*out[-1].seams, seam))
            block = block[1:]
        out.extend(block)
        if out and (tail := _DANGLING.search(out[-1].text)):
            out[-1] = out[-1].part(0, tail.start())
    return [p for p in out if p.text]
