"""One real server process for most tests; those that disturb it start their own."""

from __future__ import annotations

import pytest

from tests.serve.support import Web, fill
from tests.servers import zhengtu_serving


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("serve") / "store"
    fill(folder)
    return folder


@pytest.fixture(scope="session")
def _web(place):
    with zhengtu_serving(place, "--timeout", "5", "--readers", "2", "--max-answer", "1", "--memory", "400") as running:
        yield Web(*running)


@pytest.fixture
def web(_web):
    return _web


@pytest.fixture
def start(place):
    """Start a server of the test's own."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield lambda *options, store=place, before="": Web(
            *stack.enter_context(zhengtu_serving(store, *options, before=before))
        )
