"""The two sides of a comparison: documents of one store, or two of its generations."""

from __future__ import annotations

import re
from pathlib import Path

from zhengtu.diff.compare import compare_documents, compare_stores
from zhengtu.diff.messages import say
from zhengtu.diff.model import DocumentDiff, StoreDiff
from zhengtu.diff.texts import Texts
from zhengtu.query.entities import stem
from zhengtu.store import EmbeddedStore, is_remote, open_store

_GENERATION = re.compile(r"@(?:(previous|current)|(\d+))\Z")


class DiffError(Exception):
    """The two cannot be compared; ``str`` is one line for the user."""


def diff(place: str, old: str, new: str) -> DocumentDiff | StoreDiff:
    """What changed from ``old`` to ``new`` in the store at ``place``.

    Both are documents (stem, title or IRI) or generations (``@previous``, ``@current``, ``@12``).  Raises ``DiffError``,
    ``UnknownEntity``, ``BadParameter``, ``StoreError``.
    """
    if old.startswith("@") != new.startswith("@"):
        raise DiffError(say("mixed"))
    if old.startswith("@"):
        return _generations(place, old, new)
    with open_store(place) as store:
        texts = Texts(store)
        return compare_documents(texts.document(stem(store, "document", old)), texts.document(stem(store, "document", new)))


def _generations(place: str, old: str, new: str) -> StoreDiff:
    if is_remote(place):
        raise DiffError(say("remote"))
    numbers = _number(place, old), _number(place, new)
    with EmbeddedStore(Path(place), numbers[0]) as before, EmbeddedStore(Path(place), numbers[1]) as after:
        return compare_stores(Texts(before), Texts(after), (f"@{numbers[0]}", f"@{numbers[1]}"))


def _number(place: str, name: str) -> int:
    match = _GENERATION.match(name)
    if match is None:
        raise DiffError(say("bad_generation", name=name))
    current, known = EmbeddedStore.generations(Path(place))
    if match[1] == "current":
        return current
    if match[1] == "previous":
        earlier = [number for number in known if number < current]
        if not earlier:
            raise DiffError(say("no_previous"))
        return earlier[-1]
    if int(match[2]) not in known:
        raise DiffError(say("no_generation", number=match[2], known=" ".join(f"@{number}" for number in known)))
    return int(match[2])
