"""The work whose length or cost a figure tells when its own clause does not name it: A高速公路，北起…，全长165公里."""

from __future__ import annotations

import re

from loaders.extract.targets import words

SIZE = re.compile(
    "^(?:其中|计划|预计|项目|工程|规划|概算|估算)*(?:线路|路线|主线|正线|工程|项目|建设)?(?:全长|总长|里程|长度?|总?投资额?|总库容|库容|(?:[一二三]期)?(?:总)?装机(?:容量|规模)?|额定水头|(?:旅客列车)?设计(?:行车)?(?:时速|速度)|正线建设长度|投资(?:预?估算)?总额|静态投资|总?建筑面积|"
    "占地(?:面积)?|园区面积|规划面积|陆域面积)约?$"
)
"""What is said of one work or site."""
_NOUN = (
    "高速公路|高速|公路|铁路|高铁|客专|专线|大道|快速路|国道|省道|通道|联络线|连接线|支线|专用线|运河|航道|水库|灌区|水电站|电站|电厂|机场|大桥|隧道|枢纽|立交|港区|码头|项目|工程|园区|产业园|学校|医院|院区|水厂|"
    "开发区|新区|经济区|示范区|度假区|景区|风电场|[一-鿿]段"
)
_LEAD = re.compile(
    "(?:其中|同时|此外|目前|据介绍|据了解|另一(?:个|条)?(?:[一-鿿]{2}项目)?|另|另外|如|即)*(?:[“”一二三四五六七八九十纵横射环联]{2,6}(?:是指|是|为))?(?:(?:开工|规划|启动|加快)?(?:建设|推进|打造|实施)|开工|新建|续建|改建|扩建|拓宽|共建|合建|引进)?"
)
_NAME = re.compile(
    f"(?!也?是|[将已为成该本此这其]|终点|起点|起自|止于|[东西南北]?[起至接经止]|位于|与|和|向|连接|贯穿)(?P<name>[一-鿿A-Za-z\\d“”（）()—-]{{2,26}}?(?:{_NOUN}))(?:（[^（）]{{1,12}}）|[(][^()]{{1,12}}[)])?(?=$|[一-鿿]?是|为|在|有|由|累计|今年|年内|项目|工程|起|于|位于|总投资|全长|已|将|计划|预计|[“”])"
)
_NUMBER = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])\s*")
_PARTED = re.compile("[，,。；;：:\n]|——")


_SIZED = re.compile(
    "(?P<work>[一-鿿A-Za-z\\d“”（）()—-]{2,40}?(?:开发区|高新区|产业园|园区|工业园|科技园|项目|工程|铁路|高铁|城际|公路|大桥|隧道|枢纽|机场|电站|水库|运河|航道|水厂|学校|中学|小学|大学|医院|院区|[号一-鿿][段线])"
    "(?:项目|工程)?)(?P<size>(?:计划|预计|概算|估算|规划)?(?:[一二三四五\\d]年内)?(?:总体规划面积|规划总?面积|用地面积|占地面积|总?建筑面积|总投资额?|概算投资|估算投资|投资总额|全长|总长度?|正线长度|线路长度|总库容|设计时速|(?<=[园区地])(?:工业)?总?产值|(?<=[路铁速道桥站纽场库河])(?:累计)?完成投资|(?<=[路铁速道桥堤渠廊线管])[长宽高]|(?<=[道桥])累计(?:掘进|开挖|完成)))"
)


def sized_work(name: str) -> tuple[str, str] | None:
    """``(work, size)`` of a name that holds a work and its size (A产业园总体规划面积); ``None`` for any other."""
    match = _SIZED.fullmatch(name)
    return (match["work"], _WITHIN.sub("", match["size"])) if match and not _KIND.fullmatch(match["work"]) else None


_WITHIN = re.compile("^(?:计划|预计|规划)?[一二三四五\\d]年内")


def work_before(text: str, low: int, at: int) -> str:
    """The work named last at the head of a clause of ``text[low:at]``; nothing where none is."""
    cuts = [low, *(m.end() for m in _PARTED.finditer(text, low, at))]
    for begin in reversed(cuts):
        number = _NUMBER.match(text, begin, at) if begin == low else None
        begin = number.end() if number else begin
        stop = _PARTED.search(text, begin, at)
        lead = _LEAD.match(text, begin, at)
        start = lead.end() if lead else begin
        match = _NAME.match(text, start, stop.start() if stop else at)
        if (
            match is not None
            and not any(word in match["name"] for word in ("的", "在建", "拟建"))
            and words.strip_head(match["name"]) == match["name"]
            and not _KIND.fullmatch(match["name"])
        ):
            return match["name"]
    return ""


_KIND = re.compile(
    f"(?:新建|在建|续建|新开工|已建|拟建|该|此|本|这个|重点|重大|建设|交通|水利|工程|能源|全部|所有|相关|个|条|\\d+)*(?:{_NOUN})"
)
"""该项目, 重点工程: no name."""
