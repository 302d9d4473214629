"""New, fixed and standing findings; waivers; what is kept beside the store."""

import datetime
import json

import pytest
from pyoxigraph import RdfFormat

from tests.queries.support import model_store
from zhengtu import validate
from zhengtu.graphs import BASE
from zhengtu.store import EmbeddedStore, new_generation, open_store
from zhengtu.validate import ValidateError, history
from zhengtu.validate.render.html import parts

PLAN = f"{BASE}work/fagaiguihua-2030-1"
TODAY = datetime.date(2031, 6, 1)


def put(path, store):
    with new_generation(path) as opened:
        opened.add(store.quads())


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "store"
    put(path, model_store())
    return path


def checked(place, **more):
    with open_store(str(place)) as store:
        report = validate.report(store, today=TODAY, **more)
        validate.keep_beside(store, report, validate.record(store, report))
    return report


def update(path, text):
    with new_generation(path, carry_over=True) as store:
        store.update("PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX zt: <https://w3id.org/zhengtu/ns#>" + text)


def test_new_fixed_and_standing(place):
    checked(place)
    update(
        place,
        f"""DELETE {{ GRAPH ?g {{ <{PLAN}/task/4> zt:taskKind zt:action . <{PLAN}> zt:issuer ?i }} }}
            INSERT {{ GRAPH ?g {{ <{PLAN}/task/4> zt:taskKind zt:principle }} }}
            WHERE {{ GRAPH ?g {{ <{PLAN}/task/4> zt:taskKind zt:action . <{PLAN}> zt:issuer ?i }} }}""",
    )
    update(place, f"DELETE WHERE {{ GRAPH ?g {{ <{BASE}work/notice-1> zt:issuer ?i }} }}")
    report = checked(place, since="1")
    states = {(f.rule.local, f.state) for f in report.findings}
    assert ("PlanIssuer", "new") in states
    assert ("number-skipped", "standing") in states
    assert [f.rule.local for f in report.fixed] == ["task-without-responsibility"]
    text = validate.render(report, "text")
    assert "与 1 相比：新增 1，已解决 1，仍在 6" in text
    assert "〔新增〕违规" in text
    log = json.loads(validate.render(report, "sarif"))
    assert {r["baselineState"] for r in log["runs"][0]["results"]} == {"new", "unchanged", "absent"}


def test_a_finding_keeps_its_key_when_the_text_around_it_changes():
    before = {f.rule.local: f.key for f in validate.run(model_store()).findings}
    store = model_store()
    moved = [quad for quad in store.quads() if "doc/plan-a" in str(quad.graph_name)]
    text = "".join(f"{quad} .\n" for quad in store.quads() if quad not in moved)
    for quad in moved:  # a paragraph of 1000 characters before everything, and one more item numbered before item 4
        line = str(quad).replace("/span/", "/span/1").replace("/task/4", "/task/5").replace("target/1", "target/9")
        text += line + " .\n"
    shifted = model_store()
    shifted.raw.clear()
    shifted.raw.load(text.encode(), format=RdfFormat.N_QUADS)
    after = {f.rule.local: f.key for f in validate.run(shifted).findings}
    assert after["task-without-responsibility"] == before["task-without-responsibility"]
    assert after["target-conflict"] == before["target-conflict"]
    assert after["number-skipped"] == before["number-skipped"]


def test_a_generation_that_was_never_checked_is_checked_now(place):
    update(place, f"DELETE WHERE {{ GRAPH ?g {{ <{PLAN}/task/4> ?p ?o }} }}")
    with open_store(str(place)) as store:
        report = validate.report(store, since="1", today=TODAY)
    assert [f.rule.local for f in report.fixed] == ["task-without-responsibility"]


def test_a_generation_that_is_gone(place):
    with open_store(str(place)) as store, pytest.raises(ValidateError, match="7"):
        validate.report(store, since="7", today=TODAY)


def test_since_a_report_in_a_file(place, tmp_path):
    path = tmp_path / "earlier.json"
    path.write_text(validate.render(checked(place), "json"), "utf-8")
    report = checked(place, since=str(path))
    assert {f.state for f in report.findings} == {"standing"}
    path.write_text("{}")
    with open_store(str(place)) as store, pytest.raises(ValidateError, match="earlier"):
        validate.report(store, since=str(path), today=TODAY)


def test_what_is_kept_is_read_back_as_it_was(place, tmp_path):
    report = checked(place)
    history.keep(report, tmp_path / "kept.json")
    assert [f.key for f in history.kept(tmp_path / "kept.json")] == [f.key for f in report.findings]


def test_a_generation_tells_the_report_of_its_own_validation(place, tmp_path):
    with open_store(str(place)) as store:
        assert validate.recorded(store) is None
    key = checked(place).findings[0].key
    report = checked(place, waivers=waivers(tmp_path, (key, "2031-12-31")))
    with open_store(str(place)) as store:
        kept = validate.recorded(store)
    assert [f.key for f in kept.findings] == [f.key for f in report.findings]
    assert [(w.finding.key, w.who, w.until) for w in kept.waived] == [(key, "督查室", datetime.date(2031, 12, 31))]
    assert (kept.documents, kept.base, kept.away) == (report.documents, report.base, report.away)
    for lang in ("zh", "en"):
        told = parts(kept, lang)
        assert told == parts(report, lang)
    update(place, f"DELETE WHERE {{ GRAPH ?g {{ <{PLAN}/task/4> ?p ?o }} }}")
    with open_store(str(place)) as store:
        assert validate.recorded(store) is None


def waivers(tmp_path, *entries):
    path = tmp_path / "waivers.toml"
    tables = [f'[[waiver]]\nfinding = "{key}"\nreason = "待复"\nwho = "督查室"\nuntil = {until}\n' for key, until in entries]
    path.write_text("\n".join(tables), "utf-8")
    return path


def test_waivers(place, tmp_path):
    key = {f.rule.local: f.key for f in checked(place).findings}
    path = waivers(
        tmp_path,
        (key["task-without-responsibility"], "2031-06-01"),
        (key["number-skipped"], "2031-05-31"),
        ("0000000000000000", "2031-12-31"),
    )
    report = checked(place, waivers=path)
    assert [entry.finding.rule.local for entry in report.waived] == ["task-without-responsibility"]
    names = [f.rule.local for f in report.findings]
    assert "task-without-responsibility" not in names
    assert "number-skipped" in names
    assert report.conforms
    expired = next(f for f in report.findings if f.rule.local == "waiver-expired")
    assert expired.severity == "warning"
    assert expired.where.item == "10"
    assert "2031-05-31" in expired.what.zh
    assert next(f for f in report.findings if f.rule.local == "waiver-unused").severity == "info"
    for form in ("text", "html"):
        shown = validate.render(report, form)
        assert "已豁免" in shown
        assert "督查室" in shown
    results = json.loads(validate.render(report, "sarif"))["runs"][0]["results"]
    assert [r["ruleId"] for r in results if "suppressions" in r] == ["task-without-responsibility"]


@pytest.mark.parametrize(
    "text",
    [
        "waiver = 3",
        "[[waiver]]\nfinding = 'x'\nreason = 'y'\nwho = 'z'",
        "[[waiver]]\nfinding = 'x'\nreason = ''\nwho = 'z'\nuntil = 2031-01-01",
        "[[waiver]]\nfinding = 'x'\nreason = 'y'\nwho = 'z'\nuntil = '2031'",
        "[[waiver]]\nfinding = 'x'\nreason = 'y'\nwho = 'z'\nuntil = 2031-01-01\nmore = 1",
        "[[",
    ],
)
def test_a_malformed_waiver_is_refused(place, tmp_path, text):
    path = tmp_path / "waivers.toml"
    path.write_text(text, "utf-8")
    with open_store(str(place)) as store, pytest.raises(ValidateError, match=r"waivers\.toml"):
        validate.report(store, waivers=path, today=TODAY)


def test_findings_can_be_asked_for_by_sparql(place):
    report = checked(place)
    with open_store(str(place)) as store:
        from zhengtu.query import run

        rows = list(run(store, "findings"))
    assert [row["key"] for row in rows] == [f.key for f in report.findings]
    row = next(row for row in rows if row["rule"] == "task-without-responsibility")
    assert (row["document"], row["severity"], row["item"], row["begin"], row["end"]) == (
        "plan-a",
        "violation",
        "4",
        "350",
        "400",
    )


def test_recording_twice_makes_no_new_generation(place):
    checked(place)
    with EmbeddedStore(place) as store:
        first = store.generation
    checked(place)
    with EmbeddedStore(place) as store:
        assert store.generation == first


def test_a_cached_report_is_the_same_and_a_change_is_seen(place):
    first = checked(place)
    again = checked(place)
    assert again == first
    update(place, f"DELETE WHERE {{ GRAPH ?g {{ <{PLAN}/mechanism/1> dcterms:title ?t }} }}")
    changed = checked(place)
    assert {f.rule.local for f in changed.findings} - {f.rule.local for f in first.findings} == {"EventTitle"}


def test_one_document_only(place):
    with open_store(str(place)) as store:
        whole = validate.report(store, today=TODAY)
        one = validate.report(store, document="plan-a", today=TODAY)
        assert [f.key for f in one.findings] == [f.key for f in whole.findings if f.where.document == "plan-a"]
        with pytest.raises(ValidateError, match="nothing"):
            validate.report(store, document="nothing", today=TODAY)


def test_processes_give_the_same_report(place):
    with open_store(str(place)) as store:
        alone = validate.run(store, validate.Options(jobs=1))
        together = validate.run(store, validate.Options(jobs=2))
    assert together == alone
