"""Whether the terms borrowed from other vocabularies exist there: OOPS! P40, namespace hijacking.

SPARQL cannot say it without the other vocabularies at hand.  rdflib ships the terms of the common ones; the others stand in
``ontology/checks/borrowed.toml`` with their source, as far as they are used.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from inspect import isclass

import rdflib.namespace
from rdflib import URIRef
from rdflib.namespace import DefinedNamespace

from zhengtu.graphs import BASE
from zhengtu.paths import resource_dir


@cache
def _shipped() -> dict[str, type[DefinedNamespace]]:
    """Namespace IRI → rdflib's copy of the vocabulary."""
    known = [value for value in vars(rdflib.namespace).values() if isclass(value) and issubclass(value, DefinedNamespace)]
    return {str(space._NS): space for space in known if space is not DefinedNamespace}


@cache
def kept() -> dict[str, frozenset[str]]:
    """Namespace IRI → the terms of ``borrowed.toml``, for vocabularies that rdflib does not ship."""
    table = tomllib.loads((resource_dir("ontology") / "checks" / "borrowed.toml").read_text("utf-8"))
    return {namespace: frozenset(entry["terms"]) for namespace, entry in table.items()}


def namespace_of(iri: str) -> str:
    """The namespace of a vocabulary we know the terms of, or an empty string."""
    return max((space for space in [*_shipped(), *kept()] if iri.startswith(space)), key=len, default="")


def missing(iris: Iterable[str]) -> list[str]:
    """Of these IRIs, sorted, those that lie in a vocabulary we know and are no term of it."""
    wrong = []
    for iri in {str(URIRef(iri)) for iri in iris} - set(_shipped()) - set(kept()):
        space = namespace_of(iri)
        name = iri.removeprefix(space)
        if space and name not in (_shipped()[space] if space in _shipped() else kept()[space]):
            wrong.append(iri)
    return sorted(wrong)


def strangers(iris: Iterable[str]) -> list[str]:
    """Of these IRIs, sorted, those that are neither ours nor in a vocabulary we know the terms of."""
    return sorted({iri for iri in iris if not iri.startswith(BASE) and not namespace_of(iri)})


def taken_prefixes() -> frozenset[str]:
    """The prefixes that rdflib binds by default or to a vocabulary it ships, in lower case."""
    names = {space.__name__.lower() for space in _shipped().values()}
    return frozenset(names | set(rdflib.namespace._NAMESPACE_PREFIXES_CORE) | set(rdflib.namespace._NAMESPACE_PREFIXES_RDFLIB))
