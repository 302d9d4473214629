"""Lists closed by 等 and a tail: what the tail adds to each item."""

from __future__ import annotations

import re

from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.lists import is_bare
from loaders.extract.projects.names import ACTION, Name, head_of, is_line
from loaders.extract.projects.sharing import DOING, PAIR, RAILS, donated, headed, is_proper
from loaders.model import Span

_PORTS = re.compile("(?:主要|重要|沿江|沿海|内河|枢纽)?港口")

_ITSELF = re.compile("展会|品牌|活动")

_GRADE = re.compile("大型|中型|主要|重要|重点|骨干|大中型")

_COUNT = "(?:各个?|一?大?批|一系列|多[条个项]|\\d{1,3}[条个座项段处]|[两三四五六七八九十]{1,2}[条个座项段处])"
_ADJECTIVE = "(?:标志性|重点|重大|骨干|在建|续建|新建|省际|互联互通|配套|附属|民生|民航|纵向|横向|干线)"
_KIND = "高速公路|公路|铁路|高速铁路|高铁|城际铁路|高速"
_BARE_TAIL = re.compile(
    f"{_COUNT}?{_ADJECTIVE}*(?:水利|交通|能源|产业|民生|基础设施|机场|(?P<kind>{_KIND}))?(?:断头路|瓶颈路段?|出省口|出口路|路网)?{_ADJECTIVE}*(?:工程项目|工程|项目)(?:（包）)?(?:建设)?$"
)
_SUMMED = re.compile(f"{_COUNT}{_ADJECTIVE}*(?P<kind>{_KIND}|大通道|通道|航道|机场|水库|大桥|隧道)(?:建设)?$")
"""…等4条纵向公路: what has been listed, summed up by its kind."""

_COUNTED = re.compile(f"(?:的)?{_COUNT}")
_MIXED = re.compile("[^、，。的]{0,10}(?:工程项目|工程|项目)(?:建设)?$")
"""一批转型项目, 12个产业项目: works of any kind."""

_PROGRAMME = re.compile("(?:重大工程|行动|计划)$")

_LINE = re.compile("[至到—―]")

_CODE = re.compile("[GSXgsx]\\d{1,4}$")


def with_tail(ground: Ground, chunks: list[Span], tail: Span) -> tuple[list[Name], int]:
    """Names of a list closed by 等 and a tail."""
    text = ground.plain[tail.begin : tail.end]
    if text.endswith("”") and "“" not in text:
        tail, text = Span(tail.begin, tail.end - 1), text[:-1]
    if port := _PORTS.match(text):
        mark = Span(tail.begin + port.end() - 2, tail.begin + port.end() - 1)
        named = [_own(ground, chunk) or Name((chunk, mark), "港") for chunk in chunks]
        return named, tail.begin + port.end()
    if text.startswith("开展"):
        tail = Span(tail.begin + 2, tail.end)
    if _ITSELF.search(text):
        kept = [chunk for chunk in chunks if "品牌" in text or headed(ground, chunk)]
        return [Name((chunk,), text[-2:], listed=True, kind=text) for chunk in kept], tail.end
    if whole := lexicon().undivided.search(ground.plain, *tail):
        head = head_of(ground, Span(*whole.span()))
        return [Name((Span(*whole.span()),), head.word if head else "", also=tuple(chunks))], whole.end()
    head = head_of(ground, tail)
    action = ACTION.search(ground.plain, tail.begin, tail.end)
    if head is None and action is None:
        own = [name for name in (_own(ground, chunk) for chunk in chunks) if name is not None]
        return own, tail.end if len(own) == len(chunks) else tail.begin
    stop = max(head.stop if head else 0, action.end() if action and (head is None or action.start() >= head.begin) else 0)
    word = head.word if head else "改造"
    grade = _GRADE.match(ground.plain, tail.begin, tail.end)
    count = _COUNTED.match(ground.plain, tail.begin, stop)
    cut = Span(grade.end() if grade and not _BARE_TAIL.match(ground.plain, tail.begin, stop) else tail.begin, stop)
    if _PROGRAMME.search(ground.plain, cut.begin, cut.end) and not any(ground.within(*chunk) for chunk in chunks):
        return [Name((cut,), word)], stop
    if (bare := _BARE_TAIL.match(ground.plain, *cut) or _SUMMED.match(ground.plain, *cut)) is not None:
        kind = Span(*bare.span("kind")) if bare["kind"] else _kind_before(ground, chunks)
        return [name._replace(called=True) for name in _bare(ground, chunks, _work_in(ground, cut), word, kind)], stop
    if count is not None and _is_mixed(ground, Span(count.end(), stop)):
        return [name._replace(called=True) for name in _bare(ground, chunks, _work_in(ground, cut), word)], stop
    names = [_joined(ground, chunks, i, cut, word, action is not None) for i in range(len(chunks))]
    return [_uncounted(name, cut, count.end()) for name in names] if count is not None else names, stop


def _is_mixed(ground: Ground, kind: Span) -> bool:
    """Whether works of any kind are summed up: no head of what is built, nothing that is done to each."""
    if _MIXED.fullmatch(ground.plain, *kind) is None or ACTION.search(ground.plain, *kind):
        return False
    own = ground.plain[kind.begin : max(ground.plain.rfind(word, *kind) for word in ("工程", "项目"))]
    return not any(word in own for word in lexicon().closed)


def _uncounted(name: Name, tail: Span, begin: int) -> Name:
    """``name`` without the count that ``tail``, its last piece, begins with."""
    shared = name.pieces[-1] == tail and len(name.pieces) > 1
    return name._replace(pieces=(*name.pieces[:-1], Span(begin, tail.end))) if shared else name


def _kind_before(ground: Ground, chunks: list[Span]) -> Span | None:
    """What lines that tell their ends only are, as said before them (高速公路续建A至B、C至D等7个项目), in their sentence."""
    if not all(_ENDS.fullmatch(ground.plain, *chunk) and is_bare(ground, chunk) for chunk in chunks):
        return None
    begin = chunks[0].begin
    low = max(ground.plain.rfind(mark, max(0, begin - _BACK), begin) for mark in "。；\n") + 1
    found = list(_KINDS.finditer(ground.plain, max(low, begin - _BACK), begin))
    return Span(*found[-1].span()) if found else None


_ENDS = re.compile("[^、，。]{2,10}[至到—][^、，。]{2,10}")
_KINDS = re.compile(_KIND)
_ROADS = re.compile("(?:铁路|高铁|公路|高速|快线|专线|航线|城际|[一二三四]线|[东中西南北]?段)(?:项目|工程)?$")
_NEXT = 16
"""So far on in its list a pair of ends is told what it is."""
_BACK = 60
_TELLING = 6
"""An item of more characters than this tells what it is."""


def _work_in(ground: Ground, tail: Span) -> Span:
    """The 工程 or 项目 that closes ``tail``."""
    at = max(ground.plain.rfind(word, *tail) for word in ("工程", "项目"))
    return Span(at, at + 2) if at >= 0 else Span(tail.end - 2, tail.end)


def _own(ground: Ground, chunk: Span) -> Name | None:
    head = headed(ground, chunk)
    return Name((chunk,), head.word) if head else None


def _bare(ground: Ground, chunks: list[Span], end: Span, word: str, kind: Span | None = None) -> list[Name]:
    """Names before 等工程: their own, a neighbour's tail, else with 工程 itself, a line with its ``kind``."""
    named = {
        name.pieces[name.pieces[0] not in chunks]: name._replace(
            listed=_WORTHY.search(ground.plain, end.begin - 3, end.end) is not None
        )
        for name in donated(ground, chunks)
        if name.head in lexicon().heads or not _is_stage(ground, name.pieces[0])
    }
    return [
        _fitting(ground, chunk, named.get(chunk), kind)
        or (
            Name((chunk,), "期", listed=True)
            if _is_stage(ground, chunk) and ground.plain.startswith("项目", end.begin)
            else None
        )
        or (Name((chunk, kind), ground.plain[kind.begin : kind.end]) if kind is not None else None)
        or _line_of(ground, chunk, chunks[i + 1 : i + _NEXT])
        or _closing(ground, chunk, end, word)
        for i, chunk in enumerate(chunks)
    ]


def _closing(ground: Ground, chunk: Span, end: Span, word: str) -> Name:
    """An item without a head before 等工程, part of its name (引江补汉工程), or 等项目, which is none."""
    listed = is_proper(ground, chunk) or _is_stage(ground, chunk)
    return Name((chunk,) if ground.plain.startswith("项目", end.begin) else (chunk, end), word, listed=listed)


def _fitting(ground: Ground, chunk: Span, name: Name | None, kind: Span | None) -> Name | None:
    """``name`` unless it lends a head to what tells a work by itself (A河整治提升、B示范区) or is of the tail's ``kind``."""
    lent = name is not None and len(name.pieces) > 1
    if lent and kind is not None and name is not None and name.pieces[0] == chunk and name.head in _LINKS:
        return None
    if lent and not is_bare(ground, chunk) and (DOING.search(ground.plain, *chunk) or _tells(ground, chunk)):
        return None
    return name


def _tells(ground: Ground, chunk: Span) -> bool:
    """Whether an item says by itself what it is (攀枝花钒钛新材料), so that it needs no neighbour's head."""
    return chunk.end - chunk.begin > _TELLING and _LINE.search(ground.plain, *chunk) is None


def _line_of(ground: Ground, chunk: Span, following: list[Span]) -> Name | None:
    """渝万、渝西、渝湘高铁A至B段等项目: the pair of ends with what the next such line is called."""
    if PAIR.fullmatch(ground.plain, *chunk) is None:
        return None
    for other in following:
        if (line := RAILS.match(ground.plain, *other)) is not None:
            kind = Span(*line.span("kind"))
            return Name((chunk, kind), ground.plain[kind.begin : kind.end])
        if PAIR.fullmatch(ground.plain, *other) is None:
            return None
    return None


_LINKS = frozenset(("联络线", "连接线", "连线", "接线", "支线", "迂回线"))
"""What only the item itself is, where 等铁路项目 says what all of them are."""
_EXEMPLARY = re.compile("一批(?:新的|标志性的?|高能级|具有[一-鿿]{2,8}的)?(?:重[大点]|标志性|高能级|高水平)[一-鿿]{0,4}平台$")
"""X等一批重大发展平台: X is one of them, by name."""
_WORTHY = re.compile("(?:重[点大]|标志性|骨干)(?:工程|项目)")


def _is_stage(ground: Ground, chunk: Span) -> bool:
    """长征渠二期: a stage of a work named by a word of its own."""
    return chunk.end - chunk.begin >= 5 and is_line(ground.plain[chunk.begin : chunk.end])


def _joined(ground: Ground, chunks: list[Span], i: int, tail: Span, word: str, action: bool) -> Name:
    """Item ``i`` before a telling tail."""
    chunk = chunks[i]
    text = ground.plain[chunk.begin : chunk.end]
    head = headed(ground, chunk)
    if action:
        first = lexicon().head.match(ground.plain, tail.begin, tail.end)
        if first and first[0][:2] in text:
            tail = Span(first.end(), tail.end)
        if _CODE.match(text) and i:
            before = ground.plain[chunks[i - 1].begin : chunks[i - 1].end]
            if code := _CODE.search(before):
                return Name((Span(chunks[i - 1].begin, chunks[i - 1].begin + code.start()), chunk, tail), word)
        shared = next((n for n in donated(ground, chunks[i:]) if n.pieces[0] == chunk), None)
        if shared is not None and len(shared.pieces) > 1 and shared.head in lexicon().closed and _LINE.search(text):
            return Name((*shared.pieces, tail), word)
        return Name((chunk, tail), word)
    ends_work = ground.plain[tail.end - 2 : tail.end] == "工程"
    shared = next((n for n in donated(ground, chunks[i:]) if n.pieces[0] == chunk), None)
    if ends_work and shared and DOING.search(shared.text(ground)):
        return Name((*shared.pieces, Span(tail.end - 2, tail.end)), word)
    if head is None and shared is not None and len(shared.pieces) > 1 and is_bare(ground, chunk) and not _LINE.search(text):
        return shared
    if (
        _ROADS.search(ground.plain, *tail)
        and not _ROADS.search(text)
        and (_ENDS.fullmatch(text) or lexicon().short_region.fullmatch(text))
    ):
        return Name((chunk, tail), word)
    if head is not None or is_line(text):
        return Name((chunk,), head.word if head else word, listed=_EXEMPLARY.match(ground.plain, *tail) is not None)
    return Name((chunk, tail), word)
