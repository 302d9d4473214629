"""Where projects are listed as such: parts headed 重点工程项目, tables with a column of project names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from loaders.extract.projects.ground import Ground
from loaders.extract.projects.names import Name, head_of
from loaders.model import Block, Outline, Span

_HEADING = re.compile(
    "(?:重点|重大|标志性|交通|水利|能源|建设)[^，。]{0,8}(?:工程|项目)|工程项目|项目(?:名单|清单|分工|库|表)?$|专栏.*(?:工程|项目)"
)
_COLUMN = re.compile("(?:重点|重大)?(?:项目|工程)(?:名称)?$")
_PROJECTS = re.compile("(?:重点|重大|标志性|主要)(?:建设)?(?:工程|项目|工程项目)")
_LIST_TITLE = re.compile("(?:工程|项目|任务)[^，。]{0,6}(?:清单|名单|一览表|计划表|项目表)")
_WORK = re.compile("(?:工程|项目)(?:（[^（）]{1,14}）|[一二三四五六七八九十]期)?$")
_STATUS = re.compile("建设性质|项目性质|建设阶段|项目类型|建设状态")


class Listings:
    """The ranges of parts whose heading announces projects."""

    def __init__(self, outline: Outline, title: str = "") -> None:
        self._ranges: list[tuple[int, int]] = []
        listed = _LIST_TITLE.search(title) is not None
        self.items = [(part.title, part.heading) for part in outline.parts if part.task and listed and _WORK.search(part.title)]
        """Titles and headings of the items that name a work, where the document is a list of them (…重点工程清单)."""
        self.labelled = [
            (label, part.heading)
            for part in outline.parts
            if not listed and part.parent >= 0 and _PROJECTS.fullmatch(outline.parts[part.parent].title)
            if (label := re.split("[：:。，]", part.title, maxsplit=1)[0])
        ]
        """What opens the items of a part headed 重点项目, up to its colon."""
        for part in outline.parts:
            if (
                _HEADING.search(part.title)
                and len(part.title) <= 30
                and (not self._ranges or part.span.begin >= self._ranges[-1][1])
            ):
                self._ranges.append((part.span.begin, part.span.end))

    def holds(self, at: int) -> bool:
        """Whether ``at`` stands in such a part."""
        i = bisect_right(self._ranges, (at, 1 << 60)) - 1
        return i >= 0 and self._ranges[i][0] <= at < self._ranges[i][1]


def table_projects(ground: Ground, blocks: Sequence[Block]) -> Iterator[tuple[Name, str]]:
    """The cells below a heading 项目名称, each with the cell of its row below 建设性质."""
    column: dict[int, int] = {}
    state: dict[int, int] = {}
    rows: dict[tuple[int, int], str] = {}
    for block in blocks:
        if block.kind != "cell":
            continue
        text = ground.plain[block.begin : block.end].strip()
        if block.table not in column and _COLUMN.match(text):
            column[block.table] = block.column
        elif _STATUS.match(text):
            state[block.table] = block.column
        elif state.get(block.table) == block.column:
            rows[block.table, block.row] = text
    for block in blocks:
        if block.kind != "cell" or column.get(block.table) != block.column or not 3 <= block.end - block.begin <= 50:
            continue
        span = Span(block.begin, block.end)
        if _COLUMN.match(ground.plain[span.begin : span.end].strip()):
            continue
        head = head_of(ground, span)
        yield Name((span,), head.word if head else ""), rows.get((block.table, block.row), "")
