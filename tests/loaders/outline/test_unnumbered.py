"""Headings without a number above a series that starts anew below each."""

from __future__ import annotations

from tests.loaders.helpers import shares, staged

HEAD = "某市应急体系建设规划责任分解\n某政办发〔2017〕5号\n\n根据规划精神,现将建设任务进行责任分解。\n"


def test_a_line_above_the_first_item_is_a_heading() -> None:
    done = staged(
        f"{HEAD}应急体系9个具体建设任务\n(一)预案建设\n1.完善预案体系\n(1)编制预案。\n(2)修订预案。\n(责任单位:市应急办、市编办)\n2.健全机制\n"
        "(责任单位:市应急办)\n(二)队伍建设\n1.建设队伍。(责任单位:市公安局)\n应急体系7项重点项目\n(一)物资库建设\n1.建设物资库。(责任单位:市民政局)\n"
    )
    parts = [(p.path, p.printed, p.title) for p in done.outline.parts]
    assert parts[:2] == [("1", "", "应急体系9个具体建设任务"), ("1.1", "(一)", "预案建设")]
    assert ("2", "", "应急体系7项重点项目") in parts
    assert ("2.1", "(一)", "物资库建设") in parts
    owners = [(done.outline.parts[c.part].path, shares(c)) for c in done.facts.clauses]
    assert owners[0] == ("1.1.1", ["市应急办 负责", "市编办 负责"])
    assert owners[-1] == ("2.1.1", ["市民政局 负责"])


def test_sentences_and_leads_are_no_headings() -> None:
    done = staged(f"{HEAD}现将任务分解如下:\n(一)预案建设。编制预案。\n(二)队伍建设。建设队伍。\n")
    assert [p.printed for p in done.outline.parts] == ["(一)", "(二)"]


def test_a_line_above_the_outermost_number_is_none() -> None:
    done = staged(f"{HEAD}主要任务\n一、预案建设\n编制预案。\n二、队伍建设\n建设队伍。\n")
    assert [p.printed for p in done.outline.parts] == ["一", "二"]


def test_the_only_heading_without_a_number_is_no_part_of_the_paths_below() -> None:
    done = staged(f"{HEAD}扎实做好应急准备工作\n(一)预案建设。编制预案。\n(二)队伍建设。建设队伍。\n")
    assert [(p.path, p.title) for p in done.outline.parts] == [
        ("1", "扎实做好应急准备工作"),
        ("1", "预案建设"),
        ("2", "队伍建设"),
    ]
