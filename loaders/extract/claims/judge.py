"""Is a sentence of a report a statement of fact about the work?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.claims.named import WorkNames
from loaders.extract.claims.words import (
    ACTION_RE,
    FRAME,
    GRANTED,
    JUDGED,
    SAID_BY_PEOPLE,
    SAID_BY_WORK,
    TITLES,
    alternatives,
)

_CLAUSE = re.compile(r"[^，,；;。：:！？!?]+")
_SPEAKER = re.compile(
    r"(?:^|[，,”])(?!按照|根据|依据|按|以)(?P<who>[^，,。；“”]{1,40}?)"
    rf"(?:(?:{alternatives(SAID_BY_PEOPLE)})(?:了|到|道|过)?(?=[，,：:“。])"
    rf"|(?:{alternatives(SAID_BY_WORK)})(?=[，,：:“]))"
)
_BEFORE = re.compile(r"^(?:去年|前年|近年来?|今年以来|此前|过去|早在|[^，。]{0,6}年前)")
_BY_WORK = re.compile(rf"(?:还|也|中|里|同时)?(?:{alternatives(SAID_BY_WORK)})|(?:根据|按照|依据|对照)")
_FRAMED = re.compile(rf"^(?:根据|按照)?(?:{alternatives(SAID_BY_WORK)})?")
_BY = re.compile(r"(?:根据|按照|依据)$")
_PUBLISHED = re.compile(r"发布|印发|公布|出台|下发|出炉|获批|批复|公开|亮相|正式实施|(?:作了|进行)(?:梳理|解读)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?\s*(?:%|％|万|亿|个百分点|公里|家|户|个|人|项|座|元|天|小时|吨|亩|平方)")
_OPINION = re.compile(r"才能|不言而喻|可谓|堪称|无疑|令人|感受到|翘首|妥妥|值得(?:一提|关注)")
_SCENE = re.compile(
    r"^(?:(?:近日|日前|昨[日天]|今[日天]|当[日天]|在[^，。]{2,16})[，,]?)?"
    r"(?:记者|笔者|一[位名]|有[位名]|会上|会议|与会|参会|座谈会?上|现场|走进|来到|据(?:悉|了解|介绍|统计)|来自[^，。]{2,20}(?:显示|表明))"
)
"""What the reporter saw, who was met, what the meeting did: not said of the work, unless the sentence names it."""
_SO_FAR = re.compile(r"^(?:截[至止]|自?\d{4}年(?:底)?以来|[^，。；]{0,12}(?:正在施工|已(?:经)?(?:开工|建成)))|^根据协议")
"""How things stand, and what an agreement says: background of a report about a plan."""
_PERSON = re.compile(r"他说|她说|笑着|高兴地|去年就|岁的")
_NOBODY = WorkNames(())


def is_attributed(sentence: str, names: WorkNames) -> bool:
    """Whether the sentence is put into the work's mouth: 《方案》提出, 实施方案还提出, 根据《方案》."""
    for name in names.all_in(sentence):
        if _BY_WORK.match(sentence, _after(sentence, name.end)) or _BY.search(sentence[: name.begin]):
            return True
    return False


def _after(sentence: str, at: int) -> int:
    while at < len(sentence) and sentence[at] in '》”"':
        at += 1
    return at


def is_claim(sentence: str, names: WorkNames, attributed: bool) -> bool:
    """Whether a reader would check the sentence against the work.

    ``attributed`` tells that the paragraph speaks for the work (《方案》指出 …): then plain statements count too.
    """
    if not sentence.endswith(("。", "；")) or _OPINION.search(sentence) or _PERSON.search(sentence):
        return False
    if names.search(sentence) is None:
        if _SCENE.match(sentence) or _SO_FAR.match(sentence):
            return False
        names = _NOBODY  # no part of the sentence names the work then
    if _other_speaker(sentence, names) or _quoted(sentence) or _about_other(sentence, names):
        return False
    stated = list(_stated(sentence, names))
    if not attributed and _BEFORE.match(sentence):
        return False
    if attributed and stated:
        return any(len(clause) >= 4 for clause in stated)
    return any(ACTION_RE.search(clause) or _FIGURE.search(clause) for clause in stated)


def _stated(sentence: str, names: WorkNames) -> Iterator[str]:
    """The clauses that state something: not the publication, not frames, judgements and what is taken for granted."""
    for match in _CLAUSE.finditer(sentence):
        clause = match.group().strip()
        named = bool(names.search(clause))
        bare = TITLES.sub("", names.without(clause))
        if named and _PUBLISHED.search(bare):
            continue
        if TITLES.search(clause) and _PUBLISHED.search(bare):
            continue
        if FRAME.match(bare) or GRANTED.match(bare) or JUDGED.search(bare) or re.fullmatch(r"[\d年月日至\s]*", bare):
            continue
        bare = _FRAMED.sub("", bare)
        if bare:
            yield bare


def _other_speaker(sentence: str, names: WorkNames) -> bool:
    """Whether somebody speaks who is not the work (省发改委相关负责人表示)."""
    match = _SPEAKER.search(sentence)
    if not match:
        return False
    who = match["who"] + sentence[match.end("who") : match.end("who") + 1]
    return not names.search(sentence[: match.end()]) or bool(re.search(r"负责人|专家|人士|教授", who))


def _quoted(sentence: str) -> bool:
    return sentence.startswith("“") and sentence.endswith("”") and len(sentence) > 16


def _about_other(sentence: str, names: WorkNames) -> bool:
    """Whether another work is the subject: a title stands first and the reported work is not named before it."""
    own = names.search(sentence)
    for title in TITLES.finditer(sentence):
        if names.search(title.group()):
            return False
        return not own or own.begin > title.start()
    return False
