"""Statements about places: one node for each place a document mentions, with every mention as evidence."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.emit.terms import zt
from loaders.emit.writer import Writer
from loaders.iris import doc_iri
from loaders.model import PlaceMentionFact


def write_places(writer: Writer, mentions: Sequence[PlaceMentionFact]) -> None:
    """zt:PlaceMention."""
    by_place: dict[str, list[PlaceMentionFact]] = {}
    for mention in mentions:
        by_place.setdefault(mention.iri, []).append(mention)
    for iri, found in by_place.items():
        slug = iri.rsplit("/", 1)[1]
        node = writer.fact(f"{doc_iri(writer.stem)}/mention/{slug}", "PlaceMention", "places", *(m.span for m in found))
        writer.add(node, zt("place"), writer.node(iri))
        writer.add(node, zt("mentions"), len(found))
