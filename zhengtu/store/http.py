"""One SPARQL 1.1 Protocol request through SPARQLWrapper, under a deadline of our own.

SPARQLWrapper's timeout bounds each wait on the socket, not the whole answer, so the body is read in pieces against a clock.
"""

from __future__ import annotations

import ast
import re
import time
from dataclasses import dataclass
from http.client import IncompleteRead, RemoteDisconnected
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit

from zhengtu.messages import say
from zhengtu.store.errors import QueryError, QueryTimeout, StoreError
from zhengtu.store.syntax import syntax_error, syntax_problem

_PIECE = 1 << 16
_PAUSES = (0.2, 0.8)  # seconds before a query is asked again
_BUSY = (429, 502, 503, 504)  # the endpoint, or what stands before it, cannot answer now
_HUNG_UP = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError, RemoteDisconnected, IncompleteRead)
_LONGEST = 300  # characters of an endpoint's own words
_STATUS = {"Unauthorized": 401, "EndPointNotFound": 404, "URITooLong": 414, "EndPointInternalError": 500}
"""What SPARQLWrapper's exceptions stand for."""
_PLACE = re.compile(r"error at \d+:\d+")  # Oxigraph's own words
_RESPONSE = re.compile(r"Response:\s*(b['\"].*)", re.DOTALL)


class Reply(NamedTuple):
    """What an endpoint sent: its media type, without parameters, and the bytes."""

    kind: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask and where to write; ``deadline`` in seconds for one request; user and password where it wants them."""

    query_url: str
    update_url: str
    deadline: float = 60.0
    user: str = ""
    password: str = ""

    @staticmethod
    def parse(url: str, update_url: str = "", deadline: float = 60.0) -> Endpoint:
        """The endpoint behind a URL, ``http://user:password@host/…/query``.

        Without ``update_url``, updates go to ``…/update`` where the URL ends in ``/query``, else to the same URL.
        Raises ``StoreError`` for a URL that is not http or https, or that has no such port.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise StoreError(say("remote.no_url", url=url)) from None
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise StoreError(say("remote.no_url", url=url))
        name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname  # an IPv6 address keeps its brackets
        host = name + (f":{port}" if port else "")
        clean = urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
        if not update_url:
            update_url = clean[: -len("/query")] + "/update" if clean.endswith("/query") else clean
        return Endpoint(clean, update_url, deadline, parts.username or "", parts.password or "")


def send(endpoint: Endpoint, text: str, *, accept: str, graphs: tuple[str, ...] = (), update: bool = False) -> Reply:
    """The endpoint's answer to a query or an update, sent by POST.

    ``graphs`` become the default graph and the named graphs of a query.  A query, which changes nothing, is asked again
    where the endpoint is busy, hangs up or breaks off; an update never is.  Raises ``QueryError`` for a query it refuses,
    ``QueryTimeout`` past the deadline (for all tries together), ``StoreError`` for an endpoint out of reach.
    """
    end = time.monotonic() + endpoint.deadline
    for pause in () if update else _PAUSES:
        try:
            return _send(endpoint, text, accept, graphs, update, end)
        except _Transient:
            if time.monotonic() + pause >= end:
                break
            time.sleep(pause)
    return _send(endpoint, text, accept, graphs, update, end)


class _Transient(StoreError):
    """The endpoint could not answer just now."""


def _send(endpoint: Endpoint, text: str, accept: str, graphs: tuple[str, ...], update: bool, end: float) -> Reply:
    url = endpoint.update_url if update else endpoint.query_url
    try:
        answer = _request(endpoint, text, accept, graphs, update, end).query()
        kind = answer.response.headers.get_content_type() if answer.response.headers["Content-Type"] else ""
        return Reply(kind, _body(answer.response, end, url))
    except TimeoutError as error:
        raise QueryTimeout(say("remote.timeout", url=url, seconds=f"{endpoint.deadline:g}")) from error
    except HTTPError as error:
        failure = _Transient if error.code in _BUSY else StoreError
        raise failure(say("remote.failed", url=url, why=f"HTTP {error.code} {error.reason}")) from error
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise QueryTimeout(say("remote.timeout", url=url, seconds=f"{endpoint.deadline:g}")) from error
        failure = _Transient if isinstance(error.reason, _HUNG_UP) else StoreError
        why = getattr(error.reason, "strerror", None) or error.reason
        raise failure(say("remote.unreachable", url=url, why=why)) from error
    except _HUNG_UP as error:
        raise _Transient(say("remote.unreachable", url=url, why=error)) from error
    except (StoreError, KeyboardInterrupt):
        raise
    except Exception as error:  # SPARQLWrapper's exceptions share no base of their own
        raise _explained(error, url, text) from error


def _request(endpoint: Endpoint, text: str, accept: str, graphs: tuple[str, ...], update: bool, end: float) -> Any:
    from SPARQLWrapper import DIGEST, POST, SPARQLWrapper  # needed only for remote stores

    wrapper = SPARQLWrapper(endpoint.query_url, endpoint.update_url)
    wrapper.setMethod(POST)
    wrapper.setOnlyConneg(True)
    wrapper.setTimeout(max(1, round(end - time.monotonic())))
    wrapper.queryString = text  # not setQuery, which guesses the form; ``accept`` says what is wanted
    wrapper.queryType = "INSERT" if update else "SELECT"
    wrapper.addCustomHttpHeader("Accept", accept)
    for graph in graphs:
        wrapper.addParameter("default-graph-uri", graph)
        wrapper.addParameter("named-graph-uri", graph)
    if endpoint.user:
        wrapper.setCredentials(endpoint.user, endpoint.password)
        if endpoint.query_url.endswith("-auth"):
            wrapper.setHTTPAuth(DIGEST)
    return wrapper


def _body(response: Any, end: float, url: str) -> bytes:
    pieces = []
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        if time.monotonic() > end:
            response.close()
            raise QueryTimeout(say("remote.late", url=url))
    if response.length:  # of the Content-Length promised so much has not come
        raise _Transient(say("remote.cut", url=url))
    return b"".join(pieces)


def _explained(error: Exception, url: str, text: str) -> StoreError:
    name, detail = type(error).__name__, " ".join(_said(error).split())
    if name == "QueryBadFormed":
        own = _said(error) if _PLACE.search(detail) else syntax_error(text)
        why = syntax_problem(text, own) if own else detail.partition(" SPARQL query:")[0]  # Virtuoso prints the query again
        return QueryError(say("remote.refused", url=url, why=why[:_LONGEST]))
    if name in _STATUS:
        return StoreError(say("remote.failed", url=url, why=f"HTTP {_STATUS[name]} {detail}"[:_LONGEST]))
    return StoreError(say("remote.failed", url=url, why=f"{name}: {detail}"[:_LONGEST]))


def _said(error: Exception) -> str:
    """The endpoint's own words inside what SPARQLWrapper says around them."""
    text = str(error)
    found = _RESPONSE.search(text)
    if not found:
        return text
    try:
        return bytes(ast.literal_eval(found[1])).decode("utf-8", "replace")
    except (SyntaxError, ValueError):
        return found[1]
