"""The table of properties above a document: 索引号, 发文机关, 发文字号 … on government sites, 【制定机关】 … in law databases.

Its lines are no part of the text but say what the document is: they become paragraphs of kind ``property``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from loaders.clean.para import Para
from loaders.registry.paths import ontology_dir

WITHIN = 80
"""The table stands within so many paragraphs of the top."""
LONGEST = 400
_VALUE = 120
FEWEST = 2
"""So many different labels make a table; a database's label in 【】 is one alone."""
_BULLET = r"[•·∙▪◆■\-|｜\s]*"
_GAP = r"[ \u3000\t]{2,}"
"""What parts a label from its value where columns are set by blanks alone."""
_RULE = re.compile(r"(?:文章属性|信息属性|基本信息|公开信息|正文|全文|文件内容)[:：]?")
"""Captions between the table and the text."""
_FORM = {
    "number": re.compile(r".*(?:\d+\s*号|\d{4}.{0,3}\d+)$"),
    "issued": re.compile(r"(?:19|20)\d\d.{3,20}"),
    "published": re.compile(r"(?:19|20)\d\d.{3,20}"),
}
_ROW = re.compile(r"[\u4e00-\u9fff]{2,6}\s*[|｜].*")
"""A row of a table drawn with bars, below one of properties."""
_TOP, _ROWS = 12, 3
"""A table whose labels have no mark behind them stands at the top, in so many lines at least."""
APART = 6
"""Lines of one table are no further apart."""
_BOXED = re.compile(r"【\s*[\u4e00-\u9fff\s]{2,10}】")
_CREDITS = frozenset(("来源", "信息来源", "发布时间", "发布日期", "浏览次数", "访问次数", "点击数", "浏览量"))
"""Labels that lines of credits have as well: alone they make no table."""
_FREE = re.compile(r"内容|关键|主题|摘要")
"""What stands under such a label has no form to know it by."""


class Property(NamedTuple):
    """What it tells (``number``, ``issuer``, ``issued``, ``published``, ``title``, ``other``), where its value is."""

    key: str
    label: str
    begin: int
    end: int


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """Label → what it tells."""
    with (ontology_dir() / "page-properties.toml").open("rb") as file:
        data = tomllib.load(file)
    return {label: key for key, listed in data.items() for label in listed.split()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    wide = sorted((r"\s*".join(label) for label in _labels()), key=len, reverse=True)
    return re.compile(
        rf"(?:^{_BULLET}|(?<=[\s;；|｜】]))(?:【\s*(?P<boxed>{'|'.join(wide)})\s*】|(?P<label>{'|'.join(wide)})(?:\s*[:：|｜]|{_GAP}))"
    )


@lru_cache(maxsize=1)
def _bare_pattern() -> re.Pattern[str]:
    wide = "|".join(sorted((r"\s*".join(label) for label in _labels()), key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=\s))(?P<boxed>)(?P<label>{wide})(?:\s+|(?=[\u4e00-\u9fff\d]))")


def properties(text: str) -> list[Property]:
    """The properties that ``text``, a line of such a table, gives one after the other; none where it opens with no label."""
    return _read(text, _pattern()) or _read_bare(text)


def _read_bare(text: str) -> list[Property]:
    """The properties of a line whose labels have no mark behind them."""
    return _read(text, _bare_pattern()) if len(text) <= _VALUE else []


def _read(text: str, pattern: re.Pattern[str]) -> list[Property]:
    found = list(pattern.finditer(text)) if len(text) <= LONGEST else []
    if not found or found[0].start():
        return []
    out = []
    for match, after in zip(found, [*found[1:], None], strict=True):
        value = text[match.end() : after.start() if after else len(text)]
        begin = match.end() + len(value) - len(value.lstrip(" :：|｜\u3000\u00a0"))
        label = "".join((match["boxed"] or match["label"]).split())
        out.append(
            Property(_labels()[label], label, begin, max(begin, match.end() + len(value.rstrip(" \u3000\u00a0;；|•·∙【"))))
        )
    return out


def marked(paras: list[Para]) -> tuple[list[Para], dict[str, str]]:
    """``paras`` with the lines of a table of properties made of kind ``property``, and what it tells of the page.

    A label and its value on lines, or in cells, of their own become one paragraph; a table that is printed twice is kept once.
    """
    lines: dict[int, list[Property]] = {}
    for i, para in enumerate(paras[:WITHIN]):
        found = _read(para.text, _pattern()) if not lines or i - max(lines) <= APART else []
        if any(p.label not in _CREDITS for p in found):
            lines[i] = found
    lines = _with_boxed(paras, lines) or _bare(paras)
    if not lines and (stacked := _stacked(paras)):
        return stacked, _told([para for para in stacked if para.kind == "property"])
    labels = {p.label for found in lines.values() for p in found}
    boxed = any("【" in paras[i].text for i in lines)
    if not lines or (len(labels) < FEWEST and not boxed) or labels <= _CREDITS:
        return paras, {}
    out: list[Para] = []
    skip, seen = -1, set[str]()
    for i, para in enumerate(paras):
        if i == skip:
            continue
        if i not in lines and i - 1 in lines and _ROW.fullmatch(para.text):
            lines[i] = []
            out.append(replace(para, kind="property"))
        elif i in lines:
            para, skip = _with_value(paras, i, lines)
            text = "".join(para.text.split())
            if text not in seen:
                out.append(replace(para, kind="property", table=-1, row=-1, column=-1))
                seen.add(text)
        elif not (_RULE.fullmatch(para.text.strip()) and (i - 1 in lines or i + 1 in lines or i - 1 == skip)):
            out.append(para)
    return out, _told([para for para in out if para.kind == "property"])


def _with_boxed(paras: list[Para], lines: dict[int, list[Property]]) -> dict[int, list[Property]]:
    """``lines`` with those next to them that open with a label in 【】, whatever it says: as all of a database do."""
    if not any("【" in paras[i].text for i in lines):
        return lines
    out = dict(lines)
    for i in range(min(lines) - 1, max(lines) + APART):
        if 0 <= i < len(paras) and i not in out and _BOXED.match(paras[i].text):
            out[i] = _read(paras[i].text, _pattern())
    return dict(sorted(out.items()))


def _told(stated: list[Para]) -> dict[str, str]:
    """What the paragraphs of a table tell of the page: its day and title."""
    meta: dict[str, str] = {}
    for para in stated:
        for each in properties(para.text):
            meta.setdefault(each.key, para.text[each.begin : each.end])
    return {k: meta[k] for k in ("published", "title") if meta.get(k)}


def _stacked(paras: list[Para]) -> list[Para]:
    """``paras`` with labels on lines of their own, no mark behind them, joined to the values below; empty where no table is.

    As many as of a table with a line each must follow each other, one of them with a number or a day in its form below.
    """
    at = [i for i, para in enumerate(paras[:WITHIN]) if "".join(para.text.split()) in _labels()]
    keys = {i: _labels()["".join(paras[i].text.split())] for i in at}
    formed = any(keys[i] in _FORM and i + 1 < len(paras) and _FORM[keys[i]].fullmatch(paras[i + 1].text) for i in at)
    if len(at) < _ROWS or not formed or any(b - a > FEWEST for a, b in pairwise(at)):
        return []
    out: list[Para] = []
    for i, para in enumerate(paras):
        if i - 1 in keys and i not in keys and len(para.text) <= _VALUE:
            label = out.pop()
            blank = replace(label.part(len(label.text) - 1, len(label.text)), text=" ")
            out.append(replace(label.joined(blank).joined(para), kind="property"))
        else:
            out.append(replace(para, kind="property") if i in keys else para)
    return out


def _bare(paras: list[Para]) -> dict[int, list[Property]]:
    """The lines right at the top that give labels with no mark behind them (发文机关国务院; 文号 某政发〔2018〕53号 时效 有效).

    They are taken for a table where they follow each other and one tells a number or a day in its form.
    """
    lines: dict[int, list[Property]] = {}
    for i, para in enumerate(paras[:_TOP]):
        if found := _read_bare(para.text):
            lines[i] = found
        elif lines:
            break
    known = [(each, paras[i].text[each.begin : each.end]) for i, found in lines.items() for each in found]
    formed = any(each.key in _FORM and _FORM[each.key].fullmatch(value) for each, value in known)
    return lines if len(lines) >= _ROWS and formed and all(value for _, value in known) else {}


def _with_value(paras: list[Para], i: int, lines: dict[int, list[Property]]) -> tuple[Para, int]:
    """The property of line ``i`` with the value that stands below it, and the line of that value (or -1)."""
    para = paras[i]
    if not lines[i]:
        return para, -1
    last = lines[i][-1]
    if last.end > last.begin or len(lines[i]) > 1 or i + 1 >= len(paras) or i + 1 in lines:
        return para, -1
    value = paras[i + 1]
    form = _FORM.get(last.key)
    fits = form.match(value.text) if form else (len(value.text) <= 8 or i + 2 in lines)
    if len(value.text) > _VALUE or not fits or (_FREE.search(last.label) and i + 2 not in lines):
        return para, -1
    return para.joined(value), i + 1
