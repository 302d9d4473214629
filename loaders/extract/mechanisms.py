"""Mechanisms: standing joint bodies (联席会议, 联盟, 领导小组) and joint procedures (联防联控机制, 会商制度)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from loaders.extract.arranged import joint_procedures
from loaders.extract.events import balanced
from loaders.model import CleanText, EventFact, Identity, MechanismFact, Outline, PlaceMentionFact, Span

_BODY = (
    "联席会议制度|联席会议机制|联席会议|联席会制度|联席会(?!议)|(?<![东欧])联盟|联合办公室|联络办公室|合作办公室|联合会议|会商会|工作领导小组|领导小组|协调小组|推进小组"
    "|工作专班|专班|联合工作组|联合指挥部|指挥部|峰会制度"
)
_PROCEDURE = (
    "(?:联防联控|联防联治|联防联动|联防|联控|联治|联勤|联动|联合[\u4e00-\u9fff]{2,4}|会商|会晤|磋商|协同[\u4e00-\u9fff]{2}|[部厅]际协调|协调|协作|合作)"
    "(?:工作)?(?:机制|制度)"
)
_NOUN = re.compile(
    rf"(?=[联领协推工专指峰会磋部厅合])(?:{_BODY}|{_PROCEDURE})(?!制度|机制)(?!(?:会议)?纪要|成员|第[一二三四五六七八九十\d]|议定|会议|原则上|大会|章程|宣言|倡议|办法|细则|[\u4e00-\u9fff]{{0,4}}(?:工作站|分会|分站|基地))"
)
"""What a noun may begin with is asked first: it lets the search pass over other characters quickly."""
_HINT = re.compile("联|组|班|指挥部|会商|会晤|磋商|协商|协同|协调|协作|合作|峰会|互助")
"""What every noun of a body holds (联盟, 领导小组, 专班, 会商机制 …)."""
_LONGEST = 34
_RUN = re.compile(r"[\u4e00-\u9fff“”（）()、—\-·\d+]+$")
_FOUNDED = re.compile(
    r"^.*(?:建立健全|建立完善|建立|成立|健全|完善|组建成?|构建|设立|共建|筹建|形成|组成|执行)(?:了|起|并|由)?"
)
_USED = re.compile(
    r"^.*(?:创建|下设|实行|启动|(?:依托|推动|推进|支持|打造|加强|深入|发布|召开|出席|运用|利用|落实|实施|坚持|参加|加入|纳入|强化|深化|充分|发挥好?|鼓励|探索|牵头|用好|优化|拓展"
    r"|提请|报[请送告]?|经(?![济开信贸营])|协助|明确|调整|撤销|同意)(?=..|$(?<!推进)))(?!工作|办公室)"
)
"""Other verbs before a body, looked for where none of founding is: inside a name they stand too (优化生育政策工作领导小组)."""
_STEM = re.compile(
    r"^.*(?:(?:将|拟|要)建(?![设立筑成])|(?<![自缘])由|在|把|将(?!军)|以(?!来)|的|等|了|签[署订]|是(?=[本该此])|为(?!民)|并|和(?!田)|与|及|[，。“]|\d日|[两双三四五六七八九各]方(?=[\u4e00-\u9fff]{2}(?:机制|制度))|认真|切实|积极|进一步|统一|承[担办]|负责(?!人)|(?<=[位门])向|提出需|定期(?=召)|以下简称|下简称|简称|听取了?|决定|关于|通报了?|审议了?|讨论了?|确定|(?:将|拟|要)建(?!设|立)|宣誓)"
)
_MODIFIER = re.compile(
    r"^(?:高水平|高能级|产学研用?|企业|产业|行业|跨区域|跨部门|部门|部门间|工作|统筹|沟通|长效|常态化|有效|高效|日常|定期|相应|相关|有关|专门|专项|统一|多方|区域|各级|本级|[省市县区]级?|上述|该|本|其|立|的|组织|高层次|多层次|多部门|共同|新型|双方|各方|党政|政企|校企|对口|内部|社会|信息共享|主要|不健全|议事|全体|[一两二三四]次|[本此该历上下每]次|联合|稳定)*$"
)
_BARE = re.compile(
    r"(?:(?:党政|高层|合作|定期|工作|联合|日常)*(?:联席会议(?:制度|机制)?|会商(?:机制|制度)|会晤(?:机制|制度)|磋商(?:机制|制度))|(?:联合|合作)(?:工作组|办公室|指挥部|工作专班)|联络办公室|(?:合作|工作)?(?:协调|推进|领导)小组|(?:工作|合作|联合)专班)$"
)
_STANDING = re.compile(r"(?:[部厅]际|会商|会晤|磋商)")
"""Procedures that are meetings of somebody: they count under any name of their own."""
_LEVELS = re.compile("[省市县区州乡镇村](?:、[省市县区州乡镇村])+[两三四]级")
_WHOSE = re.compile(
    r"[江河湖岭]|流域|[上中下]游|左右岸|毗邻|接壤|[省市县区乡镇村]{2,3}三级|[（(]市、?区|[两三四五][省市县地]|[双三四]边"
)
"""Other procedures count where the name tells whose they are, by a place (淮河上游水量联合调度机制) or as neighbours."""
_SHARED = re.compile(r"联[防控治]|流域|[上中下]游|[省市县区]边界|毗邻|接壤|交界|[三四五六七八九十][省市县区]区")
"""协作机制 counts where it is that of neighbours."""
_ABBREVIATED = re.compile("[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云滇黔藏陕秦甘陇青宁新蒙内港澳]{2,4}$|[部厅]际")
_FOUNDS = re.compile(r"(?:建立|成立|健全|完善|组建|组成|构建|设立|形成|实行)")
_SESSION = re.compile(r"(?:首[次届]|(?:19|20)\d{2}(?:年度?|(?=[\u4e00-\u9fff]))|第[一二三四五六七八九十\d]+(?:届|次)(?:会议)?)")
_MANY = re.compile(r"\d+[大个]|这[一两二三四五六七八九十]+[项个大]")
_MATTERS = re.compile("(?:合作|发展|保护|建设|创新|治理|开发|改革|利用|安全)$")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_YEARLY = re.compile(r"(?:19|20)\d{2}年度?$")
_DONE = re.compile("(?:推进|推动|确定|发起|加入|参加|成立|建立|组建)$")
"""高效推进联盟…: a verb before the bare noun."""
_STANDS = re.compile(
    "..(?:联席会议?|会商会)$|..(?=(?:领导|协调|推进)小组(?:会议)?$)|^[一-鿿]{2,12}(?:经济[区带]|城市群|都市圈|区域|流域|地区|走廊)[一-鿿]{0,8}(?:座谈会|市长会议)$"
)
_ORGAN = re.compile(
    "([\u4e00-\u9fff]{2,24}(?:协调会|协作会|合作会|联席会|理事会|联盟|合作组织))(?=第[一二三四五六七八九十\\d]+[届次])(?=.*[长员席体事]会)"
)
"""…协调会第十六届市长联席会议: the body whose session it is."""
_MEETS = re.compile("会(?:议|商会)?(?:制度|机制)?$")
"""第三次…联席会议 is a session, 第三次…普查领导小组 a body."""
_PARTIES = re.compile(r"(?:[部省市县区校地院行厅警军]{2}|[双三四五六七八九各]方|两[地省市县]|[三四五六七八九][地省市])")


def extract_mechanisms(
    text: CleanText,
    identity: Identity,
    outline: Outline,
    events: Sequence[EventFact] = (),
    places: Sequence[PlaceMentionFact] = (),
) -> tuple[MechanismFact, ...]:
    """Standing joint bodies, each once: named, or told by their sessions, the ``events``.

    A name that says no more than what kind of body it is counts where the parties of an agreement found it.
    """
    found: dict[str, MechanismFact] = {}
    for body, event in _held(text, events):
        found.setdefault(body, MechanismFact(body, event.span))
    meetings = {event.title for event in events} | {work.title for work in identity.works}
    begins = {p.span.begin: p.span.end for p in places}
    told = identity.works if identity.main < 0 else identity.works[identity.main : identity.main + 1]
    agreed = any(work.kind == "Agreement" for work in told)
    for name, begin, founded in _names(text.text, begins):
        if (
            (_SESSION.search(name) and _MEETS.search(name))
            or name in meetings
            or not (_is_named(name, begin, begins, founded) or (agreed and founded and _stands_alone(name)))
        ):
            continue
        found.setdefault(name, MechanismFact(name, Span(begin, begin + len(name))))
    tails = {name[i:] for name in found for i in range(len(name) - 1)}
    for name, span in joint_procedures(text, identity, outline):
        if name not in tails and not any(name[i:] in found for i in range(len(name) - 1)):
            found[name] = MechanismFact(name, span)
    short = {
        name[i:]
        for name in found
        for i in range(1, len(name) - 3)
        if name.endswith(("联盟", "联席会议", "协调会", "协作会", "会商会"))
    }
    """京港澳高铁沿线旅游联盟 goes by 旅游联盟 too."""
    found = {name: f for name, f in found.items() if name not in short}
    return tuple(f for name, f in found.items() if not any(name + more in found for more in ("制度", "机制", "议")))


def _held(text: CleanText, events: Sequence[EventFact]) -> Iterator[tuple[str, EventFact]]:
    """The bodies that sessions are those of: 第三次…联席会议, 2021年…联席会议, …节暨…联席会议."""
    for event in events:
        yearly = _YEARLY.search(text.text, max(0, event.span.begin - 6), event.span.begin)
        if organ := _ORGAN.match(event.title):
            yield organ[1], event
            continue
        for session in event.title.split("暨"):
            body = _SESSION.sub("", session)
            counted = (body != session or session != event.title) and _SESSION.search(event.title)
            once = body.endswith("座谈会") and _YEAR.match(session)
            if ((counted and not once) or yearly) and _STANDS.search(body):
                yield body.removesuffix("会议") if body.endswith("小组会议") else body, event


def _stands_alone(name: str) -> bool:
    """What the parties of an agreement found together: a body without a name, or a joint procedure."""
    return bool(_BARE.fullmatch(name)) or bool(re.search(r"联合[\u4e00-\u9fff]{2,4}机制$", name))


def _is_named(name: str, begin: int, places: Collection[int], founded: bool) -> bool:
    """Whether the name tells whose or what for, beyond the kind of body; of procedures only joint ones count."""
    noun = _last_noun(name)
    if noun is None:
        return False
    modifier = name[: noun.start()]
    if (
        (noun.group() == "联盟" and _DONE.search(modifier))
        or _MANY.search(modifier)
        or ("+" in modifier and "（" not in modifier and "(" not in modifier)
    ):
        return False
    if len(name) < 5 or _MODIFIER.match(modifier):
        return bool(_PARTIES.fullmatch(modifier)) and bool(re.match(_BODY, noun.group()) or _STANDING.search(noun.group()))
    if noun.group() == "指挥部":  # one that is only named is an organ
        return founded
    if re.match(_BODY, noun.group()) or _STANDING.search(noun.group()):
        return True
    if re.match("协调|协作|合作", noun.group()):
        return bool(_ABBREVIATED.match(modifier) or (noun.group().startswith("协作") and _SHARED.search(modifier)))
    return bool(_WHOSE.search(modifier)) or any(begin + i in places for i in range(noun.start()))


def _last_noun(name: str) -> re.Match[str] | None:
    return next((m for m in _NOUN.finditer(name) if m.end() == len(name)), None)


def _names(text: str, places: dict[int, int]) -> Iterator[tuple[str, int, bool]]:
    """Names with where they begin, and whether a verb of founding stands before them."""
    reach = 0
    for hint in _HINT.finditer(text):
        if hint.start() < reach:
            continue
        line = text.find("\n", hint.start())
        reach = line if line >= 0 else len(text)
        free = text.rfind("\n", 0, hint.start()) + 1
        for noun in _NOUN.finditer(text, free, reach):
            run = _RUN.search(text, max(free, noun.end() - _LONGEST), noun.end())
            if run and run.start() <= noun.start():
                name, founded = _stripped(run.group(), noun.start() - run.start(), run.start(), places)
                yield name, noun.end() - len(name), founded
            free = noun.end()


def _stripped(run: str, head: int, at: int, places: dict[int, int]) -> tuple[str, bool]:
    """What of ``run`` (at offset ``at``, its noun from ``head`` on) is the name, and whether the verb before it founds."""
    verb = _FOUNDED.match(run[:head]) or _USED.match(run[:head])
    begin = verb.end() if verb else 0
    begin = _past_list(run, begin, head, at, places)
    while stem := _STEM.match(run[begin:head]):
        if stem.group().endswith(("和", "与", "“")) and _joins(run, begin, begin + stem.end(), at, places):
            break
        begin += stem.end()
    name = balanced(run[begin:])
    return name.lstrip("、）)”了的"), bool(verb and _FOUNDS.search(verb.group()[-6:]))


def _past_list(run: str, begin: int, head: int, at: int, places: dict[int, int]) -> int:
    """Behind the last 、, unless what it parts are places (延边、白山、通化旅游联盟) or stands in brackets."""
    marks = [i for i in range(begin, head) if run[i] == "、" and run.count("（", begin, i) == run.count("）", begin, i)]
    if not marks or _LEVELS.match(run, begin):
        return begin
    if all(i + 1 + at in places for i in marks) and begin + at in places:
        return begin
    return marks[-1] + 1


def _is_of_matters(run: str, cut: int) -> bool:
    """合作与发展联席会议: 与 joins what the body is for."""
    return _MATTERS.search(run, 0, cut - 1) is not None


def _joins(run: str, begin: int, cut: int, at: int, places: dict[int, int]) -> bool:
    """Whether 和 before ``cut`` joins two places, or the quote there opens inside a name."""
    if run[cut - 1] == "“":
        return cut - 1 > begin or "”" in run[cut:]
    return (cut + at in places and begin + at in places) or _is_of_matters(run, cut)
