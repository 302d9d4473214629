"""Tables that divide figures among places: a column of places, each other head the name of a figure with its unit."""

from __future__ import annotations

import re

from loaders.extract.targets import compare
from loaders.extract.targets.draft import Figure
from loaders.extract.targets.grid import Cell, rows_of
from loaders.extract.targets.headings import title_year
from loaders.extract.targets.numerals import arabic, narrow
from loaders.extract.targets.units import UNIT

_PLACES = re.compile(
    r"(?:市|州|县|区|乡镇|省|地)[（()）、，/市州县区]*|(?:地区|区域|城市|县区|区县|市县|县域|行政区划?)(?:名称)?|各?市地?州?|(?:开发区|产业园区?|园区|集聚区|景区|水库|灌区)(?:名称)?"
)
_NAMED = re.compile(r"(?P<name>[^（(]{2,24})[（(](?:单位[:：])?(?P<unit>[^（）()]{1,8})[）)]")
_VALUE = re.compile(r"(?P<before>[^\d]{0,4})(?P<number>\d[\d,]*(?:\.\d+)?)(?P<after>\D{0,4})")
_TOTAL = re.compile("合计|总计|小计|全[省市区州县]")
_REPORTED = re.compile("完成|实际|现状|已|核准|批准")


def shared_figures(cells: list[Cell]) -> list[Figure]:
    """The figures of a table of places, none when its head row is not that of one."""
    head, rows = rows_of(cells)
    place_at = next((c for c, cell in head.items() if _PLACES.fullmatch(cell.text.strip())), None)
    named = {c: m for c, cell in head.items() if (m := _NAMED.fullmatch(cell.text.strip())) and UNIT.fullmatch(m["unit"])}
    if place_at is None:
        return []
    return [
        figure
        for row in rows
        if (place := row.get(place_at)) is not None and place.text.strip()
        for c, m in sorted(named.items())
        if c in row and (figure := _figure(place, row[c], m)) is not None
    ]


def _figure(place: Cell, cell: Cell, head: re.Match[str]) -> Figure | None:
    """What the ``cell`` under ``head`` says of the ``place``; nothing where it holds no number."""
    m = _VALUE.fullmatch(narrow(cell.text).strip())
    value = arabic(m["number"]) if m else None
    if m is None or value is None:
        return None
    scope = "" if _TOTAL.match(place.text.strip()) else place.text.strip()
    sign = compare.after(m["after"], 0)[0] or compare.before(m["before"]) or "="
    kind = "baseline" if _REPORTED.search(head["name"]) else "target"
    year = title_year(head["name"])
    begin, end = min(place.begin, cell.begin), max(place.end, cell.end)
    return Figure(head["name"].strip(), sign, value, m["number"], head["unit"], begin, end, year, scope, kind)
