"""Validation beside one plain pySHACL run over everything: CPU seconds, wall seconds and peak memory by size (Linux).

Run: ``python benchmarks/validation.py [--sizes 10000,100000,1000000] [--without-plain]``.  A store is the shipped corpus, its
documents copied under other names until it holds so many triples of documents.  Each measurement is a process of its own:

plain        every graph parsed from N-Triples into one rdflib graph, ``pyshacl.validate`` with the core shapes
full         ``zhengtu validate``, both lanes, empty cache, a process a core; CPU and memory are of all of them
again        the same store once more, nothing changed
one changed  one document replaced, what is aligned and inferred written to, the rest from the cache
focus        the replaced document alone (``--document``)
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from multiprocessing import forkserver
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple

ROOT = Path(__file__).resolve().parents[1]
BASE = "https://w3id.org/zhengtu/"
OWN = ("doc/", "graph/doc/", "work/", "alignment/")
USED = NamedNode("http://www.w3.org/ns/prov#used")
LOWER = NamedNode("https://w3id.org/sssom/object_id")


def copied(node, number):
    """A node of one document's own, under the name of its copy; shared nodes as they are."""
    if isinstance(node, NamedNode) and node.value.startswith(tuple(BASE + kind for kind in OWN)):
        head, _, tail = node.value.removeprefix(BASE).partition("/")
        return NamedNode(f"{BASE}{head}/copy{number}-{tail}") if head != "graph" else NamedNode(f"{node.value}-copy{number}")
    return node


def make(place: Path, corpus: Path, size: int) -> int:
    """A store of about ``size`` triples of documents; how many there are."""
    from zhengtu.store import EmbeddedStore, new_generation

    with EmbeddedStore(corpus) as source, new_generation(place) as target:
        quads = list(source.quads())
        derived = [q for q in quads if str(q.graph_name).endswith(("/inferred>", "/alignment>"))]
        target.add(q for q in quads if str(q.graph_name).endswith(("/registry>", "/ontology>")))
        stems = [name for name in source.graphs() if "/graph/doc/" in name]
        have = number = 0
        while have < size:
            for name in stems:
                own = [q for q in quads if q.graph_name.value == name]
                subjects = {q.subject for q in own}
                subjects |= {q.subject for q in derived if q.predicate == LOWER and q.object in subjects}
                own += [q for q in derived if q.subject in subjects or (q.predicate == USED and q.object in subjects)]
                target.add(_renamed(own, number))
                have += len(own)
                if have >= size:
                    break
            number += 1
    return have


def _renamed(quads: list, number: int) -> list:
    if not number:
        return quads
    return [Quad(copied(q.subject, number), q.predicate, copied(q.object, number), copied(q.graph_name, number)) for q in quads]


def change(place: Path) -> str:
    """Change one document; its stem."""
    from zhengtu.graphs import stem_of
    from zhengtu.store import new_generation

    with new_generation(place, carry_over=True) as store:
        name = next(name for name in store.graphs() if stem_of(name))
        more = Triple(NamedNode(f"{BASE}doc/x"), NamedNode(f"{BASE}ns#order"), Literal(1))
        store.replace_graph(name, [*store.graph(name), more])
        for other in ("alignment", "inferred"):  # a build that takes a document in writes to these as well
            store.add([Quad(more.subject, more.predicate, more.object, NamedNode(f"{BASE}graph/{other}"))])
    return stem_of(name)


def plain(place: Path) -> int:
    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import SH

    from zhengtu.store import EmbeddedStore
    from zhengtu.validate.rules import shapes_graph

    with EmbeddedStore(place) as store, tempfile.NamedTemporaryFile(suffix=".nt") as file:
        union = Store()
        for name in store.graphs():
            if not name.endswith("/validation"):
                union.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in store.graph(name))
        union.dump(file.name, format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        del union
        data = Graph().parse(file.name, format="nt")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes_graph(ROOT / "shapes"), max_validation_depth=30)
    return len(set(results.objects(predicate=SH.result)))


def ours(place: Path, document: str, jobs: int) -> int:
    from zhengtu import validate
    from zhengtu.store import open_store

    with open_store(str(place)) as store:
        return len(validate.report(store, document=document, jobs=jobs).findings)


class Memory:
    """The peak of the memory that this process and all below it held at once (proportional set size, MB), sampled.

    ``ru_maxrss`` will not do: a process starts with the peak of the one that started it.
    """

    def __init__(self) -> None:
        self._peak, self._over = 0.0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            self._peak = max(self._peak, sum(map(held, below(os.getpid()))))

    def stop(self) -> float:
        self._over.set()
        self._thread.join()
        return max(self._peak, held(os.getpid()))


def below(pid: int) -> list[int]:
    """A process and all that it started."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(n) for thread in threads for n in (thread / "children").read_text("ascii").split()]
    except OSError:
        return []
    return [pid, *(one for child in children for one in below(child))]


def held(pid: int) -> float:
    """The memory of one process in MB, what it shares counted in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def child(what: str, place: str, document: str) -> None:
    start, watch = time.perf_counter(), Memory()
    found = plain(Path(place)) if what == "plain" else ours(Path(place), document, os.cpu_count() or 1 if what == "full" else 1)
    forkserver._forkserver._stop()  # waited for, so that what it and the processes it started used is counted
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu, peak = sum(one.ru_utime + one.ru_stime for one in used), watch.stop()
    print(json.dumps({"wall": time.perf_counter() - start, "cpu": cpu, "peak": peak, "found": found}))


def measured(what: str, place: Path, document: str = "") -> dict:
    out = subprocess.run(
        [sys.executable, __file__, "--child", what, str(place), document], capture_output=True, text=True, check=True
    )
    return json.loads(out.stdout.splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--without-plain", action="store_true")
    parser.add_argument("--child", nargs=3)
    asked = parser.parse_args()
    if asked.child:
        child(*asked.child)
        return
    from zhengtu.build import build

    folder = Path(tempfile.mkdtemp())
    try:
        build([ROOT / "corpus"], str(folder / "corpus"))
        print(
            "| triples of documents | run | CPU s | wall s | peak MB, all processes | findings |\n| --- | --- | --- | --- | --- | --- |",
            flush=True,
        )
        for size in map(int, asked.sizes.split(",")):
            place = folder / str(size)
            count = make(place, folder / "corpus", size)
            runs = [] if asked.without_plain else [("plain", "")]
            for what, document in [*runs, ("full", ""), ("again", ""), ("one changed", ""), ("focus", "")]:
                if what == "one changed":
                    stem = change(place)
                row = measured(what, place, stem if what == "focus" else document)
                print(
                    f"| {count} | {what} | {row['cpu']:.1f} | {row['wall']:.1f} | {row['peak']:.0f} | {row['found']} |",
                    flush=True,
                )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
