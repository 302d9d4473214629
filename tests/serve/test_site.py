"""How the pages of the site are reached: a thing leads to its page, a page and its assets to their content."""

import pytest

from zhengtu.graphs import BASE
from zhengtu.messages import speaking
from zhengtu.serve.answer import Failure, Sink
from zhengtu.serve.graph import Generation
from zhengtu.serve.linked import dereference
from zhengtu.store import EmbeddedStore

PAGES = {
    "index.html": b"<p>zh",
    "en/index.html": b"<p>en",
    "place/420100.html": b"<p>Wuhan",
    "static/site.css": b"p{}",
    "static/search.json": b"{}",
    "agency/~name.html": b"<p>~",
}


class Site:
    """Pages as ``zhengtu site`` names them."""

    def render(self, path, asked=None):
        return PAGES.get(path)

    def path_of(self, iri):
        return {
            f"{BASE}place/420100": "place/420100.html",
            f"{BASE}agency/ndrc": "agency/~name.html",
            f"{BASE}doc/plan-a/span/40-60": "doc/plan-a.html#c40-60",
        }.get(iri)


@pytest.fixture(scope="module")
def generation(place):
    with EmbeddedStore(place) as store:
        made = Generation(store, BASE, "tag")
        made.__dict__["pages"] = Site()
        yield made


@pytest.fixture
def ask(generation, tmp_path):
    def asked(path, accept="text/html", lang="zh"):
        with speaking(lang):
            return dereference(generation, path, accept, Sink(tmp_path, 1 << 20))

    return asked


@pytest.mark.parametrize(
    ("path", "lang", "location"),
    [
        ("place/420100", "zh", "/place/420100.html"),
        ("place/420100", "en", "/en/place/420100.html"),
        ("agency/ndrc", "zh", "/agency/~name.html"),
        ("doc/plan-a/span/40-60", "zh", "/doc/plan-a.html#c40-60"),
        ("doc/plan-a/span/40-60", "en", "/en/doc/plan-a.html#c40-60"),
        ("place/420000", "en", "/place/420000.html"),  # the site has no page for it
    ],
)
def test_a_thing_leads_to_its_page(ask, path, lang, location):
    got = ask(path, lang=lang)
    assert (got.status, got.headers["location"]) == (303, location)


def test_data_is_not_the_sites_affair(ask):
    assert ask("place/420100", "text/turtle").headers["location"] == "/place/420100.ttl"
    assert "武汉市" in ask("place/420100.ttl").content.decode()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("place/420100.html", "text/html; charset=utf-8"),
        ("agency/%7Ename.html", "text/html; charset=utf-8"),
        ("static/site.css", "text/css; charset=utf-8"),
        ("static/search.json", "application/json"),
    ],
)
def test_pages_and_assets(ask, path, kind):
    got = ask(path)
    assert (got.status, got.headers["content-type"]) == (200, kind)
    assert got.content in PAGES.values()


def test_the_first_page_in_the_language_of_the_reader(ask):
    assert ask("").headers["location"] == "/index.html"
    assert ask("", lang="en").headers["location"] == "/en/index.html"


def test_a_page_that_only_we_have(ask):
    assert "湖北省" in ask("place/420000.html").content.decode()


def test_what_is_not_there(ask):
    with pytest.raises(Failure) as caught:
        ask("static/other.css")
    assert caught.value.status == 404
