"""The laws of a build (design §3): same input, same bytes; a document is exactly its graph."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode

from tests.build.conftest import canonical, graph_lines
from zhengtu.build import build, remove_document, replace_document
from zhengtu.graphs import BASE, ZT, stem_of
from zhengtu.paths import resource_dir
from zhengtu.store import open_store

ROOT = Path(__file__).parents[2]
DERIVED = ("inferred", "alignment", "provenance")


def run_cli(arguments: list[str], seed: str, cwd: Path) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "zhengtu", *arguments], cwd=cwd, env=environment, check=True)


def test_two_builds_of_the_shipped_corpus_are_byte_identical(tmp_path):
    """Other hash seed, other folder, other number of processes, other order of the files."""
    results = []
    for seed in ("1", "2"):
        home = tmp_path / f"home{seed}"
        shutil.copytree(resource_dir("corpus"), home / "corpus")
        files = [str(p) for p in sorted((home / "corpus").iterdir(), reverse=seed == "2") if p.name != "manifest.toml"]
        given = ["corpus"] if seed == "1" else ["corpus", *files]
        run_cli(["build", *given, "--store", "store", "--quiet", "--jobs", seed], seed, home)
        run_cli(["export", "--store", "store", "--format", "nquads", "--output", "out.nq", "--quiet"], seed, home)
        results.append((home / "out.nq").read_bytes())
    assert len(results[0]) > 1_000_000
    assert results[0] == results[1]


def test_the_order_of_the_inputs_does_not_matter(texts, tmp_path):
    found = set()
    for number, order in enumerate(permutations(sorted(texts.iterdir()))):
        build(order, str(tmp_path / str(number)))
        found.add(canonical(tmp_path / str(number)))
    assert len(found) == 1


def test_building_twice_is_building_once(texts, tmp_path):
    build([texts], str(tmp_path / "store"))
    once = canonical(tmp_path / "store")
    build([texts], str(tmp_path / "store"))
    assert canonical(tmp_path / "store") == once


def test_processes_do_not_matter(texts, tmp_path):
    build([texts], str(tmp_path / "one"), jobs=1)
    build([texts], str(tmp_path / "three"), jobs=3)
    assert canonical(tmp_path / "one") == canonical(tmp_path / "three")


def test_where_it_is_put_together_does_not_matter(texts, tmp_path, monkeypatch):
    build([texts], str(tmp_path / "small"))
    monkeypatch.setattr("zhengtu.build.run._SMALL", 0)
    build([texts], str(tmp_path / "large"))
    assert canonical(tmp_path / "small") == canonical(tmp_path / "large")


@pytest.mark.parametrize("name", ["plan", "news", "agreement"])
def test_removing_a_document_removes_exactly_its_graph(texts, tmp_path, name):
    build([texts], str(tmp_path / "store"))
    before = canonical(tmp_path / "store")
    remove_document(str(tmp_path / "store"), name)
    after = canonical(tmp_path / "store")
    assert graph_lines(before, f"doc/{name}")
    assert not graph_lines(after, f"doc/{name}")
    gone = set(before.splitlines()) - set(after.splitlines())
    graphs = {line.split(b"/graph/")[-1].removesuffix(b"> .").decode() for line in gone}
    assert graphs - {*DERIVED} == {f"doc/{name}"}
    build([p for p in texts.iterdir() if p.stem != name], str(tmp_path / "rest"))
    assert after == canonical(tmp_path / "rest")


def test_replacing_a_document_is_building_with_the_new_one(texts, tmp_path):
    build([texts], str(tmp_path / "store"))
    new = (texts / "plan.txt").read_text("utf-8").replace("交通运输部牵头", "水利部牵头")
    (texts / "plan.txt").write_text(new, "utf-8")
    replace_document(str(tmp_path / "store"), texts / "plan.txt")
    build([texts], str(tmp_path / "anew"))
    assert canonical(tmp_path / "store") == canonical(tmp_path / "anew")


def test_adding_a_document_is_building_with_it(texts, tmp_path):
    build([texts / "plan.txt", texts / "news.md"], str(tmp_path / "store"))
    replace_document(str(tmp_path / "store"), texts / "agreement.txt")
    build([texts], str(tmp_path / "all"))
    assert canonical(tmp_path / "store") == canonical(tmp_path / "all")


def test_documents_one_by_one_are_all_at_once(texts, tmp_path):
    """Whatever came, went and came again before."""
    store = str(tmp_path / "store")
    build([texts / "news.md"], store)
    for name in ("plan.txt", "agreement.txt"):
        replace_document(store, texts / name)
    remove_document(store, "plan")
    replace_document(store, texts / "plan.txt")
    replace_document(store, texts / "plan.txt")
    build([texts], str(tmp_path / "all"))
    assert canonical(tmp_path / "store") == canonical(tmp_path / "all")


def test_without_reasoning_nothing_is_inferred_now_or_later(texts, tmp_path):
    build([texts], str(tmp_path / "with"))
    build([texts], str(tmp_path / "without"), reasoning=False)
    inferred = graph_lines(canonical(tmp_path / "with"), "inferred")
    assert any(b"leadUnit" in line for line in inferred)
    rest = {line for line in canonical(tmp_path / "with").splitlines() if b"/resource/rules/" not in line} - {*inferred}
    without = {*canonical(tmp_path / "without").splitlines()}
    said = [[line for line in found if b"parameter/reasoning> <https://schema.org/value>" in line] for found in (without, rest)]
    assert [line[0].split(b'"')[1] for line in said] == [b"false", b"true"]
    assert without - {*said[0]} == rest - {*said[1]}
    replace_document(str(tmp_path / "without"), texts / "plan.txt")
    assert {*canonical(tmp_path / "without").splitlines()} == without


def test_reasoning_is_skipped_on_the_command_line(texts, tmp_path):
    run_cli(["build", str(texts), "--store", "store", "--quiet", "--no-reason"], "1", tmp_path)
    with open_store(str(tmp_path / "store")) as store:
        assert BASE + "graph/inferred" not in store.graphs()


def test_an_endpoint_gets_the_same_graph(texts, tmp_path, endpoint):
    build([texts], str(tmp_path / "store"))
    build([texts / "news.md"], endpoint)
    build([texts], endpoint)
    assert canonical(endpoint) == canonical(tmp_path / "store")
    remove_document(endpoint, "news")
    remove_document(str(tmp_path / "store"), "news")
    assert canonical(endpoint) == canonical(tmp_path / "store")


def test_what_a_document_says_stands_in_its_graph_without_blank_nodes(tmp_path):
    build([resource_dir("corpus")], str(tmp_path / "store"))
    with open_store(str(tmp_path / "store")) as store:
        names = [name for name in store.graphs() if not name.endswith("/ontology")]
        assert [stem_of(name) for name in names if stem_of(name)] == sorted(
            p.stem for p in resource_dir("corpus").iterdir() if p.name != "manifest.toml"
        )
        for name in names:
            for triple in store.graph(name):
                assert not isinstance(triple.subject, BlankNode), name
                assert not isinstance(triple.object, BlankNode), name


def test_another_base_leaves_no_trace_of_the_first(texts, tmp_path):
    build([texts], str(tmp_path / "store"), base_iri="https://example.org/kg/")
    with open_store(str(tmp_path / "store")) as store:
        for quad in store.quads():
            for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
                if isinstance(term, NamedNode) and term.value.startswith(BASE):
                    assert term.value.startswith((ZT, ZT.removesuffix("#"))), quad
    remove_document(str(tmp_path / "store"), "news")
    build([texts / "plan.txt", texts / "agreement.txt"], str(tmp_path / "rest"), base_iri="https://example.org/kg/")
    assert canonical(tmp_path / "store") == canonical(tmp_path / "rest")
