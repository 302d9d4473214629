"""Things named by several words of a question together: a line by the places it joins, the figures of one project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.occurrences import in_order
from zhengtu.ask.entities import DIVISIONS, Entity, Gazetteer
from zhengtu.ask.mention import Mention
from zhengtu.ask.reading import Reading, read
from zhengtu.ask.topics import marked
from zhengtu.ask.tried import Read
from zhengtu.ask.words import plain

_JOINT = 6  # characters between the places of a row
_KIND_AWAY = 20  # characters between the row and the kind of line (rail link between …)
_SURE = 0.9
_ANSWERING = {"responsible", "lead", "unit", "who"}  # concepts that ask who answers for a task
_LINE = re.compile("高铁|城铁|城际|铁路|高速公路|高速|公路|通道|大桥|航道|管道|天然气管线")
_DIVISION = re.compile(r"(?<=..)(?:省|市|县|区)\Z")


def of_ends(text: str, named: Sequence[Mention], known: Gazetteer) -> Iterator[Read]:
    """The question read so that places in a row with the word for a kind of project name the one that joins them.

    (武汉到宜昌的高铁, a rail link between Changsha, Jiujiang and Hefei.)
    """
    row = [m for m in named if any(entity.kind in DIVISIONS for entity in m.entities)]
    if len(row) < 2 or any(b.begin - a.end > _JOINT for a, b in pairwise(row)):
        return
    ends = [{_DIVISION.sub("", plain(e.label)) for e in m.entities if e.kind in DIVISIONS} for m in row]
    for begin, end, names in _kinds(text, named):
        if begin - row[-1].end > _KIND_AWAY or row[0].begin - end > _KIND_AWAY:
            continue
        joining = {
            title.entity
            for title in known.titles
            if title.entity.kind == "project"
            and all(any(name in title.text for name in of) for of in ends)
            and any(in_order(name, title.text) for name in names)
        }
        if len(joining) == 1:
            first, last = min(row[0].begin, begin), max(row[-1].end, end)
            things = (*(m for m in named if not m.overlaps(first, last)), Mention(first, last, tuple(joining), _SURE))
            yield read(marked(text, things)), things


def _kinds(text: str, named: Sequence[Mention]) -> Iterator[tuple[int, int, list[str]]]:
    """The words for a kind of line, and its names: fields that are named, else common words (高铁)."""
    for mention in named:
        if names := [entity.label for entity in mention.entities if entity.kind == "category"]:
            yield mention.begin, mention.end, names
    for line in _LINE.finditer(text):
        yield *line.span(), [line.group()]


def of_passages(named: Sequence[Mention], reading: Reading) -> list[Mention]:
    """The names, a passage of a task being the task alone where nothing is asked but who answers for it."""
    asked = {concept for word in reading.concepts for concept in word}
    if not asked & _ANSWERING or "evidence" in asked:
        return list(named)
    tasks = (tuple(entity for entity in mention.entities if entity.kind == "task") for mention in named)
    return [
        mention._replace(entities=task) if task and any(e.kind == "topic" for e in mention.entities) else mention
        for mention, task in zip(named, tasks, strict=True)
    ]


def of_figures(text: str, named: Sequence[Mention], known: Gazetteer) -> Iterator[Read]:
    """The question read as one for the figures that a text gives of a project, by the names of its indicators.

    Such a name may be a word that else asks for what no text says (投资多少); of several the whole list of figures tells.
    """
    scopes = [m for m in named if any(e.kind == "project" and e.label in known.scopes for e in m.entities)]
    if len(scopes) != 1:
        return
    project = scopes[0]
    asked: dict[tuple[int, int], Entity] = {}
    for title in known.titles:
        at = text.find(title.text)
        if title.entity.kind == "indicator" and at >= 0 and not project.overlaps(at, at + len(title.text)):
            asked[at, at + len(title.text)] = title.entity
    rest = [m for m in named if not any(m.overlaps(*at) for at in asked)]
    if len(asked) == 1:
        rest += [Mention(begin, end, (entity,)) for (begin, end), entity in asked.items()]
    for begin, end in asked if len(asked) > 1 else ():
        text = text[:begin] + " " * (end - begin) + text[end:]
    if asked:
        yield read(marked(text, rest)), tuple(rest)
