import pytest

from tests.queries.support import build_corpus
from zhengtu.store import open_store


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    """A store with the shipped corpus."""
    return build_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def corpus(place):
    with open_store(place) as store:
        yield store
