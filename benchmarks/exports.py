"""What an export costs, by format and size: seconds and peak memory, beside rdflib's serializer of the same statements.

The smallest size is one document of the smallest store, the one that says most.

Run: ``python benchmarks/exports.py [--copies N …] [--largest-for-rdflib QUADS] [--formats NAME …]``; see ``README.md``.  Prints
Markdown.  Times are CPU seconds; every measurement runs in a process of its own, so that its peak of memory is its own.  Of ours
the time is that of the whole export, from the store on disk to the file; of rdflib that of ``serialize`` alone, the statements
being in memory already (its peak holds them, as it needs them there).
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

COPIES = (1, 8, 32)
"""How many times the shipped corpus."""
RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
"""Our name of a format → rdflib's."""


def prepare(folder: str, place: str, copies: str) -> dict[str, float]:
    """Build a store of so many copies of the corpus, each about another region, and its N-Quads."""
    from benchmarks.collection import write
    from zhengtu.build import build
    from zhengtu.export import export
    from zhengtu.graphs import stem_of
    from zhengtu.store import EmbeddedStore

    texts = Path(folder) / f"texts-{copies}"
    texts.mkdir()
    report = build(write(texts, int(copies)), place, jobs=1)
    with EmbeddedStore(Path(place)) as store, Path(f"{place}.nq").open("wb") as file:
        file.writelines(export(store, "nquads"))
        said = {stem: sum(1 for _ in store.graph(name)) for name in store.graphs() if (stem := stem_of(name))}
    largest = max(said, key=said.__getitem__)
    return {"quads": report.quads, "document": largest, "of document": said[largest]}


def ours(place: str, form: str, document: str | None = None) -> dict[str, float]:
    """Our export in one format, of the whole or of one document."""
    from zhengtu.export import export, export_tables
    from zhengtu.store import EmbeddedStore

    with EmbeddedStore(Path(place)) as store, tempfile.TemporaryDirectory() as folder:
        start = process_time()
        if form == "csvw":
            export_tables(store, Path(folder) / "tables", document=document)
        else:
            with (Path(folder) / "file").open("wb") as file:
                file.writelines(export(store, form, document=document))
        return {"seconds": process_time() - start, "memory": peak()}


def rdflib(place: str, form: str) -> dict[str, float]:
    """The same statements in rdflib's serializer."""
    import rdflib

    warnings.simplefilter("ignore")
    data: rdflib.Graph = rdflib.Dataset()
    data.parse(f"{place}.nq", format="nquads")
    if form in ("turtle", "rdfxml"):
        union = rdflib.Graph()
        for s, p, o, _ in data.quads():
            union.add((s, p, o))
        data = union
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        data.serialize(Path(folder) / "file", format=RDFLIB[form])
        return {"seconds": process_time() - start, "memory": peak()}


WORK = {"prepare": prepare, "ours": ours, "rdflib": rdflib}


def main() -> None:
    """All the tables."""
    from zhengtu.export import FORMATS

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--copies", type=int, nargs="+", default=list(COPIES))
    options.add_argument("--formats", nargs="+", default=[*FORMATS, "csvw"])
    options.add_argument("--largest-for-rdflib", type=int, default=500_000)
    options.add_argument("--measure", nargs="+", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.measure:
        name, *arguments = chosen.measure
        print(json.dumps(WORK[name](*arguments)))
        return
    with tempfile.TemporaryDirectory() as folder:
        sizes: dict[tuple[str, ...], int] = {}
        for copies in chosen.copies:
            place = str(Path(folder) / f"store-{copies}")
            if made := apart("prepare", folder, place, str(copies)):
                if not sizes:
                    sizes[place, str(made["document"])] = int(made["of document"])
                sizes[place,] = int(made["quads"])
        print(f"Quads: {', '.join(map(str, sizes.values()))}\n")
        print("| format | CPU s | slope | MB | rdflib, CPU s | rdflib / ours | rdflib, MB |\n|---|---|---|---|---|---|---|")
        for form in chosen.formats:
            print("| " + " | ".join(row(form, sizes, chosen.largest_for_rdflib)) + " |", flush=True)


def row(form: str, sizes: dict[tuple[str, ...], int], limit: int) -> list[str]:
    """A format over all sizes: a store, or a store and a document of it."""
    found = [apart("ours", place, form, *document) for place, *document in sizes]
    asked = [form in RDFLIB and len(which) == 1 and quads <= limit for which, quads in sizes.items()]
    peers = [apart("rdflib", which[0], form) if wanted else None for which, wanted in zip(sizes, asked, strict=True)]
    done = [(quads, one["seconds"]) for quads, one in zip(sizes.values(), found, strict=True) if one]
    steep = f"{slope(*map(list, zip(*done[1:], strict=True))):.2f}" if len(done) > 2 else "–"  # a document is filtered out
    ratios = [p and o and p["seconds"] / o["seconds"] for p, o in zip(peers, found, strict=True)]
    return [
        form,
        listed(one and one["seconds"] for one in found),
        steep,
        " ".join(f"{one['memory']:.0f}" if one else "–" for one in found),
        listed(peer and peer["seconds"] for peer in peers),
        listed(ratios),
        " ".join(f"{peer['memory']:.0f}" if peer else "–" for peer in peers),
    ]


def listed(values) -> str:
    """Numbers in a cell."""
    return " ".join(f"{value:.1f}" if value else "–" for value in values)


def apart(*arguments: str) -> dict[str, float] | None:
    """What a measurement finds; ``None`` where it fails or takes over twenty minutes."""
    return measured.apart(__file__, *arguments, seconds=1200)


if __name__ == "__main__":
    main()
