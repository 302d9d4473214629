import pytest

from tests.queries.support import build_corpus, model_store
from tests.servers import has_virtuoso, oxigraph, virtuoso
from zhengtu.export import export
from zhengtu.store import OxigraphWriter, open_remote, open_store


@pytest.fixture(scope="session")
def model() -> OxigraphWriter:
    return model_store()


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """The shipped corpus as ``zhengtu build`` makes it."""
    with open_store(build_corpus(tmp_path_factory.mktemp("corpus"))) as store:
        yield store


@pytest.fixture(scope="session")
def oxigraph_endpoint(corpus):
    """The corpus in an Oxigraph server."""
    with oxigraph() as url, open_remote(url) as store:
        store.add(corpus.quads())
        yield store


@pytest.fixture(scope="session")
def virtuoso_endpoint(corpus, tmp_path_factory):
    """The corpus in a Virtuoso server; without Virtuoso the test is skipped (which in CI counts as failed)."""
    if not has_virtuoso():
        pytest.skip("no Virtuoso here (Debian package virtuoso-opensource-7-bin)")
    folder = tmp_path_factory.mktemp("virtuoso")
    quads = folder / "corpus.nq"
    quads.write_bytes(b"".join(export(corpus, "nquads")))
    with virtuoso(folder, quads) as url, open_remote(url) as store:
        yield store
