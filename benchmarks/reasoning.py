"""What reasoning costs: seconds, memory and share of what is derived, by size; one document renewed; and two reasoners beside it.

Run: ``python benchmarks/reasoning.py [--copies N …] [--store N=FOLDER …] [--no-peers]``; see ``README.md``.  Prints Markdown.  Times are CPU seconds;
every measurement runs in a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import warnings
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import measured
from benchmarks.measured import peak, slope

ROOT = Path(__file__).resolve().parents[1]
COPIES = (1, 10, 100)
"""How many times the shipped corpus."""


def prepare(folder: Path, place: str, copies: int) -> dict[str, float]:
    """Build a store of so many copies of the corpus, each about another region, without reasoning."""
    from benchmarks.collection import write
    from zhengtu.build import build

    texts = folder / f"texts-{copies}"
    texts.mkdir()
    paths = write(texts, copies)
    start = process_time()
    report = build(paths, place, jobs=1, reasoning=False)
    return {"documents": len(report.loaded), "quads": report.quads, "seconds": process_time() - start}


def reason_over(place: str) -> dict[str, float]:
    """Derive the leads and close the store in memory, as a build of that size does or would do."""
    from zhengtu import reason
    from zhengtu.graphs import BASE
    from zhengtu.store import EmbeddedStore, memory_store

    with EmbeddedStore(Path(place)) as stored, memory_store() as store:
        store.add(stored.quads())
        before, held = len(store.raw), peak()
        start = process_time()
        reason.lead.run(store, BASE)
        lead = process_time() - start
        derived = reason.close(store, BASE)
        seconds = process_time() - start
        after = len(store.raw)
    return {
        "lead": lead,
        "seconds": seconds,
        "stated": before,
        "derived": after - before,
        "closure": derived,
        "memory": peak() - held,
    }


def renew_one(place: str) -> dict[str, float]:
    """Reason over the whole store on disk, take one division plan out and put it in again: the reasoning's share of each."""
    from zhengtu import reason
    from zhengtu.graphs import BASE
    from zhengtu.store import new_generation

    with new_generation(Path(place), carry_over=True) as store:
        start = process_time()
        reason.lead.run(store, BASE)
        reason.close(store, BASE)
        whole = process_time() - start
        inferred = set(store.graph(BASE + "graph/inferred"))
        name = next(name for name in store.graphs() if "/doc/hubei-division" in name)
        said = list(store.graph(name))
        facts = {fact for triple in said if (fact := reason.fact_of(triple))}
        spent = []
        for removed, added, triples in ((facts, set(), []), (set(), facts, said)):
            store.replace_graph(name, triples)
            start = process_time()
            gone, new = reason.lead.renew(store, BASE)
            reason.follow(store, BASE, removed | gone, added | new)
            spent.append(process_time() - start)
        assert inferred == set(store.graph(BASE + "graph/inferred"))
    return {"whole": whole, "remove": spent[0], "add": spent[1], "said": len(said)}


def by_reasonable(place: str) -> dict[str, float]:
    """The same statements under reasonable, read from a file as it reads fastest."""
    import reasonable

    def work(path: Path) -> int:
        reasoner = reasonable.PyReasoner()
        reasoner.load_file(str(path))
        return len(reasoner.reason())

    return _peer(place, work)


def by_owlrl(place: str) -> dict[str, float]:
    """The same statements under owlrl."""
    import owlrl
    from rdflib import Graph

    warnings.simplefilter("ignore")

    def work(path: Path) -> int:
        graph = Graph().parse(path, format="nt")
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
        return len(graph)

    return _peer(place, work)


def _peer(place: str, work) -> dict[str, float]:
    from pyoxigraph import RdfFormat, serialize

    from zhengtu.store import EmbeddedStore

    with EmbeddedStore(Path(place)) as store, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.ttl"
        triples = {quad.triple for quad in store.quads()}
        serialize(triples, str(path), RdfFormat.N_TRIPLES)
        count = len(triples)
        del triples
        held, start = peak(), process_time()
        found = work(path)
        return {"stated": count, "derived": found - count, "seconds": process_time() - start, "memory": peak() - held}


WORK = {"reason": reason_over, "renew": renew_one, "reasonable": by_reasonable, "owlrl": by_owlrl}


def apart(*arguments: str) -> dict[str, float] | None:
    """What a measurement finds; ``None`` where it fails or takes over half an hour."""
    return measured.apart(__file__, *arguments, seconds=1800)


def table(heads: tuple[str, ...], rows: list[list[str]]) -> None:
    """Print a table."""
    print("| " + " | ".join(heads) + " |\n" + "| ---: " * len(heads) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def measure(folder: Path, sizes: list[int], stores: dict[int, str], peers: bool) -> None:
    """All the tables."""
    whole, one, points = [], [], []
    for copies in sizes:
        place = stores.get(copies, str(folder / f"store-{copies}"))
        built = {"seconds": 0.0} if copies in stores else apart("prepare", str(folder), place, str(copies))
        ours, renewed = apart("reason", place), apart("renew", place)
        if built is None or ours is None or renewed is None:
            print(f"{copies} copies: failed")
            continue
        stores[copies] = place
        points.append((ours["stated"], ours["seconds"]))
        whole.append(
            [
                f"{copies}",
                f"{ours['stated']:.0f}",
                f"{ours['derived']:.0f}",
                f"{ours['derived'] / (ours['derived'] + ours['stated']):.1%}",
            ]
            + [f"{ours['seconds']:.2f}", f"{ours['seconds'] / ours['stated'] * 1e6:.1f}"]
            + [f"{ours['seconds'] / built['seconds']:.1%}" if built["seconds"] else "–", f"{ours['memory']:.0f}"]
        )
        one.append(
            [
                f"{copies}",
                f"{renewed['said']:.0f}",
                f"{renewed['whole']:.2f}",
                f"{renewed['remove']:.3f}",
                f"{renewed['add']:.3f}",
            ]
            + [f"{renewed['whole'] / max(renewed['remove'], renewed['add']):.1f}"]
        )
    table(("copies", "stated", "derived", "share derived", "CPU s", "µs/statement", "of building the rest", "MB more"), whole)
    if len(points) > 1:
        print(f"Slope of log time over log size: {slope(*map(list, zip(*points, strict=True))):.2f}\n")
    table(("copies", "statements of the document", "whole, on disk: CPU s", "document out", "document in", "whole / one"), one)
    if peers and sizes[0] in stores:
        beside(stores[sizes[0]])


def beside(place: str) -> None:
    """The same statements under the other reasoners, in ratios to ours."""
    ours = apart("reason", place)
    rows = [["ours", f"{ours['seconds']:.2f}", "1", f"{ours['memory']:.0f}"]] if ours else []
    for peer in ("reasonable", "owlrl"):
        theirs = apart(peer, place)
        if theirs and ours:
            rows.append(
                [peer, f"{theirs['seconds']:.2f}", f"{theirs['seconds'] / ours['seconds']:.1f}", f"{theirs['memory']:.0f}"]
            )
    table(("reasoner", "CPU s", "times ours", "MB more"), rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, nargs="*", default=list(COPIES), help="how many times the shipped corpus")
    parser.add_argument("--store", nargs="*", default=[], metavar="N=FOLDER", help="a store built before without reasoning")
    parser.add_argument("--no-peers", action="store_true", help="leave out the other reasoners: owlrl takes minutes")
    parser.add_argument("--measure", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        what, *rest = options.measure
        found = prepare(Path(rest[0]), rest[1], int(rest[2])) if what == "prepare" else WORK[what](rest[0])
        print(json.dumps(found))
        return
    stores = {int(number): place for number, _, place in (given.partition("=") for given in options.store)}
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.copies, stores, not options.no_peers)


if __name__ == "__main__":
    main()
