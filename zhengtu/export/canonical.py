"""A dataset in canonical order with canonical blank node labels (RDFC-1.0)."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, serialize


def canonical_quads(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, each once, in the order of their canonical N-Quads lines.

    RDFC-1.0 labels depend on nothing but the quads that name blank nodes, so only those go through the algorithm.
    """
    plain: set[Quad] = set()
    blank = Dataset()
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            blank.add(quad)
        else:
            plain.add(quad)
    blank.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted([*plain, *blank], key=line)


def line(quad: Quad) -> bytes:
    """The quad's canonical N-Quads line."""
    return serialize([quad], format=RdfFormat.N_QUADS) or b""
