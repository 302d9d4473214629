"""Citations: works named in 《》, by their number, or given a short name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.identify.genres import kind_of
from loaders.identify.numbers import Number, find_numbers
from loaders.model import CitationFact, CleanText, Identity, Span

_MARK = re.compile(r"[《》。\n]")
_LONGEST = 120
_SHORT = re.compile(r"[（(](?:以下|下)?(?:统|合)?简?称(?:为)?[：:]?[“\"]?《?(?P<short>[^》”\"）)]{1,24})[》”\"]?")
_ORDER = re.compile(
    r"[（(](?P<number>(?:[\u4e00-\u9fff]{2,16}[\s、]{1,2}){0,4}[\u4e00-\u9fff]{0,16}(?:令|公告|通告)\s*(?:[〔\[]?\d{4}[〕\]]?年?)?\s*第?\s*[\d〇○零一二三四五六七八九十百]{1,6}\s*号"
    r"|\d{4}年第\s*\d{1,4}\s*号|(?:GB|DB|[A-Z]{2,4})\d*/?[A-Z]?\s*[\d.]+[—–－-]\d{4})[）)，,]"
)
_GENERIC = re.compile(
    r"(?:实施|行动|工作|总体|本)?(?:方案|意见|规划|通知|协议|办法|条例|纲要|计划|要点|规定|决定|细则|政策|清单|措施|举措|纪要|法|技术政策)$"
)
_PRINTS = re.compile(r"现将\s*$")
_PRINTED = re.compile(
    r"(?:[（(](?:以下|下)?简称[^（）()]{2,16}[）)])?(?:及其?[^。；]{0,20})?(?:正式)?(?:印发|转发|下发|发布|公布)(?:给你们|如下|执行)?"
)
"""现将《…》印发给你们: the work that the paper itself prints."""
_OF_KIND = re.compile("等?的?(?:通知|意见|函|决定|公告|批复|文件)(?=[（(])")
"""印发《…办法》的通知（某发〔2020〕1号）: the number behind the notice that prints the work."""
_PERIODICAL = re.compile(r"(?:日报|晚报|时报|周刊|杂志|月刊|学报|新闻联播|[^通公]报)$")


def extract_citations(text: CleanText, identity: Identity) -> tuple[CitationFact, ...]:
    """One citation for each distinct work that the text names and that is not the work it carries itself."""
    raw = text.text
    own = {_bare(w.title) for w in identity.works if w.carried}
    own_numbers = {w.number for w in identity.works if w.carried and w.number}
    numbers = find_numbers(raw)
    short = {_bare(m["short"]) for m in _SHORT.finditer(raw)}
    starts = [n.begin for n in numbers]
    used: set[int] = set()
    found: dict[str, CitationFact] = {}
    for span in _titles(raw):
        title = raw[span.begin + 1 : span.end - 1].replace("\n", "")
        bare = _bare(title)
        number = _number_behind(raw, span.end, numbers, starts, used)
        if bare in own or bare in short or _PERIODICAL.search(title) or (len(title) <= 6 and _GENERIC.fullmatch(title)):
            continue
        if _PRINTS.search(raw, max(0, span.begin - 12), span.begin) and _PRINTED.match(raw, span.end):
            continue
        if identity.main >= 0 and bare and any(_names(bare, title, whole) for whole in own):
            continue
        old = found.get(bare)
        if old is None:
            found[bare] = CitationFact(title, number, span)
        elif number and not old.number:
            found[bare] = CitationFact(old.title, number, old.span)
    out = [*found.values(), *_by_number(numbers, used, own_numbers), *_implemented(raw, identity, found)]
    return tuple(sorted(out, key=lambda c: c.span))


def _names(bare: str, title: str, whole: str) -> bool:
    """Whether ``title`` names the carried work called ``whole``: with its last words, or as a part of it that names no 文种."""
    return bare in whole and (kind_of(title) is None or (whole.endswith(bare) and len(bare) * 2 > len(whole)))


def _titles(raw: str) -> Iterator[Span]:
    """What stands in 《》, the outer title where one holds another (《关于印发《…》的通知》).

    A title may run on over one line break.
    """
    reach = 0
    while (first := raw.find("《", reach)) >= 0:
        found, reach = _opened(raw, first)
        yield from found


def _opened(raw: str, first: int) -> tuple[list[Span], int]:
    """The titles from the 《 at ``first`` on, until none is open, and where that is."""
    open_: list[int] = []
    found: list[Span] = []
    for mark in _MARK.finditer(raw, first):
        char, at = mark.group(), mark.start()
        if char == "《":
            open_.append(at)
        elif char == "》":
            begin = open_.pop()
            if 3 < at + 1 - begin <= _LONGEST + 2 and raw.count("\n", begin, at) < 2:
                while found and found[-1].begin > begin:
                    found.pop()
                found.append(Span(begin, at + 1))
        elif char == "。" or raw.count("\n", open_[0], at):
            open_ = []
        if not open_:
            return found, mark.end()
    return found, len(raw)


def _bare(title: str) -> str:
    return re.sub(r"[\s《》〈〉“”\"（）()〔〕‘’]", "", title)


def _number_behind(raw: str, at: int, numbers: list[Number], starts: list[int], used: set[int]) -> str:
    """The document number in the bracket right behind a title, which is then not cited by itself."""
    if kind := _OF_KIND.match(raw, at):
        at = kind.end()
    if raw[at : at + 1] not in ("（", "("):
        return ""
    if order := _ORDER.match(raw, at):
        return order.group("number")
    i = bisect_left(starts, at)
    if i < len(numbers) and numbers[i].begin - at <= 2:
        used.add(i)
        return numbers[i].text
    return ""


def _by_number(numbers: list[Number], used: set[int], own: set[str]) -> list[CitationFact]:
    """Works that the text names by number alone."""
    found: dict[str, CitationFact] = {}
    for i, number in enumerate(numbers):
        if i not in used and number.text not in own and number.text not in found and not number.code.endswith("纪要"):
            found[number.text] = CitationFact("", number.text, Span(number.begin, number.end))
    return list(found.values())


def _implemented(raw: str, identity: Identity, found: dict[str, CitationFact]) -> list[CitationFact]:
    """The work carried out, where the text names it without 《》."""
    out = []
    for work in identity.works:
        if work.implements and _bare(work.implements) not in found and work.body:
            at = raw.find(work.implements, work.body.begin)
            if at >= 0:
                out.append(CitationFact(work.implements, "", Span(at, at + len(work.implements))))
    return out[:1]
