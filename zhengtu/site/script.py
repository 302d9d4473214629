"""Data for the scripts of a page, as a script: that also loads where pages are opened from disk."""

from __future__ import annotations

import json
import re

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # characters that turn the direction of what follows: no page shows them


def script(name: str, content: object) -> str:
    """A script that puts ``content`` (what JSON can say) into ``globalThis.zhengtu[name]``."""
    return f"(globalThis.zhengtu ??= {{}}).{name} = {_json(content)};\n"


def part_script(name: str, content: object) -> str:
    """A script that adds ``content`` to the list ``globalThis.zhengtu[name]``: one of several that belong together."""
    return f"((globalThis.zhengtu ??= {{}}).{name} ??= []).push({_json(content)});\n"


def rows_script(rows: str) -> str:
    """A script that adds ``rows`` (HTML of our own making) to ``globalThis.zhengtu.rows``."""
    return part_script("rows", rows)


def _json(content: object) -> str:
    return _TURNING.sub("", json.dumps(content, ensure_ascii=False, separators=(",", ":")))
