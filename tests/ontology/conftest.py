"""The ontology room, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from zhengtu.paths import resource_dir


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
