"""A work that says by title what it carries out, tied to that work itself where a document carries it under its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from zhengtu.align.loading import WorkText, rows
from zhengtu.align.pieces import normal
from zhengtu.store.protocol import QueryStore


def ties(store: QueryStore, works: Mapping[str, WorkText]) -> list[tuple[str, str]]:
    """Pairs of IRIs, a work and the carried one that it implements, beyond what the documents say with these very IRIs.

    A title that several carried works share ties none.  Raises ``StoreError``.
    """
    return tied(works.values(), [(work, upper, title) for work, upper, title in rows(store, "ties")])


def tied(works: Iterable[WorkText], said: Iterable[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """The pairs for ``said``: a work, the IRI and the title by which it knows the one it implements."""
    carried = {work.iri: work for work in works}
    titles = {normal(work.title): work for work in carried.values()}
    shared = {title for title, times in Counter(normal(work.title) for work in carried.values()).items() if times > 1}
    found: dict[tuple[str, str], None] = {}
    for work, upper, title in said:
        meant = titles.get(normal(title))
        if upper in carried or meant is None or normal(title) in shared:
            continue
        if meant.document != carried[work].document and (meant.iri, work) not in found:
            found[work, meant.iri] = None
    return list(found)
