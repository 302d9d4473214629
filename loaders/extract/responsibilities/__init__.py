"""Responsibilities: who must do what, clause by clause, and the notes that reach from one clause to later ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from loaders.extract.responsibilities.brackets import brackets, shares_of
from loaders.extract.responsibilities.cells import table_clauses
from loaders.extract.responsibilities.covered import Covered
from loaders.extract.responsibilities.duties import duties
from loaders.extract.responsibilities.heads import as_printed
from loaders.extract.responsibilities.lines import labelled_lines
from loaders.extract.responsibilities.notes import BelowNote, LeadNote, below_notes, lead_notes
from loaders.extract.responsibilities.sections import headed
from loaders.extract.responsibilities.sentences import by_phrases
from loaders.model import AgentMention, Clause, CleanText, Identity, Outline, Responsibility, Span
from loaders.units import IsAgent, split_units

__all__ = ["extract_responsibilities"]

_DIGITS = "〇一二三四五六七八九十"
_GROUP = re.compile(r"(?:各|有关|相关|其他|地方各级|所有)")


Members = Mapping[str, tuple[str, ...]]
"""Group word (三省) → the names the text lists for it."""
Noted = tuple[BelowNote, list[AgentMention]]
"""A note with the units it means."""


def extract_responsibilities(
    text: CleanText, identity: Identity, outline: Outline, is_agent: IsAgent, members: Members
) -> tuple[Clause, ...]:
    """All clauses of the text's body in reading order; inherited shares are clauses whose span is the note that says so.

    A text that carries no work we can name (an extract, a news copy of a division plan) has clauses too, in its numbered parts.

    ``members`` are the group words that the text defines (see `groups.group_members`).
    """
    if not any(p.number or p.task or identity.main >= 0 for p in outline.parts):
        return ()
    body = identity.body
    leads = lead_notes(text.text, body.begin, body.end)
    below = below_notes(text.text, body.begin, body.end)
    found = _explicit(text, identity, outline, [n.span for n in leads] + [n.span for n in below], is_agent)
    noted = [(note, _units(text, note, _counted(note, found, members), is_agent)) for note in below]
    found = _noted(found, noted)
    found.extend(_standing(found, noted, outline))
    found = headed(text, outline, found, is_agent)
    found = as_printed(_handed_down(found, outline), text, is_agent)
    found = [_led(clause, leads) for clause in found]
    return tuple(sorted([*found, *_inherited(found, noted)], key=lambda c: (outline.parts[c.part].span.begin, c.span)))


def _explicit(text: CleanText, identity: Identity, outline: Outline, cuts: list[Span], is_agent: IsAgent) -> list[Clause]:
    body = identity.body
    out: list[Clause] = []
    spans = brackets(text.text, body.begin, body.end)
    cells = table_clauses(text, identity, outline, is_agent)
    named = Covered([share.unit.span for clause in cells for share in clause.shares])
    for span in spans:
        part = -1 if named.holds(span.begin) else _owner(outline, span.begin)
        if part >= 0 and (shares := shares_of(text.text, span, cuts, is_agent)):
            out.append(Clause(part, span, shares))
    taken = [c.span for c in out] + [c.span for c in cells] + cuts
    for name, whole, shares in duties(text.text, body.begin, body.end, is_agent):
        if (part := _owner(outline, name.begin)) >= 0:
            out.append(Clause(part, name, shares))
            taken.append(whole)
    blocked = sorted(taken + spans)
    for span, shares in labelled_lines(text.text, body.begin, body.end, blocked, is_agent, cuts):
        if (part := _owner(outline, span.begin)) >= 0:
            out.append(Clause(part, span, shares))
            taken.append(span)
    if identity.genre == "news":
        return [*out, *cells]
    for span, shares in by_phrases(text.text, body.begin, body.end, [*spans, *taken], taken, is_agent):
        part = _owner(outline, span.begin)
        if part >= 0 and not outline.parts[part].principle:
            out.append(Clause(part, span, shares))
    return [*out, *cells]


def _owner(outline: Outline, at: int) -> int:
    """The item a clause at ``at`` belongs to: the numbered item, else the innermost part."""
    task = outline.task_at(at)
    return task if task >= 0 else outline.innermost(at)


def _noted(found: list[Clause], noted: list[Noted]) -> list[Clause]:
    """The units of a note made explicit in the clause that holds it, unless the clause names them already."""
    out = []
    for clause in found:
        for note, units in noted:
            if clause.span.begin <= note.span.begin < clause.span.end:
                known = {s.unit.text for s in clause.shares}
                if all(u.text not in known for u in units):
                    start = len(clause.shares) + 1
                    shares = tuple(Responsibility(u, note.role, i) for i, u in enumerate(units, start))
                    clause = replace(clause, shares=clause.shares + shares)
        out.append(clause)
    return out


def _standing(found: list[Clause], noted: list[Noted], outline: Outline) -> list[Clause]:
    """A note that stands outside any clause makes its units explicit in the item it stands in."""
    out = []
    for note, units in noted:
        part = outline.task_at(note.span.begin)
        if part >= 0 and not any(c.span.begin <= note.span.begin < c.span.end for c in found):
            shares = tuple(Responsibility(u, note.role, i) for i, u in enumerate(units, 1))
            out.extend([Clause(part, note.span, shares)] if shares else [])
    return out


def _handed_down(found: list[Clause], outline: Outline) -> list[Clause]:
    """A clause in the heading of a first-level section (一、科技创新（市科技局牵头）) is inherited by the items under it."""
    above = {p.parent for p in outline.parts}
    out: list[Clause] = []
    for clause in found:
        part = outline.parts[clause.part]
        heads = part.level == 1 and not part.task and part.heading.begin < clause.span.begin <= part.heading.end
        if clause.part not in above or not heads:
            out.append(clause)
            continue
        shares = tuple(replace(share, basis="inherited") for share in clause.shares)
        out.extend(Clause(item, clause.span, shares) for item in outline.tasks_in(part.span))
    return out


def _led(clause: Clause, leads: list[LeadNote]) -> Clause:
    """Under a note that the first-listed leads, the first unit of a clause does, unless 牵头 is printed or it is a group."""
    note = next((n for n in reversed(leads) if n.reaches(clause.span)), None)
    if note is None or any(s.role == "lead" for s in clause.shares):
        return clause
    first = clause.shares[0]
    if first.role != "responsible" or _GROUP.match(first.unit.text):
        return clause
    others = tuple(
        replace(share, role="participant") if note.joined and share.role == "responsible" else share
        for share in clause.shares[1:]
    )
    return replace(clause, shares=(replace(first, role="lead"), *others), lead_note=note.span)


def _inherited(found: list[Clause], noted: list[Noted]) -> list[Clause]:
    """For each note, a clause of inherited shares in every later item that assigns tasks."""
    out: list[Clause] = []
    for note, units in noted:
        holder = max((c.part for c in found if c.span.begin <= note.span.begin), default=-1)
        for part in sorted({c.part for c in found if c.span.begin > note.span.begin and c.part != holder}):
            shares = tuple(Responsibility(u, note.role, i, "inherited") for i, u in enumerate(units, 1))
            out.append(Clause(part, note.span, shares))
    return out


def _counted(note: BelowNote, found: list[Clause], members: Members) -> Members:
    """``members`` with the group word of ``note`` (三市政府) where the clause that holds it names just so many of that kind."""
    clause = next((c for c in found if c.span.begin <= note.span.begin < c.span.end), None)
    if clause is None:
        return members
    out = dict(members)
    for level in "省市县区":
        named = tuple(
            s.unit.text
            for s in clause.shares
            if s.unit.text.endswith((f"{level}政府", f"{level}人民政府")) and "各" not in s.unit.text
        )
        for word in (f"{n}{level}{organ}" for n in _numerals(len(named)) for organ in ("政府", "人民政府")):
            out.setdefault(word, named)
    return out


def _numerals(count: int) -> tuple[str, ...]:
    """How a count of two to ten is written: two in two ways."""
    return ("两", "二") if count == 2 else (_DIGITS[count],) if 2 < count <= 10 else ()


def _units(text: CleanText, note: BelowNote, members: Members, is_agent: IsAgent) -> list[AgentMention]:
    """The units of a note, a group word replaced by the members the text gives it."""
    out = []
    for unit in split_units(text.slice(note.units), note.units.begin, is_agent):
        for name in members.get(unit.text, (unit.text,)):
            out.append(AgentMention(name, Span(unit.begin, unit.end)))
    return out
