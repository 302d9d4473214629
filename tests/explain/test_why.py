"""Why something was inferred: the rule in words, the statements it took, the sentences behind them."""

from __future__ import annotations

import pytest

from zhengtu.build import build, terms
from zhengtu.explain import Reasons, explain, render
from zhengtu.graphs import BASE
from zhengtu.store import open_store

PLAN = """示范城市群发展实施方案
示发改〔2030〕5号
一、总体要求
（一）指导思想。坚持统筹协调。
二、主要任务
（二）完善综合交通。建设武汉至长沙铁路。（国家发展改革委、交通运输部负责）
（三）共建港口群。到2035年港口吞吐量达到5亿吨。（水利部参加，交通运输部牵头）
"""
NOTED = """甲城市群发展实施方案
甲发改〔2031〕6号
一、主要任务
（一）完善综合交通。建设武汉至长沙铁路。（国家发展改革委、交通运输部负责，排在第一位的部门为牵头部门，下同）
（二）共建港口群。加快港口建设。（水利部、交通运输部负责）
"""
WORK, OTHER = BASE + "work/shifagai-2030-5", BASE + "work/jiafagai-2031-6"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("why")
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    (folder / "noted.txt").write_text(NOTED, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        chosen = [path for path in terms.files() if path.stem in ("zhengtu", "alignments", "agencies")]
        patch.setattr(terms, "files", lambda: chosen)
        build([folder], str(folder / "store"))
    with open_store(str(folder / "store")) as opened:
        yield opened


def lines(store, iri, *, full=False) -> list[str]:
    return list(render(explain(store, iri), Reasons(store), full=full))


def under(shown: list[str], start: str) -> list[str]:
    """The indented lines that follow the first line that starts so, that line included."""
    begin = next(i for i, line in enumerate(shown) if line.startswith(start))
    end = next((i for i, line in enumerate(shown[begin + 1 :], begin + 1) if not line.startswith("      ")), len(shown))
    return shown[begin:end]


def printed(text: str, words: str, document: str) -> str:
    begin = text.index(words)
    return f"「{words}」 {document} [{begin}, {begin + len(words)})"


def test_the_first_listed(store):
    shown = under(lines(store, WORK + "/task/2"), "  牵头单位：国家发展和改革委员会")
    assert shown[0].endswith("〔推断〕")
    assert shown[1] == "      推断规则：未写明牵头，按行文惯例由排在第一位的单位牵头"
    assert shown[2].startswith("      根据：国家发展改革委 — 单位 → 国家发展和改革委员会")
    assert "（国家发展改革委、交通运输部负责）" in shown[2]
    assert shown[3].startswith("      根据：国家发展改革委 — 排位 → 1")
    assert len(shown) == 4


def test_a_printed_lead(store):
    shown = under(lines(store, WORK + "/task/3"), "  牵头单位：中华人民共和国交通运输部")
    assert shown[1] == "      推断规则：责任括注写明牵头"
    assert "（水利部参加，交通运输部牵头）" in shown[2]
    assert shown[3].startswith("      根据：交通运输部 — 角色 → 牵头")


def test_a_note_of_another_item(store):
    shown = under(lines(store, OTHER + "/task/1.2"), "  牵头单位：中华人民共和国水利部")
    assert shown[1] == "      推断规则：文中注明排在第一位的为牵头单位"
    assert any("排在第一位的部门为牵头部门，下同" in line and "noted" in line for line in shown[2:])


def test_premises_that_were_inferred_themselves(store):
    """The task is in the plan, as it is in the chapter and the chapter in the plan: each of these from a heading."""
    shown = under(lines(store, WORK + "/task/2"), "  位于…之内：示范城市群发展实施方案")
    assert shown[1] == "      推断规则：传递属性，首尾相接则成立"
    assert shown[2] == "      根据：完善综合交通 — 位于…之内 → 主要任务〔推断〕"
    assert shown[3] == "        推断规则：下位属性成立，则上位属性成立"
    assert shown[4].startswith("        根据：完善综合交通 — 属于 → 主要任务 ")
    assert shown[5] == "      根据：主要任务 — 位于…之内 → 示范城市群发展实施方案〔推断〕"
    assert printed(PLAN, "二、主要任务", "plan") in shown[7]


def test_types_of_one_reason_share_it(store):
    shown = lines(store, WORK + "/task/2")
    first = shown.index("  rdf:type：有据项  <zt:Attestable>〔推断〕")
    assert shown[first + 1].startswith("  rdf:type：")
    assert "      推断规则：一类的实例，也是其上位类的实例" in shown[first:]


def test_what_the_registry_says(store):
    ministry = BASE + "agency/guojia-fazhan-he-gaige-weiyuanhui"
    shown = under(lines(store, ministry), "  rdf:type：有名实体")
    assert shown[2].endswith("（名录）")


def test_what_points_here_has_its_reason_too(store):
    ministry = BASE + "agency/guojia-fazhan-he-gaige-weiyuanhui"
    shown = lines(store, ministry)
    after = shown[shown.index("  ← 牵头单位（2）") :]
    assert "      推断规则：未写明牵头，按行文惯例由排在第一位的单位牵头" in after
    assert "      推断规则：文中注明排在第一位的为牵头单位" in after


def test_in_english(store, monkeypatch):
    monkeypatch.setenv("ZHENGTU_LANG", "en")
    shown = lines(store, WORK + "/task/3")
    assert "      rule: the clause names the unit as leading" in shown


def test_every_inferred_statement_has_a_reason(store):
    reasons, unexplained, seen = Reasons(store), [], 0
    for triple in store.graph(BASE + "graph/inferred"):
        fact = (triple.subject, triple.predicate, triple.object)
        if triple.subject.value.startswith(WORK):
            seen += 1
            why = reasons.of(fact)
            if why is None or not why.premises:
                unexplained.append(fact)
    assert unexplained == []
    assert seen > 50
