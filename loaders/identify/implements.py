"""Ties of a work to others that its preface names: approved by, implements."""

from __future__ import annotations

import re

from loaders.identify.numbers import find_numbers
from loaders.model import Span

_APPROVED = re.compile(r"(?:批复|批准|同意|审批)[^。；]{0,12}$")
_IMPLEMENTS = re.compile(r"(?:贯彻|落实|实施|执行|推进|推动)[^。；《》]{0,30}《([^《》]{4,80})》")
_SHORT = re.compile(
    r"(?:贯彻|落实|实施|执行)[^。；《》，,]{0,14}?(?:批复的|印发的|批准的|关于)?(?P<title>[^。；《》，,（()]{6,60}?(?:方案|规划|纲要|意见|计划|决定|通知))[（(](?:以下|下)简?称"
)


def approval_of(preface: str, begin: int) -> tuple[str, Span] | None:
    """The number of the reply that approves the work (已经国务院批复同意(国函〔2022〕12号)), with its range."""
    for number in find_numbers(preface):
        opened = preface[: number.begin].rstrip("（( ")
        if _APPROVED.search(opened) and opened != preface[: number.begin]:
            return number.text, Span(begin + number.begin, begin + number.end)
    return None


def implemented_title(title: str, kind: str, preface: str) -> str:
    """The title of the work that a division of work, or a plan that says so, carries out; else an empty string."""
    head = preface[:600]
    if match := _SHORT.search(head) or _IMPLEMENTS.search(head):
        found = match.group("title") if "title" in match.groupdict() else match.group(1)
        if found != title and (kind in ("DivisionPlan", "Plan", "Opinion", "Notice")):
            return re.sub(r"^.*(?:批复的|印发的|批准的)", "", found)
    return ""
