"""The whole way of one document: read → clean → identify → outline → extract → link → emit."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from loaders.clean import clean
from loaders.emit import emit
from loaders.errors import LoadError
from loaders.extract.responsibilities.groups import group_members
from loaders.extract.run import extract, with_tasks
from loaders.identify import identify
from loaders.iris import BASE
from loaders.link import AgencyResolver
from loaders.link.mentions import MentionLinker, link_facts, link_identity
from loaders.model import CleanText, Facts, Identity, Outline, Source
from loaders.outline import outline
from loaders.read import read
from loaders.registry import load_registry


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded document: its statements (all in ``graph/doc/{stem}``), the file's SHA-256, remarks for the user."""

    stem: str
    quads: list[Quad]
    sha256: str
    notes: list[str]


@dataclass(frozen=True, slots=True)
class Stages:
    """What each stage made of a document."""

    text: CleanText
    identity: Identity
    outline: Outline
    facts: Facts


@contextmanager
def _without_collector() -> Iterator[None]:
    """No cyclic garbage collection meanwhile: the stages make many objects but no cycles, and looking for some takes long.

    What was made is then moved to the oldest generation, so that the next collection does not go through all of it at once.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


@_without_collector()
def stages(source: Source) -> Stages:
    """Run the stages from *clean* to *link* over ``source``."""
    text = clean(source)
    registry = load_registry()
    identity = identify(text)
    resolver = AgencyResolver(registry, identity.jurisdiction, group_members(text.text))
    parts = outline(text, identity)
    facts = extract(text, identity, parts, registry, resolver)
    parts = with_tasks(parts, facts.clauses)
    linker = MentionLinker(resolver, source.stem)
    return Stages(text, link_identity(identity, linker), parts, link_facts(facts, linker))


@_without_collector()
def load(path: Path, *, base_iri: str = BASE) -> Loaded:
    """Load the file at ``path``; raises `loaders.errors.LoadError` where it cannot be read or holds no text."""
    source = read(path)
    done = stages(source)
    if not done.text.text.strip():
        raise LoadError(path, "除去标记和网页边框后没有正文")
    quads = emit(done.text, done.identity, done.outline, done.facts, base_iri)
    return Loaded(source.stem, quads, source.sha256, list(done.facts.notes))
