"""Names that mean the same agency or place, by the labels in the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from zhengtu import sparql
from zhengtu.evaluate.fold import fold
from zhengtu.query import Table
from zhengtu.store import QueryStore


class Names:
    """Label → the nodes it names.  A local government's names also name its place (武汉市人民政府, 武汉市)."""

    def __init__(self, labels: Iterable[tuple[str, str]] = ()) -> None:
        self._nodes: dict[str, set[str]] = defaultdict(set)
        for label, node in labels:
            self._nodes[fold(label)].add(node)

    @classmethod
    def of(cls, store: QueryStore) -> Names:
        """The names a store knows.  Raises ``StoreError``."""
        table = Table.of(store.select(sparql.text(__file__, "names.rq")))
        return cls((row["label"], row["node"]) for row in table)

    def same(self, one: str, other: str) -> bool:
        """Whether both are the same once folded, or name a node in common."""
        a, b = fold(one), fold(other)
        return a == b or not self._named(a).isdisjoint(self._named(b))

    def _named(self, name: str) -> set[str]:
        """The nodes of ``name``; of a place or government told with the one above it (甲市乙区政府) those of its own name."""
        if name.endswith("政府") and not name.endswith("人民政府"):
            name = name.removesuffix("政府") + "人民政府"
        if name not in self._nodes:
            cuts = (at for at in range(2, len(name) - 1) if name[at - 1] in "省市州盟区县" and name[:at] in self._nodes)
            name = next((name[at:] for at in cuts if name[at:] in self._nodes), name)
        return self._nodes.get(name, set())
