"""The extent of a region under the short name that the text has for it.

A paper gives its region a short name where it first stands (辽西临海城市组群（以下简称组群）), or goes on with the noun that
the name in its title ends in (走廊范围包括…); a reply to a plan speaks of the extent of 《规划》.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.groupings.collect import Found
from loaders.extract.groupings.extents import listed
from loaders.extract.groupings.regions import named_region
from loaders.extract.projects.ground import Ground, past_number
from loaders.model import Span

_HEAD = (
    "(?:(?:城市|城镇)(?:组群|群|带)|组群|都市圈|城市圈|经济圈|生活圈|经济带|产业带|经济区|协作区|合作区|协同区|片区|走廊|"
    "金三角|三角区|都市区|流域)"
)
_CALLED = re.compile("（(?:以下|下文|下)(?:统一)?(?:简称|称)为?[“]?(?P<short>《?[一-鿿]{1,8}》?)[”]?）")
_BEFORE = re.compile(f"(?P<full>[一-鿿]{{0,20}}{_HEAD})$")
_TITLED = re.compile(
    f"(?P<full>[一-鿿]{{2,16}}?{_HEAD})(?:[一-鿿]{{0,8}}?)(?:规划|方案|计划|纲要|意见)(?:（[^（）]{{2,16}}）)?》?$"
)
_LED = re.compile(".*(?:的|共建|建设|打造|培育|推进|加快|发展|编制|报请|审批|印发|以|关于)")
_OPENS = re.compile(
    f"(?P<short>《[一-鿿]{{2,4}}》|[一-鿿]{{0,12}}{_HEAD})(?:（[^（）]{{2,16}}）)?的?(?P<extent>(?:规划|实施|空间|地域|建设)*范围)?(?:主要)?"
    "(?P<holds>包括|包含|涵盖|覆盖|为|由)(?=[一-鿿])"
)
_LOOK = 24
"""Characters of a name before its short one."""


def short_groups(ground: Ground, title: str) -> Iterator[Found]:
    """Regions whose members are listed behind their short name; ``title`` is that of the paper."""
    known = dict(_defined(ground))
    if (own := _TITLED.search(title)) is not None:
        known.setdefault(own["full"], (own["full"], own["full"]))
    if not known:
        return
    for whole in ground.peopled:
        sentence = past_number(ground, whole)
        for opens in _openings(ground, sentence):
            if opens["holds"] == "为" and not opens["extent"]:
                continue
            region = known.get(opens["short"]) or _of_noun(opens["short"], known)
            members = listed(ground, opens.end(), sentence.end, opens["holds"]) if region else []
            if region and members:
                yield Found(*region, tuple(members), Span(sentence.begin, members[-1].span.end))


def _openings(ground: Ground, sentence: Span) -> Iterator[re.Match[str]]:
    """What may open a list, at the head of the sentence or of a clause of it."""
    for clause in (sentence, *ground.clauses(sentence)[1:]):
        if (opens := _OPENS.match(ground.plain, clause.begin, sentence.end)) is not None:
            yield opens


def _of_noun(short: str, known: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    """The one region of those ``known`` whose name ends in the bare noun ``short``."""
    ending = dict.fromkeys(region for region in known.values() if region[1].endswith(short))
    return next(iter(ending)) if len(ending) == 1 and not short.startswith("《") else None


def _defined(ground: Ground) -> Iterator[tuple[str, tuple[str, str]]]:
    """Short names with the region each stands for: IRI or printed name, and the name."""
    for called in _CALLED.finditer(ground.plain):
        before = ground.plain[max(0, called.start() - 4 * _LOOK) : called.start()]
        if called["short"].startswith("《"):
            title = _TITLED.search(before[before.rfind("《") + 1 :]) if "《" in before else None
            if title is not None:
                yield called["short"], (title["full"], title["full"])
            continue
        begin = max(0, called.start() - _LOOK)
        name = _BEFORE.search(before[-_LOOK:])
        if name is None or not name["full"].endswith(called["short"]):
            continue
        full = _LED.sub("", name["full"])
        region = named_region(ground, begin, called.start())
        yield called["short"], region if region and region[0] != region[1] and len(region[1]) >= len(full) else (full, full)
