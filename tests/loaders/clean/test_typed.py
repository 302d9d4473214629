"""Tables pasted into plain text: by bars, a cell a line, by single blanks; and tabs that only indent."""

from __future__ import annotations

import pytest

from loaders.clean.columns import kind_of_cell, kind_of_head
from loaders.clean.fit import fitted
from tests.loaders.helpers import cells, shares, staged

HEAD = ("序号", "重点任务", "责任领导", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("1", "新建乡村图书室12间。", "周立春", "县文旅局", "县财政局、各乡镇", "10月底"),
    ("2", "改造农贸市场2处。", "周立春", "县商务局", "县住建局", "全年"),
)
WANTED = [["县文旅局 牵头", "县财政局 参加", "各乡镇 参加"], ["县商务局 牵头", "县住建局 参加"]]
TITLE = "清溪县2026年重点任务分解表\n"
FORMS = {
    "bars within": "\n".join(" | ".join(r) for r in (HEAD, *ROWS)),
    "bars within and at the end": "\n".join(" | ".join(r) + " |" for r in (HEAD, *ROWS)),
    "bars all round": "\n".join("| " + " | ".join(r) + " |" for r in (HEAD, *ROWS)),
    "full-width bars": "\n".join("｜".join(r) for r in (HEAD, *ROWS)),
    "a cell a line with bars": "\n".join(f"{c} |" for r in (HEAD, *ROWS) for c in r),
    "a cell a line": "\n\n".join(c for r in (HEAD, *ROWS) for c in r),
    "single blanks": "\n".join(" ".join(r) for r in (HEAD, *ROWS)),
    "tabs": "\n".join("\t".join(r) for r in (HEAD, *ROWS)),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_cells(form: str) -> None:
    assert cells(TITLE + FORMS[form]) == {(r, c): [cell] for r, row in enumerate((HEAD, *ROWS)) for c, cell in enumerate(row)}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_clauses(form: str) -> None:
    done = staged(TITLE + FORMS[form])
    assert [p.title for p in done.outline.parts if p.task] == ["新建乡村图书室12间", "改造农贸市场2处"]
    assert [shares(c) for c in done.facts.clauses] == WANTED


@pytest.mark.parametrize("form", FORMS)
def test_without_a_title_too(form: str) -> None:
    assert [shares(c) for c in staged(FORMS[form]).facts.clauses] == WANTED


MERGED = """桃源镇民生实事任务分解
序号
事项分类
事项名称
项目内容
牵头单位
协同单位
1
就学工程
扩建中心小学
新建教学楼1栋。
区教育局
桃源镇
区财政局
2
增设校车专线
开通专线3条。
区交通局
/
3
就医工程
改造村卫生室
改造村卫生室6家。
区卫健局
桃源镇
区住建局
区财政局
分享到：
"""


def test_a_merged_cell_is_missing_and_a_cell_goes_on_over_lines() -> None:
    found = cells(MERGED)
    assert found[1, 1] == ["就学工程"]
    assert found[1, 5] == ["桃源镇", "区财政局"]
    assert (2, 1) not in found
    assert found[2, 2] == ["增设校车专线"]
    assert found[2, 5] == ["/"]
    assert found[3, 5] == ["桃源镇", "区住建局", "区财政局"]


def test_the_column_of_kinds_groups_the_rows() -> None:
    parts = staged(MERGED).outline.parts
    tasks = [(p.title, parts[p.parent].title) for p in parts if p.task]
    assert tasks == [("扩建中心小学", "就学工程"), ("增设校车专线", "就学工程"), ("改造村卫生室", "就医工程")]


def test_an_extract_leaves_out_rows_and_keeps_its_sections() -> None:
    text = "序号\n工作任务\n主要责任单位\n协同配合单位\n一、扩大投资\n4\n投资增长8%左右。\n区发改局\n各镇。\n二、改善民生\n三、治理生态\n37\n新增绿地5公顷。\n区林业局\n区财政局。\n"
    done = staged("某区责任分解表\n" + text)
    assert [(p.title, p.path) for p in done.outline.parts] == [
        ("扩大投资", "1"),
        ("投资增长8%左右", "4"),
        ("改善民生", "2"),
        ("治理生态", "3"),
        ("新增绿地5公顷", "37"),
    ]
    assert [shares(c) for c in done.facts.clauses] == [["区发改局 负责", "各镇 参加"], ["区林业局 负责", "区财政局 参加"]]


def test_a_section_row_may_name_who_answers_for_it_at_length() -> None:
    section = (
        "一、主要经济社会发展指标、发改、财政、行政审批、生态环境、营商环境、交通、金融等工作目标（牵头领导：周立春、吴某某）"
    )
    text = "\n\n".join([*HEAD, section, *(cell for row in ROWS for cell in row)])
    done = staged(TITLE + text)
    assert [p.task for p in done.outline.parts] == [False, True, True]
    assert [shares(c) for c in done.facts.clauses] == WANTED


def test_a_cell_wrapped_before_its_bar_is_one() -> None:
    text = "序号 | 任务 | 责任单位 |\n1 | 建设冷链\n仓库2座 | 市商务局 |\n2 | 修复湿地 | 市林业局 |\n"
    assert cells(text)[1, 1] == ["建设冷链仓库2座"]


def test_what_stands_below_is_no_cell() -> None:
    text = "\n".join(c for r in (HEAD, *ROWS) for c in r) + "\n各单位要于每月底前报送进展情况，逾期不报的予以通报。\n附件2\n"
    assert max(r for r, _ in cells(text)) == len(ROWS)
    assert not any("报送" in c for cells in cells(text).values() for c in cells)


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 政务公开 | 重点工作 | 联系我们\n本站由某单位主办。\n",
        "索引号 | 0001/2026-1 | 公开方式 | 主动公开 |\n发布单位 | 区政府 | 发文日期 | 2026-01-02 |\n",
        "序号和任务由各单位自定。\n牵头单位要负责到底。\n",
    ],
)
def test_no_table(text: str) -> None:
    assert cells(text) == {}


def test_tabs_that_only_indent_are_off() -> None:
    done = staged(
        "关于发展林业的实施意见\n\n\t    为发展林业，提出以下意见。\n\t　　一、总体目标\n\t　　1.造林。造林3万亩。（市林业局负责）\n\t　　2.护林。\n"
    )
    assert [p.title for p in done.outline.parts] == ["总体目标", "造林", "护林"]
    assert [shares(c) for c in done.facts.clauses] == [["市林业局 负责"]]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("序号", "serial"),
        ("工 作 任 务", "text"),
        ("牵头负责部门", "unit"),
        ("责任领导", "person"),
        ("完成时限", "time"),
        ("事项分类", "group"),
        ("配合单位（处室）", "unit"),
        ("县财政局", ""),
        ("坚持问题导向，明确任务", ""),
    ],
)
def test_heads(head: str, kind: str) -> None:
    assert kind_of_head(head) == kind


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("区财政局、各镇街", "unit"),
        ("工业和信息化部", "unit"),
        ("12月底前", "time"),
        ("无", "none"),
        ("王明远", "person"),
        ("建成县养老服务中心。", "text"),
        ("新建幼儿园3所", "text"),
    ],
)
def test_cells_by_their_looks(cell: str, kind: str) -> None:
    assert kind_of_cell(cell) == kind


def test_what_is_lost_is_told_by_the_looks_of_the_rest() -> None:
    kinds = ["group", "text", "text", "unit", "unit", "time"]
    assert fitted(["校车", "开通专线3条。", "区交通局", "全年"], kinds) == [1, 2, 3, 5]
    assert fitted(["就学", "校车", "开通专线3条。", "区交通局", "区公安局", "各镇", "全年"], kinds) == [0, 1, 2, 3, 4, 4, 5]


def test_the_second_nameplate_of_an_organ_in_a_cell_is_no_clause() -> None:
    text = "序号\t任务\t牵头单位\t配合单位\n1\t推广标准。\t省数据局\t省科技厅、省市场监管局（省知识产权局）\n2\t开放数据。\t省数据局\t无\n"
    assert [shares(c) for c in staged(text).facts.clauses] == [
        ["省数据局 牵头", "省科技厅 参加", "省市场监管局（省知识产权局） 参加"],
        ["省数据局 牵头"],
    ]
