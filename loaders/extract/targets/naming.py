"""The indicator's name as a reader would give it, from the words before, after, or in the clause before."""

from __future__ import annotations

import re

from loaders.extract.targets import clause, words
from loaders.extract.targets.draft import Figure, Found
from loaders.extract.targets.units import COUNTS, base_of

_ATTRIBUTE = re.compile("水深|吞吐量|装机容量|装机|库容|容量|产能|产值|投资|规模|用水量|运力|运量|储量|储能|算力")
_GROWN = re.compile(rf"{words.GROWTH.pattern}")
_OUTER = " 　“”\"'、，,：:（(—–-·"


def base(indicator: str) -> str:
    """The indicator without its growth word: what an elided figure continues."""
    return _GROWN.sub("", indicator)


def name(text: str, item: Found, previous: Figure | None) -> tuple[str, str, int]:
    """``(indicator, scope, end)`` of a figure on its own; the indicator is empty when nothing names it."""
    left = item.left
    carried = base(previous.indicator) if previous else ""
    scope = left.scope if item.scope is None else item.scope
    if item.indicator.startswith("+"):
        own = _tidy(left.name) or carried
        return (own + item.indicator[1:] if own else ""), scope, item.end
    if item.indicator:
        return item.indicator, scope, item.end
    noun, end = clause.noun_after(text, item.end)
    counted = base_of(item.quantity.unit) in COUNTS
    own = left.name
    if not own or words.FLOWS.fullmatch(own):
        if left.growth and carried and not own:
            return carried + left.growth, scope, item.end
        if noun and (counted or not (left.growth or _reached(left.between))):
            return own + _dimension(noun, item), scope, end
        return (own + left.growth if own and not carried else carried + own + left.growth), scope, item.end
    if own.startswith("占") and not own.startswith("占地") and carried:
        return carried + _tidy(own) + left.growth, scope, item.end
    if left.verb and noun and not left.growth and counted:
        flow = re.match(f"(?:{words.FLOW})*", left.verb)
        return (flow.group() if flow else "") + noun, scope, end
    if noun and not counted and not left.between.strip(_OUTER) and not left.growth and item.quantity.unit[-1:] in "里米亩顷":
        return _dimension(noun, item), scope + own, end
    kept = own[: len(own) - len(left.verb)] if left.verb and not re.fullmatch(words.FLOW, left.verb) else own
    return _tidy(kept or own) + left.growth, scope, item.end


def _reached(between: str) -> bool:
    """Whether the verb before the figure is one of reaching a level, which its subject must name."""
    return re.search("达到|提高|提升|增加|降|为|控制在|保持在|稳定在", between) is not None


def _dimension(noun: str, item: Found) -> str:
    """The noun after a measure: the attribute it starts with (水深), or the thing and its dimension (拓展区面积)."""
    if base_of(item.quantity.unit) in COUNTS:
        return noun
    if m := _ATTRIBUTE.match(noun):
        return m.group()
    if item.quantity.unit.endswith("平方公里") and not noun.endswith(("面积", "土地", "空间")):
        return noun + "面积"
    return noun


def _tidy(indicator: str) -> str:
    """The name without blanks between Chinese characters and marks at its ends."""
    bare = re.sub(r"(?<=[一-鿿]) +| +(?=[一-鿿])", "", indicator).strip(_OUTER)
    return bare.removesuffix("的")
