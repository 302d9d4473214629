"""The tree of headings: through-numbering, restart, lost numbers, principles, what is a task."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import staged

HEAD = "湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n为加快水网建设，制定本方案。\n"


def rows(body: str, head: str = HEAD) -> list[str]:
    """``level path title``, tasks with a star, principles with two."""
    out = []
    for part in staged(head + body).outline.parts:
        star = "**" if part.principle else "*" if part.task else ""
        out.append(f"{part.level} {part.path} {part.title}{star}")
    return out


CASES = {
    "numbered through": (
        "一、供水\n（一）建水库。建设。\n（二）通水渠。建设。\n二、防洪\n（三）筑堤防。建设。\n（四）整河道。治理。\n",
        ["1 1 供水", "2 1 建水库*", "2 2 通水渠*", "1 2 防洪", "2 3 筑堤防*", "2 4 整河道*"],
    ),
    "numbered anew": (
        "一、供水\n（一）建水库。建设。\n（二）通水渠。建设。\n二、防洪\n（一）筑堤防。建设。\n（二）整河道。治理。\n",
        ["1 1 供水", "2 1.1 建水库*", "2 1.2 通水渠*", "1 2 防洪", "2 2.1 筑堤防*", "2 2.2 整河道*"],
    ),
    "three levels": (
        "一、供水\n（一）水库\n1.新建水库。建设。\n2.加固水库。除险。\n（二）水渠\n1.新建水渠。建设。\n二、防洪\n（一）堤防\n1.筑堤。建设。\n",
        ["1 1 供水", "2 1.1 水库", "3 1.1.1 新建水库*", "3 1.1.2 加固水库*", "2 1.2 水渠", "3 1.2.1 新建水渠*",
         "1 2 防洪", "2 2.1 堤防", "3 2.1.1 筑堤*"],
    ),
    "arabic numbered through under sections": (
        "一、供水\n1.建水库。建设。\n2.通水渠。建设。\n二、防洪\n3.筑堤防。建设。\n",
        ["1 1 供水", "3 1 建水库*", "3 2 通水渠*", "1 2 防洪", "3 3 筑堤防*"],
    ),
    "one unit's share of a longer list": (
        "28.建水库。建设。\n34.通水渠。建设。\n35.筑堤防。建设。\n36.整河道。治理。\n",
        ["3 28 建水库*", "3 34 通水渠*", "3 35 筑堤防*", "3 36 整河道*"],
    ),
    "a figure far off is no item": (
        "1.建水库。建设。\n2.通水渠。建设。\n86.5%的水渠已建成。\n3.筑堤防。建设。\n",
        ["3 1 建水库*", "3 2 通水渠*", "3 3 筑堤防*"],
    ),
    "an opening with 1. right below its one section": (
        "一、供水\n1.建水库。建设。\n2.通水渠。建设。\n",
        ["1 1 供水", "3 1 建水库*", "3 2 通水渠*"],
    ),
    "arabic numbered anew": (
        "一、供水\n1.建水库。建设。\n2.通水渠。建设。\n二、防洪\n1.筑堤防。建设。\n",
        ["1 1 供水", "3 1.1 建水库*", "3 1.2 通水渠*", "1 2 防洪", "3 2.1 筑堤防*"],
    ),
    "a section further on whose items count from one": (
        "三、供水\n1.建水库。建设。\n2.通水渠。建设。\n",
        ["1 3 供水", "3 3.1 建水库*", "3 3.2 通水渠*"],
    ),
    "a section further on whose items go on with the count": (
        "二、供水\n（五）建水库。建设。\n（六）通水渠。建设。\n",
        ["1 2 供水", "2 5 建水库*", "2 6 通水渠*"],
    ),
    "an opening with （一） below its one section": (
        "一、供水\n（一）建水库。建设。\n（二）通水渠。建设。\n",
        ["1 1 供水", "2 1.1 建水库*", "2 1.2 通水渠*"],
    ),
    "principles": (
        "一、总体要求\n（一）指导思想。坚持节水。\n（二）工作目标。基本建成。\n二、重点任务\n（一）建水库。建设。\n",
        ["1 1 总体要求", "2 1.1 指导思想**", "2 1.2 工作目标**", "1 2 重点任务", "2 2.1 建水库*"],
    ),
    "one level": (
        "一、建水库。推进水库建设。\n二、通水渠。推进水渠建设。\n三、筑堤防。推进堤防建设。\n",
        ["1 1 建水库*", "1 2 通水渠*", "1 3 筑堤防*"],
    ),
    "numbers inside sentences": (
        "一、供水\n（一）建水库。建设。\n1.5亿立方米以上的水库优先，\n2025年完成。\n（二）通水渠。建设。\n",
        ["1 1 供水", "2 1.1 建水库*", "2 1.2 通水渠*"],
    ),
    "two items in a line, parted by the clause of the first": (
        "一、供水\n（一）供水量增长5%。（市水务局负责）（二）漏损率降到9%以内。（市水务局主办，市财政局协办）\n（三）建水库。建设。\n",
        ["1 1 供水", "2 1.1 供水量增长5%*", "2 1.2 漏损率降到9%以内*", "2 1.3 建水库*"],
    ),
    "such a line in the middle of the series": (
        "一、供水\n（一）建水库。建设。\n（二）供水量增长5%。（市水务局负责）（三）漏损率降到9%以内。（市水务局负责）\n",
        ["1 1 供水", "2 1.1 建水库*", "2 1.2 供水量增长5%*", "2 1.3 漏损率降到9%以内*"],
    ),
    "a label before the one sentence of an item": (
        "一、供水\n（一）工作目标：年内供水普及率达到98%以上，漏损率降到9%以内，基本满足需要。\n（二）建水库：新建小型水库两座。\n",
        ["1 1 供水", "2 1.1 工作目标**", "2 1.2 建水库*"],
    ),
    "what a thing is, behind a colon": (
        "一、供水\n（一）工作的指导思想是：坚持节水优先，保障供水。\n（二）建水库。建设。\n",
        ["1 1 供水", "2 1.1 工作的指导思想是：坚持节水优先，保障供水*", "2 1.2 建水库*"],
    ),
    "limbs of a sentence": (
        "一、供水\n（一）建水库。分三步：\n（1）勘察设计，编制报告；\n（2）开工建设，加强监理；\n（二）通水渠。建设。\n",
        ["1 1 供水", "2 1.1 建水库*", "2 1.2 通水渠*"],
    ),
    "a number printed twice": (
        "一、供水\n（一）建水库。建设。\n二、防洪\n（一）筑堤防。建设。\n二、灌溉\n（一）通水渠。建设。\n三、保障\n（一）强化监管。检查。\n",
        ["1 1 供水", "2 1.1 建水库*", "1 2 防洪", "2 2.1 筑堤防*", "1 2 灌溉", "2 2.1 通水渠*", "1 3 保障", "2 3.1 强化监管*"],
    ),
    "a number printed twice among items numbered through": (
        "一、供水\n（一）建水库。建设。\n（二）通水渠。建设。\n（二）修泵站。修缮。\n二、防洪\n（三）筑堤防。建设。\n",
        ["1 1 供水", "2 1 建水库*", "2 2 通水渠*", "2 2 修泵站*", "1 2 防洪", "2 3 筑堤防*"],
    ),
    "many numbers left out, as with a lost page": (
        "一、供水\n（一）建水库。建设。\n六、防洪\n（一）筑堤防。建设。\n七、灌溉\n（一）通水渠。建设。\n",
        ["1 1 供水", "2 1.1 建水库*", "1 6 防洪", "2 6.1 筑堤防*", "1 7 灌溉", "2 7.1 通水渠*"],
    ),
    "a list begun again": (
        "一、供水\n（一）建水库。建设。\n二、防洪\n（一）筑堤防。建设。\n",
        ["1 1 供水", "2 1.1 建水库*", "1 2 防洪", "2 2.1 筑堤防*"],
    ),
    "a number quoted": (
        "一、供水\n（一）建水库。建设。\n九、按照国家规定的条件和程序，报有关部门核准后，由市水务局组织实施的\n（二）通水渠。建设。\n二、防洪\n（一）筑堤防。建设。\n",
        ["1 1 供水", "2 1.1 建水库*", "2 1.2 通水渠*", "1 2 防洪", "2 2.1 筑堤防*"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), CASES.values(), ids=CASES)
def test_trees(body: str, wanted: list[str]) -> None:
    assert rows(body) == wanted


def test_a_title_ends_at_its_first_full_stop() -> None:
    found = staged(
        HEAD + "一、供水\n（一）强化都市圈带动作用，优化格局。以科学分工为导向，推进建设。加强协作。\n（二）建水库。建设。\n"
    )
    assert found.outline.parts[1].title == "强化都市圈带动作用，优化格局"


def test_a_part_reaches_to_the_next_of_its_level() -> None:
    done = staged(
        HEAD + "一、供水\n（一）建水库。建设水库。\n第二段。\n（二）通水渠。建设水渠。\n二、防洪\n（一）筑堤防。筑堤。\n"
    )
    spans = {p.title: done.text.slice(p.span) for p in done.outline.parts}
    assert spans["建水库"].split() == ["（一）建水库。建设水库。", "第二段。"]
    assert spans["供水"].split()[-1] == "（二）通水渠。建设水渠。"


def test_the_innermost_part_of_a_place() -> None:
    done = staged(HEAD + "一、供水\n总的说来。\n（一）建水库。建设水库。\n二、防洪\n筑堤防。\n")
    outline, text = done.outline, done.text.text
    title = {p: outline.parts[outline.innermost(text.index(p))].title for p in ("总的说来", "建设水库", "筑堤防")}
    assert title == {"总的说来": "供水", "建设水库": "建水库", "筑堤防": "防洪"}
    assert outline.innermost(0) == -1
    assert outline.task_at(text.index("总的说来")) == -1


def test_markdown_headings_hold_numbers_too() -> None:
    text = "# 湖北省水网建设实施方案\n\n鄂政办发〔2024〕5号\n\n## 一、供水\n\n### （一）建水库\n\n建设。\n\n### （二）通水渠\n\n建设。\n"
    parts = staged(text, ".md").outline.parts
    assert [(p.level, p.title) for p in parts] == [(1, "供水"), (2, "建水库"), (2, "通水渠")]


PAGE = "省水网方案鄂政办发〔2024〕5号为加快水网建设，统筹水资源、水环境、水生态，制定本方案。"


def scraped(stream: str) -> str:
    """``stream`` as pages of a sharing site."""
    pieces = [stream[i : i + 40] for i in range(0, len(stream), 40)]
    return "".join(f"{n}、{piece}\n" for n, piece in enumerate(pieces, 1))


CLAUSE = "(责任单位:省水利厅、省发改委)"


def test_numbers_that_a_scrape_lost_or_miscounted_are_restored() -> None:
    items = (
        "1 .建设水库。推进引调水工程建设。",
        ".整治河道。开展中小河流治理。",
        "2 .改造灌区。实施节水改造。",
        ".保护水源。划定保护区。",
    )
    stream = f"{PAGE}一、重点任务(一)工程建设。" + "".join(item + CLAUSE for item in items)
    done = staged(scraped(stream))
    assert [(p.number, p.title) for p in done.outline.parts if p.task] == [
        (1, "建设水库"), (2, "整治河道"), (3, "改造灌区"), (4, "保护水源"),
    ]  # fmt: skip
    assert [(r.printed.strip(), r.restored) for r in done.outline.repairs] == [(".", "2."), ("2 .", "3."), (".", "4.")]


def test_a_clean_text_gets_no_numbers_restored() -> None:
    done = staged(HEAD + "一、供水\n1.建水库。建设。\n3.通水渠。建设。\n")
    assert done.outline.repairs == ()
    assert [p.number for p in done.outline.parts] == [1, 1, 3]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        # a page is gone: 二 stands nowhere, and in 三 the numbering begins with （三）
        ("一、供水\n（一）建水库。建设水库。\n三、防洪\n（三）筑堤防。修筑堤防。\n", {"三": (2,), "（三）": (1, 2)}),
        ("一、供水\n（一）建水库。建设水库。\n（三）通水渠。开通水渠。\n", {"（三）": (2,)}),
        # items numbered through the document leave nothing out where a section begins
        ("一、供水\n（一）建水库。建设水库。\n（二）通水渠。开通水渠。\n二、防洪\n（三）筑堤防。修筑堤防。\n", {}),
        ("一、供水\n（一）建水库。建设水库。\n二、防洪\n（一）筑堤防。修筑堤防。\n", {}),
    ],
)
def test_numbers_that_the_source_leaves_out(body: str, wanted: dict[str, tuple[int, ...]]) -> None:
    assert {p.printed: p.skipped for p in staged(HEAD + body).outline.parts if p.skipped} == wanted


def test_a_restored_number_leaves_nothing_out() -> None:
    assert not any(
        p.skipped
        for p in staged(scraped(f"{PAGE}一、重点任务(一)工程建设。1 .建设水库。{CLAUSE}.整治河道。{CLAUSE}")).outline.parts
    )


def test_items_below_a_step_of_their_own_are_not_held_to_be_numbered_through() -> None:
    assert rows("一、供水\n（一）水源\n1.建水库。建设。\n2.通水渠。建设。\n")[-2:] == ["3 1.1.1 建水库*", "3 1.1.2 通水渠*"]
    assert rows("一、供水\n1.建水库。建设。\n2.通水渠。建设。\n")[-2:] == ["3 1 建水库*", "3 2 通水渠*"]
