"""A second reading of zt:exact: the source between two offsets, markup, line breaks and page marks removed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from loaders.model import Source


class _Words(HTMLParser):
    """Keeps what a browser would print."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def page_marks(text: str) -> list[int]:
    """Where the pages of a shared copy start: lines that open 1、 2、 3、 … in that order; none where they do not count so."""
    found: list[int] = []
    for match in re.finditer(r"^(\d+)、", text, re.MULTILINE):
        if int(match[1]) == len(found) + 1:
            found.append(match.start())
    return found


def printed(source: Source, begin: int, end: int, shared_copy: bool) -> str:
    """What a reader sees of ``source`` between ``begin`` and ``end``."""
    text = source.text[begin:end]
    if shared_copy:
        for at in reversed(page_marks(source.text)):
            if begin <= at < end:
                after = source.text.index("、", at) + 1
                text = text[: at - begin] + text[min(after, end) - begin :]
    if source.media_type in ("text/html", "text/markdown"):
        parser = _Words()
        parser.feed(text)
        parser.close()
        text = "".join(parser.words)
    if source.media_type == "text/markdown":
        text = re.sub(r"\[([^\]\n]*)\]\([^)\n]*\)", r"\1", text)
        text = re.sub(r"(?<=\n)#{1,6} +|(?<=\n)[-*+>] +", "", text)
        for mark in ("**", "__", "`"):
            text = text.replace(mark, "")
    for mark in "\r\n\f":
        text = text.replace(mark, "")
    return text
