"""``zhengtu evaluate`` on a built store."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from zhengtu.cli.main import main


@pytest.fixture
def run(model_folder, model_gold, capfd):
    def command(*options, gold=model_gold, store=model_folder):
        code = main(["evaluate", "--gold", str(gold), "--store", str(store), *options])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return command


def test_scores(run):
    code, out, err = run()
    assert code == 0
    assert "responsibilities" in out
    assert "never-built" in err


def test_quiet_says_nothing_beside(run):
    assert run("--quiet")[2] == ""


def test_part(run):
    code, out, _ = run("--kind", "targets", "--kind", "claims", "--document", "news-c", "--format", "csv")
    rows = list(csv.DictReader(StringIO(out)))
    assert code == 0
    assert {row["kind"] for row in rows} == {"", "targets", "claims"}
    assert {row["document"] for row in rows} == {"", "news-c"}


def test_errors(run):
    assert "“常住人口超过1.3亿。”" in run("--errors", "--kind", "targets")[1]


def test_output_file(run, tmp_path):
    assert run("--format", "csv", "--output", str(tmp_path / "scores.csv"))[:2] == (0, "")
    assert (tmp_path / "scores.csv").read_text("utf-8").startswith("gold,kind,document,")


def test_the_scores_landed_last_hold(run, tmp_path):
    landed = tmp_path / "landed.csv"
    run("--format", "csv", "--output", str(landed))
    assert run("--minimum", str(landed))[0] == 0


def test_a_drop_ends_with_1(run, tmp_path):
    floor = tmp_path / "floor.csv"
    floor.write_text("gold,kind,f1\nmodel-gold,targets,0.9\nmodel-gold,claims,0.2\n", "utf-8")
    code, out, err = run("--quiet", "--minimum", str(floor))
    assert code == 1
    assert "targets" in out
    assert err.splitlines() == ["model-gold targets：F1 0.5000，低于 0.9000"]
    assert run("--minimum", str(floor), "--kind", "claims")[0] == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--kind", "nothing"], "nothing"),
        (["--document", "nobody"], "nobody"),
        (["--format", "html"], "html"),
        (["--minimum", "missing.csv"], "missing.csv"),
        (["--minimum", "missing.csv", "--document", "plan-a"], "--document"),
    ],
)
def test_what_cannot_be_done_ends_with_2(run, options, said):
    code, out, err = run(*options)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_no_gold_or_no_store_ends_with_2(run, tmp_path):
    assert run(gold=tmp_path / "none")[0] == 2
    code, _, err = run(store=tmp_path / "no-store")
    assert code == 2
    assert "zhengtu build" in err


def test_gold_must_be_named(capfd):
    assert main(["evaluate"]) == 2
    assert "--gold" in capfd.readouterr().err


def test_in_english(run, monkeypatch):
    monkeypatch.setenv("ZHENGTU_LANG", "en")
    assert "not in the store" in run()[2]
