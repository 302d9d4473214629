"""What is compared, kind by kind: the one place that says when a row of the store is right.

``key`` finds the row: a pair whose key agrees is *found*.  ``decisive`` must agree as well for the row to be *right*, which
is what the headline F1 counts.  ``others`` are compared on the rows found and reported as shares; a row that agrees in these
too is right *in full*.  ``docs/evaluation.md`` gives the same as a table.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from zhengtu.evaluate import alike, prepare
from zhengtu.evaluate.alike import Alike, if_said
from zhengtu.evaluate.prepare import Prepare


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is compared: it agrees when ``alike`` gives ``least`` or more; ``shown`` is its printed form."""

    name: str
    alike: Alike = alike.exact
    least: float = 0.9
    shown: str = ""

    @property
    def label(self) -> str:
        """The column a reader knows."""
        return self.shown or self.name


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fact: its gold file, the queries that answer for the store, and how rows are compared.

    ``renamed`` maps a column of the query or gold file to the name used here.  ``once``: rows with the same key are one.
    """

    name: str
    key: tuple[Column, ...]
    decisive: tuple[Column, ...] = ()
    others: tuple[Column, ...] = ()
    queries: tuple[str, ...] = ()
    file: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict)
    prepare: Prepare = prepare.as_is
    once: bool = False

    @property
    def gold_file(self) -> str:
        """The name of the gold file without ``.csv``, also the name of the kind in ``coverage.csv``."""
        return self.file or self.name

    @property
    def asked(self) -> tuple[str, ...]:
        """The queries to run."""
        return self.queries or (self.name,)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All that is compared."""
        return (*self.key, *self.decisive, *self.others)

    def on(self, columns: Collection[str]) -> Kind:
        """The kind on the columns a gold file has.

        Where a column of the key is not there, what decides joins the key and equal rows are one.
        """
        key, decisive, others = (
            tuple(column for column in part if column.name in columns) for part in (self.key, self.decisive, self.others)
        )
        if key != self.key:
            return replace(self, key=key + decisive, decisive=(), others=others, once=True)
        return replace(self, decisive=decisive, others=others)


_FACT = (Column("field"),)
_VALUE = (Column("value", alike.named),)

_ALL = (
    Kind(
        "responsibilities",
        key=(Column("task_number"), Column("unit")),
        decisive=(Column("role", alike.code), Column("basis", alike.code)),
        others=(Column("position", if_said(alike.numeric)), Column("lead_basis", alike.code)),
    ),
    Kind(
        "identity",
        key=_FACT,
        decisive=_VALUE,
        queries=("documents", "addressees"),
        prepare=prepare.facts("title", "number", "issuer", "issued", "addressee"),
    ),
    Kind(
        "publication",
        key=_FACT,
        decisive=_VALUE,
        queries=("documents",),
        file="identity",
        renamed={"reports": "reports_title"},
        prepare=prepare.facts("genre", "published", "publisher", "reports_title"),
    ),
    Kind(
        "outline",
        key=(Column("title", alike.similar, 0.8),),
        decisive=(Column("level", alike.numeric), Column("number", alike.printed_number), Column("title", alike.heading)),
        others=(Column("path"), Column("kind", alike.code)),
    ),
    Kind(
        "tasks",
        key=(Column("task_number"),),
        decisive=(Column("task_title", alike.heading),),
        others=(Column("section_number", alike.counted), Column("section_title", alike.heading)),
    ),
    Kind(
        "targets",
        key=(Column("quantity", shown="value"), Column("indicator", alike.similar, 0.6)),
        decisive=(
            Column("comparator"),
            Column("measure", shown="unit"),
            Column("year"),
            Column("scope", if_said(alike.scope), 0.6),
            Column("kind", alike.code),
        ),
        prepare=prepare.quantities,
    ),
    Kind(
        "projects",
        key=(Column("project", alike.similar_name, 0.85),),
        others=(Column("category", alike.among), Column("places", alike.places), Column("status", alike.within, 0.6)),
        prepare=prepare.categories,
        once=True,
    ),
    Kind(
        "places",
        key=(Column("place", alike.named),),
        others=(Column("type", alike.code), Column("mentions", if_said(alike.numeric))),
        once=True,
    ),
    Kind("groupings", key=(Column("group", alike.named), Column("member", alike.named)), once=True),
    Kind(
        "agreements",
        key=(Column("agreement", alike.similar_name, 0.9), Column("party", alike.named)),
        others=(Column("signed", alike.date), Column("event", alike.similar, 0.8)),
        once=True,
    ),
    Kind(
        "commitments",
        key=(Column("text", alike.similar, 0.8),),
        decisive=(Column("agreement", alike.similar_name, 0.9), Column("topic", alike.similar, 0.8)),
    ),
    Kind("events", key=(Column("title", alike.similar_name, 0.8),), others=(Column("date", alike.date),), once=True),
    Kind("mechanisms", key=(Column("title", alike.similar_name, 0.8),), once=True),
    Kind(
        "industry-roles",
        key=(Column("place", alike.named), Column("industry", alike.similar_name, 0.7)),
        others=(Column("role", alike.similar, 0.7),),
        once=True,
    ),
    Kind(
        "citations",
        key=(Column("title"),),
        decisive=(Column("number"),),
        renamed={"cited_title": "title", "cited_number": "number"},
        prepare=prepare.by_work,
    ),
    Kind(
        "repairs",
        key=(Column("was", alike.literal, shown="printed"), Column("is", alike.literal, shown="restored")),
        decisive=(Column("at", if_said(alike.literal), shown="begin"),),
        renamed={"as_printed": "printed"},
        prepare=prepare.repairs,
    ),
    Kind(
        "claims",
        key=(Column("claim", alike.similar, 0.8),),
        decisive=(Column("support", alike.one_of, shown="task_number"),),
        others=(Column("verdict", alike.code),),
        prepare=prepare.supports,
    ),
    Kind(
        "decomposition",
        key=(Column("upper_document"), Column("upper_task"), Column("lower_task")),
        others=(Column("relation", alike.code),),
        renamed={"lower_document": "document"},
    ),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
