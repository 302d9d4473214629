"""How much a question looks like the wordings of the library: by the pieces of its text, whatever its words mean.

Short pieces of text (characters in ones, twos and threes, English words in ones and twos) and the things asked for make a
vector, weighted by how few queries have the piece (tf-idf); likeness is the cosine of two vectors, found through an inverted
index (Salton and McGill 1983, chapter 4).  It needs no word to be known, so that it also tells questions apart whose words
are partly strange; what no query answers has examples of its own (``outside.toml``), which draw such questions away.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

_RUN = re.compile(r"[\u3400-\u9fff|]+|[a-z][a-z']*")
_LONGEST = 3  # characters of a piece
_LETTERS = 6  # of an English word that count: enough to tell stems apart

Concepts = Iterable[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Example:
    """A wording: the query it asks ("" for what no query answers), its text with marks for names, what it asks for."""

    name: str
    text: str
    concepts: tuple[frozenset[str], ...]
    slots: frozenset[str]


@dataclass(frozen=True, slots=True)
class Index:
    """Pieces → the examples that have them, with their share of the example's length; ``weights`` of the pieces."""

    examples: tuple[Example, ...]
    postings: Mapping[str, list[tuple[int, float]]]
    weights: Mapping[str, float]
    most: float

    def like(self, text: str, concepts: Concepts) -> dict[str, dict[frozenset[str], float]]:
        """For each query the likeness, 0…1, of its nearest wording with each set of slots."""
        own = _pieces(text, concepts)
        length = sqrt(sum((n * self.weights.get(piece, self.most)) ** 2 for piece, n in own.items())) or 1.0
        near: defaultdict[int, float] = defaultdict(float)
        for piece, n in own.items():
            weight = n * self.weights.get(piece, 0.0) / length
            for i, share in self.postings.get(piece, ()):
                near[i] += weight * share
        found: defaultdict[str, dict[frozenset[str], float]] = defaultdict(dict)
        for i, likeness in near.items():
            of_query = found[self.examples[i].name]
            slots = self.examples[i].slots
            of_query[slots] = max(likeness, of_query.get(slots, 0.0))
        return found


def index(examples: Iterable[Example]) -> Index:
    """The index of some wordings."""
    held = tuple(examples)
    texts = [_pieces(example.text, example.concepts) for example in held]
    queries: defaultdict[str, set[str]] = defaultdict(set)
    for example, pieces in zip(held, texts, strict=True):
        for piece in pieces:
            queries[piece].add(example.name)
    names = len({example.name for example in held})
    weights = {piece: log(1 + names / len(of)) for piece, of in queries.items()}
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, pieces in enumerate(texts):
        length = sqrt(sum((n * weights[piece]) ** 2 for piece, n in pieces.items())) or 1.0
        for piece, n in pieces.items():
            postings[piece].append((i, n * weights[piece] / length))
    return Index(held, postings, weights, log(1 + names))


def _pieces(text: str, concepts: Concepts) -> Counter[str]:
    found = Counter(f"={concept}" for word in concepts for concept in word)
    english: list[str] = []
    for run in _RUN.findall(text):
        if run[0].isascii() and run[0] != "|":
            english.append(run[:_LETTERS])
        else:
            found.update(_characters(run))
    found.update(f"~{word}" for word in english)
    found.update(f"~{one}~{two}" for one, two in pairwise(english))
    return found


def _characters(run: str) -> Iterator[str]:
    whole = f"^{run}$"
    yield from (character for character in run if character != "|")
    for size in range(2, _LONGEST + 1):
        yield from (whole[i : i + size] for i in range(len(whole) - size + 1))
