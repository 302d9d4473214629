"""Tables drawn with lines (┌─┬─┐ │): what stands between the bars are cells, what lies between two rules is a row."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.clean.para import Para

_SIGNS = "│┃┌┏├┣└┗─━"
_RULE = re.compile(r"(?=.*[─━])[\s─━┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋┠┨┯┷┿╂│┃]+")
_BAR = re.compile("[│┃├┤┣┫┠┨]")
_DRAWN = re.compile(r"\s*[│┃├┣┠]")
_BARS = "|｜"
TABLE = 4000
"""Such tables are numbered from here on, apart from those that other steps find."""


def boxed(paras: list[Para]) -> list[Para]:
    """Lines of a table drawn with box characters → cells; other paragraphs as they are."""
    if not any(sign in para.text for para in paras for sign in _SIGNS[:4]):
        return paras
    out: list[Para] = []
    table, at = TABLE, 0
    while at < len(paras):
        stop = at
        while stop < len(paras) and (_DRAWN.match(paras[stop].text) or _RULE.fullmatch(paras[stop].text)):
            stop += 1
        rows = _rows(paras[at:stop]) if stop - at > 1 else []
        if not rows:
            after = max(stop, at + 1)
            out.extend(paras[at:after])
            at = after
            continue
        for number, row in enumerate(rows):
            out.extend(replace(c, kind="cell", table=table, row=number, column=k) for k, c in enumerate(row) if c.text)
        table, at = table + 1, stop
    return out


def unframed(paras: list[Para]) -> list[Para]:
    """A paragraph that is the one cell of its row, with bars at its ends alone (某某通知 |), without them."""
    return [_unframed(para) if para.kind == "p" and para.text[-1:] in _BARS else para for para in paras]


def _unframed(para: Para) -> Para:
    inner = para.text.strip(_BARS + " ")
    begin = para.text.find(inner)
    return para.part(begin, begin + len(inner)) if inner and not any(bar in inner for bar in _BARS) else para


def _rows(lines: list[Para]) -> list[list[Para]]:
    """The rows of a drawn table: lines between two rules are one where rules part the rows, else each line is a row."""
    runs: list[list[list[Para]]] = [[]]
    rules = 0
    for line in lines:
        if _RULE.fullmatch(line.text):
            rules += 1
            if runs[-1]:
                runs.append([])
        else:
            runs[-1].append(_fields(line))
    runs = [run for run in runs if run]
    ruled = rules > 3 or len(runs) > 2
    return [row for run in runs for row in (_merged(run) if ruled else run)]


def _merged(run: list[list[Para]]) -> list[list[Para]]:
    """The lines of one row joined cell by cell; lines with other numbers of cells stay apart."""
    rows: list[list[Para]] = []
    for line in run:
        if rows and len(rows[-1]) == len(line):
            rows[-1] = [one.joined(other) if one.text and other.text else one if one.text else other
                        for one, other in zip(rows[-1], line, strict=True)]  # fmt: skip
        else:
            rows.append(line)
    return rows


def _fields(line: Para) -> list[Para]:
    """What stands between the bars of a line; a stretch of rule between two bars is an empty cell."""
    cuts = [match.start() for match in _BAR.finditer(line.text)]
    parts = [line.part(a + 1, b).stripped() for a, b in zip(cuts, cuts[1:] or [len(line.text)], strict=False)]
    return [part if part.text and not _RULE.fullmatch(part.text) else part.part(0, 0) for part in parts]
