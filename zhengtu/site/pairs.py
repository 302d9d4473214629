"""Upper and lower tasks as the alignment pairs them, and what became of the rest."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from zhengtu.align.loading import texts
from zhengtu.align.model import TaskText
from zhengtu.diff.compare import missing_units
from zhengtu.diff.texts import Texts, Units
from zhengtu.site.address import page_of
from zhengtu.site.contrast import Contrast, contrast, only_figures, only_names
from zhengtu.site.knowledge import Knowledge

_NOBODY = Units({}, {})
STEM = "compare/"


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of ``decomposition``: documents (stems), numbers and titles of tasks, relation, score, words added and dropped."""

    upper_document: str
    upper_task: str
    upper_title: str
    lower_document: str
    lower_task: str
    lower_title: str
    relation: str
    score: float
    added: str
    dropped: str

    @property
    def path(self) -> str:
        """The page of the pair."""
        parts = (self.upper_document, self.upper_task, self.lower_document, self.lower_task)
        return page_of(STEM + "/".join(part.replace("/", "~") or "~" for part in parts))

    @property
    def documents(self) -> tuple[str, str]:
        """The stems of both documents."""
        return self.upper_document, self.lower_document


@dataclass(frozen=True, slots=True)
class Only:
    """What only one of two tasks has, in words."""

    units: tuple[str, ...]
    places: tuple[str, ...]
    figures: tuple[str, ...]


class Pairs:
    """The pairs of a site."""

    def __init__(self, site: Knowledge) -> None:
        self._site = site
        self._texts = Texts(site.store)
        self._units: dict[str, dict[str, Units]] = {}
        self._contrasts: dict[tuple[str, str], Contrast] = {}

    @cached_property
    def all(self) -> dict[str, Pair]:
        """Every pair by the path of its page, in the order of the documents."""
        pairs = map(_pair, self._site.answer("decomposition"))
        return {pair.path: pair for pair in pairs}

    @cached_property
    def by_documents(self) -> dict[tuple[str, str], list[Pair]]:
        """The pairs of each two documents."""
        found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in self.all.values():
            found[pair.documents].append(pair)
        return dict(found)

    @cached_property
    def tasks(self) -> dict[tuple[str, str], TaskText]:
        """The tasks by document and number."""
        return {(document, task.path): task for document, task in texts(self._site.store) if task.is_task}

    def siblings(self, pair: Pair) -> tuple[list[Pair], list[Pair]]:
        """The other pairs of the same upper task, and of the same lower one, between the two documents."""
        same = [other for other in self.by_documents[pair.documents] if other != pair]
        upper = [other for other in same if other.upper_task == pair.upper_task]
        return upper, [other for other in same if other.lower_task == pair.lower_task]

    def contrast(self, pair: Pair) -> Contrast:
        """The words of both tasks compared."""
        ends = self.ends(pair)
        key = (ends[0].iri, ends[1].iri)
        if key not in self._contrasts:
            self._contrasts[key] = contrast(ends[0].text, ends[1].text)
        return self._contrasts[key]

    def ends(self, pair: Pair) -> tuple[TaskText, TaskText]:
        """Both tasks."""
        return self.tasks[pair.upper_document, pair.upper_task], self.tasks[pair.lower_document, pair.lower_task]

    def only(self, pair: Pair) -> tuple[Only, Only]:
        """What only the lower task has, then what only the upper one has."""
        upper, lower = self.ends(pair)
        above, below = self._of(pair.upper_document, upper.iri), self._of(pair.lower_document, lower.iri)
        places = upper.places | lower.places
        return (
            _only(missing_units(below, above), places, lower.text, upper.text),
            _only(missing_units(above, below), places, upper.text, lower.text),
        )

    def _of(self, document: str, task: str) -> Units:
        if document not in self._units:
            self._units[document] = self._texts.document(document).units
        return self._units[document].get(task, _NOBODY)


def _pair(row: dict[str, str]) -> Pair:
    return Pair(
        upper_document=row["upper_document"],
        upper_task=row["upper_task"],
        upper_title=row["upper_title"],
        lower_document=row["lower_document"],
        lower_task=row["lower_task"],
        lower_title=row["lower_title"],
        relation=row["relation"],
        score=float(row["score"] or 0),
        added=row["added"],
        dropped=row["dropped"],
    )


def _only(units: tuple[str, ...], places: frozenset[str], here: str, there: str) -> Only:
    return Only(units, tuple(only_names(places, here, there)), tuple(only_figures(here, there)))
