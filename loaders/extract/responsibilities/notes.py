"""Notes that change what follows: who leads from here on, and who is responsible for all that comes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.responsibilities.covered import Covered
from loaders.model import Span

_FIRST_LEADS = re.compile(
    r"[^。；，,（）()]{0,12}(?:排|列|位列|排名|排列)(?:在|于)?(?:(?:责任|任务|工作)?(?:分工|清单|单位|部门)(?:栏|中|的)*)?(?:第一(?:位|名|个)?|首位|最前|前面|首)(?:的|者|位)?(?:部门|单位|责任单位|部门和单位|责任部门)?"
    r"(?:[（(][^（）()]{1,12}[）)])?(?:均)?(?:为|是|作为)?(?:总)?(?:工作)?牵头(?:责任)?(?:部门|单位|人)?(?:(?:或|和|、)(?:汇总|联络|责任|主办)(?:部门|单位))?(?:[，,；;]?\s*(?:下同|以下同|不再列出))?"
)
_RANKED = re.compile("(?:排|列|排名)(?:在|于)?(?:[^，。；（）()第首]{2,8})?(?:第一|首|最前|前面)")
_OTHERS_JOIN = re.compile(
    r"[，,；;。]?\s*(?:其他|其余|后面|后列)(?:的|各|责任|列名)*(?:部门|单位|部门和单位)?(?:均|都)?(?:为|是|作为)(?:主要|共同)?(?:配合|参加|参与|协办|协同|协作|协助)(?:责任)?(?:部门|单位)"
)
"""…为牵头单位，其他为参加单位: what the units behind the first do."""
_REMARKS = re.compile(r"\s*(?:备\s*注|注|说明)\s*[:：]")
_WHOLE = re.compile(r"(?:本(?:方案|措施|清单|意见|计划|分工|表|文)|文中|以上)[^。；]{0,12}(?:各条|各项|各|所有|责任单位)")
_ALL_BELOW = re.compile(
    r"(?:[，,；;。]?\s*)(?:以下(?:各项|所有|全部|各)?(?:重点)?(?:任务|工作|事项|措施|分工|项目|条款)?[^，。；()（）]{0,4}(?:均|都|一律|也)|(?<=[，,；;。（(])(?:各项任务)?(?:均|都|一律))(?:需|须|应|要)?(?:由)?"
    r"(?P<units>[^。；]{2,60}?)(?:按职责(?:分工)?)?(?:组织|具体|分别|共同|认真)*(?:负责|落实|配合|参加|参与|组织实施|抓好)(?:落实|实施|推进)?[，,；;]?\s*(?:不再|不另|下同|以下不)(?:一一|逐一|分别|重复|另行)?[^，。；（）()]{0,8}"
)
_TOO = re.compile(
    r"(?:^|(?<=[。；;，,（(〔\[]))(?:(?:具体|各项|上述|所有|以上|以下)?(?:任务|工作|事项|措施)?(?:均|都)?(?:涉及|需要?|由))?"
    r"(?P<units>(?:各|相关|有关)[^。；;，,（）〔〕]{1,40}?(?:[（(][^（）()]{1,12}[）)][^。；;，,（）〔〕]{0,12}?)?)"
    r"(?:结合实际|结合职责|按(?:照)?(?:各自)?职责(?:分工)?)?(?:组织|具体|分别|共同|认真|抓好|做好)*"
    r"(?:负责|落实|配合|参加|参与|实施|贯彻执行)?"
    r"[，,；;]?\s*(?:(?:不再|不另)[^，。；,;（）〔〕]{1,8}[，,]\s*)?(?:(?:以)?下同|以下不再[^，。；（）〔〕]{0,8})"
)
"""Addressees of all that comes: （…；各市人民政府结合实际落实，下同）, （…。任务均涉及相关市人民政府，不再做分工，下同）."""
_SO_BELOW = re.compile(r"下同|不再|不另|以下不")
"""What every such note says near its end."""
_ROLE = re.compile(r"配合|参加|参与")


@dataclass(frozen=True, slots=True)
class LeadNote:
    """From clean offset ``span.begin`` on, or in the ``whole`` paper, the first-listed unit of a clause leads.

    One that closes the list of a clause, and does not say that it holds below, is ``alone``: it is about that clause.
    """

    span: Span
    whole: bool = False
    alone: bool = False
    joined: bool = False
    """The others take part."""

    def reaches(self, clause: Span) -> bool:
        """Whether the note is about a clause."""
        return self.whole or (self.span.begin < clause.end and not (self.alone and clause.begin >= self.span.end))


@dataclass(frozen=True, slots=True)
class BelowNote:
    """From here on, ``units`` (their range) share every item of the kind; ``role`` as the note's verb says."""

    span: Span
    units: Span
    role: str


def lead_notes(text: str, begin: int, end: int) -> list[LeadNote]:
    """The notes (排在第一位的部门为牵头部门，下同; 列第一位者为牵头单位) in ``text[begin:end]``."""
    if "牵头" not in text or _RANKED.search(text, begin, end) is None:
        return []
    return [
        LeadNote(
            Span(m.start(), m.end()), _is_whole(text, m), _is_alone(text, m), _OTHERS_JOIN.match(text, m.end(), end) is not None
        )
        for m in _FIRST_LEADS.finditer(text, begin, end)
    ]


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether the note closes a bracket in which others are named: （甲厅、乙局；排第一位的为牵头单位）."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before in tuple("，,；;") and after in tuple("）)") and _SO_BELOW.search(match[0]) is None


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """Whether the note speaks of the whole paper: it stands in the remarks, or says 本方案各条."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
    return bool(_REMARKS.match(line) or _WHOLE.search(line))


def below_notes(text: str, begin: int, end: int) -> list[BelowNote]:
    """The notes (以下任务均需三省落实，不再列出) in ``text[begin:end]``."""
    out: list[BelowNote] = []
    if _SO_BELOW.search(text, begin, end) is None:
        return out
    matches = [*_ALL_BELOW.finditer(text, begin, end)]
    told = Covered([Span(*m.span()) for m in matches])
    matches += [m for m in _TOO.finditer(text, begin, end) if not told.meets(*m.span())]
    for match in sorted(matches, key=lambda m: m.start()):
        start = match.start() + len(match.group()) - len(match.group().lstrip("，,；;。 "))
        role = "participant" if _ROLE.search(match.group()) else "responsible"
        out.append(BelowNote(Span(start, match.end()), Span(*match.span("units")), role))
    return out
