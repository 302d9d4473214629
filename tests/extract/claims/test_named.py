"""The names by which a report goes on speaking of its work."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.claims.named import WorkNames
from loaders.extract.claims.words import SAID_BY_WORK, alternatives

NAMES = WorkNames(("某市水网建设实施方案", "《实施方案》", "《方案》", "该方案"), "方案")
AS_ONE = re.compile(
    f"{alternatives(NAMES.names)}|{NAMES.noun}(?=(?:中|还|也|同时)*(?:{alternatives(SAID_BY_WORK)}))",
)
WORDS = "某市水网建设实施方案 实施方案 方案 《 》 该 中 还 提出 要求 要求方案 ， 水网 方"


def printed(text: str) -> list[str]:
    return [text[begin:end] for begin, end in NAMES.all_in(text)]


def test_the_noun_alone_names_the_work_only_where_it_says_something() -> None:
    assert printed("方案还提出建设水网，比选方案后实施。") == ["方案"]
    assert printed("比选方案后实施。") == []


def test_the_longest_name_counts() -> None:
    assert printed("《实施方案》明确，该方案要求、某市水网建设实施方案提出") == [
        "《实施方案》",
        "该方案",
        "某市水网建设实施方案",
    ]


def test_a_sentence_without_the_names() -> None:
    assert NAMES.without("《方案》提出，该方案要求修复河道。") == "提出，要求修复河道。"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12).map("".join))
def test_names_are_those_of_one_pattern(text: str) -> None:
    assert [(span.begin, span.end) for span in NAMES.all_in(text)] == [match.span() for match in AS_ONE.finditer(text)]
    assert NAMES.without(text) == AS_ONE.sub("", text)
