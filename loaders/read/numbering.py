"""Automatic list numbers of a DOCX (ISO/IEC 29500-1 §17.9): Word prints them, the text of the paragraph lacks them."""

from __future__ import annotations

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CN = "零一二三四五六七八九"
_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "ideographDigital")
)


class Numbering:
    """Counts the numbered paragraphs of one document, in reading order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, str], tuple[str, str, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {a.get(f"{_W}abstractNumId"): a for a in root.iter(f"{_W}abstractNum")}
        for num in root.iter(f"{_W}num"):
            reference = num.find(f"{_W}abstractNumId")
            scheme = abstract.get(reference.get(f"{_W}val")) if reference is not None else None
            for level in scheme.iter(f"{_W}lvl") if scheme is not None else ():
                key = (num.get(f"{_W}numId"), level.get(f"{_W}ilvl"))
                self._levels[key] = (_value(level, "numFmt"), _value(level, "lvlText"), int(_value(level, "start") or 1))

    def prefix(self, paragraph: Any) -> str:
        """The number that Word prints before ``paragraph`` (一、 or 2.1), or an empty string."""
        found = _reference(paragraph)
        if found is None or found not in self._levels:
            return ""
        number, level = found[0], int(found[1])
        counts = self._counts.setdefault(number, {})
        counts[level] = counts.get(level, self._levels[found][2] - 1) + 1
        for deeper in [d for d in counts if d > level]:
            del counts[deeper]
        if self._levels[found][0] in ("bullet", "none"):
            return ""
        text = self._levels[found][1]
        for above in range(level + 1):
            kind = self._levels.get((number, str(above)), ("decimal", "", 1))[0]
            text = text.replace(f"%{above + 1}", _written(counts.get(above, 1), kind))
        return text


def _value(element: Any, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return child.get(f"{_W}val") or "" if child is not None else ""


def _reference(paragraph: Any) -> tuple[str, str] | None:
    """(list, level) that the paragraph, or a style it is based on, names."""
    properties, style = paragraph._p.pPr, paragraph.style
    while True:
        node = properties.find(f"{_W}numPr") if properties is not None else None
        if node is not None and (number := _value(node, "numId")):
            return (number, _value(node, "ilvl") or "0")
        if style is None:
            return None
        properties, style = style.element.find(f"{_W}pPr"), style.base_style


def _written(count: int, kind: str) -> str:
    """``count`` in the level's number format; formats that official documents do not use are written in Arabic digits."""
    if kind in _CHINESE and 0 < count < 100:
        tens, ones = divmod(count, 10)
        return ("" if tens == 0 else "十" if tens == 1 else f"{_CN[tens]}十") + (_CN[ones] if ones or not tens else "")
    return str(count)
