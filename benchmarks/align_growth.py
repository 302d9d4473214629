"""How the cost of the alignment grows with the collection: more plans, longer plans, more claims.

Run: ``python benchmarks/align_growth.py``, or with ``--largest N`` up to size N.  Prints CPU seconds by size and the slope of log time over log size: 1 is
linear.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measured import slope
from zhengtu.align import ClaimText, TaskText, align_tasks, check_claims
from zhengtu.align.measures import align_measures

VERBS = ("建设", "推进", "完善", "加快", "支持", "实施", "健全", "推动", "统筹", "打造", "优化", "培育")
SYLLABLES = [chr(c) for c in range(0x4E00, 0x4E00 + 3000)]


def plan(seed: int, size: int) -> list[TaskText]:
    """A plan of ``size`` tasks of about 400 characters, its words drawn with the frequencies of a language (Zipf)."""
    rng = random.Random(seed)
    words = ["".join(rng.sample(SYLLABLES, rng.choice((2, 2, 3, 4)))) for _ in range(4000)]
    weights = [1 / (rank + 5) for rank in range(len(words))]
    tasks = []
    for number in range(size):
        drawn = iter(rng.choices(words, weights, k=200))
        pieces = [rng.choice(VERBS) + "".join(next(drawn) for _ in range(4)) for _ in range(40)]
        text = "。".join("，".join(pieces[i : i + 4]) for i in range(0, len(pieces), 4)) + "。"
        tasks.append(TaskText(f"plan{seed}/task/{number}", text, pieces[0][2:8], str(number), f"第{number // 5}节"))
    return tasks


def handed_down(upper: list[TaskText], seed: int) -> list[TaskText]:
    """The same plan with a tenth of its clauses dropped."""
    rng = random.Random(seed)
    out = []
    for task in upper:
        text = "。".join("，".join(c for c in s.split("，") if rng.random() > 0.1) for s in task.text.split("。"))
        out.append(TaskText(task.iri.replace("plan", "lower"), text, task.title, task.path, task.section))
    return out


def sentences(tasks: list[TaskText]) -> dict[str, list[TaskText]]:
    """The measures of each task: its sentences."""
    return {
        task.iri: [
            TaskText(f"{task.iri}/measure/{i}", text, "", f"{task.path}.{i}", task.section)
            for i, text in enumerate(filter(None, task.text.split("。")))
        ]
        for task in tasks
    }


def measure(name: str, sizes: list[int], make: Callable[[int], Callable[[], object]]) -> None:
    """Print the seconds for each size and the slope between the first and the last."""
    seconds = []
    for size in sizes:
        work = make(size)
        start = process_time()
        work()
        seconds.append(process_time() - start)
        print(f"{name:24} {size:>7} {seconds[-1]:9.3f} s")
    if len(sizes) > 1:
        print(f"{name:24} slope {slope(sizes, seconds):.2f}\n")


def more_plans(size: int) -> Callable[[], object]:
    pairs = [(upper, handed_down(upper, i)) for i in range(size) for upper in [plan(i, 20)]]
    return lambda: [align_tasks(upper, lower) for upper, lower in pairs]


def longer_plans(size: int) -> Callable[[], object]:
    upper = plan(1, size)
    lower = handed_down(upper, 2)
    return lambda: align_tasks(upper, lower)


def more_measures(size: int) -> Callable[[], object]:
    """``size`` tasks handed down, each of ten measures."""
    upper = plan(1, size)
    lower = handed_down(upper, 2)
    found = align_tasks(upper, lower)
    measures = sentences(upper) | sentences(lower)
    return lambda: align_measures(found, measures)


def more_claims(size: int) -> Callable[[], object]:
    sources = plan(1, 100)
    sentences = [s for task in sources for s in task.text.split("。") if s]
    claims = [ClaimText(str(i), f"《方案》提出，{sentences[i % len(sentences)]}。") for i in range(size)]
    return lambda: check_claims(claims, sources)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=3200, metavar="N", help="no size beyond N")
    largest = parser.parse_args().largest
    for name, sizes, make in (
        ("plan pairs (20 tasks)", [5, 10, 20, 40, 80], more_plans),
        ("tasks in one pair", [25, 50, 100, 200, 400, 800, 1600, 3200], longer_plans),
        ("measures (10 a task)", [25, 50, 100, 200, 400], more_measures),
        ("claims on 100 tasks", [100, 200, 400, 800], more_claims),
    ):
        measure(name, [size for size in sizes if size <= largest], make)
