"""The findings of the validation, as its report shows them, each with the way to its words in the reader."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from zhengtu.query.header import Text
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.view import Entry
from zhengtu.validate import Finding
from zhengtu.validate.render.html import parts

INDEX = "validation.html"
ENTRY = Entry(INDEX, Text("校验", "Validation"), 90)


def paths(site: Site) -> Iterable[str]:
    """One page."""
    return (INDEX,)


def render(site: Site, page: Page) -> str:
    """The dashboard, or how to get one."""
    if site.report is None:
        return page.html("validation-none")

    def link(finding: Finding) -> str:
        evidence = finding.evidence
        return page.to_characters(finding.where.document, evidence.begin, evidence.end) if evidence else ""

    # every piece is escaped by the report's own renderer, whose page these are
    pieces = {name: Markup(piece) for name, piece in parts(site.report, page.lang, link).items()}  # noqa: S704
    return page.html("validation", **pieces)
