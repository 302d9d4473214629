"""Mutants of the good graph, made from the core shapes: each constraint of each shape, broken on a node it looks at.

A mutant removes or falsifies one statement that the constraint asks for.  ``mutants`` gives, for each (shape, constraint), the
ways to break it in the order of the nodes; the first node of the shape is as good as any, but where it is entangled with
another rule the next may not be, so all are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD

from zhengtu.graphs import BASE, ZT

CONSTRAINTS = (
    SH.minCount, SH.maxCount, SH.datatype, SH["class"], SH.pattern, SH["in"], SH.nodeKind, SH.minLength,
    SH.minInclusive, SH.maxInclusive, SH.lessThanOrEquals, SH["or"], SH.uniqueLang,
)  # fmt: skip
NOTHING = URIRef(f"{BASE}place/nothing-of-the-kind")
ELSE = {XSD.integer: Literal(77, datatype=XSD.integer), XSD.decimal: Literal("77.7", datatype=XSD.decimal)}


@dataclass(frozen=True)
class Mutant:
    shape: str
    constraint: str
    focus: str
    removed: tuple[tuple, ...]
    added: tuple[tuple, ...]


def constraints(shapes: Graph, shape: URIRef) -> list[URIRef]:
    """The parameters of a shape that say what must hold."""
    return [key for key in CONSTRAINTS if (shape, key, None) in shapes]


def mutants(shapes: Graph, data: Graph, shape: URIRef, key: URIRef, nodes: list[URIRef]) -> Iterator[Mutant]:
    for focus in nodes:
        for removed, added in broken(shapes, data, shape, key, focus):
            yield Mutant(str(shape).rpartition("#")[2], str(key).rpartition("#")[2], str(focus), tuple(removed), tuple(added))


def broken(shapes: Graph, data: Graph, shape: URIRef, key: URIRef, focus: URIRef) -> Iterator[tuple[list, list]]:
    path, wanted = shapes.value(shape, SH.path), shapes.value(shape, key)
    if key == SH["or"] and path is None:
        yield from alternatives(shapes, data, Collection(shapes, wanted), focus)
        return
    there = steps(shapes, data, path, focus)
    if key == SH.minCount:
        if there:
            yield there, instead(data, there, focus)
        return
    for s, p, o in there:
        for value in values(data, shapes, key, wanted, s, p, o):
            yield ([] if key in (SH.maxCount, SH.uniqueLang) else [(s, p, o)]), [(s, p, value)]


def values(data, shapes, key, wanted, s, p, o):
    """Values that break the constraint, in the place of ``o``."""
    if key == SH.maxCount:
        others = sorted({v for v in data.objects(None, p) if (s, p, v) not in data})
        yield from others[:6]
        yield from like(data, o)[:6]
        if not others and isinstance(o, URIRef):
            yield NOTHING
        if isinstance(o, Literal):
            yield ELSE.get(o.datatype, Literal(f"{o}之二", datatype=o.datatype))
    elif key == SH.uniqueLang:
        yield Literal(f"{o}之二", lang=o.language)
    elif key == SH.datatype:
        yield Literal(f"{o}x")
    elif key in (SH["class"], SH.nodeKind, SH["or"]):
        yield Literal("无此物")
        yield NOTHING
    elif key == SH.pattern:
        yield Literal("??")
    elif key == SH["in"]:
        yield URIRef(ZT + "same") if URIRef(ZT + "same") not in set(Collection(shapes, wanted)) else URIRef(ZT + "lead")
        yield Literal("~")
    elif key == SH.minLength:
        yield Literal("")
    elif key == SH.minInclusive:
        yield (
            Literal(int(wanted) - 1, datatype=o.datatype) if o.datatype == XSD.integer else Literal("-0.5", datatype=o.datatype)
        )
    elif key == SH.maxInclusive:
        yield Literal("1.5", datatype=o.datatype)
    elif key == SH.lessThanOrEquals:
        yield Literal(int(next(data.objects(s, wanted))) + 1, datatype=XSD.integer)


def alternatives(shapes, data, members, focus):
    """Break every alternative of an ``sh:or`` that rests on a path; class alternatives are conditions, not duties."""
    removed = []
    for member in members:
        if shapes.value(member, SH.maxCount) == Literal(1) and not any(exempt(shapes, data, one, focus) for one in members):
            path = shapes.value(member, SH.path)
            for s, p, o in steps(shapes, data, path, focus):
                yield from (([], [(s, p, value)]) for value in values(data, shapes, SH.maxCount, None, s, p, o))
            return
    if any(exempt(shapes, data, member, focus) for member in members):
        return
    for member in members:
        inner = shapes.value(member, SH.path)
        if inner is None:
            continue
        if shapes.value(member, SH.maxCount) == Literal(0):
            continue
        removed += steps(shapes, data, inner, focus, shapes.value(member, SH.hasValue))
    if removed:
        yield removed, []
    for member in members:  # agreements with a party too few
        least = shapes.value(member, SH.minCount)
        inner = shapes.value(member, SH.path)
        if least is not None and int(least) > 1:
            yield steps(shapes, data, inner, focus)[: 1 - int(least)], []


def instead(data, removed, focus):
    """What leads to the node leads to another of its kind, so that nothing else is missing."""
    redirected = []
    for s, p, o in removed:
        others = like(data, focus) or sorted(set(data.objects(None, p)) - {o})
        if o == focus and s != focus and others:
            redirected.append((s, p, others[0]))
    return redirected


def like(data, node):
    """Other nodes of the same classes."""
    return [n for kind in sorted(data.objects(node, RDF.type)) for n in sorted(data.subjects(RDF.type, kind)) if n != node]


def exempt(shapes, data, member, focus):
    """Whether an alternative is "it is such a thing" or "it is no such thing", and true of the node."""
    if (focus, RDF.type, shapes.value(member, SH["class"])) in data and shapes.value(member, SH["class"]) is not None:
        return True
    negated = shapes.value(member, SH["not"])
    if negated is None:
        return False
    several = shapes.value(negated, SH["or"])
    asked = [negated] if several is None else list(Collection(shapes, several))
    return not any((focus, RDF.type, shapes.value(one, SH["class"])) in data for one in asked)


def steps(shapes, data, path, focus, value=None):
    """The statements on a path from a node: of a sequence those of its last step, of alternatives all."""
    if isinstance(path, URIRef):
        return [(focus, path, o) for o in sorted(data.objects(focus, path)) if value in (None, o)]
    inverse = shapes.value(path, SH.inversePath)
    if inverse is not None:
        return [(s, inverse, focus) for s in sorted(data.subjects(inverse, focus))]
    options = shapes.value(path, SH.alternativePath)
    if options is not None:
        return [t for option in Collection(shapes, options) for t in steps(shapes, data, option, focus)]
    optional = shapes.value(path, SH.zeroOrOnePath)
    if optional is not None:
        return []
    first, last = Collection(shapes, path)
    found = [t for _, _, node in steps(shapes, data, first, focus) for t in steps(shapes, data, last, node)]
    if shapes.value(first, SH.zeroOrOnePath) is not None:
        through = steps(shapes, data, shapes.value(first, SH.zeroOrOnePath), focus)
        found = steps(shapes, data, last, focus) + [t for _, _, node in through for t in steps(shapes, data, last, node)]
    return found


def targets(shapes: Graph, data: Graph, shape: URIRef, kinds: dict[URIRef, set[URIRef]]) -> list[URIRef]:
    """The nodes a shape looks at."""
    found = {
        n for name in shapes.objects(shape, SH.targetClass) for k in kinds.get(name, {name}) for n in data.subjects(RDF.type, k)
    }
    found |= {n for name in shapes.objects(shape, SH.targetSubjectsOf) for n in data.subjects(name)}
    found |= {n for name in shapes.objects(shape, SH.targetObjectsOf) for n in data.objects(None, name)}
    return sorted(node for node in found if isinstance(node, URIRef))
