"""The alignment as SSSOM/TSV; the slots and their order as https://mapping-commons.github.io/sssom/ has them."""

import csv
import re

import pytest

from tests.queries.support import build_corpus
from zhengtu.cli.main import main
from zhengtu.export import sssom
from zhengtu.query import run
from zhengtu.store import open_store

PREDICATES = {"same": "skos:closeMatch", "narrowed": "skos:narrowMatch", "extended": "skos:relatedMatch"}
CURIE = re.compile(r"(?P<prefix>[a-z]+):\S+")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return build_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def written(place):
    with open_store(place) as store:
        return b"".join(sssom(store)).decode("utf-8")


def rows(text):
    return list(csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"))


def test_the_head_says_set_licence_tool_and_prefixes(written):
    head = [line[1:] for line in written.splitlines() if line.startswith("#")]
    assert head[0] == "curie_map:"
    told = dict(line.split(": ", 1) for line in head[1:])
    assert told["mapping_set_id"] == '"https://w3id.org/zhengtu/graph/alignment"'
    assert told["license"] == '"https://creativecommons.org/licenses/by/4.0/"'  # what the manifest of the corpus says
    assert {"  zhengtu", "  skos", "  semapv", "mapping_tool", "mapping_tool_version"} <= told.keys()


def test_every_cell_that_names_something_is_a_curie_of_the_map(written):
    known = {line.split(":")[0].lstrip("# ") for line in written.splitlines() if line.startswith("#  ")}
    for row in rows(written):
        for name in ("subject_id", "predicate_id", "object_id", "mapping_justification", "subject_source", "object_source"):
            assert CURIE.fullmatch(row[name])["prefix"] in known
        assert 0 <= float(row["similarity_score"]) <= 1
        assert row["mapping_justification"] == "semapv:CompositeMatching"
        assert row["subject_label"]
        assert row["object_label"]


def test_the_tasks_are_those_of_the_decomposition(written, place):
    with open_store(place) as store:
        expected = {
            (row["upper_task"], row["lower_task"], PREDICATES[row["relation"]], row["added"])
            for row in run(store, "decomposition")
        }
    found = set()
    for row in rows(written):
        if "/task/" in row["subject_id"]:
            added = re.search(r"＋ (\S+)", row["comment"])
            ends = (row[name].rpartition("/")[2] for name in ("subject_id", "object_id"))
            found.add((*ends, row["predicate_id"], added[1] if added else ""))
    assert found == expected


def test_the_command_and_one_document(place, tmp_path):
    for form, count in (
        (("--document", "hubei-division-2022-16"), True),
        (("--document", "wuhan-circle-agreement-2021"), False),
    ):
        out = tmp_path / "m.sssom.tsv"
        assert main(["export", "-f", "sssom", *form, "--output", str(out), "--store", place, "--quiet"]) == 0
        assert bool(rows(out.read_text("utf-8"))) is count
