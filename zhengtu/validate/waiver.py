"""Waivers: findings that somebody knows of and takes responsibility for, until a day.

A TOML file with one table a finding::

    [[waiver]]
    finding = "0123456789abcdef"   # the finding's key, as every report shows it
    reason = "已请发文机关补充，待复"
    who = "督查室 某某"
    until = 2027-06-30             # the last day it holds
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zhengtu.messages import say
from zhengtu.query.header import Text
from zhengtu.validate.errors import ValidateError
from zhengtu.validate.finding import Finding, Waived, Where
from zhengtu.validate.rules import SHAPES, Rule

_COMPONENT = SHAPES + "waiver"
_EXPIRED = Rule(
    SHAPES + "waiver-expired",
    Text("豁免没有过期", "No waiver is past its day"),
    Text("豁免已于 {until} 过期（{who}：{reason}）", "the waiver ran out on {until} ({who}: {reason})"),
    Text("过期的豁免不再有效，所豁免的问题仍在。", "A waiver past its day no longer holds, and the finding is still there."),
    Text("解决所豁免的问题，或由负责人重新定期限。", "Settle the finding, or have whoever answers for it set a new day."),
    "warning",
    "text",
    (),
    "completeness",
)
_UNUSED = Rule(
    SHAPES + "waiver-unused",
    Text("豁免都有所对应", "Every waiver matches a finding"),
    Text("豁免 {finding} 没有对应的问题（{who}：{reason}）", "the waiver {finding} matches no finding ({who}: {reason})"),
    Text("问题已经解决或编号写错；留着会误以为还在豁免。", "The finding is gone or the key is misspelt; kept, it misleads."),
    Text("从豁免文件中删去，或更正编号。", "Take it out of the file, or correct the key."),
    "info",
    "text",
    (),
    "completeness",
)


@dataclass(frozen=True, slots=True)
class Waiver:
    """One table of the file."""

    finding: str
    reason: str
    who: str
    until: datetime.date


def read(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a file.  Raises ``ValidateError`` for a file that cannot be read or a table that lacks something."""
    try:
        tables = tomllib.loads(path.read_text("utf-8")).get("waiver", [])
    except OSError as error:
        raise ValidateError(say("validate.waivers_bad", path=path, why=error.strerror or error)) from error
    except ValueError as error:
        raise ValidateError(say("validate.waivers_bad", path=path, why=error)) from error
    if not isinstance(tables, list):
        raise ValidateError(say("validate.waivers_bad", path=path, why="[[waiver]]"))
    return tuple(_waiver(path, number, table) for number, table in enumerate(tables, 1))


def _waiver(path: Path, number: int, table: object) -> Waiver:
    values = table if isinstance(table, dict) else {}
    texts = [values.get(name) for name in ("finding", "reason", "who")]
    until = values.get("until")
    known = set(values) == {"finding", "reason", "who", "until"}
    said = all(isinstance(text, str) and text.strip() for text in texts)
    if not known or not said or not isinstance(until, datetime.date) or isinstance(until, datetime.datetime):
        raise ValidateError(say("validate.waiver_bad", path=path, number=number))
    return Waiver(str(texts[0]).strip(), str(texts[1]).strip(), str(texts[2]).strip(), until)


def apply(
    findings: Iterable[Finding], waivers: Iterable[Waiver], today: datetime.date
) -> tuple[list[Finding], tuple[Waived, ...]]:
    """The findings that stand, with one for each waiver that is expired or matches nothing, and those that are waived."""
    standing = list(findings)
    by_key = {finding.key: finding for finding in standing}
    waived: dict[str, Waived] = {}
    told: list[Finding] = []
    for waiver in waivers:
        finding = by_key.get(waiver.finding)
        if finding is None:
            told.append(_finding(_UNUSED, waiver, Where(title=waiver.finding)))
        elif waiver.until < today:
            told.append(_finding(_EXPIRED, waiver, finding.where))
        else:
            waived[waiver.finding] = Waived(finding, waiver.reason, waiver.who, waiver.until)
    return [*(f for f in standing if f.key not in waived), *told], tuple(waived.values())


def _finding(rule: Rule, waiver: Waiver, where: Where) -> Finding:
    values = {"finding": waiver.finding, "reason": waiver.reason, "who": waiver.who, "until": waiver.until.isoformat()}
    what = Text(rule.message.zh.format(**values), rule.message.en.format(**values))
    return Finding(rule, what, where, None, f"{SHAPES}waiver/{waiver.finding}", _COMPONENT, mark=waiver.finding)
