"""Clients that people use: curl, SPARQLWrapper, rdflib, two of JavaScript, and ``zhengtu`` itself with the endpoint as store."""

import csv
import io
import json
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from zhengtu.graphs import BASE
from zhengtu.query import library, run
from zhengtu.store import EmbeddedStore, QueryError, open_remote

HERE = Path(__file__).parent
SKOS = "http://www.w3.org/2004/02/skos/core#"
NAMES = f"SELECT ?name {{ <{BASE}place/420100> <{SKOS}prefLabel> ?name }} ORDER BY ?name"
REGISTRY = f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH <{BASE}graph/registry> {{ ?s ?p ?o }} }}"


@pytest.fixture(scope="module")
def registry(place):
    """How many statements the registry has."""
    with EmbeddedStore(place) as store:
        return sum(1 for _ in store.raw.quads_for_pattern(None, None, None, NamedNode(f"{BASE}graph/registry")))


class TestCurl:
    def curl(self, *arguments):
        assert shutil.which("curl"), "curl is not installed"
        return subprocess.run(
            ["curl", "--silent", "--show-error", *arguments], capture_output=True, timeout=60, check=True
        ).stdout

    def test_a_query(self, web):
        said = self.curl("--header", "Accept: text/csv", "--data-urlencode", f"query={NAMES}", f"{web.url}/sparql")
        assert said.decode().split() == ["name", "武汉市"]

    def test_a_file(self, web, tmp_path):
        file = tmp_path / "names.rq"
        file.write_text(NAMES, "utf-8")
        kind = "Content-Type: application/sparql-query"
        said = self.curl("--header", kind, "--header", "Accept: text/csv", "--data-binary", f"@{file}", f"{web.url}/sparql")
        assert said.decode().split() == ["name", "武汉市"]

    def test_a_thing(self, web):
        said = self.curl("--location", "--header", "Accept: text/turtle", f"{web.url}/place/420100")
        assert "武汉市" in said.decode()

    def test_chinese_in_an_address_as_it_is_typed(self, web):
        said = self.curl(f"{web.url}/api/queries/tasks-of-agency.csv?agency=湖北省发展和改革委员会")
        assert "division-b" in [row["document"] for row in csv.DictReader(io.StringIO(said.decode()))]

    def test_a_table(self, web):
        said = self.curl(f"{web.url}/api/queries/documents.csv")
        assert "plan-a" in [row["document"] for row in csv.DictReader(io.StringIO(said.decode()))]


class TestSPARQLWrapper:
    @pytest.fixture
    def wrapper(self, web):
        from SPARQLWrapper import SPARQLWrapper

        return SPARQLWrapper(f"{web.url}/sparql")

    @pytest.mark.parametrize("method", ["GET", "POST"])
    @pytest.mark.parametrize("request_method", ["urlencoded", "postdirectly"])
    def test_rows(self, wrapper, method, request_method):
        if (method, request_method) == ("GET", "postdirectly"):
            request_method = "urlencoded"
        wrapper.setMethod(method)
        wrapper.setRequestMethod(request_method)
        wrapper.setQuery(NAMES)
        for form in ("json", "xml", "csv", "tsv"):
            wrapper.setReturnFormat(form)
            found = wrapper.query()
            assert "武汉市" in str(found.convert().toxml() if form == "xml" else self.text(found.convert()))

    @staticmethod
    def text(answer):
        return answer.decode() if isinstance(answer, bytes) else json.dumps(answer, ensure_ascii=False)

    @pytest.mark.parametrize("form", ["turtle", "n3", "xml", "rdf+xml", "json-ld"])
    def test_triples(self, wrapper, registry, form):
        from rdflib import Graph

        wrapper.setQuery(REGISTRY)
        wrapper.setReturnFormat(form)
        found = wrapper.query().convert()
        if isinstance(found, bytes):
            found = Graph().parse(data=found, format="turtle")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert len(found) == registry

    def test_errors_are_its_own(self, wrapper):
        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

        wrapper.setQuery("SELECT * {")
        with pytest.raises(QueryBadFormed):
            wrapper.query()


class TestRdflib:
    @pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
    @pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
    def test_rows(self, web, method, form):
        from rdflib import Graph
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        graph = Graph(SPARQLStore(f"{web.url}/sparql", method=method, returnFormat=form))
        assert [str(row[0]) for row in graph.query(NAMES)] == ["武汉市"]

    def test_triples_and_pattern(self, web):
        from rdflib import Graph, Literal, URIRef
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        graph = Graph(SPARQLStore(f"{web.url}/sparql"))
        place, name = URIRef(f"{BASE}place/420100"), URIRef(f"{SKOS}prefLabel")
        assert list(graph.objects(place, name)) == [Literal("武汉市", lang="zh")]
        assert (place, name, Literal("武汉市", lang="zh")) in graph
        assert graph.query(f"ASK {{ <{place}> <{name}> ?name }}").askAnswer

    def test_a_named_graph(self, web, registry):
        from rdflib import Graph, URIRef
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        graph = Graph(SPARQLStore(f"{web.url}/sparql"), identifier=URIRef(f"{BASE}graph/registry"))
        assert len(graph) == registry

    @pytest.mark.parametrize("form", ["turtle", "xml", "nt", "json-ld"])
    def test_reads_a_thing(self, web, form):
        from rdflib import Graph, URIRef

        graph = Graph().parse(f"{web.url}/place/420100", format=form)
        assert (URIRef(f"{BASE}place/420100"), None, None) in graph


class TestOurselves:
    """``--store URL`` at a served store gives the answers of the store itself."""

    def test_every_query_of_the_library(self, web, place):
        remote = open_remote(f"{web.url}/sparql")
        names = [known.name for known in library().values() if all(p.default is not None for p in known.parameters)]
        with EmbeddedStore(place) as store:
            for name in names:
                assert run(remote, name).rows == run(store, name).rows, name

    def test_errors_keep_line_and_column(self, web):
        with pytest.raises(QueryError, match="2"):
            list(open_remote(f"{web.url}/sparql").select("SELECT * {\n ?s ?p ?o ) }"))


@pytest.fixture(scope="module")
def said_in_javascript(_web, tmp_path_factory):
    """What the two clients print; installed by npm, pinned, in a folder of the test's own."""
    assert shutil.which("node"), "node is not installed"
    assert shutil.which("npm"), "npm is not installed"
    folder = tmp_path_factory.mktemp("javascript")
    for file in (HERE / "javascript").iterdir():
        shutil.copy(file, folder)
    install = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    subprocess.run(install, cwd=folder, check=True, timeout=300, stdout=subprocess.DEVNULL)
    command = ["node", "clients.mjs", f"{_web.url}/sparql"]
    return json.loads(subprocess.run(command, cwd=folder, check=True, timeout=120, stdout=subprocess.PIPE).stdout)


class TestJavaScript:
    @pytest.mark.parametrize("way", ["get", "postDirect", "postUrlencoded", "fetcherGet", "fetcherPost"])
    def test_rows_triples_and_truth(self, said_in_javascript, registry, way):
        assert said_in_javascript[way] == {"rows": ["武汉市"], "triples": registry, "ask": True}

    def test_a_problem(self, said_in_javascript):
        assert said_in_javascript["problem"]["status"] == 400

    def test_a_page_of_another_site(self, said_in_javascript):
        assert said_in_javascript["page"]["allowed"] == "*"
        assert said_in_javascript["page"]["answer"]["boolean"] is True
