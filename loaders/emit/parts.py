"""Statements about the outline: sections, tasks, measures, responsibilities."""

from __future__ import annotations

from pyoxigraph import NamedNode

from loaders.emit.terms import TITLE, code, zt
from loaders.emit.writer import Writer
from loaders.model import Clause, Facts, Outline, Part
from loaders.sentences import sentences


def part_iris(home: str, outline: Outline) -> list[str]:
    """The IRI of each part; where a scrape lost a heading two parts may share a path: the later is told apart by ``_2``."""
    taken: dict[str, int] = {}
    out = []
    for part in outline.parts:
        iri = f"{home}/{'task' if part.task else 'section'}/{part.path}"
        taken[iri] = taken.get(iri, 0) + 1
        out.append(iri if taken[iri] == 1 else f"{iri}_{taken[iri]}")
    return out


def write_outline(writer: Writer, outline: Outline, home: str, parts: list[str]) -> None:
    """Sections and tasks, each part of the one above or of the work."""
    for i, (part, iri) in enumerate(zip(outline.parts, parts, strict=True)):
        node = writer.fact(iri, "Task" if part.task else "Section", "outline", part.span if part.task else part.heading)
        add = writer.add
        add(node, zt("partOf"), writer.node(parts[part.parent] if part.parent >= 0 else home))
        add(node, zt("number"), part.printed)
        add(node, zt("path"), part.path)
        add(node, zt("level"), part.level)
        for number in part.skipped:
            add(node, zt("skippedNumber"), number)
        add(node, TITLE, part.title)
        add(node, zt("order"), i + 1)
        for span in writer.evidence(part.heading)[:1]:
            add(node, zt("headingSpan"), span)
        else:
            for span in _lead(writer, outline, i):
                add(node, zt("leadSpan"), span)
        if part.task:
            add(node, zt("taskKind"), zt("principle" if part.principle else "action"))


def _lead(writer: Writer, outline: Outline, i: int) -> list[NamedNode]:
    """The spans of a section's running text: from its heading to its first sub-part, else to its end."""
    part = outline.parts[i]
    following = outline.parts[i + 1].span.begin if i + 1 < len(outline.parts) else part.span.end
    begin, end = part.heading.end, min(following, part.span.end)
    if not writer.clean.text[begin:end].strip(" \n。："):
        return []
    return [span for s in sentences(writer.clean.text, begin, end) for span in writer.evidence(s)]


def write_measures(writer: Writer, facts: Facts, home: str, parts: list[str]) -> None:
    """The sentence-level actions of each task."""
    counts: dict[int, int] = {}
    for measure in facts.measures:
        counts[measure.part] = n = counts.get(measure.part, 0) + 1
        iri = f"{home}/measure/{_path(parts[measure.part])}-{n}"
        node = writer.fact(iri, "Measure", "measures", measure.span)
        writer.add(node, zt("task"), writer.node(parts[measure.part]))
        writer.add(node, zt("text"), measure.text)
        writer.add(node, zt("order"), n)


def _path(part_iri: str) -> str:
    return part_iri.rsplit("/", 1)[1]


def write_responsibilities(writer: Writer, facts: Facts, outline: Outline, home: str, parts: list[str]) -> None:
    """Clauses and the shares they give."""
    clauses: dict[int, int] = {}
    shares: dict[int, int] = {}
    for clause in facts.clauses:
        part = outline.parts[clause.part]
        clauses[clause.part] = n = clauses.get(clause.part, 0) + 1
        path, task = _path(parts[clause.part]), writer.node(parts[clause.part])
        node = _write_clause(writer, clause, f"{home}/clause/{path}-{n}", task, n)
        for share in clause.shares:
            shares[clause.part] = m = shares.get(clause.part, 0) + 1
            inherited = share.basis == "inherited"
            span = clause.span if inherited else share.unit.span
            resp = writer.fact(f"{home}/responsibility/{path}-{m}", "Responsibility", "responsibilities", span)
            add = writer.add
            add(resp, zt("task"), task)
            add(resp, zt("unit"), writer.agent(share.unit, "responsibilities"))
            add(resp, zt("unitText"), share.unit.printed or share.unit.text)
            add(resp, zt("role"), code(share.role))
            add(resp, zt("basis"), code(share.basis))
            add(resp, zt("position"), share.position)
            add(resp, zt("inClause"), node)
        _assert_task(part)


def _assert_task(part: Part) -> None:
    """Clauses belong to tasks: the pipeline makes a leaf section that owns one a task before it comes here."""
    if not part.task:
        raise ValueError(f"clause in a part that is no task: {part.path} {part.title}")


def _write_clause(writer: Writer, clause: Clause, iri: str, task: NamedNode, order: int) -> NamedNode:
    node = writer.fact(iri, "ResponsibilityClause", "responsibilities", clause.span)
    writer.add(node, zt("task"), task)
    writer.add(node, zt("text"), writer.clean.slice(clause.span).replace("\n", " "))
    writer.add(node, zt("order"), order)
    if clause.lead_note:
        for span in writer.evidence(clause.lead_note)[:1]:
            writer.add(node, zt("leadNote"), span)
    return node
