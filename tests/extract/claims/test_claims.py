"""Which sentences of a report are claims: the shipped and the written reports, and sentences one by one."""

import csv
import re
from pathlib import Path

import pytest

from loaders.clean import clean
from loaders.extract.claims import extract_claims
from loaders.extract.claims.judge import is_attributed, is_claim
from loaders.extract.claims.named import WorkNames
from loaders.identify import identify
from loaders.model import Outline
from loaders.outline import outline
from loaders.read import read

ROOT = Path(__file__).parents[3]
NAMES = WorkNames(("示范城市发展实施方案", "《方案》", "实施方案"))


def _claims(path: Path) -> list[str]:
    text = clean(read(path))
    identity = identify(text)
    found = extract_claims(text, identity, outline(text, identity))
    assert all(text.slice(claim.span) == claim.text for claim in found)
    assert all(identity.works[claim.work].title for claim in found)
    return [_bare(claim.text) for claim in found]


def _bare(sentence: str) -> str:
    return re.sub(r"\s|。$", "", sentence)


@pytest.mark.parametrize(
    ("gold", "path"),
    [
        ("corpus", "corpus/hubei-daily-2022-03-05.md"),
        ("corpus", "corpus/thepaper-2022-03-15.md"),
        ("corpus", "corpus/hubei-division-2022-16.txt"),
        ("corpus", "corpus/capitals-action-plan-2017.txt"),
        ("corpus", "corpus/wuhan-circle-agreement-2021.txt"),
        ("written", "tests/gold/written/docs/news-home-ageing.md"),
        ("written", "tests/gold/written/docs/news-jingjinji-water.txt"),
        ("written", "tests/gold/written/docs/guoban-home-ageing.txt"),
    ],
)
def test_reports(gold, path):
    with (ROOT / "tests/gold" / gold / "claims.csv").open(encoding="utf-8") as file:
        expected = [_bare(row["claim"]) for row in csv.DictReader(file) if row["document"] == Path(path).stem]
    found = _claims(ROOT / path)
    missed = [claim for claim in expected if not any(claim in f for f in found)]
    spurious = [f for f in found if not any(claim in f for claim in expected)]
    assert len(missed) + len(spurious) <= 0.1 * len(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "实施方案提出，建设武汉至长沙铁路。",
        "实施方案还鼓励社会资本参与老旧厂区改造。",
        "铁路总里程将达到1.4万公里。",
        "除继续修缮堤防外，还将新建三座泵站。",
        "高频事项有望实现一网通办。",
        "看交通，四市将开行跨江公交。",
    ],
)
def test_statements_of_fact(sentence):
    assert is_claim(sentence, NAMES, attributed=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "这些钱从哪里来？",
        "交通体系将更加完善。",
        "公共服务将更为便捷。",
        "打破壁垒，要素才能流动。",
        "在教育、医疗等方面，实施方案干货满满。",
        "省发改委相关负责人表示，将认真贯彻落实实施方案。",
        "市民王女士说，以后看病更方便了。",
        "“从规划到建设，我们等了十年。”",
        "3月15日，省政府网站发布《示范城市发展实施方案》。",
        "2015年，《示范城市综合规划》印发，提出建设四个中心。",
        "制造业是这座城市的支柱产业。",
        "优化综合交通体系",
    ],
)
def test_no_statements_of_fact(sentence):
    assert not is_claim(sentence, NAMES, attributed=is_attributed(sentence, NAMES))


def test_a_plain_statement_counts_where_the_paragraph_speaks_for_the_work():
    assert is_attributed("《方案》指出，五年来成效明显。", NAMES)
    assert is_claim("空间格局逐步优化。", NAMES, attributed=True)


def test_text_without_works():
    text = clean(read(ROOT / "corpus/capitals-action-plan-2017.txt"))
    assert extract_claims(text, identify(text), Outline(())) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "记者在示范城市看到，新能源公交车已全部投入使用。",
        "会议通报，去年以来三市推进了一批合作事项，城际铁路建成通车。",
        "与会人员现场观摩了污水处理厂改造工程。",
        "一位企业负责人这样形容新建的园区。",
        "截至今年6月底，全市建成充电桩1200个。",
        "2019年以来，三市累计治理河道83公里。",
    ],
)
def test_scenes_and_meetings_are_not_said_of_the_work(sentence: str) -> None:
    assert not is_claim(sentence, NAMES, True)
