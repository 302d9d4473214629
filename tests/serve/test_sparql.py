"""SPARQL 1.1 Protocol against the running server; answers are compared with the engine's own."""

import json
import re
from urllib.parse import urlencode

import pytest
from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat, parse, parse_query_results

from zhengtu.graphs import BASE
from zhengtu.serve.describe import SD
from zhengtu.store import EmbeddedStore

ROWS = "SELECT ?s ?o { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o } ORDER BY ?s ?o"
GRAPH = f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH <{BASE}graph/registry> {{ ?s ?p ?o }} }}"
COUNT = "SELECT (COUNT(*) AS ?n) {clause} {{ ?s ?p ?o }}"
FORM, QUERY, UPDATE = (f"application/{name}" for name in ("x-www-form-urlencoded", "sparql-query", "sparql-update"))


@pytest.fixture(scope="module")
def store(place):
    with EmbeddedStore(place) as opened:
        yield opened.raw


def rows(body, form):
    found = parse_query_results(body, format=form)
    return [tuple(map(str, row)) for row in found]


@pytest.mark.parametrize(
    "kind", ["application/sparql-results+json", "application/sparql-results+xml", "text/tab-separated-values"]
)
def test_rows_in_every_format(web, store, kind):
    got = web.query(ROWS, kind)
    assert (got.status, got.kind) == (200, kind)
    form = QueryResultsFormat.from_media_type(kind)
    assert rows(got.body, form) == [tuple(map(str, row)) for row in store.query(ROWS, use_default_graph_as_union=True)]


def test_rows_as_csv(web, store):
    got = web.query(ROWS, "text/csv")
    assert (got.status, got.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert got.body == store.query(ROWS, use_default_graph_as_union=True).serialize(format=QueryResultsFormat.CSV)


@pytest.mark.parametrize(
    "kind",
    [
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/ld+json",
        "application/trig",
        "application/n-quads",
    ],
)
def test_triples_in_every_format(web, store, kind):
    got = web.query(GRAPH, kind)
    assert (got.status, got.kind) == (200, kind)
    found = {quad.triple for quad in parse(got.body, format=RdfFormat.from_media_type(kind))}
    assert found == set(store.query(GRAPH))


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (ROWS, "", "application/sparql-results+json"),
        (ROWS, "*/*", "application/sparql-results+json"),
        (ROWS, "application/json", "application/json"),
        (ROWS, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        (ROWS, "application/xml, text/html;q=0.9", "application/xml"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        (GRAPH, "", "text/turtle"),
        (GRAPH, "application/sparql-results+json, application/rdf+xml;q=0.5", "application/rdf+xml"),
    ],
)
def test_the_format_follows_accept(web, query, accept, kind):
    got = web.query(query, accept)
    assert (got.status, got.kind) == (200, kind)
    assert "accept" in got.headers["vary"]


class TestBrowsers:
    """Who follows a link to a query, or sends the form, reads a table."""

    BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

    @pytest.mark.parametrize(
        ("query", "cells"),
        [
            (f"SELECT ?name {{ <{BASE}place/420100> <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }}", ["武汉市"]),
            ("ASK {}", ["true"]),
            ("ASK { <urn:a> <urn:b> <urn:c> }", ["false"]),
            ("CONSTRUCT { <urn:a> <urn:b> 1 } {}", ["urn:a", "urn:b", "1"]),
            ("SELECT ?x ?y { VALUES (?x ?y) { (UNDEF 2) } }", ["", "2"]),
            (
                "SELECT (<<( <urn:a> <urn:b> <urn:c> )>> AS ?x) {}",
                ["&lt;urn:a&gt; &lt;urn:b&gt; &lt;urn:c&gt;"],
            ),
        ],
    )
    def test_a_table_of_the_answer_below_the_query(self, web, query, cells):
        got = web.query(query, self.BROWSER)
        assert (got.status, got.kind) == (200, "text/html")
        assert re.findall(r"<td>([^<]*)</td>", got.text) == cells
        assert query.replace("<", "&lt;").replace(">", "&gt;") in got.text

    def test_things_of_the_graph_are_links(self, web):
        got = web.query(f"SELECT (<{BASE}place/420100> AS ?x) {{}}", self.BROWSER)
        assert f'<a href="/place/420100">{BASE}place/420100</a>' in got.text

    def test_a_long_answer_is_cut_and_says_so(self, web):
        got = web.query("SELECT * { ?a ?b ?c . ?d ?e ?f }", self.BROWSER, accept_language="en")
        assert got.status == 200, "nothing beyond the first rows is worked out"
        assert got.text.count("<tr>") == 501
        assert "the first 500 rows, there are more" in got.text

    def test_markup_stays_text(self, web):
        got = web.query('SELECT ("<script>alert(1)</script>" AS ?x) {} # </textarea><script>', self.BROWSER)
        assert got.status == 200
        assert "<script" not in got.text


def test_a_format_there_is_not(web):
    got = web.query(ROWS, "image/png")
    assert got.status == 406
    assert "text/csv" in got.text


def test_the_three_ways_of_asking_give_the_same(web):
    by_get = web.query(ROWS)
    by_form = web.ask("/sparql", "POST", urlencode({"query": ROWS}).encode(), content_type=f"{FORM}; charset=UTF-8")
    directly = web.ask("/sparql", "POST", ROWS.encode(), content_type=QUERY)
    assert by_get.status == by_form.status == directly.status == 200
    assert by_get.body == by_form.body == directly.body


def test_a_head_request_has_headers_only(web):
    got = web.ask(f"/sparql?{urlencode({'query': ROWS})}", "HEAD")
    assert (got.status, got.body) == (200, b"")


def test_chinese_in_a_query(web):
    query = 'ASK { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> "武汉市"@zh }'
    for got in (web.query(query), web.ask("/sparql", "POST", query.encode(), content_type=QUERY)):
        assert json.loads(got.body)["boolean"] is True


class TestDataset:
    registry, hostile = f"{BASE}graph/registry", f"{BASE}graph/doc/hostile"

    def count(self, web, clause="", more=()):
        got = web.ask(f"/sparql?{urlencode([('query', COUNT.format(clause=clause)), *more])}", accept="text/csv")
        assert got.status == 200, got.text
        return int(got.text.split()[1])

    def size(self, store, *iris):
        return sum(sum(1 for _ in store.quads_for_pattern(None, None, None, NamedNode(iri))) for iri in iris)

    def test_the_default_graph_is_the_union(self, web, store):
        assert self.count(web) == len(store)

    def test_from_names_another(self, web, store):
        assert self.count(web, f"FROM <{self.registry}>") == self.size(store, self.registry)

    def test_from_named_leaves_the_default_graph_empty(self, web):
        assert self.count(web, f"FROM NAMED <{self.registry}>") == 0

    def test_the_protocol_names_default_graphs(self, web, store):
        given = [("default-graph-uri", self.registry), ("default-graph-uri", self.hostile)]
        assert self.count(web, more=given) == self.size(store, self.registry, self.hostile)

    def test_the_protocol_overrides_the_query(self, web, store):
        given = [("default-graph-uri", self.hostile)]
        assert self.count(web, f"FROM <{self.registry}>", given) == self.size(store, self.hostile)

    def test_the_protocol_names_named_graphs(self, web):
        query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
        got = web.query(query, "text/csv", {"named-graph-uri": self.hostile})
        assert got.text.split() == ["g", self.hostile]

    def test_in_the_body_of_a_form_and_beside_a_direct_query(self, web, store):
        query = COUNT.format(clause="")
        form = urlencode({"query": query, "default-graph-uri": self.registry}).encode()
        direct = f"/sparql?{urlencode({'default-graph-uri': self.registry})}"
        expected = str(self.size(store, self.registry))
        assert web.ask("/sparql", "POST", form, content_type=FORM, accept="text/csv").text.split()[1] == expected
        assert web.ask(direct, "POST", query.encode(), content_type=QUERY, accept="text/csv").text.split()[1] == expected

    def test_not_an_iri(self, web):
        assert web.query(ROWS, more={"default-graph-uri": "no iri"}).status == 400


class TestRefusals:
    def test_an_ill_formed_query_says_line_and_column(self, web):
        got = web.query("SELECT * {\n  ?s ?p ?o\n} LIMIT x", accept_language="en")
        assert (got.status, got.kind) == (400, "text/plain")
        assert "line 3, column 9" in got.text

    def test_in_the_language_of_the_client(self, web):
        assert "第 3 行第 9 列" in web.query("SELECT * {\n  ?s ?p ?o\n} LIMIT x", accept_language="zh-CN").text

    @pytest.mark.parametrize("query", ["INSERT DATA { <urn:a> <urn:b> <urn:c> }", "LOAD <http://127.0.0.1:1/>", "DROP ALL"])
    def test_an_update_is_no_query(self, web, query):
        assert web.query(query).status == 400

    @pytest.mark.parametrize("before", ["PREFIX e: <urn:> ", "PREFIX : <urn:>\nBASE <urn:x> ", "# SELECT\n"])
    def test_an_update_is_called_one(self, web, before):
        got = web.query(before + "clear ALL", accept_language="en")
        assert (got.status, "this is an update" in got.text) == (400, True)

    def test_updates_by_both_protocols(self, web, store):
        update = "DROP ALL"
        for path in ("/sparql", "/update"):
            assert web.ask(path, "POST", update.encode(), content_type=UPDATE).status == 403
            assert web.ask(path, "POST", urlencode({"update": update}).encode(), content_type=FORM).status == 403
        assert web.ask(f"/sparql?{urlencode({'update': update})}").status == 403
        assert web.query("ASK { ?s ?p ?o }").text == '{"head":{},"boolean":true}'

    def test_federated_queries(self, web):
        got = web.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", accept_language="en")
        assert (got.status, "SERVICE" in got.text) == (403, True)

    @pytest.mark.parametrize(
        "path", ["/sparql?query=ASK+%7B%7D&query=ASK+%7B%7D", "/sparql?default-graph-uri=urn:a", "/sparql?x=1"]
    )
    def test_not_exactly_one_query(self, web, path):
        assert web.ask(path).status == 400

    def test_an_empty_post(self, web):
        assert web.ask("/sparql", "POST", b"", content_type=FORM).status == 400

    def test_a_content_type_there_is_not(self, web):
        got = web.ask("/sparql", "POST", b"{}", content_type="application/json")
        assert (got.status, got.headers["accept-post"]) == (415, f"{FORM}, {QUERY}")

    def test_bytes_that_are_no_text(self, web):
        assert web.ask("/sparql", "POST", b"ASK { ?s ?p '\xff' }", content_type=QUERY).status == 400
        assert web.ask("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20'%FF'%20%7D").status == 400

    def test_other_methods(self, web):
        got = web.ask("/sparql", "DELETE")
        assert got.status == 405

    def test_too_long_a_calculation(self, web):
        got = web.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", accept_language="en")
        assert (got.status, got.text) == (503, "stopped after 5 s\n")

    def test_too_large_an_answer(self, web):
        got = web.query("SELECT * { ?s ?p ?o . ?x ?y ?z }", accept_language="en")
        assert (got.status, "LIMIT" in got.text) == (500, True)

    def test_too_much_memory(self, web):
        got = web.query("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f", accept_language="en")
        assert (got.status, "memory" in got.text) == (500, True)

    def test_too_deep(self, web):
        deep = "SELECT * { FILTER(" + "(" * 50_000 + "1" + ")" * 50_000 + ") }"
        got = web.ask("/sparql", "POST", deep.encode(), content_type=QUERY, accept_language="en")
        assert (got.status, "depth" in got.text) == (500, True)

    def test_too_large_a_request(self, web):
        got = web.ask("/sparql", "POST", b"#" * ((1 << 20) + 1), content_type=QUERY)
        assert got.status == 413

    def test_the_server_goes_on(self, web):
        assert web.query("ASK {}").status == 200


def test_an_answer_too_long_for_the_pipe_is_whole(web, store):
    query = "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 3000"
    got = web.query(query)
    whole = store.query(query, use_default_graph_as_union=True).serialize(format=QueryResultsFormat.JSON)
    assert len(whole) > 1 << 18
    assert (got.body, got.headers["content-length"]) == (whole, str(len(whole)))


class TestDescription:
    def test_says_what_there_is(self, web):
        got = web.ask("/sparql")
        assert (got.status, got.kind) == (200, "text/turtle")
        told = {(q.predicate.value, getattr(q.object, "value", "")) for q in parse(got.body, format=RdfFormat.TURTLE)}
        assert (f"{SD}endpoint", f"{web.url}/sparql") in told
        assert (f"{SD}feature", f"{SD}UnionDefaultGraph") in told
        assert (f"{SD}name", f"{BASE}graph/registry") in told
        assert not {value for _, value in told if "Federated" in value or "Update" in value}

    def test_in_other_formats(self, web):
        for kind in ("application/rdf+xml", "application/ld+json", "application/n-triples"):
            got = web.ask("/sparql", accept=kind)
            assert (got.status, got.kind) == (200, kind)
            assert list(parse(got.body, format=RdfFormat.from_media_type(kind)))

    def test_a_browser_gets_a_form(self, web):
        got = web.ask("/sparql", accept="text/html,*/*;q=0.8")
        assert (got.status, got.kind) == (200, "text/html")
        assert 'name="query"' in got.text


class TestAcrossSites:
    def test_every_answer_may_be_read(self, web):
        for got in (web.query("ASK {}", origin="https://example.org"), web.query("no"), web.ask("/nothing")):
            assert got.headers["access-control-allow-origin"] == "*"

    def test_what_a_browser_asks_before(self, web):
        got = web.ask("/sparql", "OPTIONS", origin="https://example.org", access_control_request_method="POST")
        assert got.status == 204
        assert "POST" in got.headers["access-control-allow-methods"]
        assert {"content-type", "*"} <= {name.strip() for name in got.headers["access-control-allow-headers"].split(",")}
        assert got.headers["access-control-expose-headers"] == "*", "a script may read retry-after and link"
