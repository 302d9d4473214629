"""How far two places lie apart."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from loaders.registry.entries import Place

_RADIUS = 6371.0
"""Mean radius of the earth, km."""


def apart(one: Place, other: Place) -> float | None:
    """Kilometres between the points of two places along a great circle (haversine), ``None`` where a point is unknown."""
    if one.point is None or other.point is None:
        return None
    (lon, lat), (lon2, lat2) = ((radians(x), radians(y)) for x, y in (one.point, other.point))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * _RADIUS * asin(sqrt(half))
