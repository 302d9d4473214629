"""What people call a document by: 266号文, 四市那份协议, 武汉城市圈同城化那篇稿子, the site on which it was found (淘文阁)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.numerals import number
from zhengtu.ask.entities import Entity, Gazetteer
from zhengtu.ask.told import Found
from zhengtu.ask.words import syllables, words

_NUMBER = re.compile(r"(?<![\d)])(?P<n>\d{1,4})号(?:文件|文)?(?![\d楼线])")
_GENRES = "方案|规划|计划|协议|协定|意见|通知|文件|材料|报道|新闻|文章|稿子|稿件|消息"
_THAT = rf"的?(?:[那这](?:一?[篇份个条])|里的)?的?(?:{_GENRES})|的?[那这]一?[篇份]"
_PARTIES = re.compile(
    rf"(?P<n>[两二三四五六七八九十]|十[一二三四五六七八九])[个座]?(?:省会城市|省会|兄弟城市|兄弟|城市|市|城|家)(?:联合|共同|一起)?(?:签署|签|定|搞)?的?(?:(?:19|20)\d\d年)?(?:{_THAT})"
)
_POINTED = re.compile(rf"(?:的?[那这]一?[篇份]|的?[那这]个)(?:{_GENRES})?|的(?:报道|新闻|稿子|稿件)")
_FILED = re.compile(r"\b(plan|agreement|division|report|notice|opinions?)\b(?!-)")
_WORD_BEFORE = re.compile(r"\b([a-z]{4,})[ -]\Z")
_FRAGMENT = 5  # characters of a title that tell which one is meant
_RUN = re.compile(r"[\u3400-\u9fff]+")
_LONGEST_SITE = 5  # characters of the name of a site that its address gives in pinyin


def nicknamed(text: str, known: Gazetteer) -> Iterator[Found]:
    """Documents in ``words.plain`` text by such names; a number that none has means nothing."""
    yield from _numbered(text, known)
    yield from _of_parties(text, known)
    yield from _pointed(text, known)
    yield from _found_on(text, known)
    yield from _filed(text, known)


def _numbered(text: str, known: Gazetteer) -> Iterator[Found]:
    for match in _NUMBER.finditer(text):
        told = ")" + match["n"] + "号"
        meant = {title.entity for title in known.titles if title.rank == 2 and title.text.endswith(told)}
        end = match.end()
        if match.group().endswith("号") and not meant:
            continue
        yield _coded(text, match.start(), meant, known), end, tuple(sorted(meant))


def _coded(text: str, begin: int, meant: set[Entity], known: Gazetteer) -> int:
    """Where the number begins if the code of its issuer stands before it without a year (鄂政办发|16号)."""
    codes = {t.text.partition("(")[0] for t in known.titles if t.rank == 2 and t.entity in meant}
    return min((begin - len(code) for code in codes if code and text[:begin].endswith(code)), default=begin)


def _filed(text: str, known: Gazetteer) -> Iterator[Found]:
    """By words of the name it is filed under, the kind of document last (capitals plan for capitals-action-plan-2017)."""
    for kind in _FILED.finditer(text):
        meant = {}
        for title in known.titles:
            parts = title.text.split("-") if title.text == title.entity.value else []
            before = parts[: parts.index(kind[1])] if kind[1] in parts else []
            at = kind.start()
            while (word := _WORD_BEFORE.search(text[:at])) and word[1] in before:
                before, at = before[: before.index(word[1])], word.start(1)
            if at < kind.start():
                meant[title.entity] = at
        begin = min(meant.values(), default=0)
        if len(longest := sorted(entity for entity, at in meant.items() if at == begin)) == 1:
            yield begin, kind.end(), tuple(longest)


def _of_parties(text: str, known: Gazetteer) -> Iterator[Found]:
    """四市那份, 九市协议: the one agreement with so many parties."""
    for match in _PARTIES.finditer(text):
        count = 2 if match["n"] == "两" else number(match["n"])
        if meant := [stem for stem, parties in known.parties.items() if parties == count]:
            yield *match.span(), tuple(Entity("document", stem, stem) for stem in meant)


def _pointed(text: str, known: Gazetteer) -> Iterator[Found]:
    """A good piece of one title with a pointing word behind it."""
    for that in _POINTED.finditer(text):
        for begin in range(max(0, that.start() - 30), that.start() - _FRAGMENT + 1):
            piece = text[begin : that.start()]
            if meant := {t.entity for t in known.titles if t.entity.kind == "document" and piece in t.text}:
                if len(meant) == 1:
                    yield begin, that.end(), tuple(meant)
                break


def _found_on(text: str, known: Gazetteer) -> Iterator[Found]:
    for run in _RUN.finditer(text):
        sounds = syllables(run.group())
        for size in range(_LONGEST_SITE, 1, -1):
            for i in range(len(sounds) - size + 1):
                stems = known.sites.get("".join(sounds[i : i + size])) or known.sites.get(run.group()[i : i + size])
                if stems and run.group()[i : i + size] not in words().chinese:
                    begin = run.start() + i
                    that = _POINTED.match(text, begin + size) or re.compile(_THAT).match(text, begin + size)
                    end = that.end() if that else begin + size
                    yield begin, end, tuple(Entity("document", stem, stem) for stem in sorted(stems))
