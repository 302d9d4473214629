"""Projects: what a reader names in sentences of the genre (cases.txt)."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from loaders.extract.projects import extract_projects
from loaders.link.places import find_places
from loaders.model import CleanText, Identity, Outline, Part, Source, Span
from loaders.registry import load_registry

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
    import time

    text = piece * (200_000 // len(piece))
    begin = time.perf_counter()
    extract(text)
    assert time.perf_counter() - begin < 8
