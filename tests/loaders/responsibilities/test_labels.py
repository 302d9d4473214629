"""Labelled lines outside brackets: 责任单位：…, 牵头单位：… with 配合单位：… on the next line, names broken by the line's end."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import corpus, shares, squeezed, staged
from tests.loaders.responsibilities.forms import HEAD, units

CASES = {
    "\n责任单位：省水利厅、省财政厅": [["省水利厅 负责", "省财政厅 负责"]],
    "\n责任单位：省水利厅、省财政厅。": [["省水利厅 负责", "省财政厅 负责"]],
    "\n责任单位:省水利厅,省财政厅": [["省水利厅 负责", "省财政厅 负责"]],
    "\n负责部门：省水利厅": [["省水利厅 负责"]],
    "\n牵头单位：省水利厅": [["省水利厅 牵头"]],
    "\n牵头部门：省水利厅；配合部门：省财政厅、省农业农村厅": [["省水利厅 牵头", "省财政厅 参加", "省农业农村厅 参加"]],
    "\n牵头单位：省水利厅\n配合单位：省财政厅、省农业农村厅": [["省水利厅 牵头", "省财政厅 参加", "省农业农村厅 参加"]],
    "\n牵头单位：省水利厅　责任单位：省财政厅": [["省水利厅 牵头", "省财政厅 负责"]],
    "\n牵头单位：省水利厅\n参加单位：各市（州）人民政府": [["省水利厅 牵头", "各市（州）人民政府 参加"]],
    "责任单位：省水利厅、省财政厅。": [["省水利厅 负责", "省财政厅 负责"]],
    "\n责任单位：省水利厅，各市（州）人民政府\n完成时限：2025年12月": [["省水利厅 负责", "各市（州）人民政府 负责"]],
}


@pytest.mark.parametrize(("lines", "wanted"), CASES.items(), ids=[k.strip() for k in CASES])
def test_labelled_lines(lines: str, wanted: list[list[str]]) -> None:
    assert units(lines) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "\n完成时限：2025年12月底前",
        "\n联系人：省水利厅办公室张三",
        "\n责任单位：",
        "\n责任单位要切实负起责任。",
        "\n工作目标：省级水网基本建成",
    ],
)
def test_lines_that_assign_nobody(line: str) -> None:
    assert units(line) == []


def test_each_item_keeps_its_own_line() -> None:
    body = "".join(
        f"（{n}）任务{n}。推进建设。\n责任单位：{unit}\n"
        for n, unit in zip("一二三", ("省水利厅", "省财政厅", "省林业局"), strict=True)
    )
    found = staged(f"{HEAD}一、重点任务\n{body}").facts.clauses
    assert [(c.part, shares(c)) for c in found] == [(1, ["省水利厅 负责"]), (2, ["省财政厅 负责"]), (3, ["省林业局 负责"])]


def test_names_broken_by_the_end_of_a_typed_line() -> None:
    """sichuan-lowaltitude-division is typed at fixed width: unit names break at the margin."""
    done = corpus("sichuan-lowaltitude-division")
    assert all("\n" not in s.unit.text for c in done.facts.clauses for s in c.shares)
    text = squeezed(done.text.text)
    for clause in done.facts.clauses:
        for share in clause.shares:
            stem = share.unit.text.removesuffix("人民政府")
            assert squeezed(stem) in text
