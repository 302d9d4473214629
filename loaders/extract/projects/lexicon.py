"""The words of ``project-keywords.toml`` and the categories of the project-category scheme, compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from loaders.occurrences import WordList
from loaders.registry import ontology_dir
from loaders.registry.load import read_nodes

NOUNS = "馆站厂库桥闸坝堤渠院校场城街楼线路园"
"""Characters that end the names of facilities."""
BEHIND_END = "、，。；和与及等（建改按一二三四五六七八九十\\d"
"""What may stand behind such a character where it ends a name, besides 前期 and the end of the clause."""
_STOP = "(?=[、，。；和与及等（建改按]|[一二三四五六七八九十\\d]期|前期|$)"
_ENDS = (
    f"[{NOUNS}学中防房期址居圃](?:(?<=[{NOUNS}])|(?<=[旧遗]址)|(?<=故居)|(?<=苗圃)|(?<=[小中]学)|(?<=高中)|(?<=段堤防)|(?<=厂房)"
    f"|(?<=[一二三四五六七八九十\\d]期)){_STOP}"
)
_ALSO_HEADS = ("改造", "期工程", "品牌", "活动", "展会")
_SCHEME = "/scheme/project-category/"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first; words of one first character share a branch, which is tried faster."""
    branches: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        branches.setdefault(word[0], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(re.escape(c) + (f"(?:{'|'.join(t)})" if len(t) > 1 else t[0]) for c, t in branches.items()) + ")"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Heads, modifiers and verbs; see the file's comments."""

    head: re.Pattern[str]
    head_words: WordList
    signs: WordList
    ends: re.Pattern[str]
    not_head: re.Pattern[str]
    nouns: frozenset[str]
    closed: frozenset[str]
    programme: frozenset[str]
    branded: frozenset[str]
    activity: re.Pattern[str]
    activities: tuple[str, ...]
    undivided: re.Pattern[str]
    generic: re.Pattern[str]
    amount: re.Pattern[str]
    praise: re.Pattern[str]
    national: re.Pattern[str]
    national_heads: tuple[str, ...]
    macro: frozenset[str]
    short_region: re.Pattern[str]
    groups: re.Pattern[str]
    verb: re.Pattern[str]
    verbs: WordList
    pushing: frozenset[str]
    dropped: re.Pattern[str]
    facility_only: frozenset[str]
    causative: frozenset[str]
    after: re.Pattern[str]
    heads: frozenset[str]
    concrete: frozenset[str]
    raising: frozenset[str]
    changing: frozenset[str]
    kinds: re.Pattern[str]
    industry: re.Pattern[str]


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    with (ontology_dir() / "project-keywords.toml").open("rb") as file:
        return tomllib.load(file)


def _industries() -> list[str]:
    """The words that show an industry."""
    with (ontology_dir() / "industry-words.toml").open("rb") as file:
        return list(tomllib.load(file)["signs"])


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, read once a process."""
    data = _data()
    heads, mods, verbs = data["heads"], data["modifiers"], data["verbs"]
    plain = {k: tuple(v) for k, v in heads.items()}
    nouns = (*plain["closed"], *plain["open"], *plain["programme"])
    adverb = f"(?P<kept>{any_of(verbs['kept'])}?)"
    loose = f"(?:{any_of(verbs['dropped'])}){{0,3}}+"
    core = any_of((*verbs["build"], *verbs["push"]))
    return Lexicon(
        head=re.compile(any_of(nouns)),
        head_words=WordList(nouns),
        signs=WordList((*plain["activity"], "品牌")),
        ends=re.compile(_ENDS),
        not_head=re.compile(any_of(plain["not_heads"])),
        nouns=frozenset(nouns),
        closed=frozenset(plain["closed"]),
        programme=frozenset(plain["programme"]),
        branded=frozenset(plain["branded"]),
        activity=re.compile(any_of(plain["activity"])),
        activities=plain["activity"],
        undivided=re.compile(any_of(plain["undivided"])),
        generic=re.compile(f"(?:{any_of(mods['generic'])}|的|与|和|及|、)*+"),
        amount=re.compile(rf"(?:{any_of(mods['amounts'])}|[\d一二三四五六七八九十两几]+[余多]?(?:个|条|座|项|批|家|处|所))"),
        praise=re.compile(f"(?:{any_of(mods['praise'])})+"),
        national=re.compile(any_of(mods["national"])),
        national_heads=tuple(mods["national_heads"]),
        macro=frozenset(mods["macro_regions"]),
        short_region=re.compile(any_of(mods["short_regions"]) + "|[" + mods["abbreviations"] + "]{2,}"),
        groups=re.compile(any_of(mods["bare_groups"]) + "(?!内|间|中|的)"),
        verb=re.compile(f"{loose}{adverb}{loose}(?P<verb>{core})(?!院|所|网)"),
        verbs=WordList((*verbs["kept"], *verbs["dropped"], *verbs["build"], *verbs["push"])),
        pushing=frozenset(verbs["push"]),
        dropped=re.compile(loose),
        facility_only=frozenset(verbs["facility_only"]),
        causative=frozenset(verbs["causative"]),
        after=re.compile(any_of(verbs["after"]) + "|建设(?!和|与|及)"),
        heads=frozenset((*nouns, *plain["activity"], *_ALSO_HEADS)),
        concrete=frozenset(verbs["concrete"]),
        raising=frozenset(verbs["raising"]),
        changing=frozenset((*verbs["concrete"], *verbs["raising"])),
        kinds=re.compile(any_of(mods["kinds"])),
        industry=re.compile(any_of(_industries())),
    )


@lru_cache(maxsize=1)
def categories() -> tuple[dict[str, list[str]], dict[str, str]]:
    """The category keywords by their first character, the longest first, and keyword → code."""
    codes: dict[str, str] = {}
    for _, node in sorted(read_nodes(ontology_dir() / "schemes.ttl", _SCHEME).items()):
        if node.get("notation"):
            for label in (*node.get("hiddenLabel", ()), *node.get("altLabel", ()), *node.get("prefLabel", ())):
                codes.setdefault(label, node["notation"][0])
    keywords: dict[str, list[str]] = {}
    for word in sorted(codes, key=lambda w: (-len(w), w)):
        keywords.setdefault(word[0], []).append(word)
    return keywords, codes


def no_place_reason(name: str) -> str:
    """The name of the zt:NoPlaceReason that the end of a project's name tells; empty where it tells none."""
    bare = re.sub('[“”"（）()]', "", name)
    return next((reason for reason, ends in _data()["placeless"].items() if bare.endswith(tuple(ends))), "")


_WEAK = frozenset(("platform", "industry-park", "industry-base", "transport", "other"))


_ASIDES = re.compile('[“”"]|（[^（）]*）|\\([^()]*\\)')
_JOINED = re.compile("(?<=[区园城])[和及与]|(?<=中心)[和及与]")
"""A先行区及B基地, A中心和产业基地: of two sites under one name the first tells what it is."""


@lru_cache(maxsize=4096)
def category_of(name: str, kind: str = "") -> str:
    """The code of the category whose keyword stands last in ``name``; kinds of site yield to what the site is for.

    Of two sites joined by 和 the first decides; where the name tells nothing, ``kind`` does, the words its list closes with
    (区域公用品牌); else it is ``other``.
    """
    joined = _JOINED.search(name)
    parts = (name[: joined.start()], name) if joined else (name,)
    return next(filter(None, map(_category, (*parts, kind))), "other")


@lru_cache(maxsize=1)
def _coined() -> list[tuple[re.Pattern[str], str]]:
    """Coined names, as patterns, with the codes of their categories."""
    return [(re.compile(coined), str(code)) for coined, code in _data()["coined"].items()]


def _category(name: str) -> str:
    keywords, codes = categories()
    bare = _ASIDES.sub("", name)
    for coined, code in _coined():
        if coined.search(bare):
            return code
    best = ("", -1)
    fallback = ""
    for at, char in enumerate(bare):
        word = next((word for word in keywords.get(char, ()) if bare.startswith(word, at)), "")
        if word:
            code, end = codes[word], at + len(word)
            if code in _WEAK:
                fallback = code if end >= best[1] or not fallback else fallback
            elif end > best[1]:
                best = (code, end)
    return best[0] or fallback
