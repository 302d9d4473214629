"""A JSON-LD context, as far as writing compact JSON-LD needs it (JSON-LD 1.1 §4.1): prefixes, and terms with their coercion."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from zhengtu.paths import resource_dir

Node = NamedNode | BlankNode | Literal

_GEN_DELIMS = (":", "/", "?", "#", "[", "]", "@")


@dataclass(frozen=True, slots=True)
class Term:
    """A term for a property: ``kind`` is ``@id``, ``@vocab``, a datatype's IRI or empty; ``many`` always writes a list."""

    name: str
    kind: str = ""
    many: bool = False
    by_language: bool = False

    def fits(self, values: Sequence[Node]) -> bool:
        """Whether the term can hold these values."""
        if self.by_language:
            languages = [value.language if isinstance(value, Literal) else None for value in values]
            return None not in languages and (self.many or len(set(languages)) == len(languages))
        if self.kind in ("@id", "@vocab"):
            return not any(isinstance(value, Literal) for value in values)
        return not self.kind or all(_has_datatype(value, self.kind) for value in values)


class Context:
    """Shortens IRIs by the prefixes of a context and finds the term for a property."""

    def __init__(self, source: dict[str, Any]) -> None:
        self.source = source
        self.has_language = "@language" in source
        plain = {key: value for key, value in source.items() if isinstance(value, str) and not key.startswith("@")}
        self._prefixes = {key: iri for key, iri in plain.items() if "://" in iri and iri.endswith(_GEN_DELIMS)}
        names = {key: self.expanded(value) for key, value in plain.items() if key not in self._prefixes}
        self._words = {iri: key for key, iri in sorted(names.items(), reverse=True) if not iri.startswith("@")}
        self._terms: dict[str, list[Term]] = {}
        for name, definition in sorted(source.items()):
            if isinstance(definition, dict) and set(definition) <= {"@id", "@type", "@container"}:
                self._terms.setdefault(self.expanded(definition.get("@id", name)), []).append(self._term(name, definition))

        defined = (value.get("@id", key) if isinstance(value, dict) else value for key, value in source.items())
        self.ranks = {self.expanded(iri): rank for rank, iri in enumerate(defined) if isinstance(iri, str)}
        """IRI → where the context defines a term for it."""

    @staticmethod
    def load(prefixes: dict[str, str]) -> Context:
        """The shipped context with ``prefixes`` added; the prefixes alone where none is shipped."""
        path = resource_dir("ontology") / "context.jsonld"
        source = json.loads(path.read_text("utf-8"))["@context"] if path.exists() else {}
        return Context({**prefixes, **source})

    def iri(self, iri: str) -> str:
        """The shortest form of an IRI by the prefixes."""
        best = iri
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                short = f"{prefix}:{iri[len(namespace) :]}"
                if (len(short), short) < (len(best), best):
                    best = short
        return best

    def word(self, iri: str) -> str:
        """The term for a class or a code, else its short form."""
        return self._words.get(iri) or self.iri(iri)

    def term(self, iri: str, values: Sequence[Node]) -> Term:
        """The key for a property with these values."""
        for term in self._terms.get(iri, ()):
            if term.fits(values):
                return term
        return Term(self.word(iri))

    def _term(self, name: str, definition: dict[str, Any]) -> Term:
        held = definition.get("@container", [])
        containers = [held] if isinstance(held, str) else held
        kind = self.expanded(definition.get("@type", ""))
        return Term(name, kind, "@set" in containers, "@language" in containers)

    def expanded(self, name: str) -> str:
        """The IRI of ``prefix:name``, or of a term that is written as such; anything else as it is."""
        prefix, colon, local = name.partition(":")
        return self._prefixes[prefix] + local if colon and prefix in self._prefixes else name


def _has_datatype(value: Node, datatype: str) -> bool:
    return isinstance(value, Literal) and not value.language and value.datatype.value == datatype
