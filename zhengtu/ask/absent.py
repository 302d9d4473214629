"""Places and agencies that no text speaks of: the registries know them (浙江省, 省审计厅), the answer could only be empty."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zhengtu.ask.entities import PLACES, Entity, Gazetteer

_KINDS = (*PLACES, "agency")
_WORK = re.compile(
    r"(?:的|发展|一体化|协同|合作|建设|高质量|\"?十四五\"?)*(?P<genre>规划纲要|发展规划|纲要|方案|实施意见|规划)(?![了建要布])"
)
_CODE = re.compile(r"/place/(\d{6})\Z|/agency/gov-(\d{6})\Z")


def present(entities: tuple[Entity, ...], known: Gazetteer) -> tuple[Entity, ...]:
    """Those of the ``entities`` that some text speaks of, or of a place in them; what is no place or agency stays."""
    return tuple(entity for entity in entities if entity.kind not in _KINDS or _is_present(entity, known))


def _is_present(entity: Entity, known: Gazetteer) -> bool:
    if "/" not in entity.value or entity.value in known.spoken:  # a group of places is known by its name alone
        return True
    code = _CODE.search(entity.value)
    return code is not None and any(spoken.startswith(_within(code[1] or code[2])) for spoken in known.spoken_codes)


def _within(code: str) -> str:
    """What the codes of all places in the one with this code begin with (GB/T 2260: two digits a level)."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def unknown_work(text: str, end: int, entities: tuple[Entity, ...]) -> int:
    """Where the name of a document ends that begins with the place ending at ``end`` (粤港澳大湾区|规划); ``end`` if none does.

    A document that is known has been found by its title before.
    """
    kinds = {entity.kind for entity in entities}
    work = _WORK.match(text, end) if kinds and kinds <= set(PLACES) else None
    if work is None or (work["genre"] == "规划" and kinds != {"region"}):  # 武汉规划 is what Wuhan plans
        return end
    return work.end()


def province_before(text: str, at: int, known: Gazetteer) -> int:
    """Where the name of the province begins whose last character stands at ``at`` (湖南|省里的方案), else ``at``."""
    if text[at : at + 1] != "省":
        return at
    begins = (at - length for length in (3, 2) if at >= length)
    return next((begin for begin in begins if _is_province(known.exact.get(text[begin : at + 1], ()))), at)


def _is_province(entities: Iterable[Entity]) -> bool:
    return any(entity.kind in PLACES for entity in entities)
