"""Joint procedures under any name (健康码互认机制, 水库联合调度制度): what several parties set up with each other.

Whatever is called 机制 or 制度, stands behind a verb of founding and says by its name that several act in it counts where the
text tells of parties: an agreement, 两地, A与B.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.model import CleanText, Identity, Outline, Span
from loaders.sentences import sentences_with

_NOUN = re.compile("(?:机制|制度)(?![化性]|改革|创新|建设(?!，|。|；|、))")
_FOUNDS = re.compile(
    "(?:建立健全|建立完善|建立|健全|完善|构建|形成|设立|实行|制定|深化|继续加强|加强|探索|启动|搭建|固化|畅通|成立|组建|施行|推行|执行|实施|用好用活|用好|将(?=[^，、]{2,12}机制固化))"
    "(?:了|起|好)?(?:并(?:完善|实施|落实|运行)|和完善|完善|健全|建立)?(?:了|起)?"
)
_JOINT = re.compile("[联协互共巡]|会商|合作|沟通|通报|轮值|轮流|交叉|对接|衔接|利益|接处警|跨(?:区域|界|省|市|县)")
"""A name that says that several act."""
_PLAIN = re.compile(
    "(?:[一二三四五六七八九十\\d]+[大项个条]|工作|长效|常态化?|协调|协同|协作|合作|沟通|联动|共享|信息|交流|推进|保障|统筹|联席|会议|会商|日常|定期|多层次|高层|有效|相应|相关|有关|各级|部门|区域"
    "|共同|联合|的|等|一套|一系列|上述|更加|紧密|密切|良好|双方|各方|保护|互利|双赢|共赢|互利共赢|进一步|[两三四五六七八九各][市省县区地州]|落实|运行|对接|衔接|领导|高效|完善|健全|新型|省际|市际|区际)*"
)
"""Names that say no more than that it is a procedure."""
_SIDES = re.compile(
    "[两双三四五六七八九十各\\d](?:方|地|省|市|县|区|州|城|校|部门|派出所)|联盟|成员(?:单位|城市)|(?<!参)[与和同](?=[^，。；]{2,24}(?:共同|联合|签|探索|建立|携手))|相邻各"
)
_LEFT = re.compile("[，。；：！？\\n《〈,;:!?]")
_COUNTED = re.compile("(?:等|这[一两二三四五六七八九十]+[项个大])[^的]{0,8}$")
"""A、B等十个机制, A、B这三项机制."""
_ACROSS = re.compile("跨(?:行政区划?|区域|流域|部门|[省市县区界])(?:[、和]?跨(?:区域|流域|部门|[省市县区界]))*的")
"""跨行政区的应急联动机制: across what is part of the name."""
_REACH = 40
_ROW = 3
"""So many in a row are of one kind: where one is joint, all are."""
_HEADINGS = 3
"""A report with more headings prints what was agreed, whose every clause has its procedure."""


def joint_procedures(text: CleanText, identity: Identity, outline: Outline) -> Iterator[tuple[str, Span]]:
    """Each with where it stands, in reading order; one name may come more than once."""
    agreed = any(work.kind == "Agreement" for work in identity.works)
    if identity.main >= 0 or (identity.works and not agreed) or len(outline.parts) > _HEADINGS:
        return
    for sentence in sentences_with(text.text, _NOUN):
        if not agreed and _SIDES.search(text.text, *sentence) is None:
            continue
        for row in _rows(text.text, sentence):
            joint = [span for span in row if _JOINT.search(text.text, *span)]
            for span in row if joint and len(row) >= _ROW else joint:
                yield text.text[span.begin : span.end], span


def _rows(text: str, sentence: Span) -> Iterator[list[Span]]:
    """The names of what is founded in ``sentence``, those together that only 、 parts."""
    row: list[Span] = []
    held = False
    for noun in _NOUN.finditer(text, *sentence):
        begin, held = _name_begin(text, max(sentence.begin, noun.end() - _REACH), noun.end(), held)
        if row and begin != row[-1].end + 1:
            yield row
            row = []
        if held and _is_name(text[begin : noun.end()]):
            row.append(Span(begin, noun.end()))
    if row:
        yield row


def _name_begin(text: str, low: int, end: int, held: bool) -> tuple[int, bool]:
    """Where the name that ends at ``end`` begins, and whether it is founded: by its own verb, or ``held`` in a list."""
    marks = list(_LEFT.finditer(text, low, end))
    begin = marks[-1].end() if marks else low
    fresh = bool(marks)
    first = _FOUNDS.search(text, begin, end)
    if (quote := text.rfind("“", begin, end)) >= 0 and text.find("”", quote, end) < 0:
        return quote + 1, first is not None or (held and not fresh)
    if first is not None:
        begin = first.end()
        while (more := _FOUNDS.match(text, begin, end)) and more.end() > begin:
            begin = more.end()
    founded = first is not None or (held and not fresh)
    cut = max(text.rfind(mark, begin, end) for mark in ("、", "机制和", "制度和"))
    if cut >= begin:
        begin = cut + (1 if text[cut] == "、" else 3)
    if (of := text.rfind("的", begin, end)) >= begin and not _ACROSS.fullmatch(text, begin, of + 1):
        begin = of + 1
    return begin, founded


def _is_name(name: str) -> bool:
    modifier = name[:-2]
    if len(name) < 6 or name.count("“") != name.count("”"):
        return False
    if _COUNTED.search(modifier):
        return False
    return _PLAIN.fullmatch(modifier) is None
