"""The units of planning documents, and the expression that reads one after a number."""

from __future__ import annotations

import re
from functools import lru_cache

_MONEY = "元 美元 欧元 人民币"
_MEASURES = (
    "㎡ hm2 hm² km2 km² m3 m³ "
    "平方公里 平方千米 平方米 平米 公顷 亩次 亩 公里 千米 海里 延米 米 厘米 毫米 车道公里 "
    "吨标准煤 吨标煤 千克标准煤 克标准煤 吨 "
    "公斤 千克 斤 克 毫克 微克 "
    "立方米 方 升 载重吨 总吨 千瓦时 千瓦 兆瓦时 吉瓦时 兆瓦 吉瓦 千伏安 千伏 度 GW MW kW kWh GWh TWh 微克/立方米 毫克/升 "
    "μg/m3 mg/L TB PB EB ZB Gbps Tbps Mbps EFLOPS PFLOPS EFlops PFlops 标箱 标准箱 TEU 分贝 摄氏度 ℃ 毫秒 秒 卷 "
    "株次 辆次 人公里 吨公里 二氧化碳 吨二氧化碳 标准立方米 立方 倍 番 成 折 分"
)
_PEOPLE = "人次 件次 台次 课时 学时 人年 人 户 名 位 岁 劳动力 人日"
_COUNTS = (
    "个 家 项 座 条 所 处 套 件 台套 台（套） 台(套) "
    "台 辆 艘 架次 架 列 对 批次 场次 场 次 张 门 种 类 支 只 头 羽 粒 株 棵 间 栋 幢 "
    "宗 单 例 部 片 块 枚 根 口 "
    "份 票 班 趟 床 桩 箱 盏 眼 册 篇 首 幅 员 笔 团 杆 车次 航班"
)
_TIMES = "小时 分钟 个工作日 工作日 天 日 个月 周 年"
_RATIOS = "个百分点 百分点 % ‰ PPM ppm"

COUNTS = frozenset((_COUNTS + " 名 位 户").split())
"""Measure words: what is counted follows them, or stands before (企业200家, 200家企业)."""
TIMES = frozenset(_TIMES.split())
RATIOS = frozenset(_RATIOS.split())
MONEY = frozenset(_MONEY.split())

_ALL = sorted(
    {u for group in (_MONEY, _MEASURES, _PEOPLE, _COUNTS, _TIMES, _RATIOS) for u in group.split()},
    key=len,
    reverse=True,
)
FIRST = "".join(sorted({u[0] for u in _ALL} | set("千万亿百十余多")))
"""What a unit, or the scale before it, begins with."""
BASE = "(?:" + "|".join(map(re.escape, _ALL)) + ")"
SCALES = frozenset(("", *["千", "万", "亿", "万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万"]))
SCALE = "(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)"
UNIT = re.compile(
    rf" ?(?P<more>[余多])?(?P<unit>(?:(?P<scale>{SCALE})(?P<over>[余多])? ?(?={BASE}))?"
    rf"(?P<base>{BASE}(?:标准煤)?(?:/{SCALE}?{BASE})?|/(?:10|十)?万人?)|(?P<alone>{SCALE})(?P<rest>[多余])?)?"
)
"""After a number: 余/多 (more than), the scale kept in the unit, the unit; ``base`` is unset where only 万/亿 is printed."""


_SCALED = re.compile(rf"^{SCALE}(?={BASE})")


@lru_cache(maxsize=512)
def base_of(unit: str) -> str:
    """万公里 → 公里, 亿元 → 元, 个 → 个."""
    return _SCALED.sub("", unit)
