"""Gathers the projects of a document: each name once, with its places, category and status."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.extract.projects.called import Entries
from loaders.extract.projects.evidence import AGREED, Context, is_called, is_like, is_named, is_short, own_places, takes_subject
from loaders.extract.projects.governing import group_of
from loaders.extract.projects.ground import CITY_GROUPS, Ground
from loaders.extract.projects.labels import Item, Label
from loaders.extract.projects.lexicon import category_of, lexicon, no_place_reason
from loaders.extract.projects.names import Name
from loaders.extract.projects.places import located, places_of
from loaders.extract.projects.sharing import headed
from loaders.extract.projects.subjects import Undertaking
from loaders.model import PlaceMentionFact, ProjectFact, Span

_SITES = re.compile("(?:基地|园|区|城|带|中心|港|枢纽|走廊)$")
"""What stands on the ground of a city, rather than running through it or being held."""
_STRIVING = frozenset(("创建", "争创", "申报", "申报建设"))
"""A city strives to have a national centre: 创建国家科技创新中心."""
_SORT = re.compile(
    "^[^镇县市区江河湖]{2,4}(?:提升|赋能|升级|优化|强基|补短板|培育|保障|振兴|惠民|改造|建设|示范|推进|完善)+(?:工程|项目|行动)$"
)
"""枢纽提升工程: the head of a group of works."""
_TRADE = re.compile("(?:业|加工|种植|养殖|制造|生产|材料|装备|产品)(?:示范|产业|生产)?(?:基地|产业带)$")
_NOISE = re.compile(r"[\s“”\"（）()—―–\-]")


def key_of(name: str) -> str:
    """What two spellings of one name share."""
    return _NOISE.sub("", name)


@dataclass(slots=True)
class _Draft:
    name: str
    span: Span
    status: str
    kind: str = ""
    places: dict[str, None] = field(default_factory=dict)


class Collector:
    """Names in the order of first mention; ``jurisdiction`` tells which county a short name means."""

    def __init__(self, ground: Ground, jurisdiction: str) -> None:
        self.ground = ground
        self.jurisdiction = jurisdiction
        self._drafts: dict[str, _Draft] = {}
        self._labels: list[str] = []

    def add_label(self, label: Label) -> None:
        """A project that heads its paragraph; one without a place of its own lies where its paragraph says."""
        name = Name((label.span,), "工程")
        places = places_of(self.ground, name, self.jurisdiction) or located(label.places)
        places += located(label.partners)
        self._put(name.text(self.ground), label.span, label.status, places)
        self._labels.append(key_of(name.text(self.ground)))

    def add_item(self, item: Item, listed: bool = False) -> bool:
        """A name that heads a line of a list of projects; ``False`` where it is a kind of them (枢纽提升工程).

        ``listed``: the whole document is a list of projects, so that what it numbers is one.
        """
        span = item.span
        head = headed(self.ground, span)
        name = Name((span,), head.word if head else "", listed=listed)
        if head is None or lexicon().verb.match(self.ground.plain, *span):
            return False
        places = places_of(self.ground, name, self.jurisdiction) + located(item.site)
        if not (places or is_named(self.ground, name, Context(verb="建设", works=True))) or _SORT.search(
            name.text(self.ground)
        ):
            return False
        self._put(name.text(self.ground), span, item.status, places)
        return True

    def add_entries(self, entries: Entries, site: tuple[PlaceMentionFact, ...]) -> None:
        """The items of a counted list; without a place of their own they are where their section is."""
        for span in entries.items:
            head = headed(self.ground, span)
            name = Name((span,), head.word if head else "", listed=True)
            if entries.sure or is_named(self.ground, name, Context(verb="建设", works=True)):
                places = places_of(self.ground, name, self.jurisdiction) or located(site)
                self._put(name.text(self.ground), span, entries.status, places)

    def add_cell(self, name: Name, status: str) -> None:
        """A project named in a table."""
        self._put(name.text(self.ground), name.span, status, places_of(self.ground, name, self.jurisdiction))

    def add(self, found: Undertaking) -> None:
        """The names of a clause that are proper names, with the places of the name, else of its undertaker."""
        context = found.context
        named = [is_named(self.ground, name, context) for name in found.names]
        alike = len(named) > 2 and 2 * sum(named) >= len(named)
        company = (
            alike
            or (len(named) > 3 and any(named))
            or (len(named) > 2 and 2 * sum(map(self._is_sited, found.names, named)) >= len(named))
        )
        company = company or context.verb in AGREED
        for name, sure in zip(found.names, named, strict=True):
            among = (alike and is_like(self.ground, name)) or (name.called and company and is_called(self.ground, name))
            if not (sure or among or is_short(self.ground, name, found.names)):
                continue
            if self._is_industry(name, found) or self._is_region(name):
                continue
            text = self._written(name)
            if context.nearby and any(key_of(text) in label for label in self._labels):
                continue
            places = places_of(self.ground, name, self.jurisdiction) or self._of_group(text)
            if not places and context.subjects:
                text = self._with_subject(text, found)
                places = located(context.subjects)
            elif not places:
                places = self._told(text, context)
            elif _SITES.search(text):
                places += located(context.site)
            self._put(text, name.span, found.status, places, name.kind)

    def _is_sited(self, name: Name, sure: bool) -> bool:
        """Whether an item that the text calls a project is a proper name or at least tells where it is."""
        return sure or (name.called and bool(own_places(self.ground, name)))

    def _is_industry(self, name: Name, found: Undertaking) -> bool:
        """Whether it only says what a place is to be good at (支持A县打造葡萄种植基地): an industry role, no undertaking."""
        asked = found.status in lexicon().causative and found.context.verb == "打造" and bool(found.context.subjects)
        return (
            asked and not places_of(self.ground, name, self.jurisdiction) and _TRADE.search(name.text(self.ground)) is not None
        )

    def _is_region(self, name: Name) -> bool:
        """Whether the name is an economic region's, which no one builds (推进黄河三角洲高效生态经济区建设)."""
        return any(place.kind == "Region" and place.span == name.span for place in own_places(self.ground, name)) and name.text(
            self.ground
        ).endswith("经济区")

    def _told(self, text: str, context: Context) -> list[str]:
        """Where a project lies whose name shows no place: by its paragraph's head, by its sentence's."""
        national = lexicon().national.match(text) is not None
        if context.nearby and not national:
            return located(context.nearby)
        if "“" in text:
            return located(group_of(self.ground, context.sentence))
        sited = _SITES.search(text) is not None and (not national or context.verb in _STRIVING)
        return located(context.governing) if sited else []

    def _written(self, name: Name) -> str:
        """The name; a bracketed rest of a place's name is left out (通(城)平(江) → 通平)."""
        text = name.text(self.ground)
        for place in own_places(self.ground, name):
            if "(" in place.text or "（" in place.text:
                text = text.replace(place.text, place.text[0])
        return text

    def _with_subject(self, text: str, found: Undertaking) -> str:
        subjects = found.context.subjects
        one = len(subjects) == 1 and subjects[0].kind not in CITY_GROUPS
        if len(found.names) > 1 and subjects[0].kind == "Province" and text.endswith(("通道", "大桥", "隧道")):
            return text
        return subjects[0].text + text if one and takes_subject(text, found.context) else text

    def _of_group(self, text: str) -> list[str]:
        match = lexicon().groups.match(text)
        group = self.ground.main_group.get(match[0]) if match else None
        return [group.iri] if group else []

    def _put(self, name: str, span: Span, status: str, places: Iterable[str], kind: str = "") -> None:
        draft = self._drafts.setdefault(key_of(name), _Draft(name, span, status))
        draft.status = draft.status or status
        draft.kind = draft.kind or kind
        draft.places.update(dict.fromkeys(places))

    def facts(self) -> tuple[ProjectFact, ...]:
        """The projects found."""
        return tuple(map(_fact, sorted(self._drafts.values(), key=lambda d: d.span.begin)))


def _fact(draft: _Draft) -> ProjectFact:
    category, places = category_of(draft.name, draft.kind), tuple(draft.places)
    return ProjectFact(draft.name, draft.span, category, places, draft.status, "" if places else no_place_reason(draft.name))
