"""What the name of an unregistered unit tells of its class."""

from __future__ import annotations

import re


def _ending(*words: str) -> str:
    """A pattern for a name that ends with one of the space-separated words."""
    return "(?:" + "|".join(" ".join(words).split()) + ")$"


_RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("Enterprise", _ending("公司 集团 总公司 控股 银行 合作社 企业 厂 证券 保险 交易所 股份 投资基金")),
        (
            "PartyOrgan",
            _ending("党委 党组 党工委 工委 纪委 纪委监委 省委 市委 县委 区委 州委 总支 党支部 委组织部 委宣传部 委统战部")
            + "|^(?:中共|中国共产党|中央|党中央)",
        ),
        (
            "MassOrganization",
            _ending(
                "联合会 协会 学会 总工会 工会 商会 促进会 基金会 妇联 残联 工商联 科协 文联 侨联 团委 红十字会 研究会 同学会",
                "志愿者队 联谊会 校友会",
            ),
        ),
        (
            "PublicInstitution",
            _ending(
                "大学 学院 学校 中学 小学 研究院 研究所 设计院 规划院 医院 中心 科学院 博物馆 图书馆 文化馆 档案馆 实验室 ",
                "出版社 电视台 报社 通讯社 杂志社 总台 党校 监督站 院 所 站 馆 社",
            ),
        ),
        (
            "FieldOffice",
            _ending(
                "海关 分行 支行 监管局 监管分局 监管办 监管办公室 地区管理局 督察局 专员办 调查总队 救援总队 航务管理局 ",
                "海事局 边检总站 铁路局",
            ),
        ),
        ("LocalGovernment", _ending("人民政府 镇政府 乡政府 街道办事处 街道办 行政公署")),
        (
            "CentralAgency",
            "^(?:国家|国务院|中国|全国|最高人民).*[局署会部委办室院]$|(?:总局|总署)$|^(?!.*[市县区]).{2,8}部$",
        ),
        ("ProvincialAgency", "厅$"),
    )
)
_LOCAL = re.compile(
    _ending(
        "局 委 办 办公室 委员会 厅 部 管委会 大队 支队 总队 指挥部 领导小组 机关 法院 检察院 联社 事务所 开发区 新区 处 监察局"
    )
)
_ORDINARY = re.compile(
    _ending(
        "全部 内部 中部 西部 东部 南部 北部 外部 局部 干部 骨干部 总部 底部 头部 腹部 顶部 格局 布局 结局 全局 大局 破局 开局",
        "举办 主办 承办 督办 创办 申办 协办 经办 通办 联办 交办 快办 委托 社会 机会 大会 年会 展会 峰会 晚会 博览会 论坛 会议",
        "座谈会 专业 服务站 加油站 充电站 集散中心 引领区 重心 核心 信心 发展中心 场所 厕所 住所 研发中心 重点实验室 学习 院线",
        "餐馆 场馆 旅行社 高校 强国 城市群 都市圈 系统 体系 工程 项目 基地 园区 服务 机制 建设 治理 方案 意见",
    )
)
_SENTENCE = re.compile(r"[，。；！？,;!?\n《》“”\"'%％=＋+]|[0-9０-９].*[0-9０-９]|负责$|以下|简称|为牵头|下同|不再|落实")


def kind_of(name: str, level: str = "") -> str:
    """The class's local name; ``Agency`` where the name tells nothing.  ``level`` is that of the division it begins with."""
    for kind, rule in _RULES:
        if rule.search(name):
            return kind
    if _LOCAL.search(name):
        return "ProvincialAgency" if level == "province" else "LocalAgency" if level else "Agency"
    return "Agency"


def looks_like_unit(name: str) -> float:
    """How much an unregistered name looks like a unit's, 0…0.75, by its length, its end and what units never hold."""
    if not 2 <= len(name) <= 30 or _SENTENCE.search(name) or _ORDINARY.search(name):
        return 0.0
    if kind_of(name) != "Agency":
        return 0.75 if len(name) >= 4 else 0.55 if len(name) == 3 else 0.3
    return 0.6 if _LOCAL.search(name) and len(name) >= 3 else 0.0
