"""The query library as a REST API: each query at its own address, its parameters in the query string."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from zhengtu import ask
from zhengtu.api.values import Value, value
from zhengtu.explain import Explanation, explain, find
from zhengtu.messages import language, say
from zhengtu.query import Query, Table, UnknownEntity, library, render, run
from zhengtu.query import find as query_named
from zhengtu.serve import plain
from zhengtu.serve.answer import Answer, Failure, Sink
from zhengtu.serve.formats import HTML, JSON, with_charset
from zhengtu.serve.graph import Generation
from zhengtu.serve.negotiate import best

FORMATS = {
    "json": JSON,
    "csv": "text/csv",
    "html": HTML,
    "tsv": "text/tab-separated-values",
    "srj": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "ttl": "text/turtle",
}
_VARY = "accept, accept-language"
_RENDERED = {"csv": "csv", "tsv": "tsv", "srj": "json", "xml": "xml", "ttl": "turtle"}


def query(generation: Generation, name: str, given: Mapping[str, str], accept: str, sink: Sink) -> Answer:
    """The answer of the query ``name``, which may carry the format as a suffix (``tasks.csv``), else by ``accept``.

    As HTML a query that wants parameters is a form as long as they are missing.

    Raises ``Failure`` (400, 404, 406), ``QueryError`` (the library's own), ``TooLarge``.
    """
    stem, _, suffix = name.rpartition(".")
    if suffix not in FORMATS or not stem:
        stem, suffix = name, _chosen(accept)
    asked = query_named(stem)
    missing = [p.name for p in asked.parameters if p.default is None and not given.get(p.name)]
    if missing and suffix != "html":
        raise Failure(400, say("serve.needs", name=" ".join(missing)))
    table = None if missing else run(generation.store, stem, given)
    if table is None or suffix == "html":
        sink.write(plain.query(asked, given, table, [s for s in FORMATS if s != "html"], generation.base))
    else:
        sink.write(_written(asked, table, given, suffix))
    return Answer(200, {"content-type": with_charset(FORMATS[suffix]), "vary": _VARY}, sink.content())


def _chosen(accept: str) -> str:
    kind = best(accept, tuple(FORMATS.values()))
    if kind is None:
        raise Failure(406, say("serve.not_acceptable", known=" ".join(FORMATS.values())))
    return next(suffix for suffix, media in FORMATS.items() if media == kind)


def _written(asked: Query, table: Table, given: Mapping[str, str], suffix: str) -> bytes:
    if suffix == "json":
        rows = [dict(zip(table.columns, map(_plain, row), strict=True)) for row in (map(value, row) for row in table.rows)]
        return _json({"query": asked.name, "parameters": dict(given), "columns": table.columns, "rows": rows})
    return render(table, _RENDERED[suffix]).encode("utf-8")


def _plain(cell: Value) -> str | int | float | bool | None:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def queries(accept: str) -> Answer:
    """The library: what each query answers, its parameters and columns, and where it is; for browsers a page."""
    if best(accept, (JSON, HTML)) == HTML:
        return Answer(200, {"content-type": with_charset(HTML), "vary": _VARY}, plain.queries(library().values()))
    lang = language()
    found = [
        {
            "name": known.name,
            "href": f"/api/queries/{known.name}",
            "summary": known.summary.get(lang),
            "description": known.description.get(lang),
            "columns": known.columns,
            "parameters": [
                {"name": p.name, "type": p.kind, "default": p.default, "description": p.description.get(lang)}
                for p in known.parameters
            ],
        }
        for known in library().values()
    ]
    return written({"queries": found})


def asked(generation: Generation, question: str, sink: Sink) -> Answer:
    """The answer to a question in words; 200 also where it is not understood: ``query`` is null, see ``offers`` and ``near``.

    Raises ``Failure`` (400) for an empty question.
    """
    try:
        answer = generation.asker.ask(question)
    except ask.AskError as error:
        raise Failure(400, str(error)) from error
    sink.write(ask.as_json(answer).encode("utf-8"))
    return Answer(200, {"content-type": JSON, "vary": "accept-language"}, sink.content())


def explained(generation: Generation, name: str, sink: Sink) -> Answer:
    """What is known of a thing (IRI, short IRI or name), and the sentences that say so.

    Raises ``UnknownEntity``; ``Failure`` (400) where the name means several things.
    """
    nodes = find(generation.store, name)
    if not nodes:
        raise UnknownEntity(name, ())
    if len(nodes) > 1:
        raise Failure(400, say("explain.several", name=name, nodes=" ".join(nodes)))
    sink.write(_json(_told(explain(generation.store, nodes[0]))))
    return Answer(200, {"content-type": JSON}, sink.content())


def _told(told: Explanation) -> dict[str, Any]:
    def sentence(said: Any) -> dict[str, Any] | None:
        return said and {"document": said.document, "begin": said.begin, "end": said.end, "words": said.words}

    facts = [
        {"property": f.property, "name": f.property_name, "value": f.value, "label": f.value_name, "inferred": f.inferred}
        for f in told.facts
    ]
    pointing = [
        {"property": r.property, "name": r.property_name, "subject": r.subject, "label": r.name, "inferred": r.inferred}
        | {"sentence": sentence(r.sentence)}
        for r in told.references
    ]
    return {"iri": told.iri, "facts": facts, "sentences": [*map(sentence, told.sentences)], "references": pointing}


def written(data: Any) -> Answer:
    """The data as JSON."""
    return Answer(200, {"content-type": JSON, "vary": _VARY}, _json(data))


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False) + "\n").encode("utf-8")
