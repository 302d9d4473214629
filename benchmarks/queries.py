"""The query library on the shipped corpus and on a large collection, beside rdflib's own SPARQL on the same data.

Run: ``python benchmarks/queries.py`` (the corpus, about a minute) or ``python benchmarks/queries.py --copies 29`` (10⁶ quads:
some ten minutes and 6 GB).  Times are CPU seconds of one process: ours warm (the best of three, parameters looked up and
rows read included), rdflib's the query alone, parameters given as terms, once, stopped at ``--patience`` times ours (or one
second if that is more) and at ``--longest`` seconds: there the ratio is a lower bound, shown with ``>``.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import sys
import tempfile
import warnings
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.collection import write
from tests.queries.support import CORPUS_ARGUMENTS
from zhengtu.cli.main import main as zhengtu
from zhengtu.query import find, library, run
from zhengtu.query.entities import terms
from zhengtu.store import QueryStore, open_store
from zhengtu.store.bind import bind

RUNS = 3
SHORTEST = 1.0  # seconds that rdflib is given at least


def warm(store: QueryStore, name: str) -> tuple[float, int]:
    """The best time of ``RUNS`` after one that is not counted, and the number of rows."""
    rows = len(run(store, name, CORPUS_ARGUMENTS.get(name)))
    times = []
    for _ in range(RUNS):
        start = process_time()
        run(store, name, CORPUS_ARGUMENTS.get(name))
        times.append(process_time() - start)
    return min(times), rows


def bound(store: QueryStore, name: str) -> str:
    """The query with its parameters in it."""
    query = find(name)
    values = CORPUS_ARGUMENTS.get(name, {})
    return bind(query.text, {p.variable: terms(store, p, values[p.name])[0] for p in query.parameters})


def beside(data, text: str, most: float) -> float | None:
    """rdflib's time for the query in a process of its own; ``None`` where it takes longer than ``most`` CPU seconds."""
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_ask, args=(data, text, most, there))
    child.start()
    there.close()
    try:
        return here.recv()
    except EOFError:
        return None
    finally:
        child.join()


def _ask(data, text: str, most: float, answer) -> None:
    gc.disable()
    warnings.simplefilter("ignore")
    limit = int(process_time() + most) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    start = process_time()
    list(data.query(text))
    answer.send(process_time() - start)


def loaded(store: QueryStore):
    """The store's quads in rdflib."""
    from rdflib import Dataset

    from zhengtu.export import export

    data = Dataset()
    with tempfile.NamedTemporaryFile(suffix=".nq") as file:
        for piece in export(store, "nquads"):
            file.write(piece)
        file.flush()
        data.parse(file.name, format="nquads")
    gc.freeze()
    return data


def measure(store: QueryStore, names: list[str], patience: float, longest: float, peer: bool) -> None:
    """Print a line for each query, then the median ratio and the slowest."""
    data = loaded(store) if peer else None
    times, ratios, lower = {}, [], 0
    print(f"{'query':28}{'rows':>8}{'ours, s':>10}{'rdflib, s':>11}{'ratio':>9}")
    for name in names:
        times[name], rows = warm(store, name)
        if data is None:
            print(f"{name:28}{rows:>8}{times[name]:>10.4f}", flush=True)
            continue
        most = min(longest, max(SHORTEST, patience * times[name]))
        theirs = beside(data, bound(store, name), most)
        sign = "" if theirs is not None else ">"
        ratios.append((theirs or most) / times[name])
        lower += theirs is None
        print(
            f"{name:28}{rows:>8}{times[name]:>10.4f}{sign + f'{theirs or most:.2f}':>11}{sign + f'{ratios[-1]:.0f}':>9}",
            flush=True,
        )
    slowest = sorted(times, key=times.__getitem__, reverse=True)[:3]
    print(f"median {median(times.values()):.4f} s; slowest: " + ", ".join(f"{n} {times[n]:.3f} s" for n in slowest))
    if ratios:
        print(f"rdflib takes {median(ratios):.0f} times as long (median of {len(ratios)}; {lower} stopped, counted as if done)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=1, help="copies of the corpus; 1 is the corpus itself")
    parser.add_argument("--patience", type=float, default=40, help="times our own time that rdflib is given")
    parser.add_argument("--longest", type=float, default=600, help="CPU seconds that rdflib is given at most for one query")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these queries; by default the whole library")
    parser.add_argument("--alone", action="store_true", help="without rdflib")
    parser.add_argument("--store", help="a store to keep, used again where it is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.store or str(Path(folder) / "store")
        if not Path(place).exists():
            texts = Path(folder) / "texts"
            texts.mkdir()
            write(texts, options.copies)
            if zhengtu(["build", str(texts), "--store", place, "--quiet"]):
                sys.exit("the collection could not be built")
        with open_store(place) as store:
            count = sum(1 for _ in store.quads())
            print(f"{count} quads, {len(library())} queries")
            measure(store, options.only or list(library()), options.patience, options.longest, not options.alone)


if __name__ == "__main__":
    main()
