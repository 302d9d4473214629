"""Works named in 《》 or by their number."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import TEXTS, corpus, gold, squeezed, staged

HEAD = "湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n"


def cited(sentence: str) -> list[tuple[str, str]]:
    text = f"{HEAD}{sentence}\n一、建水库。推进建设。\n二、通水渠。推进建设。\n"
    return [(c.title, c.number) for c in staged(text).facts.citations]


CASES = {
    "依据《国家水网建设规划纲要》，制定本方案。": [("国家水网建设规划纲要", "")],
    "依据《国务院关于加强水利工作的意见》（国发〔2015〕5号），制定本方案。": [
        ("国务院关于加强水利工作的意见", "国发〔2015〕5号")
    ],
    "依据《关于加强水利工作的意见》(国办发[2015]5号)，制定本方案。": [("关于加强水利工作的意见", "国办发〔2015〕5号")],
    "依据《中华人民共和国水法》《中华人民共和国长江保护法》，制定本方案。": [
        ("中华人民共和国水法", ""),
        ("中华人民共和国长江保护法", ""),
    ],
    "已经省人民政府同意（鄂政函〔2024〕9号）。": [("", "鄂政函〔2024〕9号")],
    "根据国发〔2015〕5号文件精神，制定本方案。": [("", "国发〔2015〕5号")],
    "依据《水网规划》，衔接《水网规划》和《防洪规划》。": [("水网规划", ""), ("防洪规划", "")],
    "依据《国家水网建设规划纲要》（以下简称《纲要》），落实《纲要》要求。": [("国家水网建设规划纲要", "")],
    "制定本方案。": [],
    "根据《水网建设规程（试行）》的通知（鄂水利函〔2018〕9号）要求，制定本方案。": [
        ("水网建设规程（试行）", "鄂水利函〔2018〕9号")
    ],
    "现将 《水网建设三年任务》（以下简称《任务》）印发给你们，请认真实施。": [],
    "据《湖北日报》报道，水网建设提速。": [],
    "《湖北省水网建设实施方案》共两条。": [],
    "现将《水网建设三年任务》及其附表印发给你们，请认真执行。": [],
    "现将《水网建设三年任务》落实情况报告如下。": [("水网建设三年任务", "")],
    "编制《“十四五”水安全保障规划》。": [("“十四五”水安全保障规划", "")],
}


@pytest.mark.parametrize(("sentence", "wanted"), CASES.items(), ids=CASES)
def test_invented_sentences(sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert cited(sentence) == wanted


@pytest.mark.parametrize("stem", TEXTS)
def test_the_corpus(stem: str) -> None:
    found = {(squeezed(c.title), c.number) for c in corpus(stem).facts.citations}
    assert found == {(squeezed(r["title"]), r["number"]) for r in gold("citations", stem)}


@pytest.mark.parametrize("stem", TEXTS)
def test_each_citation_points_at_its_name(stem: str) -> None:
    text = corpus(stem).text
    for citation in corpus(stem).facts.citations:
        printed = squeezed(text.slice(citation.span))
        assert squeezed(citation.title) in printed
        if not citation.title:
            assert "号" in printed
