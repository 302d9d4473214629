"""Whether a text lets a list share its level (省发展改革委、科技厅): one that prints 科技厅 by itself prints what it means."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from loaders.model import Clause, CleanText
from loaders.unit_heads import placed
from loaders.units import SURE, IsAgent

_BARE = re.compile(r"(?![国各中全]|税务|公安|气象|消防|供电)[\u4e00-\u9fff]{2,12}[厅局委]")
_LEVEL = re.compile(r"自治区|[省市县区州旗盟]")
_OPENS = frozenset("：:（(〔【[，,；; \u3000\n。")


def as_printed(found: list[Clause], text: CleanText, is_agent: IsAgent) -> list[Clause]:
    """``found`` with the names as printed, where the text names organs of its level without the level in other places too."""
    levels = Counter(level.group() for c in found for s in c.shares if (level := _LEVEL.match(s.unit.text)))
    own = levels.most_common(1)[0][0] if levels else ""
    alone = {
        share.unit.text
        for clause in found
        for share in clause.shares
        if share.unit.text == text.slice(share.unit.span)
        and _BARE.fullmatch(share.unit.text)
        and not _LEVEL.match(share.unit.text)
        and own
        and not placed(share.unit.text, is_agent)
        and is_agent(own + share.unit.text) >= SURE
        and text.text[share.unit.span.begin - 1 : share.unit.span.begin] in _OPENS
    }
    return [_restored(clause, text) for clause in found] if alone else found


def _restored(clause: Clause, text: CleanText) -> Clause:
    shares = []
    for share in clause.shares:
        printed = text.slice(share.unit.span)
        fronted = share.unit.text.endswith(printed) and _LEVEL.fullmatch(share.unit.text.removesuffix(printed))
        shares.append(replace(share, unit=replace(share.unit, text=printed)) if fronted and _BARE.fullmatch(printed) else share)
    return replace(clause, shares=tuple(shares))
