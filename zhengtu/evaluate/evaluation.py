"""Ask the store, match, count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from zhengtu import query
from zhengtu.evaluate.findings import Finding, findings
from zhengtu.evaluate.gold import GoldFile, GoldSet
from zhengtu.evaluate.items import under_told_numbers
from zhengtu.evaluate.kinds import KINDS, Kind
from zhengtu.evaluate.match import match
from zhengtu.evaluate.names import Names
from zhengtu.evaluate.passages import Passages
from zhengtu.evaluate.prepare import Row
from zhengtu.evaluate.score import Score, score, total
from zhengtu.store import QueryStore

Ask = Callable[[str], list[Row]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """``scores`` by (kind, document), in the order of the kinds; ``absent``: documents of the gold the store does not have."""

    gold: str
    scores: dict[tuple[str, str], Score]
    absent: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds scored."""
        return tuple(dict.fromkeys(kind for kind, _ in self.scores))

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents scored."""
        return tuple(sorted({document for _, document in self.scores}))

    def of(self, kind: str = "", document: str = "") -> Score:
        """The score of a kind, a document, both or (left blank) all together."""
        return total(s for (k, d), s in self.scores.items() if kind in ("", k) and document in ("", d))


def evaluate(store: QueryStore, gold: GoldSet, errors: bool = False) -> Evaluation:
    """Score a store against a gold set; with ``errors`` say also what is wrong.  Raises ``StoreError``."""
    asked: dict[str, list[Row]] = {}

    def ask(name: str) -> list[Row]:
        if name not in asked:
            asked[name] = list(query.run(store, name, {}))
        return asked[name]

    held = {row["document"] for row in ask("documents")}
    passages = {d: Passages.of(store, d) for d in gold.documents if d in held} if errors else None
    return compare(gold, ask, Names.of(store), passages)


def compare(gold: GoldSet, ask: Ask, names: Names, passages: Mapping[str, Passages] | None = None) -> Evaluation:
    """Score the answers that ``ask`` gives to the queries; ``passages`` by document when findings are wanted."""
    scores: dict[tuple[str, str], Score] = {}
    wrong: list[Finding] = []
    for name, file in gold.files.items():
        kind = KINDS[name]
        right, told = _both_sides(kind, file, gold.documents, ask)
        kind = kind.on({column for rows in right.values() for row in rows for column in row}) if right else kind
        for document in gold.documents:
            complete = (document, name) in gold.complete
            matched = match(kind, right.get(document, []), told.get(document, []), names)
            scores[name, document] = score(matched, [column.label for column in kind.others], complete)
            if passages is not None:
                wrong += findings(document, kind, matched, complete, passages.get(document, Passages()))
    held = {row["document"] for row in ask("documents")}
    return Evaluation(gold.name, scores, tuple(d for d in gold.documents if d not in held), tuple(wrong))


def _both_sides(
    kind: Kind, file: GoldFile, documents: Collection[str], ask: Ask
) -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
    """Rows of the gold and of the store by document, in one form."""
    gold = kind.prepare([dict(row) for row in file.rows], file.columns)
    told = [
        row
        for name in kind.asked
        for row in kind.prepare(
            [{kind.renamed.get(column, column): value for column, value in row.items()} for row in ask(name)], file.columns
        )
    ]
    right = _by_document(gold, documents)
    if "task_number" in file.columns and any(column.name == "task_number" for column in kind.key):
        right = under_told_numbers(right, told, ask("tasks"))
    return right, _by_document(told, documents)


def _by_document(rows: list[Row], documents: Collection[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["document"] in documents:
            found[row["document"]].append(row)
    return found
