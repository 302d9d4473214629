"""The five texts: identity exactly as tests/gold/corpus/identity.csv reads it."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.model import Identity, WorkIdentity
from tests.loaders.helpers import NATIONAL, PROVINCIAL, corpus, gold, squeezed

ROWS = gold("identity")
KINDS = {"agreement": "Agreement", "plan": "Plan", "division-plan": "DivisionPlan"}


def carried(identity: Identity) -> WorkIdentity | None:
    return identity.works[identity.main] if identity.main >= 0 else None


def day(value: date | None) -> str:
    return value.isoformat() if value else ""


@pytest.mark.parametrize("row", ROWS, ids=[r["document"] for r in ROWS])
def test_identity(row: dict[str, str]) -> None:
    identity = corpus(row["document"]).identity
    work = carried(identity)
    assert identity.genre == row["genre"]
    assert squeezed(identity.title) == squeezed(row["title"])
    assert squeezed(identity.headline) == squeezed(row["headline"])
    assert day(identity.published) == row["published"]
    assert identity.publisher == row["publisher"]
    assert (work.number if work else "") == row["number"]
    assert (day(work.issued) if work else "") == row["issued"]
    assert ";".join(m.text for m in work.issuers) == row["issuer"] if work else not row["issuer"]
    assert ";".join(m.text for m in work.addressees) == row["addressee"] if work else not row["addressee"]
    assert (work.approval[0] if work and work.approval else "") == row["approval_number"]


@pytest.mark.parametrize("row", ROWS, ids=[r["document"] for r in ROWS])
def test_works_reported(row: dict[str, str]) -> None:
    identity = corpus(row["document"]).identity
    reported = [w for w in identity.works if not w.carried]
    assert ";".join(w.title for w in reported) == row["reports_title"]
    main = carried(identity) or reported[0]
    assert main.kind == KINDS[row["work_kind"]]


def test_the_publisher_is_named_as_it_is_called() -> None:
    """The feed's tag (澎湃新闻新闻) is the site's name and its section; the medium is 澎湃新闻."""
    assert corpus(NATIONAL).identity.publisher == "澎湃新闻"
    assert corpus("hubei-daily-2022-03-05").identity.publisher == "湖北日报"


def test_one_file_carries_a_notice_and_the_plan_it_prints() -> None:
    notice, plan = corpus(NATIONAL).identity.works
    assert (notice.kind, plan.kind) == ("Notice", "Plan")
    assert notice.title == "国家发展改革委关于印发长江中游城市群发展“十四五”实施方案的通知"
    assert plan.issued_with == 0
    assert notice.number == plan.number == "发改规划〔2022〕266号"
    assert notice.body is not None
    assert plan.body is not None
    text = corpus(NATIONAL).text
    assert text.slice(notice.body).startswith("《长江中游城市群发展“十四五”实施方案》已经国务院批复同意")
    assert text.slice(plan.body).startswith("长江中游城市群地跨湖北、湖南、江西三省")


def test_the_provincial_document_divides_the_national_plan() -> None:
    work = carried(corpus(PROVINCIAL).identity)
    assert work is not None
    assert work.implements == "长江中游城市群发展“十四五”实施方案"
    assert corpus(PROVINCIAL).identity.jurisdiction == "420000"


def test_a_central_document_speaks_for_the_whole_country() -> None:
    assert corpus(NATIONAL).identity.jurisdiction == "000000"


@pytest.mark.parametrize(
    ("stem", "quote"),
    [
        (NATIONAL, "发改规划〔2022〕266号"),
        (PROVINCIAL, "鄂政办发(2022) 16号"),
    ],
)
def test_the_number_points_at_its_characters(stem: str, quote: str) -> None:
    done = corpus(stem)
    work = carried(done.identity)
    assert work is not None
    assert work.number_span is not None
    begin, end = done.text.to_source(work.number_span)
    assert done.text.source.text[begin:end] == quote
