"""Compare: a task beside the one that takes it up, a claim beside the sentence it reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from zhengtu.align.pieces import MARKS
from zhengtu.query.header import Text
from zhengtu.site import listing
from zhengtu.site.address import page_of
from zhengtu.site.claims import Claims
from zhengtu.site.contrast import pieces
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.listing import Listing
from zhengtu.site.page import Page
from zhengtu.site.paging import Cut, Row
from zhengtu.site.pairs import STEM, Pair, Pairs

PATH = "compare.html"
ENTRY = Entry(PATH, Text("对照", "Compare"), 70)

RELATIONS = {"same": Text("照写", "same"), "narrowed": Text("收窄", "narrowed"), "extended": Text("扩展", "extended")}
VERDICTS = {
    "supported": Text("有原文", "supported"),
    "differs": Text("与原文不一致", "differs"),
    "unsupported": Text("原文没有", "unsupported"),
    "": Text("未核对", "not checked"),
}


def paths(site: Knowledge) -> Iterable[str]:
    """The list, a page for each pair of tasks, one for the claims of each document."""
    found = listing.paths(site, PATH, lambda: len(site.kept(Pairs).all))
    return found if site.endpoint else (*found, *site.kept(Pairs).all, *_of_claims(site))


def further(site: Knowledge, path: str) -> bool:
    """Whether the path is a page of a pair or of claims."""
    return path.startswith(STEM) and (path in site.kept(Pairs).all or path in _of_claims(site))


def render(site: Knowledge, page: Page) -> str:
    """One of them."""
    shared = {
        "relations": {key: name.get(page.lang) for key, name in RELATIONS.items()},
        "verdicts": {key: name.get(page.lang) for key, name in VERDICTS.items()},
        "titles": {row["document"]: row["title"] or row["document"] for row in site.answer("documents")},
    }
    if listing.is_of(PATH, page.path):
        return listing.render(page, PATH, "compare", _list, None, **_beside(site), **shared)
    if page.path in site.kept(Pairs).all:
        return page.html("compare-pair", **_pair(site, page.path), **shared)
    document = _of_claims(site)[page.path]
    return page.html("compare-claims", document=document, claims=site.kept(Claims).by_document[document], **shared)


def _of_claims(site: Knowledge) -> dict[str, str]:
    """The pages of claims: path → stem."""
    return {page_of(f"compare/claims/{document}"): document for document, _ in site.kept(_verdicts)}


def _verdicts(site: Knowledge) -> Counter[tuple[str, str]]:
    """How many claims of each document (its stem) have each verdict."""
    return Counter((row["document"], row["verdict"]) for row in site.answer("claims"))


def _list(page: Page) -> Listing[Pair]:
    """The pairs in the order of the documents."""
    pairs = page.site.kept(Pairs)
    rows = []
    for pair in pairs.all.values():
        upper, lower = map(page.title, pair.documents)
        relation = RELATIONS[pair.relation].get(page.lang) if pair.relation in RELATIONS else pair.relation
        band = "≥ 0.9" if pair.score >= 0.9 else "0.5–0.9" if pair.score >= 0.5 else "< 0.5"
        above, below = f"{pair.upper_task} {pair.upper_title}", f"{pair.lower_task} {pair.lower_title}"
        words = " ".join((above, below, relation, pair.added, pair.dropped, upper, lower))
        values = {"upper": (upper,), "lower": (lower,), "relation": (relation,), "band": (band,)}
        rows.append(Row(pair, words, values, (above, below, relation, f"{pair.score * 100:.0f}", "", "")))
    return Listing(rows, ("upper", "lower", "relation", "band"))


def _beside(site: Knowledge) -> dict[str, object]:
    """What the list tells besides: the documents of the pairs shown, what each two leave over, the verdicts on claims."""

    def documents(cut: Cut[Pair]) -> list[tuple[str, str]]:
        return list(dict.fromkeys(pair.documents for pair in cut.contents))

    def left(upper: str, lower: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
        changes = site.answer("task-changes", upper=upper, lower=lower)
        return site.answer("undecomposed-tasks", upper=upper, lower=lower), [row for row in changes if row["change"] == "new"]

    counts = site.kept(_verdicts)
    reports = list(_of_claims(site).items())
    return {
        "documents": documents,
        "left": left,
        "task": site.task,
        "claims": [((path, stem), {key: counts[stem, key] for key in VERDICTS}) for path, stem in reports],
    }


def _pair(site: Knowledge, path: str) -> dict[str, object]:
    """Both texts in pieces.

    Of a task that is divided among several the others may have what this one lacks: there only what is taken over is marked
    (``kept``, or ``elsewhere`` by another one), nothing is struck out.
    """
    pairs = site.kept(Pairs)
    pair = pairs.all[path]
    above, below = pairs.siblings(pair)
    here = pairs.contrast(pair)
    upper_pieces, lower_pieces = here.pieces_of_upper(), here.pieces_of_lower()
    if above:
        letters = {i for i, character in enumerate(here.upper) if character not in MARKS}
        others = (letters - pairs.contrast(other).dropped for other in above)
        upper_pieces = pieces(here.upper, {"kept": letters - here.dropped, "elsewhere": set().union(*others)})
    if below:
        elsewhere = set().union(*(here.added - pairs.contrast(other).added for other in below))
        lower_pieces = pieces(here.lower, {"elsewhere": elsewhere, "new": here.added})
    order = pairs.by_documents[pair.documents]
    at = order.index(pair)
    upper, lower = pairs.ends(pair)
    added, dropped = pairs.only(pair)
    return {
        "pair": pair,
        "upper": upper,
        "lower": lower,
        "upper_pieces": upper_pieces,
        "lower_pieces": lower_pieces,
        "above": above,
        "below": below,
        "only_lower": added,
        "only_upper": dropped,
        "before": order[at - 1] if at else None,
        "after": order[at + 1] if at + 1 < len(order) else None,
    }
