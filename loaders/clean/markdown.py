"""Markdown: front matter to metadata, marks of emphasis, links and headings off the text."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.clean.para import Para

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,20000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]{1,40}):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_MARK = re.compile(
    r"(?P<image>!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\))|\[(?P<label>[^\]\n]{1,300})\]\((?P<url>[^)\n]{0,600})\)"
    r"|<https?://[^>\s]{1,600}>|(?P<mark>\*\*|__|`)"
)
_HEADING = re.compile(r"#{1,6}[ \t]+")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
_BULLET = re.compile(r"(?:[-*+]|>)[ \t]+")
_TABLE_LINE = re.compile(r"\|.*\|[ \t]*$")


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The YAML-like fields at the head of ``text`` (plain scalars, unquoted) and the offset behind them."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, 0
    return {k.lower(): _unquoted(v) for k, v in _FIELD.findall(match.group(1))}, match.end()


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def unmarked(paras: list[Para]) -> list[Para]:
    """``paras`` without Markdown's own marks; headings and all-bold lines become kind ``h``; table lines, cells."""
    out: list[Para] = []
    table, row = 1000, 0
    cells: list[Para] = []
    for para in paras:
        if para.kind == "p" and _TABLE_LINE.match(para.text):
            above, cells = cells, _table_cells(para, table, row)
            if not cells and row > 1:
                table, row = table + 1, 1
                out[len(out) - len(above) :] = [replace(c, table=table, row=0) for c in above]
            out.extend(cells)
            row += bool(cells)
            continue
        if row:
            table, row = table + 1, 0
        if not _RULE.match(para.text):
            out.append(_unmarked(para))
    return [p for p in out if p.text]


def _unmarked(para: Para) -> Para:
    kind, at = para.kind, 0
    if heading := _HEADING.match(para.text):
        kind, at = "h", heading.end()
    elif bullet := _BULLET.match(para.text):
        at = bullet.end()
    keep: list[tuple[int, int]] = []
    bold = para.text.startswith("**", at) and para.text.endswith("**") and para.text.count("**") == 2
    for match in _MARK.finditer(para.text, at):
        keep.append((at, match.start()))
        if match["label"] is not None:
            keep.append(match.span("label"))
        at = match.end()
    keep.append((at, len(para.text)))
    return replace(para.keep(keep), kind="h" if bold else kind).stripped()


def _table_cells(para: Para, table: int, row: int) -> list[Para]:
    """The cells of one ``| a | b |`` line; none for the line of dashes under the head."""
    text = para.text.rstrip()
    if not text.strip("|-: \t"):
        return []
    cells, at = [], 1
    for column, cell in enumerate(text[1:-1].split("|")):
        piece = _unmarked(para.part(at, at + len(cell)).stripped())
        if piece.text:
            cells.append(replace(piece, kind="cell", table=table, row=row, column=column))
        at += len(cell) + 1
    return cells
