"""The views, one module each (see ``zhengtu.site.view``): a module put here is part of the site, nothing else names it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from zhengtu.site.entry import Entry
from zhengtu.site.view import View


@cache
def views() -> tuple[View, ...]:
    """All views, by name."""
    return tuple(cast("View", import_module(f"{__name__}.{module.name}")) for module in iter_modules(__path__))


def nodes_of(view: View) -> tuple[str, ...]:
    """The kinds of nodes whose pages a view renders."""
    return getattr(view, "NODES", ())


@cache
def entries() -> tuple[Entry, ...]:
    """The bar at the head of every page, in order."""
    found = (getattr(view, "ENTRY", None) for view in views())
    return tuple(sorted((entry for entry in found if entry), key=lambda entry: entry.order))
