"""What a line break left in a quotation is taken out; what the author put there stays."""

import pytest

from zhengtu.sentences import cleaned
from zhengtu.validate.words import sentence


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("长江中游城市群相关城 市人民政府", "长江中游城市群相关城市人民政府"),
        ("省交通 运输厅、\n省水利厅", "省交通运输厅、省水利厅"),
        ("到 2025 年", "到 2025 年"),
        ("T 恤 GDP 增长", "T 恤 GDP 增长"),
        ("一、总体要求　（一）", "一、总体要求 （一）"),
        ("", ""),
    ],
)
def test_cleaned(printed, read):
    assert cleaned(printed) == read


def test_the_sentence_around_the_words():
    around = "建设港口。推进武汉至长沙铁路、鄂州三江港，提高能力。完善公路。"
    text, at = sentence("鄂州三江港", around)
    assert text == "推进武汉至长沙铁路、鄂州三江港，提高能力。"
    assert text[at : at + 5] == "鄂州三江港"


def test_words_of_several_sentences_keep_them_all():
    assert sentence("甲。乙", "前文。甲。乙。后文。") == ("甲。乙。", 0)


def test_words_that_are_not_there():
    assert sentence("港口", "铁路。") == ("", -1)
