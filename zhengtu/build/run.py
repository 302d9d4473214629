"""A whole build, from files to a store that readers can open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from zhengtu import graphs, status
from zhengtu.build import loading, provenance, terms
from zhengtu.build.finish import derive, rooms
from zhengtu.build.inputs import Inputs, Problem, collect
from zhengtu.build.progress import Progress, Silent
from zhengtu.build.publication import Publication
from zhengtu.build.target import target

_SMALL = 8 << 20  # bytes of input whose graph is held in memory: 0.2 GB a million bytes, half the time


@dataclass(slots=True)
class Report:
    """What a build did: documents loaded (stem and the loader's remarks), files skipped, quads written, nodes of each kind."""

    loaded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    quads: int = 0
    kinds: tuple[status.Kind, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 all loaded, 3 some skipped, 2 nothing done."""
        if not self.loaded:
            return 2
        return 3 if self.problems else 0


class _NothingLoaded(Exception):
    """Leaves the target as it was."""


def build(
    places: Iterable[Path],
    store: str,
    *,
    base_iri: str = graphs.BASE,
    jobs: int | None = None,
    reasoning: bool = True,
    progress: Progress | None = None,
) -> Report:
    """Load the files and folders and make them the content of ``store`` (a folder or an endpoint's URL).

    Without ``reasoning`` nothing is inferred, lead units included.

    Skipped files are in the report; when nothing could be loaded the store stays as it was.  Raises ``StoreError`` when the
    store cannot be written, ``BuildError`` when the ontology cannot be read.
    """
    progress = progress or Silent()
    inputs = collect(places)
    report = Report(problems=list(inputs.problems))
    progress.begin(len(inputs.files))
    for problem in inputs.problems:
        progress.document(problem.path, problem)
    if not inputs.files:
        return report
    try:
        small = sum(item.path.stat().st_size for item in inputs.files) <= _SMALL
        with target(store, carry_over=False, small=small, publishing=lambda: progress.stage("publish")) as opened:
            used: list[provenance.Used] = []
            opened.add(_documents(inputs, base_iri, jobs, report, used, progress))
            if not used:
                raise _NothingLoaded
            progress.stage("terms")
            opened.add(terms.quads(base_iri))
            published = Publication(inputs.licences, inputs.publishers, inputs.contacts)
            made = provenance.Build(rooms(reasoning=reasoning), {"reasoning": reasoning}, published)
            opened.add(provenance.build_quads(base_iri, used, made))
            derive(opened, base_iri, progress, reasoning=reasoning)
            report.quads = len(opened.raw)
            report.kinds = status.kinds(opened)
    except _NothingLoaded:
        pass
    return report


def _documents(
    inputs: Inputs,
    base: str,
    jobs: int | None,
    report: Report,
    used: list[provenance.Used],
    progress: Progress,
) -> Iterator[Quad]:
    """The quads of all documents, one document in memory at a time; fills ``report`` and ``used`` on the way."""
    for item, outcome in zip(inputs.files, loading.load_all(inputs.files, base, jobs), strict=True):
        if isinstance(outcome, loading.Failure):
            report.problems.append(outcome)
            progress.document(item.path, outcome)
            continue
        report.loaded[item.stem] = outcome.notes
        used.append(used_as(outcome, base))
        yield from outcome.quads
        progress.document(item.path, None)


def used_as(document: loading.Document, base: str) -> provenance.Used:
    """How a loaded document stands in the provenance."""
    name = document.quads[0].graph_name if document.quads else NamedNode(graphs.document(base, document.source.stem))
    iri = name.value if isinstance(name, NamedNode) else ""
    return provenance.Used(iri.replace("/graph/doc/", "/doc/", 1), document.sha256, document.source.entry)
