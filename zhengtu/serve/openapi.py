"""The OpenAPI 3.1 description of the REST API, made from the query library."""

from __future__ import annotations

from typing import Any

from zhengtu import __version__
from zhengtu.messages import either, language
from zhengtu.query import Parameter, Query, library
from zhengtu.serve.formats import HTML, JSON
from zhengtu.serve.rest import FORMATS

Data = dict[str, Any]
_PROBLEM = {"$ref": "#/components/responses/Problem"}
_TEXT = {"type": "string"}
_CELL = {"type": ["string", "number", "boolean", "null"]}


def description(address: str) -> Data:
    """The description; ``address`` is the server's own URL, without a slash at the end."""
    paths = {f"/api/queries/{known.name}": {"get": _query(known)} for known in library().values()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "政图 Zhengtu",
            "version": __version__,
            "license": {"name": "MIT", "identifier": "MIT"},
            "description": either(
                "知识图谱的查询接口：每个问题一个地址，格式由 Accept 或后缀（.csv、.json、.html …）决定。",
                "Queries on the knowledge graph, each at its own address; Accept or a suffix (.csv, .html …) gives the format.",
            ),
        },
        "servers": [{"url": address}],
        "paths": {**_others(), **paths},
        "components": {"responses": {"Problem": _problem()}},
    }


def _query(known: Query) -> Data:
    lang = language()
    taken = {p.name for p in known.parameters}
    columns = [_column(name) for name in known.columns if name not in taken]
    return {
        "operationId": known.name,
        "tags": ["queries"],
        "summary": known.summary.get(lang),
        "description": known.description.get(lang),
        "parameters": [*map(_parameter, known.parameters), *columns],
        "responses": {"200": {"description": "OK", "content": _contents(known)}, "4XX": _PROBLEM, "5XX": _PROBLEM},
    }


def _parameter(given: Parameter) -> Data:
    schema: Data = {"type": "integer" if given.kind == "integer" else "string"}
    if given.default:
        schema["default"] = int(given.default) if given.kind == "integer" else given.default
    return {
        "name": given.name,
        "in": "query",
        "required": given.default is None,
        "description": given.description.get(language()),
        "schema": schema,
    }


def _column(name: str) -> Data:
    text = either(f"只要 {name} 列为此值的行", f"only the rows with this value in the column {name}")
    return {"name": name, "in": "query", "required": False, "description": text, "schema": _TEXT}


def _contents(known: Query) -> Data:
    row = {"type": "object", "properties": dict.fromkeys(known.columns, _CELL)}
    table = {
        "type": "object",
        "required": ["query", "parameters", "columns", "rows"],
        "properties": {
            "query": {"const": known.name},
            "parameters": {"type": "object", "additionalProperties": _TEXT},
            "columns": {"type": "array", "items": _TEXT},
            "rows": {"type": "array", "items": row},
        },
    }
    return {kind: {"schema": table} if kind == JSON else {"schema": _TEXT} for kind in FORMATS.values()}


def _others() -> dict[str, Data]:
    return {
        "/api/queries": {"get": _json("queries", either("问题库", "the query library"), html=True)},
        "/api/ask": {"get": _json("ask", either("用一句话提问", "a question in words"), "q")},
        "/api/explain": {"get": _json("explain", either("已知什么，原文怎么说", "what is known, and the sentences"), "of")},
        "/api/validation": {
            "get": {
                "operationId": "validation",
                "summary": either("校验发现的问题", "the findings of the validation"),
                "responses": {"307": {"description": "/api/queries/findings"}},
            }
        },
    }


def _json(name: str, summary: str, parameter: str = "", *, html: bool = False) -> Data:
    given = [{"name": parameter, "in": "query", "required": True, "schema": _TEXT}] if parameter else []
    content: Data = {JSON: {"schema": {"type": "object"}}, **({HTML: {"schema": _TEXT}} if html else {})}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": given,
        "responses": {"200": {"description": "OK", "content": content}, "4XX": _PROBLEM, "5XX": _PROBLEM},
    }


def _problem() -> Data:
    schema = {
        "type": "object",
        "required": ["title", "status", "detail"],
        "properties": {"title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT},
    }
    return {"description": "RFC 9457", "content": {"application/problem+json": {"schema": schema}}}
