"""An explanation as text for a reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from zhengtu.explain.read import Explanation, Fact, Reference
from zhengtu.explain.why import Premise, Reason, Reasons
from zhengtu.export.prefixes import prefixes
from zhengtu.graphs import BASE, ZT
from zhengtu.messages import say
from zhengtu.sentences import Sentence, clipped

_ASIDE = ("wasGeneratedBy", "evidence", "headingSpan", "inDocument", "order")  # shown in full view only
_FEW = 10
_LONG = 160


def render(explanation: Explanation, reasons: Reasons, *, full: bool = False) -> Iterator[str]:
    """Lines: what is known, the sentences, what points here, and why what was derived holds; ``full`` leaves nothing out."""
    yield explanation.iri
    yield ""
    yield say("explain.facts")
    shown = (f for f in explanation.facts if full or (_local(f.property) not in _ASIDE and not _is_echo(f, f.value)))
    for why, facts in groupby(shown, key=lambda f: tuple(_why(f, reasons))):
        yield from map(_fact, facts)
        yield from why
    if explanation.sentences:
        yield ""
        yield say("explain.sentences")
        yield from _some([_sentence(sentence) for sentence in explanation.sentences], full)
    references = [r for r in explanation.references if full or not _is_echo(r, r.property)]
    if references:
        yield ""
        yield say("explain.references")
        for _, group in groupby(references, key=lambda r: r.property):
            yield from _references(list(group), reasons, full)


def _is_echo(statement: Fact | Reference, said: str) -> bool:
    """Whether it only repeats a statement in the terms of another vocabulary."""
    return statement.inferred and not (statement.property.startswith(ZT) or said.startswith(ZT))


def _fact(fact: Fact) -> str:
    value = (
        f"{clipped(fact.value_name, _LONG)}  <{_short(fact.value)}>" if fact.value_name else clipped(_short(fact.value), _LONG)
    )
    return f"  {fact.property_name or _short(fact.property)}：{value}{_mark(fact.inferred)}"


def _references(group: list[Reference], reasons: Reasons, full: bool) -> Iterator[str]:
    name = group[0].property_name or _short(group[0].property)
    yield f"  ← {name}（{len(group)}）"
    shown = group if full else group[:_FEW]
    for reference in shown:
        yield f"    {clipped(reference.name or _short(reference.subject), _LONG)}{_mark(reference.inferred)}"
        if reference.sentence:
            yield "    " + _sentence(reference.sentence)
        yield from _why(reference, reasons)
    if len(shown) < len(group):
        yield "    " + say("explain.more", count=len(group) - len(shown))


def _why(statement: Fact | Reference, reasons: Reasons) -> Iterator[str]:
    why = reasons.of(statement.statement) if statement.inferred else None
    return _steps(why, " " * 6) if why else iter(())


def _steps(why: Reason, margin: str) -> Iterator[str]:
    """The rule, then each premise; under one that was derived itself, its own rule and premises."""
    yield margin + say("explain.rule", rule=say(f"rule.{why.rule}"))
    said: Sentence | None = None
    for premise in why.premises:
        subject, one, value = (clipped(n or _short(p), _LONG) for n, p in zip(premise.names, premise.parts, strict=True))
        line = f"{subject} — {one} → {value}{_mark(premise.reason is not None)}"
        yield margin + say("explain.from", premise=line + (_from(premise) if premise.sentence != said or not said else ""))
        said = premise.sentence
        if premise.reason:
            yield from _steps(premise.reason, margin + "  ")


def _from(premise: Premise) -> str:
    """Where a stated premise stands: the sentence, else the graph that is no document's."""
    if premise.sentence:
        return _sentence(premise.sentence)
    name = _local(premise.graph)
    return say(f"explain.{name}") if name in ("registry", "ontology", "alignment") else ""


def _some(lines: list[str], full: bool) -> Iterator[str]:
    shown = lines if full else lines[:_FEW]
    yield from shown
    if len(shown) < len(lines):
        yield "    " + say("explain.more", count=len(lines) - len(shown))


def _sentence(sentence: Sentence) -> str:
    return f"  「{clipped(sentence.words, _LONG)}」 {sentence.document} [{sentence.begin}, {sentence.end})"


def _mark(inferred: bool) -> str:
    return say("explain.inferred") if inferred else ""


def _local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _short(iri: str) -> str:
    for prefix, namespace in prefixes(BASE).items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
