"""The promises of an agreement, sentence by sentence, each under the heading it stands below."""

from __future__ import annotations

import re

from loaders.identify.signings import SIGNS
from loaders.model import CleanText, CommitmentFact, Identity, Outline, Part, Span
from loaders.sentences import sentences

_FORMAL = re.compile(
    r"宗旨|期限|附则|效力|生效|有效期|其[他它]|合作(?:原则|目标|背景|基础)|总体目标|指导思想|争议|保密|签署|文本|协议的?(?:变更|解除)|总则|联系|违约|定义|鉴于"
)
_ANOTHER = re.compile(r"(?:出炉|印发|出台|公布)$|工程$|项目$")
_TELLS = re.compile(
    r"召开|首次达成|协商一致|达成.{0,6}协议|共同签署|签署《|开启|据悉|介绍说?|表示[,，。]|代表[:：]|签[订署](?:时间|地点|日期)|[甲乙丙丁]\s*方[:：]"
)
_CLOSES = re.compile(
    r"代表|签[字章]|盖章|签[订署](?:时间|地点|日期)|[甲乙丙丁]\s*方\s*(?:[（(][^（）()]*[）)])?\s*(?:[:：]|$)|以下无正文|^(?:19|20|二)[^，。]{4,14}日$|一式[一二三四五六七八九两]+份"
)
_PARTY_DOES = re.compile("(?:[甲乙丙丁]方|双方|各方|[两三四五]地)[^，,]*[，,]")
_HEADINGS = 2
"""A report under one heading, its own headline, is told in sentences."""
_SHORT = 8
"""A title of so few characters is one with a full stop too (第四条 产业链互补。)."""
_TITLE = 20
"""A heading up to so many characters names a topic; a longer one, or one with its full stop, is a promise itself."""


def extract_commitments(text: CleanText, identity: Identity, outline: Outline) -> tuple[CommitmentFact, ...]:
    """The promises of the document's agreement, sentence by sentence, each under the heading it stands below.

    In a report that is there for another work the headings are not the agreement's.
    """
    if not any(w.kind == "Agreement" for w in identity.works):
        return ()
    carried = identity.main >= 0
    if carried and identity.works[identity.main].kind != "Agreement":
        return ()
    carried = carried and not _arranged(text, identity)
    noise = _CLOSES if carried else _TELLS
    out = []
    parts = _own(outline, carried) if carried or (identity.main < 0 and identity.works[0].kind == "Agreement") else []
    if not carried and len(parts) < _HEADINGS:
        parts = []
    for part in parts:
        promise = carried and _is_promise(text, part)
        topic = _topic(text, outline, part) if promise else part.title
        begin = part.heading.begin + _number(text.slice(part.heading)) if promise else part.heading.end
        end = part.span.end if not promise else max(part.heading.end, part.span.end)
        for span in sentences(text.text, begin, end):
            if carried and "。" not in text.slice(span) and _signs(text, span):
                break
            if not promise and _heads(text, span):
                topic = text.slice(span).rstrip("。：:")
                continue
            if not noise.search(text.slice(span)) and span.end - span.begin > 6:
                said = Span(span.begin + _number(text.slice(span)) * carried, span.end)
                out.append(
                    CommitmentFact(topic, text.slice(said), said, -1 if carried else _headed_by(outline, part, identity))
                )
    if not parts and not carried:
        out.extend(_told(text, identity))
    return tuple(out)


def _headed_by(outline: Outline, part: Part, identity: Identity) -> int:
    """The agreement whose title holds the words of the heading over ``part``, where a report tells of several; else -1."""
    works = [(i, work.title) for i, work in enumerate(identity.works) if work.kind == "Agreement"]
    while len(works) > 1:
        found = [i for i, title in works if len(part.title) > 3 and part.title in title]
        if len(found) == 1 or part.parent < 0:
            return found[0] if len(found) == 1 else -1
        part = outline.parts[part.parent]
    return -1


_ARRANGES = re.compile("(?:通知|要求|意见|安排)如下|(?:以下|如下)(?:意见|要求|事项|通知)")


def _arranged(text: CleanText, identity: Identity) -> bool:
    """Whether the headings are those of the notice that prints the agreement (…有关事项通知如下), which is not in the text."""
    lead = text.text[text.text.rfind("\n", 0, max(identity.body.begin - 1, 0)) + 1 : identity.body.begin]
    return identity.works[identity.main].issued_with is not None and _ARRANGES.search(lead) is not None


def _is_promise(text: CleanText, part: Part) -> bool:
    """A numbered sentence, no title: it ends its line with the full stop, goes on behind a comma or tells what a party does."""
    heading = text.slice(part.heading).rstrip()
    if len(part.title) > _TITLE or text.text[part.heading.end : part.heading.end + 1] in ("，", ","):
        return True
    if _PARTY_DOES.match(part.title):
        return True
    return heading.endswith(("。", "；")) and text.text[part.heading.end : part.heading.end + 1] in ("\n", "")


_NUMBER = re.compile(
    r"\s*(?:\d+(?:\.\d+)+|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十\d]+[条章款]|[①-⑳])\s*"
)


_RUN_ON = re.compile(r"[^，。；\n]{2,12}第[一二三四五六七八九十\d]+条\s*")
"""第一章总则第一条…, on a page that has lost its line breaks."""


def _number(heading: str) -> int:
    """The length of the heading's number."""
    match = _NUMBER.match(heading)
    if match and (more := _RUN_ON.match(heading, match.end())):
        return more.end()
    return match.end() if match else 0


def _topic(text: CleanText, outline: Outline, part: Part) -> str:
    """The nearest heading above that is a title, no sentence."""
    at = part.parent
    while at >= 0 and _is_sentence(text, outline.parts[at]):
        at = outline.parts[at].parent
    return outline.parts[at].title if at >= 0 else ""


def _is_sentence(text: CleanText, part: Part) -> bool:
    return len(part.title) > _SHORT and text.slice(part.heading).rstrip().endswith(("。", "；"))


def _signs(text: CleanText, span: Span) -> bool:
    """A line of the signature block: a name, no sentence."""
    line = text.slice(span)
    return len(line) <= 60 and not re.search(r"[，；。、]", line) and bool(_CLOSES.search(line) or _ORGAN.search(line))


_ORGAN = re.compile(
    r"(?:人民政府|政府|公司|集团|大学|学院|银行|委员会|[局厅部委院])(?:[（(]?[盖签]?章?[）)]?)*\s*(?:(?:19|20)\d{2}年.*)?$"
)


def _own(outline: Outline, carried: bool) -> list[Part]:
    """The innermost headings of the agreement's substance; in a report, up to the one that opens another work."""
    out: list[Part] = []
    inner = {part.parent for part in outline.parts}
    formal: set[int] = set()
    for i, part in enumerate(outline.parts):
        if not carried and part.level == 1 and _ANOTHER.search(part.title):
            break
        if part.parent in formal or (len(part.title) <= _TITLE and _FORMAL.search(part.title)):
            formal.add(i)
        elif i not in inner:
            out.append(part)
    return out


_WORK = "(?:协议书?|协约|协定|行动计划|备忘录|合作事项|意向书|宣言|倡议书?)"
_PROMISE = re.compile(
    rf"^(?:根据|按照|依据)(?:该|上述|这份|两份)?[《“]?[^，。》”]{{0,30}}{_WORK}"
    rf"|^(?:同时[，,]|此外[，,])?在(?:该|上述|合作)?[《“]?[^，。》”]{{0,16}}(?:框架|{_WORK})[》”]?(?:框架)?(?:协作)?[之以]?下[，,]"
    rf"|{_WORK}[》”]?[，,]?(?:还|中|将|还将|主要)?(?:明确|提出|约定|规定|商定|议定|指出|要求|涵盖|包括|包含|囊括|确定|确立|涉及|聚焦|实行|为期)(?!的)"
    rf"|{_WORK}[》”]?[^，。]{{0,24}}(?:达成了?(?:共识|一致)|内容(?:包括|涵盖|为|有)|从[^，。]{{4,60}}方面)"
    rf"|^(?:据了解[，,]|据悉[，,]|据介绍[，,])?[^，。；签订》]{{0,16}}?[《“]?{_WORK}[》”]?(?:以|围绕|就|结合|从|本着|旨在)[^。]*?(?:将|明确|提出|约定|规定|建立|开展|加强)"
    r"|^(?:同时[，,]|此外[，,])?在《[^》]{4,60}》中[，,]|^(?:据悉[，,]|同时[，,]|此外[，,]|未来[，,])?[\u4e00-\u9fff]{2,12}[与和][\u4e00-\u9fff]{2,12}?(?:还)?将(?![军签])"
    rf"|{_WORK}在[^。]{{4,80}}[作做][出了]+(?:约定|规定|安排)"
    rf"|{_WORK}[》”]?(?:还|同时|并)?[对就][^。，]{{2,40}}(?:提出|[作做]出|明确|进行)"
    r"|(?:[两三四五六七八九十]|双|各)(?:方|地|省|市|县|区|城)(?:还|一致|共同)*(?:约定|商定|议定|同意|承诺|分别指定)"
    r"|(?:[两三四五六七八九十]|双|\d{1,2})个?(?:方|地|省区?|市|县|片?区|城市?|州|盟|旗|镇|校|院|局|部门|单位|家|港)[^，。]{0,12}?(?:将(?!军)|(?:还|将|都)会|会(?=一起|共同|联合))|各方将"
)
_OF_SIGNING = re.compile("将(?:正式|共同|现场|在[^，。]{2,12})?签[署订约]|协议的?签[署订约][^。]{0,60}(?:标志|意义|意味)")
"""Tells that or why it is signed, not what it says."""
_WEIGHS = re.compile(
    "(?:此[次份项]|这[次份项]|本次)?(?:合作|签约|签署|协议|携手)[^。，]{0,8}(?:标志着?|意味着|掀开|翻开|揭开|开启|拉开|迈[出入])"
)
"""What the signing means, whatever the sides then strive for."""
_ATTRIBUTE = re.compile("的|(?:合作)?协议(?:的?[双三四各]方|后)")
"""两市签署的《…》, 签订协议三方: the signing is only mentioned."""
_SAID = "(?:还|中|将|还将|主要)?(?:明确|提出|约定|规定|商定|议定|指出|要求|确定|确立|包括|建立)"
"""What an agreement does by its words."""
_NOUN = re.compile("行动计划|备忘录|合作事项|意向书|宣言|倡议")
_GOES_ON = re.compile(
    r"^其中包括|^到(?:20\d{2}|“?十[一二三四五六]五”?末)年?[，,底末]|^[^，。]{2,24}，将(?!军)|^(?:同时|此外|另外|其中(?!包括)|首先|其次|再次|最后|一是|二是|三是|四是|五是|双方还|并)[^。]*?(?:将|要|推进|推动|加快|加强|建立|设立|定期|共办|共建|开展)"
    r"|^(?:共同|联合|相互|协同|积极|及时|定期)?(?:建立|加强|推进|推动|开展|实施|支持|加快|完善|深化|发挥|鼓励|探索|强化|搭建|打造|构建|促进|提升|健全|落实|组织|发现|合作|共建|共享)"
    r"|^[^，。]{2,24}(?:将|应)(?!军|是|该)|^(?:[双各两三四五]方|[两三四五六七八九十][地市县区省校院])(?=建|设|加|推|开|共|联|定|互|每|按|成|指|要|可|同意|支持|协|深)"
)
_ELSE = re.compile("表示|认为|指出|介绍|强调|标志|希望|当[天日]|会[上后前议]|仪式|座谈|近年|目前|据[了悉]|来源|记者")
"""Somebody speaks, or something else is told."""
"""The next sentence of the same paragraph goes on telling it."""


def _told(text: CleanText, identity: Identity) -> list[CommitmentFact]:
    """Without headings: the sentences that tell what the agreement says."""
    out: list[CommitmentFact] = []
    before = ""
    own = _own_noun(identity)
    for span in sentences(text.text, identity.body.begin, identity.body.end):
        said = text.slice(span)
        on = out and out[-1].span.end in (span.begin - 1, span.begin) and text.text[span.begin - 1] != "\n"
        if (found := _PROMISE.search(said) or (own and own.search(said))) and not _tells_only(said, found):
            out.append(CommitmentFact("", said, span, _whose(said, identity, before)))
        elif (_next_paragraph(text, out, span) and _ASPECT.match(said)) or (
            not _ELSE.search(said)
            and ((on and _GOES_ON.search(said)) or (_next_paragraph(text, out, span) and _BOTH.search(said)))
        ):
            out.append(CommitmentFact("", said, span, out[-1].work))
        if out and out[-1].span == span and _ANNOUNCES.search(said):
            out[-1:] = _headed(text, span.end, identity.body.end, out[-1].work) or out[-1:]
        before = said if text.text[span.end : span.end + 1] != "\n" else ""
    return out


def _own_noun(identity: Identity) -> re.Pattern[str] | None:
    """《…意见》明确: where an agreement goes by the name of a paper that authorities issue too."""
    titles = (work.title for work in identity.works if work.kind == "Agreement")
    nouns = {title[-2:] for title in titles if title.endswith(("意见", "办法", "方案", "细则", "纪要", "机制", "制度"))}
    return re.compile(f"《[^》]{{0,40}}(?:{'|'.join(sorted(nouns))})》{_SAID}") if nouns else None


_BOTH = re.compile("由?(?:[双各两三四]方|[两三四]地)[^，。]{0,16}?(?:共同|联合|分别|各自|按[照比]|出资|负责|共享|分享)")
"""Both sides do it."""
_ASPECT = re.compile("在[^，。]{2,24}(?:方面|领域)[，,](?:还|也)?(?:将|共同|推动|推进|加强|开展|建立)")
"""在…方面，将…: one paragraph for each field of the cooperation."""


def _next_paragraph(text: CleanText, out: list[CommitmentFact], span: Span) -> bool:
    """Whether ``span`` opens the paragraph right below one that ends with a promise."""
    between = text.text[out[-1].span.end : span.begin] if out else ""
    return "\n" in between and not between.strip()


_ANNOUNCES = re.compile(r"(?:[\d一二三四五六七八九十]个?(?:方面|领域)|以下|如下)[^。]{0,12}[。：:]$|[:：]$")
_RUN_IN = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,2}是|(?![\d（(第]|[一二三四五六七八九十]{1,2}、))(?P<topic>[^，。；：:,\n]{4,16})[。：:](?=[^\n]{10})"
)


def _headed(text: CleanText, begin: int, end: int, work: int) -> list[CommitmentFact]:
    """The promises of the paragraphs right below an announcement (做好8个方面的工作), each behind its run-in heading."""
    out: list[CommitmentFact] = []
    at = text.text.find("\n", begin, end) + 1
    while begin < at < end and (head := _RUN_IN.match(text.text, at, end)):
        line = text.text.find("\n", at, end)
        stop = line if line >= 0 else end
        said = (span for span in sentences(text.text, head.end(), stop) if span.end - span.begin > 6)
        out.extend(CommitmentFact(head["topic"].strip(), text.slice(span), span, work) for span in said)
        at = stop + 1
    return out


def _heads(text: CleanText, span: Span) -> bool:
    """A run-in heading: a few words with a full stop that open a paragraph which goes on (共同防治污染。开展…)."""
    opens = text.text[max(0, span.begin - 1) : span.begin] in ("", "\n")
    goes_on = text.text[span.end : span.end + 1] not in ("", "\n")
    said = text.slice(span)
    return (
        opens
        and goes_on
        and len(said) <= _TITLE - 2
        and said.endswith("。")
        and not re.search("[，,、]|[双各]方|[甲乙丙]方|将", said)
    )


def _tells_only(said: str, found: re.Match[str]) -> bool:
    """A headline, or a sentence that tells of the signing, whatever it says the sides will do then."""
    if said.rstrip()[-1] not in "。；;！”" or _OF_SIGNING.search(said) or _WEIGHS.search(said):
        return True
    return any(_ATTRIBUTE.match(said, verb.end()) is None for verb in SIGNS.finditer(said, 0, found.start()))


def _whose(said: str, identity: Identity, before: str) -> int:
    """The agreement that the sentence names, in full or by its noun (行动计划提出), or the one ``before`` it; else -1."""
    agreements = [(i, work.title) for i, work in enumerate(identity.works) if work.kind == "Agreement"]
    named = [i for i, title in agreements if title in said]
    noun = _NOUN.search(said)
    named += [i for i, title in agreements if noun and noun[0] in title]
    if not named and len(agreements) > 1:
        named = [i for i, title in agreements if title in before]
    return named[0] if named else -1
