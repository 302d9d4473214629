"""A reader process: takes requests from the server one by one, answers each from the newest generation.

It may be ended at any moment.  Memory and the size of files are bounded by the system, so that a query that wants too much
ends this process and nothing else.
"""

from __future__ import annotations

import os
import resource
import select
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from zhengtu.messages import say, speaking
from zhengtu.query import BadParameter, UnknownEntity, UnknownFormat, UnknownQuery
from zhengtu.serve import openapi, rest
from zhengtu.serve.answer import Answer, Failure, Sink, TooLarge
from zhengtu.serve.describe import describe
from zhengtu.serve.evaluate import Asked, evaluate
from zhengtu.serve.frames import Frame, Head, pack, read
from zhengtu.serve.graph import Current, Generation
from zhengtu.serve.linked import dereference
from zhengtu.store import QueryError, StoreError

_NOT_FOUND = (UnknownQuery, UnknownEntity)
_IDLE = 1.0  # seconds without a request after which a reader looks for a new generation
_BAD = (BadParameter, UnknownFormat, QueryError)


def _sparql(generation: Generation, head: Head, text: str, sink: Sink) -> Answer:
    asked = Asked(text, head["accept"], head["default"], head["named"], generation.base)
    return evaluate(generation.store.raw, asked, sink)


def _page(generation: Generation, head: Head, text: str, sink: Sink) -> Answer:
    if head["if_none_match"] == generation.tag:
        return Answer(304, {"etag": generation.tag})
    answer = dereference(generation, text, head["accept"], sink, head["given"])
    kept = {"etag": generation.tag, "cache-control": "no-cache"} if answer.status == 200 else {}
    return Answer(answer.status, answer.headers | kept, answer.content)


def _openapi(generation: Generation, head: Head, text: str, sink: Sink) -> Answer:  # noqa: ARG001
    return rest.written(openapi.description(text))


ANSWERS: dict[str, Callable[[Generation, Head, str, Sink], Answer]] = {
    "sparql": _sparql,
    "page": _page,
    "openapi": _openapi,
    "describe": lambda generation, head, text, _: describe(generation.store, text, head["accept"]),
    "queries": lambda _, head, *__: rest.queries(head["accept"]),
    "query": lambda generation, head, text, sink: rest.query(generation, text, head["given"], head["accept"], sink),
    "ask": lambda generation, _, text, sink: rest.asked(generation, text, sink),
    "explain": lambda generation, _, text, sink: rest.explained(generation, text, sink),
}


def answer(current: Current, head: Head, body: bytes, sink: Sink) -> Answer:
    """The answer to one request.  Raises ``Failure``."""
    try:
        return ANSWERS[head["kind"]](current.get(), head, body.decode("utf-8"), sink)
    except UnicodeDecodeError as error:
        raise Failure(400, say("serve.bad_text")) from error
    except TooLarge as error:
        raise Failure(500, say("serve.too_large")) from error
    except _NOT_FOUND as error:
        raise Failure(404, str(error)) from error
    except _BAD as error:
        raise Failure(400, str(error)) from error
    except StoreError as error:
        raise Failure(503, str(error)) from error


def reply(current: Current, head: Head, body: bytes, sink: Sink) -> tuple[Head, bytes]:
    """The answer as a frame: a content in a file goes by its path, a failure by its line."""
    try:
        with speaking(head["lang"]):
            told = answer(current, head, body, sink)
    except Failure as failure:
        sink.discard()
        return {"status": failure.status, "headers": failure.headers, "error": str(failure)}, b""
    except MemoryError:
        raise
    except Exception as error:
        sink.discard()
        with speaking(head["lang"]):
            line = say("serve.internal")
        print(f"zhengtu: {type(error).__name__}: {error}", file=sys.stderr, flush=True)  # noqa: T201 (the server's log)
        return {"status": 500, "headers": {}, "error": line}, b""
    out: dict[str, Any] = {"status": told.status, "headers": told.headers}
    if isinstance(told.content, Path):
        return out | {"file": str(told.content)}, b""
    return out, told.content


def _next(server: socket.socket, requests: BinaryIO, current: Current) -> Frame | None:
    """The next request; whoever waits for one makes the pages that are likely to be asked for, one at a time.

    Then it lets go of a generation that a build has replaced, so that its files can go.
    Nothing is left in the buffer meanwhile: the server sends a request when the one before is answered.
    """
    wait = _IDLE
    while not select.select([server], [], [], wait)[0]:
        wait = _IDLE
        with suppress(StoreError):
            wait = 0 if current.get().prepare() else _IDLE
    return read(requests)


class Bounds(NamedTuple):
    """Bytes of an answer, and of this process's memory."""

    answer: int
    memory: int


def main(server: socket.socket, place: Path, folder: Path, bounds: Bounds, sources: Sequence[Path] = ()) -> None:
    """Answer until the server hangs up; the first frame says which process this is, or why the store cannot be opened."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a server that is gone wants no answer
    resource.setrlimit(resource.RLIMIT_DATA, (bounds.memory, bounds.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with server.makefile("rb") as requests:
        try:
            current = Current(place, sources)
        except StoreError as error:
            server.sendall(pack({"process": os.getpid(), "error": str(error)}))
            return
        server.sendall(pack({"process": os.getpid()}))
        while frame := _next(server, requests, current):
            server.sendall(pack(*reply(current, *frame, Sink(folder, bounds.answer))))
