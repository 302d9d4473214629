"""What a server searches: the store itself, word by word, so that nothing is put together first and nothing left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pyoxigraph import Literal, NamedNode

from zhengtu.site import english
from zhengtu.site.find import KINDS, Sentence, Thing, once
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.seek import NEAR, plain, share

MOST = 3000
"""Things, and passages, that one search ranks: more than that hold words that say nothing."""
_WHOLE = 2
"""Characters of a word that is looked for as it is; of a longer one a name may hold the characters in order (发改委)."""
_FULL = {code - 0xFEE0: code for code in range(0xFF01, 0xFF5F)}
_AT_ONCE = 500


class Sought:
    """The things and passages of a site that may answer; ``seek`` tells which do."""

    def __init__(self, site: Knowledge) -> None:
        self._site = site

    def things(self, words: Sequence[str]) -> list[Thing]:
        """What has a name in which the longest word may be found."""
        word = max(words, key=len)
        begin, end = (word, word) if len(word) <= _WHOLE else (word[0], word[-1])
        rows = self._site.rows("search-named", {"begin": _forms(begin), "end": _forms(end)})
        found = dict.fromkeys(row["node"] for row in rows)
        names = [zh for zh, others in english.agencies().items() if word.isascii() and any(word in plain(o) for o in others)]
        if names:
            labels = [Literal(full, language="zh") for name in names for full in (name, english.STATE + name)]
            found |= dict.fromkeys(row["node"] for row in self._site.rows("search-called", {"name": labels}))
        return self._things(found)

    def sentences(self, words: Sequence[str]) -> list[Sentence]:
        """The passages that hold the longest word."""
        rows = self._site.rows("search-holding", {"holds": _forms(max(words, key=len))})
        return self._passages(row["span"] for row in rows)

    def things_like(self, grams: Sequence[str]) -> list[Thing]:
        """What has a name with half of the pairs of characters."""
        rows = self._site.rows("search-each")
        return self._things(dict.fromkeys(row["node"] for row in rows if share(grams, plain(row["name"])) >= NEAR))

    def sentences_like(self, grams: Sequence[str]) -> list[Sentence]:
        """The passages with half of the pairs of characters."""
        rows = self._site.rows("search-words")
        return self._passages(sorted({row["span"] for row in rows if share(grams, plain(row["words"])) >= NEAR}))

    def count(self) -> int:
        """How many passages there are."""
        return int(next(iter(self._site.rows("search-size")))["passages"])

    def _things(self, found: Iterable[str]) -> list[Thing]:
        iris = [*found]
        self._site.meet(iris[: 2 * MOST])
        shown = islice((iri for iri in iris if self._site.kind_of(iri) in KINDS), MOST)
        return [thing for some in _batches(shown) for thing in self._known(some)]

    def _passages(self, spans: Iterable[str]) -> list[Sentence]:
        asked = ({"span": [NamedNode(span) for span in some]} for some in _batches(spans))
        rows = (row for some in asked for row in self._site.rows("search-passages", some))
        return list(islice(once(rows), MOST))

    def _known(self, iris: Sequence[str]) -> Iterator[Thing]:
        site, nodes = self._site, {"node": [NamedNode(iri) for iri in iris]}
        names: dict[str, dict[str, None]] = defaultdict(dict)
        for row in site.rows("search-names-of", nodes):
            names[row["node"]][row["name"]] = None
        said = {row["node"]: (row["number"], row["document"]) for row in site.rows("search-tasks", nodes)}
        for iri in iris:
            yield Thing.of(site, iri, [*names[iri]], *said.get(iri, ("", "")))


def _forms(text: str) -> list[Literal]:
    """A text as it is, and with Latin letters and figures in full width, as some texts print them."""
    return [Literal(form) for form in dict.fromkeys((text, text.translate(_FULL)))]


def _batches(iris: Iterable[str]) -> Iterator[list[str]]:
    left = iter(iris)
    while some := list(islice(left, _AT_ONCE)):
        yield some
