"""A name that opens the clause and what must be done: A工程要…同步推进, B堤防按50年一遇标准加固."""

from __future__ import annotations

import re

from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.names import Name
from loaders.extract.projects.sharing import headed
from loaders.model import Span

_DUE = re.compile("要|须|应|按(?:照)?(?=[^，。]{1,20}标准)")
_DONE = re.compile("(?:推进|加固|建设|实施|改造|扩建|改扩建|新建|迁建|整治|提升|建成|开工|完工|竣工)$")


def due_of(ground: Ground, clause: Span) -> tuple[Name, str] | None:
    """The name and the verb that closes the clause."""
    due = _DUE.search(ground.plain, clause.begin + 4, min(clause.end, clause.begin + 40))
    done = _DONE.search(ground.plain, max(clause.begin, clause.end - 8), clause.end) if due else None
    if due is None or done is None or done.start() < due.end():
        return None
    chunk = Span(clause.begin, due.start())
    head = headed(ground, chunk)
    if head is None or lexicon().verb.match(ground.plain, *clause):
        return None
    sure = head.word in lexicon().closed or ground.starting(chunk.begin) is not None
    return (Name((chunk,), head.word), done[0]) if sure else None
