"""The HTML pages that ``zhengtu site`` writes, as the server sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from zhengtu.site import ServedSite
from zhengtu.store import QueryStore
from zhengtu.validate import recorded


class Pages(Protocol):
    """The pages of one generation."""

    def render(self, path: str, asked: Mapping[str, str] | None = None) -> bytes | None:
        """The file at a path such as ``doc/plan.html`` or ``static/site.css``; ``None`` where there is none.

        ``asked`` is what follows the ``?``: a list is narrowed, sorted and searched by it.
        """
        ...

    def prepare(self) -> bool:
        """Make one page that is likely to be asked for; whether there was one left."""
        ...

    def path_of(self, iri: str) -> str | None:
        """The path of the Chinese page that shows a thing (``doc/plan.html``, perhaps with ``#…``), if one does."""
        ...


def pages(store: QueryStore, base: str, sources: Sequence[Path] = ()) -> Pages:
    """The pages of a store, with the findings of its last validation; ``sources`` are folders with source files."""
    return ServedSite(store, base, sources, recorded(store), "/sparql")


def in_language(lang: str, path: str) -> str:
    """A page's path in a language: Chinese at the root, English below ``en/``."""
    return f"en/{path}" if lang == "en" and path.partition("#")[0].endswith(".html") else path
