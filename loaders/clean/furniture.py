"""What a site sets around every page: menus, tools, addresses, invitations to scan and share, notices of rights."""

from __future__ import annotations

import re

_BARS = re.compile(r"[|｜•·\s]+")
_IMAGE = re.compile(r"(?:!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)[\s|]*)+")
"""A picture as Markdown sets it, left over in a text made from a page."""
_URL = re.compile(r"(?:https?://|www\.)\S+(?:\s+(?:https?://|www\.)\S+)*")
_TOOL = (
    r"首页|更多|登录|注册|收藏|无障碍|长者|关怀版|适老|繁[體体]|简体|English|EN|手机版|移动版|搜索|图片网?|视频|专题|论坛|客户端|微博|微信|RSS"
    r"|返回|APP|智能问答|邮箱|导航|字号变[大小]|设为首页|站点|官网|数据库|聊天室|多媒体|资料网|打印|分享"
)
_ITEM = re.compile(rf"[\u4e00-\u9fffA-Za-z]{{0,6}}(?:{_TOOL})[\u4e00-\u9fffA-Za-z]{{0,3}}[»›>]?")
_SECTION = re.compile(
    r"(?:行业|时政|本地|本市|国内|省内|地方|部门|县区|区县|基层|工作|政务|图片|综合|热点|最新|经济|社会)?(?:新闻|动态|要闻|资讯|快讯)(?:中心|频道)?"
    r"|(?:新闻|文章|内容|信息|文件|政策|公告)(?:详情|正文)|政府公报|媒体(?:播报|报道|聚焦|关注)|政策文件|规范性文件|通知公告|信息公开|政务公开|政策解读|热点专题|重点领域"
)
"""The section of the site that the page stands in, on a line of its own."""
_SITE = re.compile(r"[\u4e00-\u9fff]{2,10}网\s*[-—–_|]+\s*[\u4e00-\u9fff]{2,16}网?")
"""The name of a site and what it is."""
_MOTTO = re.compile(r"[\u4e00-\u9fff]{4}(?:[ \u3000]+[\u4e00-\u9fff]{4}){2,}")
"""传达指令 指导工作 公开政务: the watchword of a gazette above its texts."""
_PARTED = re.compile(r"[\s|｜·»›>/]+")
_PROSE = re.compile(r"[。；：:，,《（(]")
_PIECE = 12
"""A menu's items are no longer."""
_TAIL = re.compile(
    r"(?:版权声明|免责声明|特别声明|特此声明|版权说明|温馨提示|下载地址|原标题)\s*[:：].*"
    r"|本文(?:为|系|由|转[载自]|来[自源]).{0,60}"
    r"|(?:扫一扫|扫描到手机|扫描二维码|用手机看|长按识别|更加方便分享|分享(?:给|到)|点击(?:下载|查看原文|阅读原文)|阅读原文).{0,30}"
    r"|(?:核心提示|内容提要|导读|摘要)\s*[:：]?|声明\s*[:：].{0,40}(?:转载|本网|本站|版权).*|欢迎来到.{2,30}[!！。]?|(?:您|你)是第.{0,12}位.{0,10}"
)
_RIGHTS = re.compile(r"未经.{0,8}(?:授权|许可|同意).{0,12}转载|转载(?:请|时|须).{0,6}(?:注明|附上|联系)|请注明出处")


def is_furniture(line: str, top: bool) -> bool:
    """Whether ``line`` belongs to the site and not to the text; menus are looked for at the ``top`` alone."""
    return bool(
        _BARS.fullmatch(line)
        or _URL.fullmatch(line)
        or _IMAGE.fullmatch(line)
        or (len(line) <= 120 and (_TAIL.fullmatch(line) or _RIGHTS.search(line)))
        or (
            top
            and len(line) <= 120
            and (_is_menu(line) or _SECTION.fullmatch(line) or _SITE.fullmatch(line) or _MOTTO.fullmatch(line))
        )
    )


def _is_menu(line: str) -> bool:
    """Short words side by side, one of them a tool or section of a site; or such a word alone."""
    pieces = [piece for piece in _PARTED.split(line) if piece]
    if not pieces or any(len(piece) > _PIECE or _PROSE.search(piece) for piece in pieces):
        return False
    tools = sum(bool(_ITEM.fullmatch(piece)) for piece in pieces)
    return tools == len(pieces) or (len(pieces) > 2 and tools > 0) or (line.count("|") + line.count("｜") > 1)
