"""Statements about places: one node for each place a document mentions, with every mention as evidence."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.emit.terms import ALT_LABEL, LABEL, WITHIN, zt
from loaders.emit.writer import Writer
from loaders.iris import doc_iri
from loaders.model import PlaceMentionFact


def write_places(writer: Writer, mentions: Sequence[PlaceMentionFact]) -> None:
    """zt:PlaceMention; a place that the registry lacks is described here, with its names as printed."""
    by_place: dict[str, list[PlaceMentionFact]] = {}
    for mention in mentions:
        by_place.setdefault(mention.iri, []).append(mention)
    for iri, found in by_place.items():
        slug = iri.rsplit("/", 1)[1]
        node = writer.fact(f"{doc_iri(writer.stem)}/mention/{slug}", "PlaceMention", "places", *(m.span for m in found))
        writer.add(node, zt("place"), writer.node(iri))
        writer.add(node, zt("mentions"), len(found))
        if found[0].label:
            _describe(writer, found)


def _describe(writer: Writer, found: Sequence[PlaceMentionFact]) -> None:
    """A zone or river as far as its name tells: class, full name, names as printed, the place it lies in."""
    first = found[0]
    node = writer.fact(first.iri, first.kind, "places", *(mention.span for mention in found))
    writer.add(node, LABEL, first.label)
    writer.add(node, zt("unregistered"), True)
    writer.add(node, WITHIN, writer.node(first.within) if first.within else None)
    printed = {mention.text for mention in found if mention.text[-1] == first.label[-1]}
    for text in sorted(name for name in printed if not first.label.endswith(name)):
        writer.add(node, ALT_LABEL, text)
