"""The lines of a clean text as the identify stage looks at them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.identify.genres import kind_of
from loaders.model import CleanText, Span
from loaders.numerals import find_date
from loaders.units import SUFFIX

TERMINAL = "。；！？"
_TERMINAL = frozenset(TERMINAL)
_STOPS = frozenset(f"{TERMINAL}：:")
ATTACHED = re.compile(r"附\s*件?\s*[\d一二三四五]{0,2}\s*[:：]\s*")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}(?:[编篇章节条]|部分)|\d{1,2}[.．﹒、]"
)
_LABELLED = re.compile(r"[•·●▪◆]|[\u4e00-\u9fff]{2,4}\s*[:：]")
"""A point of a list (• 中文名：…) or a line with a label (标题：…)."""
_SHORT = re.compile(r"(?:合作|框架|战略|意向|共建|帮扶){1,2}(?:协议书?|意向书|备忘录)")
"""Titles of agreements that name no matter."""
_DUTY = re.compile(r"(?:总?牵头|责任|配合|主办|协办|承办|参加|参与|实施|落实)(?:单位|部门)")
"""A label above units that have a task, not those a paper is addressed to."""
_DELEGATES = re.compile(r"[\u4e00-\u9fff、·]{2,40}(?:代表|委员)")
"""Those who made a proposal, to whom its reply is addressed."""
_GREETED = re.compile("各位|尊敬|同志们|诸位")
"""Those a speech is given to."""
_KINDS = re.compile("[；;]")
"""Units of one kind and of the next (各区人民政府；市各委办局)."""
_OPEN_BRACKET = re.compile(r"[（(][^（）()]*$")
_RUN_IN = re.compile(r"(?P<units>各[^。；：:]{2,120})[：:]\s*(?=\S.{10})")
_PARTED = re.compile("[、，,]")
_BARE = re.compile(r"[\s《》〈〉“”\"（）()〔〕]")
_AFTER_DATE = re.compile(r"\s*(?:印发|起施行|于[\u4e00-\u9fff]{2,8})?\s*[）)]?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its text and range, whether the layout marks it (centred, heading), whether a table stands right below."""

    text: str
    begin: int
    end: int
    marked: bool
    tabled: bool = False

    @property
    def span(self) -> Span:
        """The clean range."""
        return Span(self.begin, self.end)

    def is_numbered(self) -> bool:
        """Starts like a heading of the outline."""
        return bool(_NUMBERED.match(self.text))

    def is_addressee(self) -> bool:
        """主送机关: a list of units that ends in a colon (GB/T 9704-2012 §7.3.2)."""
        text = self.text.rstrip()
        if text[-1:] not in "：:" or len(text) > 400 or self.is_numbered() or _DUTY.match(text) or _GREETED.match(text):
            return False
        kinds = [kind.strip() for kind in _KINDS.split(text[:-1])]
        if not all(_TERMINAL.isdisjoint(kind) for kind in kinds):
            return False
        return all(SUFFIX.search(kind) for kind in kinds) or (len(kinds) == 1 and bool(_DELEGATES.fullmatch(kinds[0])))

    def is_bare_addressee(self) -> bool:
        """A list of units that has lost its colon (and a bracket): 各街道办事处、镇人民政府，区政府各部门."""
        text = _OPEN_BRACKET.sub("", self.text.rstrip())
        if text[:1] != "各" or len(text) > 160 or not _STOPS.isdisjoint(text):
            return False
        return all(SUFFIX.search(piece.strip()) for piece in _PARTED.split(text))

    def run_in_addressee(self) -> int:
        """The length of a list of units run into the first sentence (各街道办事处：现将…); 0 where none is."""
        match = _RUN_IN.match(self.text)
        return match.end("units") if match and SUFFIX.search(match["units"]) else 0

    def date(self) -> Span | None:
        """Where the line is a date and nothing else (brackets aside), that date's range in the line."""
        text = self.text.strip("（()） 　")
        if text[:1] not in ("1", "2", "一", "二"):
            return None
        found = find_date(text)
        if not found or found[1] or not _AFTER_DATE.fullmatch(text[found[2] :]) or "印发" in text:
            return None
        return Span(self.begin, self.end)

    def is_short(self) -> bool:
        """Could be (part of) a title or signature: short, no sentence."""
        return len(self.text) <= 60 and _STOPS.isdisjoint(self.text) and not self.is_numbered()

    def is_title(self) -> bool:
        """Names a 文种 at its end, in no more than a title's length."""
        return is_title(self.text)


def is_title(text: str) -> bool:
    """Whether ``text`` reads as a work's title: 6–120 characters, no sentence, ends in a 文种."""
    core = ATTACHED.sub("", text.strip(), count=1)
    if not 6 <= len(core) <= 120 and not _SHORT.fullmatch(core):
        return False
    if not _TERMINAL.isdisjoint(core) or core[-1] in "：:，,":
        return False
    if _NUMBERED.match(core) or _LABELLED.match(core) or core.count("，") > 1 or core.count("《") != core.count("》"):
        return False
    return kind_of(core) is not None


def bare_title(title: str) -> str:
    """``title`` without blanks, quotes and brackets: what two prints of one title share."""
    return _BARE.sub("", title)


def lines_of(text: CleanText) -> list[Line]:
    """The paragraphs of ``text`` outside tables and properties."""
    below = [b.kind == "cell" for b in text.blocks[1:]] + [False]  # one more than there are blocks where there is none
    return [
        Line(text.text[b.begin : b.end], b.begin, b.end, b.centred or b.kind == "h", tabled)
        for b, tabled in zip(text.blocks, below, strict=False)
        if b.kind not in ("cell", "property")
    ]
