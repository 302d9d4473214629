"""Give values to the variables of a SPARQL query, the same way for every engine.

pyoxigraph's own substitutions ask for the variable to be projected, and remote endpoints know none, so the value goes into
the query as a ``VALUES`` block of a properly serialised term: into each ``VALUES ?name { UNDEF }`` where the query has such
places, else at the start of its outermost group (SPARQL 1.1 §10.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from zhengtu.messages import say
from zhengtu.store.errors import QueryError
from zhengtu.store.protocol import Bindings

_TOKEN = re.compile(
    r"(?P<skip>\#[^\n]*|\s+)"
    r"|(?P<iri><[^<>\"{}|^`\\\s]*>)"
    r"|(?P<text>\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<var>[?$]\w+)"
    r"|(?P<word>[A-Za-z_][\w.:-]*)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_NAME = re.compile(r"\w+\Z")


def bind(query: str, bindings: Bindings | None) -> str:
    """The query with a value, or any one of several, for each name in ``bindings``.

    Raises ``QueryError`` for a name that is no variable of the query, and where the query has no group to bind it in.
    """
    for name, value in (bindings or {}).items():
        text = str(value) if isinstance(value, NamedNode | Literal) else " ".join(map(str, value))
        query = _bind_one(query, name.lstrip("?$"), text)
    return query


def _bind_one(query: str, name: str, value: str) -> str:
    found = list(tokens(query))
    if not _NAME.match(name) or not any(text in (f"?{name}", f"${name}") for _, text, _ in found):
        raise QueryError(say("query.no_variable", name=name))
    places = list(_undefs(found, name))
    if not places:
        at, _ = outer_group(found)
        return f"{query[:at]} VALUES ?{name} {{ {value} }} {query[at:]}"
    for at in reversed(places):
        query = f"{query[:at]}{value}{query[at + len('UNDEF') :]}"
    return query


def tokens(query: str) -> Iterator[tuple[str, str, int]]:
    """Kind, text and offset of each token; white space and comments left out."""
    for match in _TOKEN.finditer(query):
        if match.lastgroup != "skip":
            yield match.lastgroup or "", match.group(), match.start()


def _undefs(tokens: list[tuple[str, str, int]], name: str) -> Iterator[int]:
    """Offsets of the UNDEF in each ``VALUES ?name { UNDEF }`` or ``VALUES (?name) { (UNDEF) }``."""
    for i, (_, text, _) in enumerate(tokens):
        if text.upper() != "VALUES":
            continue
        window = [t for t in tokens[i + 1 : i + 9] if t[1] not in "()"][:4]
        if len(window) == 4 and window[0][1][1:] == name and [t[1].upper() for t in window[1:]] == ["{", "UNDEF", "}"]:
            yield window[2][2]


def outer_group(tokens: list[tuple[str, str, int]]) -> tuple[int, int]:
    """Offsets just after the brace that opens the query's outermost WHERE group, and of the brace that closes it.

    Raises ``QueryError`` where there is none.
    """
    depth, word, template, begin = 0, "", False, -1
    for kind, text, at in tokens:
        if text in "{(":
            if depth == 0 and text == "{" and not (template and word != "WHERE"):
                begin = at + 1
            depth += 1
        elif text in "})":
            depth -= 1
            if depth == 0 and begin >= 0:
                return begin, at
            template = template and depth > 0
        elif depth == 0 and kind == "word":
            word = text.upper()
            template = template or word == "CONSTRUCT"
    if begin >= 0:  # never closed: for the engine to refuse
        return begin, max(at for _, _, at in tokens) + 1
    raise QueryError(say("query.no_group"))


def query_form(query: str) -> str:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``; ``SELECT`` where none is found, for the engine to refuse."""
    words = (text.upper() for kind, text, _ in tokens(query) if kind == "word")
    return next((word for word in words if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), "SELECT")


def has_dataset(query: str) -> bool:
    """Whether the query names its dataset (``FROM``, §13.2): then the union of all graphs is not its default graph."""
    if "from" not in query.lower():
        return False
    depth, last = 0, ""
    for kind, text, _ in tokens(query):
        if text in ("{", "("):
            depth += 1
        elif text in ("}", ")"):
            depth -= 1
        elif kind == "word" and depth == 0 and text.upper() == "FROM" and last != ":":
            return True
        last = text
    return False
