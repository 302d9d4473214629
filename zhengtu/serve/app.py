"""The addresses: what is asked for at each, handed to a reader, and its answer sent."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from http import HTTPStatus
from typing import Any, BinaryIO

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from zhengtu.messages import say, speaking
from zhengtu.serve import plain
from zhengtu.serve.answer import Answer, Failure
from zhengtu.serve.formats import HTML, with_charset
from zhengtu.serve.headers import PAGE, PREFLIGHT
from zhengtu.serve.negotiate import best, language
from zhengtu.serve.options import Options
from zhengtu.serve.pool import Pool
from zhengtu.serve.protocol import body, fields, wanted

_PIECE = 1 << 18
_TEXT = "text/plain"
_PROBLEM = "application/problem+json"
_HOST = re.compile(r"[A-Za-z0-9.-]+(?::\d+)?|\[[0-9A-Fa-f:.]+\](?::\d+)?")  # RFC 9110 §7.2, names of the DNS and addresses
Handler = Callable[[Request], Awaitable[Response]]


class Addresses:
    """The handlers; each gets a request and gives the answer of a reader of ``pool``, pages of one of ``pages``.

    Pages have readers of their own: what they have put together of a large graph is not lost with a reader that somebody's
    query ended, and neither kind waits for the other.
    """

    def __init__(self, pool: Pool, pages: Pool, options: Options) -> None:
        self._pool = pool
        self._pages = pages
        self._options = options

    def app(self) -> Starlette:
        """The ASGI application."""
        both, get = ["GET", "POST"], ["GET"]
        routes = [
            Route("/sparql", self._told(self.sparql), methods=both),
            Route("/update", self._told(self.update), methods=both),
            Route("/api/openapi.json", self._told(self.openapi), methods=get),
            Route("/api", self._told(self.api), methods=get),
            Route("/api/", self._told(self.api), methods=get),
            Route("/api/queries", self._told(self.queries), methods=get),
            Route("/api/queries/{name}", self._told(self.query), methods=get),
            Route("/api/ask", self._told(self.ask), methods=get),
            Route("/api/explain", self._told(self.explain), methods=get),
            Route("/api/validation{suffix:path}", self._told(self.validation), methods=get),
            Route("/{path:path}", self._told(self.page), methods=get),
            Route("/{path:path}", self.options, methods=["OPTIONS"]),
        ]
        return Starlette(routes=routes, exception_handlers={HTTPException: self._other, Exception: self._other})

    async def sparql(self, request: Request) -> Response:
        """SPARQL 1.1 Protocol, or the service description."""
        asked = await wanted(request, self._options.request_bytes)
        if asked.text is None:
            return await self._run(request, "describe", f"{_address(request)}/sparql".encode())
        return await self._run(request, "sparql", asked.text, default=asked.default, named=asked.named)

    async def update(self, request: Request) -> Response:
        """Nobody may write."""
        await body(request, self._options.request_bytes)
        raise Failure(403, say("serve.update"))

    async def openapi(self, request: Request) -> Response:
        """The description of the REST API."""
        return await self._run(request, "openapi", _address(request).encode())

    async def api(self, request: Request) -> Response:  # noqa: ARG002
        """What there is below: the queries."""
        return Response(status_code=303, headers={"location": "/api/queries"})

    async def queries(self, request: Request) -> Response:
        """The query library."""
        return await self._run(request, "queries")

    async def query(self, request: Request) -> Response:
        """One query of it."""
        return await self._run(request, "query", request.path_params["name"].encode(), given=_given(request))

    async def ask(self, request: Request) -> Response:
        """A question in words."""
        return await self._run(request, "ask", _one(request, "q"))

    async def explain(self, request: Request) -> Response:
        """What is known of a thing."""
        return await self._run(request, "explain", _one(request, "of"))

    async def validation(self, request: Request) -> Response:
        """The findings of the validation: a query of the library."""
        query = request.url.query
        where = f"/api/queries/findings{request.path_params['suffix']}" + (f"?{query}" if query else "")
        return Response(status_code=307, headers={"location": where})

    async def page(self, request: Request) -> Response:
        """A page, a thing of the graph or its description."""
        path = request.scope["raw_path"].removeprefix(b"/")
        given = dict(fields(request.scope["query_string"]))  # of a name said twice the last value
        return await self._run(request, "page", path, if_none_match=request.headers.get("if-none-match", ""), given=given)

    async def options(self, request: Request) -> Response:  # noqa: ARG002
        """What a browser asks before it reads across sites."""
        return Response(status_code=204, headers=PREFLIGHT)

    async def _run(self, request: Request, kind: str, text: bytes = b"", **more: Any) -> Response:
        headers = request.headers
        head = {
            "kind": kind,
            "accept": ", ".join(headers.getlist("accept")),
            "lang": language(headers.get("accept-language", "")),
            **more,
        }

        async def gone() -> None:
            while (await request.receive())["type"] != "http.disconnect":
                pass

        if kind == "page":  # what is put together for a client who has gone is there for the next one
            return _response(await self._pages.run(head, text, asyncio.Event().wait))
        return _response(await self._pool.run(head, text, gone))

    def _told(self, handler: Handler) -> Handler:
        async def told(request: Request) -> Response:
            with speaking(language(request.headers.get("accept-language", ""))):
                try:
                    return await handler(request)
                except Failure as failure:
                    return _failed(request, failure)
                except ClientDisconnect:
                    return Response(status_code=400)

        return told

    async def _other(self, request: Request, error: Exception) -> Response:
        with speaking(language(request.headers.get("accept-language", ""))):
            if isinstance(error, HTTPException):
                line = say("serve.method") if error.status_code == 405 else say("serve.nothing", path=request.url.path)
                return _failed(request, Failure(error.status_code, line, dict(error.headers or {})))
            return _failed(request, Failure(500, say("serve.internal")))


def _response(answer: Answer) -> Response:
    headers = answer.headers | PAGE if answer.headers.get("content-type", "").startswith(HTML) else answer.headers
    if isinstance(answer.content, bytes):
        return Response(answer.content, answer.status, headers)
    file = answer.content.open("rb")
    answer.content.unlink()
    size = os.fstat(file.fileno()).st_size
    return StreamingResponse(_pieces(file), answer.status, headers | {"content-length": str(size)})


async def _pieces(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece


def _failed(request: Request, failure: Failure) -> Response:
    """A problem: as RFC 9457 says for the API, in a page for browsers, else in plain text."""
    status, line = failure.status, str(failure)
    offered = (_PROBLEM, _TEXT, HTML) if request.url.path.startswith("/api/") else (_TEXT, HTML, _PROBLEM)
    kind = best(request.headers.get("accept", ""), offered) or offered[0]
    headers = failure.headers | {"content-type": with_charset(kind), "cache-control": "no-store"}
    if kind == _PROBLEM:
        data = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": line}
        return Response(json.dumps(data, ensure_ascii=False), status, headers)
    return _response(Answer(status, headers, plain.problem(status, line) if kind == HTML else f"{line}\n".encode()))


def _given(request: Request) -> dict[str, str]:
    pairs = fields(request.scope["query_string"])
    given = dict(pairs)
    if len(given) < len(pairs):
        twice = next(name for name in given if sum(n == name for n, _ in pairs) > 1)
        raise Failure(400, say("serve.once", name=twice))
    return given


def _one(request: Request, name: str) -> bytes:
    given = _given(request)
    if unknown := [other for other in given if other != name]:
        raise Failure(400, say("serve.unknown", name=unknown[0]))
    if not given.get(name):
        raise Failure(400, say("serve.needs", name=name))
    return given[name].encode("utf-8")


def _address(request: Request) -> str:
    """The server's URL as the client knows it.  Raises ``Failure`` where that is none."""
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        raise Failure(400, say("serve.bad_host"))
    return f"{request.url.scheme}://{host}"
