"""Events (meetings, signings) and standing joint bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from loaders.model import CleanText, EventFact, Identity, MechanismFact, Span
from loaders.numerals import find_date
from loaders.sentences import sentences

_MEETING = (
    r"(?:(?:第[一二三四五六七八九十\d]+(?:届|次))?(?:工作)?(?:联席会|专题会议|专题会|座谈会|会商会|磋商会|协调会|推进会|峰会|论坛|洽谈会|对接会|协作大会|推进大会|交流会|年会|签约仪式|签署仪式|签字仪式|启动仪式|全会|发布会|联席会议|市长会议|党政联席会议|(?:省|市)长(?:联席)?会议)"
    r"(?:第[一二三四五六七八九十\d]+次(?:全体)?(?:会议|全会))?(?!制度|机制|办公室|各?成员|议定|由|成员))"
)
_EVENT = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”0-9]{{0,28}}?{_MEETING})(?:[（(][^）)]{{1,10}}[）)])?(?P<after>上|召开|举行|在|成果|精神|期间|的|作出|[，。、])"
)
_ANY_MEETING = re.compile(
    "联席会|座谈会|会商会|磋商会|协调会|推进会|洽谈会|对接会|发布会|峰会|论坛|仪式|全会|长会议|大会|年会|交流会|专题会"
)
"""What every name of a meeting holds."""
_STEM = re.compile(
    r"^.*(?:\d日|[，。、的]|在|于|是|由|和|与|及|省委和|中央和|落实|贯彻|深化|拓展|拓宽|参加|出席|召开|举行|根据|按照|通过|围绕|\d{2,4}年(?:度)?)"
)
_DAY = re.compile(r"(?:(?P<y>(?:19|20)\d{2})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_TODAY = re.compile(r"今天|今日|今晨|当天|当日")
_BODY = (
    "联席会议制度|联席会议|联席会|联盟|联合办公室|联合会议|会商会|领导小组|协调小组|"
    "工作专班|专班|联合指挥部|部际协调机制|会晤机制|会商制度|联合处理机制|峰会制度|会商机制"
)
_BODIES = re.compile(
    "联(?=席会|盟|合办公室|合会议|合处理机制|合指挥部)|部(?=际协调机制)|会(?=商会|商机制|商制度|晤机制)|领(?=导小组|调小组)|协(?=导小组|调小组)|专(?=班)|工(?=作专班)|峰(?=会制度)"
)
"""Where a body's noun begins."""
_LONGEST_NAME = 30
_MECHANISM = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”（）()]{{2,{_LONGEST_NAME}}}?(?:{_BODY}))(?![\u4e00-\u9fff]{{0,2}}(?:第[一二三四五六七八九十]|办公室))"
)
_VERBS = re.compile(
    r"^.*(?:建立(?:健全)?|成立|健全|完善|组建(?:成)?|构建|发挥好?|设立|依托|推动|推进|支持|形成|打造|加强|深入|创建|发布|召开|由|在|把|将|以|的|等|和|及|与|将成立|牵头|落实|并|[，。、“”])(?!工作|办公室|领导小组|专班|机制|联席)(?=[\u4e00-\u9fff（(]{3})"
)
_GENERIC = re.compile(
    r"(?:企业|产业|行业|跨区域)?(?:联盟|联席会议|联席会|专班|工作专班|领导小组|联合体|峰会制度|会商会|会商机制|联席会议制度|协调小组)$|东盟|欧盟|(?:建立)?企业联盟|企业(?:建立|组建|成立)联盟"
    r"|.{0,24}(?:建立|成立|组建|组成|结成|构建|形成)(?:联盟|联席会议|联席会|专班|工作专班|领导小组|会商机制|协调小组)"
)


def extract_events(text: CleanText, identity: Identity) -> tuple[EventFact, ...]:
    """Named meetings with their dates; a date without year takes the year of publication, else the work's first year."""
    found: dict[str, EventFact] = {}
    for span in _sentences_with_meeting(text.text):
        sentence = text.slice(span)
        for match in _EVENT.finditer(sentence):
            name = _STEM.sub("", match["name"])
            start = match.end("name") - len(name)
            if (
                len(name) < 6
                or not re.search(r"第[一二三四五六七八九十\d]+[届次]|届.{1,3}次|座谈会|专题会|仪式|首次", name)
                or _is_body(name)
            ):
                continue
            when = event_date(text, identity, span, span.begin + start)
            if name not in found or (found[name].date is None and when):
                found[name] = EventFact(name, Span(span.begin + start, span.begin + match.end("name")), when)
    return tuple(sorted(found.values(), key=lambda e: e.span))


def _sentences_with_meeting(text: str) -> Iterator[Span]:
    """The sentences of each line that names a meeting."""
    reach = 0
    for match in _ANY_MEETING.finditer(text):
        if match.start() >= reach:
            begin, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.start())
            reach = end if end >= 0 else len(text)
            yield from (span for span in sentences(text, begin, reach) if _ANY_MEETING.search(text, *span))


def _is_body(name: str) -> bool:
    return bool(re.search(r"党的|大和十|届历次|届[一二三四五六七]中", name))


def event_date(text: CleanText, identity: Identity, sentence: Span, at: int) -> date | None:
    """The date a sentence gives before ``at``, its year filled in from the publication or the work."""
    before = text.text[sentence.begin : at]
    full = None
    start = 0
    while result := find_date(before, start):
        full, start = result[0], result[2]
    if full:
        return full
    days = list(_DAY.finditer(before))
    year = base_year(identity)
    if not days and _TODAY.search(before):
        return identity.published
    if not days or not year:
        return None
    try:
        return date(year, int(days[-1]["m"]), int(days[-1]["d"]))
    except ValueError:
        return None


def base_year(identity: Identity) -> int | None:
    """The year that a date without one means: of publication or signature, else the first year the work's title names."""
    if identity.published:
        return identity.published.year
    for work in identity.works:
        if work.issued:
            return work.issued.year
        if match := re.search(r"(?:19|20)\d{2}(?=年)", work.title):
            return int(match.group())
    return None


_SESSION = re.compile(r"(?:首次|第[一二三四五六七八九十\d]+(?:届|次)(?:会议)?)")


def extract_mechanisms(text: CleanText, events: Sequence[EventFact] = ()) -> tuple[MechanismFact, ...]:
    """Standing joint bodies, each once: named (联席会议制度, 联盟, 联合办公室), or told by their sessions, the ``events``."""
    found: dict[str, MechanismFact] = {}
    for event in events:
        body = _SESSION.sub("", event.title)
        if body != event.title and body.endswith(("联席会", "联席会议", "会商会")) and len(body) > 5:
            found.setdefault(body, MechanismFact(body, event.span))
    for match in _mechanisms(text.text):
        name = match["name"]
        while (stripped := _VERBS.sub("", name)) != name:
            name = stripped
        name = re.sub(r"第[一二三四五六七八九十]+(?:次|届)(?:会议)?", "", name)
        if len(name) < 5 or _GENERIC.fullmatch(name):
            continue
        begin = match.end("name") - len(name)
        if name not in found and text.text[begin : begin + len(name)] == name:
            found[name] = MechanismFact(name, Span(begin, match.end("name")))
    return tuple(found.values())


def _mechanisms(text: str) -> Iterator[re.Match[str]]:
    """The matches of ``_MECHANISM`` from left to right; each is looked for only before the noun of a body."""
    free = 0
    for noun in _BODIES.finditer(text):
        for begin in range(max(free, noun.start() - _LONGEST_NAME), noun.start() - 1):
            if match := _MECHANISM.match(text, begin):
                free = match.end()
                yield match
                break
