"""A document full of markup, scripts, links that run and characters that turn the text around is text, and nothing else."""

from __future__ import annotations

import re

import pytest

from tests.site.conftest import PHONE
from tests.site.test_write import pages
from zhengtu import validate
from zhengtu.cli.main import main
from zhengtu.site import Site, static, write
from zhengtu.store import open_store

RUN = "<script>alert(1)</script>"
SHOT = '"><img src=x onerror=alert(2)>'
TURN = "\u202e"
NAME = "a&b'“<img src=x onerror=alert(3)>”;#?%2e%2e plan.txt"
PLAN = f"""XX省人民政府办公厅关于印发{RUN}行动计划的通知
X政办发〔2024〕12号
各市人民政府：
一、重点任务{SHOT}
（一）建设{RUN}武汉{TURN}光谷科技创新大走廊。加快建设{{{{ 7*7 }}}}武汉港阳逻铁水联运示范基地，到2025年常住人口城镇化率达到67%{SHOT}。（责任单位：省发改委{SHOT}、省水利厅）
（二）推进</span></article></main><iframe src=javascript:alert(4)></iframe>黄石市{TURN}长江大保护工程。（责任单位：省生态环境厅、{RUN}）
"""
MARKDOWN = f"""---
layout: post
title: "javascript:alert(5) {RUN}"
date: 2022-03-15 11:38:08 +0800
source: "javascript:alert(6)"
url: "javascript:alert(7)"
---
<p>3月15日，武汉市<a href="javascript:alert(8)" onclick="alert(9)">发布通知</a>，<svg onload=alert(10)></svg>《长江中游城市群发展规划》实施。</p>
[武汉市](javascript:alert(11))建设东湖综合性国家科学中心。<style>body{{display:none}}</style>
"""
HTML = f"""<html><head><title>{RUN}</title><base href="https://example.org/"></head><body onload="alert(12)"><h1>关于长江大保护的意见</h1>
<p>一、推进黄石市&lt;script&gt;alert(13)&lt;/script&gt;长江生态修复工程。</p><form action="https://example.org"><button autofocus onfocus=alert(14)>x</button></form></body></html>
"""
DATA = ("data/queries.js",)
SHIPPED = {"/".join(path.split("/")[-2:]) for path in (*static.files(), *DATA)}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    texts = folder / "texts"
    texts.mkdir()
    (texts / NAME).write_text(PLAN, "utf-8")
    (texts / "javascript:alert(15).md").write_text(MARKDOWN, "utf-8")
    (texts / "%2e%2e%2F..%2Fup.html").write_text(HTML, "utf-8")
    assert main(["build", str(texts), "--store", str(folder / "store"), "--jobs", "1", "--quiet"]) == 0
    with open_store(str(folder / "store")) as store:
        write(Site(store, sources=(texts,), report=validate.report(store, jobs=1)), folder / "site")
    return folder / "site"


def test_no_file_stands_outside_and_names_are_plain(hostile):
    names = [path.relative_to(hostile).as_posix() for path in hostile.rglob("*") if path.is_file()]
    assert len([name for name in names if name.startswith("doc/") and name.count("/") == 1]) == 3
    assert all(re.fullmatch(r"[A-Za-z0-9._~/-]+", name) for name in names)
    assert sorted(path.name for path in hostile.parent.iterdir()) == ["site", "store", "texts"]


def test_nothing_of_the_text_became_markup(hostile):
    for path, page in pages(hostile).items():
        assert page.events == [], path
        assert page.inline == [], path
        for link in page.links:
            assert re.match(r"(?:[./\w~-]|#|$)", link), (path, link)
            assert not re.match(r"(?i)\s*(?:javascript|data|vbscript):", link), (path, link)
        text = path.read_text("utf-8")
        drawn = 'svg(?! class="(?:map|network|swatch|column)")'  # our own pictures
        assert not re.search(rf"(?i)<(?:img|iframe|{drawn}|object|embed|base)\b", text), path
        assert TURN not in text
        assert "49" not in re.findall(r"加快建设(.{0,12})武汉港", text)


def test_a_browser_reads_it_as_text(hostile, browser):
    """No dialog, no request, no error on any page; the script's letters are there to be read."""
    for path in (
        sorted(hostile.glob("*.html")) + sorted(hostile.glob("doc/*.html")) + sorted(hostile.glob("work/*/task/*.html"))
    ):
        with browser.page(path.as_uri(), PHONE) as page:
            scripts = page.locator("script").evaluate_all(
                "(all) => all.map((s) => new URL(s.src).pathname.split('/').slice(-2).join('/'))"
            )
            assert set(scripts) <= SHIPPED
            mark = page.locator("#text a.w").first
            if mark.count():
                mark.tap()
                assert page.locator("#panel").is_visible()
    reader = next(path for path in sorted(hostile.glob("doc/*.html")) if "光谷科技创新大走廊" in path.read_text("utf-8"))
    with browser.page(reader.as_uri()) as page:
        said = page.locator("#text").inner_text()
        assert RUN in said
        assert "</span></article></main><iframe src=javascript" in said
        assert "{{ 7*7 }}" in said
