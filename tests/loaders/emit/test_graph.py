"""What every document graph holds (docs/model.md)."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from loaders.emit.terms import ALT_LABEL, GENERATED_BY, LABEL, TYPE
from loaders.iris import BASE, ZT
from loaders.pipeline import load
from tests.loaders.helpers import NATIONAL, PROVINCIAL, TEXTS, WRITTEN, loaded, path_of

STEMS = sorted([*TEXTS, *(p.stem for p in WRITTEN.iterdir())])
HELPERS = {ZT + "TextSpan", ZT + "Extraction"}


@lru_cache(maxsize=32)
def nodes(stem: str) -> dict[str, dict[str, set[str]]]:
    """subject → predicate → values."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in loaded(stem).quads:
        found[quad.subject.value][quad.predicate.value].add(quad.object.value)  # type: ignore[union-attr]
    return found


def of_type(stem: str, name: str) -> list[dict[str, set[str]]]:
    return [p for p in nodes(stem).values() if ZT + name in p[TYPE.value]]


@pytest.mark.parametrize("stem", STEMS)
def test_all_in_the_documents_graph_without_blank_nodes(stem: str) -> None:
    quads = loaded(stem).quads
    assert {q.graph_name for q in quads} == {NamedNode(f"{BASE}graph/doc/{stem}")}
    assert not any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object))
    assert len(quads) == len(set(quads))


@pytest.mark.parametrize("stem", STEMS)
def test_every_first_class_node_says_where_it_comes_from(stem: str) -> None:
    for subject, properties in nodes(stem).items():
        assert properties[TYPE.value], subject
        if properties[TYPE.value] & HELPERS:
            continue
        assert properties[ZT + "inDocument"] == {f"{BASE}doc/{stem}"}, subject
        assert properties[ZT + "evidence"], subject
        assert properties[GENERATED_BY.value], subject


@pytest.mark.parametrize("stem", STEMS)
def test_what_a_node_points_to_in_the_document_is_described_there(stem: str) -> None:
    known = nodes(stem)
    own = (f"{BASE}doc/", f"{BASE}work/")
    for quad in loaded(stem).quads:
        target = quad.object
        if isinstance(target, NamedNode) and target.value.startswith(own):
            assert target.value in known, target


@pytest.mark.parametrize("stem", STEMS)
def test_single_valued_properties(stem: str) -> None:
    single = [
        "task",
        "unit",
        "unitText",
        "role",
        "basis",
        "position",
        "path",
        "level",
        "number",
        "order",
        "begin",
        "end",
        "exact",
    ]
    single += ["published", "issued", "documentNumber", "genre", "value", "comparator", "taskKind", "headingSpan", "partOf"]
    for subject, properties in nodes(stem).items():
        for name in single:
            assert len(properties.get(ZT + name, set())) <= 1, (subject, name)


@pytest.mark.parametrize(
    ("stem", "counts"),
    [
        (NATIONAL, {"Document": 1, "Section": 9, "Task": 33, "Responsibility": 211, "TextSpan": 1}),
        (PROVINCIAL, {"Document": 1, "Section": 8, "Task": 21, "Responsibility": 118, "ResponsibilityClause": 21}),
    ],
)
def test_counts(stem: str, counts: dict[str, int]) -> None:
    for name, count in counts.items():
        found = len(of_type(stem, name))
        assert found == count if name != "TextSpan" else found > 100, name


def test_lead_units_are_left_to_the_rules() -> None:
    for stem in STEMS:
        used = {q.predicate.value for q in loaded(stem).quads}
        assert not used & {ZT + "leadUnit", ZT + "leadBasis", ZT + "supportedBy"}


def test_the_document_node() -> None:
    document = nodes(NATIONAL)[f"{BASE}doc/{NATIONAL}"]
    assert document[ZT + "carries"] > {f"{BASE}work/fagaiguihua-2022-266"}
    assert document[ZT + "genre"] == {f"{BASE}scheme/genre/plan"}
    assert document[ZT + "published"] == {"2022-03-15"}
    assert document["http://purl.org/dc/terms/identifier"] == {NATIONAL}


def test_another_base_iri_changes_the_data_not_the_vocabulary() -> None:
    base = "http://localhost:9/kg/"
    quads = load(path_of("approval-lishui-ecozone"), base_iri=base).quads
    terms = [t for q in quads for t in (q.subject, q.predicate, q.object, q.graph_name) if isinstance(t, NamedNode)]
    assert {t.value for t in terms if t.value.startswith(BASE) and not t.value.startswith(ZT)} == set()
    assert any(t.value.startswith(base) for t in terms)
    assert any(t.value.startswith(ZT) for t in terms)


def test_literals_have_the_types_of_the_model() -> None:
    wanted = {
        "begin": "integer",
        "position": "integer",
        "issued": "date",
        "value": "decimal",
        "year": "gYear",
        "exact": "string",
    }
    quads: list[Quad] = loaded(NATIONAL).quads
    for quad in quads:
        name = quad.predicate.value.removeprefix(ZT)
        if name in wanted:
            assert isinstance(quad.object, Literal)
            assert quad.object.datatype.value == f"http://www.w3.org/2001/XMLSchema#{wanted[name]}"


def test_an_agency_that_no_registry_holds_keeps_the_name_its_text_prints(tmp_path: Path) -> None:
    text = (
        "沁县人民政府办公室关于做好水网建设工作的通知\n沁政办发〔2024〕5号\n县示范区管委会，各乡、镇人民政府：\n"
        "为做好有关工作，现通知如下。\n一、加强领导。各地要高度重视。\n沁县人民政府办公室\n2024年3月5日\n"
    )
    path = tmp_path / "notice.txt"
    path.write_text(text, encoding="utf-8")
    names: dict[object, set[str]] = defaultdict(set)
    for quad in load(path).quads:
        if quad.predicate in (LABEL, ALT_LABEL):
            names[quad.subject].add(quad.object.value)  # type: ignore[union-attr]
    assert {"沁县示范区管委会", "县示范区管委会"} in names.values()
