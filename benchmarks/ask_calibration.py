"""How sure a question must be to be answered: the weights of ``zhengtu.ask.decide``, and what they are worth for a new author.

Each question of ``tests/ask`` is read twice, with a seventh of the lexicon taken away in the second reading: the words were
widened for these very questions, those of an author nobody has seen will be missing some.  From what then speaks for the best
query and against it a logistic regression tells right readings from wrong ones.  It is fitted without one author at a time and
asked about that one, which is the figure to look at; then fitted to all, which gives the weights.  From which score on and how
sure a reading is answered is read off the last table: of the authors of the blind sets, each left out, most right with no more
than ``MOST`` of all wrong.

    python benchmarks/ask_calibration.py [--store PATH] [--drop 0.15]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.ask.sets import AUTHORS, is_right
from zhengtu.ask import Asker, decide, reading
from zhengtu.ask.words import Words, words
from zhengtu.build import build
from zhengtu.paths import resource_dir
from zhengtu.store import open_store

MOST = 0.02
"""The share of all questions that may be answered wrongly."""
_LEASTS, _SURES = (0.5, 0.45, 0.42, 0.4, 0.35), (0.8, 0.7, 0.6, 0.5, 0.4)
_STEPS, _RIDGE = 60, 1.0  # of Newton's method; on weights of standardised signs


class Case:
    """A question: whether it can be answered, whether the best reading is right, what speaks for it (``None``: nothing)."""

    def __init__(self, store, asker: Asker, row) -> None:
        matches = asker.understand(row["question"]).matches
        best = decide.candidate(matches)
        self.answerable = bool(row["query"])
        self.right = bool(best and is_right(store, row, best))
        self.signs = (1.0, *decide.signs(best, matches)) if best else None


def without(share: float, seed: int) -> Words:
    """The lexicon without a ``share`` of its words of two characters or more (English: four letters)."""
    full, chance = words(), random.Random(seed)
    chinese = {w: x for w, x in full.chinese.items() if len(w) < 2 or x.is_grammar or chance.random() > share}
    english = {w: x for w, x in full.english.items() if len(w) < 4 or chance.random() > share}
    return replace(
        full, chinese=chinese, english=english, sounds={s: [w for w in of if w in chinese] for s, of in full.sounds.items()}
    )


def fit(cases: Sequence[Case]) -> np.ndarray:
    """Base and weights of the logistic regression, by Newton's method."""
    held = [case for case in cases if case.signs]
    x, y = np.array([case.signs for case in held]), np.array([case.right for case in held], float)
    mean, deviation = x.mean(0), x.std(0)
    mean[0], deviation[deviation == 0] = 0, 1
    z, weights = (x - mean) / deviation, np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-z @ weights))
        ridge = _RIDGE * np.eye(len(weights))
        ridge[0, 0] = 1e-6
        weights -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, z.T @ (p - y) + ridge @ weights)
    raw = weights / deviation
    raw[0] = weights[0] - (weights[1:] * mean[1:] / deviation[1:]).sum()
    return raw


class Bounds(NamedTuple):
    """From which score on, and how sure, a reading is answered."""

    least: float = decide.LEAST
    sure: float = decide.SURE


def shares(cases: Sequence[Case], weights: np.ndarray, bounds: Bounds) -> tuple[float, float]:
    """Right of the answerable, wrong of all, where readings within the bounds are answered."""
    held = (c for c in cases if c.signs and c.signs[1] >= bounds.least)
    sure = [c for c in held if 1 / (1 + np.exp(-weights @ c.signs)) >= bounds.sure]
    answerable = sum(case.answerable for case in cases)
    return sum(c.right and c.answerable for c in sure) / answerable, sum(not c.right for c in sure) / len(cases)


def report(whole: dict[str, list[Case]], partly: dict[str, list[Case]]) -> Iterator[str]:
    """A table by author, the weights fitted to all, and a table by bounds."""
    weights = {author: fit([c for a in whole if a != author for c in (*whole[a], *partly[a])]) for author in whole}
    yield "| author left out | right | wrong | with part of the lexicon: right | wrong |\n| --- | ---: | ---: | ---: | ---: |"
    for author, fitted in weights.items():
        figures = (*shares(whole[author], fitted, Bounds()), *shares(partly[author], fitted, Bounds()))
        yield f"| {author} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"
    every = fit([case for a in whole for case in (*whole[a], *partly[a])])
    yield f"base and weights: {every.round(1).tolist()}; in use: {[decide.BASE, *decide.WEIGHTS]}"
    blind = [author for author in whole if author.startswith("blind")]
    yield f"| from score | how sure | right | wrong (at most {MOST}) |\n| ---: | ---: | ---: | ---: |"
    for bounds in (Bounds(*pair) for pair in product(_LEASTS, _SURES)):
        graded = [shares(whole[author], weights[author], bounds) for author in blind]
        yield "| " + " | ".join(f"{figure:.3f}" for figure in (*bounds, *np.mean(graded, axis=0))) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", help="a built store; the shipped corpus is built where none is given")
    parser.add_argument("--drop", type=float, default=0.15, help="share of the lexicon taken away")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not arguments.store:
            build([resource_dir("corpus")], f"{folder}/store")
        with open_store(arguments.store or f"{folder}/store") as store:
            asker = Asker(store)
            asker.understand("武汉")  # the wordings are read with the whole lexicon
            whole = {author: [Case(store, asker, row) for row in rows] for author, rows in AUTHORS.items()}
            part = without(arguments.drop, 1)
            reading.words = lambda: part
            partly = {author: [Case(store, asker, row) for row in rows] for author, rows in AUTHORS.items()}
    print(*report(whole, partly), sep="\n")


if __name__ == "__main__":
    main()
