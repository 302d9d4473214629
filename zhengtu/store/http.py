"""One SPARQL 1.1 Protocol request through SPARQLWrapper, under a deadline of our own.

SPARQLWrapper's timeout bounds each wait on the socket, not the whole answer, so the body is read in pieces against a clock.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit

from zhengtu.messages import say
from zhengtu.store.errors import QueryError, QueryTimeout, StoreError

_PIECE = 1 << 16


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
        Raises ``StoreError`` for a URL that is not http or https.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise StoreError(say("remote.no_url", url=url))
        host = parts.hostname + (f":{parts.port}" if parts.port else "")
        clean = urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
        if not update_url:
            update_url = clean[: -len("/query")] + "/update" if clean.endswith("/query") else clean
        return Endpoint(clean, update_url, deadline, parts.username or "", parts.password or "")


def send(endpoint: Endpoint, text: str, *, accept: str, graphs: tuple[str, ...] = (), update: bool = False) -> bytes:
    """The body of the endpoint's answer to a query or an update, sent by POST.

    ``graphs`` become the default graph and the named graphs of a query.  Raises ``QueryError`` for a query the endpoint
    refuses, ``QueryTimeout`` past the deadline, ``StoreError`` for an endpoint out of reach.
    """
    end = time.monotonic() + endpoint.deadline
    url = endpoint.update_url if update else endpoint.query_url
    try:
        answer = _request(endpoint, text, accept, graphs, update).query()
        return _body(answer.response, end, url)
    except TimeoutError as error:
        raise QueryTimeout(say("remote.timeout", url=url, seconds=f"{endpoint.deadline:g}")) from error
    except HTTPError as error:
        raise StoreError(say("remote.failed", url=url, why=f"HTTP {error.code} {error.reason}")) from error
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise QueryTimeout(say("remote.timeout", url=url, seconds=f"{endpoint.deadline:g}")) from error
        raise StoreError(say("remote.unreachable", url=url, why=error.reason)) from error
    except (StoreError, KeyboardInterrupt):
        raise
    except Exception as error:  # SPARQLWrapper's exceptions share no base of their own
        raise _explained(error, url) from error


def _request(endpoint: Endpoint, text: str, accept: str, graphs: tuple[str, ...], update: bool) -> Any:
    from SPARQLWrapper import DIGEST, POST, SPARQLWrapper  # needed only for remote stores

    wrapper = SPARQLWrapper(endpoint.query_url, endpoint.update_url)
    wrapper.setMethod(POST)
    wrapper.setOnlyConneg(True)
    wrapper.setTimeout(max(1, int(endpoint.deadline)))
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
    return b"".join(pieces)


def _explained(error: Exception, url: str) -> StoreError:
    detail = " ".join(str(error).split())
    if type(error).__name__ == "QueryBadFormed":
        return QueryError(say("remote.refused", url=url, why=detail[:300]))
    return StoreError(say("remote.failed", url=url, why=f"{type(error).__name__}: {detail[:300]}"))
