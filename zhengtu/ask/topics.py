"""Words that are no names but stand in the texts: what a question is about (冷链物流, 中医药)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from zhengtu.ask.english import english_names
from zhengtu.ask.entities import Entity, Gazetteer
from zhengtu.ask.mention import Mention
from zhengtu.ask.passages import quoted, task_of
from zhengtu.ask.reading import Reading, read
from zhengtu.ask.words import plain, things, words

_SHORTEST = 2  # characters of a topic
_LONG = 4  # characters of a piece that is no chance meeting of two words
_LONGEST = 8  # characters of a term
_QUOTED = 20  # characters in quotation marks that may be a topic
_TERM = re.compile(r"(?:(?!(?:19|20)\d\d)\d{1,4})?[\u3400-\u9fff]{3,}")  # 90分钟经济圈
_LATIN = re.compile(r"(?<![a-z0-9.])(?=[a-z0-9.]*\d)(?=[a-z0-9.]*[a-z])[a-z0-9]+(?:\.\d+)?(?![a-z0-9])")  # pm2.5, 5g, ipv6
_CASELESS = re.IGNORECASE | re.ASCII
_EDGE = 3  # characters around a piece that may make one word with it
_LINKS = "的与在及或等是有把被将"
_SURE = 0.9  # how sure it is one
_LOOSE = ("category", "topic", "industry")  # names that may be a part of a topic (冷链|物流)
_OF_TEXT = 0.8  # how sure a task is meant by a word of its text
_ANSWERABLE = frozenset({"responsible", "lead", "unit", "who"})
_COMPARING = frozenset({"change", "divide"})
_MUCH = re.compile(r"多少|几[块元万亿]|怎么[办申]|如何[办申]|去哪|在哪[办里儿]|流程|手续|材料|条件")
_HEADS = "产业|行业|领域|方面|工作|问题|服务|建设|发展|体系|保障|事业|这块|这一块|内容|事项|任务|项目|工程"
_SUFFIX = re.compile(r"(?<=..)(?:产业|行业|领域|方面|工作|问题)\Z")
_GENERAL = re.compile(rf"(?<=..)(?:{_HEADS})+\Z")
_HEAD = re.compile(rf"(?:{_HEADS}|[和与及、的])*\Z")
# What Chinese puts around a topic (关于…的, …方面, 与…有关).
_FRAMES = (
    re.compile(
        r"(?:关于|有关|涉及|围绕|针对|提到|讲到|说到|谈到|提及|写到)到?(?P<topic>[^的,。?!、;|\s]{2,12}?)(?:的|有|,|方面|是|怎|如何|约定|规定|部署|$|\?)"
    ),
    re.compile(r"(?P<topic>[^的,。?!、;|\s和跟与在]{2,12}?)(?:方面|领域|相关的?|有关的?|问题上|[这那]一?块)"),
    re.compile(r"[和跟与同](?P<topic>[^的,。?!、;|\s]{2,12}?)(?:有关|相关|沾边|挂钩)"),
    re.compile(r"在(?P<topic>[^的,。?!、;|\s在]{2,12}?)(?:上|方面|领域)"),
    re.compile(r"就(?P<topic>[^的,。?!、;|\s]{2,8}?)(?:方面|问题|工作)?(?:约定|达成|承诺|商定|说好|谈妥|签|怎么)"),
)


def marked(text: str, named: Sequence[Mention]) -> str:
    """``text`` with a mark in the place of each name."""
    for mention in sorted(named, reverse=True):
        text = f"{text[: mention.begin]}|{text[mention.end :]}"
    return text


def as_words(text: str, named: Sequence[Mention]) -> Iterator[tuple[Reading, tuple[Mention, ...]]]:
    """The question read so that the names of fields which are words for something too (合作平台) name nothing."""
    rest = tuple(m for m in named if not _is_word(text, m))
    if len(rest) < len(named):
        yield read(marked(text, rest)), rest


def _is_word(text: str, mention: Mention) -> bool:
    kinds = {entity.kind for entity in mention.entities}
    known = words().chinese.get(text[mention.begin : mention.end])
    return kinds == {"category"} and known is not None and bool(known.concepts)


def with_topic(
    question: str, reading: Reading, named: Sequence[Mention], known: Gazetteer
) -> Iterator[tuple[Reading, tuple[Mention, ...]]]:
    """The question read so that a piece of it that stands in the texts is its topic, for each such piece."""
    text = plain(question)
    short_names = (_uncut(text, m.begin, m.end, known.said.values()) for m in named if m.entities and _is_loose(m))
    frames = list(framed(text))
    answerable = any(word & _ANSWERABLE for word in reading.concepts) or _compares(reading, named)
    for begin, end in dict.fromkeys(
        (*frames, *_unknown(text, reading, known), *short_names, *terms(text, known), *_latin(text))
    ):
        if any(_is_cut_off(text, begin, end, frame, known) for frame in frames):
            continue
        begin = max((m.end for m in named if m.begin <= begin < m.end <= end - _SHORTEST and _is_region(m)), default=begin)
        crossed = [m for m in named if m.overlaps(begin, end)]
        piece = text[begin:end]
        short = without_head(piece)
        if not any(_said(short, known)):
            short = _GENERAL.sub("", piece)
        if _is_common(text, begin, end) or _is_beyond(text, begin, end) or not all(_is_loose(m) for m in crossed):
            continue
        if things_ := tuple(Entity(kind, label, label) for kind, label in _said(short, known)):
            topic = Mention(begin, end, things_, _SURE)
            others = tuple(m for m in named if m not in crossed)
            yield _explained(text, (*others, topic), short, known), (*others, topic)
            if answerable and (task := task_of(short, known)):
                yield _of_text(text, others, Mention(begin, end, (task,), _OF_TEXT), short, known)
            elif answerable:
                yield _unasked(_explained(text, (*others, topic), short, known)), (*others, topic)
    for topic in named if answerable else ():
        if topic.is_topic and (task := task_of(label := topic.entities[0].label, known)):
            others = tuple(mention for mention in named if mention != topic)
            yield _of_text(text, others, topic._replace(entities=(task,), sure=_OF_TEXT), label, known)


@cache
def fields() -> tuple[str, ...]:
    """The fields of policy whose names would be read as other words (大|数据, 人工智|能), the longest first."""
    own = (plain(name) for name in english_names()["topics"])
    misread = (name for name in own if len(name) > _SHORTEST and name not in words().chinese and _is_misread(name))
    return tuple(sorted(misread, key=len, reverse=True))


def _is_misread(name: str) -> bool:
    alone = read(name)
    return bool(alone.concepts) or (bool(alone.unknown) and alone.unknown != (name,) and not name.isascii())


def without_head(piece: str) -> str:
    """A term without the general word it ends with (大数据|产业)."""
    return _SUFFIX.sub("", piece)


def _compares(reading: Reading, named: Sequence[Mention]) -> bool:
    """Whether it is asked how two documents have something: that is told of the task."""
    documents = [m for m in named if any(entity.kind == "document" for entity in m.entities)]
    return len(documents) > 1 and any(word & _COMPARING for word in reading.concepts)


def _said(piece: str, known: Gazetteer) -> Iterator[tuple[str, str]]:
    """As what the texts speak of ``piece`` (topic, industry), and how they print it: letters in either case (pm2.5, PM2.5)."""
    for kind, said in known.said.items():
        if piece in said:
            yield kind, piece
        elif _LATIN.fullmatch(piece) and (printed := re.search(rf"(?<![A-Za-z0-9]){re.escape(piece)}(?!\w)", said, _CASELESS)):
            yield kind, printed.group()


def _unasked(reading: Reading) -> Reading:
    """The reading without who answers for it: where several tasks speak of a thing, each of them tells (引江补汉归谁负责)."""
    return replace(reading, concepts=tuple(word for word in reading.concepts if not word & _ANSWERABLE))


def _of_text(
    text: str, others: Sequence[Mention], task: Mention, piece: str, known: Gazetteer
) -> tuple[Reading, tuple[Mention, ...]]:
    """The question read as one about the task, without the regions that its sentence names too (长江|十年禁渔)."""
    sentences = [said for _, said in known.texts if piece in said]
    rest = [
        mention
        for mention in others
        if {e.kind for e in mention.entities} != {"region"}
        or not any(text[mention.begin : mention.end] in s for s in sentences)
    ]
    return _explained(text, (*others, task), piece, known), (*rest, task)


def _is_common(text: str, begin: int, end: int) -> bool:
    """Whether it is a known word: not where that stands for a thing the texts may treat of (公积金), and not for how much."""
    if text[begin:end] not in words().chinese:
        return False
    return text[begin:end] not in things() or _MUCH.search(text) is not None


def _is_beyond(text: str, begin: int, end: int) -> bool:
    """Whether it is a piece of a word for what no text says (合理|吗)."""
    known = words().chinese
    around = (text[i:j] for i in range(max(0, begin - _EDGE), begin + 1) for j in range(end, min(len(text), end + _EDGE) + 1))
    return any(piece not in things() and piece in known and known[piece].outside for piece in around)


def _explained(text: str, named: Sequence[Mention], piece: str, known: Gazetteer) -> Reading:
    """The question read without the words that stand beside its topic in a sentence of the texts (残疾人 … 补贴)."""
    rest = marked(text, named)
    reading = read(rest)
    if _MUCH.search(text):
        return reading
    sentences = [said for _, said in known.texts if piece in said]
    beside = [
        word
        for word in reading.unknown
        if word in things() or (len(word) >= _SHORTEST and any(word in said for said in sentences))
    ]
    for word in beside:
        rest = rest.replace(word, " " * len(word))
    return read(rest) if beside else reading


def _is_cut_off(text: str, begin: int, end: int, frame: tuple[int, int], known: Gazetteer) -> bool:
    """Whether the piece is the beginning of a longer word (乡村 of 乡村振兴) that the question puts as its topic."""
    if not frame[0] <= begin < end < frame[1]:
        return False
    rest = text[end : frame[1]]
    return not (
        _HEAD.match(rest) or (len(rest) > _SHORTEST and any(rest.lstrip("和与及、") in said for said in known.said.values()))
    )


def _latin(text: str) -> Iterator[tuple[int, int]]:
    for match in _LATIN.finditer(text):
        yield match.span()


def _is_loose(mention: Mention) -> bool:
    """Whether a piece may be read as a topic all the same: it names a field, or something by a part of its name."""
    kinds = {entity.kind for entity in mention.entities}
    return bool(kinds & set(_LOOSE)) or (mention.sure < 1 and kinds <= {"project", "indicator", "task"})


def _is_region(mention: Mention) -> bool:
    """Whether it is a stretch of land or water before what is done there (长江|十年禁渔)."""
    return bool(mention.entities) and all(entity.kind == "region" for entity in mention.entities)


def framed(text: str) -> Iterator[tuple[int, int]]:
    """What a question is put about: what stands in quotation marks, after 关于, before 方面 and the like."""
    for frame in _FRAMES:
        for match in frame.finditer(text):
            yield match.span("topic")
    yield from quoted(text, 2, _QUOTED)


def _unknown(text: str, reading: Reading, known: Gazetteer) -> Iterator[tuple[int, int]]:
    """Each word that is not understood, and the longest piece around it that the texts hold."""
    for word in dict.fromkeys(reading.unknown):
        begin = text.find(word)
        if begin < 0 or not "\u3400" <= word[0] <= "\u9fff":
            continue
        end = begin + len(word)
        whole = False
        for kind, said in (*known.said.items(), ("task", known.tasked)):
            first, last = _widened(text, begin, end, said)
            first, last = _trimmed(text, first, last)
            whole_word = len(word) == 1 or kind == "industry"
            if last - first >= _SHORTEST and (whole_word or _is_one_word(text[first:last], text[begin:end], said)):
                yield first, last
                whole = True
        if len(word) >= _SHORTEST and not whole:
            yield begin, end


def _is_one_word(piece: str, part: str, said: str) -> bool:
    """Whether the texts use ``piece`` again and again (乡村|振兴), or ``part`` never by itself, or it is long (一网|通办)."""
    return len(piece) >= _LONG or said.count(piece) > 1 or said.count(part) == said.count(piece)


def terms(text: str, known: Gazetteer) -> Iterator[tuple[int, int]]:
    """The longest pieces of ``words.plain`` text, three characters or more, that the texts hold.

    Each part of them may be a word for something else (特|高压).
    """
    for name in fields():
        if (begin := text.find(name)) >= 0 and any(name in said for said in known.said.values()):
            yield begin, begin + len(name)
    last = taken = 0
    for begin in range(len(text)):
        end = begin
        while end < len(text) and end - begin < _LONGEST and any(text[begin : end + 1] in said for said in known.said.values()):
            end += 1
        if end > last and _TERM.fullmatch(text, begin, end):
            first, stop = _uncut(text, begin, end, known.said.values())
            first, stop = _trimmed(text, first, stop)
            understood = read(text[first:stop])
            if begin + _SHORTEST <= taken:  # 大气污染|防治: what begins within a word loses what tells which one is meant
                pass
            elif stop - first > _SHORTEST and (understood.unknown or not understood.concepts or stop - first > _LONG):
                taken = stop
                yield first, stop
        last = max(last, end)


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """The piece without grammar at its ends (与|长江文化, 的|重大)."""
    while begin < end and text[begin] in _LINKS:
        begin += 1
    while begin < end and text[end - 1] in _LINKS:
        end -= 1
    return begin, end


def _widened(text: str, begin: int, end: int, said: str) -> tuple[int, int]:
    """The longest piece of two characters or more that ``said`` holds, at least two (or the one) of the word in it."""
    best = (begin, begin)
    for first in range(max(0, begin - 6), max(begin + 1, end - 1)):
        for last in range(max(first + _SHORTEST, begin + min(_SHORTEST, end - begin)), min(len(text), end + 6) + 1):
            if last - first > best[1] - best[0] and text[first:last].isalnum() and text[first:last] in said:
                best = (first, last)
    return _uncut(text, *best, (said,))


def _uncut(text: str, begin: int, end: int, said: Iterable[str]) -> tuple[int, int]:
    """The piece without a character that begins or ends a known word across its border (新材料产|业).

    Nor one that the texts have oftener with the next than with the one before it (应急物|资: 物资 before 急物).
    """
    if end - begin > _SHORTEST and end < len(text) and _binds(text[end - 1 : end + 1], text[end - 2 : end], said):
        end -= 1
    if end - begin > _SHORTEST and begin and text[begin - 1 : begin + 1] in words().chinese:
        begin += 1
    return begin, end


def _binds(across: str, within: str, said: Iterable[str]) -> bool:
    """Whether two characters across the border belong together rather than the two before it."""
    return across in words().chinese or sum(t.count(across) for t in said) > sum(t.count(within) for t in said)
