"""Entries: the lines that may be headings, before the tree is built."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from loaders.model import CleanText, Span
from loaders.numerals import number
from loaders.outline.boxes import Box
from loaders.outline.duties import named
from loaders.outline.marks import CN as _CN
from loaders.outline.marks import DECIMAL, RANKS, Mark, bare_mark, has_named, listed_mark, mark_of, named_mark
from loaders.registry.paths import ontology_dir

_STOP = re.compile(r"[。！？]")
_SOFT = re.compile(r"[。；！？：:，,]")
_LIMB = re.compile(r"[（(](?P<value>[一二三四五六七八九十]{1,3})[）)](?=[^。；，：]{2,24}。)")
_REMARK = re.compile(r"(?:备注|注释?|说明)\s*[:：]")
_LABEL = re.compile(r"[^。；，：:、]{2,14}(?<![是为])(?=[：:]\s*[^。；！？]{2,400}。\s*$)")
"""A short title and a colon before the one sentence of its item (工作目标：…)."""
_CONTENTS = re.compile(r"(?:[…⋯．.·・]{3,}|…)\s*[（(]?\d{1,4}[）)]?\s*$")
"""A line of a table of contents: dots and a page number at its end."""
_ARTICLE = re.compile(
    rf"^第(?:{_CN}|\d{{1,3}})条(?P<titled>[\s\u3000]*(?P<title>(?!禁止|鼓励|支持|国家|违反|任何|本|凡)(?![^。\n]*(?:[应不可由为是有将须必]|负责|适用))[^\s。，；：、]{{3,8}})。(?=.|\n(?!第)|\Z))?",
    re.MULTILINE,
)
"""An article, and the title that some drafters close with a full stop (第三条 基础设施互通。三方…)."""
_DECIMAL = re.compile(r"^[12]\.1[\s\u3000]*[\u4e00-\u9fff]", re.MULTILINE)
_TITLED = re.compile(
    r"^(?P<above>\d{1,2}(?:\.\d{1,2}){0,2})\.(?P<value>\d{1,2})[\s\u3000]*[\u4e00-\u9fff][^。；，：\n]{1,28}$", re.MULTILINE
)
"""A title under a decimal number; an extract starts in mid-count."""
_SENTENCE = re.compile(
    r"[\s]*(?:[为以在]|按照|根据|依据|遵循|坚持|成立|建立|设立|围绕|通过|甲|乙|本(?:协议|着)|[双各两三四五六]方|[两三四五六][省市县区地]|[（(][一1][）)]|[1１][.．、]|一是|共同|积极|充分|《)"
)
"""What the text of an article begins with where it runs on behind its title."""
FEWEST_LIMBS = 2
_FEWEST_TITLED = 3
LONGEST = 150
"""A title run into its paragraph ends at the first stop within this many characters; without one at a comma."""
SHORT = 60
"""A paragraph without a stop that is no longer is a title as a whole."""
_CLAUSED = re.compile(
    r"[（(][^（）()。]{2,160}?(?:负责|牵头|配合|参与|参加|落实|协助|支持)(?:[；;，,][^（）()。]{2,160}?(?:负责|配合|参与|参加|协助|支持))?[）)][。；]?$"
)
_ASSIGNED = re.compile(r"(?:责任|牵头|负责|主办|承办)(?:单位|部门)[:：]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered line: its mark, title, the ranges of heading and line, and whether text follows on the same line.

    ``assigned`` where its end or the line below it says whose it is (…（甲局负责）; 责任单位：…).
    """

    mark: Mark
    title: str
    heading: Span
    line: Span
    run_in: bool
    assigned: bool = False


@lru_cache(maxsize=1)
def _headings() -> tuple[tuple[str, ...], frozenset[str]]:
    with (ontology_dir() / "headings.toml").open("rb") as file:
        data = tomllib.load(file)
    generic = sorted(data["generic"].split(), key=len, reverse=True)
    return tuple(generic), frozenset(data["principle"].split())


@lru_cache(maxsize=1)
def _article_titles() -> tuple[str, ...]:
    """Titles that articles have again and again, the longest first."""
    with (ontology_dir() / "headings.toml").open("rb") as file:
        data = tomllib.load(file)
    return tuple(sorted({*data["articles"].split(), *data["generic"].split()}, key=len, reverse=True))


def is_principle(title: str) -> bool:
    """Whether a part with this title assigns nothing."""
    return title.strip(" 。：:") in _headings()[1]


def _is_of_contents(line: str) -> bool:
    """Whether ``line`` stands in a table of contents; only one that closes with a number or its bracket is looked at."""
    last = line.rstrip()[-1:]
    return (last.isdecimal() or last in "）)") and _CONTENTS.search(line) is not None


def entries(text: CleanText, body: Span) -> list[Entry]:
    """The numbered lines in ``body``, in reading order; cells of tables are left out."""
    out: list[Entry] = []
    noted, box = False, Box()
    decimal, stopped = _is_decimal(text, body), _has_stopped_titles(text, body)
    named = _named_rank(text, body)
    for block in text.blocks:
        if block.kind == "cell" or block.begin < body.begin or block.begin >= body.end:
            continue
        line = text.text[block.begin : min(block.end, body.end)]
        if _is_of_contents(line):
            continue
        mark = mark_of(line)
        if out and out[-1].line.end + 1 == block.begin and _ASSIGNED.match(line):
            out[-1] = replace(out[-1], assigned=True)
        noted = bool(_REMARK.match(line)) or (noted and mark is not None and mark.rank >= RANKS["ar"])
        box.read(line, mark)
        if noted or box.holds:
            continue
        for begin, end in _limbs(line):
            limb = line[begin:end]
            mark = mark_of(limb) or (bare_mark(limb) if decimal else named_mark(limb, named) if named else None)
            if mark and len(limb) > mark.length and (decimal or mark.rank < DECIMAL):
                out.append(_entry(limb, block.begin + begin, mark, scraped="scraped" in text.meta, stopped=stopped))
    return _without_contents(out)


def _is_decimal(text: CleanText, body: Span) -> bool:
    """Whether the text numbers its headings 1, 1.1, 1.1.1: from the first on, or two titles that follow each other."""
    if _DECIMAL.search(text.text, body.begin, body.end):
        return True
    found = [(m["above"], int(m["value"])) for m in _TITLED.finditer(text.text, body.begin, body.end)]
    return any(a[0] == b[0] and b[1] == a[1] + 1 for a, b in pairwise(found))


def _named_rank(text: CleanText, body: Span) -> float:
    """The rank of the mark above the first of the headings 行动一, 行动二 …, an article's where none is; 0 without them."""
    if not has_named(text.text, body):
        return 0
    found: list[tuple[float, Mark]] = []
    above: float = RANKS["article"]
    for block in text.blocks:
        if block.kind != "cell" and body.begin <= block.begin < body.end:
            line = text.text[block.begin : min(block.end, body.end)]
            if named := named_mark(line, 0):
                found.append((above, named))
            elif mark := mark_of(line):
                above = mark.rank if RANKS["cn"] <= mark.rank < DECIMAL else RANKS["article"]
    values = [mark.value for _, mark in found]
    return found[0][0] if values[:FEWEST_LIMBS] == list(range(1, FEWEST_LIMBS + 1)) else 0


def listed(text: CleanText, body: Span) -> list[Entry]:
    """The paragraphs 一是…, 二是… of a text that has no numbers; empty where they do not count from one."""
    out = []
    for block in text.blocks:
        if block.kind != "cell" and body.begin <= block.begin < body.end:
            line = text.text[block.begin : min(block.end, body.end)]
            if mark := listed_mark(line):
                out.append(_entry(line, block.begin, mark, scraped=False))
    return out if [e.mark.value for e in out] == list(range(1, len(out) + 1)) and len(out) >= FEWEST_LIMBS else []


def _limbs(line: str) -> list[tuple[int, int]]:
    """The line, cut where （一）… （二）… with titles of their own run on in one paragraph, also behind a bracketed clause."""
    found = [m for m in _LIMB.finditer(line) if not m.start() or line[m.start() - 1] in "。；：）)"]
    values = [number(m["value"]) or 0 for m in found]
    if len(found) < FEWEST_LIMBS or (found[0].start() and values[0] != 1):
        return [(0, len(line))]
    if values != list(range(values[0], values[0] + len(values))):
        return [(0, len(line))]
    cuts = [0, *(m.start() for m in found if m.start()), len(line)]
    return list(pairwise(cuts))


def _without_contents(found: list[Entry]) -> list[Entry]:
    """Without the lines of a table of contents: headings that come again, the first of them with the same title."""
    first = found[0] if found else None
    if first is None or first.mark.value != 1:
        return found
    again = next((i for i, e in enumerate(found) if i and (e.mark, e.title) == (first.mark, first.title)), 0)
    return found[again:]


def _is_titled(article: re.Match[str]) -> bool:
    """Whether a match of ``_ARTICLE`` opens with a title, not with its first sentence."""
    return bool(article["titled"]) and not _SENTENCE.match(article["title"])


def _has_stopped_titles(text: CleanText, body: Span) -> bool:
    """Whether a third of the articles of the text, three at least, open with a short sentence that can only be a title."""
    articles = list(_ARTICLE.finditer(text.text, body.begin, body.end))
    titled = sum(map(_is_titled, articles))
    return titled >= _FEWEST_TITLED and 3 * titled >= len(articles)


def _entry(line: str, begin: int, mark: Mark, scraped: bool, stopped: bool = False) -> Entry:
    rest = line[mark.length :]
    article = _ARTICLE.match(line) if stopped and mark.rank == RANKS["article"] else None
    end = article.end() - mark.length if article and _is_titled(article) else _title_end(rest, mark, scraped)
    title = rest[:end].rstrip("。：: 　")
    heading = Span(begin, begin + mark.length + len(rest[:end].rstrip()))
    run_in = end < len(rest.rstrip("。：: ")) and not (scraped and title in _headings()[0])
    assigned = line.rstrip()[-2:].rstrip("。；")[-1:] in ("）", ")") and _CLAUSED.search(rest) is not None
    return Entry(mark, title, heading, Span(begin, begin + len(line)), run_in, assigned)


def _title_end(rest: str, mark: Mark, scraped: bool) -> int:
    """Where the title ends in what follows the mark."""
    if scraped:
        for title in _headings()[0]:
            if rest.startswith(title) and len(rest) > len(title) + 20 and rest[len(title)] not in "。：:":
                return len(title)
    if mark.rank == 3:
        return _article_end(rest)
    if organ := named(rest):
        return organ[1]
    if label := _LABEL.match(rest):
        return label.end()
    stop = _STOP.search(rest)
    if stop and (stop.start() <= LONGEST or stop.start() == len(rest) - 1):
        return stop.start() + (rest[stop.start()] == "。")
    if not stop:
        colon = rest.find("：")
        return colon if 0 < colon <= 30 and colon < len(rest) - 1 and len(rest) > SHORT else len(rest)
    soft = _SOFT.search(rest)
    return soft.start() if soft and soft.start() <= SHORT else min(len(rest), SHORT)


def _article_end(rest: str) -> int:
    """An article's title stands between its number and a space or line end; most articles have none."""
    match = re.match(r"[^\s。，；：、]{2,20}(?=[\s\u3000]|$)", rest)
    bracketed = re.match(r"[（(【][^（）()【】]{2,20}[）)】]", rest)
    if bracketed or match:
        return (bracketed or match).end()  # type: ignore[union-attr]
    known = next((title for title in _article_titles() if rest.startswith(title)), "")
    return len(known) if known and _SENTENCE.match(rest, len(known)) else 0
