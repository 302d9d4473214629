"""What reading one document costs: seconds by stage and size, the slope, the ratio to jieba, and inputs made to hurt.

Run: ``python benchmarks/extraction.py [--largest KB] [--hostile KB] [--rounds N] [--only ordinary|hostile]``; see ``README.md``.
Prints Markdown.
Every measurement runs in a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import measured
from benchmarks.measured import peak, slope

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1, 10, 100, 1_000, 10_000)
"""KB of UTF-8."""
STAGES = ("read", "clean", "identify", "outline", "extract", "link", "emit")
_REPEATED = (
    "（ （） ( 、 〔 《 “ 【 | < <!-- <td> & &nbsp; ** [a]( # 7 3% 1个 12345 亿 到 到2025年 2025年 2022年1月1日 〔2022〕",
    "国发〔2022〕1号 武汉 武汉、 清水、 大河、 长江、 武汉至 武汉和 （武汉 “武汉 湖北省武汉市 武汉都市圈 通(城) 一 一、 （一） 1、 1. 第一条 三省",
    "和三省 和 等 由 由武汉负责 负责 牵头 责任单位： 省发改委、 有关部门 签署 会议 论坛 联盟 联席会议 领导小组 铁路 建设",
    "产业 基地 万亿元 分别 增长 以下简称 关于 通知 记者 甲方：乙方",
)
_LINES = (
    "\n",
    " ",
    "\u3000",
    "\t",
    "a\tb\n",
    "一、\n",
    "第一条\n",
    "1.\n",
    "。\n",
    "| a | b |\n",
    "<tr><td>",
    "---\n",
    "重点工作\n推进建设，加快发展。\n",
)
HOSTILE = (*" ".join(_REPEATED).split(), *_LINES)
DENSE = re.compile("武汉|清水|长江|通\\(城|3%|1个")
"""One fact every few characters: some hundred statements a KB, hence measured at a tenth of the size."""
WARM = ("hubei-daily-2022-03-05.md", "wuhan-circle-agreement-2021.txt", "hubei-division-2022-16.txt")
"""Read before anything is measured: a report, an agreement and a division plan ask for nearly all that is made once a process."""
MICROSECONDS = 10
"""A hostile input that costs more a character is listed; one dense with facts may (each is written out with its evidence)."""


def ordinary(kilobytes: int) -> str:
    """``kilobytes`` of ordinary text: the longest news text of the corpus, markup off, over and over."""
    text = re.sub(r"<[^>]{0,400}>", "\n", (ROOT / "corpus" / "thepaper-2022-03-15.md").read_text("utf-8"))
    data = text.encode()
    return (data * (kilobytes * 1024 // len(data) + 1))[: kilobytes * 1024].decode("utf-8", errors="ignore")


def by_stage(path: Path) -> dict[str, float]:
    """CPU seconds of each stage over the file at ``path``, everything loaded and compiled before."""
    from loaders import pipeline
    from loaders.errors import LoadError

    spent = dict.fromkeys(STAGES, 0.0)

    def timed(name: str, stage: str) -> None:
        inner = getattr(pipeline, name)

        def outer(*args: Any, **kwargs: Any) -> Any:
            start = process_time()
            try:
                return inner(*args, **kwargs)
            finally:
                spent[stage] += process_time() - start

        setattr(pipeline, name, outer)

    for name in WARM:
        pipeline.load(ROOT / "corpus" / name)
    for name in ("read", "clean", "identify", "outline", "extract", "emit"):
        timed(name, name)
    for name in ("link_identity", "link_facts"):
        timed(name, "link")
    start = process_time()
    try:
        quads = len(pipeline.load(path).quads)
    except LoadError:  # nothing to read in it: refused, which takes time too
        quads = 0
    return {**spent, "total": process_time() - start, "quads": quads}


def segmented(path: Path) -> dict[str, float]:
    """CPU seconds in which jieba (precise mode, dictionary loaded) cuts the same text."""
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    text = path.read_text("utf-8")
    start = process_time()
    sum(1 for _ in jieba.cut(text))
    return {"total": process_time() - start}


def apart(work: str, path: Path) -> dict[str, float] | None:
    """What ``work`` measures of ``path``, and its peak of memory; ``None`` where it fails."""
    return measured.apart(__file__, work, str(path), seconds=900)


def measure_ordinary(folder: Path, largest: int, rounds: int) -> None:
    """A table of sizes by stage: of ``rounds``, in which extraction and jieba take turns, the quickest, and the median ratios."""
    heads = ("KB", "characters", *STAGES, "total s", "µs/char", "jieba s", "to link / jieba", "all / jieba", "MB")
    print("| " + " | ".join(heads) + " |\n" + "| ---: " * len(heads) + "|")
    rows: list[tuple[int, float]] = []
    for size in (s for s in SIZES if s <= largest):
        path = folder / f"ordinary-{size}.txt"
        path.write_text(ordinary(size), "utf-8")
        turns = [(apart("stages", path), apart("jieba", path)) for _ in range(rounds)]
        done = [ours for ours, _ in turns if ours is not None]
        if len(done) < rounds:
            print(f"| {size} | failed |")
            continue
        ours = min(done, key=lambda measured: measured["total"])
        length = len(path.read_text("utf-8"))
        cells = [f"{size}", f"{length}", *(f"{ours[stage]:.3f}" for stage in STAGES)]
        cells += [f"{ours['total']:.3f}", f"{ours['total'] / length * 1e6:.1f}"]
        cells += peer(turns)
        print("| " + " | ".join([*cells, f"{ours['memory']:.0f}"]) + " |")
        rows.append((length, ours["total"]))
    steady = [row for row in rows if row[0] >= 10_000] or rows
    if len(steady) > 1:
        print(f"\nSlope from {steady[0][0]} characters on: {slope([r[0] for r in steady], [r[1] for r in steady]):.2f}\n")


def peer(turns: list[tuple[dict[str, float] | None, dict[str, float] | None]]) -> list[str]:
    """Cells: jieba's quickest time, and the medians of the ratios to it, to *link* and of all stages; dashes without jieba."""
    pairs = [(ours, jieba["total"]) for ours, jieba in turns if ours and jieba and jieba["total"]]
    if not pairs:
        return ["–"] * 3
    linked = median((ours["total"] - ours["emit"]) / seconds for ours, seconds in pairs)
    whole = median(ours["total"] / seconds for ours, seconds in pairs)
    return [f"{min(seconds for _, seconds in pairs):.3f}", f"{linked:.2f}", f"{whole:.2f}"]


def measure_hostile(folder: Path, kilobytes: int) -> None:
    """A table of the dear ones among the hostile inputs, and the steepest slope."""
    print("| repeated | form | KB | µs/char | slope from a quarter of it | statements |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    worst, count = (0.0, ""), 0
    for unit in HOSTILE:
        for form in ("txt", "html", "md"):
            found = []
            largest = kilobytes // 10 if DENSE.search(unit) else kilobytes
            for size in (largest // 4, largest):
                path = folder / f"hostile.{form}"
                path.write_text(unit * max(1, size * 1024 // len(unit.encode())), "utf-8")
                found.append((len(path.read_text("utf-8")), apart("stages", path)))
            count += 1
            (less, before), (more, after) = found
            if before is None or after is None:
                print(f"| `{unit!r}` | {form} | {largest} | failed | | |")
                continue
            steep = slope([less, more], [max(before["total"], 1e-3), max(after["total"], 1e-3)])
            worst = max(worst, (steep, f"{unit!r} {form}"))
            if (cost := after["total"] / more * 1e6) > MICROSECONDS or steep > 1.3:
                print(f"| `{unit!r}` | {form} | {largest} | {cost:.1f} | {steep:.2f} | {after['quads']:.0f} |")
    print(f"\n{count} inputs; steepest: {worst[1]}, slope {worst[0]:.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=10_000, help="KB of the largest ordinary text")
    parser.add_argument("--hostile", type=int, default=1_000, help="KB of each hostile input")
    parser.add_argument("--rounds", type=int, default=5, help="how often ordinary text is measured, in turns with jieba")
    parser.add_argument("--only", choices=("ordinary", "hostile"))
    parser.add_argument("--measure", nargs=2, metavar=("WORK", "PATH"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        work, path = options.measure
        found = segmented(Path(path)) if work == "jieba" else by_stage(Path(path))
        print(json.dumps({**found, "memory": peak()}))
        return
    with tempfile.TemporaryDirectory() as folder:
        if options.only != "hostile":
            measure_ordinary(Path(folder), options.largest, options.rounds)
        if options.only != "ordinary":
            measure_hostile(Path(folder), options.hostile)


if __name__ == "__main__":
    main()
