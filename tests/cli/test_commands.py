"""Each command, as design §5 promises it."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pyoxigraph
import pytest

from zhengtu import __version__
from zhengtu.paths import resource_dir

COMMANDS = ["build", "ask", "query", "sparql", "validate", "diff", "export", "explain", "status"]
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"


def test_version_and_help(cli):
    assert cli("--version") == (0, f"zhengtu {__version__}\n", "")
    for arguments in ((), ("--help",)):
        result = cli(*arguments)
        assert result.code == 0
        assert all(re.search(rf"^ +{command} ", result.out, re.MULTILINE) for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_store_quiet_verbose(inside, command):
    result = inside(command, "--help")
    assert result.code == 0
    assert all(option in result.out for option in ("--store", "--quiet", "--verbose"))


@pytest.mark.parametrize("command", [["status"], ["validate"], ["query", "tasks"], ["export", "--format", "turtle"]])
def test_no_store_yet(inside, command):
    result = inside(*command)
    assert result.code == (2 if command == ["validate"] else 1)
    assert result.err.startswith("错误：")
    assert "zhengtu build" in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [["nosuch"], ["build", "--nosuch"], ["build", "--jobs", "0"], ["build", "--base-iri", "x"], ["explain"]]
)
def test_wrong_use_is_one_line_and_exit_2(inside, arguments):
    result = inside(*arguments)
    assert result.code == 2
    assert len(result.err.splitlines()) == 1


def test_build_reports_progress_and_summary(cli, tmp_path):
    result = cli("build", resource_dir("corpus"), "--store", tmp_path / "store")
    assert result.code == 0
    assert "[5/5] wuhan-circle-agreement-2021.txt" in result.err.splitlines()
    assert result.out.startswith("载入 5 个文档，共 ")
    assert re.search(r"任务 \d+", result.out)


def test_build_without_arguments_uses_the_shipped_corpus_and_the_default_store(cli, tmp_path):
    assert cli("build", "--quiet") == (0, "", "")
    assert (tmp_path / "default-store" / "CURRENT").exists()
    assert "thepaper-2022-03-15" in cli("status").out


def test_the_default_store_is_in_the_users_data_directory(cli, tmp_path):
    result = cli("status", ZHENGTU_STORE="", XDG_DATA_HOME=str(tmp_path / "data"))
    assert str(tmp_path / "data" / "zhengtu") in result.err


def test_status(inside, shipped):
    result = inside("status", "--store", shipped)
    assert result.code == 0
    assert __version__ in result.out
    for graph in ("ontology", "registry", "inferred", "provenance"):
        assert re.search(rf"/graph/{graph}  \d+$", result.out, re.MULTILINE)
    assert "wuhan-circle-agreement-2021  " in result.out


def test_query_list(inside):
    result = inside("query", "--list")
    assert result.code == 0
    assert re.search(r"^tasks-of-agency .*--set agency=", result.out, re.MULTILINE)


def test_query_formats(inside, shipped, tmp_path):
    table = inside("query", "documents", "--store", shipped)
    assert table.code == 0
    assert "hubei-division-2022-16" in table.out
    csv = inside("query", "documents", "--store", shipped, "--format", "csv", "--output", tmp_path / "d.csv")
    assert (csv.code, csv.out) == (0, "")
    lines = (tmp_path / "d.csv").read_text("utf-8").splitlines()
    assert lines[0].split(",")[:3] == ["document", "genre", "title"]
    assert len(lines) == 6
    data = json.loads(inside("query", "documents", "--store", shipped, "--format", "json").out)
    assert len(data["results"]["bindings"]) == 5


def test_query_with_a_parameter(inside, shipped):
    result = inside("query", "tasks-of-agency", "--set", "agency=国家发展改革委", "--store", shipped, "--format", "csv")
    assert result.code == 0
    assert "thepaper-2022-03-15" in result.out


WRONG = [
    ["nosuch"],
    ["tasks-of-agency"],
    ["tasks-of-agency", "--set", "agency"],
    ["tasks", "--format", "docx"],
    ["tasks", "--set", "a=b"],
    [],
]


@pytest.mark.parametrize("arguments", WRONG)
def test_query_errors(inside, shipped, arguments):
    result = inside("query", *arguments, "--store", shipped)
    assert result.code == 1
    assert len(result.err.splitlines()) == 1


def test_sparql(inside, shipped, tmp_path, monkeypatch):
    inline = inside("sparql", COUNT, "--store", shipped, "--format", "csv")
    assert inline.code == 0
    assert int(inline.out.splitlines()[1]) > 30_000
    (tmp_path / "count.rq").write_text(COUNT)
    assert inside("sparql", tmp_path / "count.rq", "--store", shipped, "--format", "csv").out == inline.out
    assert inside("sparql", "ASK { ?s ?p ?o }", "--store", shipped).out == "true\n"
    construct = "CONSTRUCT { ?s a <urn:D> } WHERE { ?s a <https://w3id.org/zhengtu/ns#Document> }"
    turtle = inside("sparql", construct, "--store", shipped).out
    assert len(list(pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE))) == 5


@pytest.mark.parametrize("query", ["SELECT ?s WHERE {", "DROP ALL", "missing.rq", ""])
def test_sparql_errors(inside, shipped, query):
    result = inside("sparql", query, "--store", shipped)
    assert result.code == 1
    assert len(result.err.splitlines()) == 1


def test_ask(inside, shipped):
    result = inside("ask", "哪些项目跨省？", "--store", shipped)
    assert result.code == 0
    assert "cross-province-projects" in result.out
    unsure = inside("ask", "武汉市市长是谁？", "--store", shipped)
    assert unsure.code == 1
    assert "没有把握" in unsure.out
    assert json.loads(inside("ask", "文件清单", "--store", shipped, "-f", "json").out)["query"] == "documents"


@pytest.mark.parametrize("arguments", [[""], ["问题", "-f", "yaml"]])
def test_ask_errors(inside, shipped, arguments):
    result = inside("ask", *arguments, "--store", shipped)
    assert result.code == 1
    assert len(result.err.splitlines()) == 1


def test_explain(inside, shipped):
    by_label = inside("explain", "国家发展和改革委员会", "--store", shipped)
    assert by_label.code == 0
    assert "〔推断〕" in by_label.out
    assert re.search(r"「.*国家发展改革委.*」 thepaper-2022-03-15 \[\d+, \d+\)", by_label.out)
    iri = by_label.out.splitlines()[0]
    assert inside("explain", iri, "--store", shipped).out == by_label.out
    assert inside("explain", iri.removeprefix("https://w3id.org/zhengtu/"), "--store", shipped).out == by_label.out
    assert len(inside("explain", iri, "--store", shipped, "--verbose").out) > len(by_label.out)


def test_explain_a_name_that_several_texts_have(inside, shipped):
    result = inside("explain", "旅游一卡通", "--store", shipped)
    assert result.code == 0
    nodes = [line for line in result.out.splitlines() if line.startswith("https://")]
    documents = ("capitals-action-plan-2017", "hubei-daily-2022-03-05", "hubei-division-2022-16", "thepaper-2022-03-15")
    assert len(nodes) == len(documents)
    assert all(re.search(rf"「.*旅游一卡通.*」 {document} \[", result.out) for document in documents)
    assert result.out.startswith(inside("explain", nodes[0], "--store", shipped).out)


def test_explain_a_term_and_what_is_not_there(inside, shipped):
    assert "任务" in inside("explain", "zt:Task", "--store", shipped).out
    for name in ("没有这个单位", "https://example.org/x", "x y", "http://bad iri/"):
        result = inside("explain", name, "--store", shipped)
        assert result.code == 1
        assert len(result.err.splitlines()) == 1


def test_english(cli):
    result = cli("status", ZHENGTU_LANG="en")
    assert result.err.startswith("error: ")
    assert "run zhengtu build first" in result.err


def test_a_closed_pipe_is_no_error(shipped):
    command = [sys.executable, "-m", "zhengtu", "export", "--format", "nquads", "--store", shipped]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().endswith(" .\n")
        process.stdout.close()
        assert process.stderr.read() == ""


def test_verbose_shows_the_details_of_an_internal_error(capfd, monkeypatch, shipped):
    from zhengtu.cli.main import main

    monkeypatch.setattr("zhengtu.status.read", lambda store: 1 / 0)
    assert main(["status", "--store", shipped]) == 1
    assert capfd.readouterr().err == "错误：程序内部错误（ZeroDivisionError: division by zero），加 --verbose 看详情\n"
    assert main(["status", "--store", shipped, "--verbose"]) == 1
    assert "Traceback" in capfd.readouterr().err


HEAVY = {"rdflib", "pyshacl", "owlready2", "SPARQLWrapper", "rich.progress", "concurrent.futures.process"}


@pytest.mark.parametrize("arguments", [["--version"], ["build", "--quiet"], ["status"], ["query", "documents"]])
def test_start_up_loads_nothing_heavy(tmp_path, shipped, arguments):
    code = "import sys; from zhengtu.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    place = tmp_path / "store" if arguments[0] == "build" else shipped
    store = [] if arguments == ["--version"] else ["--store", str(place)]
    done = subprocess.run([sys.executable, "-c", code, *arguments, *store], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stderr.split())
