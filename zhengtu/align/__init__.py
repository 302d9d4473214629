"""Across documents: tasks and measures of a plan and of one that divides it, claims and the plan, one project's several names.

``run`` reads a store and returns the statements for ``graph/alignment``; the caller writes them.  ``align_tasks``,
``align_measures`` and ``check_claims`` do the same work on plain data.
"""

from __future__ import annotations

from pyoxigraph import Quad

from zhengtu.align.claims import check_claims
from zhengtu.align.fresh import new_tasks
from zhengtu.align.loading import Material, load, load_measures, project_names
from zhengtu.align.measures import align_measures
from zhengtu.align.model import ClaimText, Mapping, TaskText, Verdict
from zhengtu.align.projects import same_projects
from zhengtu.align.tasks import align_tasks
from zhengtu.align.ties import ties
from zhengtu.align.writing import Writer
from zhengtu.graphs import base_of
from zhengtu.store.protocol import QueryStore

__all__ = ["ClaimText", "Mapping", "TaskText", "Verdict", "align_measures", "align_tasks", "check_claims", "run"]


def run(store: QueryStore) -> list[Quad]:
    """The statements of ``graph/alignment`` for what the store holds, sorted, each once.  Raises ``StoreError``."""
    material = load(store)
    writer = Writer(base_of(store.graphs()))
    mappings, verdicts = _mappings(material), _verdicts(material)
    quads = {quad for mapping in mappings for quad in writer.mapping(mapping)}
    quads |= {quad for verdict in verdicts for quad in writer.verdict(verdict)}
    undertakings = same_projects(project_names(store))
    quads |= {quad for one in undertakings for quad in writer.undertaking(one)}
    if undertakings:
        quads |= set(writer.activity("projects", (member.iri for one in undertakings for member in one.members)))
    within = align_measures(mappings, load_measures(store)) if mappings else []
    quads |= {quad for mapping in within for quad in writer.mapping(mapping, "measures")}
    quads |= {writer.tie(work, upper) for work, upper in ties(store, material.works)}
    quads |= {writer.new(task, upper) for task, upper in _new(material, mappings)}
    if mappings:
        works = {iri.rsplit("/task/", 1)[0] for mapping in mappings for iri in (mapping.upper, mapping.lower)}
        quads |= {quad for rule in ("tasks", "measures") for quad in writer.activity(rule, works)}
    return sorted(quads, key=str)


def _mappings(material: Material) -> list[Mapping]:
    """Between each work and those it divides, where both have tasks."""
    out: list[Mapping] = []
    for work in material.works.values():
        for iri in work.uppers:
            upper = material.works[iri]
            if upper.tasks and work.tasks and work.iri not in upper.uppers:
                out += align_tasks(upper.tasks, work.tasks)
    return out


def _new(material: Material, mappings: list[Mapping]) -> list[tuple[str, str]]:
    """Each task of a work that divides others which is new beside them, with each of them."""
    taken = {mapping.lower for mapping in mappings}
    pairs: list[tuple[str, str]] = []
    for work in material.works.values():
        uppers = [material.works[iri] for iri in work.uppers if material.works[iri].tasks]
        found = new_tasks([task for upper in uppers for task in upper.tasks], work.tasks, taken)
        pairs += [(task, upper.iri) for task in found for upper in uppers]
    return pairs


def _verdicts(material: Material) -> list[Verdict]:
    """On the claims about each work whose text is there; a work nobody carries leaves its claims unchecked."""
    out: list[Verdict] = []
    for iri, claims in material.claims.items():
        work = material.works[iri]
        if sources := [*work.tasks, *work.sections]:
            out += check_claims(claims, sources)
    return out
