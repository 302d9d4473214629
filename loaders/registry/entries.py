"""What the registry knows: places, agencies, and the patterns of local organs."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.registry.iris import local_name

_MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place.  ``kind`` is the class's local name, ``code`` empty for a feature or region, ``within`` an IRI or empty.

    ``short_names`` may stand alone in prose, ``guarded_names`` only in context (``skos:hiddenLabel``); ``letter`` is the
    one-character abbreviation of a province; ``point`` longitude and latitude in WGS-84 degrees.
    """

    iri: str
    kind: str
    name: str
    code: str = ""
    short_names: tuple[str, ...] = ()
    guarded_names: tuple[str, ...] = ()
    letter: str = ""
    within: str = ""
    point: tuple[float, float] | None = None
    replaced_by: str = ""

    @property
    def slug(self) -> str:
        """The last part of the IRI."""
        return local_name(self.iri)

    @property
    def short(self) -> str:
        """The shortest usual name: 湖北, 武汉, 湘西; the full name where there is none."""
        return (self.short_names or self.guarded_names or (self.name,))[0]

    @property
    def level(self) -> str:
        """``province``, ``prefecture`` or ``county`` by the code; empty for what is no division."""
        if not self.code or self.code == "000000":
            return ""
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.kind == "City" else "county"

    @property
    def tier(self) -> str:
        """The level as organ patterns count it: ``municipality`` for the four directly under the centre, else ``level``."""
        return "municipality" if self.code in _MUNICIPALITIES else self.level


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency.  ``kind`` is the class's local name, ``sort`` the agency kind in words, ``level`` central/province/….

    ``stored`` tells that the registry graph describes it; one that is not (a local government or organ, made from its
    pattern) must be described where it is used.  ``jurisdiction``, ``counterparts`` and ``successor_of`` are IRIs.
    """

    iri: str
    kind: str
    name: str
    short_names: tuple[str, ...] = ()
    sort: str = ""
    level: str = ""
    jurisdiction: str = ""
    counterparts: tuple[str, ...] = ()
    successor_of: tuple[str, ...] = ()
    stored: bool = False


@dataclass(frozen=True, slots=True)
class Organ:
    """The pattern of a local organ: ``{}`` in ``pattern`` stands for the place's full, ``{short}`` for its short name.

    ``names`` are what follows 省/市/县 (发改委, 委宣传部) or templates like ``pattern``; ``levels`` the tiers where such organs
    exist; ``central`` the IRIs of the organs it answers to; ``sort`` government, party, mass, field, judicial or legislature.
    In the places of ``codes`` it is what the organ with the slug ``replaces`` is elsewhere (湖北省供销合作总社 for 省供销社).
    """

    slug: str
    sort: str
    pattern: str
    names: tuple[str, ...]
    levels: frozenset[str]
    central: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    replaces: str = ""
