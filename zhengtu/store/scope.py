"""Whether a query looks at its default graph at all, or only into ``GRAPH`` blocks."""

from __future__ import annotations

from zhengtu.store.bind import tokens

_CLOSES = {"{": "}", "(": ")", "[": "]"}
_SIGNS = {"OPTIONAL", "UNION", "MINUS", "."}  # stand in a group and match nothing themselves
_OPENERS = {"GRAPH", "VALUES", "FILTER", "BIND"}  # what follows, up to their bracket, belongs to them


def reads_default_graph(query: str) -> bool:
    """Whether a pattern of the query may stand outside all ``GRAPH`` blocks, to be matched in the default graph (§13.3).

    True where in doubt: ``False`` means that the answer does not depend on what the default graph is.
    """
    scan = _Scan()
    for _, text, _ in tokens(query):
        if not scan.take(text, text.upper()):
            return True
    return bool(scan.open)


class _Scan:
    """Reads tokens from the left; ``open`` holds for each open bracket what closes it and what may stand in it.

    ``group`` is a group graph pattern, ``select`` the head and tail of a (sub)query, ``rest`` expressions and data, where no
    token is a pattern but a group may open; all within a ``graph`` block stays within it.
    """

    def __init__(self) -> None:
        self.open: list[tuple[str, str]] = []
        self._base = "select"
        self._opener = ""

    def take(self, text: str, word: str) -> bool:
        """Take a token; False where it may begin a pattern outside all GRAPH blocks, or is not understood."""
        if text in _CLOSES:
            return self._begin(text)
        if text in _CLOSES.values():
            return bool(self.open) and self.open.pop()[0] == text
        if text == "\\" or word in ("DESCRIBE", "SERVICE"):  # an escaped bracket in a name; what each server does its own way
            return False
        if self._inside in ("graph", "rest"):
            return True
        if self._opener:
            self._opener = "" if word == "WHERE" else self._opener
            return True
        return self._in_group(word) if self._inside == "group" else self._in_select(word)

    @property
    def _inside(self) -> str:
        return self.open[-1][1] if self.open else self._base

    def _begin(self, bracket: str) -> bool:
        inside, opener = self._inside, self._opener
        if inside == "graph":
            kind = "graph"
        elif bracket == "{":
            kind = {"GRAPH": "graph", "VALUES": "rest", "CONSTRUCT": "rest"}.get(opener, "group")
        elif inside == "group" and opener not in ("VALUES", "FILTER", "BIND"):
            return False  # a list or a blank node of a pattern
        else:
            kind = "rest"
        if not (bracket == "(" and opener == "VALUES"):  # the names of several variables; the braces are still to come
            self._opener = ""
        self.open.append((_CLOSES[bracket], kind))
        return True

    def _in_group(self, word: str) -> bool:
        if word == "SELECT":
            self.open[-1] = (self.open[-1][0], "select")
        elif word in _OPENERS:
            self._opener = word
        else:
            return word in _SIGNS
        return True

    def _in_select(self, word: str) -> bool:
        if word in ("VALUES", "CONSTRUCT"):
            self._opener = word
        return True
