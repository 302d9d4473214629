"""One official document of a file: its title, head and signature (GB/T 9704-2012 §7.2, §7.3)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from loaders.identify.lines import Line
from loaders.identify.numbers import Number, find_numbers, serial_line
from loaders.model import Span
from loaders.numerals import find_date
from loaders.units import SUFFIX

_ADOPTED = re.compile(
    r"[（(](?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?P<organ>[^（）()，。]{2,40}?(?:委员会|代表大会))(?:第[^（）()，。]{2,30}?会议)?(?:审议)?通过"
)
ORGAN_DATE = re.compile(r"(?P<organ>[\u4e00-\u9fff]{4,40}?)\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日")
SIGNED_BELOW = re.compile(rf"[（(]{ORGAN_DATE.pattern}[）)]$")
"""Organ and date in one bracket below the title."""
_DELIVERED = re.compile(
    r"[（(—―－-]*\s*(?=(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[，,]?\s*在)[^。]{8,80}(?:会议?|大会|全会)上?[）)]?$"
)
"""The day a report was given, with the meeting: ——2020年1月8日在某县第十七届人民代表大会第四次会议上."""
_SIGNED = re.compile(r"(?:签[订署约](?:时间|日期)|日期)\s*[:：]")
_LISTED = re.compile(r"附\s*件\s*[:：]?\s*(?:1[.．]|[^：:]{0,40}$)")
_HALF_DATE = re.compile(r"(?:19|20)\d{2}\s*年(?=.*\d)[\d月日\s]{1,8}")
"""A date below its organ that the copy has damaged (2018年3, 2018年3月日): it tells no day, but that the name above signs."""
_MONTH = re.compile(r"(?:(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月")
_DATED = re.compile(r"(?:号|^)[\s（(]*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[\s）)]*(?:$|[\u4e00-\u9fff])")
"""Number and day on one line below the title."""
_WRITTEN_TO = ("Letter", "Reply", "Approval")
_PARAGRAPH = 60
_PARTED_UNITS = frozenset("，,；;：:")
_PARTS = re.compile("[、，,]")
_FURNITURE = 6
"""So many lines of a page at most stand between a title and its addressees."""
_PRINTED = re.compile(r"(?P<organ>[\u4e00-\u9fff]{4,24}?)\s*(?=(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*印)")
_DAY = re.compile(r"\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*印发?$")
_COPIED = re.compile(r"(?:抄\s*送|分\s*送|主题词|印\s*发)\s*[:：]|.{0,30}\d日\s*印发?$")


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


def set_serial(found: Instrument, line: Line) -> bool:
    """Take ``line`` as the number of an announcement (2023年第38号), if it is one and none is known; whether it is one."""
    text = serial_line(line.text)
    if text and not found.number:
        found.number, found.number_span = text, line.span
    return bool(text)


def set_number(found: Instrument, number: Number, line: Line) -> None:
    """Take ``number``, found on ``line``, unless one is known."""
    if not found.number:
        found.number, found.code = number.text, number.code
        found.number_span = Span(line.begin + number.begin, line.begin + number.end)


def read_head(lines: list[Line], at: int, found: Instrument) -> int:
    """Take number, bracketed date and addressees below the title; the line where the body starts."""
    if found.body.begin:
        return at
    for _ in range(5):
        if found.addressees is None and (below := _furniture_above(lines, at)):
            for stated in lines[at:below]:
                if numbers := find_numbers(stated.text):
                    _set_number_and_day(found, numbers[-1], stated)
            at = below
        if at >= len(lines):
            break
        line = lines[at]
        if (
            len(line.text) < 40
            and not line.is_addressee()
            and not _ADOPTED.match(line.text)
            and (numbers := find_numbers(line.text))
        ):
            _set_number_and_day(found, numbers[-1], line)
        elif set_serial(found, line):
            pass
        elif (line.date() or _DELIVERED.match(line.text)) and found.issued is None:
            _set_date(found, line)
        elif (adopted := _ADOPTED.match(line.text) or SIGNED_BELOW.match(line.text)) and found.issued is None:
            _set_date(found, line)
            found.signature = [Span(line.begin + adopted.start("organ"), line.begin + adopted.end("organ"))]
        elif line.is_addressee() and found.addressees is None:
            found.addressees = Span(line.begin, line.begin + len(line.text.rstrip("：: ")))
        elif found.addressees is None and _goes_on(lines, at):
            found.addressees = Span(line.begin, lines[at + 1].begin + len(lines[at + 1].text.rstrip("：: ")))
            at += 1
        elif (run_in := line.run_in_addressee()) and found.addressees is None:
            found.addressees = Span(line.begin, line.begin + run_in)
            found.body = Span(line.begin + run_in + 1, 0)
            return at + 1
        elif line.is_bare_addressee() and found.addressees is None and at + 1 < len(lines) and lines[at + 1].text[-1] == "。":
            found.addressees = Span(line.begin, line.begin + len(line.text.rstrip()))
        elif found.addressees is None and _is_addressed(lines, at, found.kind):
            found.addressees = line.span
        elif SUFFIX.search(line.text) and line.is_short() and at + 1 < len(lines) and _ADOPTED.match(lines[at + 1].text):
            pass  # the organ, above the bracket that says when it adopted the work
        elif SUFFIX.search(line.text) and line.is_short() and at + 1 < len(lines) and _MONTH.fullmatch(lines[at + 1].text):
            found.signature, at = [line.span], at + 1  # the cover of a plan: title, organ, month
        else:
            break
        at += 1
    found.body = Span(lines[at - 1].end + 1 if at else lines[0].begin, 0)
    return at


def _is_addressed(lines: list[Line], at: int, kind: str) -> bool:
    """Whether the organ on line ``at`` is the one a letter is written to: it has lost its colon, the letter follows."""
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    return (
        kind in _WRITTEN_TO and lines[at].is_short() and bool(SUFFIX.search(lines[at].text)) and after[-1:] in ("。", "：", ":")
    )


def _goes_on(lines: list[Line], at: int) -> bool:
    """Whether the addressees that begin on line ``at`` go on in the next, which closes them with a colon."""
    line = lines[at].text
    after = lines[at + 1] if at + 1 < len(lines) else None
    return (
        line[:1] == "各"
        and line[-1] not in "。；：:"
        and len(_PARTS.findall(line)) > 1
        and bool(after and after.is_addressee())
    )


def _furniture_above(lines: list[Line], at: int) -> int:
    """The line of the addressees, where only what a page sets below a title (日期：…, 字体：…) stands above it; else 0."""
    for k in range(at, min(at + _FURNITURE, len(lines))):
        line = lines[k]
        if line.is_addressee() or _goes_on(lines, k):
            return k
        if len(line.text) > _PARAGRAPH or line.text[-1] in "。；" or line.is_numbered() or line.date():
            return 0
        if serial_line(line.text) or _ADOPTED.match(line.text) or SIGNED_BELOW.match(line.text):
            return 0
    return 0


def _set_date(found: Instrument, line: Line) -> None:
    if result := find_date(line.text):
        found.issued, found.issued_span = result[0], Span(line.begin + result[1], line.begin + result[2])


def _set_number_and_day(found: Instrument, number: Number, line: Line) -> None:
    """Take the number on ``line``, and the day that some offices print beside it."""
    set_number(found, number, line)
    if found.issued is None and _DATED.search(line.text):
        _set_date(found, line)


def read_masthead(above: list[Line], found: Instrument) -> None:
    """Of minutes: the organ and the date that stand in the masthead, above the title (GB/T 9704-2012 §10.3)."""
    for line in above:
        if found.issued is not None:
            break
        if signed := ORGAN_DATE.fullmatch(line.text):
            _set_date(found, line)
            found.signature = [Span(line.begin, line.begin + signed.end("organ"))]
        elif line.date():
            _set_date(found, line)
            found.signature = [other.span for other in above if SUFFIX.search(other.text) and other.is_short()]


def read_signature(lines: list[Line], found: Instrument) -> None:
    """成文日期 and the names above it; the body ends before them (GB/T 9704-2012 §7.3.5)."""
    closed = 0
    first, last = (bisect_left(lines, at, key=attrgetter("begin")) for at in found.body)
    inside = range(first, last)
    for k in inside:
        line = lines[k]
        if _SIGNED.match(line.text) and found.issued is None:
            _set_date(found, line)
        elif line.date() and (found.issued is None or found.kind != "Minutes"):
            names = _names_above(lines, k, found.body.begin)
            if names or found.issued is None:
                _set_date(found, line)
                found.signature = [lines[n].span for n in names]
                if (names[0] if names else k) == inside[0] or _is_of_head(lines[inside[0] : k + 1]):  # below the title
                    found.body = Span(min(line.end + 1, found.body.end), found.body.end)
                    continue
                closed = closed or lines[names[0] if names else k].begin
                break
        elif found.issued is None and (signed := ORGAN_DATE.fullmatch(line.text)) and SUFFIX.search(signed["organ"]):
            _set_date(found, line)
            found.signature = [Span(line.begin, line.begin + signed.end("organ"))]
            closed = closed or line.begin
            break
        elif found.issued is None and k > inside[0] and _HALF_DATE.fullmatch(line.text) and _signs(lines[k - 1]):
            found.signature = [lines[k - 1].span]
            closed = closed or lines[k - 1].begin
            break
        elif _LISTED.match(line.text) and k > inside[0] and not line.tabled and not _is_text(lines, k + 1, last):
            closed = closed or line.begin
        elif _COPIED.match(line.text):
            closed = closed or line.begin
            if found.issued is None and (printed := _PRINTED.match(line.text)):
                _set_date(found, line)
                found.signature = found.signature or [Span(line.begin, line.begin + printed.end("organ"))]
            elif found.issued is None and k > inside[0] and _DAY.match(line.text) and _signs(lines[k - 1]):
                _set_date(found, line)
                found.signature, closed = [lines[k - 1].span], lines[k - 1].begin
            break
    if closed:
        found.body = Span(min(found.body.begin, closed), closed)


def _is_of_head(lines: list[Line]) -> bool:
    """Whether a date in brackets, the last of ``lines``, closes a head without a sentence: 在…会议上, the speaker, the day."""
    return lines[-1].text[0] in "（(" and all(line.text[-1] not in "。；：:" and not line.is_numbered() for line in lines)


def _is_text(lines: list[Line], k: int, last: int) -> bool:
    """Whether line ``k`` is a paragraph: 附件 above it is the title of what follows, no list at the foot of the paper."""
    return k < last and len(lines[k].text) > _PARAGRAPH and lines[k].text[-1] == "。" and not lines[k].is_numbered()


def _signs(line: Line) -> bool:
    """Whether ``line`` is the name of an organ alone, as in a signature."""
    return _is_name(line) and bool(SUFFIX.search(line.text)) and _PARTED_UNITS.isdisjoint(line.text)


def _is_name(line: Line) -> bool:
    """Could be a name in a signature: short, no date, no bracket that opens it, no word of a responsibility clause."""
    return line.is_short() and not find_date(line.text) and line.text[0] not in "（(〔[【—-" and "负责" not in line.text


def _names_above(lines: list[Line], k: int, begin: int) -> list[int]:
    """The lines right above the date that are names of organs."""
    names: list[int] = []
    n = k - 1
    while n >= 0 and lines[n].begin >= begin and len(names) < 12 and _is_name(lines[n]):
        names.insert(0, n)
        n -= 1
    return names
