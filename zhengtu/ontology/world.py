"""The ontology as Python objects: classes, properties and individuals, through owlready2."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Triple, parse, serialize

from zhengtu.export.prefixes import VOCABULARIES
from zhengtu.ontology import terms
from zhengtu.paths import resource_dir

if TYPE_CHECKING:
    import owlready2

    from zhengtu.store import QueryStore

_ONTOLOGY = ("zhengtu", "alignments", "schemes")
_REGISTRY = ("agencies", "places")
_ASIDE = ("graph/ontology", "graph/registry", "graph/validation", "graph/provenance")


class Year(int):
    """A value of ``xsd:gYear``."""


class Geometry(str):
    """A value of ``geo:wktLiteral``, e.g. ``POINT(114.3 30.6)``: longitude and latitude in degrees, WGS 84."""

    __slots__ = ()


@cache
def _declare_datatypes() -> None:
    """Tell owlready2, once a process, of the two datatypes in our data that it cannot read by itself."""
    import owlready2

    owlready2.declare_datatype(Year, "http://www.w3.org/2001/XMLSchema#gYear", lambda text: Year(str(text)[:4]), str)
    owlready2.declare_datatype(Geometry, "http://www.opengis.net/ont/geosparql#wktLiteral", Geometry, str)


def _part_names(world: owlready2.World) -> None:
    """Give way to our names: owlready2 names attributes after the local name, whatever the namespace."""
    prefixes = {space: prefix for prefix, space in VOCABULARIES.items()}
    properties = list(world.properties())
    ours = [prop for prop in properties if prop.iri.startswith(terms.NAMESPACE)]
    names = {prop.name for prop in ours}
    for prop in properties:
        space = prop.iri.removesuffix(prop.name)
        if prop.name in names and space != terms.NAMESPACE:
            prop.python_name = f"{prefixes.get(space, 'other')}_{prop.name}"
    for prop in ours:
        prop.python_name = prop.name


def load(*, registry: bool = False, store: QueryStore | None = None) -> owlready2.World:
    """A world of its own with the vocabulary, its alignments and concept schemes.

    ``registry`` adds agencies and places (some seconds); ``store`` adds what its documents say, and what was aligned and
    inferred.  A term is found by its IRI or through its namespace, and class members come as objects::

        world = load(store=open_store(path))
        zt = world.get_namespace(terms.NAMESPACE)
        for task in zt.Task.instances():
            print(task.path, [unit.iri for unit in task.leadUnit])

    A property of another vocabulary that has the name of one of ours goes by its prefix: ``dcterms_issued``, ``oa_exact``.
    A functional property gives one value or ``None``, any other a list; a date comes as ``datetime.date``, a year as
    :class:`Year`, a point as :class:`Geometry`.  To ask whether all this is consistent, use
    :func:`zhengtu.ontology.hermit.check`, which leaves out what the reasoner cannot read.  Raises ``StoreError`` when the
    store cannot be read.
    """
    import owlready2

    _declare_datatypes()
    triples: dict[Triple, None] = {}
    for name in [*_ONTOLOGY, *(_REGISTRY if registry else ())]:
        path = resource_dir("ontology") / f"{name}.ttl"
        quads = parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True)
        triples.update(dict.fromkeys(quad.triple for quad in quads))
    for graph in store.graphs() if store is not None else ():
        if store is not None and not graph.endswith(_ASIDE):
            triples.update(dict.fromkeys(store.graph(graph)))
    lines = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    world = owlready2.World()
    world.get_ontology("https://w3id.org/zhengtu/ns#").load(fileobj=BytesIO(lines), only_local=True)
    _part_names(world)
    return world
