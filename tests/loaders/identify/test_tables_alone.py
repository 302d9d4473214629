"""A file that holds a title and a table, and nothing else."""

from __future__ import annotations

from tests.loaders.helpers import shares, staged

TABLE = """附件
2024年全区重点工作任务分解表
序号	重点任务	牵头领导	牵头单位	责任单位	完成时限
1	推进轨道交通建设	张某某	区发改局	区住建局、区资规分局	2024年12月
2	老旧小区改造	李某某	区房管局	各街道办事处	2024年11月底前
"""


def test_a_title_above_a_table_is_a_work() -> None:
    found = staged(TABLE)
    assert (found.identity.genre, found.identity.title) == ("division-plan", "2024年全区重点工作任务分解表")
    assert [shares(c) for c in found.facts.clauses] == [
        ["区发改局 牵头", "区住建局 负责", "区资规分局 负责"],
        ["区房管局 牵头", "各街道办事处 负责"],
    ]
