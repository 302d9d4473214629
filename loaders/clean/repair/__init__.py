"""Corrupted words: found by proof that a copy is corrupt, then restored each in its context."""

from __future__ import annotations

from loaders.clean.para import Para
from loaders.clean.repair.slips import slips
from loaders.clean.repair.words import Lexicon, lexicon

__all__ = ["Lexicon", "lexicon", "repaired"]

PROOFS = 2
"""So many different words must be proven wrong before a text counts as a corrupted copy."""


def repaired(paras: list[Para], scraped: bool) -> list[Para]:
    """``paras`` with substituted words and recognition slips undone; a clean text comes back as it is.

    Words are touched only where at least `PROOFS` different substitutions stand in contexts impossible in correct
    Chinese; recognition slips only in such a text or in a ``scraped`` one.
    """
    words = lexicon()
    corrupt = words.proofs("\n".join(p.text for p in paras)) >= PROOFS
    if not corrupt and not scraped:
        return paras
    out = []
    for para in paras:
        edits = slips(para.text, words)
        if corrupt:
            edits.extend(words.edits(para.text))
        out.append(para.rewritten(_disjoint(edits)) if edits else para)
    return out


def _disjoint(edits: list[tuple[int, int, str, str, float]]) -> list[tuple[int, int, str, str, float]]:
    """In order, the surer first where two overlap."""
    kept: list[tuple[int, int, str, str, float]] = []
    for edit in sorted(edits, key=lambda e: (-e[4], e[0])):
        if all(edit[1] <= k[0] or edit[0] >= k[1] for k in kept):
            kept.append(edit)
    return sorted(kept)
