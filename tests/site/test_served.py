"""The site as a server shows it: the same pages as those of files, without reading the whole store first."""

from __future__ import annotations

import pytest

from zhengtu.site import ServedSite, Site, served
from zhengtu.site.find import Everything
from zhengtu.site.seek import seek
from zhengtu.site.sought import Sought

LISTS = ["index", "documents", "tasks", "agencies", "places", "projects", "works", "compare", "timeline", "map", "a-z"]
WHOLE = ("_found", "pages", "names", "_tasks", "_at", "views")
"""What ``Site`` makes of the whole store."""


@pytest.fixture(scope="module")
def files(corpus_site):
    """As a server showed it if it read everything first."""
    return Site(corpus_site.store, sources=corpus_site.sources, report=corpus_site.report, endpoint="/sparql")


@pytest.fixture(scope="module")
def site(corpus_site):
    return ServedSite(corpus_site.store, corpus_site.base, corpus_site.sources, corpus_site.report, "/sparql")


def text(page):
    return page.decode().split("\n")


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("name", LISTS)
def test_lists_are_the_same(files, site, name, lang):
    assert text(site.render(f"{lang}{name}.html")) == text(files.render(f"{lang}{name}.html"))


@pytest.mark.parametrize("kind", ["document", "work", "agreement", "task", "project", "agency", "place"])
def test_pages_of_nodes_are_the_same(files, site, kind):
    paths = [*files.of_kind(kind)]
    assert paths
    for path in paths[:: max(1, len(paths) // 4)]:
        assert site.iri_at(path) == files.iri_at(path)
        assert text(site.render(path)) == text(files.render(path))


def test_every_node_has_the_same_page_or_none(files, site):
    assert {iri: site.kind_of(iri) for iri in files.pages} == files.pages
    assert {iri: site.called(iri) for iri in files.names if iri.startswith(site.base)} == {
        iri: name for iri, name in files.names.items() if iri.startswith(site.base)
    }
    unnamed = next(iri for iri in files.names if "/place/" in iri and iri not in files.pages)
    assert site.path_of(unnamed) is None


def test_a_name_that_is_no_file_name_leads_to_its_node(files, site):
    spelt = [path for path in files.of_kind("place", "agency") if "~" in path]
    assert spelt
    assert [site.iri_at(path) for path in spelt] == [files.iri_at(path) for path in spelt]
    assert site.render(spelt[0].replace("~", "~0")) is None
    assert site.render("doc/ <\x00>.html") is None


def test_nothing_of_the_whole_store_is_kept(site):
    for name in LISTS:
        site.render(f"{name}.html")
    assert not set(WHOLE[1:]) & site.__dict__.keys()
    assert max(map(len, (site._made, site._pages))) <= served._PAGES


class Whole:
    """Everything there is, whatever is asked."""

    def __init__(self, site):
        every = Everything(site)
        self.things = self.things_like = lambda _: every.things
        self.sentences = self.sentences_like = lambda _: every.sentences


@pytest.fixture(scope="module")
def whole(files):
    return Whole(files)


@pytest.mark.parametrize("asked", ["湿地", "湿地 保护", "发改委", "天然气 引入", "省商务厅", "4.1", "长江中游城市裙", "g4"])
def test_the_store_is_searched_as_everything_is(whole, site, asked):
    found, expected = seek(Sought(site), asked), seek(whole, asked)
    assert found.near == expected.near
    assert {kind: {one.path for one in ones} for kind, ones in found.things.items()} == {
        kind: {one.path for one in ones} for kind, ones in expected.things.items()
    }
    holds = [(one.document, one.begin, one.text) for one in expected.sentences]
    assert {(one.document, one.begin, one.text) for one in found.sentences} >= set(holds)


def test_pages_are_made_in_advance_until_none_is_left(corpus_site):
    site = ServedSite(corpus_site.store, corpus_site.base, corpus_site.sources, corpus_site.report, "/sparql")
    made = 0
    while site.prepare():
        made += 1
        assert made < 50
    assert set(site._pages) >= {"index.html", "tasks.html", "search.html", "map.html"}
