"""Full names from shared heads and tails: 武汉至宜昌、武汉至合肥铁路 → 武汉至宜昌铁路, 武汉至合肥铁路."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.lists import LONGEST, Segment, is_bare, lead_end
from loaders.extract.projects.names import ACTION, PROPER, Head, Name, doing_of, head_of, is_line
from loaders.model import Span

_BARE_TAIL = re.compile("(?:一批)?(?:重点|重大|标志性)?(?:工程|项目|工程项目)(?:建设)?$")
_ITSELF = re.compile("展会|品牌|活动")
_PORTS = re.compile("(?:主要|重要|沿江|沿海|内河|枢纽)?港口")
_CODE = re.compile("[GSXgsx]\\d{1,4}$")
_DOING = re.compile("(?:输变?电|配置|治理|修复|整治|加固|提升|改造|扩容|引水|调水|供水)$")
_REACH = re.compile("流域|干流|支流|沿线|沿岸|两岸|地区|区域|段")
_LIGHT = re.compile("(?:等)?(?:项目)?建设(?:等)?$")
_VERB = re.compile(
    "(?:(?:协同|联合|共同|加快|着力|合力|大力)*(?:打造|开工建设|续建|迁建|改扩建|建设|推进|实施|新建|构建|提升|创建|搭建|组建))"
)
_GRADE = re.compile("大型|中型|主要|重要|重点|骨干|大中型")
_PROGRAMME = re.compile("(?:重大工程|行动|计划)$")


def trimmed(ground: Ground, chunk: Span) -> Span:
    """``chunk`` without praise before it and 建设 after it, and only what follows the last 的 of a clause before it."""
    begin, end = chunk
    if match := _LIGHT.search(ground.plain, begin, end):
        end = match.start() if match.start() - begin >= 2 else end
    cut = ground.plain.rfind("的", begin, end)
    if cut - begin > 6 and not ground.inside[cut] and head_of(ground, Span(cut + 1, end)) is not None:
        begin = cut + 1
    for pattern in (_VERB, lexicon().praise):
        match = pattern.match(ground.plain, begin, end)
        if match is not None and match.end() < end - 2:
            begin = match.end()
    return Span(begin, end)


def restore(ground: Ground, segment: Segment) -> tuple[list[Name], int]:
    """The names of a list written out, and where the last of them ends in the text."""
    first = segment.chunks[0]
    if lexicon().amount.match(ground.plain, *first) and not ground.within(*first):
        return [], segment.end
    chunks = [trimmed(ground, chunk) for chunk in segment.chunks]
    chunks = [chunk for chunk in chunks if 0 < chunk.end - chunk.begin <= LONGEST * 2]
    if not chunks:
        return [], segment.end
    if segment.tail is not None:
        return _with_tail(ground, chunks, segment.tail)
    last = chunks[-1]
    head = head_of(ground, last) or doing_of(ground, last)
    if head is None:
        return _donated(ground, chunks[:-1]), last.end
    chunks[-1] = Span(last.begin, head.stop)
    return _donated(ground, chunks), head.stop


def _headed(ground: Ground, chunk: Span) -> Head | None:
    head = head_of(ground, chunk) or doing_of(ground, chunk)
    return head if head is not None and head.stop == chunk.end else None


def _donated(ground: Ground, chunks: list[Span]) -> list[Name]:
    """Each chunk with its own head, or with the tail of the next that has one."""
    out: list[Name] = []
    donor: tuple[Span, Head] | None = None
    for chunk in reversed(chunks):
        if (head := _headed(ground, chunk)) is not None and (head.word not in _DOINGS or donor is None):
            shared = _shared_action(ground, chunk, donor)
            donor = (chunk, head)
            out.append(Name((chunk, shared) if shared else (chunk,), head.word))
        elif donor is not None and _may_share(ground, chunk, donor[1]):
            if out and (one := _undivided(ground, donor[0], out[-1], chunk)) is not None:
                out[-1] = one
            else:
                out.append(Name((chunk, _tail_of(ground, donor, chunk)), donor[1].word))
    return out[::-1]


def _shared_action(ground: Ground, chunk: Span, donor: tuple[Span, Head] | None) -> Span | None:
    """扩容改造 for a stretch of road before another that has it (A高速B至C段、D高速E至F段扩容改造)."""
    if donor is None or ground.plain[chunk.end - 1] != "段":
        return None
    section = _STRETCH.search(ground.plain, donor[1].end, donor[0].end)
    return Span(section.end(), donor[0].end) if section and section.end() < donor[0].end else None


_STRETCH = re.compile("[至到—][^至到—]{1,6}?段")
_DOINGS = frozenset(("加固", "整治", "治理", "综合整治", "综合治理", "生态修复", "扩建", "改扩建"))


def _may_share(ground: Ground, chunk: Span, head: Head) -> bool:
    """A programme's head is shared only by places and by works (A堤防加固、B堤防提升工程)."""
    if head.word not in lexicon().programme or is_bare(ground, chunk) or _is_proper(ground, chunk):
        return True
    return head.word == "工程" and _DOING.search(ground.plain[chunk.begin : chunk.end]) is not None


def _undivided(ground: Ground, donor: Span, name: Name, chunk: Span) -> Name | None:
    """江西、湖北、湖南长征国家文化公园 is one park: the name without its provinces, which are its places."""
    if not lexicon().undivided.search(ground.plain, *donor) or not is_bare(ground, chunk):
        return None
    lead = lead_end(ground, donor)
    return Name((Span(lead, donor.end),), name.head, also=(*name.also, chunk, Span(donor.begin, lead)))


def _tail_of(ground: Ground, donor: tuple[Span, Head], chunk: Span) -> Span:
    """What ``chunk`` shares of the donor: all after the donor's place, or the head with its generic modifiers."""
    whole, head = donor
    lead = lead_end(ground, whole)
    own = lead_end(ground, chunk)
    lead = lead if lead <= head.begin else whole.begin
    if (not is_bare(ground, chunk) and chunk.end - max(own, chunk.begin) > 4) or ACTION.search(
        ground.plain, chunk.begin, chunk.end
    ):
        return Span(head.begin, head.stop)
    if lead > whole.begin and lead < head.begin + 1 and (head.word not in lexicon().closed or _REACH.match(ground.plain, lead)):
        return Span(lead, head.stop)
    generic = lexicon().generic
    for at in range(max(lead, whole.begin + 1), head.begin):
        if generic.fullmatch(ground.plain, at, head.begin):
            return Span(at, head.stop)
    return Span(head.begin, head.stop)


def _with_tail(ground: Ground, chunks: list[Span], tail: Span) -> tuple[list[Name], int]:
    """Names of a list closed by 等 and a tail."""
    text = ground.plain[tail.begin : tail.end]
    if port := _PORTS.match(text):
        mark = Span(tail.begin + port.end() - 2, tail.begin + port.end() - 1)
        named = [_own(ground, chunk) or Name((chunk, mark), "港") for chunk in chunks]
        return named, tail.begin + port.end()
    if text.startswith("开展"):
        tail = Span(tail.begin + 2, tail.end)
    if _ITSELF.search(text):
        kept = [chunk for chunk in chunks if "品牌" in text or _headed(ground, chunk)]
        return [Name((chunk,), text[-2:], listed=True) for chunk in kept], tail.end
    head = head_of(ground, tail)
    action = ACTION.search(ground.plain, tail.begin, tail.end)
    if head is None and action is None:
        own = [name for name in (_own(ground, chunk) for chunk in chunks) if name is not None]
        return own, tail.end if len(own) == len(chunks) else tail.begin
    stop = max(head.stop if head else 0, action.end() if action and (head is None or action.start() >= head.begin) else 0)
    word = head.word if head else "改造"
    grade = _GRADE.match(ground.plain, tail.begin, tail.end)
    cut = Span(grade.end() if grade and not _BARE_TAIL.match(ground.plain, tail.begin, stop) else tail.begin, stop)
    if _PROGRAMME.search(ground.plain, cut.begin, cut.end) and not any(ground.within(*chunk) for chunk in chunks):
        return [Name((cut,), word)], stop
    if _BARE_TAIL.match(ground.plain, cut.begin, cut.end):
        return _bare(ground, chunks, Span(stop - 2, stop), word), stop
    return [_joined(ground, chunks, i, cut, word, action is not None) for i in range(len(chunks))], stop


def _own(ground: Ground, chunk: Span) -> Name | None:
    head = _headed(ground, chunk)
    return Name((chunk,), head.word) if head else None


def _bare(ground: Ground, chunks: list[Span], end: Span, word: str) -> list[Name]:
    """Names before 等工程: their own, a neighbour's tail, else with 工程 itself."""
    named = {
        name.pieces[0]: replace(name, listed=_WORTHY.search(ground.plain, end.begin - 2, end.end) is not None)
        for name in _donated(ground, chunks)
    }
    return [
        named.get(chunk) or Name((chunk, end), word, listed=_is_proper(ground, chunk) or _is_stage(ground, chunk))
        for chunk in chunks
    ]


_WORTHY = re.compile("重[点大]工程")


def _is_stage(ground: Ground, chunk: Span) -> bool:
    """长征渠二期: a stage of a work named by a word of its own."""
    return chunk.end - chunk.begin >= 5 and is_line(ground.plain[chunk.begin : chunk.end])


def _is_proper(ground: Ground, chunk: Span) -> bool:
    """引江补汉, 西气东输: a coined four-character name of a work."""
    return PROPER.fullmatch(ground.plain, *chunk) is not None


def _joined(ground: Ground, chunks: list[Span], i: int, tail: Span, word: str, action: bool) -> Name:
    """Item ``i`` before a telling tail."""
    chunk = chunks[i]
    text = ground.plain[chunk.begin : chunk.end]
    head = _headed(ground, chunk)
    if action:
        first = lexicon().head.match(ground.plain, tail.begin, tail.end)
        if first and first[0][:2] in text:
            tail = Span(first.end(), tail.end)
        if _CODE.match(text) and i:
            before = ground.plain[chunks[i - 1].begin : chunks[i - 1].end]
            if code := re.search("[GSXgsx]\\d{1,4}$", before):
                return Name((Span(chunks[i - 1].begin, chunks[i - 1].begin + code.start()), chunk, tail), word)
        return Name((chunk, tail), word)
    ends_work = ground.plain[tail.end - 2 : tail.end] == "工程"
    donated = next((n for n in _donated(ground, chunks[i:]) if n.pieces[0] == chunk), None)
    if ends_work and donated and _DOING.search(donated.text(ground)):
        return Name((*donated.pieces, Span(tail.end - 2, tail.end)), word)
    if head is not None or is_line(text):
        return Name((chunk,), head.word if head else word)
    return Name((chunk, tail), word)
