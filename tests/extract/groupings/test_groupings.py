"""What a reader takes from sentences of the genre (cases.txt)."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from loaders.extract.groupings import extract_groupings
from loaders.link.places import find_places
from loaders.model import CleanText, Identity, Outline, Source, Span
from loaders.registry import load_registry
from tests.growth import grows_with_length
from tests.loaders.helpers import staged

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
    return extract_groupings(clean, identity, Outline(()), find_places(text, load_registry(), "510000"))


@pytest.mark.parametrize(("text", "expected"), read_cases())
def test_groups_and_members(text, expected):
    wanted = {row.split(":")[0]: [member.strip() for member in row.split(":")[1].split(",")] for row in expected}
    assert {name(fact.group): [name(iri) for iri in fact.members] for fact in extract(text)} == wanted


def test_group_text_is_as_printed():
    (fact,) = extract("成都城市圈包括成都市、德阳市。")
    assert fact.group_text == "成都城市圈"


@pytest.mark.parametrize("piece", ["（", "、", "成都、", "“一", "成都、绵阳两市", "包括"])
def test_no_text_takes_more_than_its_length(piece):
    assert grows_with_length(extract, piece, 200_000)


def test_who_sign_for_a_ring_of_cities_are_its_members():
    (fact,) = extract("为加快广佛肇经济圈发展，广州市、佛山市、肇庆市（以下简称三市）签署本协议。")
    assert (fact.group_text, [name(iri) for iri in fact.members]) == ("广佛肇经济圈", ["广州市", "佛山市", "肇庆市"])


def test_a_noun_stands_for_the_region_of_the_title():
    """走廊, in a plan for 沱江绿色制造走廊, is that corridor; the list names a city where it lies whole, else its counties."""
    text = "沱江绿色制造走廊建设实施方案\n\n为推动制造业绿色发展，制定本方案。走廊范围包括德阳市、资阳市全域和成都市金堂县、简阳市。\n"
    facts = staged(text).facts.groupings
    assert [(fact.group, [name(iri) for iri in fact.members]) for fact in facts] == [
        ("沱江绿色制造走廊", ["德阳市", "资阳市", "金堂县", "简阳市"])
    ]
