"""Paragraphs that open with the name of a project."""

from __future__ import annotations

from tests.loaders.helpers import staged

TEXT = """黄山市与宣城市合作协议

双方打造三个合作示范工程。
绿色园区合作示范工程：引进企业二十家，建设标准厂房，完善配套设施。
数字小镇合作示范工程：建设云平台，培育人才，开放应用场景。
"""


def test_announced_works_that_name_no_place() -> None:
    found = {project.name: project.places for project in staged(TEXT).facts.projects}
    assert found["绿色园区合作示范工程"] == ()
    assert found["数字小镇合作示范工程"] == ()


def test_what_a_town_is_helped_to_become_is_a_role_and_no_works() -> None:
    done = staged("山西省产业规划\n一、任务\n（一）做强产业。支持孝义市打造铝精深加工基地，支持介休市建设介休煤化工产业园。\n")
    assert [project.name for project in done.facts.projects] == ["介休煤化工产业园"]
    (role,) = [role for role in done.facts.industry_roles if role.place.endswith("141181")]  # 孝义市
    assert role.industry.startswith("铝精深加工")
