from __future__ import annotations

import pytest

from zhengtu.evaluate import EvaluateError, read

TASKS = "document,task_number,task_title\na,1,甲\nb,1,乙\n"
PLACES = "document,place\na,武汉市\n"


def test_without_coverage_every_kind_that_has_a_file_is_complete_in_every_document(gold_folder):
    gold = read(gold_folder(tasks=TASKS, places=PLACES))
    assert gold.name == "small"
    assert gold.documents == ("a", "b")
    assert gold.complete == {("a", "tasks"), ("b", "tasks"), ("a", "places"), ("b", "places")}


def test_coverage_names_what_is_complete_and_documents_without_rows(gold_folder):
    gold = read(gold_folder(tasks=TASKS, places=PLACES, coverage="document,kind\na,tasks\nc,places\nc,events\n"))
    assert gold.documents == ("a", "b", "c")
    assert gold.complete == {("a", "tasks"), ("c", "places")}


def test_identity_covers_the_publication_too(gold_folder):
    gold = read(gold_folder(identity="document,title\na,甲\n", coverage="document,kind\na,identity\n"))
    assert gold.complete == {("a", "identity"), ("a", "publication")}


def test_a_decomposition_belongs_to_the_lower_document(gold_folder):
    text = "upper_document,upper_task,lower_document,lower_task,relation\nup,1,low,2,same\n"
    assert read(gold_folder(decomposition=text)).documents == ("low",)


def test_parts(gold_folder):
    part = read(gold_folder(tasks=TASKS, places=PLACES)).only(["tasks"], ["b"])
    assert (list(part.files), part.documents) == (["tasks"], ("b",))


@pytest.mark.parametrize(("kinds", "documents", "said"), [(["claims"], [], "claims"), ([], ["z"], "z")])
def test_a_part_that_is_not_there(gold_folder, kinds, documents, said):
    with pytest.raises(EvaluateError, match=said):
        read(gold_folder(tasks=TASKS)).only(kinds, documents)


def test_other_csv_files_are_told_not_read(gold_folder):
    assert read(gold_folder(tasks=TASKS, taskz="a\n1\n")).unknown == ("taskz.csv",)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "没有标注文件"),
        ({"tasks": "task_number\n1\n"}, "document"),
        ({"tasks": "document,task_number\na\n"}, "第 2 行"),
        ({"tasks": 'document,task_number\na,"1\n'}, "无法读取"),
    ],
)
def test_gold_that_cannot_be_used(gold_folder, files, said):
    with pytest.raises(EvaluateError, match=said) as caught:
        read(gold_folder(**files))
    assert "\n" not in str(caught.value)


def test_gold_that_is_not_utf_8(gold_folder):
    folder = gold_folder(tasks=TASKS)
    (folder / "tasks.csv").write_bytes("document,task_title\na,政图".encode("gb18030"))
    with pytest.raises(EvaluateError, match=r"tasks\.csv"):
        read(folder)


def test_no_folder(tmp_path):
    with pytest.raises(EvaluateError, match="nowhere"):
        read(tmp_path / "nowhere")


def test_a_byte_order_mark_and_blank_lines_do_no_harm(gold_folder):
    gold = read(gold_folder(tasks="\ufeffdocument,task_number\r\na, 1 \r\n\r\n"))
    assert gold.files["tasks"].rows == ({"document": "a", "task_number": "1"},)
