"""The query library answered when the site is made: each query with values that have an answer here, and its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from zhengtu.query import BadParameter, Query, Table, UnknownEntity, library, prepare
from zhengtu.site.knowledge import Knowledge

_TRIES = 12
"""Sets of values tried before a query is shown without rows."""
_CANDIDATES = 3  # for each parameter, besides what the query's own questions name


@dataclass(frozen=True, slots=True)
class Stored:
    """A query, the values of its parameters, its text with these in place, its rows; ``None`` where no values were found."""

    query: Query
    values: dict[str, str]
    text: str
    table: Table | None


class Library:
    """The answers for one site.  Each is asked when a page wants it, and only the last one kept: answers may be long."""

    def __init__(self, site: Knowledge) -> None:
        self._site = site
        self._last: Stored | None = None

    @cached_property
    def queries(self) -> dict[str, Query]:
        """The queries by name."""
        return library()

    def answer(self, name: str) -> Stored:
        """The query's answer with the first values that give rows, else with the first that it takes."""
        found = self._last  # another thread may put another one there meanwhile
        if found is None or found.query.name != name:
            found = self._last = self._answer(self.queries[name])
        return found

    def _answer(self, query: Query) -> Stored:
        best = Stored(query, {}, _bare(query.text), None)
        for i, values in enumerate(self._values(query)):
            if i >= _TRIES:
                break
            try:
                prepared = prepare(self._site.store, query.name, values)
            except (UnknownEntity, BadParameter):
                continue
            found = Stored(query, values, _bare(prepared.texts[0]), prepared.answer(self._site.store))
            if found.table:
                return found
            best = best if best.table is not None else found
        return best

    def _values(self, query: Query) -> Iterator[dict[str, str]]:
        """Values to try: those of the query's questions (what the header holds up as examples), then what is in the store."""
        wanted = [parameter for parameter in query.parameters if parameter.default is None]
        if not wanted:
            yield {}
            return
        for question in query.questions:
            if {parameter.name for parameter in wanted} <= question.values.keys():
                yield question.values
        for choice in product(*(self._candidates.get(parameter.kind, ()) for parameter in wanted)):
            if len(set(choice)) == len(choice):
                yield {parameter.name: value for parameter, value in zip(wanted, choice, strict=True)}

    @cached_property
    def _candidates(self) -> dict[str, list[str]]:
        """For each kind of parameter, what this store holds most of."""
        units = Counter(row["agency"] for row in self._site.answer("responsibilities") if row["agency"])
        places: Counter[str] = Counter()
        for row in self._site.answer("places"):
            places[row["iri"]] += int(row["mentions"])
        agencies, most = ([value for value, _ in sorted(c.items(), key=lambda i: (-i[1], i[0]))] for c in (units, places))
        first = self._site.answer("decomposition")[:1]
        pair = [stem for row in first for stem in (row["upper_document"], row["lower_document"])]
        documents = [*pair, *(row["document"] for row in self._site.answer("documents"))]
        tasks = [row["task_title"] for row in self._site.answer("tasks") if row["task_title"]]
        years = sorted({row["year"] for row in self._site.answer("targets") if row["year"].isdigit()}, reverse=True)
        found = {"agency": agencies, "place": most, "document": [*dict.fromkeys(documents)], "entity": tasks, "integer": years}
        return {kind: values[:_CANDIDATES] for kind, values in found.items()}


def _bare(text: str) -> str:
    """The query without its head, which a page says in words."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("#+")).strip() + "\n"
