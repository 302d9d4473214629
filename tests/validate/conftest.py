import pytest

from tests.queries.support import model_store
from zhengtu.store import OxigraphWriter


@pytest.fixture(scope="session")
def model() -> OxigraphWriter:
    return model_store()
