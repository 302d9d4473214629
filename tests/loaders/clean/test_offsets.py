"""Laws of *clean*, for any text whatever: it does not fail, and each character knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.clean import _counted, clean
from loaders.errors import LoadError
from loaders.model import CleanText
from tests.loaders.helpers import TEXTS, WRITTEN, corpus, source

PIECES = [
    "一、总体要求", "（一）建设水库。", "1.", "（责任单位：省水利厅）", "开展", "高质量开展", "规那么", "物流本钱", "2022", "4. 5", "〔", "〕",
    "<p>", "</p>", "<table><tr><td>", "</td>", "<td rowspan=2>", "</table>", "<!--", "-->", "<script>", "</script>", "&nbsp;", "&#37;",
    "&bogus;", "<b>", "</b>", "**", "# ", "| a | b |", "---", "[甲](乙)", "\n", "\r\n", "\t", "\f", "\u3000", "\u200b", "。", "，", "：",
    "1、甲\n2、乙\n3、丙\n4、丁",
]  # fmt: skip
TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join),
)


def wrapped(text: str, suffix: str) -> CleanText | None:
    """``text`` in a file of that kind, cleaned; ``None`` where it holds no text or is refused as binary."""
    try:
        return clean(source(text, suffix))
    except LoadError:
        return None
    except UnicodeEncodeError:
        return None


def check(text: CleanText) -> None:
    """The laws."""
    size = len(text.source.text)
    assert len(text.begins) == len(text.ends) == len(text.text)
    assert all(0 <= b <= e <= size for b, e in zip(text.begins, text.ends, strict=True))
    restored = {i for r in text.repairs for i in range(*r.span)}
    for block in text.blocks:
        assert 0 <= block.begin < block.end <= len(text.text)
        for i in range(block.begin, block.end):
            if i not in restored and text.ends[i] - text.begins[i] == 1:
                assert text.source.text[text.begins[i]] == text.text[i]
    assert text.text == "\n".join(text.text[b.begin : b.end] for b in text.blocks)
    for repair in text.repairs:
        assert text.slice(repair.span) == repair.restored
        assert 0 <= repair.source.begin <= repair.source.end <= size


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@given(text=TEXT)
@settings(max_examples=150, deadline=None)
def test_any_text(suffix: str, text: str) -> None:
    if found := wrapped(text, suffix):
        check(found)


@pytest.mark.parametrize("stem", sorted([*TEXTS, *(p.stem for p in WRITTEN.iterdir())]))
def test_the_documents(stem: str) -> None:
    check(corpus(stem).text)


@given(text=st.text(alphabet="一二三、（）。：省水利厅负责开展\n 12.", max_size=300))
@settings(max_examples=100, deadline=None)
def test_text_without_markup_is_only_rearranged_never_invented(text: str) -> None:
    """Every clean character is a source character, unless a repair or the join of two lines put it there."""
    found = wrapped(text, ".txt")
    if found is None:
        return
    joints = {b.end for b in found.blocks}
    restored = {i for r in found.repairs for i in range(*r.span)}
    for i, char in enumerate(found.text):
        if i not in joints and i not in restored:
            assert found.source.text[found.begins[i] : found.ends[i]] == char


@pytest.mark.parametrize("length", [0, 1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 200_000])
def test_offsets_are_counted_from_zero(length: int) -> None:
    assert list(_counted(length)) == list(range(length))
