"""GraphML (graphml.graphdrawing.org, 1.0) of nodes and edges with text attributes, element by element."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from zhengtu.export.xml import NO_CHARACTER

_NODE, _EDGE = ("label", "kind"), ("kind", "role", "basis", "lead")


class Edge(NamedTuple):
    """An edge of the network; empty where an attribute does not apply."""

    source: str
    target: str
    kind: str
    role: str
    basis: str
    lead: str


def document(nodes: Iterable[tuple[str, str, str]], edges: Iterable[Edge]) -> Iterator[bytes]:
    """The file: nodes (IRI, label, kind) and edges.  A control character in a label becomes U+FFFD."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for element, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            yield f'<key id="{element}-{name}" for="{element}" attr.name="{name}" attr.type="string"/>\n'.encode()
    yield b'<graph edgedefault="directed">\n'
    for iri, *attributes in nodes:
        yield f"<node id={quoteattr(iri)}>{_data('node', _NODE, attributes)}</node>\n".encode()
    for source, target, *attributes in edges:
        ends = f"source={quoteattr(source)} target={quoteattr(target)}"
        yield f"<edge {ends}>{_data('edge', _EDGE, attributes)}</edge>\n".encode()
    yield b"</graph>\n</graphml>\n"


def _data(element: str, names: tuple[str, ...], values: list[str]) -> str:
    told = [(name, NO_CHARACTER.sub("\ufffd", value)) for name, value in zip(names, values, strict=True) if value]
    return "".join(f'<data key="{element}-{name}">{escape(value)}</data>' for name, value in told)
