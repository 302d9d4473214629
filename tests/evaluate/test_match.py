"""Pairing rows: one to one, and the best that can be had."""

from __future__ import annotations

from zhengtu.evaluate.names import Names

NAMES = Names([("国家发展改革委", "a"), ("国家发展和改革委员会", "a"), ("武汉", "w"), ("武汉市", "w"), ("武汉市人民政府", "w")])


def test_a_unit_twice_in_a_task_needs_two_rows(counts):
    gold = """task_number | unit | role | basis
              5 | 民政部 | lead | explicit
              5 | 民政部 | participant | explicit"""
    told = """task_number | unit | role | basis
              5 | 民政部 | participant | explicit"""
    assert counts("responsibilities", gold, told) == (2, 1, 1, 1)


def test_of_two_rows_with_one_key_each_gets_its_own(counts):
    gold = """task_number | unit | role | basis
              5 | 民政部 | lead | explicit
              5 | 民政部 | participant | explicit"""
    told = """task_number | unit | role | basis
              5 | 民政部 | participant | explicit
              5 | 民政部 | lead | explicit"""
    assert counts("responsibilities", gold, told) == (2, 2, 2, 2)


def test_role_and_basis_decide_position_does_not(matched):
    gold = """task_number | unit | role | basis | position | lead_basis
              5 | 甲 | lead | explicit | 1 | explicit
              5 | 乙 | lead | explicit | 2 | explicit
              5 | 丙 | responsible | inherited | | """
    told = """task_number | unit | role | basis | position | lead_basis
              5 | 甲 | responsible | explicit | 1 | explicit
              5 | 乙 | lead | explicit | 3 | explicit
              5 | 丙 | responsible | inherited | 1 | """
    pairs = matched("responsibilities", gold, told).pairs
    assert [[c.name for c in pair.wrong] for pair in pairs] == [["role"], [], []]
    assert [[c.name for c in pair.off] for pair in pairs] == [[], ["position"], []]  # 丙: the gold says no position


def test_a_project_told_once_does_not_serve_two(counts):
    gold = """project
              武汉至宜昌高速铁路
              武汉至宜昌高速铁路二线"""
    assert counts("projects", gold, "project\n武汉至宜昌高速铁路") == (2, 1, 1, 1)


def test_projects_take_the_most_similar_not_the_first(matched):
    gold = """project
              黄石港沿江作业区二期工程
              黄石港沿江作业区三期工程"""
    told = """project
              黄石港沿江作业区三期工程
              黄石港沿江作业区二期工程"""
    pairs = matched("projects", gold, told).pairs
    assert all(pair.gold["project"] == pair.told["project"] for pair in pairs)


def test_other_figures_are_another_thing(counts):
    assert counts("projects", "project\n武汉天河机场T3航站楼", "project\n武汉天河机场T2航站楼") == (1, 1, 0, 0)
    assert counts("projects", "project\n武汉天河机场T3航站楼", "project\n天河机场T3航站楼") == (1, 1, 1, 1)


def test_a_project_repeated_in_a_text_is_one(counts):
    told = """project | begin
              鄂州机场 | 10
              鄂州机场 | 90"""
    assert counts("projects", "project\n鄂州机场", told) == (1, 1, 1, 1)


def test_a_figure_printed_twice_is_two(counts):
    table = """indicator | comparator | value | unit | year | scope | kind
               铁路总里程 | ≥ | 1.4 | 万公里 | 2025 | | target
               铁路总里程 | ≥ | 1.4 | 万公里 | 2025 | | target"""
    assert counts("targets", table, "\n".join(table.splitlines()[:2])) == (2, 1, 1, 1)


def test_figures_by_number_and_unit(matched):
    gold = """indicator | comparator | value | unit | year | scope | kind
              地区生产总值 | > | 3.5 | 万亿元 | 2025 | 武汉都市圈 | target
              常住人口城镇化率 | = | 67 | % | 2025 | | target
              通勤圈 | ≤ | 1 | 小时 | | | target"""
    told = """indicator | comparator | value | unit | year | scope | kind
              武汉都市圈地区生产总值 | > | 35000 | 亿元 | 2025 | 都市圈 | target
              常住人口城镇化率 | ≥ | 67.0 | ％ | 2025 | 全省 | target
              通勤圈 | ≤ | 2 | 小时 | | | target"""
    m = matched("targets", gold, told)
    assert [[c.label for c in pair.wrong] for pair in m.pairs] == [[], ["comparator"]]
    assert [row["value"] for row in m.missed] == ["1"]
    assert [row["value"] for row in m.spurious] == ["2"]


def test_names_of_one_agency(counts):
    gold = """document | issuer
              d | 国家发展改革委"""
    told = """document | issuer
              d | 国家发展和改革委员会"""
    assert counts("identity", gold, told, names=NAMES) == (1, 1, 1, 1)
    assert counts("identity", gold, told) == (1, 1, 1, 0)


def test_a_city_that_signs_is_its_government(counts):
    gold = "agreement | party\n同城化协议 | 武汉"
    assert counts("agreements", gold, "agreement | party\n同城化协议 | 武汉市人民政府", names=NAMES) == (1, 1, 1, 1)
    assert counts("agreements", gold, "agreement | party\n同城化协议 | 长沙市", names=NAMES) == (1, 1, 0, 0)


def test_identity_counts_facts(counts):
    gold = """document | title | number | issuer | addressee
              d | 甲方案 | 国发〔2024〕1号 | 财政部;水利部 | 各省"""
    told = """document | title | number | issuer | addressee | genre
              d | 甲方案 | 国发(2024)1号 | 水利部;财政部;教育部 | | plan"""
    assert counts("identity", gold, told) == (5, 5, 4, 4)  # 教育部 too many, 各省 missed; genre is not identity


def test_outline_title_level_and_number_decide(matched):
    gold = """path | level | number | title | kind
              1 | 1 | 一 | 总体要求 | section
              1 | 2 | （一） | 指导思想 | task
              2 | 2 | 二 | 基本原则 | task"""
    told = """path | level | number | title | kind
              1 | 1 | 一、 | 总体要求。 | section
              9 | 2 | 一 | 指导思想 | task
              2 | 1 | 二 | 基本原则 | task"""
    pairs = matched("outline", gold, told).pairs
    assert [[c.name for c in pair.wrong] for pair in pairs] == [[], [], ["level"]]
    assert [[c.name for c in pair.off] for pair in pairs] == [[], ["path"], []]


def test_articles_without_a_title_go_by_their_number(counts):
    gold = "level | number | title\n2 | 一 | \n2 | 二 | \n2 | 三 | "
    told = "level | number | title\n2 | 三 | \n2 | 一 | "
    assert counts("outline", gold, told) == (3, 2, 2, 2)


def test_repairs_are_the_least_change_at_its_place(counts):
    gold = "printed | restored | begin\n开展 | 发展 | 216\n规那么 | 规则 | 300\n本钱 | 成本 | 400"
    told = "as_printed | restored | begin\n城市群开展 | 城市群发展 | 213\n那么 | 则 | 301\n本钱 | 成本 | 500"
    assert counts("repairs", gold, told) == (3, 3, 3, 2)  # 本钱 → 成本, but elsewhere


def test_blanks_beside_a_repair_are_no_part_of_it(counts):
    gold = "printed | restored | begin\n(03 ) | (O3) | 3067\n4. 5 | 4.5 | 5969"
    told = "as_printed | restored | begin\n03 | O3 | 3068\n. 5 | .5 | 5970"
    assert counts("repairs", gold, told) == (2, 2, 2, 2)


def test_a_wrong_repair_is_none(counts):
    gold = "printed | restored | begin\n开展 | 发展 | 216"
    assert counts("repairs", gold, "as_printed | restored | begin\n开展 | 展开 | 216") == (1, 1, 0, 0)


def test_claims_any_of_the_items_that_print_it(counts):
    gold = """document | claim | task_document | task_number | verdict
              n | 三省共建长江中游城市群 | plan | 1;3 | supported
              n | 机场群将统一运营管理 | plan | 10 | differs
              n | 以提升互联互通效率为重点 | plan | 四 | supported
              n | 全长约四百公里 | | | unsupported"""
    told = """document | claim | begin | task_document | task_number | verdict
              n | 三省共建长江中游城市群。 | 5 | plan | 3 | supported
              n | 机场群将统一运营管理。 | 30 | plan | 10 | supported
              n | 机场群将统一运营管理。 | 30 | plan | 11 | supported
              n | 以提升互联互通效率为重点。 | 50 | | | unsupported
              n | 全长约四百公里。 | 70 | other | 2 | supported"""
    assert counts("claims", gold, told) == (4, 4, 4, 2)  # 10 and 11 is more than 10; nothing supports the last


def test_citations_of_one_work_are_one(counts):
    gold = "document | title | number\nd | 公平竞争审查条例 | \nd | | 国函〔2022〕12号"
    told = """document | cited_title | cited_number | work
              d | 公平竞争审查条例 | | w1
              d | 公平竞争审查条例 | | w1
              d | | 国函(2022)12号 | w2"""
    assert counts("citations", gold, told) == (2, 2, 2, 2)


def test_without_the_column_of_the_key_the_rest_is_compared_once(counts):
    gold = "agreement | topic\n合作协议 | 生态补偿\n合作协议 | 工作机制"
    told = """agreement | topic | text
              合作协议 | 生态补偿 | 甲。
              合作协议 | 生态补偿 | 乙。
              合作协议 | 附则 | 丙。"""
    assert counts("commitments", gold, told) == (2, 2, 1, 1)


def test_industry_by_place_and_phrase(counts):
    gold = "place | industry\n武汉市 | 大数据产业\n宜昌市 | 大数据产业"
    told = "place | industry\n武汉市 | 大数据\n荆州市 | 大数据产业"
    assert counts("industry-roles", gold, told) == (2, 2, 1, 1)


def test_places_by_name_type_and_mentions_beside(matched):
    gold = "place | type | mentions\n武汉都市圈 | metropolitan-area | 3\n长江 | water-body | \n监利市 | county | 1"
    told = "place | type | mentions\n武汉都市圈 | MetropolitanArea | 4\n长江 | WaterBody | 9\n监利市 | City | 1"
    pairs = matched("places", gold, told).pairs
    assert [[c.name for c in pair.off] for pair in pairs] == [["mentions"], [], ["type"]]


def test_a_category_by_label_or_code(matched):
    told = "project | category | category_code | places\n甲乙铁路 | 铁路 | railway | 武汉市;长沙市"
    for category, agrees in (("railway", True), ("铁路", True), ("公路", False)):
        (pair,) = matched("projects", f"project | category | places\n甲乙铁路 | {category} | 长沙;武汉", told).pairs
        assert (not pair.off) is agrees


def test_a_year_known_is_no_full_date(matched):
    gold = "title | date\n甲座谈会 | 2021\n乙座谈会 | 2021-05-19"
    told = "title | date\n甲座谈会 | \n乙座谈会 | 2021-05-20"
    assert [bool(pair.off) for pair in matched("events", gold, told).pairs] == [False, True]


def test_the_scope_that_goes_without_saying(matched):
    gold = "indicator | value | scope\n入园率 | 95 | 全市\n出园率 | 95 | 洛阳市"
    told = "indicator | value | scope\n入园率 | 95 | \n出园率 | 95 | "
    assert [bool(pair.wrong) for pair in matched("targets", gold, told).pairs] == [False, True]


def test_places_of_a_project_under_any_name(matched):
    names = Names([("光谷", "z"), ("武汉东湖新技术开发区", "z")])
    gold = "project | places\n协同示范区 | 光谷;黄石"
    told = "project | places\n协同示范区 | 黄石市;武汉东湖新技术开发区"
    assert not matched("projects", gold, told, names=names).pairs[0].off
    assert matched("projects", gold, told).pairs[0].off


def test_a_name_told_with_the_place_above_it_is_that_node():
    names = Names([("苏州市", "s"), ("相城区", "x"), ("相城区人民政府", "x"), ("锡山区", "y")])
    assert names.same("苏州市相城区", "相城区")
    assert names.same("苏州市相城区政府", "相城区人民政府")
    assert not names.same("苏州市相城区", "锡山区")
    assert not names.same("苏州市", "相城区")
    assert not names.same("无名市相城区", "相城区")
