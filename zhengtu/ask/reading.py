"""Cut a question into the words that are understood and those that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from zhengtu.ask.words import Word, Words, stem_of, syllables, words

_MARK = "|"  # stands for a thing that is named: where it stands tells who cites whom
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z][a-z']*(?:\d+(?![\d.-]))?|\d+(?:[.\-]\d+)*%?|\|")
_CITES = re.compile(
    r"(?P<passive>被[^,。?]*?)?(?:引用|援引|引|依据|根据|参照|参考|照着|依着|遵照|遵循)"
    r"|\b(?:cit(?!y|ies)|refer|quot|based on|rel(?:y|ies) on|buil[dt]s? on|draws? on)"
)
_WHETHER = re.compile("有没有|有无|是不是|能不能|要不要")  # A-not-A asks, and denies nothing
_COUNT = re.compile(
    r"(?<![\d.年月第-])(?P<n>\d{1,2})(?=个|项|条|家|座|份|市|省|县|部门|篇| (?:cities|provinces|tasks|departments|documents)\b)"
)
_SPELT = re.compile("(?<=概况|概览|概要|概述|简介|综述|画像|档案):[^,。?;|]*、[^,。?;|]*")  # 概况:角色、任务 asks for the whole
# What nobody knows here but is formed like a name or kind of things, and what makes a strange word the name of a place
# (某某|县|的任务) or, where it begins a question that names nothing, what that is about (宜都|有哪些任务): leaving it out would
# answer for everything.
_NAME = re.compile(r"..(?:[类型法案县镇乡村路街站院校馆园厂店山河湖岛桥局厅委办会]|公司|集团|大学|银行)\Z")
_DIVISION = re.compile(r"都?[县市区镇乡村省州](?!里)")
_BOUND = re.compile(r"(?:[三四五六七八九十]|\d+)个?(?:部门|单位|[个家项条次])(?:及|或)?以[上下]")  # no query counts so far
_EXCEPT = re.compile(  # … nor leaves out what is named
    r"除(?:了|去|开)?(?:跟|和|与)?\||\b(?:except|besides|other than|apart from)(?: for)?(?: the)? *\|"
)
_WHO = re.compile(r"由?谁|归|找谁|该谁|哪|是谁|怎么|有人")
_HAS = re.compile(r"都?(?:有|的)")
_SHORT, _LONGER, _STEM = 4, 5, 7  # letters of an English word in which one slip is seen: small, of content, a stem
_UNKNOWN, _SOUNDS = 1.0, 1.05  # what an unknown character and a homophone cost
_FILLER, _ASKING, _OUTSIDE = 0.1, 0.09, 0.05  # what a known word costs, by what it does


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question asks for: a set of ``concepts`` a word (any of them may be meant), and the words not understood.

    ``outside`` are those of the ``unknown`` that ask for what no text says, or are formed like names of things: nothing
    that can be passed over.  ``minor`` are those of the concepts that only clauses say which ask nothing.
    """

    concepts: tuple[frozenset[str], ...]
    unknown: tuple[str, ...]
    content: str
    outside: tuple[str, ...] = ()
    minor: frozenset[frozenset[str]] = frozenset()

    @property
    def strange(self) -> int:
        """How many Chinese characters (an English word or a figure counts for two) are not understood."""
        return sum(len(word) if "\u3400" <= word[0] <= "\u9fff" else 2 for word in self.unknown)


def read(text: str, known: Words | None = None) -> Reading:
    """Read text that ``words.plain`` made, its entities already taken out (a mark ``|`` in their place)."""
    known = known or words()
    concepts: dict[frozenset[str], None] = dict.fromkeys(_direction(text))
    unknown: list[str] = []
    content: list[str] = []
    outside: list[str] = []
    pieces = list(_cut(_COUNT.sub("几", _WHETHER.sub("是否", _SPELT.sub("", text))), known))
    for i, (text_of, word) in enumerate(pieces):
        if word is None or word.outside:
            unknown.append(text_of)
            content.append(text_of)
            after = "".join(piece for piece, _ in pieces[i + 1 : i + 3])
            is_subject = i == 0 and _MARK not in text and _HAS.match(after)
            if word or _NAME.search(text_of) or _DIVISION.match(after) or is_subject:
                outside.append(text_of)
        elif word.concepts:
            concepts[word.concepts] = None
            content.append(text_of)
        elif text_of == _MARK:
            content.append(text_of)
    if _MARK not in text and (subject := _subject(pieces)):
        outside.append(subject)
    outside += [bound.group() for pattern in (_BOUND, _EXCEPT) for bound in pattern.finditer(text)]
    return Reading(tuple(concepts), tuple(unknown), "".join(content), tuple(outside))


def _subject(pieces: Sequence[tuple[str, Word | None]]) -> str:
    """What the question begins with and is about (湿地保护|谁负责), where no word of it is known; else nothing."""
    subject, unknown = "", 0
    for piece, word in pieces:
        if word is not None and _WHO.match(piece):
            return subject if unknown > 1 else ""
        if word is not None and (len(piece) > 1 or not word.is_grammar):
            return ""
        subject += piece
        unknown += len(piece) if word is None and "\u3400" <= piece[0] <= "\u9fff" else 0
    return ""


def _direction(text: str) -> Iterator[frozenset[str]]:
    """Whether the thing named cites or is cited: it stands before the verb, or after it or 被, as English has it too."""
    if _MARK in text and (verb := _CITES.search(text)):
        cited = bool(verb["passive"]) or text.index(_MARK) > verb.start()
        yield frozenset({"cited" if cited else "citing"})


def _cut(text: str, known: Words) -> Iterator[tuple[str, Word | None]]:
    english: list[str] = []
    for run in _RUN.findall(text):
        if run[0].isascii() and run[0].isalpha():
            english.append(run)
            continue
        yield from _english(english, known)
        english = []
        if run == _MARK:
            yield run, Word(frozenset())
        elif run[0].isdigit():
            yield run, None
        else:
            yield from _chinese(run, known)
    yield from _english(english, known)


def _chinese(run: str, known: Words) -> Iterator[tuple[str, Word | None]]:
    """The cut that leaves the fewest characters unknown, and of those the one with the fewest words."""
    sounds = syllables(run)
    best: list[tuple[float, int, Word | None]] = [(0.0, 0, None)]
    for end in range(1, len(run) + 1):
        options: list[tuple[float, int, Word | None]] = [(best[end - 1][0] + _UNKNOWN, end - 1, None)]
        for begin in range(max(0, end - known.longest), end):
            piece = run[begin:end]
            if word := known.chinese.get(piece):
                options.append((best[begin][0] + _cost(word), begin, word))
            elif meant := _heard(piece, sounds[begin:end], known):
                options.append((best[begin][0] + _SOUNDS, begin, known.chinese[meant]))
        best.append(min(options, key=lambda option: (option[0], option[1])))
    return _glued(list(_back(run, best)))


def _cost(word: Word) -> float:
    return _OUTSIDE if word.outside else _ASKING if word.concepts else _FILLER


def _back(run: str, best: list[tuple[float, int, Word | None]]) -> Iterator[tuple[str, Word | None]]:
    pieces: list[tuple[str, Word | None]] = []
    end = len(run)
    while end:
        _, begin, word = best[end]
        if word is None and pieces and pieces[-1][1] is None:
            pieces[-1] = (run[begin:end] + pieces[-1][0], None)
        else:
            pieces.append((run[begin:end], word))
        end = begin
    return reversed(pieces)


def _glued(pieces: list[tuple[str, Word | None]]) -> Iterator[tuple[str, Word | None]]:
    """A word of one character beside an unknown one is part of another word (市|长): not understood either."""
    pending = ""
    for i, (piece, word) in enumerate(pieces):
        beside = [other for _, other in pieces[max(0, i - 1) : i] + pieces[i + 1 : i + 2]]
        if word is None or (len(piece) == 1 and not word.is_grammar and None in beside):
            pending += piece
            continue
        if pending:
            yield pending, None
            pending = ""
        yield piece, word
    if pending:
        yield pending, None


def _heard(piece: str, sounds: tuple[str, ...], known: Words) -> str:
    """The known word of content that sounds like ``piece`` and shares a character with it: what a slip of typing gives."""
    if len(piece) < 2:
        return ""
    alike = (word for word in known.sounds.get(sounds, ()) if known.chinese[word].concepts)
    return next((word for word in alike if any(a == b for a, b in zip(word, piece, strict=True))), "")


def _english(run: list[str], known: Words) -> Iterator[tuple[str, Word | None]]:
    i = 0
    while i < len(run):
        phrases = known.phrases.get(run[i][0], ())
        stems, phrase = next((p for p in phrases if _is_phrase(p[0], run[i : i + len(p[0])])), ((), None))
        if phrase:
            yield " ".join(run[i : i + len(stems)]), phrase
        else:
            yield run[i], stem_of(run[i], known) or _misspelt(run[i], known)
        i += len(stems) or 1


def _is_phrase(stems: tuple[str, ...], run: list[str]) -> bool:
    return len(run) == len(stems) and all(word.startswith(stem) for stem, word in zip(stems, run, strict=True))


def _misspelt(word: str, known: Words) -> Word | None:
    """The known word one slip away (a letter missing, doubled, changed, or two letters exchanged)."""
    if len(word) < _SHORT:
        return None
    forms = [word, word.removesuffix("s")]
    near = [w for w in known.english if len(w) >= _SHORT and any(OSA.distance(w, f, score_cutoff=1) <= 1 for f in forms)]
    near += [w for w in known.english if len(w) >= _STEM and _begins_like(word, w)]
    found = min(near, key=lambda w: (OSA.distance(w, word[: len(w)]), w), default="")
    if not found or (known.english[found].concepts and len(word) < _LONGER):
        return None
    return known.english[found]


def _begins_like(word: str, stem: str) -> bool:
    """Whether ``word`` begins with ``stem``, one slip in it."""
    ends = range(len(stem) - 1, len(stem) + 2)
    return len(word) > len(stem) and any(OSA.distance(stem, word[:end], score_cutoff=1) <= 1 for end in ends)
