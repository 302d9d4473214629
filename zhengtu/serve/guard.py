"""Refuse federated queries: the engine would send a request to wherever a query's ``SERVICE`` points.

The engine has no switch for it, and its parser takes the keyword without a space before it (``2SERVICE<…>{}``), so no
tokenizer decides here.  Refused is whatever can be the keyword wherever it stands: the letters, not those of a variable, then
(``SILENT`` and) what §13 of SPARQL 1.1 Federated Query asks for, an IRI, a variable or a prefixed name.  So a string or a
comment that says ``service <http://…`` is refused as well; any other mention of a service passes.
"""

from __future__ import annotations

import re

_SPACE = r"(?:\s|\#[^\r\n]*[\r\n])*"
_LETTER = r"""[^\s<>"'(){}|\\^`?$;,#:]"""
_NAME = rf"(?:{_LETTER}{{0,200}}:|{_LETTER}{{201}})"  # bounded, so that time stays linear; a longer one counts as a prefix
_SERVICE = re.compile(
    rf"[?$]\w+|(?P<service>SERVICE){_SPACE}(?:SILENT{_SPACE})?(?:<|[?$]\w|{_NAME})",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def is_federated(query: str) -> bool:
    """Whether the query may call another endpoint."""
    text = _ESCAPE.sub(_character, query)  # §19.2: escapes of code points count before the grammar does
    if "service" not in text.lower():
        return False
    return any(found["service"] for found in _SERVICE.finditer(text))


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number <= 0x10FFFF else escape[0]
