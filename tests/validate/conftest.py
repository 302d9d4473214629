import pytest

from tests.queries.support import model_store
from zhengtu.store import OxigraphWriter, new_generation


@pytest.fixture(scope="session")
def model() -> OxigraphWriter:
    return model_store()


@pytest.fixture
def place(tmp_path):
    """The model in an embedded store."""
    with new_generation(tmp_path / "store") as opened:
        opened.add(model_store().quads())
    return tmp_path / "store"
