"""A plan cited by its title, and the plan itself under its number."""

import pytest

from zhengtu.align.loading import WorkText
from zhengtu.align.ties import tied

PLAN = WorkText("work/a-2030-1", "示范城市群发展“十五五”实施方案", "plan")
LOWER = WorkText("work/b-2030-9", "示范城市群发展“十五五”实施方案甲省分工方案", "division")
STUB = "work/shifanchengshiqun"


def test_a_plan_cited_by_title_is_the_plan_carried():
    assert tied([PLAN, LOWER], [(LOWER.iri, STUB, "示范城市群发展 “十五五”实施方案")]) == [(LOWER.iri, PLAN.iri)]


@pytest.mark.parametrize(
    ("works", "said"),
    [
        ([PLAN, LOWER], (LOWER.iri, PLAN.iri, PLAN.title)),  # the document knows it under its number
        ([LOWER], (LOWER.iri, STUB, PLAN.title)),  # nobody carries it
        ([PLAN, LOWER], (LOWER.iri, STUB, "示范城市群发展“十五五”规划")),  # another title
        ([PLAN, LOWER, WorkText("work/c-2035-3", PLAN.title, "later")], (LOWER.iri, STUB, PLAN.title)),  # which of two?
        ([PLAN, WorkText(LOWER.iri, LOWER.title, "plan")], (LOWER.iri, STUB, PLAN.title)),  # an annex beside its plan
    ],
)
def test_where_it_is_not_sure_nothing_is_tied(works, said):
    assert tied(works, [said]) == []


def test_two_that_name_each_other_are_tied_one_way():
    assert len(tied([PLAN, LOWER], [(LOWER.iri, STUB, PLAN.title), (PLAN.iri, "work/d", LOWER.title)])) == 1
