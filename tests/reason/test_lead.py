"""Who leads a task: what the clause prints, what a note says, else the first-listed, by the drafting convention."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from zhengtu import reason
from zhengtu.store import memory_store

BASE = "https://w3id.org/zhengtu/"
ZT = BASE + "ns#"
HEAD = f"@base <{BASE}> . @prefix zt: <{ZT}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
LEADS = f"PREFIX zt: <{ZT}> SELECT ?task ?unit WHERE {{ ?task zt:leadUnit ?unit }} ORDER BY ?task ?unit"
BASES = f"PREFIX zt: <{ZT}> SELECT ?share ?basis WHERE {{ ?share zt:leadBasis ?basis }} ORDER BY ?share"


def clause(name: str, *units: str, note: bool = False, task: str = "t", basis: str = "explicit", first: int = 1) -> str:
    """A clause; a unit is written ``name`` or ``name:role``; a unit that starts with ``?`` is a description."""
    lines = [f"<clause/{name}> a zt:ResponsibilityClause ; zt:task <{task}> ."]
    if note:
        lines.append(f"<clause/{name}> zt:leadNote <span/note> .")
    for position, unit in enumerate(units, first):
        who, _, role = unit.partition(":")
        node = f"agent/{who[1:]}" if who.startswith("?") else f"agency/{who}"
        kind = "zt:AgentDescription" if who.startswith("?") else "zt:CentralAgency"
        lines.append(
            f"<{node}> a {kind} . <{basis}/{name}-{task}-{position}> a zt:Responsibility ; zt:task <{task}> ;"
            f" zt:unit <{node}> ; zt:role zt:{role or 'responsible'} ; zt:basis zt:{basis} ; zt:position {position} ;"
            f" zt:inClause <clause/{name}> ."
        )
    return "\n".join(lines)


def derived(*clauses: str) -> tuple[set[tuple[str, str]], dict[str, str]]:
    """Task and lead units, and the basis by share."""
    store = memory_store()
    store.add(parse(f"{HEAD} <graph/doc/a> {{ {' '.join(clauses)} }}", format=RdfFormat.TRIG))
    reason.lead.run(store, BASE)
    leads = {(task.value.removeprefix(BASE), unit.value.removeprefix(BASE)) for task, unit in store.select(LEADS)}
    bases = {share.value.removeprefix(BASE): basis.value.removeprefix(ZT) for share, basis in store.select(BASES)}
    return leads, bases


def test_printed_lead():
    """（发展改革委、交通运输部牵头，水利部参加）"""
    leads, bases = derived(clause("1", "ndrc:lead", "mot:lead", "mwr:participant"))
    assert leads == {("t", "agency/ndrc"), ("t", "agency/mot")}
    assert bases == {"explicit/1-t-1": "explicit", "explicit/1-t-2": "explicit"}


def test_lead_printed_last():
    """（水利部、交通运输部参加，发展改革委牵头）"""
    leads, bases = derived(clause("1", "mwr:participant", "mot:participant", "ndrc:lead"))
    assert leads == {("t", "agency/ndrc")}
    assert bases == {"explicit/1-t-3": "explicit"}


@pytest.mark.parametrize("role", ["lead", "responsible"])
def test_note(role):
    """（发展改革委、水利部负责，排在第一位的部门为牵头部门，下同）"""
    leads, bases = derived(clause("1", f"ndrc:{role}", "mwr", note=True))
    assert leads == {("t", "agency/ndrc")}
    assert bases == {"explicit/1-t-1": "byNote"}


def test_note_and_another_printed_lead():
    """（水利部、发展改革委牵头）under the note: the clause's own word holds."""
    leads, bases = derived(clause("1", "mwr", "ndrc:lead", note=True))
    assert leads == {("t", "agency/ndrc")}
    assert bases == {"explicit/1-t-2": "explicit"}


def test_first_listed():
    """（国家发展改革委、自然资源部）"""
    leads, bases = derived(clause("1", "ndrc", "mnr"))
    assert leads == {("t", "agency/ndrc")}
    assert bases == {"explicit/1-t-1": "firstListed"}


def test_a_description_does_not_lead_by_being_first():
    """（相关城市人民政府、交通运输部）"""
    assert derived(clause("1", "?cities", "mot")) == (set(), {})


def test_two_clauses_of_one_task_each_have_their_lead():
    leads, _ = derived(clause("1", "ndrc", "mnr"), clause("2", "mot:lead", "mwr:participant"))
    assert leads == {("t", "agency/ndrc"), ("t", "agency/mot")}


@pytest.mark.parametrize("note", [True, False])
def test_what_is_inherited_leads_nothing(note):
    """（湖北省、湖南省、江西省、发展改革委，以下任务均需三省落实，不再列出）: the later task has its own first-listed."""
    earlier = clause("1", "hubei", "ndrc", note=note)
    inherited = clause("1", "hubei", "hunan", task="u", basis="inherited")
    own = clause("2", "mot", task="u")
    leads, _ = derived(earlier, inherited.replace("<clause/1> a zt:ResponsibilityClause ; zt:task <u> .", ""), own)
    assert leads == {("t", "agency/hubei"), ("u", "agency/mot")}


def test_everything_goes_to_the_inferred_graph():
    store = memory_store()
    store.add(parse(f"{HEAD} <graph/doc/a> {{ {clause('1', 'ndrc')} }}", format=RdfFormat.TRIG))
    added = reason.lead.run(store, BASE)
    assert len(list(store.graph(BASE + "graph/inferred"))) == added == 2


def test_rules_are_files_with_a_header():
    files = reason.rule_files()
    assert {name.split("/")[1] for name, _ in files} == {"lead", "schema"}
    assert all(path.read_text("utf-8").startswith("# ") for _, path in files)
