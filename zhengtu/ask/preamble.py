"""What people say before and after they ask: who they are, what they need it for (我是记者，正在写…的稿子，…; …，汇报用)."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[^,，。；;：:！!\n]*[,，。；;：:！!\n]|[^,，。；;：:！!\n]+\Z")
_ASKS = re.compile(
    r"[哪谁几吗?？]|什么|啥|多少|怎|如何|是否|有没有|有无|想知道|想了解|想问|请问|(?<!督)查(?![室组办])|列|找|看看|清单|名单|一览"
    r"|\b(?:what|which|who|whom|whose|when|where|how|list|show|give|tell|find)\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"^\s*(?:您好|你好|大家好|我|我们|咱|咱们|本人|作为|正在|在写|在做|在准备|要写|要做|准备写|手头|最近|因为|由于|为了|为|领导|上级|处里|单位|报社|同事|老板|导师)"
    r"|^\s*(?:hi|hello|dear|i am|i'm|i work|i write|we are|we're|as an?|for (?:my|our|an?|the))\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"^[^的，,]{1,8}(?:用|要用|备用|备查|急用|之用|材料|汇报|选题|课题|论文|写稿)\s*[：:,，]\Z")
_ASKED_BY = re.compile(r"(?:问|问我|问起|想知道|想了解|想问|关心|要我|让我|叫我|催我)[，,：:]\Z")
_AFTERWARDS = re.compile(
    r"\s(?:thanks|thank you|please|pls)[.!]*\s*\Z|[,，。;；!！?？(（](?!.*[哪谁几吗什啥怎])[^,，。;；!！?？的]{0,8}?"
    r"(?:用|急需|急|备查|参考|汇报|上会|存档|谢谢|谢了|多谢|拜托|在线等|thanks|thank you)[)）。.!！~～]*\s*\Z",
    re.IGNORECASE,
)

_THAT = re.compile(r"[那这](?:个|条|份|项|座|家)[\u4e00-\u9fff]{2,8}[,，]?\s*\Z")  # 我们县那个先行区: what is asked about
_OURS = re.compile(
    r"我们|[我本][局厅委部市省县院处办]|\b(?:we|our|us)\b", re.IGNORECASE
)  # what was said of oneself matters later


def without_preamble(question: str) -> str:
    """``question`` with spaces in place of the clauses around it that ask nothing, as long as one is left that does not."""
    if (after := _AFTERWARDS.search(question)) and question[: after.start()].strip():
        question = question[: after.start()] + " " * len(after.group())
    clauses = list(_CLAUSE.finditer(question))
    kept = question
    for clause in clauses[:-1]:
        said = clause.group()
        is_preamble = _PURPOSE.search(said.strip()) or _ASKED_BY.search(said.strip())
        if not is_preamble and (_ASKS.search(said) or _THAT.search(said) or not _SELF.search(said)):
            break
        rest = question[clause.end() :]
        if not rest.strip() or _OURS.search(rest):
            break
        kept = kept[: clause.start()] + " " * len(said) + kept[clause.end() :]
    return kept
