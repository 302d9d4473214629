"""Events: meetings that a text names, with their days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from loaders.extract.dates import date_behind, day_in, event_date, tells_day
from loaders.model import CleanText, EventFact, Identity, Span
from loaders.sentences import sentences_with

_N = r"[一二三四五六七八九十百\d]{1,4}"
_MEETINGS = (
    "研讨会|研判会|预备会|筹备会|推介会|说明会|通气会|见面会|总结会|表彰会|督办会|招商会|签约会|论证会|协商会|圆桌会议?|例会|对话会"
    "|联席会议|联席会(?!议)|专题会议|专题会(?!议)|座谈会|会商会|磋商会|协调会|推进会|调度会|现场会|对接会|洽谈会|交流会|动员会|部署会|分析会|恳谈会|交易大会|发布会|年会|峰会|论坛"
    "|协作会|启动会|评审会|听证会|汇报会|宣讲会|碰头会|联络会|博览会|[东西中南北进消服农文渔绿数智科电旅][部方]?博会|[广][州]?交会|服贸会|交易会|展览会|展洽会|投洽会|[展展]销会|签[约署字]仪式|(?:捐赠|授牌|奠基|揭幕|交接|首发|通车|结对)仪式|启动仪式|开工仪式|揭牌仪式|全会|代表大会|党代会|大会"
    "|常务会议|全体会议|电视电话会议|视频会议|现场会议|工作会议|[省市区县]长会议|厅际会议|会议"
)
_NOUN = re.compile(
    rf"(?:{_MEETINGS})(?!议|第{_N}届|第{_N}次(?!全体|会议|全会)[\u4e00-\u9fff]{{1,8}}会)(?:第{_N}次(?:全体)?(?:会议|全会))?(?:(?=第)第{_N}次会议)?"
    r"(?!制度|机制|办公室|历次|各?成员|议定|纪要|组委会|议题|代表|报告|决议|常务委员会|常委会|堂|厅|展中心|[由展馆场址]|所)"
)
_BEFORE = "[贸预筹启评听汇宣碰络协全联专座会磋协推调现对洽交动部发年峰展博投销研说通见总表督招签论恳圆例]"
_ANY = re.compile(
    f"会(?:议|(?<=大会)|(?<=党代会)|(?<={_BEFORE}会)|(?<={_BEFORE}[一-鿿]会)|(?<={_BEFORE}[一-鿿]{{2}}会)"
    f"|(?<={_BEFORE}[一-鿿]{{3}}会))|论坛|仪式"
)
"""What every name of a meeting holds; every branch begins with a character, so that it is looked for fast."""
_NAME_CHARS = re.compile(r"[\u4e00-\u9fff“”（）()\d—\-·•・+A-Za-z]+$")
_LONGEST = 48
_NEAR = 120
_LEAD = 400
"""The day of a meeting stands within so many characters before its name."""
_ORDINAL = re.compile(rf"第{_N}[届次]|{_N}届[\u4e00-\u9fff]{{0,6}}?{_N}次|首届|首次")
_COUNTED = re.compile("第|届|首次|(?:19|20)\\d{2}")
"""会议 alone is the noun of sessions that are counted."""
_OWN_SESSION = re.compile("(?:召开|举行)了?[\u4e00-\u9fff]{10,40}会议$")
_SERIES = re.compile(rf"第{_N}届|首届|{_N}届[\u4e00-\u9fff]{{0,6}}?{_N}次|第{_N}次(?!会议|全体|联席|全会|常务)")
_HELD_BEFORE = re.compile(r"(?:召开|举行|举办|主持|出席|参加|组织召开)(?:了|的)?“?$")
_HELD_BEHIND = re.compile(
    r"[”\"’』」]?(?=[于在以昨今\d一二三四五六七八九十正如隆同成召举开])[^，。；\n]{0,36}?(?:召开|举行|举办|开幕)"
)
_JUST_HELD = re.compile(r"(?:日前|近日|近期|昨[日天]|今[日天])[^，。；]{0,10}(?:召开|举行|举办)(?:了|的)?$")
"""在日前召开的…会议上: one meeting, though no day is given."""
_SOLEMN = re.compile(r"座谈会$|专题会议?$|仪式$|电视电话会议$")
_SPIRIT = re.compile(r"(?:推进会|现场会|动员会|座谈会|电视电话会议)$")
_LATELY = re.compile("(?:于)?(?:日前|近日|近期)")
"""…大会日前举行: the day of the dateline is not its day."""
_ADOPTED = re.compile(r"(?:研究|审议|讨论)*(?:通过|同意|审定)(?![了的])")
"""经…常务会议审议通过 tells of a work, not of the meeting."""
_CONGRESS = re.compile(rf"{_N}届(?:人大|人民代表大会|政协).*{_N}次")
"""A session of a congress, counted twice, is told of even by what it adopted."""
_CARRIED_OUT = re.compile("的?(?:决策)?(?:部署|精神|要求|决策|报告|确定|提出|作出)")
"""贯彻省第十三次党代会部署: what is carried out, as of 党的二十大."""
_SERIAL = re.compile(
    r"(?:定期|每年|每季度|每半年|每月|轮流|适时|不定期|根据需要|原则上|拟|筹备|将)(?:至少|组织|分别)?(?:召开|举行|举办)"
)
_CEREMONY = re.compile(r"(?:战略|合作|框架|协议|项目)*签[约署字]仪式")
"""What a report calls a ceremony whose name it has given."""
_SIDES = re.compile(r"(?:[\u4e00-\u9fff]{2,8}(?:人民政府|[省市区县])、)+$")
_SIDE = re.compile(r"[\u4e00-\u9fff]{2,8}(?:人民政府|[省市区县])")
"""甲省人民政府、乙市人民政府战略合作框架协议签约仪式: all sides belong to the name."""
_NO_EVENT = re.compile(
    r"^(?:战略|合作|框架|协议|项目)*签[约署字]仪式$|党的|大和十|届历次|届[一二三四五六七八]中|^(?:本|此|该|上|这|每|各|历|前|[一两二三四五六七八九十])次|政府工作报告"
)
_OWN_YEAR = re.compile(r"((?:19|20)\d{2})年?度?")
"""The year in a meeting's name is that of its day."""
_YEAR_BEFORE = re.compile("(?:19|20)\\d{2}年$")
_DAY_TOLD = re.compile("昨|今|日")
_HOLDS = re.compile(r"(?:召开|举行|举办|承办|参加|出席)了?(?P<year>(?:19|20)\d{2}年)$")
"""召开2024年…协商会: the year belongs to the name."""
_STEM = re.compile(
    r"^.*(?:[（(][^（）()]{0,8}(?:记者|通讯员)[^（）()]*[）)]|\d日(?:上午|下午|晚)?(?:至\d+日)?|(?:召开|举行|举办|承办|承接|迎接|申办|主办|协办|筹备|主持|参加|出席|参与|办好|开好|根据|按照|通过|围绕|贯彻|落实|印发|印发了|进行|传达|学习|抓住|借助|依托|利用|组织|随着|在(?!线|建|职|校)|(?<![关对基])于|是|的|把|将(?!军)|以及|期间|我[省市县区州厅局委部]|记者从)(?:了|好|全面)?"
    r"|(?:会议?|全会|论坛|峰会|仪式|大会|省委|中央|市委|精神)[和与及、暨]|(?<![自缘])由|已?经(?![济开信贸营])|图为|(?:19|20)\d{2}年(?!度|[中全国]|第[一二三四五六七八九十]+次))"
)


def extract_events(text: CleanText, identity: Identity) -> tuple[EventFact, ...]:
    """Named meetings with their dates; a date without year takes the year of publication, else the work's first year.

    A meeting is named by its ordinal or year (第二届…论坛), or the text says that it was held (4月21日，…座谈会召开).
    """
    found: dict[str, EventFact] = {}
    last: EventFact | None = None
    for sentence in sentences_with(text.text, _ANY):
        for name, begin, end in _names(text.text, sentence):
            when = _behind(text, identity, end) or event_date(text, identity, sentence, begin)
            when = (
                None
                if _LATELY.match(text.text, end)
                else when or _beside(text.text[max(sentence.begin, begin - _NEAR) : begin], last, begin)
            )
            before = max(sentence.begin, begin - _LEAD)
            if not when and (own := _OWN_YEAR.match(name)):
                when = day_in(text.text[before:begin], int(own[1]))
            if (year := _self_year(text.text, begin, end)) is not None:
                name, begin = text.text[year:end], year
            dated = when is not None or tells_day(text, before, begin)
            if not _is_event(text.text, sentence, name, begin, end, dated):
                continue
            if name not in found or (found[name].date is None and when):
                found[name] = last = EventFact(name, Span(begin, end), when)
    return _distinct(found)


def _distinct(found: dict[str, EventFact]) -> tuple[EventFact, ...]:
    """Without names that are short for another (联席会, 联席会议) or the tail of a longer one (the second line of a title)."""
    found = {name: event for name, event in found.items() if f"{name}议" not in found}
    tails = {name[i:] for name in found for i in range(1, len(name) - 5)}
    sides = {name.partition("与")[2]: name for name in sorted(found, key=len) if name.partition("与")[2]}
    tails |= {name for name in found if sides.get(name.partition("与")[2], name) != name}
    spare = {name for name in found if _CEREMONY.fullmatch(name)}
    if any(name.endswith("仪式") for name in found.keys() - spare):
        tails |= spare
    return tuple(sorted((e for name, e in found.items() if name not in tails), key=lambda e: e.span))


def _beside(lead: str, last: EventFact | None, begin: int) -> date | None:
    """会议期间举行了…: the day of the meeting told right before."""
    if last and begin - last.span.end < _NEAR and re.search(r"期间|会上|同日|会后|会前", lead):
        return last.date
    return None


def _behind(text: CleanText, identity: Identity, end: int) -> date | None:
    return date_behind(text, identity, end) if _HELD_BEHIND.match(text.text, end) else None


def _self_year(text: str, begin: int, end: int) -> int | None:
    """Where the year before a name begins that belongs to it, as the day follows behind (2017年…会议昨天在南京召开)."""
    held = _HELD_BEHIND.match(text, end)
    year = _YEAR_BEFORE.search(text, max(0, begin - 5), begin) if held else None
    if (
        year
        and not _DAY_TOLD.search(held[0] if held else "")
        and not text.startswith(("日，", "日,"), max(0, year.start() - 2))
    ):
        return None
    return year.start() if year and text[year.start() - 1 : year.start()] in ("", "\n", "，", ",", "。", " ", "　") else None


def _names(text: str, sentence: Span) -> Iterator[tuple[str, int, int]]:
    """The names of meetings in a sentence with their ranges."""
    free, held = sentence.begin, ("", 0, 0)
    for noun in _NOUN.finditer(text, *sentence):
        run = _NAME_CHARS.search(text, max(free, noun.end() - _LONGEST), noun.end())
        if not run or run.start() > noun.start() or not _is_session(noun.group(), run.group()):
            continue
        name = balanced(_stripped(run.group(), len(noun.group()))).lstrip("—-·）)”了和与")
        begin = noun.end() - len(name)
        if _SIDE.match(name) and (sides := _SIDES.search(text, max(free, begin - _LONGEST), begin)):
            name, begin = sides.group() + name, sides.start()
        if len(name) < 6 and not name.startswith("暨"):
            continue
        free = noun.end()
        if held[0] and name.startswith("暨") and begin == held[2] and len(held[0]) < 2 * _LONGEST:  # one, of two names
            held = (held[0] + name, held[1], free)
            continue
        if held[0]:
            yield held
        held = (name, begin, free)
    if held[0]:
        yield held


def _is_session(noun: str, run: str) -> bool:
    """Of what ends in 会议 alone only sessions that are counted, or that somebody held under a name of their own."""
    return noun != "会议" or bool(_COUNTED.search(run) or _OWN_SESSION.search(run))


def _stripped(name: str, noun: int) -> str:
    """The name without what stands before it: times, verbs, another meeting."""
    head, tail = name[:-noun], name[-noun:]
    while stem := _STEM.match(head):
        year = _HOLDS.search(stem[0])
        head = head[year.start("year") if year else stem.end() :]
        if year:
            break
    return head + tail


def balanced(name: str) -> str:
    """``name`` from behind a bracket or quote that has no partner in it."""
    for opening, closing in ("（）", "()", "“”"):
        if name.count(opening) < name.count(closing):
            name = name[name.index(closing) + 1 :]
        elif name.count(opening) > name.count(closing):
            name = name[name.rindex(opening) + 1 :]
    return name


def _is_event(text: str, sentence: Span, name: str, begin: int, end: int, dated: bool) -> bool:
    """Whether the text means one meeting and not a kind of meetings."""
    if (
        ((_ADOPTED.match(text, end) or text[max(0, begin - 1) : begin] == "经") and not _CONGRESS.search(name))
        or (name.endswith("党代会") and _CARRIED_OUT.match(text, end))
        or _NO_EVENT.search(name)
        or _SERIAL.search(text, max(sentence.begin, begin - 12), begin)
    ):
        return False
    if _SERIES.search(name) or (_ORDINAL.search(name) and re.search(r"次", name)) or re.match(r"(?:19|20)\d{2}", name):
        return True
    if _JUST_HELD.search(text, max(sentence.begin, begin - 24), begin):
        return True
    held = _HELD_BEFORE.search(text, max(sentence.begin, begin - 6), begin) or _HELD_BEHIND.match(text, end)
    if dated and (held or text.startswith(("上", "期间", "要求", "强调", "指出"), end)):
        return True
    return bool(
        any(_SOLEMN.search(part) for part in name.split("暨")) or (_SPIRIT.search(name) and text.startswith("精神", end))
    )
