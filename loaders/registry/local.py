"""Local governments and organs, made from their place and pattern when they are asked for.

GB/T 2260 has over 3,000 divisions and each has dozens of organs; storing them would describe a hundred thousand agencies
that no document names.  What one is called follows from the rule, so it is made on demand and described where it is used.
"""

from __future__ import annotations

from loaders.registry.entries import Agency, Organ, Place
from loaders.registry.iris import government_iri, organ_iri

SORTS = {
    "government": "政府工作部门",
    "party": "党的机构",
    "mass": "群团组织",
    "field": "中央派驻机构",
    "judicial": "审判检察机关",
    "legislature": "人大、政协、监察机关",
}


def government(place: Place) -> Agency:
    """The people's government of a division: 湖北省人民政府; 行政公署 of a prefecture that has no congress."""
    head = place.name
    if place.code[:2] in ("81", "82"):
        names = [f"{head}政府"]
    elif head.endswith(("地区", "盟")):
        names = [f"{head}行政公署", f"{head}行署", f"{head}人民政府"]
    else:
        names = [f"{head}人民政府", f"{head}政府"]
    if place.short + place.name[-1] not in (head, place.name) and place.name.endswith(("州", "县")):
        names.append(f"{place.short}{place.name[-1]}人民政府")
    return Agency(
        government_iri(place.code), "LocalGovernment", names[0], tuple(names[1:]), "地方人民政府", place.level, place.iri
    )


def _kind(organ: Organ, level: str) -> str:
    if organ.sort == "party":
        return "PartyOrgan"
    if organ.sort == "mass":
        return "MassOrganization"
    if organ.sort == "field":
        return "FieldOffice"
    return "ProvincialAgency" if level == "province" else "LocalAgency"


def fill(template: str, place: Place) -> str:
    """A name pattern with the place's names put in: 湖北省发展和改革委员会, 中共武汉市委宣传部, 武汉海关."""
    return template.replace("{short}", place.short).replace("{}", place.name)


def local_organ(organ: Organ, place: Place) -> Agency:
    """The organ of a division; its short names are those that tell the division (湖北省发改委, not 省发改委)."""
    name = fill(organ.pattern, place)
    head = place.short if organ.sort == "field" and "{short}" in organ.pattern else place.name
    names = dict.fromkeys(fill(known, place) if "{" in known else f"{head}{known}" for known in organ.names)
    names.pop(name, None)
    return Agency(
        organ_iri(place.slug, organ.slug),
        _kind(organ, place.level),
        name,
        tuple(names),
        SORTS.get(organ.sort, ""),
        place.level,
        place.iri,
        organ.central,
    )
