"""Instruments: the official documents that a file holds, each with head, body and signature (GB/T 9704-2012 §7)."""

from __future__ import annotations

import re

from loaders.identify.genres import kind_of, printed_title
from loaders.identify.instrument import (
    ORGAN_DATE,
    SIGNED_BELOW,
    Instrument,
    read_head,
    read_masthead,
    read_signature,
    set_number,
    set_serial,
)
from loaders.identify.lines import ATTACHED, TERMINAL, Line, bare_title, is_title
from loaders.identify.numbers import NUMBER, find_numbers, serial_line
from loaders.identify.orders import order_at
from loaders.identify.untitled import headless
from loaders.model import Span
from loaders.outline.duties import named
from loaders.units import SUFFIX

HEAD_LINES = 15
"""A file's own title stands within this many paragraphs of its top."""
_LETTERHEAD = re.compile(r".{2,40}(?:文件|公报(?:\s*\d{4}\s*年)?(?:\s*第?[\d—–-]+\s*期)?(?:[（(]总第?\d+期[）)])?)[·•]?$")
_LABEL = re.compile(r"附\s*件\s*[\d一二三四五]{0,2}\s*[:：]?$")
"""附件 on a line of its own above the title of what is attached (GB/T 9704-2012 §7.3.4)."""
_MASTHEAD = re.compile(r"[\u4e00-\u9fff]{0,24}(?:会议纪要|专题纪要|纪要)")
"""纪要标志 (GB/T 9704-2012 §10.3): the masthead of minutes, where the title of the meeting's own minutes follows."""
_FOOTNOTE = re.compile(r"[\[［]\d{1,2}[\]］]$")
_PRINTING = re.compile(r"(?:印发|转发|批转|公布|发布|下发)(?!.*(?:通知|函|公告|决定|意见|命令)$)")
"""A title that says a work is printed goes on until it says by what: …的通知."""
_HALF_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[发函字办]\s*[〔\[（(]\s*20\d{2}\s*\d{0,3}\s*号?$")
_SUFFIX_LINE = re.compile(
    r"[（(〔](?:\d{4}\s*[—―–～~-].{2,8}年?|\d{4}年(?:度|版|修订)?|试\s*行|暂\s*行|修订(?:版|稿)?|征求意见稿|草案|.{0,4}送审稿)[）)〕]"
)
_NOTE = re.compile(r"[（(][^（）()]+[）)]$")
"""A line in brackets (此件公开发布, 本文有删减) is a note: no title starts there."""
_SIGNING = re.compile(r"(?:签[订署约]|达成|缔结)(?!.*(?:通知|意见|方案|办法)).*(?:协议书?|备忘录|意向书|议定书)$")
"""A headline that tells of a signing (A与B签订…协议) is no agreement's title."""
_OWNER = re.compile(r"[\u4e00-\u9fff]{2,12}人民政府")
_OWN_ORGAN = re.compile(r"[\u4e00-\u9fff]{3,16}(?:局|厅|委|委员会|办公室|办公厅)(?:关于|对)")
"""A government above a title that opens with an organ of its own is the owner of the page."""
_CREDIT = re.compile(r"[^：:。]{0,8}(?:来源|时间|日期|编辑|作者|字体|浏览)[^：:。]{0,4}[：:]")
_CRUMBS = re.compile(r"(?:^|\s)[>»›]{1,2}\s")
"""A trail through the site: 首页 > 政务公开 > …"""
_OF_ORGAN = re.compile(r"(?P<organ>[\u4e00-\u9fff]{3,30}?)(?:关于|印发)")
_GOES_ON = re.compile(r"关于|印发|转发|批转|《[^》]*$|[、和与及（(]$")
"""What stands in the first line of a title that goes on in the next."""
_BRACKETS = 8
"""Two prints of one title differ by no more characters than brackets and blanks."""
_TITLE_LINES, _ISSUERS = 4, 8
"""A title is set over so many lines at most, below those of so many organs."""
_ABOVE = 4
"""A page's own headings stand so many lines above the title at most."""
_ALIKE = 8
"""Two lines that open with so many characters in common are two headings."""
_REPORTS = re.compile(
    r"(?P<who>[\u4e00-\u9fff、 ]{3,30}?)(?:近日|日前|正式|联合)*(?:印发|出台|发布|公布|下发)(?:了)?[：:]?"
    r"(?=《[^《》]{4,80}》$|(?!.*(?:通知|公告|决定|命令|函)$)关于)"
)
"""A headline of a page tells in one sentence who issued what is printed below."""
_PARTIES = re.compile(r"(?:[甲乙]\s*方|[（(]甲方[）)])\s*[:：]?")


def find_instruments(lines: list[Line], end: int, headline: str = "", stem: str = "") -> list[Instrument]:
    """The instruments in a text that ends at ``end``, in reading order; empty where it holds none (a news item).

    ``headline`` is the title that a page or front matter gives, ``stem`` the file's name: the first instrument is called after
    them where the text opens below its title.
    """
    out: list[Instrument] = []
    i = 0
    printed = ""
    closed = True
    if (top := _top(lines)) < len(lines) and (first := _headless(lines[top:], headline, stem)):
        out.append(first)
        printed, closed = printed_title(first.title), False
        i = read_head(lines, top, first)
    while i < len(lines):
        found = _fused(lines[i]) if i < 3 and not out else None
        after = i + 1
        if not out and i < HEAD_LINES and (order := order_at(lines, i)):
            found, after, printed = order
        if found is None:
            title = _title_at(lines, i)
            whole = _printed_at(lines, i, printed) if printed else None
            if whole and (title is None or title[0] < whole[0]):
                title = whole
            if title and _SIGNING.search(title[1]):
                title = None
            if title and _is_head(lines, i, title[0], out, printed, closed):
                after, text, span = title
                found = _instrument(lines, i, text, span)
        if found is None:
            closed = closed or (bool(out) and lines[i].date() is not None)
            i += 1
            continue
        if out and out[-1].body.end == 0:
            out[-1].body = _until(out[-1].body.begin, lines[i].begin)
        if found.kind == "Minutes" and not out:
            read_masthead(lines[:i], found)
        out.append(found)
        printed = printed_title(found.title) or printed
        closed = False
        i = read_head(lines, after, found)
    if out:
        out[-1].body = _until(out[-1].body.begin, end)
    for instrument in out:
        read_signature(lines, instrument)
    return out


def _top(lines: list[Line]) -> int:
    """The line below those that only say where the page has the text from (来源时间为：…), when an addressee follows them."""
    top = next((k for k, line in enumerate(lines[:3]) if line.is_addressee()), 0)
    return top if all(_CREDIT.match(line.text) for line in lines[:top]) else 0


def _headless(lines: list[Line], headline: str, stem: str) -> Instrument | None:
    """The instrument of a text that opens below its title; the page's ``headline`` names it, unless it is printed below too."""
    repeated = any(_same(line.text, headline) for line in lines[:HEAD_LINES])
    return None if repeated else headless(lines, headline, stem)


def _title_at(lines: list[Line], i: int) -> tuple[int, str, Span] | None:
    """A title that starts at line ``i``, over up to four lines, those of its organs apart: (line behind it, text, range)."""
    if (
        NUMBER.match(lines[i].text)
        or not (lines[i].is_short() or lines[i].is_title())
        or _NOTE.match(lines[i].text)
        or _LABEL.match(lines[i].text)
        or _LETTERHEAD.fullmatch(lines[i].text)
        or _is_formal(lines[i])
        or _CRUMBS.search(lines[i].text)
        or (i + 1 < len(lines) and _OWNER.fullmatch(lines[i].text) and _OWN_ORGAN.match(lines[i + 1].text))
    ):
        return None
    text = ""
    best: tuple[int, str, Span] | None = None
    for j in range(i, min(i + _TITLE_LINES + _organ_lines(lines, i), len(lines))):
        line = lines[j]
        if j > i and (not line.is_short() or _is_formal(line) or find_numbers(line.text) or line.is_addressee()):
            break
        if j > i and line.marked and not lines[i].marked and is_title(line.text):
            break  # a title that the layout marks begins there
        if j > i and is_title(line.text) and any(f"《{line.text}》" in above.text for above in lines[max(0, i - _ABOVE) : j]):
            break  # the headings of the page above name the work
        if j > i and best and not line.marked and not best[1].endswith("》") and not _PRINTING.search(best[1]):
            break
        if j > i and (_begins_anew(text, line.text) or _LETTERHEAD.fullmatch(line.text)):
            break
        text += line.text
        if is_title(text) and (j == i or not lines[j].text.startswith(("附件", "附："))):
            label, note = ATTACHED.match(text), _FOOTNOTE.search(text)
            begin, end = label.end() if label else 0, note.start() if note else len(text)
            begin += _reports(text[begin:end])
            best = (j + 1, _unquoted(text[begin:end]), Span(lines[i].begin + begin, line.end - (len(text) - end)))
    if best and best[0] < len(lines) and _SUFFIX_LINE.fullmatch(lines[best[0]].text):
        line = lines[best[0]]
        best = (best[0] + 1, best[1] + line.text, Span(best[2].begin, line.end))
    return best


def _organ_lines(lines: list[Line], i: int) -> int:
    """How many lines from ``i`` on are names of organs and nothing else: those that issue a paper jointly."""
    below = (k for k in range(i, min(i + _ISSUERS, len(lines))) if not all(SUFFIX.search(n) for n in lines[k].text.split()))
    return next(below, i + _ISSUERS) - i


def _reports(title: str) -> int:
    """How many characters of a page's headline say who issued the work (某省委省政府印发) before they give its title."""
    told = _REPORTS.match(title)
    return told.end() if told and SUFFIX.search(told["who"]) and is_title(title[told.end() :]) else 0


def _printed_at(lines: list[Line], i: int, printed: str) -> tuple[int, str, Span] | None:
    """The title of the work that the notice above prints, over up to three lines: it may name no 文种 (…重点工作事项)."""
    if lines[i].text[0] not in printed and lines[i].text[0] not in "《〈“附":
        return None
    for j in range(i + 1, i + _TITLE_LINES):
        text = "".join(line.text for line in lines[i:j])
        if j <= len(lines) and len(text) <= len(printed) + _BRACKETS and _same(text, printed):
            return j, text, Span(lines[i].begin, lines[j - 1].end)
    return None


def _begins_anew(above: str, line: str) -> bool:
    """Whether ``line`` is a title of its own below ``above``, a site's name, its section or its own heading of the page.

    An organ above a title that another organ opens issues it jointly; one that the title names again is the letterhead.
    """
    if _GOES_ON.search(above) or not is_title(line):
        return False
    opened = _OF_ORGAN.match(line)
    if opened is None:
        return bare_title(line) in bare_title(above) or (len(above) > _ALIKE and above[:_ALIKE] == line[:_ALIKE])
    return above.endswith(opened["organ"]) or not all(SUFFIX.search(name) for name in above.split())


def _is_formal(line: Line) -> bool:
    """A date, an organ with its date, a number, of an order or half lost (某政办发〔2020 26): no line of a title."""
    return bool(
        line.date()
        or _HALF_NUMBER.match(line.text)
        or ORGAN_DATE.fullmatch(line.text)
        or SIGNED_BELOW.match(line.text)
        or serial_line(line.text)
    )


def _unquoted(title: str) -> str:
    """A title that stands in 《》 as a whole, without them."""
    return title.strip("《》") if title[0] == "《" and title.find("》") == len(title) - 1 and title.count("《") == 1 else title


def _is_head(lines: list[Line], i: int, after: int, out: list[Instrument], printed: str, closed: bool) -> bool:
    """Whether the title at line ``i`` opens an instrument: by what stands around it."""
    text = "".join(line.text for line in lines[i:after])
    if _MASTHEAD.fullmatch(text) and _minutes_follow(lines, after):
        return False
    near = lines[max(0, i - 2) : i] + lines[after : after + 3]
    numbered = any(len(line.text) < 40 and find_numbers(line.text) for line in near)
    addressed = any(line.is_addressee() for line in lines[after : after + 3])
    if ATTACHED.match(text):
        listed = not out and any(line.text[-1] in TERMINAL for line in lines[:i])
        return numbered or addressed or (closed and not listed) or bool(lines[i].marked)
    if printed and _same(text, printed):
        return True
    closed = closed or (i > 0 and bool(_LABEL.match(lines[i - 1].text)))
    if out:
        return closed and (numbered or addressed or lines[i].marked or _opens_outline(lines, after))
    if i >= HEAD_LINES:
        return numbered and addressed
    return numbered or addressed or _opens_outline(lines, after) or _has_parties(lines, after)


def _minutes_follow(lines: list[Line], at: int) -> bool:
    """Whether a title of minutes stands within the lines from ``at`` on: what stands above is a masthead."""
    titles = (_title_at(lines, k) for k in range(at, min(at + HEAD_LINES // 2, len(lines))))
    return any(title is not None and title[1].endswith("纪要") for title in titles)


def _opens_outline(lines: list[Line], after: int) -> bool:
    """A numbered heading soon follows, or organs and their duties, or a bracketed date or a table right below the title."""
    if lines[after - 1].tabled or (after < len(lines) and (lines[after].date() or lines[after].tabled)):
        return True
    below = lines[after : after + 6]
    return any(line.is_numbered() for line in below) or sum(named(line.text) is not None for line in below) > 1


def _has_parties(lines: list[Line], after: int) -> bool:
    return any(_PARTIES.match(line.text) for line in lines[after : after + 4])


def _same(a: str, b: str) -> bool:
    return bare_title(ATTACHED.sub("", a, count=1)) == bare_title(ATTACHED.sub("", b, count=1))


def _instrument(lines: list[Line], i: int, text: str, span: Span) -> Instrument:
    kind, genre = kind_of(text) or ("Work", "other")
    found = Instrument(text, span, kind, genre, attached=bool(ATTACHED.match(lines[i].text)))
    for k in range(max(0, i - 2), i):
        if len(lines[k].text) < 40 and (numbers := find_numbers(lines[k].text)):
            set_number(found, numbers[-1], lines[k])
        else:
            set_serial(found, lines[k])
    return found


def _fused(line: Line) -> Instrument | None:
    """A scraped head: title, number and first sentence run together in one paragraph."""
    for number in find_numbers(line.text[:200]):
        title = line.text[: number.begin].strip("《》 ")
        if is_title(title) and len(line.text) > number.end + 20:
            kind, genre = kind_of(title) or ("Work", "other")
            found = Instrument(title, Span(line.begin, line.begin + number.begin), kind, genre)
            set_number(found, number, line)
            found.body = Span(line.begin + number.end, 0)
            return found
    return None


def _until(begin: int, end: int) -> Span:
    """From ``begin`` to ``end``; an empty range where nothing follows the head (the head's line break would be beyond)."""
    return Span(min(begin, end), end)
