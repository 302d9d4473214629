"""What stands below the date belongs to the document: its tables, and the lists annexed to a notice."""

from __future__ import annotations

from tests.loaders.helpers import shares, staged

TABLE = """<html><body><h1>安康市茶产业2025年重点任务分工表</h1>
<p>安政办发〔2025〕3号</p><p>各县（市、区）人民政府，市政府各工作部门：</p><p>现将分工表印发给你们，请抓好落实。</p>
<p>安康市人民政府办公室</p><p>2025年2月6日</p>
<table><tr><th>序号</th><th>任务</th><th>牵头单位</th><th>责任单位</th></tr>
<tr><td colspan="4">一、夯实基地</td></tr>
<tr><td>1</td><td>改造低产茶园。</td><td>市农业农村局</td><td>市财政局</td></tr>
<tr><td>2</td><td>建设良种苗圃。</td><td>市林业局</td><td>市科技局</td></tr></table></body></html>"""

NOTICE = """紫阳县人民政府办公室
关于做好2025年水毁工程修复工作的通知
紫政办发〔2025〕4号

各镇人民政府，县直各部门：
　　为确保安全度汛，现就有关工作通知如下。
　　一、工作任务
　　（一）排查隐患。逐处登记造册。（责任单位：县水利局、县应急管理局）
　　（二）抢抓工期。4月底前全部完工。（责任单位：县水利局、县财政局）
　　二、工作要求
　　（三）加强调度。每旬通报一次进度。

　　附件：1．紫阳县2025年水毁修复重点项目清单
　　　　　2．紫阳县2025年度汛责任安排

紫阳县人民政府办公室
2025年2月20日

附件1
紫阳县2025年水毁修复重点项目清单

　　1．汉江紫阳段堤防加固工程。续建项目。建设地点：紫阳县。建设内容：加固堤防6公里。
　　2．任河毛坝河段护岸工程。新建项目。建设地点：岚皋县。建设内容：护岸3公里。
"""


def test_a_table_below_the_date_is_read() -> None:
    done = staged(TABLE, ".html")
    tasks = [part.title for part in done.outline.parts if part.task]
    assert tasks == ["改造低产茶园", "建设良种苗圃"]
    assert [share for clause in done.facts.clauses for share in shares(clause)] == [
        "市农业农村局 牵头", "市财政局 负责", "市林业局 牵头", "市科技局 负责",
    ]  # fmt: skip


def test_a_notice_that_arranges_the_work_itself_is_what_the_file_is_there_for() -> None:
    done = staged(NOTICE)
    assert done.identity.genre == "notice"
    assert done.identity.title == "紫阳县人民政府办公室关于做好2025年水毁工程修复工作的通知"
    assert [(part.path, part.title) for part in done.outline.parts if part.task] == [
        ("1", "排查隐患"), ("2", "抢抓工期"), ("3", "加强调度"),
    ]  # fmt: skip


def test_the_list_annexed_to_it_names_projects() -> None:
    projects = {project.name: project for project in staged(NOTICE).facts.projects}
    assert projects["汉江紫阳段堤防加固工程"].status == "续建"
    assert projects["任河毛坝河段护岸工程"].status == "新建"
    assert any(iri.endswith("610925") for iri in projects["任河毛坝河段护岸工程"].places)  # 岚皋县
