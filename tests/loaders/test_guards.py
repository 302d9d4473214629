"""Guards asked before a pattern: what it begins with, ends in, or holds; a guard must let every branch of its pattern pass.

A search that a guard stops finds nothing and says nothing, so the tests read the pattern's branches, not texts.
"""

from __future__ import annotations

import re
from re import _constants as op
from re import _parser
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders import numerals
from loaders.extract import mechanisms
from loaders.extract.groupings import extents, regions
from loaders.extract.industry_roles.lexicon import words
from loaders.extract.projects import places
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.responsibilities import notes, roles, sentences
from loaders.extract.targets import events, layout, levels, mood, rank, scan
from loaders.link import runs, zones
from loaders.outline.entries import _CONTENTS, _is_of_contents
from loaders.registry import load_registry
from loaders.sentences import lines_with

GUARD = re.compile(r"\(\?=((?:\\d\|)?\[[^\]]+\])\)")
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def first(items: Any, step: int = 1) -> tuple[set[str], bool]:
    """What a sequence of parsed items can begin with, one sample of each range or class, and whether it may be empty.

    With a ``step`` of -1, what it can end in.
    """
    found: set[str] = set()
    for kind, value in list(items)[::step]:
        if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
            continue
        chars, empty = of_one(kind, value, step)
        found |= chars
        if not empty:
            return found, False
    return found, True


def last(pattern: re.Pattern[str]) -> set[str]:
    """What ``pattern`` can end in."""
    chars, empty = first(_parser.parse(pattern.pattern), -1)
    assert not empty
    return chars


def holds(items: Any, guard: re.Pattern[str], run: str = "") -> bool:
    """Whether ``guard`` finds something in every text of a sequence of parsed items, ``run`` the characters right before it."""
    for kind, value in items:
        if kind is op.LITERAL:
            run += chr(value)
            if guard.search(run):
                return True
            continue
        if kind is op.BRANCH and all(holds(branch, guard, run) for branch in value[1]):
            return True
        if kind is op.SUBPATTERN and holds(value[-1], guard, run):
            return True
        if kind in REPEATS and value[0] > 0 and holds(value[2], guard, run):
            return True
        if kind is op.IN and all(k is op.LITERAL and guard.search(run + chr(v)) for k, v in value):
            return True
        run = run if kind in (op.ASSERT, op.ASSERT_NOT) else ""
    return False


def of_one(kind: Any, value: Any, step: int = 1) -> tuple[set[str], bool]:
    if kind is op.LITERAL:
        return {chr(value)}, False
    if kind is op.RANGE:
        return {chr(value[0]), chr(value[1])}, False
    if kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
        return {"0", "9", "９"}, False
    if kind is op.CATEGORY and value is op.CATEGORY_SPACE:
        return {" ", "\n", "　"}, False
    if kind is op.IN:
        return set().union(*(of_one(*item)[0] for item in value)), False
    if kind is op.SUBPATTERN:
        return first(value[-1], step)
    if kind is op.BRANCH:
        each = [first(branch, step) for branch in value[1]]
        return set().union(*(chars for chars, _ in each)), any(empty for _, empty in each)
    if kind in REPEATS:
        chars, empty = first(value[2], step)
        return chars, empty or value[0] == 0
    raise AssertionError(f"a guard over {kind} tells nothing")


def hidden(pattern: str) -> set[str]:
    """The characters that ``pattern`` could begin with if its guard let them pass."""
    guard = GUARD.match(pattern)
    assert guard, "no guard"
    chars, empty = first(_parser.parse(pattern[guard.end() :]))
    assert not empty
    return {char for char in chars if not re.match(guard[1], char)}


@pytest.mark.parametrize(
    "pattern",
    [
        events._EVENT,
        levels._LEVEL,
        mood._CUE,
        rank._PLACE,
        regions._HOLDS,
        extents._OPENS,
        numerals._DATE,
        mechanisms._NOUN,
    ],
    ids=["events", "levels", "cues", "ranks", "holds", "extents", "dates", "bodies"],
)
def test_the_guard_hides_no_branch(pattern: re.Pattern[str]) -> None:
    assert hidden(pattern.pattern) == set()


def test_a_branch_behind_the_guard_is_noticed() -> None:
    assert hidden("(?=[一二])(?:一月|二月|(?:约)?三月)") == {"三", "约"}


def test_a_number_begins_with_what_is_looked_for_first() -> None:
    chars, empty = first(_parser.parse(scan._NUMBER.pattern))
    assert not empty
    assert {char for char in chars if not scan._DIGIT.match(f"{char}个")} == set()


def test_zones_begin_with_what_is_asked_first() -> None:
    chars, empty = first(_parser.parse(zones._tail().pattern))
    assert chars == {pair[0] for pair in zones._openings()}
    assert {len(pair) for pair in zones._openings()} == {2}
    assert not empty


DATED = (
    "20 二〇 二○ 25 三五 年 12 1 月 日 底 末 前 初 以来 起 十 一 四 五 ” 规划 期末 期间 截至 截止 上旬"
    " 之 以 年来 目前 当前 迄今 现有 去年 上年 近 几 过去 的 今后 未来 下 步 接下来 今年 年内 上半年 全年 本年 度 龄 三季度 。"
)


@given(st.lists(st.sampled_from(DATED.split()), max_size=14).map("".join))
def test_a_date_is_found_at_its_sign(text: str) -> None:
    assert [m.span() for m in events._dated(text)] == [m.span() for m in events._EVENT.finditer(text)]


TOWNS = "临泽 高台 山丹 民乐 清水 沙河 四县 等 和 、 、、 ， 支持 建设 至 县"


@settings(deadline=None)
@given(st.lists(st.sampled_from(TOWNS.split()), max_size=14).map("".join))
def test_a_list_of_towns_is_found_where_two_meet(text: str) -> None:
    registry = load_registry()
    known, endings = runs.known_towns(registry), runs._endings(registry)
    stretches = (match.span() for match in re.finditer("[一-鿿、]+", text))
    listed = (run for begin, end in stretches for run in runs._runs(text, begin, end, known, endings))
    assert runs.town_runs(text, registry, "620000") == [
        town for run in listed for town in runs._of_one_province(text, run, "620000")
    ]


RANKED = "首位 第 一 十 二 12 位 名 强 前 榜首 度 者 的 部 列 县 ， 全国"


@given(st.lists(st.sampled_from([*RANKED.split(), "\n"]), max_size=14).map("".join))
@example("第十")
@example("第十二\n第一名")
def test_a_rank_stands_in_a_line_with_its_sign(text: str) -> None:
    found = [m.span() for line in lines_with(text, rank._SIGN) for m in rank._PLACE.finditer(text, *line)]
    assert found == [m.span() for m in rank._PLACE.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "ends"),
    [(roles.VERB, roles._VERB_ENDS), (regions.DEFINED, regions._DEFINED_ENDS), (zones._tail(), zones.head_ends())],
    ids=["duties", "parts of a scheme", "zones"],
)
def test_a_pattern_ends_in_what_is_asked_first(pattern: re.Pattern[str], ends: frozenset[str]) -> None:
    assert last(pattern) <= ends


def test_a_line_of_contents_ends_in_a_number_or_its_bracket() -> None:
    assert {char for char in last(_CONTENTS) if not (char.isspace() or char.isdecimal() or char in "）)")} == set()
    assert [line for line in ("第一章 总则……1", "总则…… （12） ", "总则……", "1.总则") if _is_of_contents(line)] == [
        "第一章 总则……1",
        "总则…… （12） ",
    ]


@pytest.mark.parametrize(
    ("pattern", "guard"),
    [
        (levels._LEVEL, re.compile("亿")),
        (layout._OPENER, re.compile("的一年")),
        (notes._ALL_BELOW, notes._SO_BELOW),
        (sentences._BY, sentences._SIGN),
    ],
    ids=["levels", "openers", "notes", "duties"],
)
def test_a_pattern_holds_what_is_looked_for_first(pattern: re.Pattern[str], guard: re.Pattern[str]) -> None:
    assert holds(_parser.parse(pattern.pattern), guard)


def test_a_branch_that_a_guard_would_hide_is_noticed() -> None:
    assert last(re.compile("(?:负责|牵头(?:抓总)?)(?:工作)?$")) == {"责", "头", "总", "作"}
    assert not holds(_parser.parse("以下(?:均由|都请)(?:省|市)落实"), re.compile("由"))
    assert not holds(_parser.parse("各?(?:由)?市落实"), re.compile("由"))


@pytest.mark.parametrize("name", ["至", "到", "—", "集团", "公司"])
def test_what_parts_a_name_is_asked_in_one_pattern(name: str) -> None:
    text = f"武汉{name}襄阳"
    assert places._PARTS.search(text)
    assert any(pattern.search(text) for pattern in (places._JOINT, places._FIRM))


def test_no_cue_holds_a_mark_that_parts_clauses() -> None:
    """So a cue that begins in a clause ends in it, and where it begins is all that must be asked."""
    marks = set("，：。；！？…\n（）")
    for cues in (words().cues, lexicon().head_words, lexicon().signs):
        assert not any(marks & set(word) for word in cues.words)
