"""Lines that break where the page ended, and lines that are paragraphs."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import lines

PARAGRAPHS = [
    "一、总体要求",
    "坚持以水定城、以水定地、以水定人、以水定产，统筹水资源、水环境、水生态，加快构建系统完备、安全可靠、集约高效、绿色智能、循环通畅、调控有序的省级水网。",
    "二、重点任务",
    "（一）建设骨干网络。推进江河湖库水系连通，实施一批重大引调水工程，完善区域水资源配置格局，提高水资源统筹调配能力、供水保障能力和战略储备能力。",
    "（二）整治中小河流。以流域为单元，开展中小河流系统治理，到2027年完成治理河长3000公里以上，实现治理一条、见效一条、惠及一方百姓。",
    "（三）改造大中型灌区。实施续建配套与现代化改造，新增恢复灌溉面积200万亩，改善灌溉面积600万亩，农田灌溉水有效利用系数提高到0.58以上。",
    "（四）建设数字孪生流域。整合水文、气象、工程监测数据，构建具有预报、预警、预演、预案功能的智慧水利体系，提升流域防洪调度和水资源管理水平。",
]


def wrapped(width: int, indent: str = "") -> str:
    """The paragraphs typed at ``width`` full-width characters a line; an ASCII character takes half the room."""
    out = []
    for paragraph in PARAGRAPHS:
        line, room = "", 2 * width
        for char in indent + paragraph:
            size = 1 if char.isascii() else 2
            if room < size:
                out.append(line)
                line, room = "", 2 * width
            line, room = line + char, room - size
        out.append(line)
    return "\n".join(out) + "\n"


@pytest.mark.parametrize("width", [20, 28, 35])
def test_wrapped_lines_are_joined(width: int) -> None:
    assert lines(wrapped(width)) == PARAGRAPHS


def test_the_indent_of_two_characters_is_no_text() -> None:
    assert lines(wrapped(28, "\u3000\u3000")) == PARAGRAPHS


def test_a_text_with_a_paragraph_a_line_is_left_alone() -> None:
    assert lines("\n".join(PARAGRAPHS) + "\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "listed",
    [
        [f"{place}市人民政府" for place in ("武汉", "黄石", "十堰", "宜昌", "襄阳", "鄂州", "荆门", "孝感", "荆州", "黄冈")],
        [
            f"（{n}）推进{what}。"
            for n, what in zip("一二三四五六七八九", "铁路 公路 航道 机场 电网 水网 气网 灌区 水库".split(), strict=True)
        ],
        [
            f"{n}.{a}至{b}高速公路改扩建工程"
            for n, (a, b) in enumerate(zip("武黄十宜襄鄂荆孝黄咸", "随恩仙潜天神长岳南九", strict=True), 1)
        ],
        [
            "关于做好水网建设有关工作的通知",
            "某水办〔2024〕5号",
            "各市（州）人民政府，省政府各部门：",
            "为做好有关工作，现通知如下。",
            "一、加强领导。各地要高度重视。",
            "二、压实责任。各部门要密切配合。",
            "某省水利厅",
            "2024年3月5日",
        ],
    ],
    ids=["short lines", "items", "titles", "a short notice"],
)
def test_short_lines_are_no_wrapped_text(listed: list[str]) -> None:
    assert lines("\n".join(listed) + "\n") == listed


def test_windows_line_ends_wrap_alike() -> None:
    assert lines(wrapped(28).replace("\n", "\r\n")) == PARAGRAPHS


def test_an_editor_breaks_after_so_many_characters_wide_or_narrow() -> None:
    typed = "".join(
        "".join(("　　" + paragraph)[i : i + 32] + "\n" for i in range(0, len(paragraph) + 2, 32)) for paragraph in PARAGRAPHS
    )
    assert lines(typed) == PARAGRAPHS


def test_a_line_that_its_narrow_brackets_make_longer_is_wrapped_as_the_others() -> None:
    body = wrapped(22)
    assert lines(f"{body}（由省水利厅牵头，省财政厅、水文局（中心）配合）\n")[: len(PARAGRAPHS)] == PARAGRAPHS


def test_a_title_goes_on_no_further_than_the_kind_of_paper_it_names() -> None:
    head = ["某省人民政府关于印发某省水网建设和江河保护行动计划的通知", "某省水网建设和江河保护行动计划"]
    assert lines("\n".join([*head, wrapped(28)]))[:3] == [*head, PARAGRAPHS[0]]
