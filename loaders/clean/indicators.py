"""Tables of indicators pasted as text: a head with 指标 and years or values, below it rows of name, unit and values.

The cells stand one a line, or a line holds a row and single blanks part its cells.  A row is known by its looks: a name, a
unit where the head has a column of units, then a value (or a dash) for each column of values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile

from loaders.clean.para import Para

_NAME = re.compile("(?:主要|具体|核心|评价|考核|[一二三]级)?指标(?:名称|项目)?|指标内容|项目名称")
_VALUE = re.compile(
    r"(?:\d{4}年?(?:[（(][^（）()]{1,8}[）)])?(?:现状|目标|基准|基期|规划|预期|实际|完成)?值?|(?:近期|远期|规划|省级|市级|国家)?(?:现状|目标|指标|标准|考核|基期|基准|规划|预期|参考)值"
    r"|“?十[一二三四五]五”?(?:期?末|目标|规划)?(?:目标)?值?|[“”十一二三四五]*(?:年均|累计)[一-鿿“”]{0,8}(?:[（(]%[）)])?)"
)
_OTHER = re.compile(
    "名称|说明|序号|类别|类型|领域|任务|分类|目标|层|属性|指标(?:属性|性质|类型|说明)|性质|备注|(?:责任|牵头)(?:单位|部门)|数据来源"
)
_UNIT = re.compile("(?:计量|指标)?单位")
_SHARER = re.compile("[一-鿿]{2,8}")
"""One of those among whom the figures are divided (常州, 武进区, 高新区), a head of its own behind the unit."""
_FIGURE = re.compile(
    r"[≥≤><＞＜〉〈约]?=?[\[〔【［（(]?[-－—]?\d[\d,，]*(?:\.\d+)?(?:%|％)?[\]〕】］）)]?(?:以上|以下|左右|以内)?[①-⑳]?|[-—–－/／]{1,3}"
)
_NUMBER = re.compile(r"\d[\d.]*(?:以上|以下|左右|以内)?")
"""A value (7左右), which is no unit."""
_MEASURE = re.compile(r"[%％‰℃/／A-Za-zμ㎡㎞³²·一-鿿（）()]{1,12}(?<!性)|[-—–－/／]{1,3}|\d{1,2}[A-Za-z一-鿿/]{1,8}")
_WORDY = re.compile("[一-鿿]{1,10}")
_WORD = re.compile(r"\S+")
_ENDS = re.compile("[。；]|^(?:注|备注|说明|以上|资料来源)[:：]?")
LONGEST, TABLE, PATIENCE, WIDEST, SHARERS = 30, 5000, 30, 24, 3
"""No cell is longer; such tables are numbered from here; so many cells in a row fit no row; a head has at most so many, of
those among whom figures are divided no fewer than three."""


def indicators(paras: list[Para]) -> list[Para]:
    """Lines of a table of indicators → cells; other paragraphs as they are."""
    out: list[Para] = []
    table, at = TABLE, 0
    while at < len(paras):
        head, below = _head(paras, at) if "指标" in paras[at].text or len(paras[at].text) < WIDEST else ([], at)
        rows, after = _rows(paras, below, head) if head else ([], at)
        if not rows:
            out.append(paras[at])
            at += 1
            continue
        for number, row in enumerate([list(enumerate(head)), *rows]):
            out.extend(replace(cell, kind="cell", table=table, row=number, column=column) for column, cell in row)
        table, at = table + 1, after
    return out


def _is_head(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (_NAME, _VALUE, _UNIT, _OTHER))


def _head(paras: list[Para], at: int) -> tuple[list[Para], int]:
    """The head cells that open at line ``at`` and the first line below; no cells where none do."""
    if paras[at].kind != "p":
        return [], at
    words = _words(paras[at])
    below = at + 1
    if len(words) == 1:
        words = []
        below = at
        for para in paras[at : at + WIDEST]:
            shared = words and any(_UNIT.fullmatch(word.text) for word in words) and _SHARER.fullmatch(para.text)
            if not (_is_head(para.text) or shared) or para.kind != "p":
                break
            words.append(para)
            below += 1
        if not _shared([word.text for word in words]):
            words = list(takewhile(lambda word: _is_head(word.text), words))
            below = at + len(words)
    texts = [word.text for word in words]
    kinds = _kinds(texts) if len(texts) > 1 and (all(map(_is_head, texts)) or _shared(texts)) else []
    return (words, below) if "name" in kinds and "value" in kinds else ([], at)


def _shared(heads: list[str]) -> int:
    """Where the heads begin that only name those among whom the figures are divided, the last of the row; 0 for none."""
    first = next((i + 1 for i, head in enumerate(heads) if _UNIT.fullmatch(head)), 0)
    divided = first and len(heads) - first >= SHARERS and all(_SHARER.fullmatch(head) for head in heads[first:])
    return first if divided and all(map(_is_head, heads[:first])) and not any(map(_is_head, heads[first:])) else 0


def _kinds(heads: list[str]) -> list[str]:
    """``name``, ``unit``, ``value`` or nothing for each head; beside 名称 the column 指标 holds the values."""
    named = "名称" in heads
    out = []
    if first := _shared(heads):
        return [*_kinds(heads[:first]), *("value" for _ in heads[first:])]
    for head in heads:
        name = head == "名称" if named else _NAME.fullmatch(head) is not None
        value = _VALUE.fullmatch(head) is not None or (named and head == "指标")
        out.append("name" if name else "value" if value else "unit" if _UNIT.fullmatch(head) else "")
    return out


def _words(para: Para) -> list[Para]:
    """The words of a line."""
    return [para.part(*match.span()) for match in _WORD.finditer(para.text)] if len(para.text) < 5 * LONGEST else []


Row = list[tuple[int, Para]]


def _rows(paras: list[Para], at: int, head: list[Para]) -> tuple[list[Row], int]:
    """The rows below a head, each cell with its column, and the first line behind them."""
    kinds = _kinds([cell.text for cell in head])
    name = kinds.index("name")
    wanted = [kind if kind != "name" else "" for kind in kinds[name + 1 :]]
    size = max(i for i, kind in enumerate(wanted) if kind) + 1 if any(wanted) else 0
    if not size or "" in wanted[:size]:
        return [], at
    rows: list[Row] = []
    between: list[Row] = []  # groups, numbers, rows without a number: a row each
    found = 0
    last = at
    more = _cells(paras, at)
    cells: list[tuple[int, Para]] = []
    i = 0
    while len(between) <= PATIENCE:
        cells.extend(islice(more, max(0, i + len(wanted) + 3 - len(cells))))
        if i >= len(cells):
            break
        cell = cells[i][1]
        behind = [c for _, c in cells[i + 1 : i + 1 + len(wanted)]]
        if _opens(cells, i, wanted[:size]) and not _opens(cells, i + 1, wanted[:size]):  # no group above the name
            tail = [c for c, kind in zip(behind[size:], wanted[size:], strict=False) if _WORDY.fullmatch(c.text)]
            row = [*behind[:size], *tail]
            rows += [*between, [(name, cell), *((name + 1 + k, c) for k, c in enumerate(row))]]
            between, i = [], i + 1 + len(row)
            last, found = cells[i - 1][0] + 1, found + 1
        else:
            between.append([(0, cell)])
            i += 1
    return (rows, last) if found > 1 else ([], at)


def _opens(cells: list[tuple[int, Para]], at: int, wanted: list[str]) -> bool:
    """Whether a row's name stands at ``at``, with its unit and values behind it."""
    behind = [cell.text for _, cell in cells[at + 1 : at + 1 + len(wanted)]]
    return len(behind) == len(wanted) and _is_name(cells[at][1].text) and _fits(behind, wanted)


def _cells(paras: list[Para], at: int) -> Iterator[tuple[int, Para]]:
    """The words below the head with the lines they stand in, up to a line that is running text."""
    for line in range(at, len(paras)):
        para = paras[line]
        if para.kind != "p" or _ENDS.search(para.text) or len(para.text) > 5 * LONGEST:
            return
        for word in _words(para):
            yield line, word


def _is_name(text: str) -> bool:
    if text.endswith("性") and len(text) < 5:  # 约束性
        return False
    return 2 <= len(text) <= LONGEST and re.search("[一-鿿]{2}", text) is not None and not _FIGURE.fullmatch(text)


def _fits(texts: list[str], wanted: list[str]) -> bool:
    """Whether the cells look like a unit and values, one of them a number."""
    told = any(char.isdigit() for text, kind in zip(texts, wanted, strict=True) if kind == "value" for char in text)
    return told and all(
        _FIGURE.fullmatch(text) if kind == "value" else _MEASURE.fullmatch(text) and not _NUMBER.fullmatch(text)
        for text, kind in zip(texts, wanted, strict=True)
    )
