"""A claim's assertion beside the sentence of the plan: names, figures and strength that changed.

A report may leave words out, turn a sentence round and use other verbs.  What it may not do without a difference being
told: put another word inside a name (三峡工程博物馆→三峡文化博物馆), lengthen one (轨道交通→轨道交通装备), take a
character out of one (门急诊→门诊), name another place or figure, or promise what the plan only aims at
(推动成立→将成立).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Opcode

from zhengtu.align.difference import merged
from zhengtu.align.pieces import MARKS, clauses, grams
from zhengtu.align.relation import has_place
from zhengtu.align.strength import weakened_or_strengthened
from zhengtu.align.wording import bare_name, is_small, numbers

_CONTEXT = 2  # characters of agreement beside a change that make it a change inside a name


@dataclass(frozen=True, slots=True)
class Match:
    """An assertion, the sentence that holds most of it, the share it holds and the weight of the assertion."""

    said: str
    sentence: str
    share: float
    weight: float


def contrast(match: Match, source: str, places: Collection[str]) -> list[str]:
    """The differences in words, e.g. 名称：三峡工程博物馆→三峡文化博物馆; none where the plan says the same."""
    clause = _clause(match)
    out = [f"数字：{old}→{new}" if old else f"数字：{new}不见于原文" for new, old in _figures(match, clause, source)]
    out += (f"名称：{old}→{new}" for new, old in _names(match.said, clause, match.sentence, places))
    if weakened_or_strengthened(match.said, clause):
        out.append(f"语气：{clause}→{match.said}")
    return out


def _clause(match: Match) -> str:
    """The clause of the sentence nearest to what is said."""
    own = set(grams(match.said, (2,)))
    return max(clauses(match.sentence), key=lambda c: len(own & set(grams(c, (2,)))), default="")


def _figures(match: Match, clause: str, source: str) -> Iterator[tuple[str, str]]:
    """Figures that the source does not print, each with the figure the clause has instead, if one only."""
    said, printed = numbers(match.said), set(numbers(match.sentence)) | set(numbers(source))
    instead = [n for n in numbers(clause) if n not in said]
    for number in said:
        if number not in printed:
            yield number, instead[0] if len(instead) == 1 else ""


def _names(said: str, clause: str, sentence: str, places: Collection[str]) -> Iterator[tuple[str, str]]:
    """Names that changed: as the report has them, and as the plan has them."""
    codes = merged(list(Indel.opcodes(clause, said)), gap=0)
    for code in codes:
        if code.tag != "equal" and _changes_name(code, clause, said, sentence, places):
            new, old = _name(said, code.dest_start, code.dest_end), _name(clause, code.src_start, code.src_end)
            if new != old:
                yield new, old


def _changes_name(code: Opcode, clause: str, said: str, sentence: str, places: Collection[str]) -> bool:
    old, new = clause[code.src_start : code.src_end], said[code.dest_start : code.dest_end]
    if any(c.isdigit() for c in old + new):  # told as a figure
        return False
    if old and new and has_place(old, places) and has_place(new, places) and new not in sentence:
        return True
    before = _agreeing(said, code.dest_start, -1)
    after = _agreeing(said, code.dest_end, 1)
    within = before >= _CONTEXT and after >= _CONTEXT and _agreeing(clause, code.src_start, -1) >= _CONTEXT
    if is_small(new):
        shortened = not new and len(old) == 1 and not is_small(old)
        return within and shortened and _agreeing(clause, code.src_end, 1) >= _CONTEXT
    if set(new) & set(MARKS):
        return False
    if old and not is_small(old):
        return within and not set(old) & set(MARKS)
    if new in sentence:  # moved
        return False
    lengthened = before >= _CONTEXT and after == 0 and clause[code.src_end : code.src_end + 1] in ("", *MARKS)
    return lengthened and len(new) <= 2 * _CONTEXT


def _agreeing(text: str, at: int, step: int) -> int:
    """How many letters run on from ``at`` in the direction of ``step`` before a mark, two at most."""
    count = 0
    i = at if step > 0 else at - 1
    while 0 <= i < len(text) and count < _CONTEXT and text[i] not in MARKS:
        count += 1
        i += step
    return count


def _name(text: str, begin: int, end: int) -> str:
    """The member of the list around a change, without the verb before it."""
    while begin > 0 and text[begin - 1] not in MARKS:
        begin -= 1
    while end < len(text) and text[end] not in MARKS:
        end += 1
    return bare_name(text[begin:end])
