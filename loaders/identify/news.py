"""News: what the report is about, when and by whom it was published."""

from __future__ import annotations

import re
from datetime import date

from loaders.identify.genres import kind_of
from loaders.identify.signings import COUNTED
from loaders.model import Span
from loaders.numerals import find_date

_SEVERAL = re.compile(r"[\[\],，、;；]|\s-")
_QUOTED = re.compile(
    r"《([^《》\n]{4,80})》(?P<number>[（(][^（）()]{4,24}号[）)])?(?P<defined>[^。《》]{0,14}[（(](?:以下|下)简?称)?"
)
_DOES = re.compile(r"(?:签署|签订|印发|出台|发布|公布|审议通过|批复|达成|通过|(?<!贯彻)实施)(?:了|的|实施)?[^。；《》]{0,12}$")
_DONE = re.compile(r"[^。；《》]{0,8}(?:印发|出台|发布|公布|签署|签订|出炉|获批|正式实施)")
_REACHED = re.compile(
    r"^(?P<who>[^，。、\s]{2,16}?)(?:首次|正式|共同|联合|携手|再次|成功)*(?:达成|签署|签订)(?:了)?(?P<what>[^，。《》]{2,24}(?:协议|备忘录|宣言|共识))$"
)
_SEVERAL_SIDES = re.compile("[与和、]")
_ISSUED = re.compile(r"^(?P<what>[^，。《》]{4,40}?)(?:正式|今日|昨日)?(?:出炉|印发|出台|发布|公布|获批)$")
_DATELINE = re.compile(
    r"^(?P<medium>(?!本[报社网台])[\u4e00-\u9fff]{1,8}?(?:社|网|报|在线|新闻网|晚报|日报|时报|电视台|通讯社))(?:时刻)?(?:新闻|快讯|客户端)?"
    r"[\u4e00-\u9fff]{0,8}(?:\d{1,2}月)?(?:\d{1,2}日)?(?:(?<=日)[\u4e00-\u9fff]{2,6})?"
    r"(?:[电讯]|消息|报道|(?:记者)?(?:从[^，。\n]{2,30})?获悉)(?=[\s\u3000:：,，(（\d])",
    re.MULTILINE,
)
"""电头: the medium, the place and the day that open a report (新华社某地2月21日电, 某网讯)."""
_DAY_FIRST = re.compile(r"^(\d{2})\.(\d{2})\.(20\d{2})$")
_OPENING = 600
_PAST = re.compile(r"(?:19|20)\d{2}年[，,]?$|(?:19|20)\d{2}年")


def reported(text: str, body: Span) -> list[tuple[str, str, Span]]:
    """(title, class, range) of the works that a news text in ``body`` reports on, the foremost first.

    A work counts as reported where the text gives it a short name, or says that it was signed, issued or adopted;
    a work named with a past year is background.  Headings may name one without 《》.
    """
    scores: dict[str, tuple[int, Span, str]] = {}
    for match in _QUOTED.finditer(text, body.begin, body.end):
        title = match.group(1)
        kind = kind_of(title)
        if not kind:
            continue
        before = text[max(body.begin, match.start() - 24) : match.start()]
        score = 4 * bool(match["defined"]) + 2 * bool(_DOES.search(before) or _DONE.match(text, match.end()))
        score -= 2 * bool(_PAST.search(before[-8:]) or _PAST.match(text, match.end()))
        old = scores.get(title)
        scores[title] = (score + (old[0] if old else 0), old[1] if old else Span(*match.span(1)), kind[0])
    ranked = sorted((s for s in scores.items() if s[1][0] > 0), key=lambda s: (-s[1][0], s[1][1]))
    out = [(title, kind, span) for title, (_, span, kind) in ranked[:1]]
    return out + _from_headings(text, body, {title for title, _, _ in out})


def _from_headings(text: str, body: Span, known: set[str]) -> list[tuple[str, str, Span]]:
    out: list[tuple[str, str, Span]] = []
    at = body.begin
    for line in text[body.begin : body.end].split("\n"):
        if len(line) <= 45:
            title = ""
            if match := _REACHED.match(line.strip()):
                who = (
                    match["who"]
                    if re.search(r"[圈群区带省市县]$", match["who"]) and not _SEVERAL_SIDES.search(match["who"])
                    else ""
                )
                title = who + match["what"]
            elif (match := _ISSUED.match(line.strip())) and kind_of(match["what"]):
                title = match["what"]
            kind = kind_of(title) if title and not COUNTED.search(title) else None
            if kind and title not in known and not any(k.endswith(_core(title)) for k in known):
                known.add(title)
                begin = at + max(line.find(title), 0)
                out.append((title, kind[0], Span(begin, begin + len(title)) if title in line else Span(at, at + len(line))))
        at += len(line) + 1
    return out


def _core(title: str) -> str:
    """What names the work in a headline's words (X与Y战略合作协议 → 战略合作协议)."""
    match = re.search(r"(?:战略)?(?:合作)?(?:框架)?(?:协议|备忘录|宣言|共识)$", title)
    return match.group() if match else title


def published(meta: dict[str, str]) -> date | None:
    """The day of publication that front matter or a date line gives."""
    for key in ("date", "published", "pubdate"):
        if found := find_date(_DAY_FIRST.sub(r"\3-\2-\1", meta.get(key, ""))):
            return found[0]
    return None


def publisher(meta: dict[str, str], text: str = "") -> str:
    """The medium: the source line, else the feed's tag where it is one name, not a list, else the dateline of ``text``."""
    tag = meta.get("tags", "")
    named = meta.get("publisher") or ("" if _SEVERAL.search(tag) else tag)
    dateline = None if named or not text else _DATELINE.search(text[:_OPENING])
    return dateline["medium"] if dateline else named
