"""A store of every kind, each with the same few quads; the remote one is a real server on the loopback."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from zhengtu.store import EmbeddedStore, memory_store, new_generation, open_remote

BASE = "https://w3id.org/zhengtu/"


def node(name: str) -> NamedNode:
    return NamedNode(BASE + name)


def quad(subject: str, predicate: str, value: str, graph: str = "doc/a") -> Quad:
    return Quad(node(subject), node(f"ns#{predicate}"), Literal(value), node(f"graph/{graph}"))


QUADS = [
    quad("task/1", "title", "第一项"),
    quad("task/2", "title", "第二项"),
    quad("task/2", "text", '引号"与\n换行\\'),
    quad("task/3", "title", "第三项", "doc/b"),
    Quad(node("task/3"), node("ns#unit"), node("agency/ndrc"), node("graph/doc/b")),
]


@pytest.fixture(params=["embedded", "memory", "remote"])
def store(request, tmp_path):
    """Each kind of store, holding ``QUADS``."""
    if request.param == "embedded":
        with new_generation(tmp_path / "store") as writer:
            writer.add(QUADS)
        opened = EmbeddedStore(tmp_path / "store")
    elif request.param == "memory":
        opened = memory_store()
        opened.add(QUADS)
    else:
        opened = open_remote(request.getfixturevalue("endpoint"))
        opened.add(QUADS)
    with opened:
        yield opened


@pytest.fixture(params=["memory", "remote"])
def writable(request):
    """Each kind of store that takes updates, empty."""
    opened = memory_store() if request.param == "memory" else open_remote(request.getfixturevalue("endpoint"))
    with opened:
        yield opened
