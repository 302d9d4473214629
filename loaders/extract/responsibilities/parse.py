"""The inside of a clause: which units, in which roles."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.extract.responsibilities.roles import LABEL, WITH, Verb, verb_at_end, verb_inside
from loaders.model import AgentMention, Responsibility, Span
from loaders.units import FLAGS, IsAgent, Unit, split_units

_LABEL = re.compile(rf"(?:^|(?<=[。；;，,、\s（(]))(?:{LABEL.pattern})(?:为|是|包括)?\s*[:：]")
_FURTHER = re.compile(
    rf"{_LABEL.pattern}|(?:^|(?<=[。；;，,、\s（(]))(?P<other>(?![报抄发]送)[\u4e00-\u9fff]{{2,6}}(?:单位|部门|机构))(?:为|是|包括)?\s*[:：]"
)
"""Behind one label another of any kind may stand: 牵头单位：…，数据提供单位：…; who is named there helps."""
_SEGMENT = re.compile(r"[^，,；;。]+")
_TOGETHER = re.compile(r"(?:并|，)?(?:会同|会商)(?P<units>[^对就]{2,80}?)(?=[对就]|共同|联合|制定|建立|研究|$)")
_WHEN = re.compile(
    r"(?:(?:于|在)?\d{2,4}年|\d{1,2}月|持续|长期|全年|常年|年内|每年|每月|适时|即时|今年|明年|立行立改|本年度|分年度|同步|近期|远期)[^、]*$"
)
"""A segment that says when, not who: （A、B负责，2023年底前完成；持续推进）."""
_PERSON = re.compile(r"(?:责任|牵头|分管|包保|联系|督办|挂钩)?(?:[省市县区]级?)?(?:领导|责任人|联系人)[:：][^；;，,。]*")
"""牵头领导：…: a person, no unit."""
_ROLE_MARK = re.compile(r"[（(](?P<verb>(?P<joint>共同|联合)?(?:牵头|负责|主办|协办|配合|参与|参加|协助|指导|实施))[）)]")
_OTHER_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[:：]")
_FLAGS = frozenset(FLAGS)
_ROLE_WORD = re.compile("(?:责任|牵头|配合|协作|主办|协办|承办|协同)(?:单位|部门)")
"""责任单位要切实负责: who is told is nobody in particular."""
_VERBS_LISTED = re.compile(r"(?<=牵头|负责|配合|参加|参与|协助|落实|组织)、(?!牵头|负责|配合|参加|参与|协助|落实|组织|实施)")
"""A牵头、B配合: the mark parts two groups, not two units."""
_LEADIN = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[①-⑳]|[一二三四五六七八九十]是|由|以及|其中|并由|分别由|主要由|具体由|请|各由)+"
)


class _Group(NamedTuple):
    units: tuple[Unit, ...]
    role: str


def parse(text: str, begin: int, is_agent: IsAgent, role: str = "") -> tuple[Responsibility, ...]:
    """The shares a clause's ``text`` (at clean offset ``begin``) tells, in order.

    ``role`` is the role of units without a verb where a label or column has set it.  No share where the text names no
    unit.  A sign before some of the units (★A、B) marks who leads.
    """
    text = _VERBS_LISTED.sub("，", text)
    text = _PERSON.sub(lambda m: "。" * len(m.group()), text)
    groups: list[_Group] = []
    for part, offset, labelled in _labelled(text, role):
        for piece, start, marked in _marked(part):
            groups.extend(_groups(piece, begin + offset + start, marked or labelled, is_agent))
    shares: list[Responsibility] = []
    named = [u for group in groups for u in group.units]
    flagged = {unit.begin for unit in named if text[max(0, unit.begin - begin - 1) : unit.begin - begin] in _FLAGS}
    for group in groups:
        for unit in group.units:
            if _ROLE_WORD.fullmatch(unit.text):
                continue
            mention = AgentMention(unit.text, Span(unit.begin, unit.end))
            leads = unit.begin in flagged and len(flagged) < len(named)
            shares.append(Responsibility(mention, "lead" if leads else group.role, len(shares) + 1))
    return tuple(shares)


def has_label(text: str) -> bool:
    """Whether a label opens ``text``."""
    return bool(_LABEL.match(text))


def remark_before_label(text: str, is_agent: IsAgent) -> int:
    """How many characters of ``text`` stand before its first label and name no unit (预期性指标，牵头单位：…)."""
    label = _LABEL.search(text)
    before = text[: label.start()] if label else ""
    return len(before) if before and all(is_agent(u.text) < 0.5 for u in split_units(before, 0, is_agent)) else 0


def _labelled(text: str, role: str) -> list[tuple[str, int, str]]:
    """Stretches of the clause with the role their label sets; the whole where it has no label."""
    labels = list(_FURTHER.finditer(text))
    if not any(label["other"] is None for label in labels):
        return [(text, 0, role)]
    out = []
    if labels[0].start() > 0 and (head := text[: labels[0].start()].strip("，。；; ")):
        out.append((head, 0, role))
    for i, label in enumerate(labels):
        end = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        found = next((name for name in ("lead", "participant", "responsible") if label[name]), "participant")
        out.append((text[label.end() : end], label.end(), found))
    return out


def _marked(text: str) -> list[tuple[str, int, str]]:
    """Stretches of a list with the role that a mark behind a unit gives it: A（牵头）、B; A、B（共同牵头），C."""
    out: list[tuple[str, int, str]] = []
    at = 0
    for mark in _ROLE_MARK.finditer(text):
        breaks = "，,；;。" if mark["joint"] else "、，,；;。"
        start = max([at, *(text.rfind(b, at, mark.start()) + 1 for b in breaks)])
        if verb := verb_at_end(mark["verb"]):
            out.extend([(text[at:start], at, ""), (text[start : mark.start()], start, verb.role)])
            at = mark.end()
    return [piece for piece in [*out, (text[at:], at, "")] if piece[0].strip("、，,；; ")]


def _groups(text: str, begin: int, labelled: str, is_agent: IsAgent) -> list[_Group]:
    """Segments with their units; one without a verb takes the next one's, under a label the label's."""
    found: list[tuple[list[Unit], str]] = []
    for segment in _segments(text):
        if _WHEN.match(segment.group().strip()):
            continue
        verb = verb_at_end(segment.group()) or _object_verb(segment.group(), is_agent)
        end = verb.begin if verb else len(segment.group())
        lead = _LEADIN.match(segment.group()) or _OTHER_LABEL.match(segment.group())
        start = lead.end() if lead else 0
        inner = segment.group()[start:end]
        at = begin + segment.start() + start
        role = verb.role if verb else ""
        if together := _TOGETHER.match(inner):
            found.append((split_units(together["units"], at + together.start("units"), is_agent), "participant"))
            continue
        if (joint := WITH.search(inner)) and joint.start() > 1:
            found.append((split_units(inner[: joint.start()], at, is_agent), _with_role(role)))
            found.append((split_units(inner[joint.end() :], at + joint.end(), is_agent), "participant"))
            continue
        if joint and joint.start() == 0 and found:
            found.append((split_units(inner[joint.end() :], at + joint.end(), is_agent), "participant"))
            continue
        found.append((split_units(inner, at, is_agent), role))
    last = max((i for i, (_, role) in enumerate(found) if role), default=len(found))
    found = [f for i, f in enumerate(found) if i <= last or not f[0] or max(is_agent(u.text) for u in f[0]) >= 0.5]
    out: list[_Group] = []
    following = ""
    for i, (units, role) in reversed(list(enumerate(found))):
        following = role or following
        before = {r for _, r in found[:i]} - {""}
        if following == "participant" and not role and not before:
            following = "responsible"  # （A、B，C配合）: who helps, helps somebody
        if units:
            joined = "participant" if "participant" in before else ""
            out.append(_Group(tuple(units), role or labelled or following or joined or "responsible"))
    return list(reversed(out))


def _object_verb(segment: str, is_agent: IsAgent) -> Verb | None:
    """The verb of a segment that also says what for (镇武装部负责组建), where units stand before it."""
    verb = verb_inside(segment)
    units = split_units(segment[: verb.begin], 0, is_agent) if verb else []
    return verb if units and all(is_agent(u.text) >= 0.5 for u in units) else None


def _with_role(role: str) -> str:
    """A会同B负责: A is responsible; A牵头会同B: A leads."""
    return "lead" if role == "lead" else "responsible"


def _segments(text: str) -> list[re.Match[str]]:
    """Comma-parted segments outside inner brackets."""
    if "（" not in text and "(" not in text:
        return list(_SEGMENT.finditer(text))
    masked = re.sub(r"[（(][^（）()]*[）)]", lambda m: "\u25a0" * len(m.group()), text)
    spans = [(m.start(), m.end()) for m in _SEGMENT.finditer(masked)]
    return [m for a, b in spans if (m := re.compile(r".+", re.DOTALL).match(text, a, b))]
