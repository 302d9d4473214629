"""Page marks of sharing sites (1、…2、…) in mid-sentence, and numbered lists that look alike."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import cleaned, corpus, lines

SHARED = (
    "1、为推进水网建设，制定本方案。加强河道整\n2、治。提升防洪能力，建设一批水\n"
    "3、库。完善灌区设施，推进节水改\n4、造。健全管护机制。\n"
)


def test_the_marks_go_and_the_words_join() -> None:
    assert (
        "".join(lines(SHARED))
        == "为推进水网建设，制定本方案。加强河道整治。提升防洪能力，建设一批水库。完善灌区设施，推进节水改造。健全管护机制。"
    )


def test_each_joined_character_keeps_its_place() -> None:
    text = cleaned(SHARED)
    at = text.text.index("整治")
    assert SHARED[text.begins[at]] == "整"
    assert SHARED[text.begins[at + 1]] == "治"
    assert text.begins[at + 1] - text.begins[at] == len("整\n2、")


@pytest.mark.parametrize(
    "text",
    [
        "1、加强河道整治。\n2、提升防洪能力。\n3、完善灌区设施。\n4、健全管护机制。\n",
        "1、河道整治；\n2、防洪工程；\n3、灌区改造；\n4、节水工程。\n",
        "1、河道整治\n2、防洪工程\n3、灌区改造\n4、节水工程\n",
        "1、河道整治\n3、防洪工程\n7、灌区改造\n",
        "2、河道整治\n3、防洪工程\n4、灌区改造\n",
        "重点任务如下。\n一、河道整治\n二、防洪工程\n三、灌区改造\n",
    ],
    ids=["sentences", "limbs", "titles", "leaping", "not from one", "Chinese numbers"],
)
def test_a_numbered_list_keeps_its_lines(text: str) -> None:
    assert lines(text) == text.splitlines()


def test_two_marks_are_too_few() -> None:
    assert lines("1、加强河道整\n2、治。\n") == ["1、加强河道整", "2、治。"]


def test_a_clean_text_is_not_called_a_copy() -> None:
    assert "scraped" not in cleaned("一、加强河道整治。\n二、提升防洪能力。\n").meta
    assert "scraped" in cleaned(SHARED).meta


@pytest.mark.parametrize(
    "words",
    [
        "全面贯彻党的十九大和十九届历次全会精神",
        "协调衔接的劳动力、人才流动政策体系",
        "加强跨地区跨部门业务协同",
        "物流通道,率先打造",
        "电子商务交易平台建设",
        "湿地修复工程",
        "推动博物馆、图书馆",
        "4.5米水深航道整治工程",
    ],
)
def test_words_that_a_page_or_line_cut_are_whole(words: str) -> None:
    """Each of these is broken by a page mark or a line's end in the shared provincial document."""
    assert words in corpus("hubei-division-2022-16").text.text


def test_all_twenty_two_page_marks_are_gone() -> None:
    text = corpus("hubei-division-2022-16").text
    for number in range(1, 23):
        at = text.source.text.index(f"\n{number}、") + 1
        mark = range(at, at + len(f"{number}、"))
        assert not any(begin in mark and end in mark for begin, end in zip(text.begins, text.ends, strict=True) if end > begin)
