"""The short forms in which prose names a division: 武汉 for 武汉市, 恩施 and 恩施州 for 恩施土家族苗族自治州."""

from __future__ import annotations

import re
from pathlib import Path

from gbt2260 import TABLES, Division, stem

_PROVINCES = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
}


def words_of(path: Path) -> set[str]:
    """The words of a table; ``#`` starts a comment line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


_PEOPLES = "|".join(sorted(words_of(TABLES / "peoples.txt"), key=lambda name: (-len(name), name)))
_AUTONOMOUS = re.compile(f"(.{{2,}}?)(?:(?:{_PEOPLES})+|族?)自治([州县旗])$")
_WING = re.compile("(.).+?([左右])翼([前后中]?)(?:旗|蒙古族)")
"""科尔沁左翼中旗, 喀喇沁左翼蒙古族自治县: the first character stands for the tribe."""
_SIDE = re.compile("(.).{2,}([左右前后中])旗$")


def candidates(division: Division) -> list[str]:
    """Short forms by the rule, the most usual first; empty where prose always writes the full name."""
    name = division.name
    if division.code.endswith("0000"):
        return [_PROVINCES.get(name) or re.sub("(省|市|特别行政区)$", "", name)]
    own = _AUTONOMOUS.match(name)
    if own:
        return [own.group(1), own.group(1) + own.group(2), f"{own.group(1)}自治{own.group(2)}", *banner_forms(name)]
    if name.endswith("盟"):
        return [name[:-1]]
    if name.endswith("新区") and len(name) > 3:
        return [name[:-2]]
    if name.endswith("旗"):
        return banner_forms(name)
    if division.retired:
        return []
    short = stem(name)
    return [short] if short != name else []


def banner_forms(name: str) -> list[str]:
    """How prose shortens a banner: its tribe's first character and its side (科左中旗, 阿左旗), or that and 旗 (克旗)."""
    if wing := _WING.match(name):
        return [f"{wing[1]}{wing[2]}{wing[3]}" + ("旗" if name.endswith("旗") else "县")]
    if side := _SIDE.match(name):
        return [f"{side[1]}{side[2]}旗"]
    return [name[0] + "旗"] if name.endswith("旗") and len(name) > 3 else []


def short_names(
    all_divisions: list[Division], words: set[str], never: set[str], distinct: set[str], given: dict[str, list[str]]
) -> dict[str, tuple[list[str], list[str]]]:
    """Per code the short names, and those that count only in context.

    A short name belongs to the highest division that has it: 吉林 is the province, not 吉林市; a county that shares its
    short name with a prefecture has none, nor has one whose short form is a plain word (``never``).  District names without
    区, words (``words``) and forms such as 克旗 count only in context, unless no word sounds like them (``distinct``);
    ``given`` holds the forms by full name that follow no rule.
    """
    taken: dict[str, str] = {}
    out: dict[str, tuple[list[str], list[str]]] = {}
    for division in sorted(all_divisions, key=_rank):
        plain: list[str] = []
        hidden: list[str] = []
        upper = division.code.endswith("00")
        for short in [*candidates(division), *given.get(division.name, [])]:
            if short in taken or short == division.name or (short in never and not division.code.endswith("00")):
                continue
            if upper:
                taken[short] = division.code
            district = not upper and division.name.endswith("区")
            brief = len(short) == 2 and (short[1] in "旗县" or short in given.get(division.name, []))
            closed = short not in distinct and (short in words or district or brief)
            (hidden if closed else plain).append(short)
        out[division.code] = (plain, hidden)
    return out


def _rank(division: Division) -> tuple[int, str]:
    code = division.code
    return (0 if code.endswith("0000") else 1 if code.endswith("00") else 2, code)
