"""文种: what a title says the work is (党政机关公文处理工作条例 §8; for plans, the nouns in use)."""

from __future__ import annotations

import re

_TAIL = re.compile(
    r"(?:[\[［]\d{1,2}[\]］]|[（(〔][^（）()〔〕]{1,30}[）)〕]|[\d]{4}年版|》|”|[-—－]{1,2}[\u4e00-\u9fff]{1,12}[局厅委办部])+$"
)
"""What may follow the 文种: notes, editions, closing marks, the unit whose share is given (…责任分工-市某局)."""
_KINDS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern + "$"), kind, genre)
    for pattern, kind, genre in (
        (
            r"(?:分工|任务分解|责任分解|职责分工|任务清单|责任清单|分工清单|工作清单|实事(?:项目)?清单|重点工作任务|分工表|分解表|分工任务|(?:成员|责任)单位(?:工作)?职责|部门职责)(?:的?(?:落实|实施|工作)?(?:方案|表|意见|清单|安排))?",
            "DivisionPlan",
            "division-plan",
        ),
        (r"(?:协议书?|备忘录|意向书|合同|协定|议定书|公约)", "Agreement", "agreement"),
        (r"(?:合作(?:行动)?(?:计划|宣言|共识|要点))", "Agreement", "agreement"),
        (r"(?:通知)", "Notice", "notice"),
        (r"(?:意见)", "Opinion", "opinion"),
        (r"(?:批复)", "Approval", "approval"),
        (r"(?:复函|答复(?:函|意见)?)", "Reply", "reply"),
        (r"(?:函)", "Letter", "letter"),
        (
            r"(?:方案|规划|计划|纲要|要点|蓝图|路线图|安排|举措|措施|政策|清单|目录|行动|预案|总规|任务|名单|名录|一览表|项目表|计划表)",
            "Plan",
            "plan",
        ),
        (r"(?:决定|决议)", "Decision", "decision"),
        (r"(?:公告|通告)", "Announcement", "announcement"),
        (r"(?:公报)", "Announcement", "communique"),
        (r"(?:通报)", "Announcement", "bulletin"),
        (r"(?:关于制定.{4,60}的建议)", "Opinion", "opinion"),
        (r"(?:报告)", "Report", "report"),
        (r"(?:纪要)", "Minutes", "minutes"),
        (r"(?:[^办方]法|法典|[^\s]修正案)", "Law", "law"),
        (r"(?:条例|办法|规定|细则|规则|准则|制度|规范|章程|规程|工作程序|守则)", "Regulation", "regulation"),
        (r"(?:指引|指南|标准|导则)", "Plan", "plan"),
    )
)
_OWN = frozenset(("notice", "letter", "decision", "announcement", "communique", "bulletin", "opinion", "approval", "reply"))
_PRINTS = re.compile(r"(?<=关于)(?:印发|转发|批转|下发)(?P<title>.{4,80})$")
"""A notice whose title leaves its own 文种 out: 关于印发某某方案."""
_PRINTED = re.compile(
    r"(?:印发|转发|发布|公布|下发|实施|批转)(?:[《〈](?P<quoted>.+)[》〉]|(?P<plain>(?:《[^《》]{2,40}》)?[^《》]{4,70}?))的?(?:通知|函|公告|决定|命令|通告)$"
)


def kind_of(title: str) -> tuple[str, str] | None:
    """(class, genre code) of a work with this title; ``None`` where the title names no 文种."""
    core = _TAIL.sub("", title.strip())
    for pattern, kind, genre in _KINDS:
        if pattern.search(core):
            return (kind, genre) if genre in _OWN or not _PRINTS.search(core) else ("Notice", "notice")
    return None


def printed_title(title: str) -> str:
    """Of a notice that prints a work (关于印发《…》的通知), that work's title; else an empty string."""
    match = _PRINTED.search(_TAIL.sub("", title.strip()) if not title.strip().endswith("》") else title)
    if match:
        return match["quoted"] or match["plain"]
    bare = _PRINTS.search(title.strip()) if (kind_of(title) or ("", ""))[1] == "notice" else None
    return bare["title"] if bare else ""
