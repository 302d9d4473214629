"""Gathers the projects of a document: each name once, with its places, category and status."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.extract.projects.clauses import Undertaking
from loaders.extract.projects.evidence import Context, is_named, own_places, takes_subject
from loaders.extract.projects.ground import Ground
from loaders.extract.projects.labels import Label
from loaders.extract.projects.lexicon import category_of, lexicon
from loaders.extract.projects.names import Name
from loaders.model import PlaceMentionFact, ProjectFact, Span
from loaders.registry import load_registry

_NOISE = re.compile(r"[\s“”\"（）()—―–\-]")
_PREFIX = 4


def key_of(name: str) -> str:
    """What two spellings of one name share."""
    return _NOISE.sub("", name)


@dataclass(slots=True)
class _Draft:
    name: str
    span: Span
    status: str
    places: dict[str, None] = field(default_factory=dict)


class Collector:
    """Names in the order of first mention."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._drafts: dict[str, _Draft] = {}
        self._labels: list[str] = []

    def add_label(self, label: Label) -> None:
        """A project that heads its paragraph."""
        name = Name((label.span,), "工程")
        self._put(name.text(self.ground), label.span, label.status, list(label.places))
        self._labels.append(key_of(name.text(self.ground)))

    def add_cell(self, name: Name, status: str) -> None:
        """A project named in a table."""
        self._put(name.text(self.ground), name.span, status, own_places(self.ground, name))

    def add(self, found: Undertaking) -> None:
        """The names of a clause that are proper names; a list shares places only where it names one thing."""
        lex = lexicon()
        named = [name for name in found.names if is_named(self.ground, name, found.context)]
        for name in named:
            text = name.text(self.ground)
            if found.context.nearby and any(key_of(text) in label for label in self._labels):
                continue
            places = own_places(self.ground, name)
            if lex.undivided.search(text):
                text = self._undivided(text, places)
            places = places or self._of_group(text) or list(found.context.subjects)
            if found.context.subjects and not own_places(self.ground, name) and takes_subject(text, found.context):
                subject = found.context.subjects[0]
                text = self._subject_text(found.context, subject) + text
            self._put(text, name.span, found.status, places or list(found.context.subjects[:0]))

    def _subject_text(self, context: Context, subject: PlaceMentionFact) -> str:
        return subject.text if len(context.subjects) == 1 else ""

    def _undivided(self, text: str, places: list[PlaceMentionFact]) -> str:
        """The name without the provinces it runs through."""
        for place in places:
            text = re.sub(f"^(?:[、和与及])?{re.escape(place.text)}", "", text)
        return text

    def _of_group(self, text: str) -> list[PlaceMentionFact]:
        match = lexicon().groups.match(text)
        group = self.ground.main_group.get(match[0]) if match else None
        return [group] if group else []

    def _put(self, name: str, span: Span, status: str, places: list[PlaceMentionFact]) -> None:
        draft = self._drafts.setdefault(key_of(name), _Draft(name, span, status))
        draft.status = draft.status or status
        for place in places:
            for iri in self._iris(place, name):
                draft.places[iri] = None

    def _iris(self, place: PlaceMentionFact, name: str) -> list[str]:
        """A zone that is the project itself lies in the division its name begins with; else the place as it is."""
        if place.kind != "Zone":
            return [place.iri]
        divisions = load_registry().divisions
        for length in range(min(_PREFIX, len(place.text)), 1, -1):
            if found := divisions.get(place.text[:length]):
                return [found[0].iri]
        return [] if key_of(place.text) == key_of(name) else [place.iri]

    def facts(self) -> tuple[ProjectFact, ...]:
        """The projects found."""
        return tuple(
            ProjectFact(draft.name, draft.span, category_of(draft.name), tuple(draft.places), draft.status)
            for draft in sorted(self._drafts.values(), key=lambda d: d.span)
        )
