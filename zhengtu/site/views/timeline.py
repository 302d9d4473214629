"""The timeline: what happened when, what is due when, which topics came up when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from zhengtu.query.header import Text
from zhengtu.site import listing
from zhengtu.site.listing import Listing, Row
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.view import Entry

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


@dataclass(frozen=True, slots=True)
class Line:
    """What happened on ``date``, or is due in that year (``kind`` is target): words, their link, the document that says so.

    ``scope`` is whose figure it is, ``heads`` tells the first line of its year.
    """

    date: str
    kind: str
    words: str
    link: str
    document: str
    scope: str = ""
    heads: bool = False

    @property
    def year(self) -> str:
        """The year."""
        return self.date[:4]


def paths(site: Site) -> Iterable[str]:
    """The pages of the list."""
    return listing.paths(site, PATH, lambda: len(_happened(site)) + len(_due(site)))


def render(site: Site, page: Page) -> str:
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
        first=page.path == PATH,
        topic_years=sorted({row["year"] for rows in shown.values() for row in rows}),
        topics={topic: {row["year"]: row for row in rows} for topic, rows in shown.items()},
        left=len(topics) - len(shown),
    )


def _happened(site: Site) -> Rows:
    return site.answer("timeline")


def _due(site: Site) -> Rows:
    """The figures to be reached by a year that the text names."""
    return site.kept(_targets)


def _targets(site: Site) -> Rows:
    return [row for row in site.answer("targets") if row["year"] and row["kind"] == "target"]


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
    for row in _due(site):
        words = " ".join((row["indicator"], row["comparator"], row["value"], row["unit"])).strip()
        link = page.to_characters(row["document"], row["begin"], row["end"])
        yield Line(row["year"], "target", words, link, row["document"], row["scope"])


def _years(site: Site) -> list[tuple[str, int, int]]:
    """Each year, how many lines it has, and the page on which it begins."""
    dates = [row["date"] for row in _happened(site)] + [row["year"] for row in _due(site)]
    found, at = [], 0
    for year, count in sorted(Counter(date[:4] for date in dates).items()):
        found.append((year, count, at // listing.MOST + 1))
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
