"""What a view is: a module in ``zhengtu.site.views`` with these names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from zhengtu.site.knowledge import Knowledge
from zhengtu.site.page import Page


class View(Protocol):
    """A module of ``zhengtu.site.views``.

    It may also have ``ENTRY: Entry``, its place in the bar; ``NODES: tuple[str, ...]``, the kinds of nodes whose pages it has;
    ``further(site, path) -> bool``, which tells whether it renders a path that is not among ``paths`` on a server.
    """

    def paths(self, site: Knowledge) -> Iterable[str]:
        """The paths that this view renders, but for pages of nodes, without language: ``tasks.html``, ``data/map.js``."""
        ...

    def render(self, site: Knowledge, page: Page) -> str:
        """The content of one of them, complete.  Raises ``StoreError``."""
        ...
