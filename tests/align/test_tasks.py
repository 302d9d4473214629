"""Tasks handed down: the shipped plans against the gold read from them, and an invented provincial plan."""

import csv
from pathlib import Path

import pytest

from tests.align.texts import ROOT, tasks
from zhengtu.align import Mapping, TaskText, align_tasks

NATIONAL, PROVINCIAL = "corpus/thepaper-2022-03-15.md", "corpus/hubei-division-2022-16.txt"
UPPER, LOWER = "tests/gold/written/docs/guoban-home-ageing.txt", "tests/align/cases/home-ageing-province.txt"


def _rows(path: str) -> dict[tuple[str, str], str]:
    with (ROOT / path).open(encoding="utf-8") as file:
        return {(r["upper_task"], r["lower_task"]): r["relation"] for r in csv.DictReader(file)}


def _found(upper: str, lower: str) -> dict[tuple[str, str], Mapping]:
    return {(m.upper, m.lower): m for m in align_tasks(tasks(upper), tasks(lower))}


@pytest.mark.parametrize(
    ("upper", "lower", "gold"),
    [
        (NATIONAL, PROVINCIAL, "tests/gold/corpus/decomposition.csv"),
        (UPPER, LOWER, "tests/align/cases/home-ageing-province.csv"),
    ],
)
def test_pairs_and_relations(upper, lower, gold):
    expected = _rows(gold)
    found = _found(upper, lower)
    both = expected.keys() & found.keys()
    assert 2 * len(both) / (len(expected) + len(found)) >= 0.97
    assert sum(found[pair].relation == expected[pair] for pair in both) >= 0.9 * len(expected)


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (("22", "5.1"), ["罗霄山", "加强鄱阳湖、洞庭湖保护", "湘江、赣江", "雪峰山、怀玉山、武夷山"]),
        (("23", "5.2"), ["到2025年城市生活污水集中收集率达到70%以上", "湖南"]),
        (("21", "4.4"), ["推动江西内陆开放型经济试验区建设", "建设长沙临空经济示范区", "湘潭、岳阳、九江"]),
        (("29", "6.3"), ["井冈山", "韶山、南昌", "湖湘文化", "铜官窑、海昏侯国", "景德镇御窑", "湘绣"]),
        (("11", "5.2.4"), []),
    ],
)
def test_dropped_words(pair, words):
    assert set(words) <= set(_found(NATIONAL, PROVINCIAL)[pair].dropped)


@pytest.mark.parametrize(
    ("pair", "word"),
    [
        (("18", "4.1"), "武汉"),
        (("29", "6.3"), "湖北段"),
        (("11", "5.2.3"), "鄂北水资源配置二期"),
        (("27", "6.1"), "资格认定"),
    ],
)
def test_added_words(pair, word):
    assert word in _found(NATIONAL, PROVINCIAL)[pair].added


def test_what_a_province_writes_for_itself_stays_without_upper_task():
    assert "3" not in {lower for _, lower in _found(UPPER, LOWER)}


def test_plans_on_other_matters_repeat_nothing():
    mappings = align_tasks(tasks(UPPER), tasks(PROVINCIAL))
    assert all(m.score < 0.3 for m in mappings)
    assert len(mappings) <= 0.1 * len(tasks(PROVINCIAL))


def test_a_plan_handed_down_word_for_word_is_the_same():
    mappings = align_tasks(tasks(NATIONAL), tasks(NATIONAL))
    own = [m for m in mappings if m.upper == m.lower]
    assert len(own) == len(tasks(NATIONAL))
    assert {m.relation for m in own} == {"same"}
    assert not any(m.added or m.dropped for m in own)


def test_nothing_to_align():
    assert align_tasks([], []) == []
    assert align_tasks([], [TaskText("l", "建设铁路。", "铁路")]) == []
    assert align_tasks([TaskText("u", "", "")], [TaskText("l", "", "")]) == []


def test_cases_are_complete():
    assert Path(ROOT / LOWER).exists()
    assert len(tasks(LOWER)) == 7
