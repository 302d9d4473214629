"""The timeline: what happened when, what is due when, which topics came up when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from zhengtu.query.header import Text
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.view import Entry

PATH = "timeline.html"
ENTRY = Entry(PATH, Text("年表", "Timeline"), 76)

KINDS = {
    "issued": Text("印发", "issued"),
    "signed": Text("签署", "signed"),
    "event": Text("会议", "meeting"),
    "published": Text("见报", "published"),
}
Rows = list[dict[str, str]]


def paths(site: Site) -> Iterable[str]:
    """One page."""
    return (PATH,)


def render(site: Site, page: Page) -> str:
    """Years with what happened and what is due in each; under them the topics, one column a year."""
    happened, due = _by(site.answer("timeline"), "date"), _by(_due(site), "year")
    words = {(row["document"], row["title"]): (row["begin"], row["end"]) for row in site.answer("events")}
    topics = _by([row for row in site.answer("topic-timeline") if row["year"]], "topic")
    return page.html(
        "timeline",
        years=sorted(happened.keys() | due.keys()),
        happened=happened,
        due={year: _by(rows, "document") for year, rows in due.items()},
        words=words,
        kinds={kind: text.get(page.lang) for kind, text in KINDS.items()},
        titles={row["document"]: row["title"] or row["document"] for row in site.answer("documents")},
        topic_years=sorted({row["year"] for rows in topics.values() for row in rows}),
        topics={topic: {row["year"]: row for row in rows} for topic, rows in sorted(topics.items(), key=_most_first)},
    )


def _due(site: Site) -> Rows:
    """The figures to be reached by a year that the text names."""
    return [row for row in site.answer("targets") if row["year"] and row["kind"] == "target"]


def _by(rows: Rows, column: str) -> dict[str, Rows]:
    """The rows by the value of a column; of a date by its year."""
    found: dict[str, Rows] = defaultdict(list)
    for row in rows:
        found[row[column][:4] if column == "date" else row[column]].append(row)
    return dict(found)


def _most_first(item: tuple[str, Rows]) -> tuple[int, str]:
    topic, rows = item
    return -sum(int(row["tasks"]) for row in rows), topic
