"""Agreements, promises and events of the corpus, as the gold files read them."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import PROVINCIAL, TEXTS, corpus, gold, squeezed

SIGNED = ["capitals-action-plan-2017", "wuhan-circle-agreement-2021"]


def occasion(stem: str, index: int | None) -> str:
    return corpus(stem).facts.events[index].title if index is not None else ""


@pytest.mark.parametrize("stem", TEXTS)
def test_agreements_row_by_row(stem: str) -> None:
    done = corpus(stem)
    found = [
        (done.identity.works[a.work].title, a.signed.isoformat() if a.signed else "", occasion(stem, a.event), p.text)
        for a in done.facts.agreements
        for p in a.parties
    ]
    assert sorted(found) == sorted((r["agreement"], r["signed"], r["event"], r["party"]) for r in gold("agreements", stem))


@pytest.mark.parametrize("stem", SIGNED)
def test_promises(stem: str) -> None:
    """At least 97 in a hundred (issue 3), compared sentence by sentence under their topic."""
    found = {(squeezed(c.topic), squeezed(c.text)) for c in corpus(stem).facts.commitments}
    wanted = {(squeezed(r["topic"]), squeezed(r["text"])) for r in gold("commitments", stem)}
    right = len(found & wanted)
    assert 2 * right / (len(found) + len(wanted)) >= 0.97, sorted(found ^ wanted)


def test_the_implementing_opinion_promises_nothing() -> None:
    """The five points are the agreement; the opinion and the ten projects after them are other works."""
    topics = {c.topic for c in corpus("wuhan-circle-agreement-2021").facts.commitments}
    assert topics == {"规划同编", "交通同网", "科技同兴", "产业同链", "民生同保"}


@pytest.mark.parametrize("stem", TEXTS)
def test_events(stem: str) -> None:
    found = [(squeezed(e.title), e.date.isoformat() if e.date else "") for e in corpus(stem).facts.events]
    for row in gold("events", stem):
        dates = [day for title, day in found if title == squeezed(row["title"])]
        assert dates, row["title"]
        assert dates[0] == row["date"] or (len(row["date"]) == 4 and dates[0] in ("", row["date"]))
    known = {squeezed(r["title"]) for r in gold("events", stem)}
    assert {title for title, _ in found} <= known


@pytest.mark.parametrize("stem", TEXTS)
def test_standing_bodies(stem: str) -> None:
    found = {squeezed(m.title) for m in corpus(stem).facts.mechanisms}
    wanted = {squeezed(r["title"]) for r in gold("mechanisms", stem)}
    assert found == wanted


def test_a_plan_signs_nothing() -> None:
    assert corpus(PROVINCIAL).facts.agreements == ()
