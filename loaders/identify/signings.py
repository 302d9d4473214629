"""Agreements that a text says were signed: 签署了《…协议》, 签订战略合作协议, …协议签约仪式."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.identify.genres import kind_of
from loaders.model import Span, WorkIdentity

SIGNS = re.compile(
    r"签署|签订|签定|签下|签约|会签(?=了?《)|(?:制[订定]|订立)(?=了[^，。；]{0,12}(?:协议|协约))|达成|缔结|(?:共同|联合)(?:发布|发表|发起)(?=了?《[^《》\n]{2,60}(?:宣言|倡议|倡议书|共识|公约)》)"
)
"""Verbs of signing; a declaration is published together."""
_QUOTED = re.compile(
    r"[^，。；：《》\n]{0,16}?(?P<all>《[^《》\n]{4,80}》(?:(?:[、和及以]{0,2}|(?:和|及|以及)[^，。；：《》签\n]{1,14})《[^《》\n]{4,80}》){0,40})"
)
_COUNTED_OFF = re.compile(
    r"(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]{1,4}[个项份][^，。；《》\n]{0,8}(?:协议|备忘录)(?:书)?(?:分别)?(?:为|是|包括|有)[:：]?(?P<all>《[^《》\n]{4,80}》(?:[、和及以]{0,2}《[^《》\n]{4,80}》){0,40})"
)
_TITLE = re.compile(r"《([^《》\n]{4,80})》")
_BARE = re.compile(
    r"(?P<of>了|下|的)?+(?P<title>(?!.{0,12}(?:一批|系列|若干|多项|有关|相关|并签|签订|签署|劳动|购销|买卖|订单|租赁|投资项目))"
    r"[\u4e00-\u9fff“”\d（）()—·+-]{2,40}?(?:协议书?|备忘录|意向书|议定书|协约|协定|合作框架(?=等|[，。,])))(?![\u4e00-\u9fff]?[《》])"
)
_MORE = re.compile(
    r"(?:、|和|及|以及)(?P<title>[\u4e00-\u9fff“”\d（）()—·+-]{4,40}?(?:协议书?|备忘录|意向书|议定书|协约|协定))"
)
"""…战略合作协议和…战略合作协议: another title behind the first."""
_SIGNED_BY = re.compile(
    r"(?:^|[，,。；;：:\n])(?:其中[，,])?(?P<title>[\u4e00-\u9fff“”\d（）()—·+-]{4,40}?(?:协议书?|备忘录|意向书|议定书|协约|协定))[，,]由[^。；\n]{4,120}?(?:共同|联合|分别)*$"
)
"""…框架协议，由A、B共同签约: the title before those who sign."""
COUNTED = re.compile(r"[\d一二三四五六七八九十]+[份个项点条大]|[”“]?[\d一二三四五六七八九十]+\+")
_CEREMONY = re.compile(r"(?P<title>[\u4e00-\u9fff“”]{0,40}(?:协议|备忘录))(?:签约|签署|签字|签订)仪式")
_JOINT = re.compile("合作|协作|协同|共建|共享|一体化|同城化|联动|毗邻|(?:倡议|宣言|共识|公约)(?:书)?$")
"""Whatever is signed under such a title is agreed (《…重点合作事项》, 《…倡议》), unless it is a contract or a law."""
_ISSUED = re.compile("(?:法|条例|规划|纲要|意见|决定|通知|办法|规定|方案|细则|报告)$")
"""Issued by an authority, not signed, even where parties that sign go by it."""
_SETTLED = re.compile("(?:意见|办法|方案|细则|规定|纪要|制度|机制|规则|要点)$")
"""What peers settle on how they work together goes by such names too: 甲院、乙院会签《…协作机制的意见》."""
_SIGN = ("签署", "签订", "签定", "会签")
_PEERS = re.compile(
    "[与和同、及]|(?:[两三四五六七八九双各]|[\\d一二三四五六七八九十]{1,3}家)(?:方|地|省|市|区|县|院|校|单位|部门)"
)
_FUTURE = re.compile(
    r"将(?!军)|拟|推动|鼓励|支持|争取|尚未|未(?!来)|待|引导|加快|探索|筹备|计划(?!单列)|适时|尽快"
    r"|可以|应当?|[必务无]?须|需|督促|依法|按照规定|不得|促成$|推进"
)
_MATTER = re.compile(
    "(?:联[防控治动勤合]|合作|共[建治享管护]|协[作同]|发展|战略|框架|补偿|产学研|帮扶|支援|互认|一体化|同城化|友好|毗邻|跨[省市县区界])[^，。；《》]{0,10}"
    "(?:协议书?|备忘录|意向书|议定书|协约|协定)$|(?:共建|共享).*合作框架$"
)
"""A title without 《》 says at least so much."""
_NEIGHBOURS = re.compile("(?:联防|联控|联治|互助)(?:合作)?(?:协议书?|备忘录|议定书)$")
"""What neighbours sign; in a plan it is a task to sign one."""
_TRADE = re.compile(
    "采购|投资|贷款|授信|融资|合资|入驻|落户|订购|认购|供应|销售|买卖|代理|加盟|施工|设计|建设协议|转让|出让|征收|拆迁|补偿安置|保密|廉[政洁]|责任书|用工|就业协议|入园|招商|项目协议|^(?:共同|初步|一致|口头|书面|了|的|这|该|此|上述)*(?:有关|相关|一系列|多个)?(?:协议书?|备忘录|意向书|协定)$"
)
"""What companies sign in their business."""
_ROW = re.compile("、[一-鿿]{2,9}[省市县区州盟旗](?:[，,][一-鿿]{2,12}[省市县区州盟旗]){1,8}(?:共同|联合|正式|分别)*$")
"""甲市、乙市，丙市签署: a row of places over two clauses."""
_PARTED = re.compile(
    r"^.*(?:公司|集团|政府|大学|学院|银行|委员会|[省市县区厅局委部院]|(?<![社机])会)(?=[\u4e00-\u9fff“]{0,24}(?:协议|备忘录|协定)$)"
)
_PIECE = re.compile("(?:(?!(?:协议|备忘录|协定)[、和]).)+(?:协议|备忘录|协定)")
_MET = re.compile("(?:会|会议|论坛|仪式)$")
"""A与B座谈会暨…协议签约仪式: the ceremony is part of a meeting."""
_MEETING = re.compile(
    "(?:座谈|会议|会上|论坛|仪式|召开|举行|磋商|商讨|会商|协商|协作会)[^。\\n]{0,60}[，,]$|[双各两三]方[^。\\n]{0,40}[，,]$"
)
_ADVERBS = re.compile("(?:成功|正式|共同|现场|一致|当场|集中|随后|并|还|同时|最终|联合|分别|先后|陆续|又|今天|今日|当[天日])*")
"""会议讨论了…，签署了…协议: those who met sign."""
_REACH = 40
_LONG = 170
_SAYS = 6
"""So long a title without 《》, as headlines have it, is that of the longer one that ends so; 合作协议 may be any."""


def signed_agreements(text: str, known: list[WorkIdentity], report: bool = False) -> list[WorkIdentity]:
    """The agreements whose signing ``text`` (a ``report`` or another) tells, in reading order, without those ``known`` already.

    One that is only to come (将签署, 推动签订) is none.
    """
    titles = {w.title for w in known if w.kind == "Agreement"}
    found: list[tuple[WorkIdentity, frozenset[str]]] = []
    for title, begin, sides in _told(text, report):
        if any(old.endswith((title, title.removesuffix("书"))) for old in titles):
            continue
        alike = [theirs for work, theirs in found[-_MANY:] if work.title.removesuffix("书") == title.removesuffix("书")]
        if not alike or all(_others(sides, theirs) for theirs in alike):
            found.append((WorkIdentity("Agreement", title, Span(begin, begin + len(title)), carried=False), sides))
    longer = [(w.title, frozenset[str]()) for w in known] + [(work.title, sides) for work, sides in found[:_MANY]]
    return [
        work
        for work, sides in found
        if len(work.title) < _SAYS
        or all(_others(sides, theirs) for title, theirs in longer if title != work.title and title.endswith(work.title))
    ]


_MANY = 40
"""So many agreements of a report are compared with each other."""
_SIDES = re.compile("[与和同、及]|共同|分别|正式")
_RANK = re.compile("(?:人民政府|政府|[省市县区])+$")


def _sides(before: str) -> frozenset[str]:
    """The names of the two who sign, without what tells their rank; none where only 双方 stands there."""
    names = frozenset(bare for name in _SIDES.split(before) if len(bare := _RANK.sub("", name.strip()) or name.strip()) > 1)
    return names if len(names) > 1 else frozenset()


def _others(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether nobody of ``one`` is of ``two``: two agreements of one title, not one told twice."""
    return bool(one and two) and not any(a in b or b in a for a in one for b in two)


def _told(text: str, report: bool) -> Iterator[tuple[str, int, frozenset[str]]]:
    """Titles with where they begin and the names before the verb."""
    if report:
        yield from ((title, at, frozenset()) for title, at in _counted_off(text))
    for verb in SIGNS.finditer(text):
        before = _clause_before(text, verb.start())
        if _FUTURE.search(before):
            continue
        if quoted := _QUOTED.match(text, verb.end()):
            for named in _TITLE.finditer(quoted["all"]):
                if _is_agreement(named[1]) or (_settles(verb[0], named[1]) and _by_peers(text, verb.start(), before)):
                    yield named[1], quoted.start("all") + named.start(1), _sides(before)
        elif bare := _BARE.match(text, verb.end()):
            if report and _ADVERBS.fullmatch(before):
                begin = verb.start() - len(before)
                before = "双方" if _MEETING.search(text, max(text.rfind("\n", 0, begin) + 1, begin - 2 * _REACH), begin) else ""
            several = _has_subject(before) or (report and bool(_ROW.search(text, max(0, verb.start() - _LONG), verb.start())))
            while bare and _says(bare["title"], report) and not COUNTED.search(bare["title"]) and several:
                yield bare["title"], bare.start("title"), _sides(before)
                bare = _MORE.match(text, bare.end())
        elif text.startswith("仪式", verb.end()):
            yield from ((title, at, frozenset()) for title, at in _before(text, verb.start()))
            yield from ((title, at, frozenset()) for title, at in _ceremony(text, verb.start()))
        else:
            yield from ((title, at, frozenset()) for title, at in _before(text, verb.start()))
            if by := _SIGNED_BY.search(text[max(0, verb.start() - _LONG) : verb.start()]):
                yield by["title"], max(0, verb.start() - _LONG) + by.start("title"), frozenset()


def _settles(verb: str, title: str) -> bool:
    """Whether a paper of this ``title`` is one that peers who sign it settle with each other."""
    return verb in _SIGN and bool(_JOINT.search(title) and _SETTLED.search(title))


def _by_peers(text: str, at: int, before: str) -> bool:
    """Whether several sign at ``at``: in the clause ``before`` the verb, or, where it only goes on, in the sentence."""
    if not _ADVERBS.fullmatch(before):
        return bool(_PEERS.search(before))
    low = max(0, at - _LONG)
    return bool(_PEERS.search(text, max(low, text.rfind("。", low, at) + 1, text.rfind("\n", low, at) + 1), at))


def _counted_off(text: str) -> Iterator[tuple[str, int]]:
    """10个合作协议分别为《…》《…》: titles told one by one behind their number."""
    for counted in _COUNTED_OFF.finditer(text):
        for named in _TITLE.finditer(counted["all"]):
            if _is_agreement(named[1]):
                yield named[1], counted.start("all") + named.start(1)


def _says(title: str, report: bool) -> bool:
    """Whether a ``title`` without 《》 says what is agreed."""
    return bool(_MATTER.search(title) or (report and (_NEIGHBOURS.search(title) or not _TRADE.search(title))))


def _before(text: str, at: int) -> Iterator[tuple[str, int]]:
    """《…协议》签署: the title right before the verb."""
    if at and text[at - 1] == "》":
        begin = text.rfind("《", max(0, at - 82), at) + 1
        if begin and _is_agreement(text[begin : at - 1]):
            yield text[begin : at - 1], begin


def _clause_before(text: str, at: int) -> str:
    """The characters of the clause before ``at``, at most so many as count."""
    window = text[max(0, at - _REACH) : at]
    return re.split(r"[，。；：,;:\n]", window)[-1]


def _has_subject(before: str) -> bool:
    """Somebody signs with somebody: two names, or both sides."""
    return bool(re.search(r"[与和同、及]|[两三四五六七八九双各]方|[两三四五六七八九][地市省县区]", before))


def _is_agreement(title: str) -> bool:
    if re.search(r"(?:劳动|承包|购销|租赁|聘用|服务)合同", title):
        return False
    kind = kind_of(title)
    return (kind is not None and kind[0] == "Agreement") or bool(_JOINT.search(title) and not _ISSUED.search(title))


def _ceremony(text: str, at: int) -> Iterator[tuple[str, int]]:
    """A与B…协议、C与D…协议签约仪式: the agreements without the names before each."""
    window = text[max(0, at - 2 * _REACH) : at]
    head = re.split(r"[，。；：,;:\n《》]", window)[-1]
    if not head.endswith(("协议", "备忘录", "协定")) or not _has_subject(head):
        return
    met, _, matter = head.rpartition("暨")
    head = matter if _MET.search(met) else head
    for piece in _PIECE.finditer(head):
        parted = _PARTED.match(piece[0])
        title = piece[0][parted.end() :] if parted else piece[0] if piece[0] == matter else ""
        title = title.removeprefix("举行").removeprefix("召开").removeprefix("举办")
        if len(title) >= 4 and "在" not in title:
            yield title, at - len(head) + piece.end() - len(title)
