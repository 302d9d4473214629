"""The words to the left and right of a figure: its clause, what they say of indicator, scope and year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.targets import numerals, words
from loaders.extract.targets.places import subject

_PART_OF = re.compile(
    r"(?P<whole>.{2,40}?)(?P<verb>不低于|不少于|不超过|不高于|达到|超过|低于|高于|压缩[至到]|压减[至到]|降至|降到|提高到|控制在|相当于)"
    r"(?P<of>[一-鿿A-Za-z]{2,14})的$"
)
"""研发投入不低于销售收入的3%: a share of something."""
_BASED = re.compile("控制在基于20\\d\\d年[^，。]{2,24}的$")
"""控制在基于2020年规模的1.3倍以内: a year's size to measure by."""
_ABOUT = re.compile("约占(?P<whole>[^约占]{2,20})$")
"""约占全国的四成: the comparator stands before the share."""
_RECKONED = re.compile(
    "(?:按|以)[一-鿿]{1,6}(?:口径|价格?)(?:计算|核算)?|(?<=[一-鿿])(?:1[—–~-]\\d{1,2}月份?|上半年|前三季度|[一二三]季度)(?=累计|共?完成|实现|新增)|(?<=[一-鿿])截至(?:目前|当前|今年[一-鿿\\d]{1,3})|扣除价格因素|剔除[一-鿿]{2,8}(?:因素|影响)|(?:在[一-鿿]{2,10}?中)?率先(?=突破|达到|超过|迈|实现|$)"
)
"""按可比价格计算增长4.2%: how it is reckoned is no part of the name."""
_SHARE = re.compile("(?:[查盖]面|率|比例|比重|占比)$")
MARK = re.compile(
    "[ 　—–-]*(?:[（(][^（）()\n]{2,80}[）)](?=[一二三四五六七八九十]{1,2}是))?(?:"
    "[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}(?:[.．、](?!\\d(?!G))|[.．](?=20\\d\\d年))|[①-⑳]|[一二三四五六七八九十]{1,3}[、．.]|"
    "第[一二三四五六七八九十]{1,3}[，、](?![一二三][、和产])|[一二三四五六七八九十]{1,2}是要?(?=[一-鿿“])) ?　?"
)
"""The mark of an item (一是, （二）, 3.) at the head of a clause, after the duties of the item before; no part of a name."""
_PARTY = re.compile("[甲乙丙]方|双方")
_IN_PLACE = re.compile("在$")
_BREAK = frozenset("丨｜|，,；;：:。！？!?\n…*●■◆▪◼★")
_OPEN, _CLOSE = "（(“《", "）)”》"
REACH = 80
"""A clause is read at most this many characters back from its figure."""

_NOUN = re.compile(r"(?:[^，,。；;：:、（）()！？!?\n《》]|[（(][市区州旗县、12]{1,6}[）)]){0,28}")
_NOUN_END = re.compile(
    r"(?<=.)(?:的?(?:进展顺利|全部开工|有序推进|顺利推进|加快推进|集中开工).*|的?(?:总投资|投资总|总规模).*[为达约共]?$|的?(?:总?目标(?:任务)?|任务)?(?:建成|建设|投入|投产|参加|参展|达到(?!.*的)|开展|实施|纳入|完成|获得|"
    r"通过|实现|开工|列入|覆盖|开通|落户|入选|"
    r"建立|上线|运行|通车|用于|并|左右|，).*|的?\d+[万亿余多]*[个家名项所].*|的?(?:总?目标(?:任务)?|任务))$"
)
_RISEN = re.compile(
    "(?P<what>[^，。]{2,16}?)(?:稳步|持续|显著|明显|大幅|不断|进一步|逐步|全面)*(?:提升|提高|改善|增长|下降|扩大|上升|降低|增强|(?:保持|呈现|实现)了?[一-鿿]{0,6}的?(?:增长|增速|增幅|发展|速度|态势|势头))"
)
_MADE = re.compile(f"[^，。]{{0,2}}(?:{words.BUILD}|{words.FLOW})")
_SHARED_NOUN = re.compile("、[^，,。；;\n]{0,30}?级(?P<noun>[一-鿿]{2,12})(?![一-鿿]*、)")
"""What a list of levels counts (2个万亿级、10个千亿级产业集群)."""
_YEARS_LONG = re.compile(
    "(?:[一二三四五六七八九十两\\d]{1,2}|近[几两三五])年(?:来|间)?(?=累计[一-鿿]{1,5}$|(?:年均|平均|累计|共)*(?:增长|增加|提高|下降|减少)$)"
)
"""五年累计下降: how long is no part of the name."""
_SINCE = re.compile("[由从]“?十[一二三四五六]五”?(?:时期|期间|期末|末)?$")
"""由“十三五”的1.7万亿元发展到2.5万亿元: since when is no part of the name."""
_BECOMES = re.compile("(?P<thing>[^“”]{2,})(?P<how>“[^“”]{2,8}[办通认验享]”)")
"""实现150项政务服务事项“跨省通办”: what becomes of the counted stands behind them."""
_DESCRIBED = re.compile("、[^，,。；;：:\\n]{1,60}的(?P<thing>[一-鿿]{3,14})(?=[，,。；;\\n]|$)")
"""10个水、电、路等设施完善的示范村: what is counted stands behind its description."""
_ATTRIBUTE = re.compile("具有|具备|拥有|能够|善于|熟悉|精通|掌握|紧跟|从事|符合|处于|懂")
"""What a description opens with that has a list inside (200名能够突破技术、带动学科的领军人才)."""
_FIGURE = re.compile(r"\d|[一二三四五六七八九两十百千][万亿]")
_TOPIC = re.compile(
    "[ 　]*(?P<thing>[一-鿿A-Za-z（）()]{2,22}"
    "(?:项目|工程|企业|机构|园区|基地|平台|学校|医院|线路|路段|泊位|景区|课题|事项))(?:方面)?"
)
_AUXILIARY = re.compile(
    "(?:都|均|也)[将已可能要]|(?:今年|年内|目前|全部|相继|陆续|先后|提前|如期|顺利)(?=[一-鿿]{2})|即将|已经|正在|[将已](?=[一-鿿]{2,4}$)|还[有将]|进行"
)
"""Where the predicate begins behind what is counted (44座新建车站都将确保在年内开工)."""
_CHANGING = re.compile(f"(?:{words.CHANGE})[到至为]")
_BESIDE = re.compile("\\d[\\d.]*[余多]?[万亿]?(?:户|人次|人|名|个|家|套|所|座|处|条|项)")
"""A second count of the same (1.4万户5.3万名贫困人口)."""
_MORE = re.compile("(?:[和与及]|以及)(?=\\d)")
_EMPTY_NOUN = re.compile(r"(?:和|及|与|以及|或|至|到|其中|用于|以|，|/|元|大关|的?$)")


@dataclass(frozen=True, slots=True)
class Left:
    """What stands before a figure: ``scope``, the ``name`` of what is measured, its ``growth`` word, the verbs ``between``."""

    start: int
    begin: int
    raw: str
    scope: str
    name: str
    growth: str
    between: str
    year: int | None
    verb: str = ""


def begin(text: str, at: int, floor: int) -> int:
    """Where the clause of the figure at ``at`` begins; brackets and quotations that close before it are skipped."""
    depth = 0
    low = max(floor, at - REACH)
    i = at
    while i > low:
        c = text[i - 1]
        if c in _CLOSE:
            depth += 1
        elif c in _OPEN:
            if depth:
                depth -= 1
            elif c != "“" or i < at:  # 构建四市互达“90分钟经济圈”: the quotation only holds the name
                return i
        elif (
            not depth
            and (c in _BREAK or (c in " 　" and _is_headline(text, i)))
            and not (c == "," and text[i - 2 : i - 1].isdigit() and text[i : i + 1].isdigit())
        ):
            return i
        i -= 1
    return low


def _is_headline(text: str, at: int) -> bool:
    """Whether the blank before ``at`` parts two statements of a line without a stop, as headlines do."""
    if not ("一" <= text[at - 2 : at - 1] <= "鿿" and re.match("[一-鿿]|20\\d\\d年", text[at : at + 5])):
        return False
    end = text.find("\n", at, at + 80)
    begin = text.rfind("\n", max(0, at - 80), at) + 1
    return end > 0 and not any(mark in text[begin:end] for mark in "。；，,、：:")


def read(text: str, start: int, end: int) -> Left:
    """Parse the words in ``[start, end)`` before a figure."""
    if (mark := MARK.match(text, start, end)) is not None:
        start = mark.end()
    raw = text[start:end]
    if _listed(text, start):
        raw = raw[max(raw.rfind("、"), raw.rfind("；")) + 1 :]
        raw = "" if raw.endswith("的") and not re.match("[一-鿿]{0,2}[年其]", raw) else raw
    raw = "" if raw.endswith(("、", "和", "与")) else raw
    part = _PART_OF.match(raw)
    if part is not None:
        share = "" if _SHARE.search(part["whole"]) else f"占{part['of']}"
        raw = f"{part['whole']}{share}{part['verb']}"
    raw = _BASED.sub("控制在", raw)
    raw = _ABOUT.sub(r"占\g<whole>约", _RECKONED.sub("", raw))
    compared = words.COMPARED.search(raw)
    kept, between = words.strip_tail(words.COMPARED.sub("", raw))
    year: int | None = None
    while (m := words.YEAR_TAIL.search(kept[-14:])) is not None:
        year = numerals.year(m["year"]) if m["year"] else 2005 + 5 * " 一二三四五六".index(m["five"])
        kept, more = words.strip_tail(kept[: len(kept) - (m.end() - m.start())])
        between = more + between
    kept = _SINCE.sub("", kept)
    growth = ""
    kept = _YEARS_LONG.sub("", kept)
    if (g := words.GROWTH.search(kept[-10:])) is not None:
        growth = words.SHARING.sub("", g[1])
        kept, more = words.strip_tail(kept[: len(kept) - len(g[1])])
        between = g[1] + more + between
    if compared is not None:
        if kept == "新增":  # 存款余额7823亿元，较年初新增612亿元
            kept, growth = "", kept
        growth = compared.group().lstrip("(（").removeprefix("分别") + growth
    bare = words.strip_head(kept)
    scope, name = subject(bare)
    if scope:
        name = words.strip_head(name)
        scope, name = _nearer(bare, scope, name)
    tail = words.VERB_TAIL.search(name[-16:])
    verb = tail.group() if tail else ""
    return Left(start, _skip(text, start, end), raw, scope, name, growth, between, year, verb)


def _nearer(said: str, scope: str, name: str) -> tuple[str, str]:
    """``scope`` and ``name``, the former replaced by a place that the clause goes on to (我省将在闽江沿线培育…)."""
    while (inner := subject(name))[0]:
        led = said[: len(said) - len(name)]
        if not (_IN_PLACE.search(led) or _PARTY.fullmatch(scope)):
            break
        scope, name = inner[0], words.strip_head(inner[1])
        said = said[len(led) :]
    return scope, name


def _listed(text: str, start: int) -> bool:
    """Whether the words from ``start`` on continue a figure before them (5个国家级平台、10个省级平台)."""
    return start > 0 and (text[start - 1] in "个家名项所座条处户件台辆" or text[start - 2 : start] == "以上")


def _skip(text: str, start: int, end: int) -> int:
    """``start`` moved past blanks, list marks and the mark that opens the clause."""
    while start < end and text[start] in " 　—–-、，,·•●■◆▪◼★":
        start += 1
    return start


def noun_after(text: str, at: int, doing: bool = False) -> tuple[str, int]:
    """The noun phrase counted by a figure that ends at ``at`` (10个国家级园区), and where it ends.

    With ``doing`` what the counted are moved to do belongs to it (推动500家企业实施技术改造).
    """
    if text.startswith(("”", '"'), at):
        at += 1
    if text.startswith("的", at):
        at += 1
    if (beside := _BESIDE.match(text, at)) is not None:
        return noun_after(text, beside.end(), doing)
    m = _NOUN.match(text, at)
    phrase = m.group() if m else ""
    if (len(phrase) < 3 or _ATTRIBUTE.match(phrase)) and (described := _DESCRIBED.match(text, at + len(phrase))) is not None:
        return described["thing"], described.end()
    if _EMPTY_NOUN.match(phrase):
        return "", at
    if (done := _BECOMES.fullmatch(phrase)) is not None:
        return done["how"] + done["thing"], at + len(phrase)
    if _CHANGING.match(phrase):
        return "", at
    phrase = _MORE.split(phrase)[0]
    if len(phrase) > 3 and (auxiliary := _AUXILIARY.search(phrase, 2)) is not None:
        phrase = phrase[: auxiliary.start()]
    kept = (phrase if doing and len(phrase) <= 14 else _NOUN_END.sub("", phrase)).strip('“”" 　')
    if kept.endswith("级") and (shared := _SHARED_NOUN.match(text, at + len(phrase))) is not None:
        return kept + shared["noun"], at + len(phrase)
    return (kept, at + phrase.find(kept) + len(kept)) if kept else ("", at)


def topic(text: str, start: int) -> str:
    """The plain noun that opens the sentence before the clause at ``start`` (高铁项目，共4个、已开工2个), or nothing."""
    if text[start - 1 : start] not in ("，", ","):
        return ""
    at = begin(text, start - 1, 0)
    if at and text[at - 1] not in "。；;\n！？) ）":
        return ""
    mark = MARK.match(text, at, start - 1)
    named = _TOPIC.fullmatch(text, mark.end() if mark else at, start - 1)
    return named["thing"] if named and words.strip_head(named["thing"]) == named["thing"] else ""


def antecedent(text: str, start: int) -> str:
    """The thing that the clause before the one at ``start`` speaks of (设立补偿资金，首期规模…), or nothing."""
    if text[start - 1 : start] not in ("，", ","):
        return ""
    left = read(text, begin(text, start - 1, 0), start - 1)
    thing = left.name[: len(left.name) - len(left.verb)].strip("“” ")
    if (risen := _RISEN.fullmatch(left.raw)) is not None:
        what = words.strip_head(risen["what"])
        return inner[1] if (inner := subject(what))[0] and len(inner[1]) > 3 else what
    named = 2 <= len(thing) <= 20 and _FIGURE.search(thing) is None and _MADE.match(left.raw)
    return thing if named else ""
