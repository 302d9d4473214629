"""Writes compact Turtle: one line a node, so that a change in a table is one line in a diff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

BASE = "https://w3id.org/zhengtu/"
PREFIXES = {
    "zt": f"{BASE}ns#",
    "place": f"{BASE}place/",
    "agency": f"{BASE}agency/",
    "organ": f"{BASE}scheme/organ/",
    "event": f"{BASE}change/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "dcterms": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def text(value: str, language: str = "zh") -> str:
    """A literal with a language tag (none when ``language`` is empty)."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def node(subject: str, kind: str, pairs: Iterable[tuple[str, Sequence[str]]]) -> str:
    """One node on one line; pairs without values are left out."""
    parts = [f"{subject} a {kind}"]
    parts += [f"{name} {','.join(values)}" for name, values in pairs if values]
    return ";".join(parts) + "."


def write(path: Path, note: str, used: Sequence[str], lines: Iterable[str]) -> int:
    """Write the file with its prefixes; the number of nodes written."""
    body = list(lines)
    head = [f"# {line}" for line in note.splitlines()]
    head += [f"@prefix {name}: <{PREFIXES[name]}> ." for name in used]
    path.write_text("\n".join([*head, "", *body]) + "\n", encoding="utf-8")
    return len(body)


def table(path: Path, columns: int) -> list[list[str]]:
    """Rows of a tab-separated table; ``#`` starts a comment line, missing cells are empty."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns:
            raise ValueError(f"{path.name}:{number}: {len(cells)} cells, at most {columns} expected")
        rows.append(cells + [""] * (columns - len(cells)))
    return rows


def parts(cell: str) -> list[str]:
    """The values of a cell that holds several, separated by ``|``."""
    return [value for value in cell.split("|") if value]
