"""What a question takes from the texts: a passage in quotation marks, a count of works that a heading gives (十大工程).

Also the first of two issuers whose documents it names together (国家和省里的方案, the national and provincial plans).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from zhengtu.ask.entities import Entity, Gazetteer
from zhengtu.ask.told import Found
from zhengtu.ask.words import plain

_QUOTED = re.compile(r"\"([^\"]*)\"")
_PASSAGE = 8  # characters of a passage that is no name
_ALIKE = 80  # likeness, 0…100, of a passage to the piece of a sentence that it is taken from
_WORKS = re.compile(r"(?P<count>[一二三四五六七八九十百]+大)(?P<which>[\u3400-\u9fff]{0,4}?)(?P<what>工程|行动|任务|举措|项目)")
_AND = re.compile(r"\s*(?:和|与|及|跟|、|\band\b|\bversus\b|\bvs\.?)\s*(?:the\s+)?\Z")


def quoted(text: str, least: int, most: int) -> Iterator[tuple[int, int]]:
    """Where something of ``least`` to ``most`` characters stands in quotation marks, which go by twos."""
    for match in _QUOTED.finditer(text):
        if least <= len(match[1]) <= most:
            yield match.span(1)


def passages(text: str, known: Gazetteer) -> Iterator[Found]:
    """Tasks and documents in ``words.plain`` text by what is taken from them."""
    for begin, end in quoted(text, _PASSAGE, len(text)):
        if task := _of_passage(text[begin:end], known):
            said = any(text[begin:end] in texts for texts in known.said.values())
            yield begin, end, (task, *([Entity("topic", text[begin:end], text[begin:end])] if said else []))
    yield from _counted(text, known)
    yield from _together(text, known)


def _of_passage(passage: str, known: Gazetteer) -> Entity | None:
    """The one task with a sentence that has the passage in it, or something near it: people quote from memory."""
    graded: dict[str, float] = {}
    for title, said in known.texts:
        likeness = fuzz.partial_ratio(passage, plain(said), score_cutoff=_ALIKE)
        graded[title] = max(likeness, graded.get(title, 0.0))
    best = max(graded.values(), default=0.0)
    titles = [title for title, likeness in graded.items() if likeness == best]
    return Entity("task", titles[0], titles[0]) if best and len(titles) == 1 else None


def task_of(piece: str, known: Gazetteer) -> Entity | None:
    """The one task whose text has ``piece`` in it."""
    titles = {title for title, said in known.texts if piece in said}
    return Entity("task", title := titles.pop(), title) if len(titles) == 1 else None


def _counted(text: str, known: Gazetteer) -> Iterator[Found]:
    """The one document with a heading that counts its works so; what is counted says itself what is asked for."""
    for works in _WORKS.finditer(text):
        said = re.compile(rf"{works['count']}[\u3400-\u9fff]{{0,4}}?{works['what']}")
        meant = sorted({document for document, heading in known.headings if said.search(heading)})
        if len(meant) == 1:
            yield works.start(), works.start("what"), (Entity("document", meant[0], meant[0]),)


def _together(text: str, known: Gazetteer) -> Iterator[Found]:
    for call in known.calls.finditer(text) if known.calls else ():
        joint = _AND.search(text[: call.start()])
        if joint is None:
            continue
        before = text[: joint.start()]
        who = max((name for name in known.callers if before.endswith(name)), key=len, default="")
        if not who:
            continue
        kind = call["zh"] or call["en"]
        titled = [t.entity for t in known.titles if t.entity in known.callers[who] and kind in t.text]
        yield len(before) - len(who), len(before), tuple(dict.fromkeys(titled or known.callers[who]))
