"""Shared by all tests: nobody's own store or language leaks in, and nothing is skipped in CI."""

from __future__ import annotations

import os

import pytest

_skipped: list[str] = []


@pytest.fixture(autouse=True)
def own_environment(monkeypatch, tmp_path):
    """A store of the test's own, Chinese messages, the shipped defaults."""
    monkeypatch.setenv("ZHENGTU_STORE", str(tmp_path / "default-store"))
    for name in ("ZHENGTU_LANG", "ZHENGTU_UPDATE_URL", "ZHENGTU_TIMEOUT"):
        monkeypatch.delenv(name, raising=False)


def pytest_runtest_logreport(report):
    """Remember skipped tests; those that read ../shared/dev-corpus may be skipped anywhere."""
    if report.skipped and not hasattr(report, "wasxfail") and "dev_corpus" not in report.keywords:
        _skipped.append(report.nodeid)


def pytest_collectreport(report):
    """Remember modules skipped as a whole."""
    if report.skipped:
        _skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """In CI a skipped test fails the run."""
    if os.environ.get("CI") and _skipped and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter):
    """Say so."""
    if os.environ.get("CI") and _skipped:
        terminalreporter.section("skipped in CI, which counts as failed")
        for name in _skipped:
            terminalreporter.line(name)


@pytest.fixture(scope="session")
def _server():
    """One SPARQL server for the whole session."""
    from tests.servers import oxigraph

    with oxigraph() as url:
        yield url


@pytest.fixture
def endpoint(_server):
    """The query URL of a real SPARQL server, emptied before each test."""
    from zhengtu.store import open_remote

    open_remote(_server).update("DROP ALL")
    return _server
