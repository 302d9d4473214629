"""Stores: a folder of generations (embedded Oxigraph) or a SPARQL 1.1 endpoint, behind one protocol."""

from __future__ import annotations

import os
from pathlib import Path

from zhengtu.messages import say
from zhengtu.store.embedded import EmbeddedStore, new_generation
from zhengtu.store.errors import QueryError, QueryTimeout, StoreBusy, StoreError, StoreMissing
from zhengtu.store.memory import OxigraphWriter, memory_store
from zhengtu.store.protocol import QueryStore, Rows, Term, WritableStore

__all__ = [
    "EmbeddedStore",
    "OxigraphWriter",
    "QueryError",
    "QueryStore",
    "QueryTimeout",
    "Rows",
    "StoreBusy",
    "StoreError",
    "StoreMissing",
    "Term",
    "WritableStore",
    "is_remote",
    "memory_store",
    "new_generation",
    "open_remote",
    "open_store",
]


def is_remote(place: str) -> bool:
    """Whether the place is a URL, which must be an endpoint's, rather than a folder."""
    return "://" in place


def open_store(place: str) -> QueryStore:
    """The store at a folder or URL, for reading.  Raises ``StoreMissing``, ``StoreError``."""
    return open_remote(place) if is_remote(place) else EmbeddedStore(Path(place))


def open_remote(place: str) -> WritableStore:
    """The endpoint at a URL; ``$ZHENGTU_UPDATE_URL`` where updates go elsewhere, ``$ZHENGTU_TIMEOUT`` seconds a request."""
    from zhengtu.store.http import Endpoint
    from zhengtu.store.remote import RemoteStore

    try:
        deadline = float(os.environ.get("ZHENGTU_TIMEOUT", "60"))
    except ValueError:
        raise StoreError(say("remote.bad_timeout")) from None
    return RemoteStore(Endpoint.parse(place, os.environ.get("ZHENGTU_UPDATE_URL", ""), deadline))
