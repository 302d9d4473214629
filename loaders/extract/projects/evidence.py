"""Whether a phrase names one undertaking: a place, a coined name, a route, a proper word before the head noun."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.extract.projects.endings import is_facility
from loaders.extract.projects.ground import Ground, curled
from loaders.extract.projects.kinds import CLASSES, CLAUSE, FIELDS, UNNAMED, is_class, is_dated, is_phrase, is_sum, is_torn
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
    "投运",
    "达产",
    "达产达效",
)
"""Said of one work, hardly of a kind of them."""
AGREED = frozenset(("签约", "落户", "引进"))
APPROVED = AGREED | {"批准", "批准设立", "获批"}
"""What is agreed upon or approved is one work."""
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
_ROUTE = re.compile("[GSX]\\d{1,4}(?!\\d)|[国省县]道\\d{2,4}|(?<!\\d)\\d{2,3}[国省县]道")
_SCALED = re.compile("年(?:产|加工|处理|生产|回收|屠宰|存栏|出栏)[\\d一二三四五六七八九十百]")
_COUNTED = re.compile("[二三四五六七八九十百\\d]+大.{2,}(?:工程|数据库|行动)")
_NATIONAL = re.compile(".{4}(?:全国|国家)(?:级)?(?:重点实验室|(?:技术|制造业|产业)创新中心|工程(?:技术)?研究中心)$")
_QUOTED = re.compile("“[^“”]{1,14}”")
_DO = re.compile("实施|开展|启动")
_SITES = re.compile("(?:基地|园|园区|平台|系统|中心|示范区|试验区|产业带|研究院|一张网|数据库|网)(?:“|”)?$")
_NOT_OWN = re.compile("^(?:专项|联合|重点|综合|执法|三年|攻坚|提升)*(?:行动|计划|工程|项目)?$")
_SPEEDING = frozenset(("加快", "推进", "推动", "加快推进"))
_OWNED = re.compile(
    "[省市县州](?:第[一二三四五]|人民|中心|妇幼保健|儿童|奥体|体育|文化|工人|青少年)?[一-鿿]{1,4}(?:馆|院|中心|剧场|公园|宫)(?:[一-鿿]?新[馆院区]{1,2}|[东西南北]院区|[一二三四五]期)?(?:工程|项目)?$|省[一-鿿]{4,10}中心$"
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
    that of the sentence's head, ``sentence`` where that stands; ``sited`` where the subjects only tell the site (在A市建设…);
    ``local`` where the text is a town's or county's.
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
    local: bool = False


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
    text = curled(name.text(ground))
    if (
        not 3 <= len(text) <= 60
        or text[0] in "（("
        or (lex.amount.match(text) and not _COUNTED.match(text))
        or CLAUSE.search(text)
    ):
        return False
    if (text[0] in "第到截" or text[0].isdecimal()) and is_dated(text, name.head):
        return False
    before = _BESIDES.sub("", before_head(ground, name))
    if name.head in ("工程", "项目") and is_sum(ground, name, before):
        return False
    if is_torn(ground, name) or UNNAMED.match(text) or (name.head in CLASSES and is_class(ground, name, before)):
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
    if not (name.head in lex.nouns and (name.called or name.head in text)) and not lex.head.search(text):
        return context.works and (ground.starting(name.pieces[0].begin) is not None or is_line(text))
    if own_places(ground, name) or (lex.groups.match(text) and len(before) > 3):
        return bool(before) or _ROUTE.match(text) is not None
    if (_RELATION.fullmatch(before) and name.head in lex.closed) or _in_town(text, name, context):
        return True
    if _NATIONAL.search(text) or _QUOTED.search(text) or _ROUTE.search(text) or _COUNTED.match(text):
        return True
    return _by_head(text, before, name, context)


_BESIDES = re.compile("[及和与](?:附属|配套|相关)[一-鿿]{0,4}$")
"""改扩建及附属工程: what else belongs to the work."""


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
    if _by_deed(text, before, name, context):
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


_LOCAL = re.compile("(?:产业园区?|工业园区?|科技园|物流园|园区|基地|生产线|综合体|街区|中心)$")


def _is_local(text: str, before: str, context: Context) -> bool:
    """Whether a town or county builds it: where a plan of the nation means a kind of site, theirs means one."""
    done = context.verb in lexicon().changing or context.verb in _SPEEDING or context.verb == "培育"
    return done and not _JOINED.search(before) and _LOCAL.search(text) is not None and own_word(before) >= 2


def _is_one(before: str, context: Context) -> bool:
    """Whether so much is said of a 项目 that is done that it can be but one; of a town's less is enough."""
    done = context.verb in lexicon().changing or context.verb in _SPEEDING
    if not done or _JOINED.search(before) or before.endswith(FIELDS):
        return False
    return own_word(before) >= (4 if context.local or _DO.search(context.verb) else 6)


def _by_deed(text: str, before: str, name: Name, context: Context) -> bool:
    """By what is done, which is done to one work rather than to a kind of them, or by whom."""
    own, joined = strip_generic(before), _JOINED.search(before) is not None
    if context.local and _is_local(text, before, context):
        return True
    if name.head == "项目" and _is_one(before, context):
        return True
    if context.verb in _ONE and name.head in ("工程", "项目", "通道"):
        return len(own) >= (8 if joined else 2 if name.head == "通道" else 4)
    if joined:
        return False
    return (context.verb in APPROVED and len(own) >= 4) or (bool(context.verb) and _FIRM.match(text) is not None)


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
    return bool(_WATER.match(text) or _RIVER.match(text) or of_work(before))


def own_word(before: str) -> int:
    """How many characters of ``before`` are left without the words that tell a kind."""
    return len(strip_generic(lexicon().kinds.sub("", strip_generic(before))))


def of_work(before: str) -> bool:
    """Whether a work with a word of its own stands before 工程: 跨海大桥主体工程 has none, 青云水库工程 has."""
    nouns = (noun for noun in lexicon().head.finditer(before) if noun[0] in lexicon().closed)
    return any(len(strip_generic(before[: noun.start()])) >= 2 for noun in nouns)


def is_like(ground: Ground, name: Name) -> bool:
    """Whether ``name``, in a list most of whose items are proper names, is one too: a facility with a word of its own."""
    text, before = curled(name.text(ground)), strip_generic(before_head(ground, name))
    if name.head not in lexicon().closed or is_phrase(text):
        return False
    return 2 <= len(before) <= 12 and not _JOINED.search(before) and not is_class(ground, name, before)


def is_called(ground: Ground, name: Name) -> bool:
    """Whether ``name``, in a list that the text calls projects and most of whose items are proper names, may be one too."""
    text = curled(name.text(ground))
    if not 4 <= len(text) <= 40 or is_phrase(text) or text.endswith(FIELDS):
        return False
    own = strip_generic(lexicon().kinds.sub("", text.removesuffix("项目").removesuffix("工程")))
    return len(own) >= 3 and not is_class(ground, name, before_head(ground, name))


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
