"""Zones and rivers that no list holds: a reader knows them by how they are named."""

from __future__ import annotations

import pytest

from loaders.link import find_places
from loaders.model import PlaceMentionFact
from loaders.registry import load_registry

REGISTRY = load_registry()


def read(text: str, jurisdiction: str = "000000") -> list[PlaceMentionFact]:
    return find_places(text, REGISTRY, jurisdiction)


def names(text: str, jurisdiction: str = "000000") -> list[str]:
    return [m.label or REGISTRY.places[m.iri].name for m in read(text, jurisdiction)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打造桂林国家可持续发展议程创新示范区升级版", ["桂林可持续发展议程创新示范区"]),
        ("建设泸州跨境电商综合试验区", ["泸州市"]),
        ("依托洛阳高新区、新乡经开区培育产业", ["洛阳高新技术产业开发区", "新乡经济技术开发区"]),
        ("洛阳市高新技术产业开发区管委会", ["洛阳高新技术产业开发区"]),
        ("支持郑州临空经济示范区扩容", ["郑州临空经济示范区"]),
        ("在四川宜宾临港经济技术开发区设厂", ["宜宾临港经济技术开发区"]),
        ("太湖国家旅游度假区纳入规划", ["太湖旅游度假区"]),
        ("湖北自贸试验区宜昌片区", ["中国（湖北）自由贸易试验区宜昌片区"]),
        ("推动绵阳都市圈起步", ["绵阳都市圈"]),
        ("丹江口库区、三峡库区", ["丹江口库区", "三峡库区"]),
        ("宜宾三江新区与东莞松山湖高新区结对", ["宜宾三江新区", "东莞松山湖高新技术产业开发区"]),
        ("建设重庆西永综合保税区", ["重庆西永综合保税区"]),
    ],
)
def test_a_zone_is_told_by_its_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖北省级示范区", ["湖北省"]),
        ("湖南开发区数量", ["湖南省"]),
        ("合肥建设综合性示范区", ["合肥市"]),
        ("武汉示范区域", ["武汉市"]),
        ("西安各开发区", ["西安市"]),
        ("南京打造新区", ["南京市"]),
        ("成都助力高新区", ["成都市"]),
        ("推进中部地区先行区建设", ["中部地区"]),
        ("加快开发区建设", []),
    ],
)
def test_a_kind_of_zone_is_no_place(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_zone_lies_in_the_place_it_is_named_after() -> None:
    (zone,) = read("荆门化工循环产业集聚区")
    assert (zone.kind, zone.within, zone.code) == ("Zone", "https://w3id.org/zhengtu/place/420800", "")
    (circle,) = read("绵阳都市圈")
    assert (circle.kind, circle.within) == ("MetropolitanArea", "https://w3id.org/zhengtu/place/510700")


def test_one_zone_under_full_and_short_names_is_one_node() -> None:
    (short,) = read("洛阳高新区")
    (full,) = read("洛阳市国家高新技术产业开发区")
    assert short.iri == full.iri
    assert short.iri != read("新乡高新区")[0].iri


def test_a_list_shares_the_words_of_a_zone() -> None:
    assert names("支持常州、无锡等承接产业转移示范区合作") == ["常州承接产业转移示范区", "无锡承接产业转移示范区"]
    assert names("推动泸州、宜宾发展临空经济区") == ["泸州市", "宜宾市"]
    assert names("发挥武汉和武汉都市圈引领作用") == ["武汉市", "武汉都市圈"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加强梅溪河流域治理", ["梅溪河"]),
        ("实施白水江流域、陡河流域综合整治", ["白水江", "陡河"]),
        ("健全长江流域横向补偿", ["长江"]),
        ("推进举水流域治理", ["举水"]),
        ("推进中小河流域治理、内河水系整治、跨界河流域联防", []),
        ("四水流域系统治理", []),
    ],
)
def test_what_has_a_basin_is_a_river(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("开工建设新化至溆浦高速公路", "430000", ["新化县", "溆浦县"]),
        ("固原至彭阳天然气管道", "640000", ["固原市", "彭阳县"]),
        ("规划建设武夷山至宁德公路", "350000", ["武夷山市", "宁德市"]),
        ("筑牢武夷山、罗霄山屏障", "360000", ["武夷山", "罗霄山"]),
        ("温州、台州、丽水共建产业带", "330000", ["温州市", "台州市", "丽水市"]),
        ("玉溪做强烟草产业，大理发展高原农业", "530000", ["玉溪市", "大理白族自治州"]),
        ("创新化至善", "430000", []),
    ],
)
def test_neighbours_tell_which_place_is_meant(text: str, jurisdiction: str, expected: list[str]) -> None:
    assert names(text, jurisdiction) == expected


def test_organs_alone_name_no_place() -> None:
    assert names("陕西省教育厅、昆明海关负责") == []
    assert names("昆明海关负责，支持昆明扩大开放") == ["昆明市", "昆明市"]
    assert names("神农架林区人民政府负责") == ["神农架林区"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打造中部国际航空港群，加大西部天然气引入", ["中部地区", "西部地区"]),
        ("仙桃市域东部", ["仙桃市"]),
        ("建设华中区域应急救援中心", ["华中地区"]),
        ("华中科技大学、华东师范大学", []),
        ("西安东部城区、中西部", ["西安市"]),
    ],
)
def test_great_regions_by_their_short_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_river_s_name_in_that_of_a_reservoir_is_not_the_river() -> None:
    assert names("推进漳河水库、赣抚平原等大型灌区改造") == []
    assert names("整治漳河、赣江") == ["漳河", "赣江"]


@pytest.mark.parametrize(
    ("text", "expected"), [("治理桃河、娘子关泉域", ["桃河"]), ("治理中小河、湖泊", []), ("看桃河、娘子关", [])]
)
def test_a_river_that_is_treated_needs_no_list(text: str, expected: list[str]) -> None:
    assert names(text) == expected
