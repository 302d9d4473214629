"""What holds for any text: spans resolve, width does not matter, the cost is linear."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.targets import figures
from loaders.extract.targets.deadlines import Deadlines
from loaders.extract.targets.layout import Layout
from tests.growth import grows_with_length

PIECES = [
    *["到2025年，", "全省", "城镇化率", "达到", "67%", "以上", "、", "，", "。", "分别", "均", "1.4万公里", "一小时通勤圈"],
    *["“", "”", "（", "）", "《", "》", "由", "60%", "提高到", "3—5个", "千亿级产业集群", "居全国首位", "前10位", "增长"],
    *["G4", "5G", "建设", "园区", "2天送达", "比2020年", "翻一番", "\n"],
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_spans_resolve_and_hold_the_number(text):
    for figure in figures(text, 2022):
        assert 0 <= figure.begin < figure.end <= len(text)
        assert figure.indicator.strip()
        assert figure.comparator in "≥>=<≤≈"
        assert figure.kind in ("target", "baseline")
        assert figure.value_text.removesuffix("番") in text[figure.begin : figure.end]


@given(st.text(alphabet="0123456789%一二三十百千万亿个年月日达到至分之，。、（）“”《》—.+G圈级", max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_it(text):
    figures(text)


def test_full_width_digits_read_alike():
    half = figures("到2025年，森林覆盖率达到42.5%以上。", 2022)
    full = figures("到２０２５年，森林覆盖率达到４２．５％以上。", 2022)
    assert [(f.indicator, f.value, f.unit, f.year) for f in half] == [(f.indicator, f.value, f.unit, f.year) for f in full]


@pytest.mark.parametrize("piece", ["1", "、", "（", "〔", "“", "《", "一", "百", "增长", "\n", "持续居全国", "20", "年", "—"])
def test_a_megabyte_of_one_sign_costs_its_length(piece):
    assert grows_with_length(figures, piece)


@pytest.mark.parametrize(
    "sentence",
    [
        *["到2025年，城镇化率达到67%，", "5个、", "1,111", "1小时通勤、", "武汉、襄阳分别达到5亿元、6亿元；", "由1%提高到2%。"],
        *["流域覆盖率达到6%，", "一是", "（一）", "2022年底前启动", "新建桥梁，投放5辆，", "每年可产3吨，", "昌吉州"],
    ],
)
def test_the_cost_grows_with_the_length(sentence):
    assert grows_with_length(figures, sentence, 100_000)


@pytest.mark.parametrize(
    "piece", ["（局负责，2023年底前完成）", "（局负责", "（", "时限：2023年", "（局负责，2023年底前完成）\n"]
)
def test_dates_of_duties_cost_the_length(piece):
    assert grows_with_length(lambda text: Deadlines([], Layout(text)).at(len(text) // 2), piece)
