"""Tasks that are new beside the work they are to carry out; where there is doubt none is called new."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from zhengtu.align.index import GramIndex
from zhengtu.align.model import TaskText

_STRANGE = 0.05  # share of its rare words that no upper task may hold; from there on the two are compared (``tasks``)
_CALLED_NEW = re.compile(r"（(?:本级|省级|市级|我省|我市)?新增(?:任务|事项|工作|内容)?）")


def new_tasks(upper: Sequence[TaskText], lower: Sequence[TaskText], taken: Collection[str]) -> list[str]:
    """The IRIs of the lower tasks that call themselves new, or share next to no rare word with any upper task.

    ``taken`` are those that take up an upper task.  Texts are normal texts (``pieces.normal``).
    """
    left = [task for task in lower if task.iri not in taken and task.text]
    if not left or not upper:
        return []
    index = GramIndex([f"{task.section}。{task.title}。{task.text}" for task in upper])
    return [task.iri for task in left if _calls_itself_new(task) or _strange(index, task)]


def _calls_itself_new(task: TaskText) -> bool:
    return bool(_CALLED_NEW.search(task.title) or _CALLED_NEW.match(task.text))


def _strange(index: GramIndex, task: TaskText) -> bool:
    near = index.nearest(f"{task.title}。{task.text}", 1, task.title)
    return not near or near[0][1] < _STRANGE
