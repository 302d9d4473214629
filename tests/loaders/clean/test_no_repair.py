"""A clean text is never touched, whatever words it uses."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import TEXTS, WRITTEN, cleaned, corpus

CLEAN = [t for t in TEXTS if t not in ("hubei-division-2022-16", "capitals-action-plan-2017")]


@pytest.mark.parametrize("stem", sorted([*CLEAN, *(p.stem for p in WRITTEN.iterdir())]))
def test_clean_documents(stem: str) -> None:
    done = corpus(stem)
    assert [(r.printed, r.restored) for r in (*done.text.repairs, *done.outline.repairs)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "各地要开展专项整治，工作有序开展。",
        "扎实开展主题教育，推动高质量发展。",
        "降低企业成本，不能拿群众利益作本钱。",
        "如果不及时整改，那么将依法追究责任。",
        "既要看到局部，又要看到全局。",
        "列车到达武汉站后，旅客分别换乘。",
        "战士们与亲人别离，奔赴一线。",
        "储藏粮食要防火，社会反响热烈。",
        "该创立于1950年的企业承担了重点工程。",
        "他们开展合作，创立了品牌。",
        "依法给予行政处分。",
        "南昌一位居民、武汉一所高校参加了评议。",
        "秸秆露天燃烧得到控制。",
    ],
)
def test_right_words_stay(sentence: str) -> None:
    text = cleaned(f"一、总体要求\n{sentence}\n二、重点任务\n{sentence}\n")
    assert text.repairs == ()
    assert sentence in text.text


def test_one_doubtful_word_convicts_no_text() -> None:
    """A single slip of the author (高质量开展) is not yet a corrupted copy."""
    assert cleaned("推动经济高质量开展。\n加强部门协同。\n").repairs == ()


def test_a_convicted_copy_keeps_its_right_words() -> None:
    text = cleaned("推动经济高质量开展，降低物流本钱，完善规那么。\n各地要开展专项整治。\n残疾人事业协同开展。\n").text
    assert text == "推动经济高质量发展，降低物流成本，完善规则。\n各地要开展专项整治。\n残疾人事业协同发展。"
