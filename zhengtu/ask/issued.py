"""Documents called by who issued them: 国家方案, 湖北那份计划, the national plan."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

COUNTRY = "000000"  # the code that stands for the whole country (GB/T 2260 has none)


@cache
def _calls() -> dict[str, dict[str, list[str]]]:
    data = tomllib.loads((Path(__file__).parent / "lexicon" / "issued.toml").read_text("utf-8"))
    return {
        language: {role: [word.replace("~", " ") for word in words.split()] for role, words in roles.items()}
        for language, roles in data.items()
    }


def levels(code: str) -> list[str]:
    """The words for the government of a place with this code, in any language, as ``words.plain`` writes them."""
    role = "country" if code == COUNTRY else "province" if code.endswith("0000") else ""
    return [word for roles in _calls().values() for word in roles.get(role, [])]


def pattern(names: Mapping[str, object]) -> re.Pattern[str] | None:
    """What finds such a call in ``words.plain`` text, the issuer's name as group ``who``; ``None`` without any name."""
    if not names:
        return None
    who = _any(names)
    chinese, english = (_calls()[language] for language in ("zh", "en"))
    return re.compile(
        rf"(?P<who>{who})(?:(?:{_any(chinese['between'])})*(?P<zh>{_any(chinese['kind'])})"
        rf"|(?:\s*(?:{_any(english['between'])}))*\s+(?P<en>{_any(english['kind'])})s?\b)"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
