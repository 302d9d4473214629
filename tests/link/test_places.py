"""Which places a reader finds in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.link import find_places
from loaders.link.names import names_of
from loaders.registry import load_registry

REGISTRY = load_registry()


def found(text: str, jurisdiction: str = "000000") -> list[str]:
    return [mention.text for mention in find_places(text, REGISTRY, jurisdiction)]


def meant(text: str, jurisdiction: str = "000000") -> dict[str, str]:
    return {m.text: m.label or REGISTRY.places[m.iri].name for m in find_places(text, REGISTRY, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("长江中游城市群地跨湖北、湖南、江西三省", ["长江中游城市群", "湖北", "湖南", "江西"]),
        ("武汉都市圈同城化", ["武汉都市圈"]),
        ("湘江西岸科技创新走廊", ["湘江西岸科技创新走廊"]),
        ("湘江西岸风光带", ["湘江"]),
        ("浙江西部山区、鄱阳湖南部、太湖北岸", ["浙江", "鄱阳湖", "太湖"]),
        ("泰山东麓", ["泰山"]),
        ("做响“吕梁山货”品牌，绿化吕梁山", ["吕梁", "吕梁山"]),
        ("规划峨眉山、乐山大佛保护利用", ["峨眉山", "乐山"]),
        ("京津冀及周边地区、汾渭平原空气质量", ["京津冀及周边地区", "汾渭平原"]),
        ("江苏省推进“泗水故道”旅游线路", ["江苏省"]),
        ("江苏省南通滨海园区", ["江苏省", "南通"]),
        ("广西、贵州、云南省（区）发展改革委：", []),
        ("山西、陕西省水利厅负责", []),
        ("湖北京山桥米", ["湖北", "京山"]),
        ("山西宁武县", ["山西", "宁武县"]),
        ("长江干流湖北岸线", ["长江干流", "湖北"]),
        ("武汉市金控集团", ["武汉市"]),
        ("经岷县、江西村至陇东南", ["岷县"]),
        ("鞍山铁西装备制造、长沙县、长沙高新区", ["鞍山", "铁西", "长沙县", "长沙高新区"]),
        ("德阳的白酒产业统一布局。", ["德阳"]),
        ("湘桂赣粤运河前期论证", []),
        ("推进湘鄂赣等片区保护", []),
        ("武汉海关、湖北证监局、人行武汉分行", []),
        ("湖北日报记者", []),
        ("神农架林区人民政府", ["神农架林区"]),
        ("南昌一武汉等特高压", ["南昌", "武汉"]),
        ("恩施州、湘西自治州和西双版纳州", ["恩施州", "湘西自治州", "西双版纳州"]),
        ("中国和全国各地", []),
        ("", []),
    ],
)
def test_plain(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("保定市公路：北起满城坨南镇，经易县、定兴", ["保定市", "满城", "易县", "定兴"]),
        ("西藏公路：新建里孜至班戈段，改建日土至革吉公路", ["西藏", "班戈", "日土", "革吉"]),
        ("甘肃省高速公路徽县段、G7011十天高速徽县至天水", ["甘肃省", "徽县", "徽县", "天水"]),
        ("保定市推进满城创建，及至博野发展、广泛博野", ["保定市"]),
        ("支持川南、川东北、渝东南加快发展", ["川南", "川东北", "渝东南"]),
    ],
)
def test_towns_on_a_route_and_parts_of_provinces(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "大理石、三明治与来宾席位",
        "日照时数和长治久安",
        "和平发展是朝阳产业",
        "中山装、孙中山、中山陵",
        "四平方公里",
        "复合肥用量",
        "西南通道建设",
        "整修河道、维修河堤",
        "政府河湖长制与投资水平",
        "沿海河口湿地",
        "扩大连片开发",
        "打开封闭市场",
        "建设新乡村",
        "巩固原有成果，集中卫生资源",
        "公安部门、资源整合、合作共赢",
        "新城区建设、老城区改造、城区排水、郊区",
        "重大庆典活动",
        "拓展出海口",
        "文山会海",
        "确保定期发布",
    ],
)
def test_common_words_are_no_places(text: str) -> None:
    assert found(text, "420000") == []


def test_a_county_needs_its_surroundings() -> None:
    assert found("推广婺源油菜花旅游") == []
    assert found("推广江西婺源、湖北枝江、湖南平江油菜花旅游") == ["江西", "婺源", "湖北", "枝江", "湖南", "平江"]
    assert found("推广婺源油菜花旅游", "360000") == ["婺源"]
    assert found("婺源县是古徽州之地，婺源多古村") == ["婺源县", "婺源"]
    assert found("规划建设监利至华容公铁两用大桥、九江至黄梅等跨江通道", "420000") == ["监利", "华容", "九江", "黄梅"]


def test_a_guarded_name_needs_more() -> None:
    assert found("黄梅戏在湖北唱响") == ["湖北"]
    assert meant("辽宁朝阳，河北承德") == {"辽宁": "辽宁省", "朝阳": "朝阳市", "河北": "河北省", "承德": "承德市"}
    assert found("长沙、大同、洛阳三市") == ["长沙", "大同", "洛阳"]


def test_city_and_county_of_one_name() -> None:
    assert meant("长沙县紧邻长沙市区，长沙发展快") == {"长沙县": "长沙县", "长沙市": "长沙市", "长沙": "长沙市"}
    assert meant("吉林与黑龙江")["吉林"] == "吉林省"


def test_a_name_of_several_places_takes_the_nearest_parent() -> None:
    assert {m.code for m in find_places("南京市鼓楼区和玄武区", REGISTRY)} == {"320100", "320106", "320102"}
    assert {m.code for m in find_places("福州市鼓楼区", REGISTRY)} == {"350100", "350102"}
    assert found("建设鼓楼区、通州区") == []
    assert [m.code for m in find_places("建设通州区", REGISTRY, "110000")] == ["110112"]


def test_bracket_abbreviation() -> None:
    mentions = find_places("支持通(城)平(江)修(水)绿色发展先行区建设", REGISTRY)
    assert [(m.text, m.label or REGISTRY.places[m.iri].name) for m in mentions] == [
        ("通(城)", "通城县"),
        ("平(江)", "平江县"),
        ("修(水)", "修水县"),
        ("绿色发展先行区", "通平修绿色发展先行区"),
    ]
    assert found("市域(郊)铁路、合芜蚌(合肥)") == ["合芜蚌", "合肥"]
    assert meant("合芜蚌(合肥)国家自主创新示范区") == {"合芜蚌(合肥)国家自主创新示范区": "合芜蚌国家自主创新示范区"}


def test_a_list_may_share_its_head() -> None:
    assert meant("武汉、南昌都市圈联动发展") == {"武汉": "武汉都市圈", "南昌都市圈": "南昌都市圈"}
    assert meant("高质量建设湖北、湖南自由贸易试验区")["湖北"] == "中国（湖北）自由贸易试验区"
    assert meant("武汉、长株潭等都市圈同城化") == {"武汉": "武汉都市圈", "长株潭": "长株潭都市圈"}
    assert meant("推动武汉、南昌发展")["武汉"] == "武汉市"


def test_features_and_divisions_of_one_name() -> None:
    assert meant("筑牢雪峰山、怀玉山、武夷山生态屏障")["武夷山"] == "武夷山"
    assert meant("黄山和洪湖，海南与南海") == {"黄山": "黄山市", "洪湖": "洪湖", "海南": "海南省", "南海": "南海"}


def test_retired_names_are_still_known() -> None:
    (mention,) = find_places("滦县撤县设市", REGISTRY)
    place = REGISTRY.places[mention.iri]
    assert REGISTRY.places[place.replaced_by].name == "滦州市"


NAMES = sorted(name for name, known in names_of(REGISTRY).by_text.items() if known.places and known.strong)
PIECES = st.sampled_from(
    [*NAMES[::7], "建设", "和", "、", "，", "与", "推进", "（", "）", "(", ")", "岸", "东", "西", "\n", "1", "a", "水"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_mentions_are_exact_ordered_and_apart(text: str) -> None:
    reach = 0
    for mention in find_places(text, REGISTRY, "420000"):
        assert text[mention.span.begin : mention.span.end] == mention.text
        assert reach <= mention.span.begin < mention.span.end
        reach = mention.span.end
        place = REGISTRY.places.get(mention.iri)
        assert (mention.kind, mention.code) == ((place.kind, place.code) if place else (mention.kind, ""))
        assert (place is None) == bool(mention.label)


@given(st.text(max_size=200))
def test_never_fails(text: str) -> None:
    find_places(text, REGISTRY)


@given(st.sampled_from(NAMES))
def test_longest_match(name: str) -> None:
    """A strong name alone is one mention that covers all of it, unless it names several places."""
    known = names_of(REGISTRY).by_text[name]
    mentions = find_places(f"推进{name}。", REGISTRY)
    if len(known.places) == 1:
        assert [mention.text for mention in mentions] == [name]


@given(st.sampled_from(NAMES), st.text("建设推进发展，。", max_size=12), st.text("建设推进发展，。", max_size=12))
def test_offsets_shift_with_the_text(name: str, before: str, after: str) -> None:
    alone = [(m.text, m.iri) for m in find_places(f"。{name}。", REGISTRY)]
    inside = [(m.text, m.iri) for m in find_places(f"{before}。{name}。{after}", REGISTRY)]
    assert alone == inside


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("黑龙江旅游，升级漠河北极村景区", {"黑龙江": "黑龙江省", "漠河": "漠河市"}),
        ("推动河北乡村旅游", {"河北": "河北省"}),
        ("内蒙古全面振兴和发展", {"内蒙古": "内蒙古自治区"}),
        ("统筹推进山东半岛蓝色经济区建设", {"山东半岛蓝色经济区": "山东半岛蓝色经济区"}),
        ("启动西柳河城区段综合治理", {"西柳河": "西柳河"}),
        ("绍兴滨海新区签约，在滨海新区共建产业园", {"绍兴滨海新区": "绍兴滨海新区", "滨海新区": "绍兴滨海新区"}),
        (
            "天津市与绍兴滨海新区签约，在滨海新区建园",
            {"天津市": "天津市", "绍兴滨海新区": "绍兴滨海新区", "滨海新区": "滨海新区"},
        ),
    ],
)
def test_names_inside_other_names(text: str, places: dict[str, str]) -> None:
    assert meant(text) == places


def test_heads_of_a_table_typed_one_cell_a_line() -> None:
    heads = "指标名称\n\n单位\n\n常熟\n\n太仓\n\n昆山\n\n吴中\n\n园区\n"
    assert list(meant(heads).values()) == ["常熟市", "太仓市", "昆山市", "吴中区"]
    assert found("单位\n常熟\n园区\n建设\n吴中\n") == []


@pytest.mark.parametrize(("jurisdiction", "places"), [("511100", ["乐山"]), ("510000", []), ("000000", [])])
def test_a_name_that_is_a_word_too_is_the_city_in_its_own_papers(jurisdiction: str, places: list[str]) -> None:
    assert found("游览乐山大佛", jurisdiction) == places


def test_a_city_that_closes_a_list_of_mountains_and_goes_on_is_no_mountain() -> None:
    assert meant("规划峨眉山、乐山大佛保护利用")["乐山"] == "乐山市"
