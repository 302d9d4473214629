"""Keep those rows of a query's answer that have a value in a column: a filter at the end of its outermost group.

The value goes in as a serialised literal, never as text.  A cell that lists several things (joined by semicolons, as
``places`` of a project) has the value when one of them is it; ``a;b`` asks for a cell that has both, ``2021*`` for
one that begins so.
"""

from __future__ import annotations

from pyoxigraph import Literal

from zhengtu.query.errors import BadParameter
from zhengtu.store.bind import outer_group, tokens

_AGGREGATES = {"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"}
_Token = tuple[str, str, int]


def narrow(query: str, column: str, value: str) -> str:
    """The query with only the rows whose ``column`` is ``value``; for ``a/b`` either column may be.

    Raises ``BadParameter`` for a column that is counted.
    """
    found = list(tokens(query))
    begin, end = outer_group(found)
    head = [token for token in found if token[2] < begin]
    tests = " || ".join(f"({_test(_expression(query, head, name), value)})" for name in column.split("/"))
    return f"{query[:end]}  FILTER({tests})\n{query[end:]}"


def _test(expression: str, value: str) -> str:
    items = [Literal(f";{item[:-1]}" if item.endswith("*") else f";{item};") for item in map(str.strip, value.split(";"))]
    return " && ".join(f'CONTAINS(CONCAT(";", STR({expression}), ";"), {item})' for item in items)


def _expression(query: str, head: list[_Token], column: str) -> str:
    """What the SELECT clause gives out as ``column``: the variable itself, or the expression before ``AS``."""
    opened: list[int] = []
    for i, (_, text, _) in enumerate(head):
        if text == "(":
            opened.append(i)
        elif text == ")":
            start = opened.pop()
            if head[i - 1][1] == f"?{column}" and head[i - 2][1].upper() == "AS":
                if any(word.upper() in _AGGREGATES for _, word, _ in head[start:i]):
                    raise BadParameter.counted(column)
                return query[head[start][2] + 1 : head[i - 2][2]].strip()
        elif text == f"?{column}" and not opened:
            return text
    return f"?{column}"
