"""Two texts side by side: the marks are those a careful reader would make."""

import pytest

from zhengtu.site.contrast import contrast, only_figures, only_names, pieces


def marked(upper, lower):
    """Both texts with what is gone in 〔〕 and what is new in ［］."""
    found = contrast(upper, lower)
    gone = "".join(f"〔{words}〕" if kind else words for words, kind in found.pieces_of_upper())
    new = "".join(f"［{words}］" if kind else words for words, kind in found.pieces_of_lower())
    return gone, new


def test_texts_that_are_the_same_have_no_marks():
    text = "加强河湖生态保护，强化河湖水域岸线空间管控。"
    assert marked(text, text) == (text, text)


def test_a_clause_dropped_and_a_clause_added():
    upper = "建设区域物流枢纽，发展冷链物流，完善农村寄递网络。"
    lower = "建设区域物流枢纽，完善农村寄递网络，推广无人配送车辆。"
    assert marked(upper, lower) == (
        "建设区域物流枢纽，〔发展冷链物流〕，完善农村寄递网络。",
        "建设区域物流枢纽，完善农村寄递网络，［推广无人配送车辆］。",
    )


def test_a_member_of_a_list_dropped():
    gone, new = marked("加快实施湘江、赣江、汉江航道整治工程。", "加快实施湘江、汉江航道整治工程。")
    assert "赣江" in gone[gone.index("〔") : gone.index("〕")]
    assert gone.count("〔") == 1
    assert new == "加快实施湘江、汉江航道整治工程。"


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("", ""),
        ("只有上级写了这一句。", ""),
        ("", "只有下级写了这一句。"),
        ("推进甲工程，推进甲工程，推进乙工程。", "推进乙工程，推进甲工程。"),
        ("到2025年达到67%，到2025年达到67%。", "到2025年达到70%。"),
    ],
)
def test_no_character_is_lost_or_moved(upper, lower):
    found = contrast(upper, lower)
    assert "".join(words for words, _ in found.pieces_of_upper()) == upper
    assert "".join(words for words, _ in found.pieces_of_lower()) == lower


def test_a_character_goes_by_its_first_name():
    assert pieces("甲乙丙丁", {"one": {1, 2}, "two": {2, 3}}) == [("甲", ""), ("乙丙", "one"), ("丁", "two")]
    assert pieces("", {"one": {1}}) == []


def test_names_only_one_text_has():
    here, there = "支持武汉市新洲区、宜昌发展，联通长沙", "支持长沙发展"
    names = ["武汉市", "武汉", "武汉市新洲区", "宜昌", "长沙", "南昌"]
    assert only_names(names, here, there) == ["武汉市新洲区", "宜昌"]
    assert only_names(names, there, here) == []


def test_figures_only_one_text_has():
    assert list(only_figures("到2025年城镇化率达到67%", "到2025年城镇化率达到70%")) == ["化率达到67%"]
    assert list(only_figures("没有数字", "有1个")) == []
