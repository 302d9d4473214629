"""What one text adds to another and what it drops, clause by clause and word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Opcode

from zhengtu.align.index import GramIndex
from zhengtu.align.pieces import MARKS, clauses, figures, grams, tokens
from zhengtu.align.wording import is_verb

_ALIKE = 55.0  # similarity (0…100) from which two clauses say the same thing, changed
_LONG = 4  # n-grams from which a piece can be found again elsewhere
_LISTS = "、和与及"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that only one text has: ``listed`` as member of an enumeration, ``clause`` as a whole clause.

    ``at`` is the position of the clause it stands in, ``before`` and ``after`` the characters around it in its own
    text; ``other`` is what the other text has in its place.  A figure is told whole, with its unit (1600公里→1800公里), a
    single character with the one beside it that makes it a word (推动→推进, 发展→开展); of the latter ``before`` and
    ``after`` hold that one too.
    """

    text: str
    at: int = 0
    clause: bool = False
    listed: bool = False
    before: str = ""
    after: str = ""
    other: str = ""


@dataclass(slots=True)
class Difference:
    """``added`` by the lower text, ``dropped`` from the upper; how much of each stands in the other (0…1).

    ``taken`` gives for the clauses of the lower text that the upper holds too the number of characters in common.
    """

    added: list[Change] = field(default_factory=list)
    dropped: list[Change] = field(default_factory=list)
    upper_share: float = 0.0
    lower_share: float = 0.0
    lower_length: int = 0
    taken: dict[int, int] = field(default_factory=dict)


def compare(upper: str, lower: str) -> Difference:
    """The difference between two normal texts."""
    ups, lows = clauses(upper), clauses(lower)
    pairs = _pair(ups, lows)
    out = Difference(lower_length=sum(map(len, lows)))
    in_upper, in_lower = set(grams(upper, (3,))), set(grams(lower, (3,)))
    out.added += (Change(c, i, clause=True) for i, c in enumerate(lows) if i not in pairs and not _held(c, in_upper, upper))
    paired = set(pairs.values())
    out.dropped += (Change(c, j, clause=True) for j, c in enumerate(ups) if j not in paired and not _held(c, in_lower, lower))
    for i, j in sorted(pairs.items()):
        out.taken[i] = _inside(ups[j], lows[i], (j, i), out)
    out.added = [c for c in out.added if c.clause or not _held(c.text, in_upper, upper)]
    out.dropped = [c for c in out.dropped if c.clause or not _held(c.text, in_lower, lower)]
    common = sum(out.taken.values())
    out.upper_share = common / max(1, sum(map(len, ups)))
    out.lower_share = common / max(1, out.lower_length)
    return out


def without(diff: Difference, others: Mapping[int, int]) -> Difference:
    """The difference when the clauses ``others`` (position: length) of the lower text come from another upper text."""
    elsewhere = {i: n for i, n in others.items() if i not in diff.taken}
    if not elsewhere:
        return diff
    length = max(1, diff.lower_length - sum(elsewhere.values()))
    added = [c for c in diff.added if c.at not in elsewhere]
    return replace(diff, added=added, lower_length=length, lower_share=min(1.0, sum(diff.taken.values()) / length))


def _held(piece: str, other: set[str], text: str) -> bool:
    """Whether a long piece stands in the other ``text`` (n-grams ``other``) all the same, in another clause."""
    own = list(grams(piece, (3,)))
    return len(own) >= _LONG and sum(g in other for g in own) >= 0.7 * len(own) and set(figures(piece)) <= set(figures(text))


def _pair(ups: list[str], lows: list[str]) -> dict[int, int]:
    """For clauses of the lower text the clause of the upper that it repeats or rewords, each used once."""
    pairs: dict[int, int] = {}
    free: dict[str, list[int]] = {}
    for j in reversed(range(len(ups))):
        free.setdefault(ups[j], []).append(j)
    for i, clause in enumerate(lows):
        if free.get(clause):
            pairs[i] = free[clause].pop()
    rest = [j for j in range(len(ups)) if j not in set(pairs.values())]
    index = GramIndex([ups[j] for j in rest])
    scored: list[tuple[float, int, int]] = []
    for i, clause in enumerate(lows):
        if i in pairs:
            continue
        for k, _ in index.nearest(clause, 4):
            score = alike(ups[rest[k]], clause)
            if score >= _ALIKE:
                scored.append((-score, i, rest[k]))
    used = set(pairs.values())
    for _, i, j in sorted(scored):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def alike(a: str, b: str) -> float:
    """Similarity 0…100; a clause that only lost or gained members of a list counts as alike."""
    ratio = fuzz.ratio(a, b)
    short = min(len(a), len(b))
    if ratio < _ALIKE <= 100 * Indel.similarity(a, b) / 2 / max(1, short) and short >= _LONG + 2:
        return _ALIKE if Indel.similarity(a, b) / 2 >= 0.85 * short else ratio
    return ratio


def _inside(upper: str, lower: str, at: tuple[int, int], out: Difference) -> int:
    """Record the changes inside a pair of clauses; the number of characters in common."""
    if upper == lower:
        return len(upper)
    common = 0
    for code in merged(_opcodes(upper, lower)):
        if code.tag == "equal":
            common += code.src_end - code.src_start
            continue
        gone, new = upper[code.src_start : code.src_end], lower[code.dest_start : code.dest_end]
        if figures(gone) and figures(new):  # another amount, not another thing
            common += min(len(gone), len(new))
        if gone:
            out.dropped.append(_change(upper, at[0], (code.src_start, code.src_end), new))
        if new:
            out.added.append(_change(lower, at[1], (code.dest_start, code.dest_end), gone))
    return common


def _opcodes(upper: str, lower: str) -> list[Opcode]:
    """How the one text becomes the other, in characters, with no figure cut in two."""
    ups, lows = tokens(upper), tokens(lower)
    ends = [[0, *accumulate(map(len, side))] for side in (ups, lows)]
    return [
        Opcode(c.tag, ends[0][c.src_start], ends[0][c.src_end], ends[1][c.dest_start], ends[1][c.dest_end])
        for c in Indel.opcodes(ups, lows)
    ]


def merged(codes: list[Opcode], gap: int = 1) -> Iterator[Opcode]:
    """The opcodes with neighbouring changes joined, also over ``gap`` equal characters between two changes."""
    last = len(codes) - 1
    joins = [c.tag != "equal" or (0 < i < last and c.src_end - c.src_start <= gap) for i, c in enumerate(codes)]
    i = 0
    while i < len(codes):
        first = i
        while i < len(codes) and joins[i]:
            i += 1
        if first < i:
            a, b = codes[first], codes[i - 1]
            yield Opcode("replace", a.src_start, b.src_end, a.dest_start, b.dest_end)
        else:
            yield codes[i]
            i += 1


def _change(text: str, at: int, where: tuple[int, int], other: str) -> Change:
    """The stretch, slid to the marks of a list where that changes nothing (山、罗霄|山 → 、罗霄山)."""
    begin, end = where if other else _slide(text, *where)
    before, after = text[:begin], text[end:]
    stretch = text[begin:end]
    if len(stretch) == len(other) == 1 and not (stretch + other).isdigit():
        stretch, other = _words(before, stretch, other, after)
    listed = any(edge in _LISTS for edge in (stretch[0], stretch[-1], before[-1:], after[:1]) if edge)
    shown = stretch.strip(MARKS + "及和与") or stretch
    return Change(shown, at, listed=listed, before=before, after=after, other=other)


def _words(before: str, stretch: str, other: str, after: str) -> tuple[str, str]:
    """The words of which two single characters are a part: 进→动 in 推进→推动, 发→开 in 发展→开展."""
    lead, tail = before[-1:], after[:1]
    if not tail.isalnum() or (is_verb(lead + stretch) and is_verb(lead + other)):
        return lead + stretch, lead + other
    return stretch + tail, other + tail


def _slide(text: str, begin: int, end: int) -> tuple[int, int]:
    places = [(begin, end)]
    b, e = begin, end
    while b > 0 and text[b - 1] == text[e - 1]:
        b, e = b - 1, e - 1
        places.append((b, e))
    b, e = begin, end
    while e < len(text) and text[b] == text[e]:
        b, e = b + 1, e + 1
        places.append((b, e))
    return next((p for p in places if text[p[0]] in MARKS + "和与及" or text[p[1] - 1] in MARKS), min(places))
