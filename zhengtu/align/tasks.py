"""Tasks of a plan and the tasks of a plan that divides it.

A lower task belongs to the upper task whose sentences it repeats.  A province also writes items that name its own
projects under an upper task and share few words with it (铁路: 武汉至宜昌 … under 完善综合交通运输体系); such an item
goes to the upper task that stands out by the rare words of its text and title, its neighbours of the same section
lending weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from zhengtu.align.difference import Difference, compare, without
from zhengtu.align.index import GramIndex
from zhengtu.align.model import Mapping, TaskText
from zhengtu.align.relation import TAKEN, relation_of, told

_CANDIDATES = 6
_COMPARED = 0.05  # share of rare words from which two tasks are compared sentence by sentence; more beside a near one
_REPEATS = 0.30  # score from which a lower task is taken to repeat the upper one
_FURTHER = 0.25  # share of the lower task that a further upper task must hold beyond the first
_STANDING = 0.10  # share of rare words that a task which repeats nothing needs
_ALONE = 0.20  # … and one for which no neighbour vouches
_MARGIN = 1.7  # how far its upper task must stand out above the next
_NEIGHBOURS = 0.5  # weight of the other items of its section


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An upper task (its position), the share of the lower's rare words it holds, and how the texts compare."""

    upper: int
    share: float
    score: float
    diff: Difference


def align_tasks(upper: Sequence[TaskText], lower: Sequence[TaskText]) -> list[Mapping]:
    """The upper task (or tasks) that each lower task takes up, in the order of the lower tasks.

    Texts are normal texts (``pieces.body``).  The cost is the length of the texts times a constant.
    """
    index = GramIndex([_profile(task) for task in upper])
    found = [_candidates(index, upper, task) for task in lower]
    repeated = [_repeated(candidates) for candidates in found]
    lent = _lent([(task.section, c) for task, c, r in zip(lower, found, repeated, strict=True) if not r])
    out: list[Mapping] = []
    for task, candidates, repeats in zip(lower, found, repeated, strict=True):
        chosen = repeats or _standing_out(candidates, lent[task.section])
        for c in chosen:
            others = {i: n for o in chosen if o is not c for i, n in o.diff.taken.items()}
            out.append(_mapping(upper[c.upper], task, replace(c, diff=without(c.diff, others))))
    return out


def _profile(task: TaskText) -> str:
    return f"{task.section}。{task.title}。{task.text}"


def _candidates(index: GramIndex, upper: Sequence[TaskText], task: TaskText) -> list[_Candidate]:
    """The upper tasks nearest to ``task``, the best first."""
    near = index.nearest(_profile(task), _CANDIDATES, task.title)
    compared = max(_COMPARED, _COMPARED * near[0][1] * 2) if near else 0.0
    found = [_candidate(upper[i], task, i, share, share >= compared or not rank) for rank, (i, share) in enumerate(near)]
    return sorted(found, key=lambda c: (-c.score, c.upper))


def _lent(items: list[tuple[str, list[_Candidate]]]) -> dict[str, list[dict[int, float]]]:
    """By section: the share of each upper task in each item of the section that repeats none."""
    out: dict[str, list[dict[int, float]]] = defaultdict(list)
    for section, candidates in items:
        out[section].append({c.upper: c.share for c in candidates})
    return out


def _candidate(upper: TaskText, lower: TaskText, at: int, share: float, compared: bool) -> _Candidate:
    """Sentences in common weigh most, then rare words, the titles, the units that answer for both."""
    diff = compare(upper.text, lower.text) if compared else Difference(lower_length=len(lower.text))
    parts = [(0.5, max(diff.lower_share, diff.upper_share)), (0.3, share)]
    if upper.title and lower.title:
        parts.append((0.2, fuzz.ratio(upper.title, lower.title) / 100))
    if upper.units and lower.units:
        parts.append((0.1, len(upper.units & lower.units) / len(upper.units | lower.units)))
    total = sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)
    return _Candidate(at, share, total, diff)


def _repeated(found: list[_Candidate]) -> list[_Candidate]:
    """The upper task the lower repeats, and further ones that hold much of what the first does not."""
    if not found or found[0].score < _REPEATS:
        return []
    chosen = found[:1]
    held = set(found[0].diff.taken)
    whole = max(1, found[0].diff.lower_length)
    for other in found[1:]:
        if sum(n for i, n in other.diff.taken.items() if i not in held) / whole >= _FURTHER:
            chosen.append(other)
            held |= set(other.diff.taken)
    return chosen


def _standing_out(found: list[_Candidate], section: list[dict[int, float]]) -> list[_Candidate]:
    """The one upper task that stands out, for a lower task that repeats none."""
    if not found:
        return []
    own = {c.upper: c.share for c in found}
    others = max(1, len(section) - 1)
    lent = {i: sum(item.get(i, 0.0) for item in section) - share for i, share in own.items()}
    standing = {i: share + _NEIGHBOURS * lent[i] / others for i, share in own.items()}
    first, *rest = sorted(found, key=lambda c: (-standing[c.upper], c.upper))
    second = standing[rest[0].upper] if rest else 0.0
    stands_out = standing[first.upper] >= max(_STANDING if lent[first.upper] else _ALONE, _MARGIN * second)
    return [first] if stands_out and own[first.upper] == max(own.values()) else []


def _mapping(upper: TaskText, lower: TaskText, found: _Candidate) -> Mapping:
    diff = found.diff
    partial = diff.upper_share < TAKEN
    relation = relation_of(diff, upper.places | lower.places)
    common = sum(diff.taken.values())
    alike = 2 * common / max(1, len(upper.text) + len(lower.text))
    score = round(max(min(1.0, alike), found.score, found.share), 4)
    return Mapping(upper.iri, lower.iri, relation, score, told(diff.added), told(diff.dropped, inside_only=partial))
