"""Stage 3, *identify*: what is this document, and which works does it carry or report?"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.identify import news
from loaders.identify.genres import kind_of, printed_title
from loaders.identify.headline import headline_at
from loaders.identify.implements import approval_of, implemented_title
from loaders.identify.instrument import Instrument
from loaders.identify.instruments import find_instruments
from loaders.identify.issuers import addressees_of, issuers_of
from loaders.identify.lines import Line, bare_title, lines_of
from loaders.identify.signed import signing_day
from loaders.identify.signings import signed_agreements
from loaders.identify.stated import with_stated
from loaders.identify.untitled import assigned, called, led, minuted, titled
from loaders.model import CleanText, Identity, Span, WorkIdentity
from loaders.occurrences import in_order
from loaders.registry.jurisdictions import jurisdiction_of

__all__ = ["identify"]

_ARTICLE = re.compile(r"^第[一二三四五六七八九十百]{1,5}条[\s\u3000]", re.MULTILINE)
_ARTICLES = 3
"""So many articles and no title: an extract of a statute."""
_OFFICIAL = re.compile(r"[\u4e00-\u9fff（）() ]{2,40}关于[^，。！？]{4,80}的(?:通知|意见|批复|决定|公告|通告|函)")
_PRINTED_HERE = re.compile(r"现(?:将[^。]{2,80})?(?:予以?)?(?:正式)?印发(?:给你们|实施|执行|，)[^\n]*")
_ARRANGES = re.compile("(?:通知|要求|事项|意见)如下|以下(?:要求|事项|通知|意见)")
"""What follows then is what the notice itself asks for; of an agreement it may still tell what was agreed."""
_HEADED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[条章])",
    re.MULTILINE,
)
_NEWSLIKE = re.compile(r"记者|通讯员|日讯|[报社网]讯|据悉|据介绍|据了解|相关负责人")
_ON_A_DAY = re.compile(r"^(?:\d{1,2}月)?\d{1,2}日(?:[上下]午|晚上?)?[，,]|^(?:近日|日前|昨[天日]|今天)[，,]", re.MULTILINE)
_LEAD = 300
"""A report opens with the day, within so many characters."""
_NEXT, _LAST = re.compile("》[、和及与以]{0,2}《"), re.compile("》[、和及与以]{0,2}《$")


def identify(text: CleanText) -> Identity:
    """The identity of ``text``: instruments it carries, else the works a news item reports."""
    lines = lines_of(text)
    headline, stem = text.meta.get("title", ""), text.source.stem
    found = find_instruments(lines, len(text.text), headline, stem) if lines else []
    if lines and not found and (lone := _alone(text, lines, headline or stem)):
        found = [lone]
    if not found:
        return _news(text, lines)
    found = _with_printed(found, text)
    works = [_work(text, instrument) for instrument in found]
    works[0] = with_stated(text, works[0])
    main = _main(found, lines, text)
    _link_notice(works, main)
    work = works[main]
    if work.kind != "Agreement":
        works += signed_agreements(text.text, works)
    return Identity(
        genre=found[main].genre,
        title=work.title,
        headline=headline,
        works=tuple(works),
        main=main,
        publisher=news.publisher(text.meta),
        published=news.published(text.meta),
        url=text.meta.get("url", ""),
        jurisdiction=jurisdiction_of([m.text for m in work.issuers], work.title, work.number),
        body=_body(text, found, main, lines),
        title_span=work.span,
    )


def _alone(text: CleanText, lines: list[Line], name: str) -> Instrument | None:
    """The instrument of a file that shows no more of a document's form than a lead, a title or who is responsible."""
    if (found := minuted(lines) or led(lines, name)) or _is_newslike(text, lines[0].text):
        return found
    return titled(lines) or assigned(lines)


def _is_newslike(text: CleanText, first: str) -> bool:
    """Reads like a report: with the words of reporters, or by a medium, of a day, and not under an official paper's title."""
    if _NEWSLIKE.search(text.text[:20000]):
        return True
    return bool(text.meta.get("publisher") or text.meta.get("published")) and not _OFFICIAL.fullmatch(first)


def _with_printed(found: list[Instrument], text: CleanText) -> list[Instrument]:
    """``found`` with the work that a lone notice prints below its lead (现印发给你们), where its title is not repeated there.

    A notice that is signed below its headings arranges the matter itself; what it prints is not in the text.
    """
    notice = found[0]
    title = printed_title(notice.title) if len(found) == 1 and notice.kind == "Notice" and "印发" in notice.title else ""
    lead = _PRINTED_HERE.search(text.text, *notice.body) if title else None
    kind, genre = kind_of(title) or ("Plan", "plan")
    if lead is None or (kind != "Agreement" and _ARRANGES.search(lead.group())):
        return found
    below = Span(text.text.find("\n", lead.end(), notice.body.end) + 1, notice.body.end)
    heading, signed = (_HEADED.search(text.text, *below) if below.begin else None), False
    if heading is None and notice.issued_span:  # the work follows the signature
        below = Span(notice.issued_span.end + 1, len(text.text))
        heading = _HEADED.search(text.text, *below)
        signed = heading is not None
    if heading is None or (not signed and notice.issued_span and notice.issued_span.begin > heading.start()):
        return found
    begin = text.text.find(title, *notice.title_span)
    span = Span(begin, begin + len(title)) if begin >= 0 else notice.title_span
    notice.body = Span(notice.body.begin, min(notice.body.end, below.begin - 1))
    return [notice, Instrument(title, span, kind, genre, body=below)]


def _main(found: list[Instrument], lines: list[Line], text: CleanText) -> int:
    """The work the file is there for: what a notice prints, else the first instrument."""
    first = found[0]
    printed = printed_title(first.title)
    if (first.kind == "Notice" or first.genre == "order" or (first.kind == "Letter" and printed)) and len(found) > 1:
        named = next((i for i, f in enumerate(found) if i and bare_title(f.title) == bare_title(printed)), None)
        arranges = not printed and _arranges(first, lines) and not _PRINTED_HERE.search(text.text, *first.body)
        return named if named is not None else 0 if arranges else 1
    return 0


def _arranges(notice: Instrument, lines: list[Line]) -> bool:
    """Whether a notice arranges the work itself, under headings of its own, and only annexes lists and tables."""
    return any(line.is_numbered() for line in lines if notice.body.begin <= line.begin < notice.body.end)


def _body(text: CleanText, found: list[Instrument], main: int, lines: list[Line]) -> Span:
    """Where the facts of the main work stand: its body and what is annexed to it.

    Annexed are the tables below its date (GB/T 9704-2012 §7.3.4), and of the instruments that follow, all of a letter or of a
    notice that arranges the work itself, of other works the tables of tasks.
    """
    work = found[main]
    begin, end = work.body
    after = found[main + 1].title_span.begin if main + 1 < len(found) else len(text.text)
    end = max([end, *(block.end for block in text.blocks if block.kind == "cell" and end <= block.begin < after)])
    for annex in found[main + 1 :]:
        above = next((line for line in lines if line.end == annex.title_span.end), None)
        if work.kind in ("Letter", "Approval", "Notice") or (annex.kind == "DivisionPlan" and above and above.tabled):
            end = annex.body.end
    return Span(begin, end)


def _work(text: CleanText, found: Instrument) -> WorkIdentity:
    body = text.slice(found.body)
    preface = body[:1200]
    if found.kind == "Agreement" and found.issued is None and (day := signing_day(text.text, found.body)):
        found.issued, found.issued_span = day
    return WorkIdentity(
        kind=found.kind,
        title=found.title.strip(),
        span=found.title_span,
        number=found.number,
        number_span=found.number_span,
        issuers=issuers_of(text, found),
        addressees=addressees_of(text, found.addressees),
        issued=found.issued,
        issued_span=found.issued_span,
        approval=approval_of(preface, found.body.begin),
        implements=implemented_title(found.title, found.kind, preface),
        body=found.body,
    )


def _link_notice(works: list[WorkIdentity], main: int) -> None:
    """What a notice prints takes its number, issuer, addressees and date from the notice."""
    if main == 0:
        return
    notice, work = works[0], works[main]
    works[main] = replace(
        work,
        number=work.number or notice.number,
        number_span=work.number_span or notice.number_span,
        issuers=notice.issuers or work.issuers,
        addressees=work.addressees or notice.addressees,
        issued=work.issued or notice.issued,
        issued_span=work.issued_span or notice.issued_span,
        approval=work.approval or notice.approval,
        issued_with=0,
    )


def _shortens(headline: str, title: str) -> bool:
    """Whether a headline's words for a work are those of ``title``, some left out (战略协议, 战略合作协议)."""
    return headline != title and in_order(headline, title)


def _listed(text: str, title: Span) -> bool:
    """Whether the work at ``title`` is one of several named side by side (《…》《…》和《…》): a report is about none alone."""
    return bool(_NEXT.match(text, title.end)) or bool(_LAST.search(text, max(0, title.begin - 4), title.begin))


def _news(text: CleanText, lines: list[Line]) -> Identity:
    """A file without an instrument: a news item, or a text of a genre we cannot tell."""
    whole = Span(lines[0].begin if lines else 0, len(text.text))
    headline = text.meta.get("title", "")
    title_span = Span(0, 0)
    body = whole
    first = headline_at(lines) if not headline else None
    if first is not None:
        headline, title_span = lines[first].text, lines[first].span
        body = Span(lines[first + 1].begin, len(text.text))
    works = tuple(
        WorkIdentity(kind=kind, title=title, span=span, carried=False) for title, kind, span in news.reported(text.text, whole)
    )
    named = works[0].title if works and not _listed(text.text, works[0].span) else ""
    signed = signed_agreements(text.text, list(works), report=True)
    works = (*(w for w in works if not any(w.title == s.title or _shortens(w.title, s.title) for s in signed)), *signed)
    told = text.meta.get("publisher") or works or _NEWSLIKE.search(text.text[:20000]) or _ON_A_DAY.search(text.text[:_LEAD])
    genre = "news" if told else "other"
    if genre == "other" and len(_ARTICLE.findall(text.text)) >= _ARTICLES:
        genre = "regulation"
    title = headline or named or called(text.source.stem)
    if named and not headline:
        title_span = works[0].span
    published = news.published(text.meta)
    return Identity(
        genre, title, headline, works, -1, news.publisher(text.meta, text.slice(whole)), published, text.meta.get("url", ""),
        jurisdiction_of([], title, ""), body, title_span,
    )  # fmt: skip
