"""Claims of news documents beside the sentence of the plan that each was held against."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from zhengtu.align.index import GramIndex
from zhengtu.align.loading import texts
from zhengtu.align.model import TaskText
from zhengtu.align.pieces import normal, sentences
from zhengtu.site.contrast import Contrast, contrast
from zhengtu.site.knowledge import Knowledge

Key = tuple[str, str, str]
"""A claim: its document, begin and end."""


@dataclass(frozen=True, slots=True)
class Source:
    """The sentence of a task or section (``part``, its IRI) nearest to a claim, and the paragraph it stands in."""

    part: str
    document: str
    title: str
    number: str
    sentence: str
    begin: str
    end: str
    contrast: Contrast


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as printed at ``begin``–``end``; ``verdict`` is supported, differs, unsupported, or empty where unchecked."""

    document: str
    text: str
    begin: str
    end: str
    verdict: str
    difference: str
    sources: tuple[Source, ...]


class Claims:
    """The claims of a site."""

    def __init__(self, site: Knowledge) -> None:
        self._site = site

    @cached_property
    def by_document(self) -> dict[str, list[Claim]]:
        """The claims of each document, in reading order."""
        parts: dict[Key, list[str]] = defaultdict(list)
        for row in self._site.rows("claim-sources"):
            parts[row["document"], row["begin"], row["end"]].append(row["part"])
        found: dict[str, dict[Key, Claim]] = defaultdict(dict)
        for row in self._site.answer("claims"):
            key = (row["document"], row["begin"], row["end"])
            if key not in found[row["document"]]:
                sources = (self._source(part, row["claim"]) for part in parts[key])
                held = tuple(source for source in sources if source)
                rest = (row["begin"], row["end"], row["verdict"], row["difference"])
                found[row["document"]][key] = Claim(row["document"], row["claim"], *rest, held)
        return {document: list(claims.values()) for document, claims in found.items()}

    def _source(self, part: str, claim: str) -> Source | None:
        if part not in self._parts:
            return None
        document, text = self._parts[part]
        said = sentences(text.text)
        best = next(iter(GramIndex(said).nearest(normal(claim), 1)), None)
        if best is None:
            return None
        sentence = said[best[0]]
        where = next(((b, e) for b, e, words in self._paragraphs[part] if sentence in words), ("", ""))
        return Source(part, document, text.title, text.path, sentence, *where, contrast(sentence, normal(claim)))

    @cached_property
    def _parts(self) -> dict[str, tuple[str, TaskText]]:
        return {text.iri: (document, text) for document, text in texts(self._site.store)}

    @cached_property
    def _paragraphs(self) -> dict[str, list[tuple[str, str, str]]]:
        found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for row in self._site.rows("paragraphs"):
            found[row["part"]].append((row["begin"], row["end"], normal(row["text"])))
        return found
