"""Which stretches of a document report which work, and by what names the work goes there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.claims.named import WorkNames
from loaders.model import CleanText, Identity, Span, WorkIdentity

_MODIFIER = r"(?:实施|行动|工作|总体|专项|三年行动|五年行动|提升行动)"
_KIND = re.compile(rf"{_MODIFIER}?(?P<noun>方案|规划|计划|意见|纲要|通知|办法|条例|措施|决定|规定|清单|要点)(?=[（(〔\d]|$)")
_SHORT = re.compile(
    r"[（(](?:[^（）()]{0,30}[，,])?(?:以下|下)(?:统)?简?称(?:为)?[：:]?[“《\"]{0,2}([^”》\"（）()]{1,20})[”》\"]{0,2}[）)]"
)
_NO_CLAIMS = ("Agreement",)  # a report of a signing prints the agreement's promises: these are commitments


@dataclass(frozen=True, slots=True)
class Reported:
    """A work that ``region`` reports: its index in ``Identity.works`` and its names there."""

    work: int
    region: Span
    names: WorkNames


def reported(text: CleanText, identity: Identity) -> list[Reported]:
    """The works reported: those a news item tells of, or the work carried where a news text stands before it."""
    if identity.main >= 0:
        before = Span(0, _instrument_begin(text, identity))
        work = identity.works[identity.main]
        return [Reported(identity.main, before, _names(text, work, before))] if before.end else []
    works = [(i, w) for i, w in enumerate(identity.works) if not w.carried]
    if not works or works[0][1].kind in _NO_CLAIMS:
        return []
    body = identity.body
    return [Reported(i, body, _names(text, w, body)) for i, w in works if w.kind not in _NO_CLAIMS]


def _instrument_begin(text: CleanText, identity: Identity) -> int:
    """Where the first carried instrument begins: the block that holds its title."""
    first = min(min(w.span.begin, w.body.begin) if w.body else w.span.begin for w in identity.works if w.carried)
    holding = [b.begin for b in text.blocks if b.begin <= first < b.end]
    return min(holding, default=first)


def _names(text: CleanText, work: WorkIdentity, region: Span) -> WorkNames:
    """The title, what it is abbreviated to (以下简称《方案》), and its kind in 《》 (《方案》, 该方案)."""
    title = re.sub(r"\s", "", work.title)
    names = {title}
    for at in WorkNames((title,)).all_in(text.text[region.begin : region.end]) if title else ():
        rest = text.text[region.begin + at.end : min(region.end, region.begin + at.end + 60)]
        if (short := _SHORT.search(rest)) and not re.search(r"[。！？\n]", rest[: short.start()]):
            names.add(short.group(1))
    noun = ""
    if kind := _KIND.search(title):
        noun = kind["noun"]
        names |= {f"《{noun}》", f"《{kind.group()}》", f"该{noun}", f"此次{noun}", f"这份{noun}", f"这一{noun}"}
    return WorkNames(tuple(sorted(filter(None, names), key=lambda name: (-len(name), name))), noun)
