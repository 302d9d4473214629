"""Agreements: who signs, when and where, and what they promise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extract.agreements.parties import parties_of
from loaders.extract.agreements.signing import signing
from loaders.model import (
    AgreementFact,
    CleanText,
    CommitmentFact,
    EventFact,
    Identity,
    Outline,
    Part,
    PlaceMentionFact,
    Span,
)
from loaders.sentences import sentences

__all__ = ["extract_agreements", "extract_commitments"]

_PERIOD = re.compile(r"((?:19|20)\d{2})\s*年?\s*[―—–\-~至到]+\s*((?:19|20)\d{2})\s*年?")
_FORMAL = re.compile(r"宗旨|期限|附则|效力|生效|有效期|其他|合作原则|争议|保密|签署|文本|协议的?(?:变更|解除)|总则|联系")
_ANOTHER = re.compile(r"(?:出炉|印发|出台|公布)$|工程$|项目$")
_TELLS = re.compile(
    r"召开|首次达成|协商一致|达成.{0,6}协议|共同签署|签署《|开启|据悉|介绍说?|表示[,，。]|代表[:：]|签订(?:时间|地点)|[甲乙丙丁]方[:：]"
)


def extract_agreements(
    text: CleanText, identity: Identity, places: Sequence[PlaceMentionFact], events: Sequence[EventFact]
) -> tuple[AgreementFact, ...]:
    """One fact for each agreement the document carries or reports: parties, day and event of the signing, period."""
    out = []
    for i, work in enumerate(identity.works):
        if work.kind != "Agreement":
            continue
        place, signed, event = signing(text, identity, work, events)
        period = _PERIOD.search(work.title)
        out.append(
            AgreementFact(
                i,
                parties_of(text, work, place, places),
                place or work.span,
                signed,
                event,
                int(period.group(1)) if period else None,
                int(period.group(2)) if period else None,
            )
        )
    return tuple(out)


def extract_commitments(text: CleanText, identity: Identity, outline: Outline) -> tuple[CommitmentFact, ...]:
    """The promises of the document's agreement, sentence by sentence, each under the heading it stands below."""
    if not any(w.kind == "Agreement" for w in identity.works):
        return ()
    out = []
    parts = _own(outline)
    carried = identity.main >= 0
    for part in parts:
        for span in sentences(text.text, part.heading.end, part.span.end):
            if not _TELLS.search(text.slice(span)) and span.end - span.begin > 6:
                out.append(CommitmentFact(part.title, text.slice(span), span))
    if not parts and not carried:
        out.extend(_told(text, identity))
    return tuple(out)


def _own(outline: Outline) -> list[Part]:
    """The innermost headings of the agreement's substance, up to the one that opens another work."""
    out: list[Part] = []
    inner = {part.parent for part in outline.parts}
    formal: set[int] = set()
    for i, part in enumerate(outline.parts):
        if part.level == 1 and _ANOTHER.search(part.title):
            break
        if part.parent in formal or _FORMAL.search(part.title):
            formal.add(i)
        elif i not in inner:
            out.append(part)
    return out


_PROMISE = re.compile(
    r"^(?:根据|按照)(?:该)?(?:协议|行动计划|备忘录)|协议(?:明确|提出|约定|规定)|(?:[两三四五六七八九]|双)(?:方|地|市|省)将"
)


def _told(text: CleanText, identity: Identity) -> list[CommitmentFact]:
    """Without headings: the sentences that tell what the agreement says."""
    out = []
    for span in sentences(text.text, identity.body.begin, identity.body.end):
        if _PROMISE.search(text.slice(span)):
            out.append(CommitmentFact("", text.slice(span), Span(span.begin, span.end)))
    return out
