"""The HTML pages that ``zhengtu site`` writes, as the server sees them."""

from __future__ import annotations

from typing import Protocol

from zhengtu.site import Site
from zhengtu.store import QueryStore


class Pages(Protocol):
    """The pages of one generation."""

    def render(self, path: str) -> bytes | None:
        """The file at a path such as ``doc/plan.html`` or ``static/site.css``; ``None`` where there is none."""
        ...

    def path_of(self, iri: str) -> str | None:
        """The path of the Chinese page that shows a thing (``doc/plan.html``, perhaps with ``#…``), if one does."""
        ...


def pages(store: QueryStore, base: str) -> Pages:
    """The pages of a store."""
    return Site(store, base, endpoint="/sparql")


def in_language(lang: str, path: str) -> str:
    """A page's path in a language: Chinese at the root, English below ``en/``."""
    return f"en/{path}" if lang == "en" and path.partition("#")[0].endswith(".html") else path
