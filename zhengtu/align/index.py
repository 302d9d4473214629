"""An inverted index of character n-grams: which texts share rare pieces with a query.

An n-gram that stands in more than ``cap`` texts is left out, as it tells little and its list would make the cost grow
with the square of the collection: so a query costs its length times ``cap`` at most, whatever the number of texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nsmallest
from math import log

from zhengtu.align.pieces import grams

CAP = 64  # texts in which an n-gram may stand
BUDGET = 8192  # texts looked at for one query, those of its rarest n-grams first
TOPIC = 4.0  # how much more a word of the title weighs


class GramIndex:
    """Texts by their n-grams, weighted by rarity (inverse document frequency)."""

    def __init__(self, texts: Sequence[str], sizes: tuple[int, ...] = (2, 3), cap: int = CAP) -> None:
        """Index normal texts; their positions are what ``nearest`` returns."""
        self._sizes = sizes
        postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for i, text in enumerate(texts):
            for gram, times in Counter(grams(text, sizes)).items():
                postings[gram].append((i, times))
        self._count = len(texts)
        self._postings = {gram: places for gram, places in postings.items() if len(places) <= cap}
        self._frequent = postings.keys() - self._postings.keys()

    def weight(self, gram: str) -> float:
        """How much a gram tells: log of the texts over those that have it, 0 past the cap."""
        if gram in self._frequent:
            return 0.0
        return log((self._count + 1) / max(1, len(self._postings.get(gram, ()))))

    def nearest(self, text: str, limit: int = 8, topic: str = "") -> list[tuple[int, float]]:
        """Positions of the texts that hold most of the query's weight, with the share 0…1 they hold, best first.

        With a ``topic`` its n-grams weigh more, the oftener a text repeats them the more (铁路 in a task on transport).
        """
        shared: dict[int, float] = defaultdict(float)
        total = 0.0
        budget = BUDGET
        query = self._query(text, topic)
        for gram in sorted(query, key=lambda g: (len(self._postings.get(g, ())), g)):  # the rarest first
            weight = self.weight(gram) * query[gram]
            total += weight
            found = self._postings.get(gram, ())
            for i, times in found:
                shared[i] += weight * (1 - 0.5**times if query[gram] > 1 else 1)
            budget -= len(found)
            if budget < 0:
                break
        if not total:
            return []
        ranked = nsmallest(limit, shared.items(), key=lambda item: (-item[1], item[0]))
        return [(i, weight / total) for i, weight in ranked]

    def _query(self, text: str, topic: str) -> dict[str, float]:
        return dict.fromkeys(grams(text, self._sizes), 1.0) | dict.fromkeys(grams(topic, self._sizes), TOPIC)
