"""What a view is: a module in ``zhengtu.site.views`` with these names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from zhengtu.query.header import Text

if TYPE_CHECKING:
    from zhengtu.site.page import Page
    from zhengtu.site.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the bar at the head of every page: the page it leads to, its name, where it stands among the others."""

    path: str
    name: Text
    order: int


class View(Protocol):
    """A module of ``zhengtu.site.views``.

    It may also have ``ENTRY: Entry``, its place in the bar; ``NODES: tuple[str, ...]``, the kinds of nodes whose pages it has;
    ``further(site, path) -> bool``, which tells whether it renders a path that is not among ``paths`` on a server.
    """

    def paths(self, site: Site) -> Iterable[str]:
        """The paths that this view renders, but for pages of nodes, without language: ``tasks.html``, ``data/map.js``."""
        ...

    def render(self, site: Site, page: Page) -> str:
        """The content of one of them, complete.  Raises ``StoreError``."""
        ...
