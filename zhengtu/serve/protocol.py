"""The SPARQL 1.1 Protocol: read a request (§2.1, §2.2), or say what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from zhengtu.messages import say
from zhengtu.serve.answer import Failure

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_FIELDS = 1000  # parameters in a request


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query and the graphs it is asked over; ``text`` is ``None`` where the service is to describe itself."""

    text: bytes | None
    default: list[str]
    named: list[str]


async def wanted(request: Request, limit: int) -> Wanted:
    """What a GET, a form or a query sent by POST asks for.

    Raises ``Failure``: 400 for no or several queries, 403 for an update, 413 and 415.
    """
    pairs = fields(request.scope["query_string"])
    text: bytes | None = None
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        content = await body(request, limit)
        if kind == _UPDATE:
            raise Failure(403, say("serve.update"))
        if kind == _FORM:
            pairs += fields(content)
        elif kind == _QUERY:
            text = content
        else:
            raise Failure(415, say("serve.unsupported", kind=kind or "?"), {"accept-post": f"{_FORM}, {_QUERY}"})
    return _wanted(pairs, text, is_get=request.method != "POST")


def _wanted(pairs: list[tuple[str, str]], text: bytes | None, *, is_get: bool) -> Wanted:
    given = [value.encode("utf-8") for name, value in pairs if name == "query"]
    if text is not None:
        given.append(text)
    if any(name == "update" for name, _ in pairs):
        raise Failure(403, say("serve.update"))
    if len(given) > 1 or (not given and not (is_get and not pairs)):
        raise Failure(400, say("serve.one_query"))
    default = [value for name, value in pairs if name == "default-graph-uri"]
    named = [value for name, value in pairs if name == "named-graph-uri"]
    return Wanted(given[0] if given else None, default, named)


def fields(encoded: bytes) -> list[tuple[str, str]]:
    """The parameters of a query string or a form.  Raises ``Failure`` (400) where they are not UTF-8 or too many."""
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError as error:
        raise Failure(400, say("serve.bad_text")) from error


async def body(request: Request, limit: int) -> bytes:
    """The content of a request.

    Raises ``Failure`` (413).  The connection stays open then, and what still comes is thrown away: closing it on a client that
    is still sending would take the answer with it (RFC 9112 §9.6).
    """
    large = Failure(413, say("serve.request_large", limit=limit))
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > limit:
        raise large
    taken = bytearray()
    async for piece in request.stream():
        taken += piece
        if len(taken) > limit:
            raise large
    return bytes(taken)
