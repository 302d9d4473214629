"""Headings without a number: 2017年工作回顾, 预期目标."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.targets.layout import Section

_WHEN = "20\\d\\d年|过去(?:的)?[一五]年|今后五年|“?十[一二三四五]五”?(?:时期|期间)?"
_WHAT = (
    "回顾|总结|主要成绩|预期目标|主要预期目标|主要目标|发展目标|总体目标|"
    "工作(?:安排|打算|任务|部署|重点|目标)|总体要求(?:和[一-鿿]{2,8})?"
)
_HEADING = re.compile(
    rf"(?m)^[ 　\t]*(?P<title>(?:回顾|展望)[一-鿿]{{0,4}}(?:20\d\d年)[一-鿿]{{0,10}}|"
    rf"(?:{_WHEN})?(?:以来)?的?(?:政府工作|主要工作|工作|经济社会发展)?的?(?:{_WHAT}))[：:]?[ 　\t]*$"
)


def with_bare(text: str, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """``sections`` and the unnumbered headings of ``text``, each of which holds all down to the next one."""
    found = [m for m in _HEADING.finditer(text) if not any(s.begin <= m.end() and m.start() <= s.begin + 1 for s in sections)]
    if not found:
        return sections
    ends = [*(m.start() for m in found[1:]), len(text)]
    bare = [Section(m.start("title"), end, m["title"]) for m, end in zip(found, ends, strict=True)]
    order = sorted([*((s.begin, 0, -1 - i) for i, s in enumerate(bare)), *((s.begin, 1, i) for i, s in enumerate(sections))])
    place = {index: at for at, (_, _, index) in enumerate(order)}
    merged: list[Section] = []
    for begin, _, index in order:
        if index < 0:
            merged.append(bare[-1 - index])
            continue
        section = sections[index]
        holder = next((i for i, s in enumerate(bare) if s.begin <= begin < s.end), None)
        outer = place[-1 - holder] if holder is not None else -1
        merged.append(replace(section, parent=place[section.parent] if section.parent >= 0 else outer))
    return tuple(merged)
