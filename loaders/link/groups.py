"""Phrases that mean units without naming one: 有关部门, 各市（州）人民政府, 我局, 三省, 各成员单位."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.registry import Place, Registry
from loaders.registry.iris import CHINA, government_iri, place_iri


def _any(*words: str) -> str:
    """A pattern for any of the space-separated words (which may be patterns themselves)."""
    return "(?:" + "|".join(" ".join(words).split()) + ")"


_FEW = "[两二三四五六七八九十]"
_OWN = "[省市县区州局厅委部院办行司会盟]"
_UNIT = _any(
    "部门 单位 机构 城市 地区 企业 政府 方面 省份 省市 省 市 县 区 州 委局 厅局 部委 局 委 办 组 院校 高校 金融机构 协会 商会",
    "园区 乡镇 镇街 街镇 街道 科室 处室 司局 办事处 行署 公署",
    "村 村委会 居委会 社区 开发区 功能区 管理区 新区 平台公司 院所 医院 学校",
)
_HEAD = re.compile(
    _any(
        f"各(?!族|界|类|种|项) 有关 相关 其他 其它 上述 以上 责任 成员 本{_OWN} 本(?:地区|级|单位|部门) [我贵你]{_OWN}",
        f"(?:{_FEW}|十[一二三四五六]|\\d{{1,2}})个?(?:省|市|县|区|州|地|城|部门|部委|单位|方)",
        "地方(?:各级|人民|政府|有关|党委|$) 沿[线江海河边黄湖] 当地 所在 属地 基层 双方 中央和国家机关 省直 市直 县直 省级",
        "市级 县级 国务院(?:各|有关|相关) 市县 省市 地市 市州 县市 区县 县区 设区市 行业主管 主管部门 业务主管 职能部门",
        "(?:承办|主办|牵头|配合|参与|建设)单位",
    )
)
_INNER = re.compile(
    rf"(?:有关|相关|各成员|各责任|各级?|等(?:有关|相关)?|沿线|成员|主管|责任|职能)[一-鿿（）()、]{{0,8}}(?:{_UNIT}|人民政府)$"
)
_FILLING = re.compile(r"[（(].*?[)）]|人民|政府|[、和]|直管市|设区")
_PROVINCES = re.compile("各省(?:级|自治区直辖市|区市|市区)?$")
_CITIES = re.compile("各(?:市州|市|地市|州市|设区市)$")
_COUNTIES = re.compile("各(?:县市区|县区|区县|县|区)$")
_TAIL = re.compile(_any("部门 成员单位 责任单位 各单位 市州 县市区 市县 各地 有关方面 相关城市 沿线城市") + "$")
_END = re.compile(
    _any(
        f"{_UNIT} [各两三四五六七八九十]地 当地 属地 基层 双方 各方 各级 人民政府 党委 党组织 机关 成员 主体 法院 检察院 公司",
        f"国企 央企 银行 管委会 组织 媒体 (?:{_FEW}|\\d)方",
    )
    + "(?:等)?$"
)
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")
_CLAUSE = re.compile(r"首位|第一|为牵头|简称|下同|不再|排在|负责|落实|《|》|[，。；：:;]")
"""What makes a sentence of it: a note such as 列第一位者为牵头单位 is no unit."""


@dataclass(frozen=True, slots=True)
class Group:
    """What a phrase picks out: the place within which (an IRI, or empty), and the agencies where that can be told (IRIs)."""

    scope: str = ""
    members: tuple[str, ...] = ()


def is_group(name: str, defined: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether ``name`` is a phrase that means units rather than the name of one."""
    if name in defined:
        return True
    if _CLAUSE.search(name):
        return False
    name = _ASIDE.sub("", name) or name
    return bool((_HEAD.match(name) and _END.search(name)) or _INNER.search(name) or _TAIL.search(name))


def scope_and_members(
    name: str, registry: Registry, jurisdiction: str, region: Place | None, defined: Mapping[str, tuple[str, ...]]
) -> Group:
    """The group's scope (the region it names, else the jurisdiction) and its members.

    Members are given for a phrase defined in the document, and for 各省级人民政府, 各市（州）人民政府 of a province, and
    各县（市、区）人民政府 of a prefecture: the divisions of that level in force.
    """
    if name in defined:
        members = tuple(_member(registry, label) for label in defined[name])
        return Group(region.iri if region else "", tuple(iri for iri in members if iri))
    scope = region or registry.place(jurisdiction)
    code = region.code if region and region.code else jurisdiction
    plain = _FILLING.sub("", name)
    level = ""
    if region is None or region.code:
        if code == CHINA and _PROVINCES.match(plain):
            level = "province"
        elif code.endswith("0000") and code != CHINA and _CITIES.match(plain):
            level = "prefecture"
        elif code.endswith("00") and not code.endswith("0000") and _COUNTIES.match(plain):
            level = "county"
    return Group(scope.iri if scope else "", _divisions(registry, code, level) if level else ())


def _divisions(registry: Registry, code: str, level: str) -> tuple[str, ...]:
    found = (
        place
        for place in registry.places.values()
        if place.level == level
        and not place.replaced_by
        and registry.holds(code, place)
        and place.code[:2] not in ("71", "81", "82")
    )
    return tuple(government_iri(place.code) for place in sorted(found, key=lambda place: place.code) if place.code != code)


def _member(registry: Registry, label: str) -> str:
    if label.startswith("http"):
        return government_iri(label[len(place_iri("")) :]) if label.startswith(place_iri("")) else label
    group = registry.divisions.get(label)
    return government_iri(group[0].code) if group else ""
