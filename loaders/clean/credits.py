"""Lines of credits around a text: 来源 作者 编辑 发布时间 浏览次数 …, one or several on a line (what content systems print)."""

from __future__ import annotations

import re

_SOURCE = (
    r"(?:文章|稿件|信息|本文|新闻|内容|消息|资料)?来\s*源(?:于)?|稿\s*源|(?<![\u4e00-\u9fff])来自|发布[者人]|供稿(?:单位)?"
)
_TIME = r"(?:发布|发表|上传|更新|录入|添加|公布|刊发|撰写|发稿|编发|公开)(?:时间|日期)"
_STRONG = (
    r"(?:责任|值班|本期|网络|文字|图文|执行)?编\s*辑|责\s*编|编\s*审|(?:初|复|终|[一二三])审|审\s*[核校]|校\s*对|作\s*者|摄\s*像"
    r"|(?:点击|浏览|访问|阅读|点赞|查看)(?:次\s*数|数|量|率)?|视力保护色?|下载地址|原标题|分享(?:到)?|打印|(?:显示)?字[体号](?:大小)?|网友评论"
)
_WEAK = r"时间|日期|记\s*者|通讯员|摄\s*影|撰\s*稿|分类|标签|图|文|保护色|收藏|评论|关键词"
_LABEL = re.compile(
    rf"(?:(?P<source>{_SOURCE})|(?P<time>{_TIME})|(?P<strong>{_STRONG})|(?<![\u4e00-\u9fff])(?P<weak>{_WEAK}))\s*[:：]\s*"
)
DATE = r"(?:(?:19|20)\d{2}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?|\d{2}\.\d{2}\.20\d{2}(?=\s+\d{1,2}:\d{2}))"
"""A day; day before month (23.11.2019) only with its hour behind it."""
_DAY = re.compile(DATE)
_LEAD = re.compile(
    rf"(?:放大字体|缩小字体|字体|打印|收藏|分享|[大中小\s\-•·|｜（(【\[\]】])*(?:(?:https?://\S+|[a-z\d][a-z\d.-]*\.(?:com|cn|net|org))\s*)?(?:{DATE}\s*(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?)?[\s|｜]*"
)
_STAMP = re.compile(r"(?:时间|日期)\s*[:：]\s*(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?")
"""A page's time stamp; a meeting's day is written 2024年3月5日."""
_SENTENCE = re.compile(r"[。；;！!？?《]|、.*、")
_VALUE = 36
_NOBODY = re.compile(r"(?:本站|本网|原创|网络|互联网|未知|转载|佚名)(?:原创|整理|综合|转载|采编|发布)?稿?件?$|^\d|[:：]")
"""What stands for a source that is none."""


def credited(line: str) -> dict[str, str] | None:
    """What a line of credits tells (``publisher``, ``published``), empty where nothing; ``None`` where it is no such line."""
    if ":" not in line and "：" not in line:
        return None
    found = list(_LABEL.finditer(line))
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    if not found or found[0].start() != start:
        return None
    kinds = [match.lastgroup or "" for match in found]
    if set(kinds) == {"weak"} and not line.lstrip().startswith(("【", "[")) and not _STAMP.fullmatch(line.strip()):
        return None
    told: dict[str, str] = {}
    ends = [match.start() for match in found[1:]] + [len(line)]
    for kind, match, end in zip(kinds, found, ends, strict=True):
        value = line[match.end() : end].strip(" \u3000\u00a0|｜】]/")
        value = value if re.search("[（(]", value) else value.strip("）)")
        if len(value) > _VALUE or _SENTENCE.search(value) or (kind == "source" and len(found) == 1 and "，" in value):
            return None
        name = value.split()[0] if kind == "source" and value else ""
        if 1 < len(name) < 24 and not _NOBODY.search(name):
            told.setdefault("publisher", name)
    if (day := _DAY.search(line)) and ("strong" not in kinds[:1] or len(found) > 1 or day.start() < start):
        told.setdefault("published", day.group().strip())
    return told
