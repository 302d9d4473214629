"""What the registry must hold, whatever package its data came from."""

from __future__ import annotations

import time
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import LoadError
from loaders.registry import Registry, load_registry, ontology_dir, short_place_names
from loaders.registry.iris import AGENCY, PLACE, government_iri, local_name, place_iri, unregistered_iri
from loaders.registry.load import read_nodes
from loaders.registry.registry import Place

REGISTRY = load_registry()
PLACES = sorted(REGISTRY.places.values(), key=lambda place: place.iri)
DIVISIONS = [place for place in PLACES if place.code]
CLASSES = {
    "Country",
    "Province",
    "City",
    "County",
    "Region",
    "UrbanAgglomeration",
    "MetropolitanArea",
    "WaterBody",
    "Mountain",
    "Zone",
}


@given(st.sampled_from(PLACES))
def test_place_is_well_formed(place: Place) -> None:
    assert place.kind in CLASSES
    assert place.name
    assert place.name == place.name.strip()
    assert place.iri == (place_iri(place.code) if place.code else f"{PLACE}{place.slug}")
    if place.code:
        assert len(place.code) == 6
        assert place.code.isdigit()
    else:
        assert place.slug.isascii()
        assert place.slug == place.slug.lower()


def test_coordinates_lie_in_china() -> None:
    for place in PLACES:
        if place.point:
            longitude, latitude = place.point
            assert 73 <= longitude <= 136, place.name
            assert 3 <= latitude <= 54, place.name
    assert all(place.point for place in DIVISIONS)


def test_coordinates_are_wgs84() -> None:
    """The seat of Wuhan's government is at 114.300 E, 30.595 N in WGS-84; the web-map datum has it 600 m to the south-east."""
    wuhan = REGISTRY.place("420100")
    assert wuhan
    assert wuhan.point
    assert wuhan.point == pytest.approx((114.300, 30.595), abs=0.003)


def test_containment_is_acyclic_and_ends_at_the_country() -> None:
    for place in DIVISIONS:
        seen = []
        at: Place | None = place
        while at and at.within:
            assert at.iri not in seen
            seen.append(at.iri)
            at = REGISTRY.places.get(at.within)
        assert at is not None, place.name
        assert at.code == "000000", place.name


def test_parents_follow_the_code() -> None:
    for place in DIVISIONS:
        if place.code != "000000" and place.level != "province":
            parent = REGISTRY.places[place.within]
            assert place.code.startswith(parent.code.rstrip("0")[:2] if parent.level == "province" else parent.code[:4]), (
                place.name
            )


def test_whole_standard() -> None:
    """GB/T 2260: 34 provincial, 333 prefectural and some 2,840 county divisions are in force."""
    current = [place for place in DIVISIONS if not place.replaced_by and place.code != "000000"]
    assert sum(place.level == "province" for place in current) == 34
    assert sum(place.code.endswith("00") and place.level == "prefecture" for place in current) == 333
    assert 2830 <= sum(not place.code.endswith("00") for place in current) <= 2900


@pytest.mark.parametrize(
    ("code", "name", "kind", "within"),
    [
        ("429004", "仙桃市", "City", "420000"),
        ("429021", "神农架林区", "County", "420000"),
        ("433100", "湘西土家族苗族自治州", "City", "430000"),
        ("420103", "江汉区", "County", "420100"),
        ("500105", "江北区", "County", "500000"),
        ("430225", "炎陵县", "County", "430200"),
    ],
)
def test_known_divisions(code: str, name: str, kind: str, within: str) -> None:
    place = REGISTRY.place(code)
    assert place is not None
    assert (place.name, place.kind, local_name(place.within)) == (name, kind, within)


def test_retired_divisions_point_at_their_successors() -> None:
    for place in DIVISIONS:
        if place.replaced_by:
            assert not REGISTRY.places[place.replaced_by].replaced_by, place.name
    assert REGISTRY.places[place_iri("420821")].replaced_by == place_iri("420882")  # 京山县 became 京山市 in 2018


def test_short_names() -> None:
    names = short_place_names()
    assert {"湖北", "武汉", "恩施", "恩施州", "湘西", "广西", "内蒙古", "仙桃"} <= names
    assert not {"日照", "大同", "朝阳", "来宾"} & names
    assert "吉林" in REGISTRY.places[place_iri("220000")].short_names
    assert "吉林" not in REGISTRY.places[place_iri("220200")].short_names


def test_no_free_short_name_means_two_places() -> None:
    owner: dict[str, str] = {}
    for place in PLACES:
        if place.level != "county":
            for name in place.short_names:
                assert owner.setdefault(name, place.iri) == place.iri, name


def test_agencies_are_well_formed() -> None:
    classes = {"CentralAgency", "PartyOrgan", "MassOrganization", "PublicInstitution", "Enterprise"}
    for agency in REGISTRY.agencies.values():
        assert agency.kind in classes
        assert agency.iri.startswith(AGENCY)
        assert agency.stored
        assert all(iri in REGISTRY.agencies for iri in agency.successor_of)
    for organ in REGISTRY.organs:
        assert set(organ.central) <= set(REGISTRY.agencies)
        assert "{}" in organ.pattern or "{short}" in organ.pattern


def test_no_two_agencies_share_a_name() -> None:
    owner: dict[str, str] = {}
    for agency in REGISTRY.agencies.values():
        for name in (agency.name, *agency.short_names):
            assert owner.setdefault(name, agency.iri) == agency.iri, name


def test_reforms_make_new_agencies() -> None:
    by_name = {agency.name: agency for agency in REGISTRY.agencies.values()}
    regulator = by_name["国家金融监督管理总局"]
    (former,) = regulator.successor_of
    assert REGISTRY.agencies[former].name == "中国银行保险监督管理委员会"
    assert len(REGISTRY.agencies[former].successor_of) == 2  # 银监会 and 保监会


REFORM_2018 = {  # 国务院机构改革方案 (2018): what it abolished, and where the functions went
    "中华人民共和国国土资源部": "中华人民共和国自然资源部",
    "国家海洋局": "中华人民共和国自然资源部",
    "国家测绘地理信息局": "中华人民共和国自然资源部",
    "中华人民共和国环境保护部": "中华人民共和国生态环境部",
    "中华人民共和国农业部": "中华人民共和国农业农村部",
    "中华人民共和国文化部": "中华人民共和国文化和旅游部",
    "国家旅游局": "中华人民共和国文化和旅游部",
    "中华人民共和国国家卫生和计划生育委员会": "中华人民共和国国家卫生健康委员会",
    "国家安全生产监督管理总局": "中华人民共和国应急管理部",
    "中华人民共和国监察部": "中华人民共和国国家监察委员会",
    "国家预防腐败局": "中华人民共和国国家监察委员会",
    "国家外国专家局": "中华人民共和国科学技术部",
    "国务院法制办公室": "中华人民共和国司法部",
    "国家质量监督检验检疫总局": "国家市场监督管理总局",
}
REFORM_2023 = {
    "中国银行保险监督管理委员会": "国家金融监督管理总局",
    "国家乡村振兴局": "中华人民共和国农业农村部",
}


def changes() -> set[tuple[str, str, str]]:
    """Former organ, successor and date of every reform in the registry."""
    nodes = read_nodes(ontology_dir() / "agencies.ttl")
    events = [node for node in nodes.values() if "originalOrganization" in node]
    ends = ("originalOrganization", "resultingOrganization")
    return {(*(nodes[node[end][0]]["prefLabel"][0] for end in ends), node["date"][0]) for node in events}  # type: ignore[misc]


def test_the_reforms_of_2018_and_2023_are_dated() -> None:
    known = changes()
    assert {(old, new, "2018-03-17") for old, new in REFORM_2018.items()} <= known
    assert {(old, new, "2023-03-10") for old, new in REFORM_2023.items()} <= known


def test_every_abolished_organ_has_a_successor() -> None:
    former = {agency.name for agency in REGISTRY.agencies.values() if agency.sort == "已撤销的机构"}
    assert former <= {old for old, _, _ in changes()}
    assert len(former) > 20


def test_local_agencies_are_made_on_demand() -> None:
    organ = REGISTRY.agency(f"{AGENCY}420000-fazhan-he-gaige-weiyuanhui")
    assert organ is not None
    assert (organ.name, organ.kind, organ.level, organ.stored) == (
        "湖北省发展和改革委员会",
        "ProvincialAgency",
        "province",
        False,
    )
    assert REGISTRY.agencies[organ.counterparts[0]].name == "国家发展和改革委员会"
    government = REGISTRY.agency(government_iri("420000"))
    assert government is not None
    assert government.name == "湖北省人民政府"
    assert "湖北省政府" in government.short_names
    assert REGISTRY.agency(f"{AGENCY}420000-no-such-organ") is None
    assert REGISTRY.agency(f"{AGENCY}gov-999999") is None


@given(st.sampled_from(DIVISIONS), st.sampled_from(REGISTRY.organs))
def test_every_local_organ_is_found_by_its_iri(place: Place, organ: object) -> None:
    from loaders.registry.entries import Organ
    from loaders.registry.local import local_organ

    assert isinstance(organ, Organ)
    if place.tier in organ.levels:
        made = local_organ(organ, place)
        assert REGISTRY.agency(made.iri) == made
        assert place.name in made.name or place.short in made.name


@given(st.text(min_size=1))
def test_unregistered_iris_are_one_to_one_ascii(label: str) -> None:
    from urllib.parse import unquote

    iri = unregistered_iri(label.encode("utf-8", "replace").decode())
    assert iri.isascii()
    assert unquote(iri[len(AGENCY) :]) == label.encode("utf-8", "replace").decode()


def test_parses_quickly() -> None:
    started = time.process_time()
    quads = sum(sum(1 for _ in pyoxigraph.parse(path=str(ontology_dir() / name))) for name in ("places.ttl", "agencies.ttl"))
    assert quads > 20_000
    assert time.process_time() - started < 0.4


def test_a_missing_file_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"agencies\.ttl"):
        load_registry(tmp_path)


def test_a_broken_file_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "agencies.ttl").write_text("<a> <b> ", encoding="utf-8")
    (tmp_path / "places.ttl").write_text("", encoding="utf-8")
    with pytest.raises(LoadError, match="cannot be read"):
        load_registry(tmp_path)


def test_loaded_once() -> None:
    assert load_registry() is load_registry()
    assert isinstance(REGISTRY, Registry)
