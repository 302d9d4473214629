"""The words of ``industry-words.toml``, compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from loaders.extract.projects.lexicon import any_of
from loaders.occurrences import WordList
from loaders.registry import ontology_dir

_FRAMES = ("支持", "推动", "鼓励", "引导", "成为", "造为", "设成")
"""Frames that give a place an industry which no word of the list names (支持A县发展…, 把A建设成为…基地)."""


_GRADE = (
    "(?:全球|世界|国际|全国|国内|国家|亚洲|全省|全市|全区|区域|我国|[中西东]部)"
    "(?:一流|领先|最大|重要|知名|著名|先进|顶尖|规模最大)的?"
)
"""How far a base or cluster is to count: 全球一流, 全国最大的."""


@dataclass(frozen=True, slots=True)
class Words:
    """Verbs and signs of industries; see the file's comments."""

    verb: re.Pattern[str]
    verbs: WordList
    adverbs: re.Pattern[str]
    causative: re.Pattern[str]
    together: re.Pattern[str]
    sign: re.Pattern[str]
    cues: WordList
    none: re.Pattern[str]
    role: re.Pattern[str]
    grade: re.Pattern[str]
    graded: re.Pattern[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words, read once a process."""
    with (ontology_dir() / "industry-words.toml").open("rb") as file:
        data: dict[str, list[str]] = tomllib.load(file)
    adverbs = f"(?:{any_of(data['adverbs'])}){{0,5}}+"
    return Words(
        verb=re.compile(f"{adverbs}(?P<verb>{any_of(data['verbs'])})|(?P<speed>加快|加速)(?=[^，。；]{{2,30}}发展)"),
        verbs=WordList((*data["adverbs"], *data["verbs"], "加快", "加速")),
        adverbs=re.compile(adverbs),
        causative=re.compile(any_of(data["causative"])),
        together=re.compile(any_of(data["together"])),
        sign=re.compile(any_of(data["signs"])),
        cues=WordList((*data["signs"], *_FRAMES)),
        none=re.compile(any_of(data["not_industry"])),
        role=re.compile(f"(?P<role>{any_of(data['roles'])})$"),
        grade=re.compile(f"(?:{_GRADE}|{any_of(data['grades'])})+的?"),
        graded=re.compile(f"(?:的?(?:{any_of((*data['grades'], *data['trailing']))}))+$"),
    )
