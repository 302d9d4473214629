"""The sentences of the texts that come nearest to a question which no query is sure to answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from zhengtu import sparql
from zhengtu.ask.match import Understood
from zhengtu.ask.words import plain
from zhengtu.query.table import printed
from zhengtu.sentences import Sentence, cleaned
from zhengtu.store.protocol import QueryStore

MOST = 3
_NAMES = ("place", "region", "agency", "document")  # what stands in too many sentences to tell what a question is about
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z]+\d[a-z\d.]*|[a-z]{2,}|\d+(?:\.\d+)?")
_GRAMMAR = re.compile("[的了吗呢是在有没和与跟把被给谁哪么啥怎这那]")  # a piece with one of these says nothing of a subject
_PIECE, _TELLING = 2, 3  # characters of a piece that is weighed, and of one that a sentence must share
_SATURATION, _BY_LENGTH = 1.2, 0.4  # k1 and b of Okapi BM25 (Robertson and Zaragoza 2009)
_NEAR = 0.6  # of the best score


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence near a question, and the title of the task that it belongs to, if any."""

    sentence: Sentence
    task: str


def nearest(store: QueryStore, understood: Understood) -> tuple[Near, ...]:
    """At most ``MOST`` sentences, the nearest first; none where none shares a piece that tells what the question is about.

    They are ranked by the pairs of characters and the words that they share with the question (Okapi BM25).  Raises
    ``StoreError``.
    """
    about, names = _parts(understood)
    telling = {piece for text in about for piece in _pieces(_GRAMMAR.sub(" ", text), _TELLING) if not piece.isdecimal()}
    if not telling:
        return ()
    weighed = {piece for text in (*about, *names) for piece in _pieces(text, _PIECE)}
    said = [(one, plain(one.sentence.words)) for one in _sentences(store)]
    held = [[piece for piece in weighed if piece in text] for _, text in said]
    often = Counter(piece for pieces in held for piece in pieces)
    weights = {piece: log(1 + (len(said) - n + 0.5) / (n + 0.5)) for piece, n in often.items()}
    mean = sum(len(text) for _, text in said) / max(len(said), 1)
    scores = {
        one: _score([weights[piece] for piece in pieces], len(text) / mean)
        for (one, text), pieces in zip(said, held, strict=True)
        if any(piece in text for piece in telling)
    }
    best = max(scores.values(), default=0.0)
    ranked = sorted((one for one, score in scores.items() if score >= _NEAR * best), key=lambda one: -scores[one])
    return tuple(_apart(ranked))[:MOST]


def _parts(understood: Understood) -> tuple[list[str], list[str]]:
    """What the question is about, piece by piece with the labels of things it names in other words; and names in it."""
    text, about, names, at = understood.text, list[str](), list[str](), 0
    for mention in sorted(understood.named, key=lambda mention: mention.begin):
        if any(entity.kind in _NAMES for entity in mention.entities):
            about.append(text[at : mention.begin])
            names.append(text[mention.begin : mention.end])
            at = max(at, mention.end)
        else:
            about += (plain(entity.label) for entity in mention.entities[:1])
    return [*about, text[at:]], names


def _pieces(text: str, size: int) -> Iterator[str]:
    """The runs of ``size`` Chinese characters in ``words.plain`` text, and the words and figures in it."""
    for run in _RUN.findall(text):
        if run.isascii():
            yield run
        else:
            yield from (run[i : i + size] for i in range(len(run) - size + 1))


def _score(weights: Sequence[float], length: float) -> float:
    return sum(weights) * (1 + _SATURATION) / (1 + _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * length))


def _sentences(store: QueryStore) -> Iterator[Near]:
    for document, begin, end, words, task in store.select(sparql.text(__file__, "sentences.rq")):
        sentence = Sentence(printed(document), int(printed(begin)), int(printed(end)), cleaned(printed(words)))
        yield Near(sentence, printed(task))


def _apart(ranked: Sequence[Near]) -> Iterator[Near]:
    """Without those that share characters of the source with one before them."""
    shown: list[Sentence] = []
    for one in ranked:
        own = one.sentence
        if not any(own.document == other.document and own.begin < other.end and other.begin < own.end for other in shown):
            shown.append(own)
            yield one
