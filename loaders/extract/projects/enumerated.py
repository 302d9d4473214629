"""Works listed without a verb of their own: behind 包括, 分别是, the colon after their kind, in a bracket after a count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.projects.called import called as called_names
from loaders.extract.projects.called import sums
from loaders.extract.projects.evidence import Context
from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.lists import Segment, segments
from loaders.extract.projects.names import Name
from loaders.extract.projects.restore import restore
from loaders.extract.projects.subjects import Undertaking
from loaders.model import Span
from loaders.occurrences import WordList, any_in

_KIND = (
    "高速铁路|城际铁路|市域（郊）铁路|市域铁路|市郊铁路|干线铁路|铁路|轨道交通|高速公路|国省干线|国省道|普通公路|公路|道路|桥梁|"
    "过江通道|航空|机场|港口|航道|水运|枢纽|站场|水利|水源|供水|防洪|能源|电源|电网|电力|油气|管道|交通|交通运输|文化旅游|文旅|"
    "教育|医疗|卫生|体育|民生|市政|生态环保|产业|工业|信息化"
)
_WORK = "(?:工程|项目|公路|高速|铁路|通道|立交|线路|航道|线|枢纽|路段|机场|港口|水库|电站|园区|路)"
_LABEL = re.compile(
    rf"\s*(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[)）、.．]\s*)?(?:(?:重点|重大|新建|续建|拟建|在建)?(?:{_KIND})(?:领域|方面)?(?:类|重点|重大|建设|工程|项目|基础设施)*|"
    "(?:新建|续建|拟建|在建|开工|竣工|前期|储备|重点|重大|标志性)(?:建设)?(?:工程|项目))(?:[（(][^（）()]{1,8}[)）])?："
)
"""What opens a line that lists works of one kind: 高速铁路：A、B等."""
_BRINGS = re.compile(
    rf"(?:{_WORK}|(?<![\d])[两三四五六七八九十\d]{{1,3}}[条段个项座处]|[纵横环射联轴廊]”)(?:建设)?，?(?:主要|具体|分别|目前|还|也)?"
    "(?:包括(?:有)?|包含|分别(?:是|为)|主要(?:是|有)|涵盖|如下)[：，]?"
    "|其中(?:主要)?包括[：，]?|(?:(?<=[开完竣复]工|启动|推进|建设)，|(?<=项目)，)(?:主要|具体|其中)?(?:分别(?:是|为)|包括)"
    "|(?:共|现|建|在建的?)有(?=[^，。；：]{4,160}等\\d{1,3}[个项条座][^，。；：]{0,8}(?:项目|工程)(?:[，。；]|$))"
)
"""What announces the works that follow up to the end of the sentence."""
_DEFINES = re.compile(
    "”(?:是指|是|即|指)(?=[^，。；：、“”]{2,30}(?:公路|高速|铁路|大道|国道|省道|快速路|通道|航道|运河|隧道|大桥|干线|轴线)(?:[，。；]|$))"
)
"""A coined name explained by a work: 另“一横”是平莱公路，西起…."""
_COUNTED = re.compile(
    "(?<!\\d)\\d{1,3}(?:大|[条段圈座项个处])[^，。；：、（）]{0,16}（(?!不?含|包含|其中|如|即|以)(?P<items>[^（）\\n]{4,400})）"
)
"""A bracket that names what has just been counted: 打通2条瓶颈路段（A、B）."""
_WORKS = re.compile("工程|项目")
_LONGEST = 400
_NEAR = 4
"""重大产业项目299个，包括…: so many characters before the announcement the works may be called so."""
_SURE = re.compile("分别|\\d[条段个项座处]|包括|包含")
"""What says that each of the things that follow is one."""
_SAID = WordList(
    (
        "包括",
        "包含",
        "分别是",
        "分别为",
        "主要是",
        "主要有",
        "涵盖",
        "如下",
        "共有",
        "现有",
        "建有",
        "在建有",
        "建的有",
        "”是",
        "”即",
        "”指",
    )
)
"""No announcement and no explanation is without one of these."""
_TOLD = re.compile("[，：]")
_CLOSED = re.compile("(?:等(?:[一二三四五六七八九十\\d]+[个项大])?|[一二三四五六七八九十\\d]+大)[^，。；、的]{0,8}项目$")
"""包括A，B、C十大项目: the text calls each of them one."""
_ASIDE = re.compile("(?:主要|具体)?分别[是为]|包括|连[接系通][一-鿿]{2,8}的|贯穿[一-鿿]{2,8}的")
"""What a name is described with before it begins."""


def enumerated(ground: Ground, sentence: Span, base: Context, going: bool = False) -> Iterator[tuple[Span, Undertaking]]:
    """The lists of ``sentence`` that only an announcement governs: the stretch that each fills (a bracket none), its names.

    ``going``: the sentence before announced works and closed with ；, so that this one goes on with them.
    """
    plain, summed = ground.plain, None
    for match in _counted(ground, sentence):
        status = _verb_before(ground, sentence.begin, match.start())
        marks = [at for at in range(*match.span("items")) if plain[at] == "、"]
        cuts = [match.start("items"), *(at + 1 for at in marks)]
        listed = Segment(tuple(map(Span, cuts, [*marks, match.end("items")])), None, match.end("items"))
        if inside := restore(ground, listed)[0]:
            yield Span(sentence.begin, sentence.begin), Undertaking(tuple(inside), _told_of(base), status)
    for stretch, names, done in sums(ground, sentence):
        opening = lexicon().verb.match(plain, *stretch)
        status = done or (opening["kept"] + opening["verb"] if opening else _verb_before(ground, sentence.begin, stretch.begin))
        if names:
            yield stretch, Undertaking(names, _told_of(base), status)
            summed = stretch
    said = any_in(ground.begins(_SAID), *sentence)
    for match in _DEFINES.finditer(plain, *sentence) if said else ():
        stop = _TOLD.search(plain, match.end(), sentence.end)
        yield from _read(ground, Span(match.end(), stop.start() if stop else sentence.end), base, "")
    label = (
        _LABEL.match(plain, *sentence) if plain.find("：", sentence.begin, min(sentence.end, sentence.begin + 40)) > 0 else None
    )
    opened = label or _first(ground, sentence)
    if going and opened is None and (first := next(iter(ground.clauses(sentence)), None)) is not None:
        yield from _read(ground, first, base, "")
    if opened is not None:
        status = _verb_before(ground, sentence.begin, opened.start())
        works = _WORKS.search(plain, max(sentence.begin, opened.start() - _NEAR), opened.end()) is not None
        closed = works and _CLOSED.search(plain, max(sentence.begin, sentence.end - 24), sentence.end) is not None
        sure = closed or (works and _SURE.search(opened[0]) is not None)
        for clause in ground.pieces(opened.end(), sentence.end, "，："):
            if summed is None or not (summed.begin < clause.end and clause.begin < summed.end):
                yield from _read(ground, clause, base, status, called=works, sure=sure)


def _counted(ground: Ground, sentence: Span) -> Iterator[re.Match[str]]:
    """The brackets after a count, a long one behind the sentence too."""
    if ground.plain.find("（", sentence.begin, sentence.end + 1) < 0:
        return iter(())
    behind = ground.plain.startswith("（", sentence.end)
    close = ground.plain.find("）", sentence.end, sentence.end + _LONGEST) if behind else -1
    return _COUNTED.finditer(ground.plain, sentence.begin, max(sentence.end, close + 1))


def announces(ground: Ground, sentence: Span, going: bool) -> bool:
    """Whether the next sentence or line goes on with the list that ``sentence`` announces or, ``going``, is part of."""
    behind = ground.plain[sentence.end : sentence.end + 1]
    opened = _first(ground, sentence) if behind in ("；", "\n") else None
    if behind == "；" or (behind == "\n" and ground.plain[sentence.end - 1] in "：；"):
        return going or (opened is not None and "：" in ground.plain[opened.start() : sentence.end + 1])
    return False


def _told_of(base: Context) -> Context:
    """What an announced work stands in: as if built, and said to be one."""
    return base._replace(verb="建设", works=True, listed=True)


def _first(ground: Ground, sentence: Span) -> re.Match[str] | None:
    """The first announcement outside brackets and quotes."""
    if not any_in(ground.begins(_SAID), *sentence):
        return None
    for match in _BRINGS.finditer(ground.plain, *sentence):
        if not ground.inside[match.end() - 1]:
            return match
    return None


def _verb_before(ground: Ground, begin: int, end: int) -> str:
    """The verb of undertaking that stands last before the announcement, within its clause."""
    at, found = max(begin, end - 40), ""
    while (match := ground.search(lexicon().verb, lexicon().verbs, at, end)) is not None:
        found = found if ground.inside[match.start()] else match["kept"] + match["verb"]
        at = match.end()
    return found


def _read(
    ground: Ground, stretch: Span, base: Context, status: str, called: bool = False, sure: bool = False
) -> Iterator[tuple[Span, Undertaking]]:
    """The names of one stretch; none where it begins like a clause with a verb of its own."""
    begin, end = stretch
    if (aside := _ASIDE.match(ground.plain, begin, end)) is not None:
        begin = aside.end()
    verb = lexicon().verb.match(ground.plain, begin, end)
    if verb is not None and verb.end() > begin:
        return
    names: list[Name] = []
    for segment in segments(ground, begin, end):
        plainly = called and (segment.tail is None or segment.tail.begin == segment.tail.end)
        found = called_names(ground, list(segment.chunks), None, sure) if plainly else restore(ground, segment)[0]
        names += found
    if names:
        yield Span(begin, end), Undertaking(tuple(names), _told_of(base), status)
