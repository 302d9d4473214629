"""Measures: the sentence-level actions inside a numbered item."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.model import Clause, CleanText, MeasureFact, Outline
from loaders.sentences import sentences


def extract_measures(text: CleanText, outline: Outline, clauses: Sequence[Clause]) -> tuple[MeasureFact, ...]:
    """Each sentence of each item that assigns something, its title and its responsibility clauses left out."""
    held: dict[int, list[tuple[int, int]]] = {}
    for clause in clauses:
        held.setdefault(clause.part, []).append((clause.span.begin, clause.span.end))
    out = []
    for i, part in enumerate(outline.parts):
        if not part.task or part.principle:
            continue
        for span in sentences(text.text, part.heading.end, part.span.end):
            cut = min((b for b, e in held.get(i, ()) if span.begin <= b < span.end), default=span.end)
            piece = text.text[span.begin : cut].rstrip("（( \n")
            if len(piece) > 5:
                out.append(MeasureFact(i, piece, type(span)(span.begin, span.begin + len(piece))))
    return tuple(out)
