"""Full names from shared heads and tails: 武汉至宜昌、武汉至合肥铁路 → 武汉至宜昌铁路, 武汉至合肥铁路."""

from __future__ import annotations

import re

from loaders.extract.projects.endings import ending_of
from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.lists import LONGEST, Segment
from loaders.extract.projects.names import Name, doing_of, head_of
from loaders.extract.projects.sharing import donated
from loaders.extract.projects.tails import with_tail
from loaders.model import Span

_LIGHT = re.compile("(?:(?:等)?(?:项目)?建设(?:等)?|(?<=[路线速铁道港场站库])(?:立项|选址|可研))$")
_LIGHTEST = len("等项目建设等")
_VERB = re.compile(
    "(?:(?:协同|联合|共同|加快|着力|合力|大力)*(?:打造|开工建设|续建|迁建|改扩建|扩建|改建|拓宽改建|拓宽|改建|改造(?=[一-鿿]{2,8}[至到])|建设|推进|实施|新建|构建|提升|创建|搭建|组建))"
)
SIZE = re.compile(
    "(?:总?投资|总?产值|产能|总?面积|占地|规划|约|超过?|近|逾|不少于|达)*\\d[\\d.]*[余多]?[万亿]?(?:亩|公顷|平方公里|平方米|元|公里|千米|张床位|吨|千瓦|立方米|头|只|台|辆|套|片)级?(?:以上|左右)?的"
    "|(?:国内|全国|全省|亚洲|世界|国际|全球|国家)?首[条座个家批]"
)
"""How large a work is, told before its name (投资3亿元的A基地, 超2000亩的“B”产业园)."""
_APPOSED = re.compile("[^、，]{2,24}(?:控制性工程|标志性工程|代表性工程|节点工程|先期开工点|开工点)(?=[一-鿿]{3})")
"""A铁路控制性工程B隧道: what the work named behind it is."""
_DONE = re.compile("通车|竣工|开工|投产|建成|在建")
_COUNT = re.compile("[两三四五六七八九十\\d][条座段个项]")
_COUNTED = re.compile(
    "(?<=[一-鿿]{2})(?:这)?(?:[两三四五六七八九十]+|(?<!\\d)\\d{1,2})[条座段个项](?=工程|项目|[^、，]{2,10}$)"
)
"""A至B、C至D两条高速公路: the count belongs to neither."""
_TOWARDS = re.compile("[至到往]|前往|面向|直达|连接")
"""A line told by where it goes only (至A、B等地班列) has no name."""


def trimmed(ground: Ground, chunk: Span) -> Span:
    """``chunk`` without praise before it and 建设 after it, and only what follows the last 的 of a clause before it."""
    begin, end = chunk
    closed = ground.plain.endswith(("建设", "建设等"), begin, end)
    if closed and (match := _LIGHT.search(ground.plain, max(begin, end - _LIGHTEST), end)):
        end = match.start() if match.start() - begin >= 2 else end
        if ground.plain.startswith("项目", end) and headless(ground, Span(begin, end)):
            end += 2
    cut = ground.plain.rfind("的", begin, end)
    if (
        (cut - begin > 6 or _DONE.search(ground.plain, begin, max(begin, cut)))
        and not ground.inside[cut]
        and head_of(ground, Span(cut + 1, end)) is not None
    ):
        begin = cut + 1
    end -= 2 * (ground.plain.endswith("项目", begin, end) and _closed(ground, Span(begin, end - 2)))
    for pattern in (_APPOSED, _VERB, lexicon().praise, SIZE):
        match = pattern.match(ground.plain, begin, end)
        if match is not None and match.end() < end - 2:
            begin = match.end()
    return Span(begin, end)


def _closed(ground: Ground, chunk: Span) -> bool:
    """Whether ``chunk`` is the whole name of a facility, so that 项目 after it is no part of it (A机场项目)."""
    head = head_of(ground, chunk)
    return (
        head is not None and head.stop == head.end == chunk.end and head.word in lexicon().closed and head.begin > chunk.begin
    )


def headless(ground: Ground, chunk: Span) -> bool:
    """Whether nothing in ``chunk`` is a head noun, so that 项目 after it must be the name's."""
    return head_of(ground, chunk) is None and doing_of(ground, chunk) is None and ending_of(ground, chunk) is None


def restore(ground: Ground, segment: Segment) -> tuple[list[Name], int]:
    """The names of a list written out, and where the last of them ends in the text."""
    first = segment.chunks[0]
    if lexicon().amount.match(ground.plain, *first) and not ground.within(*first):
        return [], segment.end
    if _TOWARDS.match(ground.plain, *first):
        return [], segment.end
    chunks = [trimmed(ground, chunk) for chunk in segment.chunks]
    chunks = [chunk for chunk in chunks if 0 < chunk.end - chunk.begin <= LONGEST * 2]
    if not chunks:
        return [], segment.end
    if segment.tail is not None and segment.tail.end > segment.tail.begin:
        return with_tail(ground, chunks, segment.tail)
    last = chunks[-1]
    if (
        (len(chunks) > 1 or _TOWARDS.search(ground.plain, *last))
        and _COUNT.search(ground.plain, *last)
        and (counted := _COUNTED.search(ground.plain, *last)) is not None
    ):
        tail = Span(counted.end(), last.end)
        named = head_of(ground, tail)
        if named is not None and (named.begin == tail.begin or named.stop == tail.end):
            return with_tail(ground, [*chunks[:-1], Span(last.begin, counted.start())], Span(tail.begin, named.stop))
    head = head_of(ground, last) or doing_of(ground, last)
    if head is None or head.stop < last.end:
        head = ending_of(ground, last) or head
    if head is None:
        return donated(ground, chunks[:-1]), last.end
    chunks[-1] = Span(last.begin, head.stop)
    return donated(ground, chunks), head.stop
