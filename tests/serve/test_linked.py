"""Every IRI below the base leads somewhere."""

import re
from html.parser import HTMLParser

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from tests.serve.support import HOSTILE, SCRIPT
from zhengtu.export import described
from zhengtu.graphs import BASE
from zhengtu.store import EmbeddedStore

THING = "/work/fagaiguihua-2030-1"
FORMATS = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples", "rdf": "application/rdf+xml"}
TITLE = "<http://purl.org/dc/terms/title>"


@pytest.mark.parametrize(("suffix", "kind"), FORMATS.items())
def test_accept_leads_to_the_data(web, suffix, kind):
    got = web.ask(THING, accept=kind)
    assert (got.status, got.headers["location"]) == (303, f"{THING}.{suffix}")
    assert {"accept", "accept-language"} <= {part.strip() for part in got.headers["vary"].split(",")}
    data = web.ask(f"{THING}.{suffix}")
    assert (data.status, data.kind) == (200, kind)
    triples = {quad.triple for quad in parse(data.body, format=RdfFormat.from_media_type(kind))}
    assert f'<{BASE}{THING[1:]}> {TITLE} "示范城市群发展实施方案"' in set(map(str, triples))


def test_what_points_to_a_thing_and_its_sentences_are_told(web):
    text = web.ask(f"{THING}.nt").text
    assert f"<{BASE}doc/plan-a> <{BASE}ns#carries> <{BASE}work/fagaiguihua-2030-1>" in text
    assert f"<{BASE}doc/plan-a/span/40-60> <{BASE}ns#begin>" in text


def test_a_browser_gets_a_page(web):
    got = web.follow(THING, accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    assert (got.status, got.kind) == (200, "text/html")
    assert "示范城市群发展实施方案" in got.text
    assert f'<{THING}.ttl>; rel="alternate"; type="text/turtle"' in got.headers["link"]


def test_curl_gets_turtle(web):
    assert web.follow(THING, accept="*/*").kind == "text/turtle"
    assert web.follow(THING).kind == "text/turtle"


def test_a_format_there_is_not(web):
    got = web.ask(THING, accept="image/png")
    assert got.status == 406
    assert "accept" in got.headers["vary"]


def test_every_iri_leads_to_its_data(place, web):
    """Subjects, properties, objects and graphs: a version's IRI is an object only."""
    with EmbeddedStore(place) as store:
        nodes = {node.value for quad in store.quads() for node in quad if isinstance(node, NamedNode)}
    ours = sorted({iri.partition("#")[0].removeprefix(BASE) for iri in nodes if iri.startswith(BASE)} - {""})
    assert len(ours) > 100
    assert "ns/0.1.0" in ours
    assert [path for path in ours if web.follow(f"/{path}", accept="application/n-triples").status != 200] == []


class TestDataset:
    def test_its_description_has_what_the_export_has(self, place, web):
        got = web.follow("/dataset", accept="application/n-triples")
        with EmbeddedStore(place) as store:
            expected = {str(triple) for triple in described(store, store.quads())}
        assert {line.removesuffix(" .") for line in got.text.splitlines()} == expected
        assert f"<{BASE}dataset> <http://rdfs.org/ns/void#triples>" in got.text

    def test_a_count_has_an_address(self, web):
        got = web.follow("/dataset/class/zt:Task", accept="application/n-triples")
        assert f"<{BASE}dataset/class/zt:Task> <http://rdfs.org/ns/void#class> <{BASE}ns#Task>" in got.text
        assert web.ask("/dataset/class/zt:Nothing").status == 404

    def test_people_read_it_in_their_language(self, web):
        zh = web.follow("/dataset", accept="text/html", accept_language="zh").text
        en = web.follow("/dataset", accept="text/html", accept_language="en").text
        assert "<h1>政图：政策文本知识图谱</h1>" in zh
        assert "<h1>Zhengtu: a knowledge graph of policy texts</h1>" in en
        assert f'<td><a href="/graph/registry">{BASE}graph/registry</a></td>' in "".join(en.split("\n"))

    def test_where_void_says_to_look(self, web):
        got = web.ask("/.well-known/void")
        assert (got.status, got.headers["location"]) == (303, "/dataset")

    def test_the_endpoint_names_it(self, web):
        line = f"<{BASE}dataset> <http://rdfs.org/ns/void#sparqlEndpoint> <{web.url}/sparql> ."
        assert line in web.ask("/sparql", accept="application/n-triples").text.splitlines()


def test_the_vocabulary(web):
    got = web.follow("/ns", accept="application/n-triples")
    assert f"<{BASE}ns#Task>" in got.text
    assert 'id="Task"' in web.follow("/ns", accept="text/html").text


def test_a_named_graph(place, web):
    with EmbeddedStore(place) as store:
        expected = {str(triple) for triple in store.graph(f"{BASE}graph/doc/plan-a")}
    got = web.follow("/graph/doc/plan-a", accept="application/n-triples")
    assert {line.removesuffix(" .") for line in got.text.splitlines()} == expected


@pytest.mark.parametrize("how", [str, str.lower, lambda path: path.replace("(", "%28").replace(")", "%29")])
def test_other_ways_to_encode_the_same_path(web, how):
    path = HOSTILE.removeprefix(BASE)
    assert web.follow("/" + how(path), accept="text/turtle").status == 200


def test_what_is_not_there(web):
    got = web.ask("/doc/nothing", accept_language="en")
    assert (got.status, got.kind, got.text) == (404, "text/plain", "nothing is at /doc/nothing\n")
    page = web.ask("/doc/%3Cb%3E", accept="text/html")
    assert (page.status, page.kind) == (404, "text/html")
    assert "<b>" not in page.text
    assert "&lt;b&gt;" in page.text


class TestCaches:
    def test_asked_again_nothing_is_sent(self, web):
        tag = web.ask(f"{THING}.ttl").headers["etag"]
        got = web.ask(f"{THING}.ttl", if_none_match=tag)
        assert (got.status, got.body, got.headers["etag"]) == (304, b"", tag)
        assert web.ask(f"{THING}.ttl", if_none_match='W/"0-0-0"').status == 200


class Page(HTMLParser):
    """The elements and links of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.handlers = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src", "action")]
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]


class TestHostileText:
    def test_it_is_text_on_the_page(self, web):
        got = web.follow("/" + HOSTILE.removeprefix(BASE), accept="text/html")
        page = Page(got.text)
        assert got.status == 200
        assert not {"script", "img", "iframe", "style"} & page.tags
        assert not page.handlers
        assert not [link for link in page.links if not re.match(r"/|https?://", link)], "javascript: is no link"
        assert "&lt;script&gt;" in got.text

    def test_nothing_could_run_anyway(self, web):
        for path in ("/" + HOSTILE.removeprefix(BASE) + ".html", THING + ".ttl", "/nothing", "/api/queries"):
            headers = web.ask(path, accept="text/html").headers
            policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
            assert policy["default-src"] == "'none'"
            assert policy["script-src"] == "'self'"
            assert policy["base-uri"] == policy["frame-ancestors"] == "'none'"
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"

    def test_it_is_unharmed_in_the_data(self, web):
        data = web.ask("/" + HOSTILE.removeprefix(BASE) + ".jsonld").body
        values = {getattr(quad.object, "value", "") for quad in parse(data, format=RdfFormat.JSON_LD)}
        assert SCRIPT in values


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/../../../etc/passwd",
        "/static/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/static/..%5c..%5cetc/passwd",
        "//etc/passwd",
        "/doc/./plan-a",
        "/doc//plan-a",
        "/doc/plan-a%00.html",
        "/doc/%ff",
        "/doc/plan%0d%0aSet-Cookie:%20a=b",
    ],
)
def test_no_path_leads_out(web, path):
    got = web.ask(path)
    assert got.status == 404
    assert "root:" not in got.text
    assert got.headers["set-cookie"] is None
