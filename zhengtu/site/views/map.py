"""The map: the places that documents mention, where the registry has a point for them, and the projects there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from zhengtu import graphs
from zhengtu.graphs import ZT
from zhengtu.query.header import Text
from zhengtu.site.chart import Dot, chart, point
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.page import Page

PATH = "map.html"
MOST = 800
"""Places drawn, those mentioned most; the list of places has all of them."""
DOCUMENTS = 100
"""Documents offered to choose from, those that mention most places."""
PROJECTS = 12
"""Projects named of a place; its own page has all of them."""
CITY = ZT + "City"
ENTRY = Entry(PATH, Text("地图", "Map"), 72)


@dataclass(slots=True)
class Place:
    """A place: mentions by document, projects (IRI, title) and their categories."""

    iri: str
    name: str
    type: str
    point: tuple[float, float]
    documents: dict[str, int] = field(default_factory=dict)
    projects: list[tuple[str, str]] = field(default_factory=list)
    categories: set[str] = field(default_factory=set)

    @property
    def mentions(self) -> int:
        """How often all documents together mention it."""
        return sum(self.documents.values())


def paths(site: Knowledge) -> Iterable[str]:
    """One page."""
    return (PATH,)


def render(site: Knowledge, page: Page) -> str:
    """The map, and the same as a table."""
    everywhere = sorted(site.kept(_places).values(), key=lambda place: (-place.mentions, place.iri))
    ordered = everywhere[:MOST]
    places = {place.iri: place for place in ordered}
    drawn = chart([Dot(p.iri, p.name, *p.point, p.mentions) for p in ordered], _cities(site, ordered)) if ordered else None
    naming = Counter(stem for place in ordered for stem in place.documents)
    documents = sorted(stem for stem, _ in sorted(naming.items(), key=lambda one: (-one[1], one[0]))[:DOCUMENTS])
    categories = {iri: _name(site, page, iri) for place in ordered for iri in place.categories}
    return page.html(
        "map",
        chart=drawn,
        outside=[places[spot.dot.key] for spot in reversed(drawn.spots) if not drawn.frame.holds(spot)] if drawn else [],
        places=places,
        ordered=ordered,
        at={place.iri: i for i, place in enumerate(ordered)},
        left=len(everywhere) - len(ordered),
        most=PROJECTS,
        documents={stem: f"d{i}" for i, stem in enumerate(documents)},
        categories={iri: (f"c{i}", categories[iri]) for i, iri in enumerate(sorted(categories))},
        types={ZT + name: _name(site, page, ZT + name) for name in sorted({place.type for place in ordered})},
        legend=_legend(page, {place.type for place in ordered}),
        zt=ZT,
        titles={row["document"]: row["title"] or row["document"] for row in site.answer("documents")},
    )


def _cities(site: Knowledge, places: Iterable[Place]) -> list[Dot]:
    """The cities of the registry that are not among the places: by them a reader knows where the others lie."""
    known = {place.iri for place in places}
    rows = (row for row in site.rows("map-points") if row["type"] == CITY and row["place"] not in known)
    return [Dot(row["place"], row["label"], *where, 0) for row in rows if (where := point(row["wkt"]))]


def _legend(page: Page, types: set[str]) -> list[tuple[str, list[str]]]:
    """Kinds of places that are told apart by colour, as the classes that style knows, and what each is called."""
    groups = [(kind,) for kind in ("Province", "City", "County", "WaterBody", "Mountain")]
    rest = sorted(types - {kind for group in groups for kind in group})
    return [(group[0], [page.term(kind) for kind in group]) for group in (*groups, rest) if types & set(group)]


def _name(site: Knowledge, page: Page, iri: str) -> str:
    term = site.terms.get(iri)
    return term.get(page.lang) if term else iri


def _places(site: Knowledge) -> dict[str, Place]:
    """The places with a point that documents mention, by IRI."""
    found: dict[str, Place] = {}
    points = {row["place"]: row for row in site.rows("map-points")}
    stems = {graphs.document(site.base, row["document"]): row["document"] for row in site.answer("documents")}
    for row in site.rows("map-places"):
        told = points.get(row["place"])
        where = point(told["wkt"]) if told else None
        if told and where and row["graph"] in stems:
            place = found.setdefault(row["place"], Place(row["place"], told["label"], told["type"].removeprefix(ZT), where))
            place.documents[stems[row["graph"]]] = int(row["mentions"])
    _projects(site, found)
    return found


def _projects(site: Knowledge, places: Mapping[str, Place]) -> None:
    """Put the projects of each place into it, by their words."""
    titles = {row["node"]: row["title"] for row in site.rows("projects")}
    categories: dict[str, list[str]] = defaultdict(list)
    for row in site.rows("projects-category"):
        categories[row["node"]].append(row["value"])
    for row in site.rows("projects-place"):
        if (place := places.get(row["value"])) and row["node"] in titles:
            place.projects.append((row["node"], titles[row["node"]]))
            place.categories.update(categories[row["node"]])
    for place in places.values():
        place.projects.sort(key=lambda one: (one[1], one[0]))
