"""Local organs and governments by name: which organ of which division a printed name means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from loaders.registry import Agency, Organ, Place, Registry
from loaders.registry.iris import CHINA
from loaders.registry.local import government, local_organ

_PARTY_HEADS = ("中国共产党", "中共")
_GOVERNMENT = ("人民政府", "政府", "行政公署", "行署")
_MUNICIPALITIES = ("11", "12", "31", "50")
"""Beijing, Tianjin, Shanghai, Chongqing (GB/T 2260)."""
_HEADS = ("自治区", "自治州", "自治县", "省", "市", "县", "区", "州", "盟", "旗")


@dataclass(frozen=True, slots=True)
class OrganNames:
    """Organ patterns by tier (or by the code of a place, which goes before) and what stands around the place.

    ``tails`` follow 省/市/县 or a place (发改委), ``placed`` only a place (海关); ``frames`` stand around it, by head (人行…
    分行); ``heads`` are tried the longest first.
    """

    tails: dict[tuple[str, str], Organ]
    placed: dict[tuple[str, str], Organ]
    frames: dict[str, dict[tuple[str, str], Organ]]
    heads: tuple[str, ...]


@lru_cache(maxsize=4)
def organ_names(registry: Registry) -> OrganNames:
    """The organ patterns of a registry, compiled once a process; the first pattern of a name and tier wins."""
    tails: dict[tuple[str, str], Organ] = {}
    placed: dict[tuple[str, str], Organ] = {}
    frames: dict[str, dict[tuple[str, str], Organ]] = {}
    for organ in registry.organs:
        for tier in organ.levels:
            for name in organ.names:
                if "{" not in name:
                    tails.setdefault((tier, name), organ)
            for template in (organ.pattern, *(name for name in organ.names if "{" in name)):
                head, _, tail = template.replace("{short}", "{}").partition("{}")
                if head:
                    frames.setdefault(head, {}).setdefault((tier, tail), organ)
                else:
                    placed.setdefault((tier, tail), organ)
    for organ in registry.organs:
        replaced = registry.organ_slugs.get(organ.replaces)
        for name in replaced.names if replaced else ():
            tails.update({(code, name): organ for code in organ.codes})
    return OrganNames(tails, placed, frames, tuple(sorted(frames, key=len, reverse=True)))


def chain(registry: Registry, code: str) -> list[Place]:
    """The division and those above it, the nearest first; none for the country."""
    codes = dict.fromkeys((code, code[:4] + "00", code[:2] + "0000"))
    places = (registry.place(each) for each in codes if each != CHINA)
    return [place for place in places if place is not None]


def leading_place(registry: Registry, name: str, near: str = CHINA) -> tuple[Place, str] | None:
    """The division that ``name`` begins with and the rest: the longest name, and of several of that name the one in ``near``.

    A short county name does not count unless its province is ``near``.
    """
    for length in range(min(len(name), 15), 1, -1):
        group = registry.divisions.get(name[:length])
        if group is None:
            continue
        inside = [place for place in group if near != CHINA and registry.holds(near[:2] + "0000", place)]
        place = (inside or group)[0]
        if place.level == "county" and place.name != name[:length] and not inside:
            continue
        return _deeper(registry, place, name[length:])
    return None


def _deeper(registry: Registry, upper: Place, rest: str) -> tuple[Place, str]:
    """湖北省武汉市… is Wuhan's: a division inside ``upper`` that ``rest`` begins with by its full name."""
    for length in range(min(len(rest), 15), 1, -1):
        for place in registry.divisions.get(rest[:length], ()):
            if place.name == rest[:length] and place.code != upper.code and registry.holds(upper.code, place):
                return _deeper(registry, place, rest[length:])
    return upper, rest


def of_place(registry: Registry, place: Place, rest: str) -> Agency | None:
    """The government or organ of ``place`` that ``rest`` names; ``None`` where no pattern fits."""
    if rest in _GOVERNMENT:
        return government(place)
    known = organ_names(registry)
    keys = [(key, rest) for key in (place.code, *_tiers(place))]
    organ = next((found for key in keys if (found := known.tails.get(key) or known.placed.get(key))), None)
    return local_organ(organ, place) if organ else None


def _tiers(place: Place) -> tuple[str, ...]:
    """The tiers whose organs ``place`` may have: a municipality's districts name theirs as it does (区教委)."""
    return (place.tier, "municipality") if place.tier == "county" and place.code[:2] in _MUNICIPALITIES else (place.tier,)


def is_organ_tail(registry: Registry, rest: str) -> bool:
    """Whether ``rest`` names a government or organ behind 省/市/县, of whatever tier."""
    tails = organ_names(registry).tails
    return rest in _GOVERNMENT or any((tier, rest) in tails for tier in ("province", "municipality", "prefecture", "county"))


def framed(registry: Registry, name: str, near: str) -> Agency | None:
    """An organ whose name begins with its parent's: 人行武汉分行, 国家税务总局湖北省税务局, 中共湖北省委宣传部."""
    for head in _PARTY_HEADS:
        if name.startswith(head) and (found := leading_place(registry, name[len(head) :], near)):
            organ = organ_names(registry).tails.get((found[0].tier, found[1] if found[1] != "委员会" else "委"))
            if organ and organ.sort == "party":
                return local_organ(organ, found[0])
    known = organ_names(registry)
    for head in known.heads:
        if name.startswith(head) and (found := leading_place(registry, name[len(head) :], near)):
            organ = known.frames[head].get((found[0].tier, found[1]))
            if organ:
                return local_organ(organ, found[0])
    return None


def headed(registry: Registry, name: str, jurisdiction: str) -> tuple[Place | None, str] | None:
    """省…, 市…, 县…: the division of the jurisdiction's chain that the head word means, and the rest.

    ``(None, rest)`` where the chain has no such division (省… in a central document); ``None`` where no head word stands.
    """
    for head in _HEADS:
        if name.startswith(head) and len(name) > len(head):
            for place in chain(registry, jurisdiction):
                if place.name.endswith(head) or (head == "州" and place.name.endswith("自治州")):
                    if head == "区" and place.name.endswith("自治区"):
                        continue
                    return place, name[len(head) :]
            return None, name[len(head) :]
    return None


def bare(registry: Registry, name: str, jurisdiction: str) -> Agency | None:
    """An organ named without its division in a local document: 发改委 in Hubei's; the nearest tier that has it."""
    for place in chain(registry, jurisdiction):
        tails = organ_names(registry).tails
        organ = tails.get((place.code, name)) or tails.get((place.tier, name))
        if organ:
            return local_organ(organ, place)
    return None
