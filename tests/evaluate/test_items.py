"""An item called by its own number or by its path."""

from __future__ import annotations

import pytest

from zhengtu.evaluate import read
from zhengtu.evaluate.evaluation import compare
from zhengtu.evaluate.items import under_told_numbers
from zhengtu.evaluate.names import Names

TASKS = """document | task_number | task_title | section_number
           a        | 1.1         | 建水库     | 1
           a        | 1.2         | 通水渠     | 1
           b        | 5           | 筑堤防     | 2
           b        | 6           | 整河道     | 2
           c        | 1.1         | 建水库     | 1
           c        | 2.1         | 筑堤防     | 2"""


@pytest.mark.parametrize(
    ("document", "called", "meant"),
    [
        ("a", "2", "1.2"),  # its own number
        ("a", "1.2", "1.2"),
        ("b", "2.5", "5"),  # its path
        ("c", "1", "1"),  # of two items
        ("c", "7", "7"),  # of none
        ("b", "5", "5"),
    ],
)
def test_a_name_that_one_item_alone_can_have(rows, document, called, meant):
    gold = {document: [{"document": document, "task_number": called}]}
    assert [row["task_number"] for row in under_told_numbers(gold, [], rows(TASKS))[document]] == [meant]


def test_a_number_that_the_store_tells_itself_means_what_it_says(rows):
    gold = {"a": [{"document": "a", "task_number": "1"}]}
    told = rows("document | task_number | unit\na | 1 | 市水务局")  # a clause of the section
    assert under_told_numbers(gold, told, rows(TASKS)) == gold


def test_the_other_number_is_found(rows, gold_folder):
    duties = rows("document | task_number | unit | role | basis\na | 1.2 | 市水务局 | lead | explicit")
    told = {"responsibilities": duties, "tasks": rows(TASKS), "documents": rows("document\na")}
    gold = read(gold_folder(responsibilities="document,task_number,unit,role,basis\na,2,市水务局,lead,explicit\n"))
    assert compare(gold, told.__getitem__, Names()).of().f1() == 1
    gold = read(gold_folder(responsibilities="document,task_number,unit,role,basis\na,1,市水务局,lead,explicit\n"))
    assert compare(gold, told.__getitem__, Names()).of().f1() == 0
