"""The pages of the site as the server answers them: narrowed, searched, with the findings of the last validation."""

from __future__ import annotations

import re
from urllib.parse import quote

from tests.serve.support import fill
from zhengtu import validate
from zhengtu.store import open_store


def numbers(got) -> list[str]:
    assert got.status == 200
    return re.findall(r'<td class="number">([^<]*)</td>', got.text)


def test_a_list_is_narrowed_and_sorted_without_scripts(web):
    every = numbers(web.ask("/tasks.html"))
    assert len(every) > 2
    down = numbers(web.ask("/tasks.html?sort=-1"))
    assert sorted(down) == sorted(every)
    assert down == sorted(down, key=lambda number: [int(part) for part in number.split(".")], reverse=True)
    some = web.ask(f"/tasks.html?words={quote('不在任何任务里的字')}")
    assert numbers(some) == []
    assert f"<output>0 / {len(every)}</output>" in some.text


def test_what_is_asked_of_a_list_stays_text(web):
    got = web.ask(f"/en/tasks.html?words={quote(chr(34) + '><script>alert(1)</script>')}&page=0&sort=x&lead=%00")
    assert got.status == 200
    assert "<script>" not in got.text


def test_search_answers_without_scripts(web):
    got = web.ask(f"/search.html?q={quote('武汉')}")
    assert got.status == 200
    assert "<mark>武汉</mark>" in got.text


def test_findings_are_shown_as_soon_as_a_store_is_validated(tmp_path, start):
    place = tmp_path / "store"
    fill(place)
    web = start(store=place)
    assert "zhengtu validate" in web.ask("/validation.html").text
    with open_store(str(place)) as store:
        report = validate.report(store, jobs=1)
        validate.keep_beside(store, report, validate.record(store, report))
    assert report.findings
    page = web.ask("/validation.html").text
    assert all(f'id="f-{finding.key}"' in page for finding in report.findings)
    board = web.ask("/tasks.html").text
    assert 'class="finding' in board


def test_pages_answer_while_queries_hold_every_reader(start):
    web = start("--readers", "1", "--timeout", "8")
    assert web.ask("/index.html").status == 200
    with web.socket() as busy:
        slow = quote("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        busy.sendall(f"GET /sparql?query={slow} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert web.ask("/index.html", seconds=5).status == 200


def test_source_files_are_looked_for_where_the_option_says(tmp_path, start):
    text = "某市实施方案\n一、重点任务\n（一）修路。修建公路。（交通运输局负责）\n二、保障措施\n（二）加强领导。明确责任。\n"
    folder, place = tmp_path / "texts", tmp_path / "store"
    folder.mkdir()
    (folder / "fang-an.txt").write_text(text, "utf-8")
    from zhengtu.build import build

    assert build([folder], str(place)).exit_code == 0
    with_text = start("--source", str(folder), store=place).ask("/doc/fang-an.html").text
    without = start(store=place).ask("/doc/fang-an.html").text
    assert ("源文件不在手边" in with_text, "源文件不在手边" in without) == (False, True)
