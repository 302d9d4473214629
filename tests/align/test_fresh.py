"""Which tasks of a division plan are new beside the plan it divides, read as a person would."""

import pytest

from tests.align.test_tasks import LOWER, NATIONAL, PROVINCIAL, UPPER
from tests.align.texts import tasks
from zhengtu.align import TaskText, align_tasks
from zhengtu.align.fresh import new_tasks
from zhengtu.align.pieces import normal

RINK = TaskText(
    "x/task/90", normal("因地制宜建设滑冰馆、滑雪场，举办冬季赛事，培养冰雪教练员和裁判员。"), normal("发展冰雪运动")
)
CALLED = TaskText("x/task/91", normal("为高龄老年人家庭适老化改造提供补贴。"), normal("推进适老化改造（新增）"))


def test_what_shares_nothing_and_what_calls_itself_new():
    assert new_tasks(tasks(UPPER), [*tasks(LOWER), RINK, CALLED], {task.iri for task in tasks(LOWER)}) == [RINK.iri, CALLED.iri]


@pytest.mark.parametrize(("upper", "lower"), [(NATIONAL, PROVINCIAL), (UPPER, LOWER)])
def test_a_task_taken_from_above_is_never_called_new(upper, lower):
    """Even were its match missed: every task of these two plans that has one above shares words with it."""
    matched = {mapping.lower for mapping in align_tasks(tasks(upper), tasks(lower))}
    assert matched
    assert not matched & set(new_tasks(tasks(upper), tasks(lower), set()))


def test_without_a_plan_above_nothing_is_new_beside_it():
    assert new_tasks([], [RINK], set()) == []
