"""What a web page, a news feed or a sharing site puts around the text; what it tells goes into the metadata."""

from __future__ import annotations

import re

from loaders.clean.credits import DATE, credited
from loaders.clean.furniture import is_furniture
from loaders.clean.heads import PAGE
from loaders.clean.para import Para
from loaders.units import SUFFIX

_LINK = 60
_TOP, _SPREAD = 3, 12
"""Menus stand above so many lines of text; a word set wide (返 回) is no longer."""
_HEAD = 8
"""Site names, breadcrumbs and date lines stand within this many paragraphs of the top."""

_BREADCRUMB = re.compile(
    r"(?:(?:您?(?:当前|现在)?的?(?:所在)?的?位置[:：]?\s*)?\S{0,6}首页\s*(?:[»›>＞/]|&gt;|->|→)\s*.{0,120}|您?(?:当前|现在)?的?(?:所在)?位置\s*[:：]\s*\S.{0,100}[»›>＞].{0,80}|\S{2,20}\s*[>＞»›]\s*\S{1,20}\s*[>＞»›]\s*(?:正文|详情|内容|详细).*)$"
)
_NAVIGATION = re.compile(
    r"(?:返回(?:首页|顶部|列表|上一?页|.{0,12}(?:｜|\|).{0,12}首页).*|返回\S{1,12}|上一[篇条]\s*[:：].*|下一[篇条]\s*[:：].*"
    r"|(?:打印|关闭|收藏|分享|字体|字号|扫一扫|责任编辑|编辑|初审|复审|终审|审核)\S{0,4}[:：【\[].{0,60}|【(?:打印|关闭|字体)[^】]{0,20}】.*"
    r"|(?:打印本页|关闭窗口|分享到\S{0,10}|浏览次数[:：].*|阅读[:：]?\d+次?|网站地图.*|版权所有.*|.*ICP备.*|网站标识码.*|相关(?:链接|阅读|稿件|解读)[:：]?)"
    rf"|{PAGE}"
    r"|(?:主办|承办|技术支持)(?:单位)?[:：].{0,60}|[─━—―_＿=＝*＊·•★☆◆\-－\s]{4,})$"
)
_RELATED = re.compile(
    r"(?:相关(?:链接|阅读|稿件|解读|新闻|文章|推荐|报道|文件)|(?:推荐|延伸)阅读|新闻推荐|猜你喜欢|热[点门](?:推荐|新闻|文章))\s*(?:[:：].{0,80})?$"
)
"""Above the titles of other pages, at the foot of a page."""
_SHARE_HEAD = re.compile(
    r".*(?:由(?:会员|用户|网友|读者)\S{0,4}?(?:分享|上传)|可在线阅读|珍藏版\)?》?请在|\.(?:docx?|pdf|wps)$)"
)
_SHARE_NAME = re.compile(r"《*(.{4,120}?)\.(?:docx?|pdf|wps)$")
_SHARE_TAIL = re.compile(r"[-•·]?\s*(?:配套讲稿|特殊限制|关\s*键\s*词|温馨提示|资源描述|下载声明|版权声明|链接地址)\s*[:：]")
_QUOTED_SOURCE = re.compile(
    r"[（(]\s*(?:据|原载|摘自|载于?).{0,10}?《(?P<medium>[^《》]{2,16}(?:报|网|社|刊|杂志))》.{0,14}[）)]"
)
"""(据7月23日《某日报》): the source at the end of a report."""
_PRINTED_IN = re.compile(
    rf"[（(]\s*(?:本文|原文|全文)?(?:原载|载于?|刊于?|见)?《?(?P<medium>[\u4e00-\u9fff]{{2,10}}(?:报|网|社|刊|杂志))》?\s*(?P<day>{DATE})\s*"
    r"(?:第?\s*[A-Z]?\d{1,2}\s*版)?\s*(?:刊[登发载]|登载|发表|报道)?\s*[）)]"
)
"""（某晚报2023年8月30日第2版刊登）: where a paper printed it."""
_DATELINE = re.compile(
    rf"(?:(?:发布|发表|更新)(?:时间|日期)(?:[:：]\s*|\s+))?({DATE})(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
    r"(?:\s*星期[一二三四五六日天])?(?:(?:\s[-—|｜/\s]*|(?=[\u4e00-\u9fff]{2,10}(?:[报社网台]|网站)\d*(?:\s|$)))"
    r"(?:来\s*源(?:[:：]\s*|\s+))?([^\s\d:：]{2,15})(?:(?<=[报网社台])\d{1,7})?)?(?:\s+.{0,40})?$"
)
_BYLINE = re.compile(
    rf"(?:(?:[\u4e00-\u9fff]{{2,8}}\s+){{1,6}}(?=\S{{2,12}}(?:网站?|[报社台])\s))?"
    rf"(?:来\s*源[:：]\s*)?((?!\S{{0,2}}(?:时间|日期)\s)[^\s\d:：|｜]{{2,15}})\s*[|｜]?\s*({DATE})(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?(?:\s.{{0,30}})?$"
)
_TITLE = re.compile(r"[^。！？，]{0,50}关于[^。！？]{4,100}(?:通知|意见|批复|决定|公告|通告|函|方案|办法|规定|规划|计划)")
_WRITTEN = re.compile(r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日")
"""Right below the name of an organ a bare date is the document's own (成文日期)."""
_WRITTEN_BY = re.compile(
    r"(?P<organ>[\u4e00-\u9fff]{4,30}(?:办公室|办公厅|人民政府|委员会|厅|局|部))[\s\u3000]+(?:19|20)\d{2}年\d{1,2}月\d{1,2}日"
)
_RUN_IN = re.compile(
    rf"(?:https?://\S+\s*)?(?P<day>{DATE})\s*(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?\s*来\s*源\s*[:：]\s*"
    r"(?P<medium>[\u4e00-\u9fff]{2,12}?(?:网站|新闻网|网|日报|晚报|报|社|在线))\s*(?=[\d\u4e00-\u9fff])"
)
"""Credits that the page has run into the first sentence."""
_BY_REPORTER = re.compile(
    rf"(?P<day>{DATE})\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s*(?P<medium>[\u4e00-\u9fff]{{2,10}}?(?:报|网|台|社))(?:首席|本报)?记者\s+[\u4e00-\u9fff]{{2,4}}\s+"
)
_RELEASED = re.compile(r"发布(?:日期|时间)\s*[:：]?$")
_MEDIUM = re.compile("(?:[报网社台]|电视台|杂志)$")
_SOURCED = re.compile(r"来\s*源|发布|\d:\d\d|[报网社]\s*\d{0,7}\s*$")


def strip(paras: list[Para]) -> tuple[list[Para], dict[str, str]]:
    """``paras`` without boilerplate, and what it told: ``published``, ``publisher``, ``shared_as``, ``breadcrumb``."""
    meta: dict[str, str] = {}
    paras = _without_head(paras, meta)
    out: list[Para] = []
    related = False
    kept = 0
    for i, para in enumerate(paras):
        text = para.text.strip()
        related = (related and _is_link(para)) or bool(2 * i > len(paras) and _RELATED.match(text))
        if related:
            continue
        if kept < _TOP and len(text) > _LINK and (lead := _RUN_IN.match(para.text) or _BY_REPORTER.match(para.text)):
            meta.setdefault("published", lead["day"].strip())
            meta.setdefault("publisher", lead["medium"])
            para = para.part(lead.end(), len(para.text))
            text = para.text.strip()
        if para.kind == "property":
            out.append(para)
        elif para.kind == "cell":
            if _RELEASED.match(text) and i + 1 < len(paras):
                meta.setdefault("published", paras[i + 1].text)
            out.append(para)
        elif _SHARE_TAIL.match(text):
            if "shared_as" in meta or 2 * i >= len(paras):
                break
        elif i < _HEAD and _SHARE_HEAD.match(text):
            _note_name(text, meta)
        elif _is_written(paras, i) or not (_between_bars(paras, i) or _is_noise(text, kept, len(paras) - i + kept, meta)):
            out.append(para)
            kept += para.kind != "property"
    return out, meta


def _between_bars(paras: list[Para], i: int) -> bool:
    """Whether a short paragraph stands between two lines of nothing but a bar: an item of a menu, one item a line."""
    around = [paras[j].text.strip() for j in (i - 1, i + 1) if 0 <= j < len(paras)]
    return len(around) > 1 and len(paras[i].text) < 16 and all(text in ("|", "｜", "•", "·") for text in around)


def _is_link(para: Para) -> bool:
    """Could be the title of another page: short, no sentence, no number of an outline or of a document."""
    return para.kind != "cell" and len(para.text) <= _LINK and not re.search(r"[。；]|^附|〔\d{4}〕", para.text)


def _is_written(paras: list[Para], i: int) -> bool:
    """Whether paragraph ``i`` is the document's own date, below or behind the name of its organ, or below its last sentence."""
    text = paras[i].text.strip()
    if text[-1:] != "日":
        return False
    if signed := _WRITTEN_BY.fullmatch(text):
        return bool(SUFFIX.search(signed["organ"]))
    above = paras[i - 1].text.strip() if i else ""
    return bool(above and _WRITTEN.fullmatch(text) and (SUFFIX.search(above) or above.endswith("。")))


def _without_head(paras: list[Para], meta: dict[str, str]) -> list[Para]:
    """Off with a breadcrumb and what stands above it (the site's name), but not with a title that is printed there alone."""
    for i, para in enumerate(paras[:_HEAD]):
        text = para.text.strip()
        if para.kind == "p" and _BREADCRUMB.match(text):
            meta["breadcrumb"] = text
            below = {"".join(p.text.split()) for p in paras[i + 1 :][: 2 * _HEAD]}
            above = [p for p in paras[:i] if p.kind == "property" or _is_only_title(p.text, below)]
            return above + paras[i + 1 :]
    return paras


def _is_only_title(text: str, below: set[str]) -> bool:
    return bool(_TITLE.fullmatch(text.strip())) and not any(line and line in "".join(text.split()) for line in below)


def _note_name(text: str, meta: dict[str, str]) -> None:
    """Keep the name under which a sharing site offers the file."""
    if name := _SHARE_NAME.match(text):
        meta.setdefault("shared_as", name.group(1))


def _is_noise(text: str, index: int, count: int, meta: dict[str, str]) -> bool:
    """Whether a paragraph is boilerplate; a source or date line is kept in ``meta``."""
    if len(text) > 160:
        return False
    if (told := credited(text)) is not None:
        if index >= _HEAD:
            told.pop("published", None)  # a day at the foot is the day of the last edit, if it is any
        if index < _HEAD and _MEDIUM.search(told.get("publisher", "")) and not _MEDIUM.search(meta.get("publisher", "")):
            meta.pop("publisher", None)  # a page that took the report over names the medium below
        for key, value in told.items():
            meta.setdefault(key, value)
        return True
    if quoted := _PRINTED_IN.fullmatch(text) or _QUOTED_SOURCE.fullmatch(text):
        meta.setdefault("publisher", quoted["medium"])
        if day := quoted.groupdict().get("day"):
            meta.setdefault("published", day)
        return True
    if index < _HEAD and index < count - 1 and (line := _DATELINE.match(text)) and (index < 3 or _SOURCED.search(text)):
        meta.setdefault("published", line.group(1))
        meta.setdefault("publisher", line.group(2) or "")
        return True
    if 0 < index < _HEAD and index < count - 1 and (line := _BYLINE.match(text)):
        meta.setdefault("published", line.group(2))
        meta.setdefault("publisher", line.group(1))
        return True
    squeezed = "".join(text.split()) if len(text) < _SPREAD else text
    return bool(is_furniture(text, index < _TOP) or _NAVIGATION.match(text.strip("（()）")) or _NAVIGATION.match(squeezed))
