"""The level that a list of units prints once (省发展改革委、科技厅): told of the organ, not of the name as printed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from loaders.model import Clause, CleanText, Responsibility
from loaders.unit_heads import placed
from loaders.units import SURE, IsAgent

_BARE = re.compile(r"(?![国各中全]|税务|公安|气象|消防|供电)[\u4e00-\u9fff]{2,12}[厅局委]")
_LEVEL = re.compile(r"自治区|[省市县区州旗盟]")
_FRONT = re.compile(rf"(?:{_LEVEL.pattern})委?")
_OPENS = frozenset("：:（(〔【[，,；; \u3000\n。")


def as_printed(found: list[Clause], text: CleanText, is_agent: IsAgent) -> list[Clause]:
    """``found`` with the names as printed of units whose list prints their level once.

    What such a unit is called stays the name with its level, but where the text names organs of its level without the level in
    other places too: it prints what it means.
    """
    levels = Counter(level.group() for c in found for s in c.shares if (level := _LEVEL.match(s.unit.text)))
    own = levels.most_common(1)[0][0] if levels else ""
    alone = any(
        share.unit.text == text.slice(share.unit.span)
        and _BARE.fullmatch(share.unit.text)
        and not _LEVEL.match(share.unit.text)
        and own
        and not placed(share.unit.text, is_agent)
        and is_agent(own + share.unit.text) >= SURE
        and text.text[share.unit.span.begin - 1 : share.unit.span.begin] in _OPENS
        for clause in found
        for share in clause.shares
    )
    return [replace(clause, shares=tuple(_printed(share, text, alone) for share in clause.shares)) for clause in found]


def _printed(share: Responsibility, text: CleanText, alone: bool) -> Responsibility:
    printed = text.slice(share.unit.span)
    name = share.unit.text
    if name == printed or not name.endswith(printed) or not _FRONT.fullmatch(name.removesuffix(printed)):
        return share
    if alone and _BARE.fullmatch(printed):
        return replace(share, unit=replace(share.unit, text=printed))
    return replace(share, unit=replace(share.unit, printed=printed))
