"""Whether a phrase names one undertaking: a place, a coined name, a route, a proper word before the head noun."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.extract.projects.endings import is_facility
from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.names import PROPER, Name, is_line, strip_generic
from loaders.model import PlaceMentionFact, Span

_RELATION = re.compile("[^、，]{2,10}(?:至|到|—)[^、，]{2,12}$")
"""清水驿至忠和: a line's ends, known or not."""
_TOWN = re.compile(
    "^[一-鿿]{0,6}?(?!乡镇|城镇|小镇|村镇|重镇|集镇|古镇|市镇|县镇|各镇|每镇|该镇)[一-鿿]{2}(?<![各每本该两个建重特])(?:镇|街道|乡(?![镇村土愁情贤])|(?<![农乡新然政俗])村(?![镇级庄落民委居]))(?![村街域区级])"
)
_FIRM = re.compile("[一-鿿A-Za-z]{2,6}(?:集团|公司|股份|电厂|[车矿药纸乳铝铜]业|重工|服饰)(?=.{2})")
"""皓月集团…, 上都电厂…: whose work it is."""
_ONE = (
    "开工建设",
    "续建",
    "建成",
    "建成投用",
    "建成投产",
    "建成通车",
    "开工",
    "竣工",
    "投产",
    "复建",
    "迁建",
    "扩建",
    "加快建成",
    "前期工作",
    "建成运营",
    "建成投运",
    "投入使用",
    "投入运营",
    "投用",
    "达产",
    "达产达效",
)
"""Said of one work, hardly of a kind of them."""
_SHARED = frozenset(
    (
        "园区",
        "产业园区",
        "工业园区",
        "产业园",
        "工业园",
        "物流园区",
        "开发区",
        "新区",
        "景区",
        "水库",
        "电站",
        "水电站",
        "机场",
        "港区",
        "灌区",
        "煤矿",
        "大桥",
        "隧道",
    )
)
_OWN_WORD = re.compile("[一-鿿]{2,4}")
_FAIRS = frozenset(("博览会", "洽谈会", "交易会", "大会", "展览会", "文化节", "旅游节", "论坛"))
"""Of a region's fairs only those that a text lists as such or the nation holds are undertakings; to hold one is an event."""
_EDITION = re.compile("第[一二三四五六七八九十百\\d]+届|\\d{4}年?.*(?:会|节)$")
"""第六届博览会: an event of its year."""
_ROUTE = re.compile("[GSX]\\d{1,4}(?!\\d)|[国省县]道\\d{2,4}|(?<!\\d)\\d{2,3}[国省县]道")
_SCALED = re.compile("年(?:产|加工|处理|生产|回收|屠宰|存栏|出栏)[\\d一二三四五六七八九十百]")
_COUNTED = re.compile("[二三四五六七八九十百\\d]+大.{2,}(?:工程|数据库|行动)")
_NATIONAL = re.compile(".{4}(?:全国|国家)(?:级)?(?:重点实验室|(?:技术|制造业|产业)创新中心|工程(?:技术)?研究中心)$")
_QUOTED = re.compile("“[^“”]{1,14}”")
_UNNAMED = re.compile(
    "其中|以及|新一轮|包括|同时|全[省市县区]|我[省市县区国]|[该本各]|使|“十[一二三四五六]五”|(?:破解|化解|消除|缓解)|(?:总|计划)?投资\\d"
)
"""What begins so tells a kind or a sum of works (其中高速公路, “十四五”新开工高速公路)."""
_CLASSES = frozenset(
    (
        "高速公路",
        "公路",
        "高速",
        "铁路",
        "高速铁路",
        "高铁",
        "国道",
        "省道",
        "航道",
        "水库",
        "隧道",
        "大桥",
        "支线机场",
        "通用机场",
        "快速路",
        "立交",
        "管道",
        "电站",
        "水电站",
    )
)
_KINDS = _CLASSES | {"机场", "工程", "项目"}
_MERE = re.compile("境内|在建|新建|新开工|已建成|的")
_WIDE = frozenset(("Province", "Country"))
_DO = re.compile("实施|开展|启动")
_SITES = re.compile("(?:基地|园|园区|平台|系统|中心|示范区|试验区|产业带|研究院|一张网|数据库|网)(?:“|”)?$")
_NOT_OWN = re.compile("^(?:专项|联合|重点|综合|执法|三年|攻坚|提升)*(?:行动|计划|工程|项目)?$")
_GRAND = "(?:国家|全国|省级|世界|\\d|[一-鿿]{6})"
_CLAUSE = re.compile(
    "，|举行|召开|亿元|万元|今年|年内|还有|[！!]|以(?<=^以)(?=.{1,10}为)|要求|负责|通过|根据|按照|围绕|依托|打通|执法|为基础|配套建设|布局|设立|甲方|乙方|项目建设|与(?<=^与)|同(?<=^同)"
    "|在(?:(?<=^在)(?!建)|(?<=[一-鿿]在)(?<![存内]在)(?![建线岸]))"
    f"|建设(?:[的和、项]|(?<=[一-鿿]建设){_GRAND})|(?:创建|争创|打造)(?<=[一-鿿]..){_GRAND}"
)
"""What no name holds; every branch begins with a character, so that it is looked for fast."""
_DATED = re.compile("(?:到|截至)?\\d{4}年(?:底|末|前|内)*")
"""2025年高速公路通车里程: the year is no part of a name."""
_SPEEDING = frozenset(("加快", "推进", "推动", "加快推进"))
_OWNED = re.compile(
    "[省市县州](?:第[一二三四五]|人民|中心|妇幼保健|儿童|奥体|体育|文化|工人|青少年)?[一-鿿]{1,4}(?:馆|院|中心|剧场|公园|宫)(?:[一-鿿]?新[馆院区]{1,2}|[东西南北]院区|[一二三四五]期)?(?:工程|项目)?$"
)
"""省博物馆新馆, 市第一医院: the government has one of each."""
_ECONOMIC = re.compile("(?P<own>[一-鿿]{2,4})(?:经济开发区|经济技术开发区|高新技术产业开发区)")
"""Such a zone is named after its place, known or not."""
_WATER = re.compile("[一-鿿]{2,4}(?<![一排支毛斗灌输引供调])(?:渠|灌区)[一-鿿]{0,8}(?:工程|项目)$")
"""长征渠引水工程: a work on a canal of its own name."""
_RIVER = re.compile(
    "(?!中小|黑臭|农村|城市|重点|主要|入海|内河|跨界|界河|骨干)[一-鿿]{2,3}(?<![大小各条段域])[河江湖溪沟渠](?:[一-鿿]{1,4}段)?"
    "(?:综合|生态|防洪|河道|水系|水环境|堤防|清淤|岸线|疏浚|护岸|提升|系统)*(?:治理|整治|修复|改造|疏浚|清淤|护岸|防洪|提升)(?:工程|项目)$"
)
"""西河下游段综合治理工程: a work on a river of its own name."""
_STRETCHED = re.compile("[一-鿿]{2,}(?:高铁|铁路|高速公路|高速|公路|航道)[一-鿿]{2,8}段$")
"""沿江高铁荆宜段."""
_STREET = re.compile(
    "(?!城市|城区|农村|市政|乡村|主要|重点|省际|县乡)[一-鿿]{2,5}(?:(?<![道公铁线思出网水陆])路|大街|大道|绕城|高架|环路)"
    "(?:[东南西北中]段|[东南西北]延(?:伸)?|[一-鿿]{2,6}段)?(?:快速化|综合|提升|拓宽|升级|[一二三四五]期)*(?:改造|扩建|整治|拓宽|改扩建|新建|建设|工程)+$"
)
"""东风路北段快速化改造: something is done to a street of its own name."""
_STAGED = re.compile("[一二三四五六七八九十\\d]期(?:工程|项目)?$")
_FAMED = re.compile(
    "(?:(?:创新|研究|交易|结算|算力|超算)中心|研究院|实验室|产业园|科技园|工业园)(?:[一二三四五六七八九十\\d]期)?(?:工程|项目)?$"
)
"""Of these a text builds one, if it says what for, or a stage."""
_HELD = re.compile("(?:论坛|大会|展览会|文化节|旅游节|艺术节)$")
_CARRIED = re.compile(".{2}(?:铁路|高铁|公路|航道|运河|水道)(?:货运|客运)?$")
_JOINED = re.compile("[和与及、的]")


class Context(NamedTuple):
    """What is known where the name stands: the verb, who undertakes it, whether projects are being listed.

    ``nearby`` are the places the paragraph is headed with, ``site`` the one of them where its works stand, ``governing``
    that of the sentence's head, ``sentence`` where that stands; ``sited`` where the subjects only tell the site (在A市建设…).
    """

    verb: str = ""
    subjects: tuple[PlaceMentionFact, ...] = ()
    nearby: tuple[PlaceMentionFact, ...] = ()
    listed: bool = False
    works: bool = False
    governing: tuple[PlaceMentionFact, ...] = ()
    sentence: Span = Span(0, 0)
    site: tuple[PlaceMentionFact, ...] = ()
    sited: bool = False


def own_places(ground: Ground, name: Name) -> list[PlaceMentionFact]:
    """The mentions printed in the name, of great regions none."""
    known: list[PlaceMentionFact] | None = ground.own.get(name.pieces)
    if known is None:
        macro = lexicon().macro
        known = [place for piece in name.pieces for place in ground.within(*piece) if place.text not in macro]
        known = [place for place in known if place.code or not _is_pair(ground, place)]
        ground.own[name.pieces] = known
    return known


def _is_pair(ground: Ground, place: PlaceMentionFact) -> bool:
    """Whether the two characters before 高铁 name a line's two ends rather than a region (渝西高铁 goes from 重庆 to 西安)."""
    return place.span.end - place.span.begin == 2 and ground.plain.startswith(("高铁", "铁路", "高速"), place.span.end)


def before_head(ground: Ground, name: Name) -> str:
    """The characters before the last head noun."""
    text = name.text(ground).replace("(", "（").replace(")", "）")
    at = text.rfind(name.head)
    return text[:at] if at >= 0 else text


def is_named(ground: Ground, name: Name, context: Context) -> bool:
    """Whether ``name`` is a proper name where it stands."""
    lex = lexicon()
    text = _curled(name.text(ground))
    if (
        not 3 <= len(text) <= 60
        or text[0] in "（("
        or (lex.amount.match(text) and not _COUNTED.match(text))
        or _CLAUSE.search(text)
    ):
        return False
    if (text[0] in "第到截" or text[0].isdecimal()) and _is_dated(text, name.head):
        return False
    before = before_head(ground, name)
    if _is_torn(ground, name) or _UNNAMED.match(text) or (name.head in _CLASSES and _is_class(ground, name, before)):
        return False
    if name.listed or _STREET.match(text) or _STRETCHED.match(text):
        return True
    if name.head and name.head not in lex.heads:
        placed = bool(own_places(ground, name) or context.subjects or lex.short_region.match(text) or _TOWN.match(text))
        if _RELATION.fullmatch(before) and context.verb in lex.changing:
            return True
        return bool(before) and is_facility(before, name.head, context.verb, placed)
    if _SCALED.match(text):
        return True
    if name.head in _FAIRS and context.verb in ("办好", "举办", "承办") and not lex.national.match(text):
        return False
    if not (name.head in lex.nouns and name.head in text) and not lex.head.search(text):
        return context.works and (ground.starting(name.pieces[0].begin) is not None or is_line(text))
    if own_places(ground, name) or (lex.groups.match(text) and len(before) > 3):
        return bool(before) or _ROUTE.match(text) is not None
    if (_RELATION.fullmatch(before) and name.head in lex.closed) or _in_town(text, name, context):
        return True
    if _NATIONAL.search(text) or _QUOTED.search(text) or _ROUTE.search(text) or _COUNTED.match(text):
        return True
    return _by_head(text, before, name, context)


def _is_dated(text: str, head: str) -> bool:
    """Whether it is an event of its year, or a year stands before the head."""
    dated = _DATED.match(text)
    return _EDITION.match(text) is not None or (dated is not None and text.startswith(head, dated.end()))


def _curled(text: str) -> str:
    """``text`` with straight quotes bent."""
    return re.sub('"([^"]*)"', "“\\1”", text) if '"' in text else text


def _is_class(ground: Ground, name: Name, before: str) -> bool:
    """Whether only a province or a great region stands before a kind of works (甘肃高速公路, 西部支线机场)."""
    own = [place for piece in name.pieces for place in ground.within(*piece)]
    whole = "".join(place.text for place in own)
    return bool(own) and _MERE.sub("", before) == whole and all(place.kind in _WIDE for place in own)


def _is_torn(ground: Ground, name: Name) -> bool:
    """Whether the name is the beginning of a quotation that goes on (“产业项目建设年”), or a great region's works of a kind."""
    raw = "".join(ground.plain[piece.begin : piece.end] for piece in name.pieces)
    if raw.count("“") > raw.count("”") and not ground.plain.startswith("”", name.pieces[-1].end):
        return True
    if name.head not in _KINDS or raw[0] not in "中西东华":
        return False
    macro = next((word for word in lexicon().macro if raw.startswith(word)), "")
    return bool(macro) and not strip_generic(raw[len(macro) : raw.rfind(name.head)].removeprefix("地区"))


def _in_town(text: str, name: Name, context: Context) -> bool:
    """Whether it is a town's work (玉泉街道污水处理厂扩容工程) or something built in one."""
    lex = lexicon()
    built = context.verb in lex.changing or (name.head in ("工程", "项目") and context.verb in lex.pushing)
    return built and _TOWN.match(text) is not None


def _by_head(text: str, before: str, name: Name, context: Context) -> bool:
    """Without a place: by what kind of head it is and what stands before it."""
    lex = lexicon()
    own = strip_generic(before)
    if _by_form(text, before, name, context):
        return True
    if context.verb in _ONE and name.head in ("工程", "项目", "通道") and not _JOINED.search(before):
        return len(own) >= (2 if name.head == "通道" else 4)
    if _FIRM.match(text) and context.verb and not _JOINED.search(before):
        return True
    if lex.national.match(text) and text.endswith(lex.national_heads):
        return True
    if PROPER.match(text) or (lex.short_region.match(text) and not _JOINED.search(before)):
        return True
    if _OWNED.match(text) and (context.verb in lex.changing or context.verb in _SPEEDING):
        return True
    if name.head in lex.branded and len(before) >= 2:
        return True
    if name.head == "专项行动" or (name.head == "行动" and context.verb.endswith("开展") and len(before) < 8):
        return False
    if name.head in lex.programme and name.head != "计划" and _DO.search(context.verb):
        return len(before) >= 4 and len(own) >= 2 and not _NOT_OWN.match(own)
    famed = _FAMED.search(text) and context.verb in lex.changing and not _JOINED.search(before)
    if famed and (len(own) >= 5 or _STAGED.search(text)):
        return True
    if _HELD.search(text) and context.verb.startswith(("办", "举办", "承办", "申办")) and len(own) >= 4:
        return True
    if (
        name.head in ("基地", "园区", "产业园", "综合体", "街区")
        and context.verb in lex.concrete
        and not _JOINED.search(before)
    ):
        return len(own) >= 4
    if _JOINED.search(before) and not (context.subjects and not context.nearby):
        return False
    if name.head in lex.closed and 2 <= len(own) <= 16:
        return True
    if name.head == "中心" and context.verb in _ONE and not _JOINED.search(before):
        return len(strip_generic(lex.kinds.sub("", before))) >= 4
    if name.head == "通道" and _CARRIED.search(before):
        return True
    if context.works and name.head in ("工程", "项目"):
        return len(own) >= 4
    if context.listed and name.head in ("通道", "大通道", "走廊", "枢纽", "园区", "产业园区", "产业园", "开发区"):
        return len(own) >= 2
    if context.subjects or context.nearby:
        return _SITES.search(text) is not None and len(own) >= 2
    return False


def _by_form(text: str, before: str, name: Name, context: Context) -> bool:
    """By a form that only proper names have: a stage of something, a zone of the kind named after a place, part of a work."""
    lex, own = lexicon(), strip_generic(before)
    if _STAGED.search(text) and not _JOINED.search(before):
        noun = lex.head.search(text)
        if (context.verb in lex.changing and len(own) >= 2) or (noun is not None and noun[0] in lex.closed and own):
            return True
    zone = _ECONOMIC.fullmatch(text)
    if zone is not None and strip_generic(zone["own"]) == zone["own"] and not lex.industry.search(zone["own"]):
        return True
    if name.head not in ("工程", "项目") or _JOINED.search(before):
        return False
    return bool(_WATER.match(text) or _RIVER.match(text) or _of_work(before))


def _of_work(before: str) -> bool:
    """Whether a work with a word of its own stands before 工程: 跨海大桥主体工程 has none, 青云水库工程 has."""
    noun = lexicon().head.search(before)
    return noun is not None and noun[0] in lexicon().closed and len(strip_generic(before[: noun.start()])) >= 2


def _is_phrase(text: str) -> bool:
    """Whether ``text`` tells a kind or a number of works, or is a clause."""
    return bool(_UNNAMED.match(text) or _CLAUSE.search(text) or lexicon().amount.match(text))


def is_like(ground: Ground, name: Name) -> bool:
    """Whether ``name``, in a list most of whose items are proper names, is one too: a facility with a word of its own."""
    text, before = _curled(name.text(ground)), strip_generic(before_head(ground, name))
    if name.head not in lexicon().closed or _is_phrase(text):
        return False
    return 2 <= len(before) <= 12 and not _JOINED.search(before) and not _is_class(ground, name, before)


def is_called(ground: Ground, name: Name) -> bool:
    """Whether ``name``, in a list that the text calls projects and most of whose items are proper names, may be one too."""
    text = _curled(name.text(ground))
    if not 4 <= len(text) <= 40 or _is_phrase(text):
        return False
    own = strip_generic(lexicon().kinds.sub("", text.removesuffix("项目").removesuffix("工程")))
    return len(own) >= 3 and not _is_class(ground, name, before_head(ground, name))


def is_short(ground: Ground, name: Name, names: tuple[Name, ...]) -> bool:
    """Whether ``name`` is one of three or more short words of their own that share a tail (水田、白云、长岭等产业园区)."""
    if len(name.pieces) != 2 or name.head not in _SHARED or len(names) < 3:
        return False
    chunks = [
        ground.plain[other.pieces[0].begin : other.pieces[0].end] for other in names if other.pieces[1:] == name.pieces[1:]
    ]
    own = len(chunks) > 2 and all(_OWN_WORD.fullmatch(chunk) and strip_generic(chunk) == chunk for chunk in chunks)
    return own and not any(lexicon().industry.search(chunk) for chunk in chunks)


def takes_subject(text: str, context: Context) -> bool:
    """Whether the undertaker belongs to the name (武汉 + 航天产业基地); a national name stands alone."""
    return bool(context.subjects) and not context.sited and not lexicon().national.match(text) and "“" not in text
