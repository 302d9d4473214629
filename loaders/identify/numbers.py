"""发文字号: agency code, year, serial (GB/T 9704-2012 §7.2.5), and what the code tells of the issuer."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from loaders.registry.paths import ontology_dir

_YEAR_SERIAL = r"[〔\[（(［【]\s*(?P<year>(?:19|20)\d{2})\s*[〕\]）)］】]\s*(?:第\s*)?(?P<serial>\d{1,5})\s*号"
NUMBER = re.compile(rf"(?P<code>[\u4e00-\u9fff]{{1,12}}?){_YEAR_SERIAL}")
_BEHIND_CODE = re.compile(_YEAR_SERIAL)
"""Year and serial: looked for first, as brackets are few; the code then stands before them."""
_SERIAL_LINE = re.compile(
    r"(?:(?:19|20)\d{2}年)?第(?:\d{1,5}|[〇○零一二三四五六七八九十百]{1,6})号|[〔\[（(［](?:19|20)\d{2}[〕\]）)］]第?\d{1,4}[次期号]"
)
"""The number of an order, announcement or minutes, on a line of its own: 第737号, 2023年第38号, 〔2024〕第18次."""
_PROSE = re.compile(
    r"^.*(?:依据|根据|按照|参照|遵照|通知|意见|方案|规划|批复|文件|废止|修订|转发|执行|落实|以|的|和|与|及|将|按)(?=.{2,}$)"
)
_HEADS = "国中京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云滇黔藏陕秦甘陇青宁新蒙内"


@dataclass(frozen=True, slots=True)
class Number:
    """A document number as printed, normalised to ``code〔year〕serial号``, and its range in the text searched."""

    text: str
    code: str
    begin: int
    end: int


@lru_cache(maxsize=1)
def _codes() -> tuple[dict[str, str], dict[str, str]]:
    with (ontology_dir() / "document-numbers.toml").open("rb") as file:
        data = tomllib.load(file)
    return data["central"], data["province"]


def find_numbers(text: str) -> list[Number]:
    """All document numbers in ``text``, the code cut to what can be one where prose runs into it."""
    out = []
    free = 0
    for match in _BEHIND_CODE.finditer(text):
        end = match.start()
        if end <= free or not "\u4e00" <= text[end - 1] <= "\u9fff":
            continue
        free = match.end()
        code = _code(text, end)
        begin = end - len(code)
        if code:
            out.append(Number(f"{code}〔{match['year']}〕{int(match['serial'])}号", code, begin, match.end()))
    return out


def serial_line(line: str) -> str:
    """The number that a ``line`` of nothing else gives an order or announcement, without blanks; else an empty string."""
    squeezed = "".join(line.split()).strip("（()）")
    return squeezed if _SERIAL_LINE.fullmatch(squeezed) else ""


def _code(text: str, end: int) -> str:
    """The agency code that ends at ``end``: all back to the last mark of punctuation, or to where a code starts."""
    start = end
    while start > 0 and end - start < 14 and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    run = text[start:end]
    if len(run) <= 7:
        return _after_prose(run)
    central, _ = _codes()
    for size in range(min(8, len(run)), 1, -1):
        tail = run[-size:]
        if tail in central or (tail[0] in _HEADS and re.fullmatch(r".[\u4e00-\u9fff]{0,5}[发办函字规令通批]", tail)):
            return tail
    return run[-3:]


def _after_prose(run: str) -> str:
    """``run`` without a verb or noun that prose puts right before a number (依据国发, 通知国办发)."""
    return _PROSE.sub("", run)


def issuer_of(code: str) -> str:
    """The organ whose code this is, as far as the codes in use tell (国办发 → 国务院办公厅); else an empty string."""
    central, province = _codes()
    for size in range(len(code), 0, -1):
        if code[:size] in central:
            return central[code[:size]]
    if code and code[0] in province:
        name, rest = province[code[0]], code[1:]
        if re.match(r"(?:政办|府办|办发|办函|办字|政厅)", rest):
            return f"{name}人民政府办公厅"
        if re.match(r"(?:政|府)", rest):
            return f"{name}人民政府"
        if rest.startswith(("办", "委办")):
            return f"中共{name}委办公厅"
        if rest.startswith("发改"):
            return f"{name}发展和改革委员会"
    return ""
