"""An explanation as text for a reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from zhengtu.explain.read import Explanation, Fact, Reference, Sentence
from zhengtu.export.prefixes import prefixes
from zhengtu.graphs import BASE, ZT
from zhengtu.messages import say

_ASIDE = ("wasGeneratedBy", "evidence", "headingSpan", "inDocument", "order")  # shown in full view only
_FEW = 10
_LONG = 160


def render(explanation: Explanation, *, full: bool = False) -> Iterator[str]:
    """Lines: what is known, the sentences, what points here; ``full`` leaves nothing out."""
    yield explanation.iri
    yield ""
    yield say("explain.facts")
    for fact in explanation.facts:
        if full or (_local(fact.property) not in _ASIDE and not _is_echo(fact, fact.value)):
            yield _fact(fact)
    if explanation.sentences:
        yield ""
        yield say("explain.sentences")
        yield from _some([_sentence(sentence) for sentence in explanation.sentences], full)
    references = [r for r in explanation.references if full or not _is_echo(r, r.property)]
    if references:
        yield ""
        yield say("explain.references")
        for _, group in groupby(references, key=lambda r: r.property):
            yield from _references(list(group), full)


def _is_echo(statement: Fact | Reference, said: str) -> bool:
    """Whether it only repeats a statement in the terms of another vocabulary."""
    return statement.inferred and not (statement.property.startswith(ZT) or said.startswith(ZT))


def _fact(fact: Fact) -> str:
    value = f"{_clip(fact.value_name)}  <{_short(fact.value)}>" if fact.value_name else _clip(_short(fact.value))
    return f"  {fact.property_name or _short(fact.property)}：{value}{_mark(fact.inferred)}"


def _references(group: list[Reference], full: bool) -> Iterator[str]:
    name = group[0].property_name or _short(group[0].property)
    yield f"  ← {name}（{len(group)}）"
    lines = []
    for reference in group:
        lines.append(f"    {_clip(reference.name or _short(reference.subject))}{_mark(reference.inferred)}")
        if reference.sentence:
            lines[-1] += "\n    " + _sentence(reference.sentence)
    yield from _some(lines, full)


def _some(lines: list[str], full: bool) -> Iterator[str]:
    shown = lines if full else lines[:_FEW]
    yield from shown
    if len(shown) < len(lines):
        yield "    " + say("explain.more", count=len(lines) - len(shown))


def _sentence(sentence: Sentence) -> str:
    return f"  「{_clip(sentence.words)}」 {sentence.document} [{sentence.begin}, {sentence.end})"


def _clip(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def _mark(inferred: bool) -> str:
    return say("explain.inferred") if inferred else ""


def _local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _short(iri: str) -> str:
    for prefix, namespace in prefixes(BASE).items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
