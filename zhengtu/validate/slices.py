"""The alignment in slices: what it says of each document, or of the documents it compares, with what shapes need beside.

The graph of all alignments grows with the collection.  A slice is what it says of the nodes of the same documents, told from
their IRIs (the work or document a node belongs to comes first).  Any other division would give the same findings; with this one
a slice is as small as its texts, and stays the same when others change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from zhengtu.validate.reach import Reach

_Lines = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Slice:
    """Statements on some nodes, and what shapes on these nodes read of others (both N-Triples)."""

    own: str
    beside: str


def cut(text: str, base: str, reach: Reach) -> Iterator[Slice]:
    """The slices of a graph in N-Triples, each node in one; ``base`` is that of our IRIs, ``reach`` how far the shapes look."""
    back, on = ({f"<{name}>" for name in names} for names in (reach.back, reach.on))
    owner = re.compile(rf"<{re.escape(base)}((?:doc|work)/[^/>]+)")
    said: _Lines = {}
    naming: _Lines = {}
    owners: dict[str, set[str]] = {}
    for line in filter(None, text.split("\n")):
        node, key, value = _parts(line)
        said.setdefault(node, []).append(line)
        owners.setdefault(node, set()).update(owner.findall(line))
        if key in back:
            naming.setdefault(value, []).append(line)
    groups: dict[tuple[str, ...], list[str]] = {}
    for node, found in owners.items():
        groups.setdefault(tuple(sorted(found)), []).append(node)
    for nodes in groups.values():
        beside = _beside(nodes, said, naming, on)
        yield Slice(_written(line for node in nodes for line in said[node]), _written(sorted(beside)))


def _beside(nodes: list[str], said: Mapping[str, list[str]], naming: Mapping[str, list[str]], on: set[str]) -> set[str]:
    """The statements on other nodes that are met from ``nodes``: those that name one, and those on what is met so."""
    met, todo = set(nodes), list(nodes)
    found: set[str] = set()
    while todo:
        node = todo.pop()
        ahead = [line for line in said.get(node, ()) if _parts(line)[1] in on]
        found.update(ahead, naming.get(node, ()))
        reached = {_parts(line)[2] for line in ahead} | {_parts(line)[0] for line in naming.get(node, ())}
        todo += reached - met
        met |= reached
    return found - {line for node in nodes for line in said[node]}


def _parts(line: str) -> list[str]:
    """Subject, property and object of a line of N-Triples."""
    return line[:-2].split(" ", 2)


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
