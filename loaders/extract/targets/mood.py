"""Whether words tell what has come about or what is to come: aspect and modality, the nearest to the figure first."""

from __future__ import annotations

import re

_PLAN = "(?:全年|年度?)?(?:投资)?(?:开工)?(?:任务|计划|目标)"
_PAST = (
    "(?<!不)已经?(?!有?[^，]{0,4}将|[^，]{0,24}基础上)|业已|(?<![由从])(?:现有|共有)|多年来|连年|累计完成|超额|先后|相继|如期|圆满",
    "共(?:完成|签[订署约]|建成|审批|核准|新开工|争取|投入|投资|筹集|实施|引进)",
    f"[为占完成]{_PLAN}(?:任务)?(?:开工)?的|占{_PLAN}|占(?:全年|年度|年)投资|超过?(?:时间|序时)进度",
    "[高低超](?:于|出|过)?(?:年度|全年|预期)(?:计划|目标)",
    "据(?:统计|测算|核算|调查|快报)|数据(?:显示|表明)|统计显示|公布的数据|(?:统计|核算)[，,]",
    r"(?:目录|名录|名单)》?(?:包括|收录)|[\d一二三四五六七八九十]年(?:来|间)?(?:共|累计)+完成",
)
"""The perfect, sums up to now, shares of a plan, and what is told from statistics."""
_AHEAD = (
    "(?<!即)将(?![近军领来])|拟(?!合|[一-鿿]{2,4}(?:项目|工程|企业))|力争|确保|今后|未来|下一步|努力(?:实现|达到)|规划(?=实施|建设|新建|总?投资)",
    "(?<!成功)(?<!对上)争取(?!了|到[^2今明]|[^，。]{0,8}资金)|预期目标|目标(?:是|为|：)",
    r"(?<!(?<!本)年度)(?<![资作动展施])计划(?=总?投资|新|续?建|实施|完成|开工|[在于用到]|今年|明年|安排|引进|年内|竣工|完工|投产|\d)",
    "(?:建成|投产|投用|达产|完工|竣工)后|(?<![主需重首只纲])要(?![求素道点闻好件])(?=[一-鿿]{2})",
)
"""Will, intent, duty, and what waits for something else."""
_AIM = ("不低于|不少于|不超过|不高于|控制在",)
"""Limits, which a review may report as well."""
_WAS = (
    "(?<=[一-鿿])(?<!安排)(?<!部署)(?<!规划)(?<!占)了(?!安排|部署)(?=[一-鿿\\d“])",
    "同比|[比较](?:上年|去年|年初)|每年可|(?<![一-鿿])年可",
)
"""Changes and habits, which a plan may have as well."""
_FIRST = (
    "已业现共多连累超先相如圆为占完成高低据数统公核目名"
    r"一二三四五六七八九十\d将拟力确今未下努规争预计建投达竣要不控了同比较每年"
)
"""What a cue begins with."""
_CUE = re.compile(
    f"(?=[{_FIRST}])(?:"
    + "|".join(f"(?P<{k}>{'|'.join(v)})" for k, v in (("past", _PAST), ("ahead", _AHEAD), ("aim", _AIM), ("was", _WAS)))
    + ")"
)
_AFTER = re.compile(
    "[^，,。；;\n]{0,6}(?<!不)已[^有]|[^，,。；;\n]{1,16}[，,]占(?:全年|年度|年)(?:任务|计划|目标)|"
    "[^，,。；;\n]{1,16}[，,](?:同比|[比较](?:上年|去年))(?!.{0,4}不[低少])"
)
_PLAN_ITSELF = re.compile("纳入(?:年度|全年)?计划|(?:年度|全年|年)计划(?:完成)?投资(?!的)")
"""年度计划投资同比增长15%: the plan has grown, and is still to be carried out."""


def nearest(text: str, low: int, figure: int) -> tuple[str, str, int]:
    """What cues in ``text[low:figure]`` tell surely, what by hint (``baseline`` or ``target``), and where the sure one stands.

    Of each the nearest counts; blanks and -1 where there is none.
    """
    sure, hint, where = "", "", -1
    for cue in _CUE.finditer(text, low, figure + 1):
        if cue.lastgroup in ("aim", "was"):
            hint = "target" if cue.lastgroup == "aim" else "baseline"
        else:
            sure, where = ("baseline" if cue.lastgroup == "past" else "target"), cue.start()
    return sure, hint, where


_RESULT = re.compile("取得|成效|改善|壮大|成就|再上新台阶|势头|稳中|向好|不平凡")
"""What a review says of its year."""


def reviewed(text: str, low: int, high: int) -> bool:
    """Whether ``text[low:high]`` tells of results, as a review does of its year."""
    return _RESULT.search(text, low, high) is not None


def behind(text: str, figure: int) -> bool:
    """Whether what follows the figure tells that it has come about (完成5亿元，同比增长6%)."""
    return _AFTER.match(text, figure) is not None


def planned(text: str, low: int, figure: int) -> bool:
    """Whether it is the plan itself that the figure tells of."""
    return _PLAN_ITSELF.search(text, low, figure) is not None
