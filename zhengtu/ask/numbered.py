"""Years and the numbers of tasks in a question: 2025年, 任务八, 第二十三条, task 5.1, 5.2.2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.numerals import number
from zhengtu.ask.entities import Entity, Gazetteer
from zhengtu.ask.told import Found

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\s*(?:年底|年末|年)?")
_TASK = re.compile(
    r"任务(?:编号)?\s*(\d+(?:\.\d+)*|(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![一二三四五六七八九十项个条]))(?![\d年])|第\s*(\d+(?:\.\d+)*|[一二三四五六七八九十百]+)\s*[项条](?:任务)?|tasks?\s+(\d+(?:\.\d+)*)"
    r"|(?<![\d.])(\d{1,2}(?:\.\d{1,2}){2}|\d{1,2}\.\d{1,2}(?=\s*(?:[这那]?一?[项条]|任务|是什么|讲|号)))(?![\d.])"
)


def numbered(text: str, known: Gazetteer) -> Iterator[Found]:
    """Where they stand in ``words.plain`` text; a year that no text speaks of means nothing."""
    for match in YEAR.finditer(text):
        year = (Entity("year", match[1], match[1]),) if match[1] in known.years else ()
        yield match.start(), match.end(), year
    for match in _TASK.finditer(text):
        said = match[1] or match[2] or match[3] or match[4]
        path = said if "." in said else str(number(said))
        yield match.start(), match.end(), (Entity("task_number", path, path),)
