"""Projects: what a reader names in sentences of the genre (cases.txt)."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from loaders.extract.projects import extract_projects
from loaders.link.places import find_places
from loaders.model import CleanText, Identity, Outline, Part, Source, Span
from loaders.registry import load_registry
from tests.growth import grows_with_length

CASES = Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()


def clean(text: str) -> CleanText:
    source = Source("t", "t.txt", text, "text/plain", "utf-8", "0" * 64)
    return CleanText(source, text, array("l", range(len(text))), array("l", range(1, len(text) + 1)), ())


def identity(text: str, jurisdiction: str = "510000") -> Identity:
    return Identity("plan", "", "", (), -1, "", None, "", jurisdiction, Span(0, len(text)), Span(0, 0))


def read_cases() -> list[tuple[str, list[str]]]:
    out: list[tuple[str, list[str]]] = []
    for line in CASES:
        if line.startswith("= "):
            out[-1][1].append(line[2:])
        elif line and not line.startswith("#"):
            out.append((line, []))
    return out


def extract(text: str, outline: Outline | None = None, jurisdiction: str = "510000"):
    places = find_places(text, load_registry(), jurisdiction)
    return extract_projects(clean(text), identity(text, jurisdiction), outline or Outline(()), places)


@pytest.mark.parametrize(("text", "expected"), read_cases())
def test_names_status_category(text, expected):
    facts = extract(text)
    wanted = [tuple(cell.strip() for cell in row.split("|")) for row in expected]
    assert [(fact.name, fact.status) for fact in facts] == [(name, status) for name, status, _ in wanted]
    for fact, (_, _, category) in zip(facts, wanted, strict=True):
        assert category in ("*", fact.category)


def placed_cases() -> list[tuple[str, str, list[list[str]]]]:
    out: list[tuple[str, str, list[list[str]]]] = []
    for line in Path(__file__).with_name("places.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            out[-1][2].append([cell.strip() for cell in line[2:].split("|")])
        elif line and not line.startswith("#"):
            out.append((*line.split(" ", 1), []))
    return out


@pytest.mark.parametrize(("jurisdiction", "text", "expected"), placed_cases())
def test_category_and_places(jurisdiction, text, expected):
    registry = load_registry()
    facts = extract(text, jurisdiction=jurisdiction)
    told = [[f.name, f.category, sorted(registry.places[iri].short for iri in f.places)] for f in facts]
    assert told == [[name, category, sorted(places.split())] for name, category, places in expected]


def test_partners_of_a_joint_work_share_it():
    text = "一批示范工程如下。\n泸州港口合作示范工程：加快泸州、宜宾、乐山港口一体化，推动航线共享共用、提质增效。"
    facts = {fact.name: [iri.rsplit("/", 1)[1] for iri in fact.places] for fact in extract(text)}
    assert sorted(facts["泸州港口合作示范工程"]) == ["510500", "511100", "511500"]


def test_a_bare_group_as_undertaker_is_the_group_of_the_text():
    text = "成都都市圈加快成形。都市圈将实施五大先进制造业集群工程。"
    (fact,) = [fact for fact in extract(text) if "工程" in fact.name]
    assert fact.name == "五大先进制造业集群工程"
    assert [load_registry().places[iri].name for iri in fact.places] == ["成都都市圈"]


def test_places_are_those_of_the_name():
    (fact,) = extract("开工建设内江至大足高速公路。")
    assert [iri.rsplit("/", 1)[1] for iri in fact.places] == ["511000", "500111"]


def test_an_undertaker_is_the_place_of_its_project():
    (fact,) = extract("支持绵阳建设国家碳排放权登记系统。")
    assert [iri.rsplit("/", 1)[1] for iri in fact.places] == ["510700"]


def test_spans_lie_where_the_name_is_printed():
    text = "加快建设成都至昆明、成都至贵阳高铁。"
    facts = extract(text)
    assert [text[slice(*fact.span)] for fact in facts] == ["成都至昆明", "成都至贵阳高铁"]


def test_works_count_where_projects_are_listed():
    text = "一、水利项目\n推进岷江、沱江流域山洪沟治理。"
    part = Part(1, 1, "一", "水利项目", "1", Span(0, 6), Span(0, len(text)))
    assert [fact.name for fact in extract(text, Outline((part,)))] == ["岷江流域山洪沟治理", "沱江流域山洪沟治理"]
    assert extract(text.partition("\n")[2]) == ()


def test_a_name_said_twice_is_one_project():
    assert len(extract("建设绵阳机场。\n提升绵阳机场功能，建成绵阳机场。")) == 1


@pytest.mark.parametrize("piece", ["（", "、", "〔", "建设", "成都、", "“", "至", "等", "和", "工程", "的"])
def test_no_text_takes_more_than_its_length(piece):
    assert grows_with_length(extract, piece, 200_000)
