"""Instruments: the official documents that a file holds, each with head, body and signature (GB/T 9704-2012 §7)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from loaders.identify.genres import kind_of, printed_title
from loaders.identify.lines import ATTACHED, Line, bare_title, is_title
from loaders.identify.numbers import NUMBER, Number, find_numbers
from loaders.model import Span
from loaders.numerals import find_date

HEAD_LINES = 15
"""A file's own title stands within this many paragraphs of its top."""
_LETTERHEAD = re.compile(r".{2,40}(?:文件|公报)$")
_LABEL = re.compile(r"附\s*件\s*[\d一二三四五]{0,2}\s*[:：]?$")
"""附件 on a line of its own above the title of what is attached (GB/T 9704-2012 §7.3.4)."""
_SUFFIX_LINE = re.compile(
    r"[（(〔](?:\d{4}\s*[—―–～~-].{2,8}年?|\d{4}年(?:度|版|修订)?|试\s*行|暂\s*行|修订(?:版|稿)?|征求意见稿|草案|.{0,4}送审稿)[）)〕]"
)
_NOTE = re.compile(r"[（(][^（）()]+[）)]$")
"""A line in brackets (此件公开发布, 本文有删减) is a note: no title starts there."""
_ADOPTED = re.compile(
    r"[（(](?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?P<organ>[^（）()，。]{2,40}?(?:委员会|代表大会))(?:第[^（）()，。]{2,30}?会议)?(?:审议)?通过"
)
_SIGNED = re.compile(r"(?:签[订署约](?:时间|日期)|日期)\s*[:：]")
_PARTIES = re.compile(r"(?:甲方|乙方|[（(]甲方[）)])\s*[:：]?")
_LISTED = re.compile(r"附\s*件\s*[:：]?\s*(?:1[.．]|[^：:]{0,40}$)")
_PRINTED = re.compile(r"(?P<organ>[\u4e00-\u9fff]{4,24}?)\s*(?=(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*印发)")
_COPIED = re.compile(r"(?:抄\s*送|分\s*送|主题词|印\s*发)\s*[:：]|.{0,30}\d日\s*印发$")


@dataclass(slots=True)
class Instrument:
    """What was found of one official document; ranges in the clean text, ``body`` the paragraphs between head and signature."""

    title: str
    title_span: Span
    kind: str
    genre: str
    number: str = ""
    code: str = ""
    number_span: Span | None = None
    addressees: Span | None = None
    issued: date | None = None
    issued_span: Span | None = None
    signature: list[Span] = field(default_factory=list)
    body: Span = Span(0, 0)
    attached: bool = False


def find_instruments(lines: list[Line], end: int) -> list[Instrument]:
    """The instruments in a text that ends at ``end``, in reading order; empty where it holds none (a news item)."""
    out: list[Instrument] = []
    i = 0
    printed = ""
    closed = True
    while i < len(lines):
        found = _fused(lines[i]) if i < 3 and not out else None
        after = i + 1
        if found is None:
            title = _title_at(lines, i)
            if title and _is_head(lines, i, title[0], out, printed, closed):
                after, text, span = title
                found = _instrument(lines, i, text, span)
        if found is None:
            closed = closed or (bool(out) and lines[i].date() is not None)
            i += 1
            continue
        if out and out[-1].body.end == 0:
            out[-1].body = Span(out[-1].body.begin, lines[i].begin)
        out.append(found)
        printed = printed_title(found.title) or printed
        closed = False
        i = read_head(lines, after, found)
    if out:
        out[-1].body = Span(out[-1].body.begin, end)
    for instrument in out:
        read_signature(lines, instrument)
    return out


def _title_at(lines: list[Line], i: int) -> tuple[int, str, Span] | None:
    """A title that starts at line ``i``, over up to four lines: (line behind it, text, range)."""
    if (
        NUMBER.match(lines[i].text)
        or not (lines[i].is_short() or lines[i].is_title())
        or _NOTE.match(lines[i].text)
        or _LABEL.match(lines[i].text)
        or _LETTERHEAD.fullmatch(lines[i].text)
    ):
        return None
    text = ""
    best: tuple[int, str, Span] | None = None
    for j in range(i, min(i + 4, len(lines))):
        line = lines[j]
        if j > i and (not line.is_short() or line.date() or find_numbers(line.text) or line.is_addressee()):
            break
        if j > i and best and not line.marked:
            break
        text += line.text
        if is_title(text) and (j == i or not lines[j].text.startswith(("附件", "附："))):
            core = ATTACHED.match(text)
            begin = lines[i].begin + (core.end() if core else 0)
            best = (
                j + 1,
                text[core.end() if core else 0 :].strip("《》") if text.count("《") < 2 else text,
                Span(begin, line.end),
            )
    if best and best[0] < len(lines) and _SUFFIX_LINE.fullmatch(lines[best[0]].text):
        line = lines[best[0]]
        best = (best[0] + 1, best[1] + line.text, Span(best[2].begin, line.end))
    return best


def _is_head(lines: list[Line], i: int, after: int, out: list[Instrument], printed: str, closed: bool) -> bool:
    """Whether the title at line ``i`` opens an instrument: by what stands around it."""
    text = "".join(line.text for line in lines[i:after])
    near = lines[max(0, i - 2) : i] + lines[after : after + 3]
    numbered = any(len(line.text) < 40 and find_numbers(line.text) for line in near)
    addressed = any(line.is_addressee() for line in lines[after : after + 3])
    if ATTACHED.match(text):
        return numbered or addressed or closed or bool(lines[i].marked)
    if printed and _same(text, printed):
        return True
    if out:
        return closed and (numbered or addressed or lines[i].marked or _opens_outline(lines, after))
    if i >= HEAD_LINES:
        return numbered and addressed
    return numbered or addressed or _opens_outline(lines, after) or _has_parties(lines, after)


def _opens_outline(lines: list[Line], after: int) -> bool:
    """A numbered heading soon follows, or a bracketed date or a table right below the title."""
    if lines[after - 1].tabled or (after < len(lines) and (lines[after].date() or lines[after].tabled)):
        return True
    return any(line.is_numbered() for line in lines[after : after + 6])


def _has_parties(lines: list[Line], after: int) -> bool:
    return any(_PARTIES.match(line.text) for line in lines[after : after + 4])


def _same(a: str, b: str) -> bool:
    return bare_title(ATTACHED.sub("", a, count=1)) == bare_title(ATTACHED.sub("", b, count=1))


def _instrument(lines: list[Line], i: int, text: str, span: Span) -> Instrument:
    kind, genre = kind_of(text) or ("Work", "other")
    found = Instrument(text, span, kind, genre, attached=bool(ATTACHED.match(lines[i].text)))
    for line in lines[max(0, i - 2) : i]:
        if len(line.text) < 40 and (numbers := find_numbers(line.text)):
            _set_number(found, numbers[-1], line)
    return found


def _set_number(found: Instrument, number: Number, line: Line) -> None:
    if not found.number:
        found.number, found.code = number.text, number.code
        found.number_span = Span(line.begin + number.begin, line.begin + number.end)


def _fused(line: Line) -> Instrument | None:
    """A scraped head: title, number and first sentence run together in one paragraph."""
    for number in find_numbers(line.text[:200]):
        title = line.text[: number.begin].strip("《》 ")
        if is_title(title) and len(line.text) > number.end + 20:
            kind, genre = kind_of(title) or ("Work", "other")
            found = Instrument(title, Span(line.begin, line.begin + number.begin), kind, genre)
            _set_number(found, number, line)
            found.body = Span(line.begin + number.end, 0)
            return found
    return None


def read_head(lines: list[Line], at: int, found: Instrument) -> int:
    """Take number, bracketed date and addressees below the title; the line where the body starts."""
    if found.body.begin:
        return at
    for _ in range(4):
        if at >= len(lines):
            break
        line = lines[at]
        if (
            len(line.text) < 40
            and not line.is_addressee()
            and not _ADOPTED.match(line.text)
            and (numbers := find_numbers(line.text))
        ):
            _set_number(found, numbers[-1], line)
        elif line.date() and found.issued is None:
            _set_date(found, line)
        elif (adopted := _ADOPTED.match(line.text)) and found.issued is None:
            _set_date(found, line)
            found.signature = [Span(line.begin + adopted.start("organ"), line.begin + adopted.end("organ"))]
        elif line.is_addressee() and found.addressees is None:
            found.addressees = Span(line.begin, line.begin + len(line.text.rstrip("：: ")))
        else:
            break
        at += 1
    found.body = Span(lines[at - 1].end + 1 if at else lines[0].begin, 0)
    return at


def _set_date(found: Instrument, line: Line) -> None:
    if result := find_date(line.text):
        found.issued, found.issued_span = result[0], Span(line.begin + result[1], line.begin + result[2])


def read_signature(lines: list[Line], found: Instrument) -> None:
    """成文日期 and the names above it; the body ends before them (GB/T 9704-2012 §7.3.5)."""
    closed = 0
    inside = [k for k, line in enumerate(lines) if found.body.begin <= line.begin < found.body.end]
    for k in inside:
        line = lines[k]
        if _SIGNED.match(line.text) and found.issued is None:
            _set_date(found, line)
        elif line.date() and (found.issued is None or found.kind != "Minutes"):
            names = _names_above(lines, k, found.body.begin)
            if names or found.issued is None:
                _set_date(found, line)
                found.signature = [lines[n].span for n in names]
                closed = closed or lines[names[0] if names else k].begin
                break
        elif _LISTED.match(line.text) and k > inside[0]:
            closed = closed or line.begin
        elif _COPIED.match(line.text):
            closed = closed or line.begin
            if found.issued is None and (printed := _PRINTED.match(line.text)):
                _set_date(found, line)
                found.signature = found.signature or [Span(line.begin, line.begin + printed.end("organ"))]
            break
    if closed:
        found.body = Span(found.body.begin, closed)


def _is_name(line: Line) -> bool:
    """Could be a name in a signature: short, no date, no bracket that opens it, no word of a responsibility clause."""
    return line.is_short() and not find_date(line.text) and line.text[0] not in "（(〔[【" and "负责" not in line.text


def _names_above(lines: list[Line], k: int, begin: int) -> list[int]:
    """The lines right above the date that are names of organs."""
    names: list[int] = []
    n = k - 1
    while n >= 0 and lines[n].begin >= begin and len(names) < 12 and _is_name(lines[n]):
        names.insert(0, n)
        n -= 1
    return names
