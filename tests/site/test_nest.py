"""Passages of any kind nest: the text stays whole, elements close in order, every character is in the passages it was in."""

from hypothesis import given
from hypothesis import strategies as st

from zhengtu.site.nest import Piece, tokens

TEXT = "共同加强能源输入通道建设，加大西部天然气引入力度。"
ranges = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).filter(lambda r: r[0] < r[1])


def covered(pieces):
    """Which passages each character stands in."""
    return [frozenset(p.key for p in pieces if p.begin <= i < p.end) for i in range(len(TEXT))]


@given(st.lists(ranges, max_size=8))
def test_any_passages_nest(found):
    pieces = [Piece(begin, end, str(key)) for key, (begin, end) in enumerate(found)]
    opened, said, seen, firsts, lasts = [], "", [], [], []
    for token in tokens(TEXT, 0, len(TEXT), pieces):
        if token.kind == "open":
            opened.append(token.key)
            firsts += [token.key] if token.first else []
            lasts += [token.key] if token.last else []
        elif token.kind == "close":
            assert opened.pop() == token.key
        else:
            said += token.text
            seen += [frozenset(opened)] * len(token.text)
    assert opened == []
    assert said == TEXT
    assert seen == covered(pieces)
    assert sorted(firsts) == sorted(lasts) == sorted(p.key for p in pieces)  # one beginning and one end each


def test_the_shorter_one_that_crosses_is_cut():
    """共同加强|能源|输入通道: [0,6) and [4,10) cross; what comes later is cut at 6."""
    out = [(t.kind, t.key or t.text, t.first) for t in tokens(TEXT, 0, 10, [Piece(0, 6, "a"), Piece(4, 10, "b")])]
    assert out == [
        ("open", "a", True), ("text", "共同加强", True), ("open", "b", True), ("text", "能源", True), ("close", "b", True), ("close", "a", True),
        ("open", "b", False), ("text", "输入通道", True), ("close", "b", False),
    ]  # fmt: skip
