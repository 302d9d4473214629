"""Tables pasted into plain text: cells parted by bars, one cell a line, or rows whose fields a single blank parts.

All three open with a row of head words (`columns.kind_of_head`).  Rows are told by the line or by the running number; where the
copy has lost merged or empty cells, `fit.fitted` says which column a cell belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.clean.columns import LONGEST, kind_of_cell, kind_of_head
from loaders.clean.fit import fitted
from loaders.clean.para import Para

_BAR = re.compile(r"[|｜]")
_RULE = re.compile(r"[\s|｜:+\-—─━]*$")
_BARS = " \u3000|｜"
_BLANK = re.compile(r"\s+")
_WORD = re.compile(r"\S+")
_WIDE = re.compile(r"[ \u3000\u00a0]{2,}|\t")
_NUMBER = re.compile(r"(\d{1,3})[.．、]?$")
_CLOSES = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[章节条部]|附\s*[件表录]|抄送|备注|注\s*\d?[:：]|说明[:：]"
    r"|扫一扫|分享|打印|关闭|上一篇|下一篇|版权|主办单位|来源|责任编辑|相关(?:文章|链接|阅读)|[\[【]"
)
"""What stands below a table, not in it."""
FEWEST, MANY = 3, 14
"""A head of three columns or more; of two where one is of tasks and one of units."""
LONGEST_ROW = 80
"""A row of more cells than this is none, but the text below the table."""
NAMED = 120
"""One with a number of its own may be longer: it names who answers for the section."""
SECTION = 40
"""A row of one cell that groups others is no longer than this."""


@dataclass(slots=True)
class _Head:
    """The head row: what stands under each column, its cells, how cells are parted, and the first line below it."""

    kinds: list[str]
    cells: list[Para]
    form: str
    below: int


@dataclass(slots=True)
class _Row:
    """A row: its cells, or one cell that groups rows; ``columns`` where the copy tells them."""

    cells: list[Para]
    columns: list[int] = field(default_factory=list)


def typed(paras: list[Para]) -> list[Para]:
    """Lines of a table typed as text → cells; other paragraphs as they are."""
    out: list[Para] = []
    table = 2000
    at = 0
    while at < len(paras):
        head = _head_at(paras, at)
        rows, after = _READ[head.form](paras, head) if head else ([], at)
        if head is None or not rows:
            out.append(paras[at])
            at += 1
            continue
        for number, row in enumerate([_Row(head.cells, list(range(len(head.cells)))), *rows]):
            out.extend(replace(c, kind="cell", table=table, row=number, column=k) for c, k in _placed(row, head))
        table, at = table + 1, after
    return out


def _head_at(paras: list[Para], at: int) -> _Head | None:
    """The head that opens at line ``at``, or ``None``."""
    para = paras[at]
    if _BAR.search(para.text):
        cells = [c for c in _fields(para) if c.text]
        if _is_head(kinds := [kind_of_head(c.text) for c in cells]):
            return _Head(kinds, cells, "bars", at + 1)
    elif "\t" not in para.text and len(para.text) < 80 and not _WIDE.search(para.text):
        words = _spans(para.text)
        if len(words) > 1 and kind_of_head(para.text[slice(*words[0])]) == "serial":
            cells = _words(para)
            if _is_head(kinds := [kind_of_head(c.text) for c in cells]):
                return _Head(kinds, cells, "blanks", at + 1)
    if len(para.text) > LONGEST or kind_of_head(_bared(para.text)) != "serial":
        return None
    cells = []
    for para in paras[at : at + MANY]:
        cell = _bare(para)
        if not kind_of_head(cell.text) or _CLOSES.match(cell.text):
            break
        cells.append(cell)
        at += 1
    kinds = [kind_of_head(c.text) for c in cells]
    return _Head(kinds, cells, "lines", at) if _is_head(kinds) and "unit" in kinds else None


def _is_head(kinds: list[str]) -> bool:
    if sum(map(bool, kinds)) * 4 < len(kinds) * 3 or len(kinds) > MANY:
        return False
    held = {"text", "group"} & set(kinds)
    return bool(held) and (len(kinds) >= FEWEST or "unit" in kinds)


def _bare(para: Para) -> Para:
    """The line without the bar that closes it."""
    return para.part(0, len(para.text.rstrip(_BARS))).stripped()


def _bared(text: str) -> str:
    return text.rstrip(_BARS).strip()


def _fields(para: Para) -> list[Para]:
    """The cells of a line that bars part, empty ones too; bars at its ends only frame it."""
    cuts = [m.start() for m in _BAR.finditer(para.text)]
    out = [
        para.part(a + 1, b) if b > a + 1 else para.part(0, 0) for a, b in zip([-1, *cuts], [*cuts, len(para.text)], strict=True)
    ]
    out = [cell.stripped() for cell in out]
    if para.text[:1] in "|｜":
        out = out[1:]
    return out[:-1] if para.text.rstrip()[-1:] in "|｜" else out


def _words(para: Para) -> list[Para]:
    """The words of a line."""
    return [para.part(*span) for span in _spans(para.text)]


def _spans(text: str) -> list[tuple[int, int]]:
    """The words of a line between blanks; single characters that follow each other are one word typed wide (工 作 任 务)."""
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        one = match.end() - match.start() == 1 and not match.group().isdecimal()
        if one and spans and spans[-1][1] == match.start() - 1 and _single(text, spans[-1]):
            spans[-1] = (spans[-1][0], match.end())
        else:
            spans.append(match.span())
    return spans


def _single(text: str, span: tuple[int, int]) -> bool:
    return max(map(len, text[slice(*span)].split())) == 1


def _bars(paras: list[Para], head: _Head) -> tuple[list[_Row], int]:
    """Rows a line; a line without bars goes on with a row that lacks cells, or groups the rows below it."""
    rows: list[_Row] = []
    at, size = head.below, len(head.cells)
    while at < len(paras):
        para = paras[at]
        fields = _fields(para) if _BAR.search(para.text) else [para]
        if _BAR.search(para.text) and _is_head([kind_of_head(c.text) for c in fields if c.text]):
            break
        at += 1
        if _RULE.fullmatch(para.text):
            continue
        if rows and len(rows[-1].cells) < size and len(rows[-1].cells) > 1 and len(fields) < size and not _starts(fields, head):
            _go_on(rows[-1], fields)
        elif len(fields) > 1 or (_BAR.search(para.text) and fields[0].text) or _groups(paras, at - 1, head):
            rows.append(_Row(fields, list(range(size)) if len(fields) == size else []))
        else:
            at -= 1
            break
    return rows, at


def _go_on(row: _Row, fields: list[Para]) -> None:
    """Add the cells of the next line to ``row``: the first of them goes on with the row's last cell."""
    row.cells[-1] = row.cells[-1].joined(fields[0]) if row.cells[-1].text else fields[0]
    row.cells.extend(fields[1:])


def _starts(fields: list[Para], head: _Head) -> bool:
    """Whether a line opens a row: it has the number where rows are numbered."""
    return "serial" not in head.kinds or any(_NUMBER.match(f.text) for f in fields[: head.kinds.index("serial") + 1])


def _groups(paras: list[Para], at: int, head: _Head) -> bool:
    """A short line that stands right before a row of the table."""
    if len(paras[at].text) > SECTION or at + 1 >= len(paras):
        return False
    if head.form == "bars":
        return len(_fields(paras[at + 1])) > 1
    first = _words(paras[at + 1])[0].text if paras[at + 1].text.split() else ""
    return bool(_NUMBER.match(first)) and paras[at].text[-1] not in "。；"


def _lines(paras: list[Para], head: _Head) -> tuple[list[_Row], int]:
    """A cell a line: each line with the next number opens a row."""
    rows: list[_Row] = []
    starts: list[int] = []
    at, value = head.below, 0
    while at < len(paras):
        cell = _bare(paras[at])
        if number := _opens(paras, at, value, rows):
            value = number
            rows.append(_Row([cell]))
            starts.append(at)
        elif _CLOSES.match(cell.text) or not value or len(rows[-1].cells) > LONGEST_ROW:
            if not _leads(paras, at, value):
                break
            rows.append(_Row([cell]))
            starts.append(at)
        else:
            rows[-1].cells.extend([cell] if cell.text else [])
        at += 1
    keep = _last(rows[-1], head) if rows else 0
    if rows:
        at = starts[-1] + keep
        rows[-1].cells = rows[-1].cells[:keep]
    return (_regrouped(rows, head), at) if len(rows) > 1 or len(head.cells) > FEWEST else ([], head.below)


def _opens(paras: list[Para], at: int, value: int, rows: list[_Row]) -> int:
    """The number that opens a row at line ``at``, or 0: the next one, or below a whole row a higher one (of an extract)."""
    match = _NUMBER.match(_bare(paras[at]).text)
    number = int(match.group(1)) if match else 0
    if not number or number == value + 1 or at + 1 >= len(paras):
        return number
    whole = not value or len(rows[-1].cells) == 1 or len(rows[-1].cells) >= FEWEST
    return number if number > value and whole and kind_of_cell(_bare(paras[at + 1]).text) == "text" else 0


def _leads(paras: list[Para], at: int, value: int) -> bool:
    """Whether a short line, and such lines below it, stand above a row."""
    for below in paras[at : at + MANY]:
        cell = _bare(below)
        if match := _NUMBER.match(cell.text):
            return below is not paras[at] and int(match.group(1)) > value
        most = NAMED if below is paras[at] and _CLOSES.match(cell.text) else SECTION
        if len(cell.text) > most or (below is not paras[at] and not _CLOSES.match(cell.text)):
            return False
    return False


def _last(row: _Row, head: _Head) -> int:
    """How many cells of the table's last row belong to it: what looks like text below a column of units or dates does not."""
    columns = _columns(row, head)
    for i, (cell, column) in enumerate(zip(row.cells, columns, strict=False)):
        last = column == len(head.kinds) - 1
        if last and i and (head.kinds[column] != "text" and kind_of_cell(cell.text) == "text"):
            return i
        if last and head.kinds[column] == "text" and columns[i - 1] == column:
            return i
    return len(columns)


def _regrouped(rows: list[_Row], head: _Head) -> list[_Row]:
    """A title at the end of a row that is no unit groups the rows below it."""
    out: list[_Row] = []
    for i, row in enumerate(rows):
        tail = row.cells[-1].text
        closed = head.kinds[-1] in ("unit", "time", "person") and kind_of_cell(tail) == "text"
        if i + 1 < len(rows) and closed and len(row.cells) > 2 and len(tail) <= SECTION:
            out.extend([_Row(row.cells[:-1]), _Row(row.cells[-1:])])
        else:
            out.append(row)
    return out


def _blanks(paras: list[Para], head: _Head) -> tuple[list[_Row], int]:
    """Rows a line, their fields parted by blanks; a line without number goes on with the row or groups those below."""
    rows: list[_Row] = []
    at, value = head.below, 0
    while at < len(paras):
        words = _words(paras[at])
        number = _NUMBER.match(words[0].text) if words else None
        if number and len(words) > 1 and (not value or value < int(number.group(1)) <= value + FEWEST):
            value = int(number.group(1))
            rows.append(_Row(words))
        elif _groups(paras, at, head) and (_CLOSES.match(paras[at].text) or not rows or len(rows[-1].cells) >= len(head.cells)):
            rows.append(_Row([paras[at]]))
        elif rows and len(rows[-1].cells) > 1 and len(paras[at].text) <= 2 * SECTION and not _CLOSES.match(paras[at].text):
            rows[-1].cells.extend(words)
        else:
            break
        at += 1
    return rows, at


_READ = {"bars": _bars, "lines": _lines, "blanks": _blanks}


def _columns(row: _Row, head: _Head) -> list[int]:
    """The column of each cell of ``row``: told by the copy, else the serial by its number, the others by their looks."""
    cells = row.cells
    if row.columns:
        return row.columns
    if len(cells) == 1:
        return [0]
    serial = head.kinds.index("serial") if "serial" in head.kinds else -1
    kinds = [kind or "text" for kind in head.kinds]
    at = next((i for i, c in enumerate(cells[: serial + 1]) if _NUMBER.match(c.text)), -1) if serial >= 0 else -1
    if at < 0:
        free = [c for c in range(len(kinds)) if c != serial]
        return [free[c] for c in fitted([c.text for c in cells], [kinds[c] for c in free])]
    left = list(range(serial - at, serial))
    right = fitted([c.text for c in cells[at + 1 :]], kinds[serial + 1 :])
    return [*left, serial, *(c + serial + 1 for c in right)]


def _placed(row: _Row, head: _Head) -> list[tuple[Para, int]]:
    """The cells of ``row`` with their columns; words of one line in one column are one cell."""
    out: list[tuple[Para, int]] = []
    for cell, column in zip(row.cells, _columns(row, head), strict=False):
        if not cell.text:
            continue
        if out and out[-1][1] == column and head.form == "blanks" and head.kinds[column] != "unit":
            out[-1] = (out[-1][0].joined(cell), column)
        else:
            out.append((cell, column))
    return out
