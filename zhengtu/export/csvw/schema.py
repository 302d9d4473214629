"""Which tables and columns there are: learnt from the nodes in a first reading, the same for the same nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from zhengtu.export.context import Context
from zhengtu.export.csvw.node import RDF_TYPE, Field, Node

ID, TYPE = "id", "type"
_SEPARATORS = ("|", ";", "¦", "‖", "␞")  # the first that stands in no value of the column
_XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(slots=True)
class Column:
    """A column; ``separator`` is empty where no node has several values."""

    key: Field
    name: str = ""
    many: bool = False
    clashes: set[str] = field(default_factory=set)

    @property
    def separator(self) -> str:
        """What stands between several values.  Raises ``ValueError`` where every separator stands in a value."""
        if not self.many:
            return ""
        if self.key.kind == "iri":
            return " "
        left = [mark for mark in _SEPARATORS if mark not in self.clashes]
        if not left:
            raise ValueError(self.name)
        return left[0]

    def see(self, values: list[str]) -> None:
        """Take note of a node's values."""
        self.many |= len(values) > 1
        if self.key.kind != "iri":
            for value in values:
                self.clashes.update(mark for mark in _SEPARATORS if mark in value)


@dataclass(slots=True)
class Table:
    """A table; ``iri`` is the class of its nodes."""

    name: str
    iri: str
    columns: dict[Field, Column] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"


@dataclass(slots=True)
class Schema:
    """All tables by the IRI of their class."""

    context: Context
    shared: Mapping[str, str]
    """Class → the class whose table it shares."""
    tables: dict[str, Table] = field(default_factory=dict)

    def table_of(self, node: Node) -> str:
        """The class that names the node's table."""
        return self.shared.get(node.types[0], node.types[0])

    def learn(self, nodes: Iterable[Node]) -> None:
        """See all nodes, then name tables and columns."""
        for node in nodes:
            iri = self.table_of(node)
            table = self.tables.setdefault(iri, Table("", iri))
            for key, values in node.values.items():
                table.columns.setdefault(key, Column(key)).see(values)
        taken: set[str] = set()
        for iri in sorted(self.tables):
            self.tables[iri].name = _unused(self.context.word(iri), taken)
            self._name_columns(self.tables[iri])

    def _name_columns(self, table: Table) -> None:
        known = self.context.ranks
        order = sorted(table.columns, key=lambda f: (f.predicate != RDF_TYPE, known.get(f.predicate, len(known)), f))
        table.columns = {key: table.columns[key] for key in order}
        taken = {ID}
        for key, column in table.columns.items():
            word = TYPE if key.predicate == RDF_TYPE else self.context.term(key.predicate, ()).name
            column.name = _unused(f"{word}_{key.kind[1:]}" if key.kind.startswith("@") else word, taken)


def datatype(kind: str) -> object:
    """The CSVW datatype of a kind of value (Metadata Vocabulary §5.11)."""
    if kind == "iri":
        return "anyURI"
    if kind.startswith("@"):
        return "string"
    return kind.removeprefix(_XSD) if kind.startswith(_XSD) else {"base": "string", "@id": kind}


def _unused(word: str, taken: set[str]) -> str:
    """The word as a name that URI templates take (RFC 6570 §2.3) and nobody has."""
    name = plain = re.sub(r"[^A-Za-z0-9_]", "_", word).strip("_") or "x"
    number = 2
    while name.lower() in taken:  # files of one name but for the case are one file on some systems
        name, number = f"{plain}_{number}", number + 1
    taken.add(name.lower())
    return name
