"""One bad file never stops the others, and a build that fails leaves the graph as it was."""

from __future__ import annotations

import os

import pytest

import loaders.pipeline
from tests.build.conftest import canonical
from zhengtu.build import BuildError, build, loading, remove_document, replace_document
from zhengtu.build.inputs import Input
from zhengtu.build.parallel import in_parallel
from zhengtu.store import StoreMissing

real_load = loaders.pipeline.load


@pytest.fixture
def failing(monkeypatch):
    """Make loading of ``plan.txt`` fail with an error of one's choice."""

    def install(error: BaseException) -> None:
        def load(path, *, base_iri):
            if path.stem == "plan":
                raise error
            return real_load(path, base_iri=base_iri)

        monkeypatch.setattr(loaders.pipeline, "load", load)

    return install


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (KeyError("x"), "程序内部错误（KeyError: 'x'）"),
        (RecursionError("deep"), "程序内部错误（RecursionError: deep）"),
        (MemoryError(), "内存不足"),
        (PermissionError(13, "Permission denied"), "无法读取（Permission denied）"),
    ],
)
def test_a_failing_loader_costs_one_document(texts, tmp_path, failing, error, reason):
    failing(error)
    report = build([texts], str(tmp_path / "store"))
    assert sorted(report.loaded) == ["agreement", "news"]
    assert [(p.path.name, p.reason) for p in report.problems] == [("plan.txt", reason)]
    assert report.exit_code == 3


def test_an_interrupt_stops_the_build_and_leaves_the_graph(texts, tmp_path, failing):
    build([texts], str(tmp_path / "store"))
    before = canonical(tmp_path / "store")
    failing(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        build([texts], str(tmp_path / "store"))
    assert canonical(tmp_path / "store") == before


def test_nothing_loaded_leaves_the_graph(texts, tmp_path):
    build([texts], str(tmp_path / "store"))
    before = canonical(tmp_path / "store")
    (tmp_path / "empty.txt").touch()
    report = build([tmp_path / "empty.txt"], str(tmp_path / "store"))
    assert (report.exit_code, len(report.problems)) == (2, 1)
    assert canonical(tmp_path / "store") == before


def test_a_broken_ontology_leaves_the_graph(texts, tmp_path, monkeypatch):
    build([texts], str(tmp_path / "store"))
    before = canonical(tmp_path / "store")
    (tmp_path / "broken.ttl").write_text("this is not turtle")
    monkeypatch.setattr("zhengtu.build.terms.files", lambda: [tmp_path / "broken.ttl"])
    with pytest.raises(BuildError, match=r"broken\.ttl"):
        build([texts], str(tmp_path / "store"))
    assert canonical(tmp_path / "store") == before


def die_on_plan(item: Input) -> loading.Document | loading.Failure:
    """A loader that kills its process on one file."""
    if item.stem == "plan":
        os._exit(1)
    return loading.load_one(item, "https://w3id.org/zhengtu/")


def test_a_file_that_kills_its_process_costs_one_document(texts):
    inputs = [Input(path) for path in sorted(texts.iterdir())]
    outcomes = list(in_parallel(die_on_plan, inputs, 2))
    kinds = {item.stem: isinstance(outcome, loading.Document) for item, outcome in zip(inputs, outcomes, strict=True)}
    assert kinds == {"agreement": True, "news": True, "plan": False}


def test_replace_with_a_bad_file_changes_nothing(texts, tmp_path):
    build([texts], str(tmp_path / "store"))
    before = canonical(tmp_path / "store")
    (texts / "plan.txt").write_bytes(b"")
    with pytest.raises(BuildError, match=r"plan\.txt"):
        replace_document(str(tmp_path / "store"), texts / "plan.txt")
    assert canonical(tmp_path / "store") == before


def test_remove_what_is_not_there(texts, tmp_path):
    with pytest.raises(StoreMissing):
        remove_document(str(tmp_path / "store"), "plan")
    build([texts], str(tmp_path / "store"))
    with pytest.raises(BuildError, match="nobody"):
        remove_document(str(tmp_path / "store"), "nobody")
