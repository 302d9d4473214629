"""Claims checked: the shipped reports against the gold read from them, and claims reworded or changed by hand."""

import csv

import pytest

from tests.align.texts import ROOT, parts
from zhengtu.align import ClaimText, check_claims

WORKS = {
    "thepaper-2022-03-15": "corpus/thepaper-2022-03-15.md",
    "guoban-home-ageing": "tests/gold/written/docs/guoban-home-ageing.txt",
}


def _rows(path: str) -> list[dict[str, str]]:
    with (ROOT / path).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_shipped_reports():
    rows = _rows("tests/gold/corpus/claims.csv")
    verdicts = check_claims([ClaimText(str(i), r["claim"]) for i, r in enumerate(rows)], parts(WORKS["thepaper-2022-03-15"]))
    tied = sum(set(v.sources) == set(filter(None, r["task_number"].split(";"))) for r, v in zip(rows, verdicts, strict=True))
    judged = sum(v.verdict == r["verdict"] for r, v in zip(rows, verdicts, strict=True))
    assert tied >= 0.95 * len(rows)
    assert judged >= 0.95 * len(rows)


@pytest.mark.parametrize("row", _rows("tests/align/cases/reworded.csv"), ids=lambda row: row["claim"][:20])
def test_reworded(row):
    [verdict] = check_claims([ClaimText("c", row["claim"])], parts(WORKS[row["document"]]))
    assert (verdict.verdict, ";".join(verdict.sources)) == (row["verdict"], row["task_number"])


@pytest.mark.parametrize(
    ("claim", "difference"),
    [
        ("包括建设江西、湖北、湖南长征国家文化公园，建设三峡文化博物馆等。", "名称：三峡工程博物馆→三峡文化博物馆"),
        ("到2025年，常住人口城镇化率达到70%。", "数字：67%→70%"),
        ("三省将成立长江中游城市群高校联盟。", "语气：推动成立长江中游城市群高校联盟→三省将成立长江中游城市群高校联盟"),
        ("推进长沙、岳阳、九江等主要港口集约化规模化发展。", "名称：宜昌→长沙"),
    ],
)
def test_differences_in_words(claim, difference):
    [verdict] = check_claims([ClaimText("c", claim)], parts(WORKS["thepaper-2022-03-15"]))
    assert difference in verdict.differences


def test_a_plan_supports_its_own_sentences():
    """Whatever a plan prints, it supports; the sentence may stand in several items."""
    sources = parts(WORKS["guoban-home-ageing"])
    for source in sources:
        for sentence in source.text.split("。"):
            if len(sentence) > 12:
                [verdict] = check_claims([ClaimText("c", sentence + "。")], sources)
                assert verdict.verdict == "supported", (sentence, verdict)
                assert source.iri in verdict.sources, (sentence, verdict)


def test_nothing_to_check():
    assert check_claims([], ()) == []
    [verdict] = check_claims([ClaimText("c", "建设铁路。")], ())
    assert verdict.verdict == "unsupported"
    [verdict] = check_claims([ClaimText("c", "")], parts(WORKS["guoban-home-ageing"]))
    assert verdict.verdict == "unsupported"
