"""Papers that lack a part: a page without the title, a title without number, addressee or outline."""

from __future__ import annotations

import re

from loaders.identify.genres import kind_of
from loaders.identify.instrument import Instrument, read_head, read_signature
from loaders.identify.lines import Line, is_title
from loaders.identify.numbers import find_numbers
from loaders.model import Span

_REPLY = re.compile(r"(?:请示|来函|来文|申请)[^。]{0,60}收悉")
_REPORTED = re.compile(r"出台|发布|印发(?!.*通知)|公布|亮相|获批|出炉|解读|签署|签订|启动|通过|[：:！？“”]")
_AGREED = re.compile(r"批复如下|同意你|一、同意|现批复")
_MADE = re.compile(
    r"(?:制定|制订|编制|提出|拟定|出台)(?:本|如下|以下|了?本)(?P<work>(?:具体|若干)?(?:实施|工作|行动|指导|专项)?(?:方案|意见|办法|细则|计划|规划|规定|措施|要点|预案))"
    r"(?:[，,](?:实施|规划|计划|执行|有效)?期[限间]?[^，。]{2,20})?(?:[（(][^（）()\n]{2,120}[）)])?[。:：]"
    r"|(?:签[署订]|订立|达成|缔结)(?:如下|以下|本)(?P<agreed>(?:战略|合作|框架)*(?:协议书?|备忘录|意向书|协定|议定书))[。:：]"
)
"""The lead of a work whose title is not there: …，制定本方案。 …，特签订本协议。 Its term or a note may stand behind."""
_PAGE = re.compile(r"\d{1,2}(?=[\u4e00-\u9fff])(?![年月日个项条届])")
"""The number of the page that a copy runs into the line."""
_OPENS = re.compile(r"[为以](?!主|准|[上下来后])|根据|按照|依据|遵照|结合|旨在|近年来|当前|党的")
"""What the first sentence of a work begins with."""
_SENTENCE = frozenset("，。；：:,;")
_TITLE_REACH = 100
_MINUTED = re.compile(r"(?:会议)?纪要如下[:：。]")
"""The lead of minutes whose masthead is not there: …参加会议。现纪要如下："""
_FORM = re.compile(
    r"(?P<label>会议名称|会议主题|会议议题|会议时间|会议地点|时\s*间|地\s*点|主\s*持\s*人?|参会(?:单位|人员)|参加(?:单位|人员)?|出\s*席(?:人员)?|列\s*席(?:人员)?|记\s*录\s*人?|会议内容)\s*[:：]\s*"
)
_MEETING = ("会议名称", "会议主题", "会议议题")
_FORM_LINES, _FEWEST_LABELS = 12, 3
"""Minutes set as a form open with so many labelled lines: 会议名称, 会议时间, 会议地点 …"""
_ASSIGNS = re.compile(
    r"[（(〔\[](?:责任|牵头|负责|主办|配合)(?:单位|部门)[：:]|[（(〔\[][^（()）〔〕\[\]\n]{2,200}(?:负责|牵头|配合|参与|参加|落实|协助|督导)[)）〕\]]\s*$"
    r"|^(?:责任|牵头|负责|主办)(?:单位|部门)\s*[：:]",
)
_DIVIDES = re.compile(
    r"(?:责任|任务|职责|工作)(?:分工|分解)[^。；《》]{0,16}如下|现(?:将[^。《》]{2,60})?(?:予以|进行)?(?:分解|分工)(?:如下|[、并]?(?:立项|下达|落实))"
)
"""A notice that divides the work itself, under headings of its own: 现就…责任分工通知如下, 现予以分解立项."""
_OFFERS = re.compile(r"(?:提出|制定)(?:如下|以下)(?:具体|贯彻|实施|指导|若干)*意见[。：:]")
"""The lead of an opinion: 现提出以下意见。"""
_OUTER = frozenset("一第（(")
_OUTLINED = 6
"""Its first heading stands within so many lines."""
_FEWEST_SHARES = 2
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
LEAD = 3


def headless(lines: list[Line], headline: str, stem: str) -> Instrument | None:
    """The instrument of a text that opens with its addressee, above which no title stands, or with its number below a headline.

    It is called after the page's ``headline``, else after the file's ``stem`` where that is Chinese; else it has no title.
    """
    numbered = len(lines[0].text) < 40 and bool(find_numbers(lines[0].text))
    addressed = lines[0].is_addressee() or (numbered and len(lines) > 1 and lines[1].is_addressee())
    if not addressed and not (numbered and is_title(headline)):
        return None
    name = headline if is_title(headline) else called(stem)
    head = "".join(line.text for line in lines[:6])
    reply = _REPLY.search(head) or _AGREED.search(head)
    itself = _DIVIDES.search(head) and any(line.is_numbered() and line.text[0] in _OUTER for line in lines[1:_OUTLINED])
    kind, genre = kind_of(name) or (
        ("Approval", "approval")
        if reply
        else ("DivisionPlan", "division-plan")
        if itself
        else ("Opinion", "opinion")
        if _OFFERS.search(head)
        else ("Notice", "notice")
    )
    return Instrument(name, lines[0].span, kind, genre)


def called(name: str) -> str:
    """``name`` as a title: a file's name only where it is Chinese, as no letters or digits name a document."""
    return name if _HAN.search(name) else ""


def titled(lines: list[Line]) -> Instrument | None:
    """The instrument of a file that opens with a title and shows nothing else of a document's form; else ``None``.

    A headline that says what was done with a work (出台, 发布) is none.
    """
    first = lines[0]
    kind = kind_of(first.text) if first.is_title() and len(lines) > 1 and not _REPORTED.search(first.text) else None
    return _whole(lines, Instrument(first.text, first.span, *kind), 1) if kind else None


def minuted(lines: list[Line]) -> Instrument | None:
    """The minutes that a form gives: labels of the meeting (会议名称：…, 会议时间：…) above what it decided; else ``None``."""
    labelled = [(i, match) for i, line in enumerate(lines[:_FORM_LINES]) if (match := _FORM.match(line.text))]
    if len(labelled) < _FEWEST_LABELS or not any(match["label"].startswith("会议") for _, match in labelled):
        return None
    at, match = next(((i, m) for i, m in labelled if m["label"] in _MEETING), (0, None))
    line, begin = lines[at], match.end() if match else 0
    found = Instrument(line.text[begin:].strip(), Span(line.begin + begin, line.end), "Minutes", "minutes")
    last = labelled[-1][0]
    if last + 1 < len(lines):
        found.body = Span(lines[last + 1].begin, lines[-1].end)
        read_signature(lines, found)
    return found


def led(lines: list[Line], name: str) -> Instrument | None:
    """The instrument of a file that opens with a work's lead sentence (…，制定本方案。) above its outline; else ``None``.

    Minutes (现纪要如下：) need no outline.
    """
    if any(_MINUTED.search(line.text) for line in lines[:LEAD]):
        return _whole(lines, Instrument(called(name), Span(lines[0].begin, lines[0].begin), "Minutes", "minutes"), 0)
    made = next((m for line in lines[:LEAD] if (m := _MADE.search(line.text))), None)
    work = (made["work"] or made["agreed"]) if made else ""
    kind = kind_of(work) if work and any(line.is_numbered() for line in lines[1 : 2 * LEAD + 1]) else None
    if kind is None:
        return None
    if title := _run_in(lines[0], work):
        found = Instrument(lines[0].text[title.begin - lines[0].begin : title.end - lines[0].begin], title, *kind)
        found.body = Span(title.end, lines[-1].end)
        read_signature(lines, found)
        return found
    return _whole(lines, Instrument(called(name), lines[0].span, *kind), 0)


def _run_in(line: Line, work: str) -> Span | None:
    """The range of the title that runs into ``line``, the first sentence of what its lead calls ``work``; or ``None``."""
    page = _PAGE.match(line.text)
    begin = page.end() if page else 0
    ends = [m.end() for m in re.finditer(work.removesuffix("书")[-2:] + "书?", line.text[:_TITLE_REACH])]
    for end in ends:
        title = line.text[begin:end]
        if _SENTENCE.isdisjoint(title) and not _OPENS.match(title) and _OPENS.match(line.text, end) and is_title(title):
            return Span(line.begin + begin, line.begin + end)
    return None


def assigned(lines: list[Line]) -> Instrument | None:
    """The instrument of a stretch cut out of a plan: it opens with a numbered heading and its items name who is responsible."""
    if not lines[0].is_numbered() or sum(bool(_ASSIGNS.search(line.text)) for line in lines) < _FEWEST_SHARES:
        return None
    return _whole(lines, Instrument("", Span(lines[0].begin, lines[0].begin), "Plan", "plan"), 0)


def _whole(lines: list[Line], found: Instrument, at: int) -> Instrument:
    """``found`` with all lines from ``at`` on, its head and signature read."""
    at = read_head(lines, at, found) if at else at
    found.body = Span(found.body.begin if at else lines[0].begin, lines[-1].end)
    read_signature(lines, found)
    return found
