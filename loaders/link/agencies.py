"""Resolves a printed unit to an agency of the registry, to a described group, or to an unregistered agency."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from loaders.link.groups import Group, is_group, scope_and_members
from loaders.link.kinds import kind_of, looks_like_unit
from loaders.link.names import names_of
from loaders.link.organs import bare, framed, headed, is_organ_tail, leading_place, of_place
from loaders.registry import Agency, Place, Registry
from loaders.registry.iris import CHINA, unregistered_iri

_SPACE = re.compile(r"\s+")
_ASIDE = re.compile(r"[（(][^（）()]+[）)]$")
"""The second nameplate of an organ: 市场监管总局（国家标准委）."""
_LEAGUE = re.compile(r"团([省市县区州])委")
_REDUNDANT = re.compile(r"^(?:由|以及|及|和|、)|(?:等|（盖章）|\(盖章\)|牵头|负责)$")
_SUBUNIT = re.compile(r"(?:办公厅|办公室|综合司|[一-鿿]{2,10}司)$")
_NO_HEAD = re.compile(r"[内外际级直会域场县区长民情属部]")
_MEMBER_OF_STATE = re.compile(r"国家|中国|国务院|中央|全国|总局|总署|最高")


class Resolved(NamedTuple):
    """``iri`` is empty for a group (the document mints it); ``kind`` the class's local name; ``label`` the name in full."""

    iri: str
    kind: str
    label: str
    registered: bool


@lru_cache(maxsize=4)
def _stored(registry: Registry) -> dict[str, Agency]:
    """Full and short name → stored agency; the first agency of a name wins."""
    found: dict[str, Agency] = {}
    for agency in registry.agencies.values():
        found.setdefault(agency.name, agency)
    for agency in registry.agencies.values():
        for name in agency.short_names:
            found.setdefault(name, agency)
    return found


class AgencyResolver:
    """Resolves unit names of one document.

    ``jurisdiction`` is the code whose organs unqualified names mean (``000000``: the centre's); ``defined`` gives what phrases
    the document defines stand for: 三省 → (湖北省, 湖南省, 江西省), as labels or IRIs.  Answers are remembered.
    """

    def __init__(
        self, registry: Registry, jurisdiction: str = CHINA, defined: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self.registry = registry
        self.jurisdiction = jurisdiction
        self.defined = dict(defined or {})
        self._known: dict[str, Resolved] = {}

    def resolve(self, text: str) -> Resolved:
        """What ``text`` means here; never fails: an unknown name is kept as printed, typed as far as it tells."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._resolve(_tidy(text))
        return known

    def _resolve(self, name: str) -> Resolved:
        agency = self._agency(name) or self._agency(_ASIDE.sub("", name))
        if agency:
            return Resolved(agency.iri, agency.kind, agency.name, True)
        if name in self.defined or is_group(name, self.defined):
            return Resolved("", "AgentDescription", name, False)
        if bound := self._bound(name):
            return bound
        if is_organ_tail(self.registry, name):
            return Resolved("", "AgentDescription", name, False)
        upper = _stored(self.registry).get(_SUBUNIT.sub("", name))
        found = leading_place(self.registry, name, self.jurisdiction)
        kind = upper.kind if upper else kind_of(name, found[0].level if found else "")
        return Resolved(unregistered_iri(name), kind, name, False)

    def _bound(self, name: str) -> Resolved | None:
        """An organ named from where it stands (市财政局, 省南水北调局) that no pattern of the jurisdiction fits."""
        head = headed(self.registry, name, self.jurisdiction)
        if head is None:
            return None
        place, rest = head
        known = is_organ_tail(self.registry, rest)
        if not known and (looks_like_unit(name) == 0 or _NO_HEAD.match(rest)):
            return None
        if place is None or known:
            return Resolved("", "AgentDescription", name, False)
        label = place.name + rest
        return Resolved(unregistered_iri(label), kind_of(label, place.level), label, False)

    def _agency(self, name: str) -> Agency | None:
        """The stored or local agency that ``name`` means, or ``None``."""
        if name in self.defined:
            return None
        stored = _stored(self.registry).get(name)
        local = self.jurisdiction != CHINA
        if stored and not (local and not _MEMBER_OF_STATE.search(name) and name != stored.name):
            return stored
        if local and (own := bare(self.registry, name, self.jurisdiction)):
            return own
        if stored:
            return stored
        head = headed(self.registry, name, self.jurisdiction)
        if head and head[0] and (own := of_place(self.registry, head[0], head[1])):
            return own
        if is_group(name, self.defined):
            return None
        found = leading_place(self.registry, name, self.jurisdiction)
        if found:
            return of_place(self.registry, found[0], found[1] or "政府")
        return framed(self.registry, name, self.jurisdiction)

    def group(self, text: str) -> Group:
        """Scope and members of an ``AgentDescription``."""
        name = _tidy(text)
        return scope_and_members(name, self.registry, self.jurisdiction, self._region(name), self.defined)

    def _region(self, name: str) -> Place | None:
        """The place a phrase begins with: 长江中游城市群相关城市人民政府 → the agglomeration."""
        names = names_of(self.registry).by_text
        for length in range(min(len(name), 20), 1, -1):
            known = names.get(name[:length])
            if known and known.places and known.strong:
                return known.places[0]
        return None

    def describe(self, iri: str) -> Agency | None:
        """All that is known of a resolved agency, for the document graph where it is not ``stored``."""
        return self.registry.agency(iri)

    def is_agent(self, text: str) -> float:
        """How much ``text`` looks like a unit, 0 (is none) … 1 (in the registry).

        1.0 a registered agency; 0.9 a group or a defined phrase; 0.8 a division by its full name (湖北省); up to 0.75
        an unknown name with a unit's ending; 0.2 a place by its short name; 0 anything else.
        """
        name = _tidy(text)
        if not 2 <= len(name) <= 40:
            return 0.0
        if (plain := _ASIDE.sub("", name)) != name and (score := self.is_agent(plain)) >= 0.5:
            return score
        division = self.registry.divisions.get(name)
        if division:
            return 0.8 if name[-1] in "省市县区州盟旗" else 0.2
        if self._agency(name):
            return 1.0
        if is_group(name, self.defined):
            return 0.9 if len(name) <= 30 and not re.search(r"[，。；：,;:]", name) else 0.0
        bound = self._bound(name)
        return 0.9 if bound and bound.kind == "AgentDescription" else looks_like_unit(name)


def _tidy(text: str) -> str:
    name = _SPACE.sub("", text)
    if league := _LEAGUE.fullmatch(name):
        name = f"{league[1]}团委"
    while len(name) > 2:
        shorter = _REDUNDANT.sub("", name)
        if shorter == name:
            break
        name = shorter
    return name
