"""Places and agencies that no text speaks of: the registries know them (浙江省, 省审计厅), the answer could only be empty."""

from __future__ import annotations

import re

from zhengtu.ask.entities import Entity, Gazetteer

_KINDS = ("province", "place", "region", "agency")
_CODE = re.compile(r"/place/(\d{6})\Z|/agency/gov-(\d{6})\Z")


def present(entities: tuple[Entity, ...], known: Gazetteer) -> tuple[Entity, ...]:
    """Those of the ``entities`` that some text speaks of, or of a place in them; what is no place or agency stays."""
    return tuple(entity for entity in entities if entity.kind not in _KINDS or _is_present(entity, known))


def _is_present(entity: Entity, known: Gazetteer) -> bool:
    if "/" not in entity.value or entity.value in known.spoken:  # a group of places is known by its name alone
        return True
    code = _CODE.search(entity.value)
    return bool(code) and any(spoken.startswith(_within(code[1] or code[2])) for spoken in known.spoken_codes)


def _within(code: str) -> str:
    """What the codes of all places in the one with this code begin with (GB/T 2260: two digits a level)."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
