"""The site as files: whole or as it was, every link leads somewhere, nothing comes from elsewhere."""

import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote

import pytest

from zhengtu.cli.main import main
from zhengtu.site import SiteError, write


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.events, self.inline = [], [], [], []
        self._script = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.links += [found[name] for name in ("href", "src", "action") if found.get(name) is not None]
        self.ids += [found["id"]] if "id" in found else []
        self.events += [name for name in found if name.startswith("on") or name == "style"]
        if tag == "style" or (tag == "script" and "src" not in found and found.get("type") != "application/json"):
            self.inline.append(tag)


def pages(folder):
    return {path: Links(path.read_text("utf-8")) for path in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def read(written):
    return pages(written)


def test_every_page_is_there_in_both_languages(written, corpus_site):
    found = {path.relative_to(written).as_posix() for path in written.rglob("*") if path.is_file()}
    assert found == {*corpus_site.paths(), ".zhengtu-site"}
    chinese = {path for path in found if path.endswith(".html") and not path.startswith("en/")}
    assert {f"en/{path}" for path in chinese} == {path for path in found if path.startswith("en/")}


def test_every_link_leads_to_a_page_and_a_place_on_it(read):
    wrong = []
    for path, page in read.items():
        for link in page.links:
            target, _, fragment = link.partition("#")
            if target.startswith(("http://", "https://")):
                continue
            file = (path.parent / unquote(target)).resolve() if target else path
            asked = parse_qs(fragment.removeprefix("?")) if fragment.startswith("?") else {}
            there = (
                asked.keys() <= fields(file)
                if asked
                else not fragment or file not in read or unquote(fragment) in read[file].ids
            )
            if not file.is_file() or not there:
                wrong.append((path.name, link))
    assert wrong == []


@cache
def fields(file):
    """The names of what a list on the page is narrowed by."""
    return set(re.findall(r'<(?:input|select)[^>]* name="(\w+)"', file.read_text("utf-8")))


def test_ids_are_told_apart(read):
    assert [path.name for path, page in read.items() if len(page.ids) != len(set(page.ids))] == []


def test_no_page_holds_script_or_style_of_its_own(read):
    assert [(path.name, page.events, page.inline) for path, page in read.items() if page.events or page.inline] == []


def test_what_is_no_page_is_none(corpus_site):
    for path in (
        "",
        "../index.html",
        "en/static/site.css",
        "doc/none.html",
        "static/../site.py",
        "en/en/index.html",
        "/index.html",
    ):
        assert corpus_site.render(path) is None, path


def test_a_page_has_the_address_of_its_iri(corpus_site):
    base = corpus_site.base
    assert corpus_site.path_of(f"{base}doc/hubei-division-2022-16") == "doc/hubei-division-2022-16.html"
    assert corpus_site.path_of(f"{base}doc/hubei-division-2022-16/span/209-216") == "doc/hubei-division-2022-16.html#c209-216"
    assert corpus_site.path_of(f"{base}doc/nothing") is None
    assert corpus_site.path_of("https://example.org/") is None


def test_a_site_replaces_a_site_and_nothing_else(model_site, tmp_path):
    folder = tmp_path / "a" / "site"
    assert write(model_site, folder) > 0
    (folder / "left.html").write_text("old")
    write(model_site, folder)
    assert not (folder / "left.html").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["site"]
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear")
    with pytest.raises(SiteError):
        write(model_site, mine)
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]


def test_a_site_that_fails_leaves_the_old_one(model_site, tmp_path, monkeypatch):
    folder = tmp_path / "site"
    write(model_site, folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    monkeypatch.setattr(type(model_site), "render", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(SiteError, match="No space left"):
        write(model_site, folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_sites_of_a_store_are_the_same(model_site, tmp_path):
    first, second = ({path: model_site.render(path) for path in model_site.paths()} for _ in range(2))
    assert first == second


def test_pages_rendered_at_once_are_the_same(model_site):
    """A server renders in several threads."""
    paths = [path for path in model_site.paths() if path.endswith(".html")]
    alone = [model_site.render(path) for path in paths]
    fresh = type(model_site)(model_site.store)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(fresh.render, paths)) == alone


def test_the_command_says_what_it_wrote(corpus_site, tmp_path, capsys):
    place = corpus_site.store.where
    assert main(["site", "--output", str(tmp_path / "out"), "--store", place]) == 0
    assert str(tmp_path / "out") in capsys.readouterr().err
    (tmp_path / "file").write_text("x")
    assert main(["site", "--output", str(tmp_path / "file"), "--store", place]) == 1
    assert capsys.readouterr().err.count("\n") == 1
