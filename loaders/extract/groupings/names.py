"""The name of a region where it stands: a place of the registry, or what prose calls one (川东北经济区, 乌大张合作区)."""

from __future__ import annotations

import re

from loaders.extract.projects.ground import CITY_GROUPS, Ground

GROUPS = (*CITY_GROUPS, "Region", "Zone")
"""The classes of places that have members."""
_REGION = (
    "(?:城市群|都市圈|城市圈|经济圈|都市区|城镇群|城镇带|城镇密集区|城市带|经济协作区|经济合作区|经济带|经济区|组团"
    "|集聚区|城镇组群|产业带|协作区|协同发展区|合作区|生态区)"
)
PRINTED = re.compile(
    "(?!即|本|该|这|各|全|重点|有关|相关|其他|国家|现代化)[一-鿿“”]{2,10}?(?:（[一-鿿]{2,6}）[一-鿿]{0,6}?)?" + _REGION
)


def group_at(ground: Ground, at: int) -> tuple[str, str, int] | None:
    """The region whose name begins at ``at``: its IRI or printed name, the name, its end."""
    place = ground.starting(at)
    match = PRINTED.match(ground.plain, at, at + 16)
    side = place is not None and place.kind == "Region" and match is not None and match.end() > place.span.end
    if place is not None and place.kind in GROUPS and not side:  # 辽东菱镁产业集聚区 is named after 辽东, and not the same
        return place.iri, place.text, place.span.end
    if match is None:
        return None
    name = ground.text[match.start() : match.end()]
    return name.strip("“”"), name, match.end()
