"""Short names of districts, counties, banners, rivers and mountains: in lists, by rule, and where they are none."""

from __future__ import annotations

import pytest

from loaders.link.places import find_places
from loaders.registry import load_registry
from tests.growth import grows_with_length

REGISTRY = load_registry()
CHINA = "000000"


def places(text: str, jurisdiction: str = CHINA) -> list[str]:
    """``name as printed = full name`` of each mention; the name alone where both are the same."""
    found = []
    for place in find_places(text, REGISTRY, jurisdiction):
        known = REGISTRY.places.get(place.iri)
        full = place.label or (known.name if known else "")
        found.append(place.text if full == place.text else f"{place.text}={full}")
    return found


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("支持民乐、高台、山丹三县种植中药材。", "620000", ["民乐=民乐县", "高台=高台县", "山丹=山丹县"]),
        ("推动清水、秦安等县发展花椒产业。", "620000", ["清水=清水县", "秦安=秦安县"]),
        ("以河东、兰山、罗庄三区为主。", "370000", ["河东=河东区", "兰山=兰山区", "罗庄=罗庄区"]),
        ("沅江、资阳、汉寿等县（市、区）沟渠清淤。", "430000", ["沅江=沅江市", "资阳=资阳区", "汉寿=汉寿县"]),
        ("海北、海南、黄南三州草场。", "630000", ["海北=海北藏族自治州", "海南=海南藏族自治州", "黄南=黄南藏族自治州"]),
        ("井陉、赞皇、平山等县", "130000", ["井陉=井陉县", "赞皇=赞皇县", "平山=平山县"]),
        (
            "和政、康乐、东乡、积石山四县",
            "620000",
            ["和政=和政县", "康乐=康乐县", "东乡=东乡族自治县", "积石山=积石山保安族东乡族撒拉族自治县"],
        ),
    ],
)
def test_towns_listed_side_by_side(text: str, jurisdiction: str, expected: list[str]) -> None:
    assert places(text, jurisdiction) == expected


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("弘扬团结、友谊、合作、和平的精神。", CHINA),
        ("弘扬团结、友谊、合作、和平的精神。", "230000"),
        ("保持清水、蓝天、净土。", "620000"),
        ("提高公共服务、民乐演出水平。", "620000"),
        ("与东方航空、新华书店、同心科技、大通证券等企业合作。", CHINA),
        ("推动形成大同、和平、进步的世界。", CHINA),
        ("加强城市、平安、文明建设。", "630000"),
    ],
)
def test_words_listed_side_by_side_are_no_towns(text: str, jurisdiction: str) -> None:
    assert places(text, jurisdiction) == []


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("续建鄞州—衢江产业园。", "330000", ["鄞州=鄞州区", "衢江=衢江区"]),
        ("实施洞头引供水工程。", "330000", ["洞头=洞头区"]),
        ("建成宁河物流园。", "120000", ["宁河=宁河区"]),
        ("建成宁河物流园。", CHINA, []),
        (
            "达茂旗、科左中旗、察右前旗、阿左旗",
            "150000",
            ["达茂旗=达尔罕茂明安联合旗", "科左中旗=科尔沁左翼中旗", "察右前旗=察哈尔右翼前旗", "阿左旗=阿拉善左旗"],
        ),
        ("查干湖、前郭县", "220000", ["查干湖", "前郭县=前郭尔罗斯蒙古族自治县"]),
        ("修建喀左县水库。", "210000", ["喀左县=喀喇沁左翼蒙古族自治县"]),
        ("霞浦三沙渔港", "350000", ["霞浦=霞浦县"]),
        ("成渝中线高铁", "500000", []),
    ],
)
def test_short_names_that_are_no_words(text: str, jurisdiction: str, expected: list[str]) -> None:
    assert places(text, jurisdiction) == expected


def test_banners_are_found_where_their_league_or_province_is_told() -> None:
    assert places("呼伦贝尔市莫旗、鄂伦春旗") == ["呼伦贝尔市", "莫旗=莫力达瓦达斡尔族自治旗", "鄂伦春旗=鄂伦春自治旗"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("整治拒马河、唐河、沙河等河道。", ["拒马河", "唐河", "沙河"]),
        ("推进怒江、澜沧江、南盘江等河流治理。", ["怒江", "澜沧江", "南盘江"]),
        ("避让贺兰山、大青山。", ["贺兰山", "大青山"]),
        ("加强浑河、太子河、大伙房水库管理。", ["浑河", "太子河"]),
        ("清漳河绿道", ["清漳河"]),
        ("建设人民公园、南山公园、中心湖等。", []),
    ],
)
def test_waters_and_mountains(text: str, expected: list[str]) -> None:
    assert [place.split("=")[0] for place in places(text)] == expected


def test_a_river_named_after_a_town_is_not_the_town() -> None:
    assert "华容=华容县" not in places("湖南省实施华容河综合整治。", "430000")


def test_a_town_between_two_others_on_a_line_is_mentioned_once() -> None:
    found = places("云南省泸西至丘北至广南高速公路", "530000")
    assert found == ["云南省", "泸西=泸西县", "丘北=丘北县", "广南=广南县"]


def test_a_line_does_not_run_to_a_namesake_far_away() -> None:
    assert "官渡=官渡区" not in places("巫山县、巴东县加快建设巫山至官渡至巴东高速公路。")


@pytest.mark.parametrize("piece", ["建设", "成都、", "大河、", "临泽、", "山", "和", "等县、"])
def test_lists_cost_their_length(piece: str) -> None:
    assert grows_with_length(lambda text: find_places(text, REGISTRY, "620000"), piece, 100_000)
