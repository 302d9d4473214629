"""Linked data: every IRI below the base has an address here that leads to a page or to RDF (Cool URIs, 303 redirects).

``/doc/plan`` answers 303 to ``/doc/plan.html``, ``.ttl``, ``.jsonld``, ``.nt`` or ``.rdf`` by ``Accept``; a page's file name
is the site's affair.  ``/ns`` is the vocabulary, ``/graph/…`` the content of a named graph, ``/dataset`` the description of the
whole with its counts, to which ``/.well-known/void`` leads (VoID §7.2).
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, cast
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode, Triple, serialize

from zhengtu import graphs, sparql
from zhengtu.export.description import MORE
from zhengtu.export.prefixes import prefixes
from zhengtu.messages import language, say
from zhengtu.serve.answer import Answer, Failure, Sink
from zhengtu.serve.formats import HTML, SUFFIXES, TRIPLES, with_charset
from zhengtu.serve.graph import Generation
from zhengtu.serve.negotiate import best
from zhengtu.serve.plain import dataset, page, vocabulary
from zhengtu.serve.site import in_language
from zhengtu.store import QueryStore

_OUTSIDE = re.compile(r"(?:^|/)\.{0,2}(?:/|$)|[\\\x00-\x1f\x7f]")
_PCHAR = ":@!$&'()*+,;="  # RFC 3986 §3.3: what may stand in a segment as it is
_OFFERED = {media: suffix for suffix, media in SUFFIXES.items()} | {"text/plain": "nt"}  # N-Triples before 2014; rdflib asks so
_VARY = "accept, accept-language"


def dereference(generation: Generation, path: str, accept: str, sink: Sink, asked: Mapping[str, str] | None = None) -> Answer:
    """What stands at a path, percent-encoded and without the first slash; ``asked`` is what follows the ``?``.

    Raises ``Failure`` (404, 406), ``TooLarge``.
    """
    if not path:  # a redirect, since a page's links are relative to where it stands
        return Answer(303, {"location": f"/{in_language(language(), 'index.html')}", "vary": _VARY})
    if path == ".well-known/void":
        return Answer(303, {"location": "/dataset", "vary": _VARY})
    if _OUTSIDE.search(unquote(path)):
        raise Failure(404, say("serve.nothing", path="/"))
    if iri := _known(generation, path):
        return _redirect(generation, iri, path, accept)
    content = generation.pages.render(unquote(path), asked)
    if content is not None:
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return Answer(200, {"content-type": with_charset(kind)} | _beside(generation, path), _poured(content, sink))
    stem, _, suffix = path.rpartition(".")
    iri = _known(generation, stem) if suffix == "html" or suffix in SUFFIXES else None
    if iri is None:
        raise Failure(404, say("serve.nothing", path=f"/{unquote(path)}"))
    return _html(generation, iri, sink) if suffix == "html" else _data(generation, iri, SUFFIXES[suffix], sink)


def _beside(generation: Generation, path: str) -> dict[str, str]:
    """A page of the site names the data about the same thing in a header: its links are those of static files."""
    stem, _, suffix = path.removeprefix("en/").rpartition(".")
    if suffix != "html" or _known(generation, stem) is None:
        return {}
    return {"link": f'</{stem}.ttl>; rel="alternate"; type="text/turtle"'}


def _known(generation: Generation, path: str) -> NamedNode | None:
    """The thing whose IRI ends in the path; a client may have encoded it in another way than we do."""
    for candidate in dict.fromkeys((path, _encoded(path, ""), _encoded(path, _PCHAR))):
        try:
            iri = NamedNode(generation.base + candidate)
        except ValueError:
            continue
        if candidate == "ns" or _store(generation, iri).ask(sparql.text(__file__, "known.rq"), {"node": iri}):
            return iri
    return None


def _store(generation: Generation, iri: NamedNode) -> QueryStore:
    """Where to look for a thing: the counts of the dataset are not in the store."""
    is_description = f"{iri.value}/".startswith(f"{generation.base}dataset/")
    return generation.description if is_description else generation.store


def _encoded(path: str, safe: str) -> str:
    """The path with each segment encoded anew, all but letters, digits, ``-._~`` and what is ``safe``."""
    return "/".join(quote(unquote(segment), safe=safe) for segment in path.split("/"))


def _redirect(generation: Generation, iri: NamedNode, path: str, accept: str) -> Answer:
    kind = best(accept, (*_OFFERED, HTML))
    if kind is None:
        raise Failure(406, say("serve.not_acceptable", known=" ".join((*_OFFERED, HTML))), {"vary": _VARY})
    if kind == HTML:
        own = generation.pages.path_of(iri.value)
        where = quote(in_language(language(), own), safe="/#~-_.%") if own else f"{path}.html"
    else:
        where = f"{path}.{_OFFERED[kind]}"
    return Answer(303, {"location": f"/{where}", "vary": _VARY})


def _html(generation: Generation, iri: NamedNode, sink: Sink) -> Answer:
    store, base = _store(generation, iri), generation.base
    made = {f"{base}ns": vocabulary, f"{base}dataset": dataset}.get(iri.value)
    content = made(store, iri.value, base) if made else page(store, iri.value, base)
    return Answer(200, {"content-type": with_charset(HTML)}, _poured(content, sink))


def _data(generation: Generation, iri: NamedNode, kind: str, sink: Sink) -> Answer:
    store = _store(generation, iri)
    triples = sorted(set(_about(store, iri, generation.base)), key=str)
    short = prefixes(generation.base) | (MORE if store is not generation.store else {})
    serialize(triples, cast("IO[bytes]", sink), format=TRIPLES[kind], prefixes=short)
    headers = {"content-type": with_charset(kind), "link": f'<{iri.value}>; rel="describes"'}
    return Answer(200, headers, sink.content())


def _about(store: QueryStore, iri: NamedNode, base: str) -> Iterable[Triple]:
    named = graphs.named(base, "ontology") if iri.value == f"{base}ns" else iri.value
    if triples := list(store.graph(named)):
        return triples
    node = {"node": iri}
    about = store.construct(sparql.text(__file__, "about.rq"), node)
    return [*about, *store.construct(sparql.text(__file__, "pointing.rq"), node)]


def _poured(content: bytes, sink: Sink) -> bytes | Path:
    sink.write(content)
    return sink.content()
