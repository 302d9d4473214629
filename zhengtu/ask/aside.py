"""What a question says beside what it asks: ends of a range of years, examples, the clauses around the one that asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from zhengtu.ask.mention import Mention

_CLAUSE = re.compile(r"[^,;:。?!]+[,;:。?!]*")
_ASKS = re.compile(
    r"哪|谁|几|什么|啥|多少|怎|咋|如何|是否|有没有|有无|能不能|是不是|何(?![况必])|吗(?=[,;:。?!]|\Z)"
    r"|\b(?:what|which|who|whom|whose|when|where|how|do|does|did|is|are|was|were)\b"
)
# …, 这是啥时候说的: the clause before is the subject
_BACK = re.compile(r"\s*(?:这|那)(?:是|都是|话|事儿?|件事|个说法|种说法|一条)")
_REQUEST = re.compile(r"\A[^|]{0,12}(?:告知|告诉我|请问|请教|说明|打扰一下|您好|老师好)[,;:。?!]*\Z")
_SELF = re.compile(
    r"\s*(?:(?:老师|您|你|大家)好|我|我们|本人|最近|正在|因为|由于|为了|以便|好让|i am|i'm|i write|for (?:my|our))"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANGE = re.compile(r"\s*(?:年)?\s*(?:到|至|~|-+|\bto(?: the)?|\band(?: the)?|\buntil(?: the)?)\s*\Z")
_LIKE = re.compile(r"(?:比如说?|例如|譬如|诸如|像|such as|for example|e\.g\.)[\s,:]*\Z")
_SUCH = re.compile(r"(?:等)?(?:这一?类|那一?类|这样|那样|这种|那种|之类|一类)的?")
_JOINS = re.compile(r"\s*(?:[、,和与及跟]|and|or)\s*")
_HAS_NOT = re.compile(
    r"(?:里面|里头|里|中|上)?(?:根本|压根儿?|原来|本来|就|却|都|所)?(?:没有|没写|没提|没的|没了|找不到|找不着|不见|看不到|未写|未提|未列|不含|缺)"
    r"|\s+(?:does not|doesn't|lacks)"
)
_NOT_IN = re.compile(r"\b(?:not in|absent from|missing from|missing in|without)(?: the)?\s*\Z")
_FIGURE = re.compile(
    r"(?<![\d.])\d+(?:\.\s?\d+)?\s*"
    r"(?:%|万?亿元?|万[元人亩吨]|(?:trillion|billion|million)(?:\s+(?:yuan|rmb))?|yuan\b|per ?cent\b)"
)
_SINCE = re.compile(r"\s*(?:年)?(?:以来|以后|之后|起|开始|至今|到现在)")
_SINCE_BEFORE = re.compile(r"\b(?:since|after)\s+\Z")
_FROM, _TO = re.compile(r"(?:从|由)\Z"), re.compile(r"\s*(?:再?到|直到)\Z")
_FIELDS = ("category", "topic", "industry", "project", "indicator", "task")
_STRETCH = 30  # characters between the two years of a range: 从2017年省会行动计划到2022年


def asides(text: str, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those of the names that need no place in the query: both ends of a range of years, things named as examples."""
    beside = {*_examples(text, named), *_ends(text, named)}
    return tuple(mention for mention in named if mention in beside)


def _ends(text: str, named: Sequence[Mention]) -> list[Mention]:
    """Both ends of a range of years, the only one of an open range (2015年以来)."""
    years = [m for m in named if _YEAR.match(text, m.begin, m.end) and all(entity.kind == "year" for entity in m.entities)]
    if len(years) == 1 and (_SINCE.match(text, years[0].end) or _SINCE_BEFORE.search(text[: years[0].begin])):
        return years
    if len(years) != 2:
        return []
    between = text[years[0].end : years[1].begin]
    opened = re.search(r"(?:从|自|from(?: the)?)\s*\Z", text[: years[0].begin])
    linked = _RANGE.fullmatch(between) or (opened and len(between) <= _STRETCH and re.search(r"到|至|\bto\b", between))
    return years if linked else []


def _examples(text: str, named: Sequence[Mention]) -> list[Mention]:
    """Names side by side with 比如 before them or 这一类 after them; two fields for all between them."""
    out: list[Mention] = []
    row: list[Mention] = []
    for mention in named:
        if row and not _JOINS.fullmatch(text[row[-1].end : mention.begin]):
            row = []
        row.append(mention)
        if _LIKE.search(text[: row[0].begin]) or _SUCH.match(text, mention.end):
            out += row
    for one, other in pairwise(named):  # 从铁路到跨境电商
        fields = all(entity.kind in _FIELDS for mention in (one, other) for entity in mention.entities)
        if fields and _FROM.search(text[: one.begin]) and _TO.fullmatch(text, one.end, other.begin):
            out += [one, other]
    return out


def asking(text: str) -> str:
    """Marked text with blanks in place of the clauses that ask nothing; the whole where none does or one points back."""
    clauses = list(_CLAUSE.finditer(text))
    asks = [bool(_ASKS.search(clause.group())) and not _REQUEST.match(clause.group()) for clause in clauses]
    pointing = any(
        a and not before and _BACK.match(c.group()) for before, a, c in zip([True, *asks], asks, clauses, strict=False)
    )
    if pointing or not any(asks):
        return text
    return "".join(c.group() if a else " " * len(c.group()) for c, a in zip(clauses, asks, strict=True))


def introduced(text: str) -> str:
    """Marked text without the clauses in which somebody says who asks and what for, naming nothing."""
    return _CLAUSE.sub(lambda c: " " * len(c.group()) if _SELF.match(c.group()) and "|" not in c.group() else c.group(), text)


def lacking(text: str, named: Sequence[Mention]) -> frozenset[str]:
    """The stems of the document that is said not to have what one named before it has (湖北方案…是|国家方案|里没有的)."""
    documents = [m for m in named if any(entity.kind == "document" for entity in m.entities)]
    if len(documents) != 2:
        return frozenset()
    last = documents[1]
    before = _NOT_IN.search(text[documents[0].end : last.begin])
    if before or _HAS_NOT.match(text, last.end):
        return frozenset(entity.value for entity in last.entities if entity.kind == "document")
    return frozenset()


def without_figures(text: str, named: Sequence[Mention]) -> str:
    """Marked text with blanks in place of the figures told with an indicator (…收集率70%, the 3.5 trillion yuan GDP target)."""
    if not any(entity.kind == "indicator" for mention in named for entity in mention.entities):
        return text
    kept = text
    for figure in _FIGURE.finditer(text):
        if not any(m.entities and m.overlaps(*figure.span()) for m in named):
            kept = kept[: figure.start()] + " " * len(figure.group()) + kept[figure.end() :]
    return kept
