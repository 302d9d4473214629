"""The reader: a document's text with everything that was read from it, and the list of documents."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from zhengtu.query.header import Text
from zhengtu.site import listing
from zhengtu.site.compose import Heading, compose, groups
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.listing import Listing
from zhengtu.site.marks import Steps, marks
from zhengtu.site.page import Page
from zhengtu.site.paging import Row
from zhengtu.site.said import Said
from zhengtu.site.statements import KINDS, listed

INDEX = "documents.html"
ENTRY = Entry(INDEX, Text("文件", "Documents"), 10)
NODES = ("document",)


def paths(site: Knowledge) -> Iterable[str]:
    """The pages of the list."""
    return listing.paths(site, INDEX, lambda: len(site.of_kind("document")))


def render(site: Knowledge, page: Page) -> str:
    """The list or the reader."""
    if listing.is_of(INDEX, page.path):
        return listing.render(page, INDEX, "documents", _list)
    iri = site.iri_at(page.path)
    stem = site.stem_of(iri)
    document = site.document(iri)
    text = site.reading(iri)
    headings = [_heading(site, part) for part in document.parts]
    composed = compose(text, document.spans, [heading for heading in headings if heading])
    entries = listed(page, document.said)
    found = marks(document, entries)
    return page.html(
        "document",
        row=next(row for row in site.answer("documents") if row["document"] == stem),
        document=document,
        url=document.url,
        findings=[one for one in site.report.findings if one.where.document == stem] if site.report else [],
        stem=stem,
        headings=[heading for heading in headings if heading],
        groups=groups(composed.lines),
        lost=composed.lost,
        whole=text.whole,
        steps=Steps(found, restored=text.whole),
        marks=found,
        statements=[(kind, list(group)) for kind, group in groupby(entries, key=lambda entry: entry.kind)],
        kinds={kind: name.get(page.lang) for kind, name in KINDS.items()},
    )


def _list(page: Page) -> Listing[dict[str, str]]:
    """The documents, in the order of their names."""
    rows = []
    for one in page.site.answer("documents"):
        issuers = tuple(filter(None, one["issuer"].split(";")))
        year = (one["issued"] or one["published"])[:4]
        genre = page.genre(one["genre"]) if one["genre"] else ""
        words = " ".join((one["title"], one["document"], one["number"], genre, *issuers, one["publisher"], year))
        rows.append(Row(one, words, {"genre": (genre,), "issuer": issuers, "year": (year,)}))
    return Listing(rows, ("genre", "issuer", "year"))


def _heading(site: Knowledge, part: Said) -> Heading | None:
    if part.heading is None:
        return None
    title = f"{part.one('number')} {part.title}".strip()
    return Heading(part.heading, int(part.one("level") or 1), title, part.iri if site.kind_of(part.iri) else "")
