"""The first page: what is here, and ways that lead to an answer at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhengtu.query.header import Text
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.page import Page

ENTRY = Entry("index.html", Text("首页", "Start"), 0)
_FEW = 8


@dataclass(frozen=True, slots=True)
class Way:
    """A question a newcomer has, the page that answers it, and some of the answers: label, link, count."""

    question: str
    path: str
    answers: tuple[tuple[str, str, str], ...]


def paths(site: Knowledge) -> Iterable[str]:
    """One page."""
    return ("index.html",)


def render(site: Knowledge, page: Page) -> str:
    """Documents, counts and ways in."""
    return page.html(
        "home",
        documents=site.answer("documents"),
        counts=site.counts(),
        ways=[way for way in _ways(site, page) if way.answers],
        report=site.report,
    )


def _ways(site: Knowledge, page: Page) -> Iterator[Way]:
    led = Counter(row["agency"] for row in site.rows("tasks-leads"))
    leaders = sorted(led.items(), key=lambda one: (-one[1], site.name(one[0])))
    yield Way(
        page.t("哪些单位牵头的任务最多？", "Which agencies lead most tasks?"),
        "agencies.html",
        tuple((page.name(iri), page.to_iri(iri), str(tasks)) for iri, tasks in leaders[:_FEW]),
    )
    mentions = {row["place"]: int(row["mentions"]) for row in site.rows("places-mentioned")}
    most = sorted(mentions.items(), key=lambda one: (-one[1], one[0]))
    yield Way(
        page.t("各地有什么项目、产业和协议？", "Projects, industries and agreements of a place?"),
        "places.html",
        tuple((page.name(iri), page.to_iri(iri), str(n)) for iri, n in most[:_FEW] if page.to_iri(iri)),
    )
    without = [(row["document"], row["task_number"], row["task_title"]) for row in site.answer("tasks-without-lead")]
    yield Way(
        page.t("哪些任务没有写明责任单位？", "Which tasks name no responsible unit?"),
        "tasks.html",
        tuple((f"{n} {title}", page.to_iri(site.task(stem, n)), page.title(stem)) for stem, n, title in without[:_FEW]),
    )
    signed = {row["work"]: row for row in site.answer("agreements")}
    yield Way(
        page.t("签了哪些协议，承诺了什么？", "Which agreements were signed, and what do they promise?"),
        "works.html",
        tuple((row["agreement"], page.to_iri(iri), row["signed"]) for iri, row in list(signed.items())[:_FEW]),
    )
