"""The parties of an agreement that a text tells of: who signs in the sentence, else who met or is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from loaders.extract.agreements.names import names_in, ranked
from loaders.extract.agreements.own import OwnSides
from loaders.identify.signings import SIGNS
from loaders.model import AgentMention, CleanText, PlaceMentionFact, Span
from loaders.numerals import number
from loaders.units import SUFFIX

_GROUP = re.compile(
    r"^[，,会上]*(?:[“\"][两三四五六七八九]市[”\"]|[两三四五六七八九](?:地|市|省|县|区|城|方))(?:还|也|再次?|共同)*(?:与|同|和)"
)
"""“四市”还与甲、乙…: those counted before, and more."""
_COUNT = re.compile(
    r"[“\"]?([两三四五六七八九十]|\d{1,2})(市|城|兄弟|地|省|方|省会城市|城市|州|县|区)(?!交界|毗邻|接壤|边界|结合部)"
)
_LEVELS = {"省": ("Province",), "市": ("City", "Province", "County"), "州": ("City",), "县": ("County",), "区": ("County",)}
"""What a count counts: 两省 are provinces, whatever else the text names as often."""
_DIVISIONS = ("City", "Province", "County")
_PAIR = 2
_COUNTS = 4
"""So many of the counts that a text tells are tried."""
_DELEGATES = re.compile(r"代表(?:双方|各方|[两二三四五六七八九十](?:[方地市县区州城]|省区?市?))(?:人民)?(?:政府)?(?:党委)?$")
"""Who signs is told by name and office, whom for by a count: 副省长甲某、副市长乙某分别代表双方."""
_FIRST = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8})+?(?P<n>[两三四五六七八九十]|\d{1,2})个?(?:[\u4e00-\u9fff]{2})?(?:城?市|城|地)(?![\u4e00-\u9fff]*、)"
)
_SIDES = re.compile(
    r"(?P<n>\d{1,2}|[两双二三四五六七八九十]{1,3})个?(?:兄弟|成员|与会|沿线|沿江|周边)?(?:方|城市|地|市|省|县|区|城)"
)
_CLAUSE = re.compile(r"[^，,；;：:。\n]{1,300}")
_MET = re.compile(r"出席|参加|参会|与会|召开|举行|座谈|会谈|会商|磋商|商讨|齐聚|协商|签|前往")
_LISTED = re.compile(r"[^、]+(?:、[^、]+)+?[两三四五六七八九十](?:省|市|地|县|区|州)(?=[\u4e00-\u9fff])")
"""甲、乙、丙三市 before who of them came (政府负责同志和企业代表)."""
_OFFICES = re.compile(
    "(?P<who>[\u4e00-\u9fff]{1,16}?(?:局|厅|委员会|委|办|公司|集团|银行|大学|学院|[法检察]院|协会|政府))(?:党[组委])?(?:副?书记、)?(?:常务|执行)?副?"
    "(?:[局厅院校行处会]长|主任|主席|检察长|董事长|总经理|总裁)[\u4e00-\u9fff]{2,3}(?:、|[与和]|(?=分别|代表|在|共同|主持|出席|参加|$))"
)
_ON_BEHALF = re.compile(r"(?<![全大])代表(?=[\u4e00-\u9fff]{2,}[、与和])")
"""张三、李四分别代表甲、乙两市政府: those behind it."""
_THEIR_ORGAN = re.compile(r"代表[两二三四五六七八九十](?P<level>[省市县区州])[区市]?(?:人民)?政府$")
_HEADS = re.compile(
    "(?P<who>[\u4e00-\u9fff]{1,12}?(?:自治区|[省市县区州盟旗]))(?:委?(?:副?书记|常委)、)*(?:人民)?(?:政府)?(?:代|常务)?副?[省市县区州盟旗]长"
    "[\u4e00-\u9fff]{2,3}(?=、|[与和，,]|分别|代表|在|共同|$)"
)
"""Heads of governments and their deputies."""
_PERSONS = re.compile(
    "(?:随后|最后|会上|会后)?(?P<names>[\u4e00-\u9fff]{2,3}(?:[、和与][\u4e00-\u9fff]{2,3})+)(?:分别|共同)?(?:代表|签)"
)
_HEAD_OF = re.compile(
    "(?P<who>[\u4e00-\u9fff]{1,12}?(?:自治区|[省市县区州盟旗]))(?:委?(?:副?书记|常委)、)*(?:人民)?(?:政府)?(?:代|常务)?副?[省市县区州盟旗]长"
    "(?P<name>[\u4e00-\u9fff]{2,3}?)(?=[、，,。；]|[与和]|率|会见|等|分别|代表|在|共同|参加|出席|签|$)"
)
_ADVERB = 3
"""会后 and 此次 are no names."""
_NO_NAME = re.compile("^[在会]|代表|[召举]")
_ROWS = 3
"""Who signs stands in so many clauses before the verb."""
_SHORT = re.compile("(?:此外|会上|现场|随后)?(?P<names>[\u4e00-\u9fff]{2,5})(?P<n>[两二三四五])(?:地|市|省|县|区|城)")
BEFORE = 500
"""Who met is told so many characters before the signing at most."""


class Told:
    """Finds parties in ``text``; ``places`` are the places it names, ascending, ``own`` reads 本市."""

    def __init__(self, text: CleanText, places: Sequence[PlaceMentionFact], own: OwnSides) -> None:
        self._text = text
        self._own = own
        self._places = places
        self._names = frozenset(p.text for p in places)

    def signing(self, sentence: Span | None, at: int) -> tuple[AgentMention, ...]:
        """Those named in ``sentence`` before ``at``, where its verb of signing stands."""
        return self._without_whole(self._in(sentence.begin, at)) if sentence else ()

    def _without_whole(self, found: tuple[AgentMention, ...]) -> tuple[AgentMention, ...]:
        """``found`` without the province that a headline puts before its own cities (广东珠海中山签署…)."""
        codes = [self._codes.get(party.text, "") for party in found]
        within = len(found) > 2 and codes[0].endswith("0000") and all(code[:2] == codes[0][:2] for code in codes)
        return found[1:] if within else found

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The codes (GB/T 2260) of the places by their names in the text."""
        return {p.text: p.iri[-6:] for p in self._places if p.iri[-6:].isdigit()}

    def around(self, sentence: Span | None, at: int) -> tuple[AgentMention, ...]:
        """Where the signing names nobody: those of the meeting, or whom the text counts."""
        return self.ranked(self._around(sentence, at), sentence, at)

    def ranked(self, found: tuple[AgentMention, ...], sentence: Span | None, at: int) -> tuple[AgentMention, ...]:
        """``found`` as the governments that the sentence counts (代表两省政府)."""
        organ = _THEIR_ORGAN.search(self._text.text, max(sentence.begin, at - BEFORE), at) if sentence else None
        if organ is None or any(party.text.endswith("政府") for party in found):
            return found
        return tuple(replace(party, text=f"{ranked(party.text, organ['level'])}人民政府") for party in found)

    def _around(self, sentence: Span | None, at: int) -> tuple[AgentMention, ...]:
        if sentence:
            sides = _SIDES.search(self._text.text, max(sentence.begin, at - BEFORE), min(sentence.end, at + BEFORE))
            wanted = {"双": 2}.get(sides["n"]) or number(sides["n"]) if sides else None
            if found := self._met(sentence.begin, at, wanted):
                return found
            offices = self._offices(max(0, sentence.begin - BEFORE), at)
            if wanted and len({office.text for office in offices}) == wanted == len(offices):
                return offices
        return self._agreed or self._counted

    def _in(self, begin: int, end: int) -> tuple[AgentMention, ...]:
        """The last clause before the verb that lists names."""
        clauses = list(_CLAUSE.finditer(self._text.text, max(begin, end - BEFORE), end))
        for clause in clauses[:-4:-1]:
            if clause is not clauses[-1] and SIGNS.search(clause.group()):
                return ()
            if found := self._of_office(clauses, clause) or self._abbreviated(clause.group()):
                return found
            if found := self._by_persons(clause):
                return found
            if _DELEGATES.search(clause.group()):
                return ()
            if (behalf := _ON_BEHALF.search(clause.group())) and (
                found := names_in(clause.group()[behalf.end() :], clause.start() + behalf.end(), self._names)
            ):
                return found
            group = _GROUP.match(clause.group())
            more = group.end() - 1 if group else 0
            if found := self._placed(names_in(clause.group()[more:], clause.start() + more, self._names)):
                if mine := self._own(clause.group(), clause.start(), found):
                    return tuple(sorted((*mine, *found), key=lambda side: side.span))
                return (*self._counted, *found) if group else self._with_rows_before(clauses, clause, found)
        return ()

    def _placed(self, found: tuple[AgentMention, ...]) -> tuple[AgentMention, ...]:
        """``found``, where it is one place told with the province it lies in (甘肃省陇南市), as that one."""
        if len(found) != _PAIR or found[0].span.end != found[1].span.begin:
            return found
        whole, part = (self._codes.get(side.text, "") for side in found)
        if not whole.endswith("0000") or whole[:2] != part[:2]:
            return found
        return (AgentMention(found[0].text + found[1].text, Span(found[0].span.begin, found[1].span.end)),)

    def _with_rows_before(
        self, clauses: list[re.Match[str]], last: re.Match[str], found: tuple[AgentMention, ...]
    ) -> tuple[AgentMention, ...]:
        """``found`` in the clause ``last`` and the rows before it where commas part one list (甲会同乙，丙、丁及戊，签署)."""
        text = self._text.text
        for clause in reversed(clauses[: clauses.index(last)]):
            if SIGNS.search(clause.group()) or text[clause.end()] not in "，,":
                break
            row = text[clause.start() : last.end()].replace("，", "、").replace(",", "、")
            more = names_in(row, clause.start(), self._names)
            if len(more) <= len(found) or not all(self._is_sure(party.text) for party in more):
                break
            found = more
        return found

    def _is_sure(self, name: str) -> bool:
        return name in self._names or bool(len(name) > _ADVERB and SUFFIX.search(name) and not _NO_NAME.search(name))

    def _of_office(self, clauses: list[re.Match[str]], last: re.Match[str]) -> tuple[AgentMention, ...]:
        """A局局长张三、B局局长李四分别代表…, 甲省副省长张三，乙市市长李四代表两地…: whose offices they hold."""
        if "代表" not in last.group() and len(self._offices(last.start(), last.end())) < 2:
            return ()
        found = self._offices(clauses[max(0, clauses.index(last) - _ROWS)].start(), last.end())
        return found if len(found) > 1 else ()

    def _by_persons(self, clause: re.Match[str]) -> tuple[AgentMention, ...]:
        """张三、李四分别代表双方: those whose heads they are, as the text has said before."""
        signers = _PERSONS.match(clause.group())
        names = re.split("[、和与]", signers["names"]) if signers else []
        found = [self._headed.get(name) for name in names]
        return tuple(one for one in found if one) if len(found) > 1 and all(found) else ()

    @cached_property
    def _headed(self) -> dict[str, AgentMention]:
        """The governments by the names of their heads (A县委副书记、县长张三)."""
        out: dict[str, AgentMention] = {}
        for head in _HEAD_OF.finditer(self._text.text):
            out.setdefault(head["name"], AgentMention(head["who"], Span(*head.span("who"))))
        return out

    def _offices(self, begin: int, end: int) -> tuple[AgentMention, ...]:
        """The organs and places whose heads are named between ``begin`` and ``end``."""
        named = self._text.text[begin:end]
        offices = {m.start("who"): m["who"] for which in (_OFFICES, _HEADS) for m in which.finditer(named)}
        return tuple(AgentMention(who, Span(begin + at, begin + at + len(who))) for at, who in sorted(offices.items()))

    def _abbreviated(self, clause: str) -> tuple[AgentMention, ...]:
        """甲乙两地: those of a list told before whose names hold these characters (甲州、乙山两市)."""
        short = _SHORT.match(clause)
        if short is None or number(short["n"].replace("两", "二")) != len(short["names"]):
            return ()
        for _, found in self._lists:
            if len(found) == len(short["names"]) and all(
                char in name.text for char, name in zip(short["names"], found, strict=True)
            ):
                return found
        return ()

    @cached_property
    def _lists(self) -> list[tuple[int | None, tuple[AgentMention, ...]]]:
        """The lists that are told with their number, each behind it."""
        return [
            (number(match["n"].replace("两", "二")), names_in(match.group(), match.start(), self._names))
            for match in _FIRST.finditer(self._text.text)
        ]

    def _met(self, begin: int, at: int, wanted: int | None) -> tuple[AgentMention, ...]:
        """Who met before the signing: so many as the sentence counts (双方, 五市)."""
        text = self._text.text
        for clause in reversed(list(_CLAUSE.finditer(text, max(0, begin - BEFORE), at))):
            verb = _MET.search(clause.group())
            who = clause.group()[: verb.start()] if verb else ""
            found = names_in(who, clause.start(), self._names)
            if not found and (listed := _LISTED.match(who)):
                found = names_in(listed.group(), clause.start(), self._names)
            if len(found) > 1 and wanted in (None, len(found)):
                return found
            if wanted and len(named := self._named(clause.start(), clause.start() + len(who))) == wanted > 2:
                return named
        return ()

    def _named(self, begin: int, end: int) -> tuple[AgentMention, ...]:
        """The towns and counties named from ``begin`` to ``end`` (甲省乙、丙两市组团与丁、戊等其他成员市一起), each once."""
        return _once(p for p in self._places if begin <= p.span.begin < end and p.kind in ("City", "County"))

    @cached_property
    def _agreed(self) -> tuple[AgentMention, ...]:
        """经A、B…协商一致: the list that comes to terms, anywhere in the report."""
        for match in re.finditer("协商|(?:共同|联合)?发起(?!人|了)", self._text.text):
            begin = max(self._text.text.rfind(mark, max(0, match.start() - 200), match.start()) for mark in "。；\n，,") + 1
            if match[0].endswith("发起") and (by := self._text.text.rfind("由", begin, match.start())) >= 0:
                begin = by + 1
            if begin and (found := names_in(self._text.text[begin : match.start()], begin, self._names)):
                return found
        return ()

    @cached_property
    def _rows(self) -> list[list[PlaceMentionFact]]:
        """The rows of towns or provinces that only 、 or 与 parts, three and more."""
        rows: list[list[PlaceMentionFact]] = []
        for place in self._places:
            if place.kind not in _DIVISIONS:
                continue
            last = rows[-1][-1] if rows else None
            if (
                last
                and (last.kind == place.kind or "Province" not in (last.kind, place.kind))
                and self._text.text[last.span.end : place.span.begin] in ("、", "与", "和", "及")
            ):
                rows[-1].append(place)
            else:
                rows.append([place])
        return [row for row in rows if len(row) > 2]

    @cached_property
    def _counted(self) -> tuple[AgentMention, ...]:
        """“四市”: as many cities as the text counts.

        They are those it lists with their number (甲、乙、丙、丁四市), or its provincial capitals (GB/T 2260 codes in 0100)
        where it speaks of 省会, else those that stand out by their mentions.
        """
        for count, found in self._lists:
            if len(found) == count:
                return found
        counts = Counter((c, m[2]) for m in _COUNT.finditer(self._text.text) if (c := number(m[1])))
        resolved = (self._so_many(*counted) for counted, _ in counts.most_common(_COUNTS))
        return next((sides for sides in resolved if sides), ())

    def _so_many(self, wanted: int, level: str) -> tuple[AgentMention, ...]:
        """The ``wanted`` places of a ``level`` (省, 市 …) that the text lists, or names clearly more often than others."""
        capitals = _once(p for p in self._places if p.kind == "City" and p.iri.endswith("0100"))
        if len(capitals) == wanted and "省会" in self._text.text:
            return capitals
        kinds = _LEVELS.get(level, _DIVISIONS)
        if row := next((row for row in self._rows if len(row) == wanted and row[0].kind in kinds), None):
            return _once(row)
        tally = Counter(p.iri for p in self._places if p.kind in kinds)
        ranked = tally.most_common(wanted + 1)
        if len(ranked) < wanted or (len(ranked) > wanted and ranked[wanted][1] * 2 > ranked[wanted - 1][1]):
            return ()
        chosen = dict(ranked[:wanted])
        return _once(p for p in self._places if p.iri in chosen)


def _once(places: Iterable[PlaceMentionFact]) -> tuple[AgentMention, ...]:
    """Each place where it is named first; ``places`` are ascending."""
    first: dict[str, AgentMention] = {}
    for place in places:
        first.setdefault(place.iri, AgentMention(place.text, place.span))
    return tuple(first.values())
