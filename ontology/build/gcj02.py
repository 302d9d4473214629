"""GCJ-02 (the shifted datum of Chinese web maps) to WGS-84, by inverting the published offset polynomial."""

from __future__ import annotations

from math import cos, pi, sin, sqrt

_A = 6378245.0
"""Semi-major axis of the Krasovsky 1940 ellipsoid, in metres."""
_EE = 0.00669342162296594323
"""Its squared eccentricity."""


def _wave(x: float) -> float:
    return (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0


def _delta_lat(x: float, y: float) -> float:
    out = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + _wave(x)
    out += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    return out + (160.0 * sin(y / 12.0 * pi) + 320 * sin(y * pi / 30.0)) * 2.0 / 3.0


def _delta_lon(x: float, y: float) -> float:
    out = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + _wave(x)
    out += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    return out + (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0


def _shift(lon: float, lat: float) -> tuple[float, float]:
    rad = lat / 180.0 * pi
    magic = 1 - _EE * sin(rad) ** 2
    root = sqrt(magic)
    d_lat = _delta_lat(lon - 105.0, lat - 35.0) * 180.0 / ((_A * (1 - _EE)) / (magic * root) * pi)
    d_lon = _delta_lon(lon - 105.0, lat - 35.0) * 180.0 / (_A / root * cos(rad) * pi)
    return d_lon, d_lat


def to_wgs84(lon: float, lat: float) -> tuple[float, float]:
    """Longitude and latitude in WGS-84 degrees of a GCJ-02 point inside China; error below 1e-6 degree."""
    x, y = lon, lat
    for _ in range(4):
        d_lon, d_lat = _shift(x, y)
        x, y = lon - d_lon, lat - d_lat
    return x, y
