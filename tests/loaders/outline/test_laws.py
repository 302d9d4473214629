"""Laws and agreements: chapters, articles, 项; a table of contents is not repeated; nothing in them is a task."""

from __future__ import annotations

from tests.loaders.helpers import corpus, staged

CONTENTS = "目　　录\n第一章　总则\n第二章　保护\n第三章　附则\n"
LAW = """第一章　总则
第一条　为了加强湖泊保护，制定本条例。
第二条　本省行政区域内湖泊的保护，适用本条例。
第二章　保护
第三条　县级以上人民政府应当履行下列职责：
（一）编制保护规划；
（二）组织实施治理工程。
第四条　禁止填湖造地。
第三章　附则
第五条　本条例自2024年5月1日起施行。
"""
HEAD = "湖北省湖泊保护条例\n（2024年3月5日湖北省人民代表大会常务委员会第十次会议通过）\n"


def titles(text: str) -> list[tuple[int, str, str]]:
    return [(p.level, p.printed, p.title) for p in staged(text).outline.parts]


CHAPTERS = [(1, "第一章", "总则"), (1, "第二章", "保护"), (1, "第三章", "附则")]


def test_chapters_and_articles() -> None:
    found = titles(HEAD + LAW)
    assert [row for row in found if row[0] == 1] == CHAPTERS
    assert [row[1] for row in found if row[0] == 2] == ["第一条", "第二条", "第三条", "第四条", "第五条"]


def test_an_article_without_heading_has_no_title() -> None:
    assert {row[2] for row in titles(HEAD + LAW) if row[0] == 2} == {""}


def test_limbs_of_an_article_stand_below_it() -> None:
    done = staged(HEAD + LAW)
    parts = done.outline.parts
    limbs = [p for p in parts if p.level == 3]
    assert [p.number for p in limbs] == [1, 2]
    assert {parts[p.parent].printed for p in limbs} == {"第三条"}


def test_the_table_of_contents_is_not_repeated() -> None:
    assert titles(HEAD + CONTENTS + LAW) == titles(HEAD + LAW)


def test_a_law_assigns_no_tasks() -> None:
    assert not any(p.task for p in staged(HEAD + LAW).outline.parts)
    assert staged(HEAD + LAW).facts.clauses == ()


def test_articles_of_an_agreement_have_titles() -> None:
    done = corpus("agreement-qingwujia-ecology")
    assert [p.number for p in done.outline.parts if p.level == 1] == list(range(1, 11))
    assert all(p.title for p in done.outline.parts if p.level == 1)
    assert not any(p.task for p in done.outline.parts)


def test_the_regulation_of_the_written_documents() -> None:
    parts = corpus("regulation-zhuzhou-bike").outline.parts
    chapters = [p.number for p in parts if p.level == 1]
    assert chapters == list(range(1, len(chapters) + 1))
    assert len(chapters) > 2


RUN = (
    "河西市河东市水网共建合作协议为加快水网建设，两市经协商一致，签订本协议。第一章总则第一条指导思想按照上级部署，遵循平等互利的原则，"
    "加快水网建设，提高供水能力，增强防洪能力，推动两市一体发展。第二条合作原则坚持平等互利，优势互补，共同发展，务实高效，持续推进水网建设。第二章合作机制第三条联席会议"
    "由两市市长召集，每年召开两次。第四条其他事项本协议未尽事宜由双方另行商定，并以书面形式补充。"
)


def test_chapters_and_articles_that_a_copy_has_run_into_one_line() -> None:
    parts = [(p.level, p.path, p.title) for p in staged(RUN).outline.parts]
    assert parts == [
        (1, "1", "总则"),
        (2, "1.1", "指导思想"),
        (2, "1.2", "合作原则"),
        (1, "2", "合作机制"),
        (2, "2.3", ""),  # 联席会议 is the subject of its sentence
        (2, "2.4", "其他事项"),
    ]
