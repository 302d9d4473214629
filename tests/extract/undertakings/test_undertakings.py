"""Projects, industry roles, groupings and places as a reader finds them, in sentences and short documents of many provinces."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from loaders.extract.groupings import extract_groupings
from loaders.extract.industry_roles import extract_industry_roles
from loaders.extract.projects import extract_projects
from loaders.link.places import find_places
from loaders.model import CleanText, Identity, Outline, Source, Span
from loaders.registry import load_registry

HERE = Path(__file__).parent
Rows = set[tuple[str, ...]]


def read_rows(lines: list[str]) -> dict[str, Rows]:
    """Rows by mark; those not found yet (``?``) apart, under the mark with ``?``."""
    rows: dict[str, Rows] = {"=": set(), "~": set(), "%": set()}
    if late := [line[1:] for line in lines if line.startswith("?")]:
        rows |= {"?" + mark: found for mark, found in read_rows(late).items() if found}
    for line in lines:
        mark, cells = line[0], [cell.strip() for cell in line[1:].split("|")]
        if mark == "=":
            rows["="].add((cells[0], cells[1], " ".join(sorted(cells[2].split()))))
        elif mark == "~":
            rows["~"].add(tuple(cells))
        elif mark == "%":
            group, _, members = cells[0].partition(":")
            rows["%"].update((group, member.strip()) for member in members.split(","))
        elif mark == "@":
            rows["@"] = {(place,) for place in cells[0].split()}
    return rows


def sentences() -> list[tuple[str, str, dict[str, Rows]]]:
    found: list[list[str]] = []
    for line in (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line[:6].isdigit():
            found.append([line])
        elif found and line:
            found[-1].append(line)
    return [(first[:6], first[7:].replace("\\n", "\n"), read_rows(rest)) for first, *rest in found]


def documents() -> list[tuple[str, str, dict[str, Rows]]]:
    out = []
    for path in sorted((HERE / "documents").glob("*.txt")):
        text, _, rows = path.read_text(encoding="utf-8").partition("----\n")
        code, _, body = text.partition("\n")
        out.append((code, body, read_rows(rows.splitlines())))
    return out


def told(jurisdiction: str, text: str) -> dict[str, Rows]:
    """What the extractors find in ``text``, in the form of the expectations."""
    registry = load_registry()
    places = find_places(text, registry, jurisdiction)
    own = {place.iri: place.label for place in places if place.label}

    def name(iri: str) -> str:
        place = registry.places.get(iri)
        return place.name if place else own.get(iri, iri)

    source = Source("t", "t.txt", text, "text/plain", "utf-8", "0" * 64)
    clean = CleanText(source, text, array("l", range(len(text))), array("l", range(1, len(text) + 1)), ())
    identity = Identity("plan", "", "", (), -1, "", None, "", jurisdiction, Span(0, len(text)), Span(0, 0))
    given = (clean, identity, Outline(()), places)
    return {
        "=": {(f.name, f.status, " ".join(sorted(map(name, f.places)))) for f in extract_projects(*given)},
        "~": {(name(f.place), f.industry, f.role) for f in extract_industry_roles(*given)},
        "%": {(name(f.group), name(member)) for f in extract_groupings(*given) for member in f.members},
        "@": {(name(place.iri),) for place in places},
    }


@pytest.mark.parametrize(("jurisdiction", "text", "expected"), [*sentences(), *documents()])
def test_a_reader_finds_these(jurisdiction: str, text: str, expected: dict[str, Rows]) -> None:
    found = told(jurisdiction, text)
    for mark, rows in expected.items():
        if mark.startswith("?"):
            assert not rows & found[mark[1:]], "found now: take the ? away"
            continue
        late = {row[0] for row in expected.get("?" + mark, ())}
        assert {row for row in found[mark] if row[0] not in late} == rows
