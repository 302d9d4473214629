"""Where a build writes: a new generation of the folder, or memory that is then published to the endpoint.

A small corpus is put together in memory and written to the new generation in one go: a third of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from zhengtu import graphs
from zhengtu.store import OxigraphWriter, is_remote, memory_store, new_generation, open_remote


@contextmanager
def target(place: str, *, carry_over: bool, small: bool, publishing: Callable[[], None]) -> Iterator[OxigraphWriter]:
    """A store to fill; when the block ends well its content takes the place of what was at ``place``, else nothing changes.

    ``carry_over`` starts from what is there.  ``publishing`` is called before an endpoint is written to: the one step that is
    atomic per graph only, as SPARQL 1.1 knows no transaction over requests.  Raises ``StoreError``.
    """
    if not is_remote(place):
        with new_generation(Path(place), carry_over=carry_over) as generation:
            if carry_over or not small:
                yield generation
                return
            with memory_store() as store:
                yield store
                generation.add(store.quads())
        return
    with open_remote(place) as remote, memory_store() as store:
        before = remote.graphs()  # an endpoint out of reach shows here, not after the work
        if carry_over:
            store.add(remote.quads())
        yield store
        publishing()
        now = store.graphs()
        for iri in now:
            remote.replace_graph(iri, store.graph(iri))
        base = graphs.base_of(now)
        for iri in before:
            if iri.startswith(base) and iri not in now:
                remote.remove_graph(iri)
