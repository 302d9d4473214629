"""What an engine says of an ill-formed query, in words: line, column, what stands there, what was expected."""

from __future__ import annotations

import re

from zhengtu.messages import say
from zhengtu.store.bind import tokens

_ERROR = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<expected>.*)", re.DOTALL)
_PREFIX = "Prefix not found"
_UNBOUND = re.compile(r"The SELECT contains [^,\[]*unbound")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)+"|\b[A-Za-z]{2,}\b')
_CLASS = re.compile(r"\[[^\]]*\]")
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*)\s*:", re.IGNORECASE)
_PROLOGUE = ("PREFIX", "BASE")
_UPDATES = ("INSERT", "DELETE", "DROP", "CLEAR", "LOAD", "CREATE", "COPY", "MOVE", "ADD", "WITH")
_MANY = 6  # expectations from which none is told


def syntax_problem(query: str, error: object) -> str:
    """One line for the user about Oxigraph's message ``error``; the message itself where it is of another kind."""
    found = _ERROR.search(str(error))
    if found is None:
        return " ".join(str(error).split())
    if _is_update(query):
        return say("syntax.update")
    line, column = int(found["line"]), int(found["column"])
    word = _word(query, line, column)
    near = say("syntax.word", word=word) if word else say("syntax.end")
    reason = _reason(query, found["expected"], ended=not word)
    where = {"line": line, "column": column, "near": near}
    return say("syntax.why", **where, reason=reason) if reason else say("syntax.at", **where)


def _is_update(query: str) -> bool:
    """Whether the first keyword after the prologue begins an update (SPARQL 1.1 Update §3)."""
    words = (text.upper() for kind, text, _ in tokens(query) if kind == "word" and ":" not in text)
    return next((word for word in words if word not in _PROLOGUE), "") in _UPDATES


def _word(query: str, line: int, column: int) -> str:
    """The word at the place; empty where the query ends."""
    rest = "\n".join(query.splitlines()[line - 1 :])[column - 1 :]
    word = re.match(r"\s*(\w[\w:.-]*|\S)", rest)
    return word[1] if word else ""


def _reason(query: str, expected: str, *, ended: bool) -> str:
    if _PREFIX in expected:
        declared = {name.lower() for name in _DECLARED.findall(query)}
        used = (text.partition(":")[0] for kind, text, _ in tokens(query) if kind == "word" and ":" in text)
        missing = next((name for name in used if name.lower() not in declared), "")
        return say("syntax.prefix", name=missing)
    if _UNBOUND.search(expected):
        return say("syntax.unbound")
    wanted = [token.strip('"') for token in _TOKEN.findall(_CLASS.sub("", expected))]
    return say("syntax.expected", tokens=" ".join(wanted)) if 0 < len(wanted) <= _MANY and not ended else ""
