"""What stands beside a name and tells that it is no place there."""

from __future__ import annotations

import re

_SIDE = re.compile(r"岸(?![线上基电])|麓|坡(?!头)")
"""江西岸, 山东麓: the last character of the name is a compass point, not part of it."""
_COMPASS = "东西南北"
_OFFICE = re.compile(
    r"(?:海关|证监局|银保监局|银监局|保监局|银保监分局|金融监管局|分行|中心支行|营业管理部|能源监管|监管局|监管办|日报|晚报|晨报|商报|卫视|调查总队|通信管理局)"
)
"""An office of a central organ, or a newspaper, named after its seat: 武汉海关, 湖北证监局, 湖北日报."""


def side_of_something(text: str, end: int) -> bool:
    """Whether the name's compass point belongs to what follows: 湘[江西]岸, 泰[山东]麓."""
    return text[end - 1] in _COMPASS and _SIDE.match(text, end) is not None


def names_an_office(text: str, end: int) -> bool:
    """Whether the name is the seat in the name of an office or a newspaper rather than the place."""
    return _OFFICE.match(text, end) is not None


def is_blocked(text: str, end: int) -> bool:
    """Whether a name that ends at ``end`` is no place there."""
    return side_of_something(text, end) or names_an_office(text, end)
