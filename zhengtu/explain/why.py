"""Why a derived statement holds: the rule, and the statements it took, down to those that a text or the registry makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from pyoxigraph import BlankNode, Literal, NamedNode

from zhengtu import reason, sparql
from zhengtu.explain.read import sentence_of
from zhengtu.sentences import Sentence
from zhengtu.store import QueryStore
from zhengtu.store.protocol import Bindings, Cell

_TRIED = 50  # derivations looked at to find one from stated facts: a class of hundreds of mentions has hundreds
_PARTS = ("subject", "property", "object")


@dataclass(frozen=True, slots=True)
class Premise:
    """A statement that a rule took: its parts and their names, its graph, the sentence that says so; if derived, the reason."""

    parts: tuple[str, str, str]
    names: tuple[str, str, str]
    graph: str
    sentence: Sentence | None
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: the rule's name and its premises."""

    rule: str
    premises: tuple[Premise, ...]


@dataclass
class Reasons:
    """Finds reasons in a store."""

    store: QueryStore
    _known: dict[reason.Fact, bool] = field(default_factory=dict)

    @cached_property
    def _schema(self) -> reason.Schema:
        return reason.read_schema(self.store)

    def of(self, fact: reason.Fact) -> Reason | None:
        """Why the statement holds: of the ways it follows, one from stated facts if there is one.  Raises ``StoreError``."""
        return self._of(fact, frozenset())

    def _of(self, fact: reason.Fact, above: frozenset[reason.Fact]) -> Reason | None:
        above |= {fact}
        found = (step for step in reason.reasons(fact, self._schema, self._match) if not above & {*step.premises})
        steps = list(islice(found, _TRIED))
        if not steps:
            return None
        best = min(steps, key=lambda step: sum(map(self._derived, step.premises)))
        return Reason(best.rule, tuple(self._premise(premise, above) for premise in best.premises))

    def _premise(self, fact: reason.Fact, above: frozenset[reason.Fact]) -> Premise:
        row = next(iter(self.store.select(sparql.text(__file__, "premise.rq"), _bindings(fact))), ())
        graph, subject, one, value, *words = [_text(cell) for cell in row] or [""] * 8
        own = self._of(fact, above) if self._derived(fact) else None
        parts = (_text(fact[0]), fact[1].value, _text(fact[2]))
        return Premise(parts, (subject, one, value), graph, None if own else sentence_of(words), own)

    def _match(self, pattern: reason.Pattern) -> Iterator[reason.Fact]:
        """The statements, each once, stated ones first."""
        seen: set[reason.Fact] = set()
        given = "subjects" if pattern[0] is None else "objects" if pattern[2] is None else "statement"
        for derived, subject, one, value in self.store.select(sparql.text(__file__, f"match-{given}.rq"), _bindings(pattern)):
            if isinstance(subject, NamedNode | BlankNode) and isinstance(one, NamedNode) and value is not None:
                fact: reason.Fact = (subject, one, value)
                if fact not in seen:
                    seen.add(fact)
                    self._known.setdefault(fact, _text(derived) == "true")
                    yield fact

    def _derived(self, fact: reason.Fact) -> bool:
        if fact not in self._known:
            next(self._match(fact), None)
        return self._known.get(fact, False)


def _bindings(pattern: reason.Pattern) -> Bindings:
    pairs = zip(_PARTS, pattern, strict=True)
    return {name: term for name, term in pairs if isinstance(term, NamedNode | Literal)}


def _text(cell: Cell) -> str:
    return "" if cell is None else cell.value
