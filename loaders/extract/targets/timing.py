"""Times as figures: 2小时通达, 1天送达, 一小时通勤圈, 办理时限压缩至3个工作日."""

from __future__ import annotations

import re

from loaders.extract.targets.clause import Left
from loaders.extract.targets.places import PLACE
from loaders.extract.targets.scan import Quantity

_NAME = "(?P<name>(?:(?!的)[一-鿿]){0,8}?圈)(?![子层定]|覆盖率|建设率|达标率)"
_CIRCLE = re.compile(f'(?:左右|以内|内)?(?:[”"]|的)?{_NAME}')
_SHARED = re.compile(f'(?:[、和与及][^，,。；;、]{{0,14}}?[\\d一二两三四五六半]+个?(?:小时|分钟|天|日)){{1,4}}[”"]?的?{_NAME}')
_GOODS = re.compile("(?:物流|快递|快货|快件|邮件|货物|商品|包裹|寄递)$")
_AREA = re.compile(
    "(?:市区|[市省县区镇]域|城区|城市|县城|乡镇|行政村|中心村|省内|市内|周边|毗邻|之间|口岸|机场|园区|都市圈|城市圈|城市群)间?$"
)
_MUTUAL = re.compile("(?:互达|互通|通达|直达|同城)$")
_REACH = re.compile(
    r"(?:左右|以内|之内|内)?(?:可|能|基本|实现|快速|便捷)*(?P<verb>互达|通达|直达|到达|可达|抵达|送达|配送|通勤|覆盖|"
    r"响应|办结|互通)"
)
_RATE = re.compile("[一-鿿]{0,6}?(?:率|比例|比重|占比)")
_SPAN = re.compile(r"(?:时间|时限|天数|日数|时长|工期|周期|寿命|年限|年数|耗时|用时|时效|间隔|期限)(?:[一-鿿]{0,4})?$")
_NO_SPAN = re.compile("有效期|任期|聘期|会期|公示|合同|服务期|保修|试行期|建设期|规划期|合作期")
_VERB = re.compile(
    r"达|缩短|缩减|压缩|压减|控制在|降至|降到|减少到|减至|延长|不超过|不少于|不低于|超过|少于|提高|增加|为|约|至|到|由|从"
)
_GLOSSED = re.compile(r"\d+(?P<what>[一-鿿]{2,4}?)(?:物流|交通|出行|运输)?[圈网][”\"]?[（(]$")
"""A name that a bracket explains: “全球123快货物流圈”（国内1天送达…） is about 快货."""


def circle(text: str, q: Quantity) -> tuple[str, int] | None:
    """The circle that the time belongs to (通勤圈) and where its name ends.

    Several times may share it (县城至乡镇30分钟、乡镇至行政村15分钟的出行圈): all but the last end where they are printed.
    """
    m = _CIRCLE.match(text, q.end)
    if m is not None:
        return m["name"], m.end()
    shared = _SHARED.match(text, q.end)
    return (shared["name"], q.end) if shared else None


def reached(text: str, q: Quantity) -> tuple[str, int] | None:
    """What happens within the time (通达) and where the word ends."""
    m = _REACH.match(text, q.end)
    return (m["verb"], m.end()) if m and _RATE.match(text, m.end()) is None else None


def measures_time(words: str, between: str) -> bool:
    """Whether ``words`` (before the verb ``between``) name a time that the figure limits or reports."""
    if _NO_SPAN.search(words) is not None or _SPAN.search(words) is None:
        return False
    return not between or _VERB.search(between) is not None


def encircled(left: Left) -> str:
    """Where a circle lies: the place that its clause names (构建四市互达“90分钟经济圈”, 市域1小时、…), else nothing."""
    return left.scope + (left.name if _AREA.search(left.name) else "") if not _MUTUAL.fullmatch(left.name) else left.scope


def reacher(text: str, left: Left) -> tuple[str, str]:
    """Who is reached (国内) and what arrives (快货), the latter also from the name that a bracket explains."""
    name = re.sub("^(?:基本|实现|全面)+", "", left.name)
    gloss = _GLOSSED.search(text[max(0, left.start - 24) : left.start])
    if name.startswith(("都市圈", "城市圈", "城市群")):
        return left.scope + name, ""
    if _GOODS.search(name) and not left.scope:
        return "", name
    if left.scope:
        return left.scope + name, gloss["what"] if gloss else ""
    for m in PLACE.finditer(name):
        if 0 < m.start() <= 4:
            return name[m.start() :], name[: m.start()]
    return name, gloss["what"] if gloss else ""
