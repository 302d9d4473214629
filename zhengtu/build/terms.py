"""The vocabulary, its schemes and the registries, as quads of ``graph/ontology`` and ``graph/registry``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from zhengtu.build.errors import BuildError
from zhengtu.graphs import BASE, named
from zhengtu.messages import say
from zhengtu.paths import resource_dir

_REGISTRIES = ("agencies", "places")
_DATA_IRI = re.compile(re.escape(BASE) + r"(?!ns\b)")  # the vocabulary keeps its namespace under any base


def files() -> list[Path]:
    """The Turtle files of the ontology room, sorted by name."""
    return sorted(resource_dir("ontology").glob("*.ttl"))


def quads(base_iri: str) -> Iterator[Quad]:
    """All of them, each in its graph.  Raises ``BuildError`` for a file that is not Turtle."""
    for path in files():
        graph = NamedNode(named(base_iri, "registry" if path.stem.startswith(_REGISTRIES) else "ontology"))
        try:
            text = path.read_text("utf-8")
            if base_iri != BASE:
                text = _DATA_IRI.sub(lambda _: base_iri, text)
            for quad in parse(text, format=RdfFormat.TURTLE, rename_blank_nodes=True):
                yield Quad(quad.subject, quad.predicate, quad.object, graph)
        except (SyntaxError, OSError) as error:
            raise BuildError(say("build.bad_terms", path=path, why=error)) from error
