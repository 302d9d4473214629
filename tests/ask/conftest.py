import pytest

from zhengtu.ask import Asker
from zhengtu.build import build
from zhengtu.paths import resource_dir
from zhengtu.store import open_store


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """A store of the shipped corpus."""
    place = str(tmp_path_factory.mktemp("corpus") / "store")
    assert build([resource_dir("corpus")], place).exit_code == 0
    with open_store(place) as store:
        yield store


@pytest.fixture(scope="session")
def asker(corpus):
    return Asker(corpus)
