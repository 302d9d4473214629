"""Stage 7, *emit*: facts → RDF quads in the document's own graph, each with its evidence."""

from __future__ import annotations

from pyoxigraph import Quad

from loaders.emit.document import home_iri, work_iris, write_document
from loaders.emit.facts import FactWriter
from loaders.emit.parts import part_iris, write_measures, write_outline, write_responsibilities
from loaders.emit.places import write_places
from loaders.emit.writer import Writer
from loaders.iris import BASE
from loaders.model import CleanText, Facts, Identity, Outline

__all__ = ["emit"]


def emit(text: CleanText, identity: Identity, outline: Outline, facts: Facts, base: str = BASE) -> list[Quad]:
    """The statements of one document, each once, all in ``graph/doc/{stem}``; ``base`` is the base IRI."""
    writer = Writer(text, base)
    works = work_iris(identity, text.source.stem)
    home = home_iri(text, identity, works)
    parts = part_iris(home, outline)
    write_document(writer, identity, works)
    write_outline(writer, outline, home, parts)
    write_responsibilities(writer, facts, outline, home, parts)
    write_measures(writer, facts, home, parts)
    write_places(writer, facts.places)
    FactWriter(writer, outline, home, parts, works).write(facts, (*text.repairs, *outline.repairs))
    return writer.quads
