"""The stage on documents: sections, tables, the document's year; and the scores on the gold of the corpora."""

import csv
from array import array
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from loaders.clean import clean
from loaders.extract.targets import extract_targets
from loaders.extract.targets.years import speaking_year
from loaders.identify import identify
from loaders.model import Block, CleanText, Identity, Outline, Part, Source, Span, WorkIdentity
from loaders.outline import outline
from loaders.read import read

ROOT = Path(__file__).parents[3]
KEYS = ("indicator", "comparator", "value", "unit", "year", "kind")


def document(text, blocks=()):
    """``text`` as a clean text that needed no cleaning."""
    places = array("I", range(len(text)))
    ends = array("I", range(1, len(text) + 1))
    return CleanText(Source("d", "d.txt", text, "text/plain", "utf-8", ""), text, places, ends, tuple(blocks))


def identity(**work):
    """A plan issued in 2022 unless said otherwise."""
    plan = WorkIdentity("Plan", "规划", Span(0, 0), **({"issued": date(2022, 2, 15)} | work))
    return Identity("plan", "规划", "", (plan,), 0, "", None, "", "000000", Span(0, 0), Span(0, 0))


def part(text, title, begin, end):
    """A first-level part."""
    at = text.index(title)
    return Part(1, 1, "一", title, "1", Span(at, at + len(title)), Span(begin, end))


def test_sections_tell_reported_from_planned():
    text = "一、发展基础\n铁路总里程突破1万公里。\n二、发展目标\n到2025年，铁路总里程达到1.4万公里。\n城镇化率达到67%。"
    cut = text.index("二、")
    parts = (part(text, "发展基础", 0, cut), part(text, "发展目标", cut, len(text)))
    facts = extract_targets(document(text), identity(), Outline(parts))
    assert [(f.indicator, f.kind, f.year) for f in facts] == [
        ("铁路总里程", "baseline", None),
        ("铁路总里程", "target", 2025),
        ("城镇化率", "target", 2025),
    ]
    assert all(text[f.span.begin : f.span.end].startswith(f.indicator) for f in facts)


def test_tables_and_sentences_come_in_reading_order():
    cells = ["指标", "单位", "2020年", "2025年目标", "绿地率", "%", "38", "40"]
    text = "到2025年，建成公园10个。\n" + "\n".join(cells) + "\n新增绿道100公里。"
    blocks, at = [], text.index("指标")
    for i, cell in enumerate(cells):
        blocks.append(Block(at, at + len(cell), "cell", 0, i // 4, i % 4))
        at += len(cell) + 1
    facts = extract_targets(document(text, blocks), identity(), Outline(()))
    assert [(f.indicator, f.value, f.year, f.kind) for f in facts] == [
        ("公园", Decimal(10), 2025, "target"),
        ("绿地率", Decimal(38), 2020, "baseline"),
        ("绿地率", Decimal(40), 2025, "target"),
        ("新增绿道", Decimal(100), None, "target"),
    ]


def test_the_year_of_the_document():
    assert speaking_year(identity(), "")[0] == 2022
    assert speaking_year(identity(issued=None, number="鄂政办发〔2021〕16号"), "")[0] == 2021
    assert speaking_year(identity(issued=None), "")[0] is None


def score(gold, folder):
    """F1 over ``KEYS`` on the documents of ``folder`` for which ``gold`` has rows or is complete."""
    with gold.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    want = Counter(
        (r["document"], *("".join(r[k].split()) if k != "value" else str(Decimal(r[k]).normalize()) for k in KEYS))
        for r in rows
    )
    got = Counter()
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".md", ".html", ".docx")):
        text = clean(read(path))
        told = identify(text)
        for f in extract_targets(text, told, outline(text, told)):
            value = str(f.value.normalize())
            got[(path.stem, "".join(f.indicator.split()), f.comparator, value, f.unit, str(f.year or ""), f.kind)] += 1
    return 2 * sum((want & got).values()) / (sum(want.values()) + sum(got.values()))


@pytest.mark.parametrize(
    ("gold", "folder", "least"),
    [("tests/gold/corpus/targets.csv", "corpus", 0.95), ("tests/gold/written/targets.csv", "tests/gold/written/docs", 0.9)],
)
def test_scores_on_the_gold(gold, folder, least):
    assert score(ROOT / gold, ROOT / folder) >= least


def test_marks_of_notes_are_no_part_of_a_name_and_a_part_of_a_sum_keeps_its_own():
    text = "2022年，全年外贸进出口总额[3]508.7亿元。其中，出口总额489.3亿元。"
    found = extract_targets(document(text), identity(), Outline(()))
    assert [(figure.indicator, str(figure.value)) for figure in found] == [("外贸进出口总额", "508.7"), ("出口总额", "489.3")]


def test_a_year_before_a_city_circle_is_no_time():
    text = "推进前期工作，2026年都市圈轨道交通运营里程达到1500公里。"
    found = extract_targets(document(text), identity(), Outline(()))
    assert [(figure.indicator, figure.year) for figure in found] == [("都市圈轨道交通运营里程", 2026)]


def test_a_year_heads_the_aims_of_its_section():
    text = (
        "一、总体要求\n坚持稳中求进。\n到2025年，全省质量水平明显提高。\n效益提高。商品合格率达到95%。\n到2027年，再上台阶。\n"
        "商品合格率达到97%。\n二、主要措施\n新建检测中心3个。"
    )
    cut = text.index("二、")
    parts = (part(text, "总体要求", 0, cut), part(text, "主要措施", cut, len(text)))
    facts = extract_targets(document(text), identity(), Outline(parts))
    assert [(f.value_text, f.year) for f in facts] == [("95", 2025), ("97", 2027), ("3", None)]


def test_a_table_divides_its_figures_among_places():
    heads = ("序号", "指标名称", "单位", "全市", "甲县", "乙区")
    rows = (heads, ("1", "财政收入", "增幅（%）", "7左右", "7", "8以上"), ("2", "粮食产量", "万吨", "9", "5", "4"))
    text, blocks = "", []
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            blocks.append(Block(len(text), len(text) + len(cell), "cell", 0, r, c))
            text += cell + "\n"
    facts = extract_targets(document(text, blocks), identity(), Outline(()))
    assert [(f.indicator, f.comparator, f.value_text, f.unit, f.scope) for f in facts] == [
        ("财政收入增幅", "≈", "7", "%", "全市"),
        ("财政收入增幅", "=", "7", "%", "甲县"),
        ("财政收入增幅", "≥", "8", "%", "乙区"),
        ("粮食产量", "=", "9", "万吨", "全市"),
        ("粮食产量", "=", "5", "万吨", "甲县"),
        ("粮食产量", "=", "4", "万吨", "乙区"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "昨日，8座沿海城市签署了协议。",
        "6个城市将共同推进治理。",
        "市政府将全年工作分解为60项目标任务。",
        "2022年十五件惠民实事任务分解",
        "交通部门要对年发运量5万吨以上车站实行派驻管理。",
    ],
)
def test_who_acts_and_what_is_divided_are_no_figures(text):
    assert extract_targets(document(text), identity(), Outline(())) == ()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("食品抽检4批次/千人，合格率98%。", [("食品抽检", "4"), ("食品抽检合格率", "98")]),
        ("工程一次性竣工验收合格率达到100%。", [("工程一次性竣工验收合格率", "100")]),
        (
            "全市林业产值保持了较快增长，年均增长11%，2015年达到300亿元，居全省第二位，占全省的18.9%。",
            [("林业产值年均增长", "11"), ("林业产值", "300"), ("林业产值全省位次", "二"), ("林业产值占全省", "18.9")],
        ),
    ],
)
def test_what_a_figure_takes_from_the_clause_before(text, rows):
    assert [(f.indicator, f.value_text) for f in extract_targets(document(text), identity(), Outline(()))] == rows
