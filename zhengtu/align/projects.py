"""One undertaking under several names: the projects of different documents that are the same line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from zhengtu.align.model import ProjectName, Undertaking
from zhengtu.align.routes import Route, characters, expansion, route_of


def same_projects(projects: Sequence[ProjectName]) -> list[Undertaking]:
    """The undertakings that at least two documents name, by their key.

    Lines with the same stops, or the same abbreviation, are one; an abbreviation is that of the only line written out whose
    stops it abbreviates in order.  Where two would fit, nothing is said.  The cost is linear in the number of projects.
    """
    routes = {project: route for project in projects if (route := route_of(project.name)) is not None}
    written = {route.key: route for route in routes.values() if route.stops}
    index = _index(written)
    groups: dict[str, list[tuple[ProjectName, float, str]]] = defaultdict(list)
    for project, route in routes.items():
        key, score, reason = (route.key, 1.0, "") if route.stops else _resolved(route, index)
        groups[key].append((project, score, reason))
    found = [_undertaking(key, written.get(key), members) for key, members in sorted(groups.items())]
    return [one for one in found if len({member.document for member in one.members}) > 1]


def _index(written: dict[str, Route]) -> dict[tuple[str, int, str], list[Route]]:
    """The lines written out by kind, number of stops and what may abbreviate either end."""
    out: dict[tuple[str, int, str], list[Route]] = defaultdict(list)
    for _, route in sorted(written.items()):
        for char in {**characters(route.stops[0]), **characters(route.stops[-1])}:
            out[route.kind, len(route.stops), char].append(route)
    return out


def _resolved(route: Route, index: dict[tuple[str, int, str], list[Route]]) -> tuple[str, float, str]:
    """The key of the line an abbreviation stands for, how surely, and why; its own where no line fits, or several do."""
    near = index.get((route.kind, len(route.letters), route.letters[0]), ())
    fits = [(line, found) for line in near if (found := expansion(route.letters, line.stops)) is not None]
    if len(fits) != 1:
        return route.key, 1.0, ""
    line, (score, way) = fits[0]
    return line.key, score, "，".join(f"{char}＝{place.short}" for char, place in zip(route.letters, way, strict=True))


def _undertaking(key: str, route: Route | None, members: Iterable[tuple[ProjectName, float, str]]) -> Undertaking:
    """The undertaking of one key; its name is the fullest one."""
    ordered = sorted(members, key=lambda member: (member[0].name, member[0].iri))
    projects = tuple(member[0] for member in ordered)
    longest = max(projects, key=lambda project: (len(project.name), project.name))
    reasons = tuple(dict.fromkeys(reason for _, _, reason in ordered if reason))
    why = reasons or ("起讫点相同" if route is not None else "简称相同",)
    return Undertaking(key, longest.name, projects, min(score for _, score, _ in ordered), "；".join(why))
