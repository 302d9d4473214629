"""Tables that give places their industries: a column of places or parks, another headed 主导产业, 发展方向 and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.industry_roles.clauses import Role
from loaders.extract.industry_roles.phrase import LONGEST, is_industry
from loaders.extract.projects.ground import Ground
from loaders.model import Block, CleanText, Span

_PLACE = re.compile(
    "(?:所[在属])?(?:[市州县区旗镇]|地区|地市|市州|县区|区县|市县|县市区|县（市、区）|城市|区域|(?:产业|工业)?园区?|开发区|集聚区|片区|载体|平台)(?:（[^（）]*）)?(?:名称)?"
)
_INDUSTRY = re.compile(
    "(?:主导|主攻|首位|重点|特色|优势|支柱)产业(?:方向|定位|名称|集群)?|(?:主攻|产业|主要|重点)?发展方向|产业(?:定位|方向|布局|类型)|重点发展(?:的?(?:产业|领域|方向))?|功能定位"
)
_LEADING = re.compile("(?:主导|主攻|首位|支柱)产业")
_OTHER = re.compile("等(?:[一-鿿]{0,6}产业)?$|产业$(?<=、[一-鿿]{3}产业)")


def table_roles(text: CleanText, ground: Ground) -> Iterator[Role]:
    """The roles that the rows of such tables tell."""
    tables: dict[int, dict[int, dict[int, Block]]] = {}
    for block in text.blocks:
        if block.kind == "cell" and block.table >= 0:
            tables.setdefault(block.table, {}).setdefault(block.row, {})[block.column] = block
    for rows in tables.values():
        first, *below = (rows[row] for row in sorted(rows))
        head = {column: re.sub(r"\s", "", ground.plain[cell.begin : cell.end]) for column, cell in first.items()}
        seat = next((column for column, name in head.items() if _PLACE.fullmatch(name)), None)
        told = next((column for column, name in head.items() if _INDUSTRY.fullmatch(name)), None)
        if seat is None or told is None:
            continue
        role = "主导产业" if _LEADING.match(head[told]) else ""
        for row in below:
            if seat in row and told in row and (found := _row(ground, row[seat], row[told], role)) is not None:
                yield found


def _row(ground: Ground, seat: Block, told: Block, role: str) -> Role | None:
    """The role of one row: the innermost place named in its first cell, the industries of the other."""
    places = ground.within(seat.begin, seat.end)
    printed = ground.text[told.begin : told.end]
    lead = len(printed) - len(printed.lstrip())
    industry = _OTHER.sub("", printed.strip())
    if not places or len(industry) > LONGEST or not is_industry(industry):
        return None
    begin = told.begin + lead
    return Role((places[-1],), industry, role, Span(begin, begin + len(industry)))
