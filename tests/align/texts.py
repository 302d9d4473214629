"""Tasks and sections as the loaders read them, ready for comparison."""

from functools import cache
from pathlib import Path

from loaders.model import Outline
from loaders.pipeline import Stages, stages
from loaders.read import read
from zhengtu.align.model import TaskText
from zhengtu.align.pieces import body, normal

ROOT = Path(__file__).parents[2]


@cache
def staged(path: str) -> Stages:
    return stages(read(ROOT / path))


def _lead_end(outline: Outline, i: int) -> int:
    return next((p.span.begin for p in outline.parts[i + 1 :] if p.parent == i), outline.parts[i].span.end)


@cache
def parts(path: str) -> tuple[TaskText, ...]:
    """Tasks, and sections with text of their own; ``iri`` is the task number, of a section its printed number."""
    done = staged(path)
    text, outline = done.text, done.outline
    places = frozenset(name for fact in done.facts.places for name in (fact.text,))
    out = []
    for i, part in enumerate(outline.parts):
        clauses = [text.slice(c.span) for c in done.facts.clauses if c.part == i]
        end = part.span.end if part.task else _lead_end(outline, i)
        words = body(text.text[part.span.begin if part.task else part.heading.end : end], clauses, part.title)
        if words:
            section = outline.parts[part.parent].title if part.parent >= 0 else ""
            iri = part.path if part.task else part.printed
            out.append(TaskText(iri, words, normal(part.title), part.path, section, frozenset(), places))
    return tuple(out)


def tasks(path: str) -> tuple[TaskText, ...]:
    """The numbered items only."""
    done = staged(path)
    wanted = {p.path for p in done.outline.parts if p.task}
    return tuple(part for part in parts(path) if part.iri in wanted and part.iri == part.path)
