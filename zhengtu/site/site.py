"""The site: its pages, and one of them rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from zhengtu.site import static
from zhengtu.site.address import LANGS, in_language, split
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.page import Page
from zhengtu.site.view import View
from zhengtu.site.views import entries, nodes_of, views


class Site(Knowledge):
    """The pages of a store, which must stay as it is meanwhile."""

    def paths(self) -> Iterator[str]:
        """Every path: the pages in both languages, then data and static files.  Raises ``StoreError``."""
        for path in self.views:
            yield from (in_language(lang, path) for lang in LANGS) if path.endswith(".html") else (path,)
        yield from static.files()

    def render(self, path: str, asked: Mapping[str, str] | None = None) -> bytes | None:
        """The content of a path (on a server as ``asked``), ``None`` where there is none.  Raises ``StoreError``."""
        if path in static.files():
            return static.files()[path].read_bytes()
        lang, plain = split(path)
        view = self.view_of(plain)
        if view is None or in_language(lang, plain) != path:
            return None
        entry = getattr(view, "ENTRY", None)
        page = Page(self, plain, lang, asked or {}, entries(), entry.path if entry else "")
        return view.render(self, page).encode("utf-8")

    def view_of(self, path: str) -> View | None:
        """The view that renders a path (without language)."""
        return self.views.get(path)

    @cached_property
    def views(self) -> dict[str, View]:
        """The view of each path (without language)."""
        return {path: view for view in views() for path in (*view.paths(self), *self.of_kind(*nodes_of(view)))}
