from __future__ import annotations

import pytest

from tests.queries.support import ROOT, build_corpus, model_store
from zhengtu.site import Site, write
from zhengtu.store import open_store


@pytest.fixture(scope="session")
def model_site():
    return Site(model_store())


@pytest.fixture(scope="session")
def corpus_site(tmp_path_factory):
    """The shipped corpus, its files at hand."""
    with open_store(build_corpus(tmp_path_factory.mktemp("site-store"))) as store:
        yield Site(store, sources=(ROOT / "corpus",))


@pytest.fixture(scope="session")
def written(corpus_site, tmp_path_factory):
    """The site of the shipped corpus as a folder."""
    folder = tmp_path_factory.mktemp("site") / "政图"
    write(corpus_site, folder)
    return folder
