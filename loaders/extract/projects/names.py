"""Names put together from pieces of the text, and their parts: modifiers, head noun, what follows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.model import Span

_ORDINAL = "[一二三四五六七八九十\\d]"
_DO = "扩容|扩能改造|提速改造|提速|改造|升级|整治|加固|改扩建|扩建|扩能|治理|修复|清淤|增容|增蓄"
_WITH = f"除险|续建配套|配套|与|和|及|现代化|节水|扩容|提等|提质|综合|生态|深水|前期|{_DO}"
_ACTION = f"(?:{_WITH}){{0,8}}(?:{_DO})(?:工程|项目)?"
_SECTION = "[一-鿿\\d]{1,8}(?:(?:至|到|—|经)[一-鿿\\d]{1,8}?){1,3}路?段"
_SUFFIX = re.compile(
    f"(?:{_ACTION}|(?<=[国省县]道)\\d{{1,4}}线?(?:[一-鿿]{{2,6}}至[一-鿿]{{2,6}}$)?|{_SECTION}|主线|迂回线|[东中西南北]延线|\\d{{1,2}}号线|主体(?=工程)|新馆|新园区|新[院校]区|复线|支线|[东西南北]延(?:伸)?线|延长线|延伸线|连接线|{_ORDINAL}+期(?:{_ORDINAL}步)?(?:工程|项目)?|(?:增建第?)?{_ORDINAL}线(?:[东中西南北]段)?|[东中西南北]段|[一-鿿]{{2,4}}?(?:路|区|过境|界)?段|（(?!含(?![一-鿿]{{2,8}}[段线]）)|不含|包括|总|约|\\d|规模)[^（）]{{1,12}}）|”)*"
)
_LINE = re.compile(f"(?:.{{2,}})(?:{_ORDINAL}线(?:[东中西南北]段)?|{_ORDINAL}期|[东中西南北]段)$")
ACTION = re.compile(_ACTION)
PROPER = re.compile("引.{1,3}[济补入].{1,3}|[东西南北].[东西南北][调输送]")
"""引江补汉, 西气东输: a work by its coined name."""


class Head(NamedTuple):
    """The last head noun of a chunk: ``begin``/``end`` of the noun, ``stop`` after its suffix (二期, （湖北段）, 扩容改造)."""

    word: str
    begin: int
    end: int
    stop: int


def head_of(ground: Ground, chunk: Span) -> Head | None:
    """The last head noun in ``chunk``, in quotes or out of them, not in brackets."""
    if chunk not in ground.known:
        ground.known[chunk] = _last_head(ground, chunk)
    found: Head | None = ground.known[chunk]
    return found


def _last_head(ground: Ground, chunk: Span) -> Head | None:
    heads = ground.where(lexicon().head_words)
    found: Head | None = None
    at = chunk.begin
    while (head := heads.first(at, chunk.end)) is not None:
        if (blocked := _blocked(ground.plain, head, chunk)) or (blocked := _of_division(ground, head)):
            at = blocked
            continue
        at = head.end
        suffix = _SUFFIX.match(ground.plain, at, chunk.end)
        stop = suffix.end() if suffix else at
        if found is not None and _in_bracket(ground.plain, chunk.begin, head.begin):
            continue
        found = Head(ground.plain[head.begin : head.end], head.begin, head.end, stop)
        at = max(at, stop - 2) if stop > at else at
    return found


def _blocked(plain: str, head: Span, chunk: Span) -> int:
    """Where to go on if ``head`` is part of another word, else 0."""
    longer = lexicon().not_head.match(plain, head.begin, chunk.end)
    return longer.end() if longer is not None and longer.end() > head.end else 0


def _of_division(ground: Ground, head: Span) -> int:
    """Where to go on if ``head`` ends the name of a division (贵港, 防城港), else 0."""
    if head.end - head.begin > 1:
        return 0
    before = ground.within(max(0, head.begin - 3), head.end)
    return head.end if before and before[-1].code and before[-1].span.end == head.end else 0


def _in_bracket(plain: str, begin: int, at: int) -> bool:
    return plain.rfind("（", begin, at) > plain.rfind("）", begin, at)


def is_line(text: str) -> bool:
    """Whether ``text`` is a stretch or stage of a named line: 川气东送二线, 西气东输三线中段."""
    return _LINE.match(text) is not None


def modifiers(ground: Ground, chunk: Span, head: Head) -> str:
    """What stands before the head, without words that only tell its kind or grade."""
    text = ground.plain[chunk.begin : head.begin]
    return strip_generic(text)


@lru_cache(maxsize=4096)
def strip_generic(text: str) -> str:
    """``text`` without the generic words at its end and its beginning."""
    lex = lexicon()
    match = lex.generic.match(text)
    text = text[match.end() :] if match else text
    for at in range(len(text)):
        if lex.generic.fullmatch(text, at):
            return text[:at]
    return text


def doing_of(ground: Ground, chunk: Span) -> Head | None:
    """For a work told by what is done (沱江流域综合治理): that word at the end of ``chunk``, if no head noun is there."""
    if not ground.plain.endswith(lexicon().activities, chunk.begin, chunk.end):
        return None
    for match in lexicon().activity.finditer(ground.plain, chunk.begin + 2, chunk.end):
        if match.end() == chunk.end:
            return Head(match[0], match.start(), match.end(), match.end())
    return None


class Name(NamedTuple):
    """A name as written out: the pieces of text it is made of, its head.

    ``listed`` where the text itself calls it a project (A、B等重点工程), ``also`` where its places stand beside the name,
    ``kind`` the words that tell what the names of its list are (A、B等区域公用品牌), ``called`` where the text calls its list
    projects, so that a name among names is one whatever its head.
    """

    pieces: tuple[Span, ...]
    head: str
    listed: bool = False
    also: tuple[Span, ...] = ()
    kind: str = ""
    called: bool = False

    def text(self, ground: Ground) -> str:
        """The characters of all pieces, page blanks removed, outer quotes off."""
        found = ground.written.get(self.pieces)
        if found is None:
            found = ground.written[self.pieces] = self._text(ground)
        return found

    def _text(self, ground: Ground) -> str:
        name = "".join("".join([ground.text[a:b] for a, b in self.pieces]).split())
        if name.startswith("“") and name.endswith("”") and name.count("“") == 1:
            return name[1:-1]
        return name + "”" if name.count("“") > name.count("”") else name

    @property
    def span(self) -> Span:
        """From the first piece to the end of its own (not the shared) text."""
        return self.pieces[0]
