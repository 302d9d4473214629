"""What the tables take from the store's ontology: labels, and which classes share a table."""

from __future__ import annotations

from collections import defaultdict

from zhengtu import sparql
from zhengtu.export.csvw.metadata import Labels
from zhengtu.graphs import ZT
from zhengtu.store import QueryStore

_GATHERED = (ZT + "Agency", ZT + "Place", ZT + "Work")
"""Classes with many subclasses that people look for as one."""


def labels(store: QueryStore) -> Labels:
    """Class or property → language → label.  Raises ``StoreError``."""
    found: dict[str, dict[str, str]] = {}
    for term, language, label in _rows(store, "labels.rq"):
        found.setdefault(term, {}).setdefault(language, label)
    return found


def shared(store: QueryStore) -> dict[str, str]:
    """Class → the class whose table it shares, for the classes below the gathered ones.  Raises ``StoreError``."""
    below: dict[str, set[str]] = defaultdict(set)
    for name, above in _rows(store, "superclasses.rq"):
        below[above].add(name)
    found: dict[str, str] = {}
    for top in _GATHERED:
        waiting = [top]
        while waiting:
            for name in below[waiting.pop()] - found.keys():
                found[name] = top
                waiting.append(name)
    return found


def _rows(store: QueryStore, name: str) -> list[list[str]]:
    return [["" if cell is None else cell.value for cell in row] for row in store.select(sparql.text(__file__, name))]
