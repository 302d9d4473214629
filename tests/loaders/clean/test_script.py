"""Traditional characters: read as simplified, quoted as printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.clean import clean
from loaders.model import Span
from loaders.pipeline import load
from loaders.read import read
from tests.loaders.helpers import cleaned, lines, shares, staged

NOTICE = """廣州市人民政府辦公廳關於印發粵港澳大灣區跨境水運工作方案的通知
穗府辦〔2023〕5號
各區人民政府，市政府各部門：
    一、建設碼頭後方鐵路。由市港務局牽頭，市發展改革委、市財政局配合。
廣州市人民政府辦公廳
2023年3月6日
"""


def test_a_traditional_text_is_read_in_simplified_characters() -> None:
    assert lines(NOTICE)[0] == "广州市人民政府办公厅关于印发粤港澳大湾区跨境水运工作方案的通知"
    assert "建设码头后方铁路。由市港务局牵头，市发展改革委、市财政局配合。" in "".join(lines(NOTICE))


def test_each_character_keeps_its_place_in_the_source() -> None:
    text = cleaned(NOTICE)
    at = text.text.index("财政局")
    begin, end = text.to_source(Span(at, at + 3))
    assert NOTICE[begin:end] == "財政局"


def test_reading_in_another_script_is_no_repair() -> None:
    assert not cleaned(NOTICE).repairs


def test_facts_are_those_of_the_simplified_text() -> None:
    (clause,) = staged(NOTICE).facts.clauses
    assert " ".join(shares(clause)) == "市港务局 牵头 市发展改革委 参加 市财政局 参加"


def test_the_quotation_is_what_the_file_prints(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, "utf-8")
    printed = {quad.object.value for quad in load(path).quads if quad.predicate.value.endswith("#exact")}
    assert "市財政局" in printed
    assert all(quote in NOTICE for quote in printed)


@pytest.mark.parametrize(
    "text",
    [
        "王勃《滕王閣序》：落霞與孤鶩齊飛。\n",
        "乾隆年间著于瞭望台，沈阳、於潜县。\n",
        "武漢大學與東湖國家自主創新示範區签约。\n",
    ],
    ids=["a verse", "characters of both scripts", "a signboard"],
)
def test_a_simplified_text_that_quotes_stays_as_it_is(text: str) -> None:
    simplified = "坚持生态优先，推进长江中游城市群一体化发展。\n" + text
    assert cleaned(simplified).text + "\n" == simplified


def test_html_and_markdown_alike() -> None:
    page = "<p>各區人民政府，市政府各部門：</p><p>由市港務局牽頭，推動產業發展。</p>"
    assert lines(page, ".html") == ["各区人民政府，市政府各部门：", "由市港务局牵头，推动产业发展。"]
    assert lines("# 關於產業發展\n\n由市港務局牽頭，推動各區實業。\n", ".md")[0] == "关于产业发展"


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "gb18030", "utf-16"])
def test_a_traditional_file_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "notice.txt"
    path.write_bytes(NOTICE.encode(encoding))
    assert clean(read(path)).text == cleaned(NOTICE).text
