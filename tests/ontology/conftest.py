"""The ontology room, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from zhengtu.build import build
from zhengtu.paths import resource_dir
from zhengtu.store import open_store


@pytest.fixture(scope="session")
def room() -> Path:
    return resource_dir("ontology")


@pytest.fixture(scope="session")
def core(room: Path) -> Graph:
    return Graph().parse(room / "zhengtu.ttl")


@pytest.fixture(scope="session")
def alignments(room: Path) -> Graph:
    return Graph().parse(room / "alignments.ttl")


@pytest.fixture(scope="session")
def schemes(room: Path) -> Graph:
    return Graph().parse(room / "schemes.ttl")


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """The shipped corpus as ``zhengtu build`` makes it."""
    place = str(tmp_path_factory.mktemp("store") / "corpus")
    build([resource_dir("corpus")], place)
    with open_store(place) as store:
        yield store
