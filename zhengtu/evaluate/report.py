"""Print an evaluation: tables for reading, CSV, JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from io import StringIO

from pyoxigraph import Literal

from zhengtu.evaluate.evaluation import Evaluation
from zhengtu.evaluate.findings import Finding
from zhengtu.evaluate.messages import say
from zhengtu.evaluate.score import Score
from zhengtu.query import Table
from zhengtu.query import render as render_table

_FINDING = ("document", "kind", "outcome", "columns", "gold", "told", "sentence")
_SCORE = ("gold", "kind", "document", "gold_rows", "told_rows", "missed", "spurious", "precision", "recall", "f1")
_MORE = ("found_f1", "full_f1", "others")


def render(evaluation: Evaluation, form: str = "table", *, errors: bool = False) -> str:
    """The evaluation in one of ``FORMATS``; ``errors`` adds what is wrong (CSV gives that instead of the scores)."""
    return _RENDERERS[form](evaluation, errors)


def _table(evaluation: Evaluation, errors: bool) -> str:
    every = [(kind, evaluation.of(kind)) for kind in evaluation.kinds]
    kinds = _grid("kind", [*every, (say("all"), replace(evaluation.of(), others={}))])
    documents = _grid("document", ((name, evaluation.of(document=name)) for name in evaluation.documents))
    lists = "".join(f"\n{block}" for block in map(_block, evaluation.findings)) if errors else ""
    return f"{kinds}\n{documents}{lists}"


def _grid(head: str, rows: Iterable[tuple[str, Score]]) -> str:
    lines = []
    for name, score in rows:
        others = ", ".join(f"{column} {_rounded(share.value)}" for column, share in score.others.items() if share.whole)
        figures = (score.precision(), score.recall(), score.f1(), score.f1("found"), score.f1("full"))
        cells = [name, *map(str, _counts(score)), *(_rounded(f) or "-" for f in figures)]
        lines.append(tuple(Literal(cell) for cell in ([*cells, others] if head == "kind" else cells)))
    columns = (head, "gold", "told", "missed", "spurious", "precision", "recall", "F1", "found F1", "full F1")
    return render_table(Table((*columns, "others") if head == "kind" else columns, tuple(lines)))


def _block(finding: Finding) -> str:
    what = say(f"{finding.outcome}")
    differing = f" ({', '.join(finding.columns)})" if finding.columns else ""
    lines = [f"{finding.document} · {finding.kind} · {what}{differing}"]
    lines += [f"  {mark} {text}" for mark, text in (("-", finding.gold), ("+", finding.told)) if text]
    if finding.sentence:
        lines.append(f"  “{' '.join(finding.sentence.split())}”")
    return "".join(f"{line}\n" for line in lines)


def _csv(evaluation: Evaluation, errors: bool) -> str:
    out = StringIO()
    writer = csv.DictWriter(out, _FINDING if errors else (*_SCORE, *_MORE), lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(_finding_cells, evaluation.findings) if errors else _score_cells(evaluation))
    return out.getvalue()


def _json(evaluation: Evaluation, errors: bool) -> str:
    content: dict[str, object] = {
        "gold": evaluation.gold,
        "absent": evaluation.absent,
        "scores": [{**cells, "others": _shares(score)} for cells, score in _scores(evaluation)],
    }
    if errors:
        content["errors"] = [asdict(finding) for finding in evaluation.findings]
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _scores(evaluation: Evaluation) -> Iterator[tuple[dict[str, str | float | None], Score]]:
    """All together, each kind, each document, each kind in each document; a blank stands for all."""
    pairs = [("", ""), *((kind, "") for kind in evaluation.kinds), *(("", d) for d in evaluation.documents)]
    for kind, document in [*pairs, *evaluation.scores]:
        score = evaluation.of(kind, document)
        figures = (score.precision(), score.recall(), score.f1())
        values = (evaluation.gold, kind, document, *_counts(score), *map(_short, figures))
        more = {"found_f1": _short(score.f1("found")), "full_f1": _short(score.f1("full"))}
        yield {**dict(zip(_SCORE, values, strict=True)), **more}, score


def _score_cells(evaluation: Evaluation) -> Iterator[dict[str, str | float]]:
    for cells, score in _scores(evaluation):
        others = ";".join(f"{name}={_rounded(value)}" for name, value in _shares(score).items())
        printed = {n: v if isinstance(v, int | str) else _rounded(v) for n, v in cells.items()}
        yield {**printed, "others": others}


def _finding_cells(finding: Finding) -> dict[str, str | float]:
    return asdict(finding) | {"columns": ";".join(finding.columns)}


def _shares(score: Score) -> dict[str, float | None]:
    return {name: _short(share.value) for name, share in score.others.items() if share.whole}


def _counts(score: Score) -> tuple[int, int, int, int]:
    return score.gold, score.told, score.gold - score.hits[1], score.told - score.good[1]


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _rounded(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


_RENDERERS: dict[str, Callable[[Evaluation, bool], str]] = {"table": _table, "csv": _csv, "json": _json}
FORMATS = tuple(_RENDERERS)
