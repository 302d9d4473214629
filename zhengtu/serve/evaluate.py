"""Answer a SPARQL 1.1 Protocol query: what it asks, over which dataset, in which format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, cast

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from zhengtu.messages import say
from zhengtu.serve import plain
from zhengtu.serve.answer import Answer, Failure, Sink
from zhengtu.serve.formats import HTML, RESULTS, TRIPLES, with_charset
from zhengtu.serve.guard import is_federated
from zhengtu.serve.negotiate import best
from zhengtu.store.bind import has_dataset
from zhengtu.store.syntax import syntax_problem


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the dataset that the protocol names for it (§2.1.4), which overrides the query's own.

    ``base`` is the data's base IRI: what stands below it is linked on a page.
    """

    text: str
    accept: str = ""
    default_graphs: Sequence[str] = ()
    named_graphs: Sequence[str] = ()
    base: str = ""


def evaluate(store: Store, asked: Asked, sink: Sink) -> Answer:
    """The answer, written to ``sink``; for browsers the first rows on a page.

    Raises ``Failure``: 400 for an ill-formed query, 403 for a federated one, 406 for a format there is not; ``TooLarge``.
    """
    if is_federated(asked.text):
        raise Failure(403, say("serve.federated"))
    found = _found(store, asked)
    offered = (*(TRIPLES if isinstance(found, QueryTriples) else RESULTS), HTML)
    kind = best(asked.accept, offered)
    if kind is None:
        raise Failure(406, say("serve.not_acceptable", known=" ".join(offered)))
    try:
        if kind == HTML:
            sink.write(_page(asked, found))
        elif isinstance(found, QueryTriples):
            found.serialize(cast("IO[bytes]", sink), format=TRIPLES[kind])
        else:
            found.serialize(cast("IO[bytes]", sink), format=RESULTS[kind])
    except (OSError, RuntimeError, ValueError) as error:
        if sink.is_over:
            raise Failure(500, say("serve.too_large")) from error
        raise Failure(500, say("query.failed", why=error)) from error
    vary = "accept, accept-language" if kind == HTML else "accept"
    return Answer(200, {"content-type": with_charset(kind), "vary": vary}, sink.content())


def _page(asked: Asked, found: QuerySolutions | QueryBoolean | QueryTriples) -> bytes:
    if isinstance(found, QueryBoolean):
        return plain.solutions(asked.text, ["ASK"], [["true" if found else "false"]], asked.base)
    if isinstance(found, QueryTriples):
        return plain.solutions(asked.text, ["subject", "predicate", "object"], found, asked.base)
    return plain.solutions(asked.text, [variable.value for variable in found.variables], found, asked.base)


def _found(store: Store, asked: Asked) -> QuerySolutions | QueryBoolean | QueryTriples:
    text = asked.text
    try:
        if asked.default_graphs or asked.named_graphs:
            default = [NamedNode(iri) for iri in asked.default_graphs]
            named = [NamedNode(iri) for iri in asked.named_graphs]
            return store.query(text, default_graph=[*default], named_graphs=[*named])
        return store.query(text, use_default_graph_as_union=not has_dataset(text))
    except SyntaxError as error:
        raise Failure(400, say("query.syntax", why=syntax_problem(text, error))) from error
    except ValueError as error:
        raise Failure(400, say("serve.bad_graph", why=error)) from error
    except (OSError, RuntimeError) as error:
        raise Failure(500, say("query.failed", why=error)) from error
