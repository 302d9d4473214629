"""Run the loaders over the inputs, in this process or in several; a file that fails is reported and the rest go on."""

from __future__ import annotations

import hashlib
import os
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from pyoxigraph import Quad

from zhengtu.build.inputs import Input, Problem
from zhengtu.messages import say

_FEW = 16  # files below which starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Document:
    """A loaded input: its statements, its hash, what the loader remarked."""

    source: Input
    quads: list[Quad]
    sha256: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure(Problem):
    """An input that could not be loaded; ``detail`` is for a developer."""

    detail: str = field(default="", compare=False)


def load_all(inputs: list[Input], base_iri: str, jobs: int | None = None) -> Iterator[Document | Failure]:
    """Each input's document or failure, in the order of the inputs; ``jobs`` processes (by default as many as pay)."""
    workers = min(jobs or (1 if len(inputs) < _FEW else os.cpu_count() or 1), len(inputs))
    load = partial(load_one, base_iri=base_iri)
    if workers <= 1:
        return map(load, inputs)
    from zhengtu.build.parallel import in_parallel

    return in_parallel(load, inputs, workers)


def load_one(item: Input, base_iri: str) -> Document | Failure:
    """The document behind an input; whatever goes wrong becomes a ``Failure`` with one line for the user."""
    from loaders.errors import LoadError
    from loaders.pipeline import load

    try:
        if item.entry.sha256 and _sha256(item) != item.entry.sha256.lower():
            return Failure(item.path, say("input.sha256"))
        loaded = load(item.path, base_iri=base_iri)
    except LoadError as error:
        return Failure(item.path, error.reason)
    except OSError as error:
        return Failure(item.path, say("input.unreadable", why=error.strerror or error))
    except MemoryError:
        return Failure(item.path, say("input.memory"))
    except Exception as error:  # one bad file, or a slip in a loader, must not stop the others
        return Failure(item.path, say("input.internal", why=f"{type(error).__name__}: {error}"), traceback.format_exc())
    return Document(item, loaded.quads, loaded.sha256, tuple(loaded.notes))


def _sha256(item: Input) -> str:
    with item.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
