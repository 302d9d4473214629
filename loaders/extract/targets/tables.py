"""Tables of indicators: a column of names, one of units, columns headed by a year or 目标."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.extract.targets import compare
from loaders.extract.targets.draft import Figure
from loaders.extract.targets.grid import Cell, Row, rows_of
from loaders.extract.targets.numerals import arabic, narrow
from loaders.extract.targets.units import RATIOS, UNIT
from loaders.extract.targets.words import GROWTH

_NAME = re.compile("指标|名称|项目")
_YEAR = re.compile(r"(20\d\d)年?|十([一二三四五六])五")
_VALUE_HEAD = re.compile(
    "^(?:指标|标准)$|目标|指标值|标准值|考核值|参考值|规划值|现状|基期|基准|完成|实际|数值|预期值|增速|增长|累计|年均"
)
_TOLD = re.compile("目标|预期|规划|计划")
_OTHER = re.compile("属性|类别|序号|责任|牵头|单位|备注|类型|部门|来源|说明|时限|时间|期限|措施|任务|启动")
_VALUE = re.compile(r"(?P<before>[^\d\[【]{0,8}?)[\[【〔]?(?P<number>\d[\d,]*(?:\.\d+)?)[\]】〕]?(?P<unit>[^，。；（(]{0,12})")
_IN_NAME = re.compile(r"[（(](?P<unit>[^（）()]{1,12})[）)]$")
_DATED = re.compile(r"20\d\d(?:年|[./-])")
_SUM = re.compile(r"[\[【〔［]")
_SHARER = re.compile("[一-鿿]{2,8}")
_BEGUN = re.compile(r"[≥≤<>约＜＞]?\d")
_PACE = re.compile(r"(?P<pace>增[幅长速]|增长率|降幅)[（(](?P<unit>[%％])[）)]")
"""增幅（%）in the column of units: what of the indicator is told."""
FEWEST = 3
"""A table divides its figures among so many or more."""
_NUMBERING = re.compile(r"^(?:\d+[.、．)]|[（(]\d+[）)])\s*")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of values: the year of its head, its kind if the head says so, the growth word it adds, whom it is of."""

    year: int | None
    kind: str
    growth: str
    sums: bool = False
    scope: str = ""


def table_figures(cells: list[Cell], kind_of: Callable[[int | None], str]) -> list[Figure]:
    """The figures of one table, none when its head row is not that of a table of indicators."""
    first, rows = rows_of(cells)
    head = dict(first)
    name_at = next((c for c, cell in head.items() if _NAME.search(cell.text) and not _YEAR.search(cell.text)), None)
    if name_at is None:
        return []
    while rows and _goes_on(rows[0], head[name_at], name_at):
        head |= {c: _under(head, c, cell) for c, cell in rows.pop(0).items()}
    columns = {c: _column(cell.text, kind_of) for c, cell in head.items() if c != name_at and _holds_values(cell.text)}
    unit_at = next((c for c, cell in head.items() if cell.text.strip() in ("单位", "计量单位")), None)
    columns = columns or _divided(head, rows, unit_at)
    if not columns:
        return []
    columns = _based(columns, {c: cell.text for c, cell in head.items()}, kind_of)
    found: list[Figure] = []
    for row in rows:
        if name_at in row:
            unit = row[unit_at].text.strip().strip("—-–/－") if unit_at in row else ""
            found.extend(_row(row, row[name_at], unit, columns))
    return found


def _divided(head: Row, rows: list[Row], unit_at: int | None) -> dict[int, _Column]:
    """The columns behind the unit where all their heads name those among whom the figures are divided, else none."""
    behind = {c: cell.text.strip() for c, cell in head.items() if unit_at is not None and c > unit_at}
    numbers = [row[c].text for row in rows for c in behind if c in row and _BEGUN.match(row[c].text.strip())]
    if len(behind) < FEWEST or not all(_SHARER.fullmatch(name) and not _OTHER.search(name) for name in behind.values()):
        return {}
    filled = sum(c in row for row in rows for c in behind)
    return {c: _Column(None, "target", "", scope=name) for c, name in behind.items()} if 2 * len(numbers) > filled else {}


def _based(columns: dict[int, _Column], heads: dict[int, str], kind_of: Callable[[int | None], str]) -> dict[int, _Column]:
    """``columns``, the first of several bare years told as the base where the document's own year does not tell."""
    years = {c: column.year for c, column in columns.items() if column.year and not column.growth}
    first = min(years, key=lambda c: years[c] or 0, default=-1)
    if len(set(years.values())) < 2 or kind_of(years[first]) or _TOLD.search(heads[first]):
        return columns
    return columns | {first: replace(columns[first], kind="baseline")}


def _goes_on(row: Row, name: Cell, name_at: int) -> bool:
    """Whether ``row`` continues the head: heads of values, nothing (or the same word again) in the column of names."""
    told = row.get(name_at)
    if told is not None and told.text.strip() not in ("", name.text.strip()):
        return False
    heads = [cell.text for c, cell in row.items() if c != name_at and cell.text.strip()]
    return bool(heads) and all(_holds_values(text) for text in heads)


def _under(head: Row, column: int, cell: Cell) -> Cell:
    """The head ``cell`` together with the one it stands under, which may span columns (目标值 over 2025年, 2030年)."""
    above = head.get(column) or head[max((c for c in head if c <= column), default=min(head))]
    return cell if above.text == cell.text else replace(cell, text=f"{above.text} {cell.text}")


def _holds_values(head: str) -> bool:
    """Whether a column's head announces values."""
    return bool(_YEAR.search(head) or _VALUE_HEAD.search(head)) and not (_OTHER.search(head) and not _YEAR.search(head))


def _column(head: str, kind_of: Callable[[int | None], str]) -> _Column:
    """What a head such as 2025年目标, 2020年, 年均增长 says."""
    m = _YEAR.search(head)
    year = None if m is None else int(m[1]) if m[1] else 2005 + 5 * " 一二三四五六".index(m[2])
    told = "target" if re.search("目标|预期|规划", head) else "baseline" if re.search("现状|基期|基准|完成|实际", head) else ""
    growth = "年均增长" if re.search("年均", head) else "累计增长" if "累计" in head else ""
    return _Column(year, told or kind_of(year) or "target", growth, "累计" in head)


def _row(cells: Row, name: Cell, unit: str, columns: dict[int, _Column]) -> list[Figure]:
    """The figures of one row."""
    label = _NUMBERING.sub("", re.sub(r"\s+", "", name.text))
    inner = _IN_NAME.search(label)
    if inner is not None and UNIT.fullmatch(inner["unit"]):
        unit = unit or inner["unit"]
        label = label[: inner.start()]
    if (pace := _PACE.fullmatch(unit)) is not None:
        unit, label = pace["unit"], label if GROWTH.search(label) else label + pace["pace"]
    found: list[Figure] = []
    for at, column in sorted(columns.items()):
        cell = cells.get(at)
        printed = narrow(cell.text).strip() if cell is not None else ""
        m = _VALUE.match(printed) if len(printed) <= 24 and not _DATED.match(printed) else None
        value = arabic(m["number"]) if m else None
        if cell is None or m is None or value is None or not label:
            continue
        found.append(_figure(label, m, value, unit, column, (min(name.begin, cell.begin), max(name.end, cell.end))))
    return found


def _figure(label: str, m: re.Match[str], value: Decimal, unit: str, column: _Column, span: tuple[int, int]) -> Figure:
    """A figure from a value cell: the sign printed before or after its number, its own unit before the column's."""
    own = UNIT.match(m["unit"])
    printed = own["unit"] if own and own["unit"] else ""
    sign = compare.after(m["unit"], len(printed))[0] or compare.before(m["before"]) or "="
    growth = "累计增长" if column.sums and _SUM.search(m.group()) else column.growth
    if not printed and growth == "年均增长" and unit not in RATIOS:
        unit = "%"
    indicator = label + ("" if GROWTH.search(label) else growth)
    return Figure(indicator, sign, value, m["number"], printed or unit, *span, column.year, column.scope, column.kind)
