"""The timeline: what happened when, what is due when, which topics came up when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from zhengtu.query.header import Text
from zhengtu.site import listing, paging
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.listing import Listing
from zhengtu.site.page import Page
from zhengtu.site.paging import Row

PATH = "timeline.html"
ENTRY = Entry(PATH, Text("年表", "Timeline"), 76)
TOPICS = 100
"""Topics listed, the most frequent; the stored answer of ``topic-timeline`` has all of them."""

KINDS = {
    "issued": Text("印发", "issued"),
    "signed": Text("签署", "signed"),
    "event": Text("会议", "meeting"),
    "published": Text("见报", "published"),
    "target": Text("指标", "target"),
}
Rows = list[dict[str, str]]
_FIGURE = ("document", "year", "indicator", "comparator", "value", "unit", "scope")
HIGH = 56
"""Of the column of the year with most lines, in pixels."""


@dataclass(frozen=True, slots=True)
class Line:
    """What happened on ``date``, or is due in that year (``kind`` is target): words, their link, the document that says so.

    ``scope`` is whose figure it is; ``again`` are links to where the document says the same once more; ``heads`` tells the
    first line of its year.
    """

    date: str
    kind: str
    words: str
    link: str
    document: str
    scope: str = ""
    again: tuple[str, ...] = ()
    heads: bool = False

    @property
    def year(self) -> str:
        """The year."""
        return self.date[:4]


def paths(site: Knowledge) -> Iterable[str]:
    """The pages of the list."""
    return listing.paths(site, PATH, lambda: len(_happened(site)) + len(_due(site)))


def render(site: Knowledge, page: Page) -> str:
    """Days and years with what happened and what is due; under the first of them the topics, one column a year."""
    topics = _by_topic([row for row in site.answer("topic-timeline") if row["year"]])
    shown = dict(sorted(topics.items(), key=_most_first)[:TOPICS])
    return listing.render(
        page,
        PATH,
        "timeline",
        _list,
        kinds={kind: text.get(page.lang) for kind, text in KINDS.items()},
        years=_years(site),
        high=HIGH,
        first=page.path == PATH,
        topic_years=sorted({row["year"] for rows in shown.values() for row in rows}),
        topics={topic: {row["year"]: row for row in rows} for topic, rows in shown.items()},
        left=len(topics) - len(shown),
    )


def _happened(site: Knowledge) -> Rows:
    return site.answer("timeline")


def _due(site: Knowledge) -> list[Rows]:
    """The figures to be reached by a year that the text names; what a document says several times stands together."""
    return site.kept(_targets)


def _targets(site: Knowledge) -> list[Rows]:
    found: dict[tuple[str, ...], Rows] = defaultdict(list)
    for row in site.answer("targets"):
        if row["year"] and row["kind"] == "target":
            found[tuple(row[column] for column in _FIGURE)].append(row)
    return list(found.values())


def _list(page: Page) -> Listing[Line]:
    """The lines by date, what is due in a year behind what happened in it."""
    rows, seen = [], set[str]()
    for line in sorted(_lines(page), key=lambda line: f"{line.date}-99" if line.kind == "target" else line.date):
        kind, title = KINDS[line.kind].get(page.lang), page.title(line.document)
        if line.year not in seen:
            seen.add(line.year)
            line = replace(line, heads=True)
        words = " ".join((line.date, kind, line.words, line.scope, title))
        values = {"year": (line.year,), "kind": (kind,), "document": (title,)}
        rows.append(Row(line, words, values, (line.date, kind, "", title)))
    return Listing(rows, ("year", "kind", "document"))


def _lines(page: Page) -> Iterable[Line]:
    """An event leads to its words, a work to its page; what is reported under the document's own title to the document."""
    site = page.site
    events = {(row["document"], row["title"]): (row["begin"], row["end"]) for row in site.answer("events")}
    works = {site.name(iri): iri for iri in site.of_kind("work", "agreement").values()}
    for row in _happened(site):
        begin, end = events.get((row["document"], row["event"]), ("", ""))
        link = page.to_characters(row["document"], begin, end) if begin else page.to_iri(works.get(row["event"], ""))
        yield Line(row["date"], row["kind"], row["event"], link or page.to_document(row["document"]), row["document"])
    for rows in _due(site):
        row = rows[0]
        words = " ".join((row["indicator"], row["comparator"], row["value"], row["unit"])).strip()
        link, *again = (page.to_characters(one["document"], one["begin"], one["end"]) for one in rows)
        yield Line(row["year"], "target", words, link, row["document"], row["scope"], tuple(again))


def _years(site: Knowledge) -> list[tuple[str, int, int, list[tuple[str, int, int]]]]:
    """Each year, how many lines it has, the page on which it begins, and its column: kind, top and height of each piece."""
    lines = [(row["date"][:4], row["kind"]) for row in _happened(site)] + [
        (rows[0]["year"][:4], "target") for rows in _due(site)
    ]
    kinds = Counter(lines)
    counts = Counter(year for year, _ in lines)
    most = max(counts.values(), default=1)
    found, at = [], 0
    for year, count in sorted(counts.items()):
        pieces, below = [], HIGH
        for kind in KINDS:
            high = round(HIGH * kinds[year, kind] / most)
            below -= high
            if high:
                pieces.append((kind, below, high))
        found.append((year, count, at // paging.MOST + 1, pieces))
        at += count
    return found


def _by_topic(rows: Rows) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    for row in rows:
        found[row["topic"]].append(row)
    return found


def _most_first(item: tuple[str, Rows]) -> tuple[int, str]:
    topic, rows = item
    return -sum(int(row["tasks"]) for row in rows), topic
