"""What the things in a store are called in English, and in pinyin."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from zhengtu.ask.entities import Entity, Gazetteer
from zhengtu.ask.words import plain, stem_of, syllables, words
from zhengtu.paths import resource_dir

PUBLISHER = 5
"""Rank of the name of a publisher among the titles of a document."""
_FEW = 4  # members by which a group is called in English: Changsha-Zhuzhou-Xiangtan metropolitan area
_PROPER = ("机场", "港口", "铁路", "公路", "高速公路", "博物馆")
_PROPER_LONGEST = 6  # characters of a proper name
_SUFFIX = re.compile(r"(?<=..)(?:特别行政区|(?:回族|壮族|维吾尔)?自治区|省|市)\Z")


@cache
def english_names() -> dict[str, dict[str, list[str]]]:
    """English names by section (regions, agencies, documents, indicators, topics, actions) and Chinese name."""
    return tomllib.loads((resource_dir("ontology") / "english-names.toml").read_text("utf-8"))


def romanised(name: str) -> Iterator[str]:
    """The name in pinyin, with the English word for the kind of a region."""
    readings = words().readings
    for kind, english in english_names()["regions"].items():
        if name.endswith(kind):
            yield from ("".join(syllables(name.removesuffix(kind), readings)) + f" {word}" for word in english)
    yield "".join(syllables(_SUFFIX.sub("", name), readings))


def groups(members: Mapping[str, Sequence[str]], known: Gazetteer) -> None:
    """A group of a few cities (``members`` by its name) by their names in the order of the text, as English says 长株潭."""
    for group, cities in members.items():
        if 1 < len(cities) <= _FEW:
            joined = "-".join("".join(syllables(_SUFFIX.sub("", city), words().readings)) for city in cities)
            for kind, english in english_names()["regions"].items():
                if group.endswith(kind):
                    for name in (joined, *(f"{joined} {word}" for word in english)):
                        known.english[name] += [e for e in known.exact.get(plain(group), []) if e not in known.english[name]]


def projects(known: Gazetteer) -> None:
    """Lines and places of transport by their proper name in pinyin and what they are (Wuhan Tianhe Airport)."""
    for title in known.titles:
        if title.entity.kind == "project":
            for kind in _PROPER:
                if title.text.endswith(kind) and 1 < len(proper := title.text.removesuffix(kind)) <= _PROPER_LONGEST:
                    for word in english_names()["topics"].get(kind, ()):
                        known.english["".join(syllables(proper, words().readings)) + re.sub(r"[\s-]", "", word)].append(
                            title.entity
                        )


def agencies(known: Gazetteer) -> None:
    """Ministries and the organs of provinces that answer to them."""
    for chinese, names in english_names()["agencies"].items():
        for name in (plain(name) for name in names):
            if " " in name or stem_of(name, words()) is None:  # MOST is a word too
                known.english[name] += known.exact.get(plain(chinese), [])
                for form in _ministry_names(name):
                    known.english[form] += [e for e in known.exact.get(plain(chinese), []) if e not in known.english[form]]
            for ministry, place, organ in _counterparts(known, plain(chinese)):
                if ministry and name.startswith(("ministry of ", "national ")):
                    for form in _organ_names(name, place):
                        if organ not in known.english[form]:
                            known.english[form].append(organ)


def _ministry_names(name: str) -> Iterator[str]:
    """Ministry of Ecology and Environment → ecology and environment ministry, and either field alone with ministry."""
    if not name.startswith("ministry of "):
        return
    field = name.removeprefix("ministry of ")
    for part in {field, *re.split(r", and |, | and ", field)}:
        yield f"{part} ministry"
        yield f"ministry of {part}"


def _counterparts(known: Gazetteer, name: str) -> Iterator[tuple[Entity, str, Entity]]:
    """An agency of the centre, a province in pinyin and its organ that answers to it."""
    for agency in known.exact.get(name, []):
        for place, organ in known.counterparts.get(agency.value, ()):
            yield agency, "".join(syllables(_SUFFIX.sub("", place), words().readings)), organ


def _organ_names(name: str, place: str) -> Iterator[str]:
    """Ministry of Water Resources → hubei department of water resources, hubei water resources department, … of hubei.

    National Energy Administration → hubei energy administration; who says only the first of two fields (culture and tourism)
    means the same organ.
    """
    own = name.replace("ministry of", "department of").removeprefix("national ")
    names = {own}
    if own.startswith("department of "):
        field = own.removeprefix("department of ")
        first = field.partition(" and ")[0].partition(", ")[0]
        names |= {f"{kind} {part}" for part in (field, first) for kind in ("department of", "dept of")}
        names |= {f"{part} {kind}" for part in (field, first) for kind in ("department", "dept", "bureau")}
    for one in names:
        yield from (f"{place} {one}", f"{place} provincial {one}", f"{place}'s {one}", f"provincial {one}", f"{one} of {place}")
        yield f"{one} in {place}"


def documents(known: Gazetteer) -> None:
    """A kind of document in English (division plan) is each work whose title ends so."""
    for chinese, names in english_names()["documents"].items():
        meant = [title.entity for title in known.titles if title.rank == 1 and title.text.endswith(chinese)]
        meant += [
            thing for name, things in known.exact.items() if name.endswith(chinese) for thing in things if thing.kind == "work"
        ]
        for name in names:
            known.english[name] += [entity for entity in dict.fromkeys(meant) if entity.kind in ("document", "work")]


def publishers(known: Gazetteer) -> None:
    """A newspaper stands for the documents it published."""
    for chinese, names in english_names()["publishers"].items():
        meant = dict.fromkeys(t.entity for t in known.titles if t.rank == PUBLISHER and t.text == plain(chinese))
        for name in names:
            known.english[plain(name)] += meant


def topics(known: Gazetteer) -> None:
    """Words for indicators and fields: the category or indicator of that name, else the word itself as the texts have it."""
    for kind in ("indicator", "topic"):
        for chinese, names in english_names()[f"{kind}s"].items():
            said = [Entity(k, chinese, chinese) for k, text in known.said.items() if chinese in text]
            own = [Entity(kind, chinese, chinese)] if kind == "indicator" else said
            for name in names:
                if not name.isascii():  # what people say for it in Chinese: 人均GDP, 社零
                    known.exact[plain(name)] += own
                    continue
                known.english[name] += [*(e for e in known.exact.get(chinese, []) if e.kind in ("category", "indicator")), *own]
