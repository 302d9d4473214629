"""A number that stands twice in a clean text: the outline keeps what is printed, and the report says so."""

import pytest

from zhengtu import validate
from zhengtu.build import build
from zhengtu.store import open_store

TEXT = """湖北省水网建设实施方案
鄂政办发〔2024〕5号

为加快水网建设，制定本方案。
一、供水
（一）建水库。推进水库建设。（省水利厅负责）
二、防洪
（一）筑堤防。推进堤防建设。（省水利厅负责）
二、灌溉
（一）通水渠。推进水渠建设。（省水利厅负责）
三、保障
（一）强化监管。开展检查。（省水利厅负责）
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [(TEXT, [("number-doubled", "灌溉")]), (TEXT.replace("二、灌溉", "三、灌溉").replace("三、保障", "四、保障"), [])],
    ids=["twice", "once"],
)
def test_a_number_printed_twice_is_found(tmp_path, text, wanted):
    (tmp_path / "plan.txt").write_text(text, "utf-8")
    build([tmp_path / "plan.txt"], str(tmp_path / "store"))
    with open_store(str(tmp_path / "store")) as store:
        report = validate.run(store)
        parts = store.select("SELECT ?part WHERE { GRAPH ?g { ?part <https://w3id.org/zhengtu/ns#path> ?path } }")
        assert len({str(row[0]) for row in parts}) == 8
    numbers = {"number-doubled", "number-skipped", "number-left-out"}
    assert [(one.rule.local, one.where.title) for one in report.findings if one.rule.local in numbers] == wanted
