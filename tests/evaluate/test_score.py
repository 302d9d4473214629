from __future__ import annotations

import pytest

from zhengtu.evaluate import read
from zhengtu.evaluate.evaluation import compare
from zhengtu.evaluate.names import Names
from zhengtu.evaluate.score import Score, total

PLACES = "document,place\na,武汉市\na,长沙市\nb,南昌市\n"
TOLD = """document | place
          a | 武汉市
          a | 鄂州市
          b | 南昌市
          b | 九江市
          b | 赣州市
          z | 北京市"""


@pytest.fixture
def compared(rows, gold_folder):
    def run(**files):
        told = {"places": rows(TOLD), "documents": rows("document\na\nb\nz")}
        return compare(read(gold_folder(**files)), told.__getitem__, Names())

    return run


def figures(score):
    return score.precision(), score.recall(), score.f1()


def test_by_document_and_together(compared):
    e = compared(places=PLACES)
    assert figures(e.of("places", "a")) == (1 / 2, 1 / 2, 1 / 2)
    assert figures(e.of("places", "b")) == (1 / 3, 1, 1 / 2)
    assert figures(e.of("places")) == (2 / 5, 2 / 3, 1 / 2)  # z is not in the gold
    assert e.of() == e.of("places")


def test_precision_counts_only_what_is_complete(compared):
    e = compared(places=PLACES, coverage="document,kind\na,places\n")
    assert figures(e.of("places", "a")) == (1 / 2, 1 / 2, 1 / 2)
    assert figures(e.of("places", "b")) == (None, 1, None)
    assert figures(e.of("places"))[:2] == (1 / 2, 2 / 3)
    assert e.of("places").f1() == pytest.approx(4 / 7)


def test_complete_and_without_rows_makes_all_that_is_told_spurious(compared):
    e = compared(places=PLACES, coverage="document,kind\nz,places\n")
    assert figures(e.of("places", "z")) == (0, None, 0)


def test_rows_of_the_gold_only_where_it_is_not_complete_give_a_recall_and_no_f1(compared):
    e = compared(places=PLACES, coverage="document,kind\nq,places\n")
    assert figures(e.of("places")) == (None, 2 / 3, None)


def test_complete_gold_of_which_nothing_is_told_has_f1_zero(compared):
    e = compared(places=PLACES + "c,合肥市\n", coverage="document,kind\nc,places\n")
    assert e.of("places").f1() == 0


def test_commitments_by_topic_alone_are_scored(rows, gold_folder):
    """A gold without the text of promises: agreement and topic are compared, each combination once."""
    gold = gold_folder(commitments="document,agreement,topic\na,甲乙合作协议,交通\na,甲乙合作协议,产业\n")
    told = rows("""document | agreement | topic | text
                   a | 甲乙合作协议 | 交通 | 共建铁路。
                   a | 甲乙合作协议 | 交通 | 共建公路。
                   a | 甲乙合作协议 | 生态 | 共护河流。""")
    answers = {"commitments": told, "documents": rows("document\na")}
    assert figures(compare(read(gold), answers.__getitem__, Names()).of("commitments")) == (1 / 2, 1 / 2, 1 / 2)


def test_a_document_the_store_does_not_have_is_missed(compared):
    e = compared(places=PLACES + "c,合肥市\n")
    assert e.absent == ("c",)
    assert figures(e.of("places", "c")) == (None, 0, 0)
    assert figures(e.of("places")) == (2 / 5, 2 / 4, pytest.approx(4 / 9))


def test_nothing_on_either_side_is_no_score(compared):
    assert figures(compared(places="document,place\n", coverage="document,kind\nq,places\n").of("places")) == (None,) * 3


def test_a_gold_file_without_rows(compared):
    e = compared(places="document,place\n", coverage="document,kind\na,places\n")
    assert figures(e.of("places", "a")) == (0, None, 0)


def test_the_sum_of_nothing():
    assert total([]) == Score()
