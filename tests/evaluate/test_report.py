from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from zhengtu.evaluate import evaluate, read, read_minimum, render


@pytest.fixture
def evaluation(model, model_gold):
    return evaluate(model, read(model_gold), errors=True)


def test_table(evaluation):
    text = render(evaluation, "table")
    (line,) = [line for line in text.splitlines() if line.startswith("responsibilities")]
    assert line.split()[1:10] == ["6", "6", "2", "2", "0.6667", "0.6667", "0.6667", "0.8333", "0.5000"]
    assert line.endswith("position 1.0000, lead_basis 0.8000")
    assert any(line.startswith("never-built") for line in text.splitlines())
    assert "生态环境部" not in text


def test_table_with_errors(evaluation):
    text = render(evaluation, "table", errors=True)
    assert "plan-a · responsibilities · 漏\n  - task_number=4 · unit=生态环境部" in text
    assert "plan-a · responsibilities · 多\n  + task_number=3 · unit=国家发展改革委" in text
    assert "plan-a · targets · 错 (kind)\n  - value=1.3 · indicator=常住人口 · kind=target\n" in text
    assert "  “常住人口超过1.3亿。”\n" in text


def test_csv_is_a_minimum_file(evaluation, tmp_path):
    path = tmp_path / "scores.csv"
    path.write_text(render(evaluation, "csv"), "utf-8")
    assert read_minimum(path, "model-gold") == {
        "responsibilities": 0.6667,
        "identity": 0.9231,
        "publication": 0.9231,
        "targets": 0.5,
        "claims": 0.6667,
    }


def test_csv_has_every_kind_in_every_document(evaluation):
    rows = list(csv.DictReader(StringIO(render(evaluation, "csv"))))
    assert len(rows) == 1 + 5 + 3 + 5 * 3
    cell = next(row for row in rows if (row["kind"], row["document"]) == ("responsibilities", "plan-a"))
    assert cell["others"] == "position=1.0000;lead_basis=0.8000"
    blank = next(row for row in rows if (row["kind"], row["document"]) == ("responsibilities", "news-c"))
    assert (blank["precision"], blank["recall"], blank["f1"]) == ("", "", "")


def test_csv_of_errors(evaluation):
    rows = list(csv.DictReader(StringIO(render(evaluation, "csv", errors=True))))
    assert len(rows) == 8
    assert [row["columns"] for row in rows if row["outcome"] == "differs"] == ["role", "kind", "task_number"]


def test_json(evaluation):
    content = json.loads(render(evaluation, "json", errors=True))
    assert content["gold"] == "model-gold"
    assert content["absent"] == ["never-built"]
    assert len(content["errors"]) == 8
    score = next(s for s in content["scores"] if (s["kind"], s["document"]) == ("responsibilities", ""))
    assert score["f1"] == 0.6667
    assert score["others"] == {"position": 1.0, "lead_basis": 0.8}
    assert "errors" not in json.loads(render(evaluation, "json"))
