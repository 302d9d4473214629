"""The page of a thing: what is known of it, from where, and what documents say by naming it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from pyoxigraph import NamedNode

from zhengtu.graphs import ZT
from zhengtu.query.header import Text
from zhengtu.site import said as reading
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.page import Page
from zhengtu.site.quotes import Quote, quotes
from zhengtu.site.said import Facts, Said
from zhengtu.site.statements import Value, entry, facts, value

Rule = tuple[Text, Callable[[Said], bool]]
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_WHOLE = 20_000  # characters: a task's own page has all of it
MOST = 100
"""Statements of a sort shown on a page; a ministry may have thousands.  The task board and the search lead to the rest."""
_OTHER = Text("其他", "Other statements")


@dataclass(frozen=True, slots=True)
class Item:
    """One statement about the thing: its headline and link, marks in words, facts, quotations.

    ``source`` leads to the characters where they are not quoted, because another statement on the page quotes them.
    """

    title: str
    link: str
    tags: tuple[str, ...]
    facts: tuple[tuple[str, tuple[Value, ...]], ...]
    quotes: tuple[Quote, ...]
    source: str = ""
    english: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """``count`` statements of one sort, the first ``MOST`` as items; ``rest`` leads to all, empty where these are all."""

    id: str
    heading: str
    items: tuple[Item, ...]
    count: int
    rest: str = ""


def stated(site: Knowledge, iri: str) -> Facts:
    """What is stated of a node: values by property.  Raises ``StoreError``."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in site.about("facts", iri):
        found[row["property"]].append(row["value"])
    return found


def telling(types: Sequence[str]) -> list[str]:
    """The classes of a node without the one that all works have, where there is another."""
    return [name for name in types if name != ZT + "Work"] or list(types)


def pointing(site: Knowledge, iri: str) -> list[Said]:
    """What documents say by pointing to a node, in reading order: class, place and whether a unit leads, which tells its group.

    Raises ``StoreError``.
    """
    leads = {row["said"]: [row["basis"]] for row in site.about("leading", iri)}
    nodes: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for row in site.about("pointing", iri):
        said, span = row["said"], f"{row['said']} {row['begin']}-{row['end']}"
        nodes[span] = {ZT + "begin": [row["begin"]], ZT + "end": [row["end"]]}
        known = nodes[said]
        known |= {ZT + "inDocument": [row["document"]], ZT + "leadBasis": leads.get(said, [])}
        for name, one in ((_TYPE, row["class"]), (ZT + "evidence", span)):
            known[name] = [*dict.fromkeys((*known.get(name, ()), one))]
    return [one for one in reading.assemble(nodes) if one.kind]


def told(site: Knowledge, said: Sequence[Said]) -> list[Said]:
    """The same with all that is stated of each.  Raises ``StoreError``."""
    nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    if said:
        for row in site.rows("told", {"said": [NamedNode(one.iri) for one in said]}):
            nodes[row["subject"]][row["property"]].append(row["value"])
    found = {one.iri: one for one in reading.assemble(nodes)}
    return [found.get(one.iri, one) for one in said]


def _own(site: Knowledge, iri: str) -> list[Said]:
    """What each document that states the node says of it; not where it only gives it a name."""
    documents: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in site.about("own", iri):
        documents[row["document"]][row["subject"]][row["property"]].append(row["value"])
    found = (one for nodes in documents.values() for one in reading.assemble(nodes))
    return [one for one in found if one.iri == iri and one.kind not in ("", "place") and one.document]


def grouped(page: Page, iri: str, said: Iterable[Said], rules: Sequence[Rule], read: set[str]) -> list[Group]:
    """The statements in groups: each goes to the first rule that takes it, what none takes to the last group."""
    found: dict[int, list[Said]] = defaultdict(list)
    for one in said:
        found[next((i for i, (_, takes) in enumerate(rules) if takes(one)), len(rules))].append(one)
    headings = [*(heading for heading, _ in rules), _OTHER]
    groups = []
    for i, ones in sorted(found.items()):
        shown = told(page.site, ones[:MOST])
        items = tuple(item(page, iri, one, read) for one in shown)
        rest = _rest(page, iri, shown[0]) if len(ones) > MOST else ""
        groups.append(Group(f"g{i}", headings[i].get(page.lang), items, len(ones), rest))
    return groups


def _rest(page: Page, iri: str, one: Said) -> str:
    """Where statements like this one are listed: a unit's shares on the task board, all else in the search for the name."""
    name = page.name(iri)
    if one.kind == "duty" and one.one("task") != iri:
        return page.narrowed("tasks.html", unit=name)
    return f"{page.to('search.html')}{'?' if page.site.endpoint else '#'}{urlencode({'q': name})}"


def item(page: Page, iri: str, one: Said, read: set[str]) -> Item:
    """A statement on the page of ``iri``.  A unit's share goes by its task, or on the task's own page by the unit."""
    words = entry(page, one)
    if one.name != "Responsibility":
        tags = (words.type,) if one.kind != "project" else ()
        rest = [(name, kept) for name, values in words.facts if (kept := _others(values, page.to_iri(iri)))]
        return Item(words.title, words.link, tags, tuple(rest), tuple(quotes(page, one, read)))
    here = one.one("task") == iri
    about = one.one("unit") if here else one.one("task")
    title = f"{page.site.number_of(about)} {page.name(about)}".strip()
    english = page.lang == "en" and page.site.is_english(about)
    cited = quotes(page, one, read)
    if here and one.one("basis") == ZT + "explicit" and cited:
        return Item(title, page.to_iri(about), _share(page, one), (), (), cited[0].link, english)
    return Item(title, page.to_iri(about), _share(page, one), (), tuple(cited), english=english)


def _share(page: Page, one: Said) -> tuple[str, ...]:
    """A unit's share in words: that it leads and on what basis, else its role; and whether by inheritance."""
    basis = one.one("leadBasis")
    lead = (
        page.name(ZT + "lead") + page.t(f"（{page.name(basis)}）", f" ({page.name(basis)})")
        if basis
        else page.name(one.one("role"))
    )
    return (lead, page.name(one.one("basis"))) if one.one("basis") == ZT + "inherited" else (lead,)


def _others(values: tuple[Value, ...], here: str) -> tuple[Value, ...]:
    """The values but the thing whose page this is."""
    return tuple(one for one in values if not here or one.link != here)


def content(page: Page, iri: str, rules: Sequence[Rule], aside: Sequence[str] = ()) -> dict[str, object]:
    """What ``thing.html`` shows of a node; ``aside`` are properties (ours) that it does not list."""
    site = page.site
    known = stated(site, iri)
    types = [name for name in known.get(_TYPE, ()) if name in site.terms]
    said = pointing(site, iri)
    title = page.name(iri)
    read: set[str] = set()
    hidden = {ZT + name for name in aside}
    return {
        "iri": iri,
        "heading": title,
        "types": [page.name(name) for name in telling(types)],
        "facts": list(facts(page, {key: values for key, values in known.items() if key not in hidden}, title)),
        "documents": [value(page, one) for one in known.get(ZT + "inDocument", ())],
        "passages": [quote for one in _own(site, iri)[:MOST] for quote in quotes(page, one, read, longest=_WHOLE)],
        "groups": grouped(page, iri, said, rules, read),
        "findings": site.findings.get(iri, ()),
    }
