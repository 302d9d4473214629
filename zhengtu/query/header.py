"""The head of a query file: ``#+ key: value`` lines as grlc reads them, flat so that no YAML parser is needed.

``summary``, ``summary_en``, ``description``, ``description_en``, ``columns`` (names joined by commas), ``example``,
``questions`` and ``questions_en`` (what a user would ask, joined by `` | ``, a parameter's words as ``<name=words>``), and
a line ``param.NAME: TYPE | DEFAULT or required | Chinese | English`` for each parameter; ``ask`` and ``ask_en``, more ways to
word it, with ``{NAME}`` where a parameter or a value of the column NAME stands.  The keys: docs/queries.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

ENTITY_TYPES = ("agency", "place", "entity")
TYPES = (*ENTITY_TYPES, "document", "text", "integer")
_MARK = "#+"
_WORDINGS = ("ask", "ask_en", "questions", "questions_en")
_SLOT = re.compile(r"<(\w+)=([^<>]*)>")


class Text(NamedTuple):
    """The same thing said in Chinese and in English."""

    zh: str
    en: str

    def get(self, lang: str) -> str:
        """The text in ``zh`` or ``en``; the other where one is empty."""
        return (self.en or self.zh) if lang == "en" else (self.zh or self.en)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: ``kind`` is one of ``TYPES``; ``default`` is ``None`` where a value must be given."""

    name: str
    kind: str
    default: str | None
    description: Text

    @property
    def variable(self) -> str:
        """The variable it is bound to, without ``?``: grlc's ``_name``, ``_name_iri`` where it is an IRI."""
        return f"_{self.name}_iri" if self.kind in ENTITY_TYPES else f"_{self.name}"


@dataclass(frozen=True, slots=True)
class Question:
    """A way of asking: ``pattern`` as the header has it, e.g. ``<agency=武汉市>负责什么？``."""

    pattern: str

    @property
    def text(self) -> str:
        """What the user would type (武汉市负责什么？)."""
        return _SLOT.sub(r"\2", self.pattern)

    @property
    def values(self) -> dict[str, str]:
        """The words that stand for each parameter: ``{"agency": "武汉市"}``."""
        return dict(_SLOT.findall(self.pattern))


@dataclass(frozen=True, slots=True)
class Query:
    """One question of the library: what it answers, its SPARQL ``text``, and ``wordings`` in which people ask it."""

    name: str
    summary: Text
    description: Text
    columns: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    example: str
    text: str
    wordings: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    questions_en: tuple[Question, ...] = ()


def fields(text: str) -> dict[str, str]:
    """The ``key: value`` pairs of the head of a query or audit file.  Raises ``ValueError`` for a malformed line."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith(_MARK):
            break
        key, colon, value = line.removeprefix(_MARK).partition(":")
        if not colon or not key.strip() or key.strip() in found:
            raise ValueError(f"malformed header line: {line}")
        found[key.strip()] = value.strip()
    return found


def parse(name: str, text: str) -> Query:
    """The query in a file named ``name``.  Raises ``ValueError`` for a head that is malformed or lacks something."""
    head = fields(text)
    try:
        return Query(
            name=name,
            summary=Text(head["summary"], head["summary_en"]),
            description=Text(head["description"], head["description_en"]),
            columns=tuple(column.strip() for column in head["columns"].split(",")),
            parameters=tuple(_parameter(k[6:], v) for k, v in head.items() if k.startswith("param.")),
            example=head["example"],
            text=text,
            wordings=tuple(w.strip() for key in _WORDINGS if key in head for w in head[key].split("|")),
            questions=_questions(head.get("questions", "")),
            questions_en=_questions(head.get("questions_en", "")),
        )
    except KeyError as missing:
        raise ValueError(f"{name}: no {missing} in the header") from None


def _questions(line: str) -> tuple[Question, ...]:
    return tuple(Question(part.strip()) for part in line.split(" | ") if part.strip())


def _parameter(name: str, line: str) -> Parameter:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 4 or parts[0] not in TYPES:
        raise ValueError(f"malformed parameter {name}: {line}")
    kind, default, zh, en = parts
    return Parameter(name, kind, None if default == "required" else default, Text(zh, en))
