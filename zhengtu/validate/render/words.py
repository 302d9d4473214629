"""The few words that reports are made of."""

from __future__ import annotations

from urllib.parse import unquote

from zhengtu.query.header import Text
from zhengtu.validate.finding import Finding, Report
from zhengtu.validate.rules import Severity, Subject

SEVERITY: dict[Severity, Text] = {
    "violation": Text("违规", "violation"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}
MARK: dict[Severity, str] = {"violation": "✗", "warning": "!", "info": "·"}
ABOUT: dict[Subject, Text] = {"text": Text("关于文件", "on the text"), "graph": Text("关于图谱", "on the graph")}
SIZE = Text("{documents} 个文件，{checks} 项检查", "{documents} documents, {checks} checks")
TITLE = Text("政图校验报告", "Zhengtu validation report")
CONFORMS = Text("合格", "conforms")
FAILS = Text("不合格", "does not conform")
WHY = Text("为什么", "Why")
TODO = Text("怎么办", "What to do")
SENTENCE = Text("原文", "Source")
CHECK = Text("检查", "Check")
EXPLAIN = Text("为什么要查、怎么办", "why, and what to do")
LEGEND = Text(
    "“关于文件”说的是源文件，“关于图谱”说的是由它建成的图谱；方括号里是检查项，# 后是这条发现的编号，列入豁免时用",
    "“on the text” speaks of the source, “on the graph” of the graph built from it; in brackets the check, after # the key of"
    " the finding, by which it can be waived",
)
LOOKED = Text("各项检查看了多少个对象", "How many nodes each check looked at")
NEW = Text("新增", "new")
STANDING = Text("仍在", "standing")
FIXED = Text("已解决", "fixed")
WAIVED = Text("已豁免", "waived")
UNTIL = Text("至", "until")
STATE = {"new": NEW, "standing": STANDING, "fixed": FIXED}
CONCERN = {
    "completeness": Text("完整性", "completeness"),
    "integrity": Text("图谱结构", "integrity"),
    "evidence": Text("证据", "evidence"),
    "references": Text("编号与指称", "references"),
    "consistency": Text("跨文件一致", "consistency"),
}
ELSEWHERE = Text("名录与图谱", "Registries and graph")
COMPARED = Text("{n} 个文件的引文已与源文件逐字核对", "quotations of {n} documents compared with their source files")
AWAY = Text(
    "{n} 个文件的源文件不在手边，引文未核对：{names}（用 --source 指出所在的文件夹）",
    "source files of {n} documents not at hand, quotations not compared: {names} (name their folder with --source)",
)
COMMA = Text("，", ", ")
COLON = Text("：", ": ")
_SHOWN = 120
_NAMES = 5


def document_heading(finding: Finding, lang: str) -> str:
    """The document's stem and title; what is in no document has a heading of its own."""
    where = finding.where
    if not where.document:
        return ELSEWHERE.get(lang)
    return f"{where.document}《{where.document_title}》" if where.document_title else where.document


def item_heading(finding: Finding) -> str:
    """The item's number and title, else what the node is called in its IRI."""
    title = shortened(finding.where.title, 60) or unquote("/".join(finding.focus.rsplit("/", 2)[-2:]))
    return f"{finding.where.item} {title}".strip()


def shortened(text: str, most: int = _SHOWN) -> str:
    """The text on one line, cut in the middle where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[: most * 2 // 3]}……{line[-(most // 3) :]}"


def place(finding: Finding, lang: str) -> str:
    """Line and column where the source is at hand, else the offsets; nothing without evidence."""
    evidence = finding.evidence
    if evidence is None:
        return ""
    if evidence.line:
        if lang == "en":
            return f"{finding.where.file}:{evidence.line}:{evidence.column}"
        return f"{finding.where.file} 第 {evidence.line} 行第 {evidence.column} 字"
    return f"characters {evidence.begin}–{evidence.end}" if lang == "en" else f"第 {evidence.begin}–{evidence.end} 字"


def compared(report: Report, lang: str) -> list[str]:
    """How many documents' quotations were compared with the source file, and which could not be: up to two lines."""
    here, away = report.documents - len(report.away), report.away
    lines = [COMPARED.get(lang).format(n=here)] if here else []
    if away:
        names = COMMA.get(lang).join(away[:_NAMES]) + ("……" if len(away) > _NAMES else "")
        lines.append(AWAY.get(lang).format(n=len(away), names=names))
    return lines
