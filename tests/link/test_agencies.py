"""What a printed unit means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.link import AgencyResolver
from loaders.registry import load_registry
from loaders.registry.iris import BASE, government_iri

REGISTRY = load_registry()
CENTRE = AgencyResolver(REGISTRY)
HUBEI = AgencyResolver(REGISTRY, "420000")
WUHAN = AgencyResolver(REGISTRY, "420100")
BEIJING = AgencyResolver(REGISTRY, "110000")


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("国家发展改革委", "国家发展和改革委员会", "CentralAgency"),
        ("发展改革委", "国家发展和改革委员会", "CentralAgency"),
        ("人力资源社会保障部", "中华人民共和国人力资源和社会保障部", "CentralAgency"),
        ("银保监会", "中国银行保险监督管理委员会", "CentralAgency"),
        ("国家粮食和储备局", "国家粮食和物资储备局", "CentralAgency"),
        ("侨办", "国务院侨务办公室", "CentralAgency"),
        ("药监局", "国家药品监督管理局", "CentralAgency"),
        ("中央网信办", "中央网络安全和信息化委员会办公室", "PartyOrgan"),
        ("中国残联", "中国残疾人联合会", "MassOrganization"),
        ("中国国家铁路集团有限公司", "中国国家铁路集团有限公司", "Enterprise"),
        ("湖北省", "湖北省人民政府", "LocalGovernment"),
        ("江西省人民政府", "江西省人民政府", "LocalGovernment"),
        ("恩施州", "恩施土家族苗族自治州人民政府", "LocalGovernment"),
        ("浙江省发展改革委", "浙江省发展和改革委员会", "ProvincialAgency"),
        ("上海市教委", "上海市教育委员会", "ProvincialAgency"),
        ("宁波海关", "中华人民共和国宁波海关", "FieldOffice"),
    ],
)
def test_central_document(name: str, label: str, kind: str) -> None:
    found = CENTRE.resolve(name)
    assert (found.label, found.kind, found.registered) == (label, kind, True)


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("省发改委", "湖北省发展和改革委员会", "ProvincialAgency"),
        ("发改委", "湖北省发展和改革委员会", "ProvincialAgency"),
        ("湖北省发展和改革委员会", "湖北省发展和改革委员会", "ProvincialAgency"),
        ("国家发展改革委", "国家发展和改革委员会", "CentralAgency"),
        ("省经信厅", "湖北省经济和信息化厅", "ProvincialAgency"),
        ("省政务办", "湖北省政务管理办公室", "ProvincialAgency"),
        ("省委网信办", "中共湖北省委网络安全和信息化委员会办公室", "PartyOrgan"),
        ("省委外办", "中共湖北省委外事工作委员会办公室", "PartyOrgan"),
        ("省委", "中国共产党湖北省委员会", "PartyOrgan"),
        ("省政府", "湖北省人民政府", "LocalGovernment"),
        ("省残联", "湖北省残疾人联合会", "MassOrganization"),
        ("省供销社", "湖北省供销合作总社", "MassOrganization"),
        ("团省委", "中国共产主义青年团湖北省委员会", "MassOrganization"),
        ("省税务局", "国家税务总局湖北省税务局", "FieldOffice"),
        ("国家税务总局湖北省税务局", "国家税务总局湖北省税务局", "FieldOffice"),
        ("人行武汉分行", "中国人民银行武汉分行", "FieldOffice"),
        ("人民银行武汉分行", "中国人民银行武汉分行", "FieldOffice"),
        ("武汉海关", "中华人民共和国武汉海关", "FieldOffice"),
        ("湖北证监局", "中国证券监督管理委员会湖北监管局", "FieldOffice"),
        ("湖北银保监局", "中国银行保险监督管理委员会湖北监管局", "FieldOffice"),
        ("省消防救援总队", "湖北省消防救援总队", "FieldOffice"),
        ("神农架林区人民政府", "神农架林区人民政府", "LocalGovernment"),
        ("宜昌市教育局", "宜昌市教育局", "LocalAgency"),
    ],
)
def test_provincial_document(name: str, label: str, kind: str) -> None:
    found = HUBEI.resolve(name)
    assert (found.label, found.kind, found.registered) == (label, kind, True)
    described = HUBEI.describe(found.iri)
    assert described is not None
    assert (described.name, described.kind) == (label, kind)


@pytest.mark.parametrize(
    ("jurisdiction", "name", "label"),
    [
        ("420000", "省供销社", "湖北省供销合作总社"),
        ("420000", "供销总社", "湖北省供销合作总社"),
        ("430000", "省供销社", "湖南省供销合作社"),
        ("420000", "省政务办", "湖北省政务管理办公室"),
        ("430000", "省政务办", "湖南省政务服务管理办公室"),
        ("430000", "湖北省政务办", "湖北省政务管理办公室"),
        ("420100", "市政务办", "武汉市政务服务管理办公室"),
    ],
)
def test_an_organ_that_bears_another_name_in_a_province(jurisdiction: str, name: str, label: str) -> None:
    assert AgencyResolver(REGISTRY, jurisdiction).resolve(name).label == label


def test_the_party_office_for_foreign_affairs_answers_to_both() -> None:
    """Since 2018 the government's foreign affairs office is the party committee's under another name."""
    resolver = HUBEI
    office = resolver.describe(resolver.resolve("省委外办").iri)
    assert office is not None
    ministry, commission = (resolver.resolve(name).iri for name in ("外交部", "中央外办"))
    assert {ministry, commission} == set(office.counterparts)


def test_city_document() -> None:
    assert WUHAN.resolve("市发改委").label == "武汉市发展和改革委员会"
    assert WUHAN.resolve("省发改委").label == "湖北省发展和改革委员会"
    assert WUHAN.resolve("市委宣传部").label == "中共武汉市委宣传部"
    assert WUHAN.resolve("江汉区教育局").label == "江汉区教育局"
    assert BEIJING.resolve("市教委").label == "北京市教育委员会"


def test_iri_schemes() -> None:
    assert HUBEI.resolve("湖北省").iri == f"{BASE}agency/gov-420000"
    assert HUBEI.resolve("省发改委").iri == f"{BASE}agency/420000-fazhan-he-gaige-weiyuanhui"
    assert CENTRE.resolve("发展改革委").iri == f"{BASE}agency/guojia-fazhan-he-gaige-weiyuanhui"
    unknown = CENTRE.resolve("核与辐射安全中心")
    assert unknown.iri.startswith(f"{BASE}agency/%E6%A0%B8")
    assert not unknown.registered


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("上海阿波罗机械股份有限公司", "Enterprise"),
        ("湖北联投集团有限公司", "Enterprise"),
        ("核与辐射安全中心", "PublicInstitution"),
        ("湖北科技学院", "PublicInstitution"),
        ("中国旅游协会", "MassOrganization"),
        ("教育部办公厅", "CentralAgency"),
        ("国家某某管理局", "CentralAgency"),
        ("湖北省某某管理局", "ProvincialAgency"),
        ("武汉市某某管理局", "LocalAgency"),
        ("长江海事局", "FieldOffice"),
    ],
)
def test_unknown_names_are_kept_and_typed(name: str, kind: str) -> None:
    found = CENTRE.resolve(name)
    assert (found.label, found.kind, found.registered) == (name, kind, False)


def test_a_context_bound_name_is_never_an_agency_label() -> None:
    assert HUBEI.resolve("省南水北调局").label == "湖北省南水北调局"
    for name in ("省发改委", "市财政局", "县教育局", "教育局", "省委"):
        assert CENTRE.resolve(name).kind == "AgentDescription"
    assert HUBEI.resolve("市发改委").kind == "AgentDescription"


@pytest.mark.parametrize(
    "name",
    [
        "有关部门",
        "各有关部门和单位",
        "各省级人民政府",
        "各市（州）人民政府",
        "相关城市人民政府",
        "长江中游城市群相关城市人民政府",
        "地方各级人民政府",
        "我局",
        "三省",
        "各成员单位",
        "各地",
        "国务院有关部门",
        "沿江城市",
        "中央和国家机关有关部门",
        "财政部等有关部门",
        "行业主管部门",
    ],
)
def test_groups_are_descriptions(name: str) -> None:
    found = HUBEI.resolve(name)
    assert (found.iri, found.kind, found.label) == ("", "AgentDescription", name)
    assert HUBEI.is_agent(name) == 0.9


def test_scope_and_members() -> None:
    assert HUBEI.group("有关部门").scope == f"{BASE}place/420000"
    assert CENTRE.group("有关部门").scope == f"{BASE}place/000000"
    assert CENTRE.group("长江中游城市群相关城市人民政府").scope == f"{BASE}place/changjiang-zhongyou-chengshiqun"
    assert len(CENTRE.group("各省级人民政府").members) == 31
    assert len(CENTRE.group("各省、自治区、直辖市人民政府").members) == 31
    cities = HUBEI.group("各市（州）人民政府").members
    assert government_iri("420100") in cities
    assert government_iri("422800") in cities
    assert government_iri("430100") not in cities
    assert government_iri("420103") in WUHAN.group("各区人民政府").members
    assert HUBEI.group("有关部门").members == ()


def test_defined_phrases() -> None:
    resolver = AgencyResolver(REGISTRY, "420000", {"三省": ("湖北省", "湖南省", "江西省"), "九市": ("武汉市", "黄石市")})
    assert resolver.resolve("三省").kind == "AgentDescription"
    assert resolver.group("三省").members == tuple(map(government_iri, ("420000", "430000", "360000")))
    assert resolver.group("九市").members == tuple(map(government_iri, ("420100", "420200")))


@pytest.mark.parametrize(
    "text",
    [
        "快货国内1天送达",
        "B型",
        "郊",
        "城镇污水垃圾处理",
        "以下简称三省",
        "以下任务均需三省落实",
        "市场体系",
        "省级物流枢纽",
        "相关规划",
        "基层治理",
        "县城建设",
        "区域协调",
        "2025年",
        "下同",
        "三方协议",
        "中部地区",
        "排在第一位的部门为牵头部门",
        "长江中游城市群",
        "江西",
        "武汉",
        "试点",
        "PM2.5",
        "",
    ],
)
def test_no_units(text: str) -> None:
    assert HUBEI.is_agent(text) < 0.5
    assert CENTRE.is_agent(text) < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "湖北省",
        "省发改委",
        "武汉海关",
        "财政部",
        "国家电网有限公司",
        "湖北联投集团有限公司",
        "神农架林区人民政府",
        "省南水北调局",
    ],
)
def test_units(text: str) -> None:
    assert HUBEI.is_agent(text) >= 0.6


@given(st.text(max_size=30), st.sampled_from(["000000", "420000", "420100", "110105"]))
def test_resolving_never_fails_and_scores_stay_in_range(text: str, jurisdiction: str) -> None:
    resolver = AgencyResolver(REGISTRY, jurisdiction)
    text = text.encode("utf-8", "replace").decode()
    found = resolver.resolve(text)
    assert found == resolver.resolve(text)
    assert (found.iri == "") == (found.kind == "AgentDescription")
    assert 0.0 <= resolver.is_agent(text) <= 1.0


STORED = sorted(REGISTRY.agencies.values(), key=lambda agency: agency.iri)


@given(st.sampled_from(STORED))
def test_every_stored_name_resolves_to_its_agency(agency: object) -> None:
    from loaders.registry import Agency

    assert isinstance(agency, Agency)
    for name in (agency.name, *agency.short_names):
        assert CENTRE.resolve(name).iri == agency.iri
