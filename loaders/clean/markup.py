"""HTML and Markdown → paragraphs, every character with its source offset (HTML Living Standard §13; CommonMark)."""

from __future__ import annotations

import html
import re
from array import array
from dataclasses import dataclass, field

from loaders.clean.para import Para
from loaders.clean.tables import TableGrid

_TOKEN = re.compile(
    r"<!--|<[!?][^<>]{0,300}>|</?([A-Za-z][A-Za-z0-9]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*'|[\"'])*+)>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,12});|\n"
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tbody",
        "thead",
        "tr",
        "td",
        "th",
        "center",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "dd",
        "dt",
        "dl",
        "pre",
        "hr",
        "caption",
        "figure",
        "figcaption",
        "body",
        "main",
        "nav",
        "aside",
        "form",
        "title",
    ]
)
_HIDDEN = frozenset(
    ["script", "style", "noscript", "head", "template", "svg", "iframe", "textarea", "select", "option", "button"]
)
_BOLD = frozenset(("strong", "b"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CENTRED = re.compile(r"text-align\s*:\s*center|align\s*=\s*[\"']?center", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


@dataclass(slots=True)
class _Scanner:
    """Collects the paragraph under way and the finished ones."""

    source: str
    paras: list[Para] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    begins: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("i"))
    grid: TableGrid = field(default_factory=TableGrid)
    bold: int = 0
    bold_spans: list[bool] = field(default_factory=list)
    emphasised: int = 0
    heading: bool = False
    centred: bool = False

    def copy(self, begin: int, end: int) -> None:
        """Take the source characters ``[begin, end)``."""
        if begin >= end:
            return
        piece = self.source[begin:end]
        self.text.append(piece)
        self.begins.extend(range(begin, end))
        self.ends.extend(range(begin + 1, end + 1))
        if self.bold:
            self.emphasised += len(piece.strip())

    def put(self, piece: str, begin: int, end: int) -> None:
        """Take ``piece``, which the source writes as ``[begin, end)``."""
        self.text.append(piece)
        self.begins.extend([begin] * len(piece))
        self.ends.extend([end] * len(piece))
        if self.bold:
            self.emphasised += len(piece.strip())

    def finish(self) -> None:
        """End the paragraph under way."""
        text = "".join(self.text)
        if text.strip():
            heading = self.heading or self.emphasised >= len(text.strip())
            para = Para(text, self.begins, self.ends, "h" if heading else "p", centred=self.centred)
            self.grid.place(para)
            self.paras.append(para.stripped())
        self.text, self.begins, self.ends, self.emphasised = [], array("i"), array("i"), 0

    def tag(self, name: str, attributes: str, closing: bool) -> None:
        """Take note of a tag."""
        if name in _BLOCKS:
            self.finish()
            self.grid.tag(name, attributes, closing)
            if name in _HEADINGS:
                self.heading = not closing
            if name in ("p", "div", "center", "h1", "h2", "h3", "td", "th"):
                self.centred = not closing and (name == "center" or bool(_CENTRED.search(attributes)))
        elif name in _BOLD:
            self.bold = max(0, self.bold + (-1 if closing else 1))
        elif name == "span":
            if closing:
                self.bold -= self.bold_spans.pop() if self.bold_spans else 0
            else:
                self.bold_spans.append(bool(_BOLD_STYLE.search(attributes)))
                self.bold += self.bold_spans[-1]


def scan(source: str, begin: int, line_breaks: bool) -> list[Para]:
    """The paragraphs of HTML (or of Markdown with HTML in it, where ``line_breaks`` end a paragraph) from ``begin`` on."""
    scanner = _Scanner(source)
    at = begin
    while match := _TOKEN.search(source, at):
        scanner.copy(at, match.start())
        at = _take(scanner, match, line_breaks)
    scanner.copy(at, len(source))
    scanner.finish()
    return scanner.grid.settled(scanner.paras)


def _take(scanner: _Scanner, match: re.Match[str], line_breaks: bool) -> int:
    """Handle one token; the offset to go on from."""
    piece, source = match.group(), scanner.source
    if piece == "\n":
        if line_breaks:
            scanner.finish()
        return match.end()
    if piece == "<!--":
        close = source.find("-->", match.end())
        return len(source) if close < 0 else close + 3
    if piece[1] in "!?":
        return match.end()
    if piece[0] == "&":
        scanner.put(html.unescape(piece), match.start(), match.end())
        return match.end()
    name, closing = match.group(1).lower(), piece[1] == "/"
    if name in _HIDDEN and not closing and not piece.endswith("/>"):
        return _skip(source, match.end(), name)
    if line_breaks and name == "br" and "".join(scanner.text).lstrip().startswith("|"):
        scanner.put(" ", match.start(), match.end())
    else:
        scanner.tag(name, match.group(2), closing)
    return match.end()


def _skip(source: str, at: int, name: str) -> int:
    """Behind the end tag of an element whose content is not text; all the rest where it is never closed."""
    close = re.compile(f"</{name}\\s*>", re.IGNORECASE).search(source, at)
    return close.end() if close else len(source)
