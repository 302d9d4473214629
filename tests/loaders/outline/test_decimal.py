"""Plans that number decimally (1, 1.1, 1.1.1; GB/T 1.1), and figures at the start of a line that only look so."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import staged

HEAD = "湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n为加快水网建设，制定本方案。\n"
BODY = "1 供水\n1.1 建水库\n推进建设。\n1.2 通水渠\n推进建设。\n2 防洪\n2.1 筑堤防\n推进建设。\n"


def test_decimal_numbers_nest() -> None:
    parts = staged(HEAD + BODY).outline.parts
    assert [(p.level, p.printed, p.title) for p in parts] == [
        (1, "1", "供水"), (2, "1.1", "建水库"), (2, "1.2", "通水渠"), (1, "2", "防洪"), (2, "2.1", "筑堤防"),
    ]  # fmt: skip


def test_the_path_is_the_number_itself() -> None:
    parts = staged(HEAD + BODY).outline.parts
    assert [p.path for p in parts] == [p.printed for p in parts]


@pytest.mark.parametrize(
    "figure", ["1.5万亿元以上的投资", "3.2 公里长的堤防", "4.5米水深航道", "1.1倍于上年的投入", "0.6个百分点的增幅"]
)
def test_a_figure_at_the_start_of_a_line_is_no_heading(figure: str) -> None:
    text = f"{HEAD}一、供水\n（一）建水库。建设。\n{figure}，按期完成。\n（二）通水渠。建设。\n"
    assert [p.title for p in staged(text).outline.parts] == ["供水", "建水库", "通水渠"]
