"""The query library as a REST API, and its OpenAPI description."""

import csv
import html
import io
import json
import re
from urllib.parse import quote

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from tests.queries.support import model_store
from zhengtu.query import library, run

AGENCY = quote("湖北省发展和改革委员会")


@pytest.fixture(scope="module")
def expected():
    """The rows of ``tasks-of-agency`` as the library gives them from the same data."""
    return [tuple(row.values()) for row in run(model_store(), "tasks-of-agency", {"agency": "湖北省发展和改革委员会"})]


def test_json(web, expected):
    got = web.ask(f"/api/queries/tasks-of-agency?agency={AGENCY}")
    data = json.loads(got.body)
    assert (got.status, got.kind) == (200, "application/json")
    assert data["query"] == "tasks-of-agency"
    assert data["parameters"] == {"agency": "湖北省发展和改革委员会"}
    assert [tuple("" if cell is None else str(cell) for cell in row.values()) for row in data["rows"]] == expected
    assert list(data["rows"][0]) == data["columns"]


def test_numbers_are_numbers(web):
    rows = json.loads(web.ask("/api/queries/targets").body)["rows"]
    assert {type(row["begin"]) for row in rows} == {int}
    assert {type(row["value"]) for row in rows} <= {int, float}


@pytest.mark.parametrize(
    "path", ["/api/queries/tasks-of-agency.csv?agency=" + AGENCY, "/api/queries/tasks-of-agency?agency=" + AGENCY]
)
def test_csv_by_suffix_and_by_accept(web, expected, path):
    got = web.ask(path, accept="text/csv")
    head, *rows = csv.reader(io.StringIO(got.text))
    assert got.kind == "text/csv"
    assert tuple(head[:4]) == library()["tasks-of-agency"].columns[:4]
    assert [tuple(row) for row in rows] == expected


def test_html_for_browsers(web):
    got = web.ask(f"/api/queries/tasks-of-agency?agency={AGENCY}", accept="text/html,*/*;q=0.8")
    assert got.kind == "text/html"
    assert "<table>" in got.text
    assert '<th scope="col">task_number</th>' in got.text


@pytest.mark.parametrize("path", ["/api", "/api/"])
def test_the_api_leads_to_what_it_has(web, path):
    got = web.follow(path)
    assert json.loads(got.body)["queries"]


class TestBrowsers:
    HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

    def test_the_list_of_queries_leads_to_each(self, web):
        got = web.ask("/api/queries", accept=self.HTML)
        assert got.kind == "text/html"
        assert all(f'<a href="/api/queries/{name}">' in got.text for name in library())

    def test_a_query_that_wants_a_parameter_asks_for_it(self, web):
        got = web.ask("/api/queries/tasks-of-agency", accept=self.HTML)
        assert (got.status, got.kind) == (200, "text/html")
        assert '<input id="agency" name="agency" value="" required' in got.text
        assert "<table>" not in got.text
        assert web.ask("/api/queries/tasks-of-agency.csv", accept=self.HTML).status == 400

    def test_the_answer_keeps_what_was_asked_and_leads_to_the_other_formats(self, web, expected):
        got = web.ask(
            f"/api/queries/tasks-of-agency?agency={AGENCY}&document=division-b", accept=self.HTML, accept_language="en"
        )
        assert 'name="agency" value="湖北省发展和改革委员会" required' in got.text
        assert 'name="document" value="division-b"' in got.text
        link = html.unescape(re.search(r'href="([^"]*\.csv[^"]*)"', got.text)[1])
        rows = list(csv.reader(io.StringIO(web.ask(link).text)))[1:]
        assert rows
        assert [tuple(row) for row in rows] == [row for row in expected if row[0] == "division-b"]
        assert f"{len(rows)} row" in got.text

    def test_what_is_asked_stays_text(self, web):
        got = web.ask("/api/queries/tasks?task_title=" + quote('"><script>alert(1)</script>'), accept=self.HTML)
        assert got.status == 200
        assert "<script" not in got.text


def test_the_other_formats(web, expected):
    path = f"/api/queries/tasks-of-agency.{{}}?agency={AGENCY}"
    for suffix, form in (("srj", QueryResultsFormat.JSON), ("xml", QueryResultsFormat.XML), ("tsv", QueryResultsFormat.TSV)):
        assert len(list(parse_query_results(web.ask(path.format(suffix)).body, format=form))) == len(expected)
    assert list(parse(web.ask(path.format("ttl")).body, format=RdfFormat.TURTLE))


def test_rows_chosen_by_a_column(web):
    rows = json.loads(web.ask("/api/queries/tasks?document=plan-a").body)["rows"]
    assert {row["document"] for row in rows} == {"plan-a"}


def test_every_query_answers(web):
    open_ones = [known.name for known in library().values() if all(p.default is not None for p in known.parameters)]
    assert len(open_ones) > 20
    assert [name for name in open_ones if web.ask(f"/api/queries/{name}.csv").status != 200] == []


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/queries/task", 404, "tasks"),
        ("/api/queries/tasks.pdf", 404, "tasks"),
        ("/api/queries/tasks-of-agency", 400, "agency"),
        ("/api/queries/tasks-of-agency?agency=", 400, "agency"),
        ("/api/queries/tasks-of-agency?agncy=x", 400, "agency"),
        ("/api/queries/tasks-of-agency?agency=a&agency=b", 400, "agency"),
        ("/api/queries/tasks-of-agency?agency=" + quote("湖北省发展和改革委员"), 404, "湖北省发展和改革委员会"),
        ("/api/queries/tasks-due-by-year?year=soon", 400, "year"),
        ("/api/queries/tasks?document=%FF", 400, "UTF-8"),
        ("/api/ask", 400, "q"),
        ("/api/ask?q=%20", 400, ""),
        ("/api/ask?question=x", 400, "question"),
        ("/api/explain?of=nobody", 404, "nobody"),
    ],
)
def test_what_is_wrong_is_said_with_what_is_near(web, path, status, said):
    got = web.ask(path, accept_language="en")
    assert (got.status, got.kind) == (status, "application/problem+json")
    problem = json.loads(got.body)
    assert problem["status"] == status
    assert said in problem["detail"]


def test_a_format_there_is_not(web):
    assert web.ask("/api/queries/tasks", accept="image/png").status == 406


def test_the_list(web):
    zh, en = (json.loads(web.ask("/api/queries", accept_language=lang).body)["queries"] for lang in ("zh", "en"))
    assert [known["name"] for known in zh] == list(library())
    assert zh[0]["summary"] == next(iter(library().values())).summary.zh
    assert en[0]["summary"] == next(iter(library().values())).summary.en
    assert web.ask(zh[0]["href"]).status in (200, 400)


def test_a_question_in_words(web):
    data = json.loads(web.ask("/api/ask?q=" + quote("示范城市群发展实施方案有哪些任务？")).body)
    assert data["query"]
    assert data["rows"]
    not_understood = json.loads(web.ask("/api/ask?q=" + quote("天气如何")).body)
    assert not_understood["query"] is None


def test_what_is_known_of_a_thing(web):
    data = json.loads(web.ask("/api/explain?of=" + quote("武汉市")).body)
    assert data["iri"].endswith("place/420100")
    assert {fact["value"] for fact in data["facts"]} >= {"武汉市"}


def test_the_findings_of_the_validation(web):
    got = web.ask("/api/validation.csv?severity=x")
    assert (got.status, got.headers["location"]) == (307, "/api/queries/findings.csv?severity=x")


@pytest.fixture(scope="module")
def description(_web):
    return json.loads(_web.ask("/api/openapi.json").body)


class TestOpenAPI:
    def test_it_is_valid(self, description):
        assert description["openapi"].startswith("3.1")
        validate(description, cls=OpenAPIV31SpecValidator)

    def test_it_names_this_server(self, description, web):
        assert description["servers"] == [{"url": web.url}]

    def test_every_query_with_its_parameters(self, description):
        for known in library().values():
            told = {p["name"]: p for p in description["paths"][f"/api/queries/{known.name}"]["get"]["parameters"]}
            assert {p.name for p in known.parameters} <= set(told)
            assert {name for name, p in told.items() if p["required"]} == {
                p.name for p in known.parameters if p.default is None
            }

    def test_in_both_languages(self, web):
        zh, en = (json.loads(web.ask("/api/openapi.json", accept_language=lang).body) for lang in ("zh", "en"))
        assert zh["paths"]["/api/queries/tasks"]["get"]["summary"] == library()["tasks"].summary.zh
        assert en["paths"]["/api/queries/tasks"]["get"]["summary"] == library()["tasks"].summary.en

    def test_answers_are_as_it_says(self, description, web):
        """Each JSON answer fits the schema of its query."""
        import jsonschema

        for name in ("tasks", "targets", "documents"):
            schema = description["paths"][f"/api/queries/{name}"]["get"]["responses"]["200"]["content"]["application/json"][
                "schema"
            ]
            jsonschema.validate(json.loads(web.ask(f"/api/queries/{name}").body), schema)
