"""What a reader takes from sentences of the genre (cases.txt)."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from loaders.extract.industry_roles import extract_industry_roles
from loaders.link.places import find_places
from loaders.model import CleanText, Identity, Outline, Source, Span
from loaders.registry import load_registry
from tests.growth import grows_with_length

CASES = Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()


def read_cases() -> list[tuple[str, list[str]]]:
    out: list[tuple[str, list[str]]] = []
    for line in CASES:
        if line.startswith("= "):
            out[-1][1].append(line[2:])
        elif line and not line.startswith("#"):
            out.append((line.replace("\\n", "\n"), []))
    return out


def name(iri: str) -> str:
    place = load_registry().places.get(iri)
    return place.name if place else iri


def extract(text: str):
    source = Source("t", "t.txt", text, "text/plain", "utf-8", "0" * 64)
    clean = CleanText(source, text, array("l", range(len(text))), array("l", range(1, len(text) + 1)), ())
    identity = Identity("plan", "", "", (), -1, "", None, "", "510000", Span(0, len(text)), Span(0, 0))
    return extract_industry_roles(clean, identity, Outline(()), find_places(text, load_registry(), "510000"))


@pytest.mark.parametrize(("text", "expected"), read_cases())
def test_places_industries_roles(text, expected):
    wanted = [tuple(cell.strip() for cell in row.split("|")) for row in expected]
    assert sorted((name(fact.place), fact.industry, fact.role) for fact in extract(text)) == sorted(wanted)


def test_the_span_is_the_industry_as_printed():
    text = "绵阳重点发展航空发动机制造。"
    (fact,) = extract(text)
    assert text[slice(*fact.span)] == "航空发动机制造"


@pytest.mark.parametrize("piece", ["（", "、", "成都发展", "大力", "发展", "成都、", "成都建。将发展白酒产业集群、"])
def test_no_text_takes_more_than_its_length(piece):
    assert grows_with_length(extract, piece, 200_000)
