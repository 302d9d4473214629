"""Tables drawn with blanks."""

from __future__ import annotations

from tests.loaders.helpers import cells, shares, staged

TABLE = """敖汉旗重点任务分解表

序号   重点任务                        牵头单位         配合单位                      完成时限
一、治理草原
1      治理退化草原20万亩              旗林草局         旗财政局、各苏木乡镇          10月底
2      新建草种基地3处                 旗农牧局                                       全年
                                       旗科技局
二、兴修水利
3      维修水库2座                     旗水利局         旗应急管理局                  9月底

注：  各单位   按职责分工负责。
"""


def test_cells_stand_in_their_columns() -> None:
    found = cells(TABLE)
    assert found[0, 2] == ["牵头单位"]
    assert found[1, 0] == ["一、治理草原"]
    assert found[2, 3] == ["旗财政局、各苏木乡镇"]
    assert found[3, 4] == ["全年"]
    assert (3, 3) not in found


def test_a_line_further_right_goes_on_with_the_row() -> None:
    assert cells(TABLE)[3, 2] == ["旗农牧局", "旗科技局"]


def test_a_note_ends_the_table() -> None:
    assert not any("职责" in text for texts in cells(TABLE).values() for text in texts)


def test_who_is_responsible() -> None:
    assert [shares(c) for c in staged(TABLE).facts.clauses] == [
        ["旗林草局 牵头", "旗财政局 参加", "各苏木乡镇 参加"],
        ["旗农牧局 牵头", "旗科技局 牵头"],
        ["旗水利局 牵头", "旗应急管理局 参加"],
    ]


def test_prose_with_wide_gaps_is_no_table() -> None:
    assert cells("一、总体要求    二、重点任务    三、保障措施\n坚持    统筹    推进\n") == {}
