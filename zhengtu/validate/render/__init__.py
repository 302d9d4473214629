"""Print a report: for people (text, HTML) and for programs (JSON, Turtle, SARIF)."""

from __future__ import annotations

from collections.abc import Callable

from zhengtu.query.errors import UnknownFormat
from zhengtu.validate.finding import Report
from zhengtu.validate.render.html import html
from zhengtu.validate.render.json import json
from zhengtu.validate.render.sarif import sarif
from zhengtu.validate.render.text import text
from zhengtu.validate.render.turtle import turtle

_RENDERERS: dict[str, Callable[[Report, str], str]] = {
    "text": text,
    "json": json,
    "html": html,
    "turtle": turtle,
    "sarif": sarif,
}
FORMATS = tuple(_RENDERERS)


def render(report: Report, form: str = "text", lang: str = "zh") -> str:
    """The report in one of ``FORMATS``, in Chinese or (``en``) English.  Raises ``UnknownFormat``."""
    if form not in _RENDERERS:
        raise UnknownFormat(form, FORMATS)
    return _RENDERERS[form](report, lang)
