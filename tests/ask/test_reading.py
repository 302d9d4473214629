"""Words understood and not; names found, however they are written."""

from __future__ import annotations

import pytest

from zhengtu.ask import AskError
from zhengtu.ask.aside import asides, asking, lacking
from zhengtu.ask.mentions import mentions
from zhengtu.ask.names import gazetteer
from zhengtu.ask.preamble import without_preamble
from zhengtu.ask.reading import read
from zhengtu.ask.respell import respelt
from zhengtu.ask.wordings import book
from zhengtu.ask.words import plain, words
from zhengtu.query import library


@pytest.fixture(scope="session")
def names(corpus):
    return gazetteer(corpus)


def concepts(text: str) -> set[str]:
    return {concept for word in read(plain(text)).concepts for concept in word}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("哪些任务没有牵头单位", {"task", "no", "lead", "unit"}),
        ("请问有哪些啊", set()),
        ("Which projects cross provincial borders?", {"project", "cross", "lower", "province"}),
        ("tasks handed down", {"task", "divide"}),
    ],
)
def test_words_ask_for_things(text, expected):
    got = concepts(text)
    assert got == expected or (got == expected - {"unit"} and "牵头单位" in words().chinese)
    assert not read(plain(text)).unknown


@pytest.mark.parametrize("text", ["市长是谁", "天气", "budget", "为什么", "5.1"])
def test_other_words_are_not_understood(text):
    assert read(plain(text)).strange >= 2


def test_a_slip_in_a_word_of_content_is_heard():
    assert concepts("项木") == {"project"}
    assert read("象木").unknown


def test_a_slip_in_an_english_word():
    assert concepts("projcts") == {"project"}


@pytest.mark.parametrize("name", ["省发改委", "湖北省发展改革委", "湖北发改委"])
def test_an_organ_of_the_province(names, name):
    (mention,) = mentions(f"{name}牵头哪些任务", names)
    assert [entity.label for entity in mention.entities] == ["湖北省发展和改革委员会"]


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("武汉有哪些项目", "武汉市"),
        ("projects in Changsha", "长沙市"),
        ("projects in Changsah", "长沙市"),
        ("the Wuhan metropolitan area", "武汉都市圈"),
        ("无汉市有哪些项目", "武汉市"),
        ("What does the NDRC do", "国家发展和改革委员会"),
        ("分工方案有哪些任务", "hubei-division-2022-16"),
        ("湖北的分工方案有哪些任务", "hubei-division-2022-16"),
        ("鄂政办发(2022)16号", "hubei-division-2022-16"),
        ("鄂政办发〔2022〕16号", "hubei-division-2022-16"),
        ("到2025年", "2025"),
        ("第5.1项", "5.1"),
        ("国家方案有哪些任务", "thepaper-2022-03-15"),
        ("湖北那份方案有哪些任务", "hubei-division-2022-16"),
        ("the national plan", "thepaper-2022-03-15"),
        ("武汉城市圈那份协议", "武汉城市圈同城化发展协议"),
        ("研发投入", "全社会研发经费投入年均增长"),
        ("优化营商环境", "持续优化市场化法治化国际化营商环境"),
        ("Hubei Department of Education", "湖北省教育厅"),
        ("国函〔2022〕12号", "国函〔2022〕12号"),
        ("第二十一条", "21"),
        ("湖北日报2022年3月5日那篇报道", "hubei-daily-2022-03-05"),
        ("湖北日报2021年5月的报道", "wuhan-circle-agreement-2021"),
        ("2022-03-05那篇", "hubei-daily-2022-03-05"),
        ("2022年3月15日澎湃新闻登的那份方案", "thepaper-2022-03-15"),
        ("国家发改委那个实施方案", "thepaper-2022-03-15"),
        ("国家发展改革委的方案", "thepaper-2022-03-15"),
        ("湖北省政府办公厅印发的分工方案", "hubei-division-2022-16"),
        ("武汉城市圈同城化协议那篇", "wuhan-circle-agreement-2021"),
        ("武汉城市圈各市在协议里", "武汉城市圈同城化发展协议"),
        ("the environment department (省生态环境厅)", "湖北省生态环境厅"),
        ("266号文", "thepaper-2022-03-15"),
        ("四市那份协议", "capitals-action-plan-2017"),
        ("九市签的那份协议", "wuhan-circle-agreement-2021"),
        ("武汉城市圈同城化那篇稿子", "wuhan-circle-agreement-2021"),
        ("淘文阁那份文件", "hubei-division-2022-16"),
        ("神农架那边的政府", "神农架林区人民政府"),
        ("恩施", "恩施土家族苗族自治州"),
        ("Changsha-Zhuzhou-Xiangtan metropolitan area", "长株潭都市圈"),
        ("the transport ministry", "中华人民共和国交通运输部"),
        ("urbanisation rate of the permanent population", "常住人口城镇化率"),
    ],
)
def test_names_in_many_forms(names, question, label):
    (mention,) = mentions(question, names)
    assert label in [entity.label for entity in mention.entities]


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("我是记者，正在写长江中游城市群的稿子，九江有哪些项目", "九江有哪些项目"),
        ("督查用：无主任务", "无主任务"),
        ("I am a journalist, which projects are in Wuhan", "which projects are in Wuhan"),
        ("我是民政厅的，跟我们厅有关的任务", "我是民政厅的，跟我们厅有关的任务"),  # who speaks is part of the question
        ("武汉有哪些项目，哪些任务", "武汉有哪些项目，哪些任务"),
    ],
)
def test_what_is_said_before_the_question_is_put_aside(question, left):
    kept = without_preamble(question)
    assert kept.strip() == left
    assert len(kept) == len(question)


def test_characters_that_look_alike_are_mended_where_that_gives_a_word():
    assert respelt("港囗工程", {"港口"}) == "港口工程"
    assert respelt("入口", {"港口", "入口"}) == "入口"
    assert respelt("囗", {"港口"}) == "囗"


def test_a_number_that_no_document_has_is_not_answered_for(asker):
    assert asker.understand("99号文有哪些任务").best is None


@pytest.mark.parametrize(
    "question",
    [
        "哪些项目延期了",
        "铁路项目由哪家公司施工",
        "你能干什么",
        "宜都县有哪些任务",
        "宜都有哪些任务",
        "who is the head of 商务部",
        "湖北省长在会上说了什么",
        "“三个重要”这个说法方案里有没有",
        "由三个以上部门共同承担的任务",
        "九江除了跟湖北，还跟谁合作",
        "这份分工方案合理吗",
    ],
)
def test_what_no_text_says_is_never_passed_over(asker, question):
    assert asker.understand(question).best is None


def test_a_strange_word_does_not_hinder_what_is_sure(asker):
    best = asker.understand("跟水利部喵喵一起承担任务的单位有哪些").best
    assert best is not None
    assert best.name == "agency-partners"
    assert best.reading.unknown


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("中央部委的任务到了湖北分别由哪个厅局来接", "agency-cascade"),
        ("国家林草局在湖北对口的是哪个单位", "agency-profile"),
        ("Which tasks of the national plan did Hubei leave out of its division plan?", "undecomposed-tasks"),
    ],
)
def test_a_place_that_the_answer_holds_to_anyway_may_be_named(asker, question, name):
    assert asker.understand(question).best.name == name


@pytest.mark.parametrize("question", ["有哪些重大工程", "most tasks", "在这些文件里是什么", "方案"])
def test_common_words_are_no_names(names, question):
    assert mentions(question, names) == []


def test_a_document_that_may_be_two_is_not_guessed(asker):
    understood = asker.understand("湖北日报那篇报道提到了哪些地方")
    assert understood.best is None
    assert {entity.value for entity in understood.named[0].entities} == {
        "hubei-daily-2022-03-05",
        "wuhan-circle-agreement-2021",
    }


@pytest.mark.parametrize("question", ["湖北日报2020年1月1日那篇报道提到了哪些项目", "2022年3月6日那篇报道提到哪些项目"])
def test_a_day_on_which_nothing_appeared_is_not_answered_for(asker, question):
    assert asker.understand(question).best is None


def test_an_agency_before_a_document_it_did_not_issue_stays_an_agency(asker):
    best = asker.understand("水利部的分工方案有哪些任务").best
    assert best.name == "tasks-of-agency"


@pytest.mark.parametrize(
    ("question", "column", "number"),
    [
        ("国家方案第十条对应湖北方案哪一条", "upper_task", "10"),
        ("湖北方案第1.2条对应国家方案哪一条", "lower_task", "1.2"),
        ("国家方案第八条落到省里是哪一条", "upper_task", "8"),
    ],
)
def test_a_number_belongs_to_the_document_before_it(asker, question, column, number):
    best = asker.understand(question).best
    assert best.name == "decomposition"
    assert best.values == {
        "upper_document": "thepaper-2022-03-15",
        "lower_document": "hubei-division-2022-16",
        column: number,
    }


def test_what_a_task_asks_is_not_what_it_was_divided_into(asker):
    best = asker.understand("国家方案第八条有哪些具体举措").best
    assert best is None or best.name != "decomposition"


def test_what_a_colon_spells_out_is_part_of_an_overview():
    assert concepts("简介：职责、任务、伙伴") == {"profile"}
    assert "task" in concepts("请列出：任务、项目")


def test_what_is_named_is_never_left_out(asker):
    understood = asker.understand("武汉市有哪些协调机制")
    assert max(understood.matches, key=lambda match: match.score).name == "mechanisms"
    assert understood.best is None


@pytest.mark.parametrize(
    ("question", "aside"),
    [
        ("从2017年到2022年，各主题怎么变化", ["2017年", "2022年"]),
        ("2017年和2022年签了哪些协议", []),
        ("生态环境部、水利部这一类部门由哪个省厅承接", ["生态环境部", "水利部"]),
        ("有哪些城市，比如武汉", ["武汉"]),
        ("水利部和生态环境部共同承担哪些任务", []),
    ],
)
def test_ends_of_a_range_and_examples_need_no_place(names, question, aside):
    text = plain(question)
    assert [text[m.begin : m.end] for m in asides(text, mentions(question, names))] == aside


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("我需要说明方法,请问各有多少项任务?", "请问各有多少项任务?"),
        ("|,哪些任务", "哪些任务"),
        ("列出任务,列出项目", "列出任务,列出项目"),
    ],
)
def test_the_clause_that_asks(text, left):
    assert asking(text).strip() == left


@pytest.mark.parametrize(
    ("question", "stems"),
    [
        ("湖北分工方案里哪些任务是国家方案里没有的", {"thepaper-2022-03-15"}),
        ("国家方案里哪些任务湖北分工方案没有", {"hubei-division-2022-16"}),
        ("比较国家方案和湖北分工方案", set()),
    ],
)
def test_which_document_is_said_to_be_without_something(names, question, stems):
    assert lacking(plain(question), mentions(question, names)) == stems


def test_who_answers_for_what_is_no_title(asker):
    best = asker.understand("垃圾分类这事找哪个部门").best
    assert best is not None
    assert best.values == {"task": "加强环境污染联防联控"}


def test_a_quoted_word_of_the_texts_is_the_topic(asker):
    understood = asker.understand("九市协议里“规划同编”一节讲了什么")
    assert all("规划同编" in match.values.values() for match in understood.matches)


@pytest.mark.parametrize("question", ["湖南的分工方案有哪些任务", "1997年的目标有哪些"])
def test_a_document_or_year_that_no_text_has_is_not_answered_for(asker, question):
    assert asker.understand(question).best is None


@pytest.mark.parametrize(
    ("question", "topic"),
    [("有没有关于冷链物流的任务", "冷链物流"), ("哪些任务跟养老有关", "养老"), ("哪里发展中医药产业", "中医药")],
)
def test_a_word_of_the_texts_is_the_topic(asker, question, topic):
    best = asker.understand(question).best
    assert best is not None
    assert topic in best.values.values()


def test_who_cites_whom(asker):
    assert asker.understand("实施方案引用了哪些文件").best.name == "citations"
    assert asker.understand("哪些文件引用了长江中游城市群发展规划").best.name == "documents-citing"


@pytest.mark.parametrize("question", ["", "   "])
def test_an_empty_question(asker, question):
    with pytest.raises(AskError):
        asker.ask(question)


@pytest.mark.parametrize("question", ["？", "🙂", "a" * 3000, "任务" * 500, "'; DROP ALL #", "{agency}", "\x00"])
def test_any_text_is_read(asker, question):
    answer = asker.ask(question)
    assert answer.match is None or answer.table is not None


def test_every_wording_is_understood_and_finds_its_own_query():
    shelf = book(library())
    for asked in shelf.asked:
        assert any("\u4e00" <= character <= "\u9fff" for w in asked.wordings for character in w.text)
        for wording in asked.wordings:
            assert not wording.reading.unknown, (asked.query.name, wording)
            assert all(asked.slots[slot] for slot in wording.slots), (asked.query.name, wording)


def test_a_query_without_wordings_is_asked_by_its_summary(corpus, names):
    from dataclasses import replace

    from zhengtu.ask.match import understand

    bare = {"projects-of-place": replace(library()["projects-of-place"], wordings=())}
    match = understand("武汉的工程项目", names, book(bare)).matches[0]
    assert match.values == {"place": "https://w3id.org/zhengtu/place/420100"}


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("文旅厅有哪些任务", "湖北省文化和旅游厅"),
        ("经信厅有哪些任务", "湖北省经济和信息化厅"),
        ("发改委和水利厅共同的任务", "湖北省发展和改革委员会"),
        ("tasks of the environment ministry", "中华人民共和国生态环境部"),
        ("tasks of Hubei's water resources department", "湖北省水利厅"),
    ],
)
def test_agencies_as_people_call_them(asker, question, label):
    assert label in {entity.label for mention in asker.understand(question).named for entity in mention.entities}


@pytest.mark.parametrize(
    ("question", "stem"),
    [
        ("鄂政办发16号文的目录", "hubei-division-2022-16"),
        ("省会行动计划的目录", "capitals-action-plan-2017"),
        ("发改委文件的目录", "thepaper-2022-03-15"),
        ("when was the Wuhan Circle agreement signed", "wuhan-circle-agreement-2021"),
    ],
)
def test_documents_as_people_call_them(asker, question, stem):
    assert [e.value for m in asker.understand(question).named for e in m.entities if e.kind == "document"] == [stem]


def test_a_project_is_asked_about_through_its_task(asker):
    match = asker.understand("武汉至宜昌铁路由谁负责").best
    assert match is not None
    assert (match.name, match.values) == ("responsibilities-of-task", {"task": "铁路"})


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("推进土壤污染风险管控的任务", "土壤污染风险管控"),
        ("特高压写在哪条任务里", "特高压"),
        ("与长江文化相关的任务", "长江文化"),
    ],
)
def test_a_word_of_the_texts_is_taken_whole(asker, question, topic):
    match = asker.understand(question).best
    assert match is not None
    assert match.values["topic"] == topic


def test_the_members_of_a_group_tell_whether_a_place_is_one(asker):
    match = asker.understand("Is Changsha part of the Wuhan metropolitan area?").best
    assert match is not None
    assert match.name == "places-in-region"
    assert not match.left_out


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("2017年的行动计划里有哪些承诺", "capitals-action-plan-2017"),
        ("Is Jingmen mentioned in the 2017 capitals plan?", "capitals-action-plan-2017"),
        ("which tasks does the 2021 agreement set", "wuhan-circle-agreement-2021"),
        ("where does the file for the capitals plan come from?", "capitals-action-plan-2017"),
    ],
)
def test_a_document_is_called_by_its_year_and_kind_or_the_name_it_is_filed_under(asker, question, document):
    named = {entity.value for mention in asker.understand(question).named for entity in mention.entities}
    assert document in named


@pytest.mark.parametrize(
    ("question", "topic"),
    [("专门讲大气污染防治的有哪些任务", "大气污染"), ("PM2.5", "PM2.5")],
)
def test_a_topic_is_not_cut_within_a_word(asker, question, topic):
    match = asker.understand(question).best
    assert match is not None
    assert match.values["topic"] == topic


def test_who_signed_an_agreement_asks_of_it(asker):
    match = asker.understand("武汉城市圈九市在民生方面承诺了什么").best
    assert match is not None
    assert match.values == {"topic": "民生", "document": "wuhan-circle-agreement-2021"}


@pytest.mark.parametrize(
    "question",
    [
        "武汉和鄂州在哪些任务里是一块儿被点名的",  # no two governments of cities have a task together
        "江西境内涉及到哪些地方",
        "有没有提到洪湖",
        "长三角一体化有哪些任务",
        "花湖机场在哪条任务里",
        "Which departments of Hubei deal with emergency management?",
    ],
)
def test_what_could_only_be_empty_or_about_something_wider_is_declined(asker, question):
    assert asker.understand(question).best is None


def test_a_group_of_cities_before_the_province_they_are_in(asker):
    best = asker.understand("江西有哪几个市属于长江中游城市群").best
    assert best.name == "places-in-region"
    assert best.values["region"].endswith("changjiang-zhongyou-chengshiqun")


@pytest.mark.parametrize("question", ["组成武汉城市圈的9个市是哪些", "组成武汉城市圈的九个市是哪些"])
def test_a_count_says_nothing_more(asker, question):
    match = asker.understand(question).best
    assert match.name == "places-in-region"
    assert not match.reading.unknown


def test_a_year_from_which_on(asker):
    understood = asker.understand("2016年以来的基础数据有哪些")
    assert understood.best.name == "baselines"
    assert [understood.text[m.begin : m.end] for m in understood.aside] == ["2016年"]


@pytest.mark.parametrize("question", ["甲醇汽油归谁负责", "乙醇配送由谁管"])
def test_what_is_asked_about_is_not_passed_over(asker, question):
    assert asker.understand(question).best is None


def test_the_number_of_a_task_by_itself(asker):
    match = asker.understand("5.2.4由谁负责").best
    assert match.values["task_number"] == "5.2.4"


def test_a_document_stands_on_one_side_only(asker):
    match = asker.understand("国家交给湖北的任务，湖北都接下来了吗").best
    assert match is None or len(set(match.values.values())) == len(match.values)


def test_a_mass_organisation_by_its_short_name(asker):
    (mention,) = asker.understand("残联要做哪些事").named
    assert [entity.label for entity in mention.entities] == ["湖北省残疾人联合会"]


def test_a_project_by_its_name_in_pinyin(asker):
    (mention,) = asker.understand("evidence for Wuhan Tianhe Airport").named
    assert [entity.label for entity in mention.entities] == ["武汉天河机场"]


def test_whether_there_is_any_may_be_answered_with_nothing(asker):
    answer = asker.ask("新余有没有安排项目")
    assert answer.match.name == "projects-of-place"
    assert not answer.table.rows
