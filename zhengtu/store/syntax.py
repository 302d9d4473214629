"""What an engine says of an ill-formed query, in words: line, column, what stands there, what was expected.

Oxigraph reads as many characters as a keyword has before it looks whether they are the keyword, so the place where it gives
up lies behind the one that is wrong, by the length of the keywords it names; near the end of the query it names none.  The
query is therefore parsed once more with blanks behind it, and the place taken back to where the keyword would begin.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from pyoxigraph import Store

from zhengtu.messages import say
from zhengtu.store.bind import tokens

_ERROR = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<expected>.*)", re.DOTALL)
_BLANKS = "\n" + " " * 32  # more than the longest keyword
_PREFIX = "Prefix not found"
_IRI = "IRI parsing failed"
_UNBOUND = re.compile(r"The SELECT contains [^,\[]*unbound")
_KEYWORD = re.compile(r"\b[A-Z][A-Z0-9_]+\b")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)+"')
_CLASS = re.compile(r"\[[^\]]*\]")
_ANYTHING = "[_]"
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*)\s*:", re.IGNORECASE)
_PROLOGUE = ("PREFIX", "BASE")
_UPDATES = ("INSERT", "DELETE", "DROP", "CLEAR", "LOAD", "CREATE", "COPY", "MOVE", "ADD", "WITH")
_WORDS = (
    "SELECT CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION GRAPH SERVICE MINUS BIND VALUES DISTINCT REDUCED GROUP ORDER HAVING "
    "LIMIT OFFSET PREFIX BASE FROM NAMED EXISTS UNDEF DESC COUNT SAMPLE CONTAINS REGEX STRSTARTS STRENDS REPLACE SUBSTR CONCAT "
    "COALESCE BOUND DATATYPE LANGMATCHES"
)
_KEYWORDS = tuple(_WORDS.split())
_MANY = 6  # expectations from which none is told


def syntax_problem(query: str, error: object) -> str:
    """One line for the user about Oxigraph's message ``error``; the message itself where it is of another kind."""
    found = _ERROR.search(str(error))
    if found is None:
        return " ".join(str(error).split())
    if _is_update(query):
        return say("syntax.update")
    again = _ERROR.search(syntax_error(query)) or found
    at = _place(query + _BLANKS, again)
    line, column = query.count("\n", 0, at) + 1, at - (query.rfind("\n", 0, at) + 1) + 1
    word = _word(query[at:])
    near = say("syntax.word", word=word) if word else say("syntax.end")
    reason = _reason(query, again["expected"], word)
    where = {"line": line, "column": column, "near": near}
    return say("syntax.why", **where, reason=reason) if reason else say("syntax.at", **where)


def syntax_error(query: str) -> str:
    """What Oxigraph says of the query with blanks behind it; nothing where it finds no fault.

    A query that asks other servers (``SERVICE``) is not tried: were it well-formed, it would be run.
    """
    if "SERVICE" in query.upper():
        return ""
    try:
        Store().query(query + _BLANKS)
    except SyntaxError as error:
        return str(error)
    except (OSError, RuntimeError, ValueError):
        return ""
    return ""


def _place(text: str, found: re.Match[str]) -> int:
    """The offset of what is wrong, in the query at most."""
    expected, query = found["expected"], text.removesuffix(_BLANKS)
    if _PREFIX in expected:
        return _undeclared(query)[1]
    if _UNBOUND.search(expected):
        return next((at for _, word, at in tokens(query) if word.upper() == "SELECT"), 0)
    lines = text.split("\n")
    at = sum(len(line) + 1 for line in lines[: int(found["line"]) - 1]) + int(found["column"]) - 1
    if _IRI in expected:
        return max(0, query.rfind("<", 0, at))
    bare = expected.replace(_ANYTHING, "")
    keywords = [] if _CLASS.search(bare) or _QUOTED.search(bare) else _KEYWORD.findall(bare)
    at -= min(map(len, keywords), default=0)
    return max(0, min(at, len(query)))


def _undeclared(query: str) -> tuple[str, int]:
    """The first prefix that is used and not declared, and its offset."""
    declared = {name.lower() for name in _DECLARED.findall(query)}
    used = ((text.partition(":")[0], at) for kind, text, at in tokens(query) if kind == "word" and ":" in text)
    return next(((name, at) for name, at in used if name.lower() not in declared), ("", 0))


def _is_update(query: str) -> bool:
    """Whether the first keyword after the prologue begins an update (SPARQL 1.1 Update §3)."""
    words = (text.upper() for kind, text, _ in tokens(query) if kind == "word" and ":" not in text)
    return next((word for word in words if word not in _PROLOGUE), "") in _UPDATES


def _word(rest: str) -> str:
    """The word at the place; empty where the query ends."""
    word = re.match(r"\s*([?$]?\w[\w:.-]*|\S)", rest)
    return word[1] if word else ""


def _reason(query: str, expected: str, word: str) -> str:
    if _PREFIX in expected:
        return say("syntax.prefix", name=_undeclared(query)[0])
    if _IRI in expected:
        return say("syntax.iri")
    if _UNBOUND.search(expected):
        return say("syntax.unbound")
    near = [] if word.upper() in _KEYWORDS else get_close_matches(word.upper(), _KEYWORDS, 1, 0.75)
    if near:
        return say("syntax.keyword", word=near[0])
    wanted = [token.strip('"') for token in _QUOTED.findall(_CLASS.sub("", expected))]
    return say("syntax.expected", tokens=" ".join(wanted)) if word and 0 < len(wanted) <= _MANY else ""
