"""How the server starts, ends, and lives through builds."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.serve.support import fill, until_closed
from zhengtu.cli.main import main
from zhengtu.store.layout import Layout

NAMES = "SELECT ?name { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?name FILTER(STRSTARTS(?name, 'generation')) }"


def below(process: int) -> list[int]:
    """The processes below one, the readers last."""
    children = [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return children + [further for child in children for further in below(child)]


def readers_of(web) -> list[int]:
    """The numbers of the reader processes."""
    return below(web.process)[1:]


class TestStart:
    def test_no_store(self, tmp_path, capsys):
        assert main(["serve", "--store", str(tmp_path / "none"), "--port", "0"]) == 1
        assert capsys.readouterr().err.count("\n") == 1

    def test_a_port_in_use(self, place, capsys):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            assert main(["serve", "--store", str(place), "--port", str(taken.getsockname()[1])]) == 1
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert str(taken) not in said

    @pytest.mark.parametrize(
        "options", [["--cors", "nowhere"], ["--host", "no.such.host.invalid"], ["--port", "70000"], ["--timeout", "0"]]
    )
    def test_options_that_make_no_sense(self, place, capsys, options):
        assert main(["serve", "--store", str(place), *options]) != 0
        assert capsys.readouterr().err.count("\n") == 1

    def test_an_endpoint_is_no_store_to_serve(self, capsys):
        assert main(["serve", "--store", "http://127.0.0.1:1/query"]) == 1
        assert capsys.readouterr().err.count("\n") == 1

    def test_only_this_machine_is_served(self, web):
        listening = Path("/proc/net/tcp").read_text().split()
        assert f"0100007F:{web.port:04X}" in listening
        assert f"00000000:{web.port:04X}" not in listening

    def test_cors_may_be_refused(self, start):
        assert start("--cors", "none").query("ASK {}").headers["access-control-allow-origin"] is None
        got = start("--cors", "https://example.org").query("ASK {}")
        assert got.headers["access-control-allow-origin"] == "https://example.org"
        assert "origin" in got.headers.get_all("vary")


class TestStop:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_ends_it_in_good_order(self, place, tmp_path, number):
        """The answer under way is sent, nothing is left behind, the exit code is 0."""
        under_way = "SELECT (COUNT(*) AS ?n) { { SELECT ?a { ?a ?b ?c } LIMIT 250 } { SELECT ?d { ?d ?e ?f } LIMIT 250 } FILTER(STR(?a) < STR(?d)) }"
        assert self.ended(place, tmp_path, number, under_way).startswith(b"HTTP/1.1 200")

    def test_an_answer_that_takes_too_long_is_not_waited_for(self, place, tmp_path):
        answer = self.ended(place, tmp_path, signal.SIGTERM, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        assert answer.startswith(b"HTTP/1.1 503")
        assert "the server is stopping" in answer.decode()

    def ended(self, place, tmp_path, number, query):
        """What a server says to the query that ends at the signal; checks that it goes quietly and leaves nothing."""
        command = [
            sys.executable,
            "-m",
            "zhengtu",
            "serve",
            "--store",
            str(place),
            "--port",
            "0",
            "--timeout",
            "60",
            "--readers",
            "2",
        ]
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "TMPDIR": str(tmp_path), "ZHENGTU_LANG": "en"}
        server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        port = int(server.stderr.readline().split("/")[2].partition(":")[2])
        readers = below(server.pid)
        with socket.create_connection(("127.0.0.1", port)) as asked, socket.create_connection(("127.0.0.1", port)):
            head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query"
            asked.sendall(f"{head}\r\nContent-Length: {len(query)}\r\n\r\n{query}".encode())
            time.sleep(0.1)
            server.send_signal(number)
            answer = until_closed(asked)
        _, said = server.communicate(timeout=30)
        assert (server.returncode, said) == (0, "")
        assert [reader for reader in readers if Path(f"/proc/{reader}").exists()] == []
        assert list(tmp_path.glob("zhengtu-serve-*")) == []
        return answer

    def test_readers_end_with_the_server_however_it_ends(self, start):
        web = start("--readers", "2")
        web.query("ASK {}")
        readers = below(web.process)
        os.kill(web.process, signal.SIGKILL)
        end = time.monotonic() + 10
        while any(Path(f"/proc/{reader}").exists() for reader in readers) and time.monotonic() < end:
            time.sleep(0.05)
        assert readers
        assert [reader for reader in readers if Path(f"/proc/{reader}").exists()] == []


class TestReaders:
    def test_one_that_was_ended_is_replaced(self, start):
        web = start("--readers", "1", "--timeout", "1")
        for _ in range(3):
            before = set(readers_of(web))
            assert web.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }").status == 503
            assert web.query("ASK {}", seconds=20).status in (200, 503)
        assert len(before & set(readers_of(web))) == 1  # the one that makes pages

    def test_what_they_come_from_may_end_too(self, start):
        web = start("--readers", "2", "--timeout", "2")
        assert web.query("ASK {}").status == 200
        nursery = below(web.process)[0]
        os.kill(nursery, signal.SIGKILL)
        for _ in range(3):
            assert web.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }").status == 503
        end = time.monotonic() + 20
        while web.query("ASK {}").status != 200 and time.monotonic() < end:
            time.sleep(0.1)
        assert web.query("ASK {}").status == 200
        assert nursery not in below(web.process)

    def test_a_query_nobody_waits_for_is_ended(self, start):
        web = start("--readers", "1", "--timeout", "30")
        before = set(readers_of(web))
        with web.socket() as left:
            left.sendall(
                b"GET /sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fa%20%3Fb%20%3Fc.%3Fd%20%3Fe%20%3Ff.%3Fg%20%3Fh%20%3Fi%7D HTTP/1.1\r\nHost: x\r\n\r\n"
            )
            time.sleep(1.0)
        begin = time.monotonic()
        assert web.query("ASK {}").status == 200
        assert time.monotonic() - begin < 20
        assert len(before & set(readers_of(web))) == 1

    def test_long_queries_leave_readers_for_the_others(self, start):
        web = start("--readers", "3", "--timeout", "8")
        slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        threads = [threading.Thread(target=web.query, args=(slow,)) for _ in range(2)]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        assert web.query("ASK {}").status == 200
        assert all(thread.is_alive() for thread in threads)
        for thread in threads:
            thread.join()


class TestBuilds:
    def test_new_data_is_served_without_a_restart_and_no_request_fails(self, tmp_path, start):
        store = tmp_path / "store"
        fill(store, "generation 0")
        web = start("--readers", "2", store=store)
        seen, failed, done = [], [], threading.Event()

        def ask():
            while not done.is_set():
                got = web.query(NAMES)
                if got.status != 200:
                    failed.append(got)
                    continue
                names = [row["name"]["value"] for row in json.loads(got.body)["results"]["bindings"]]
                seen.append(names)

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for number in range(1, 6):
            fill(store, f"generation {number}")
            fresh = json.loads(web.query(NAMES).body)["results"]["bindings"]
            assert [row["name"]["value"] for row in fresh] == [f"generation {number}"], "what was built is served at once"
        done.set()
        for thread in threads:
            thread.join()
        assert not failed
        assert {tuple(names) for names in seen} <= {(f"generation {n}",) for n in range(6)}, "never a mixture, never nothing"
        assert len({tuple(names) for names in seen}) > 1
        time.sleep(2.5)  # nobody asks for a page; its reader lets go all the same
        fill(store, "generation 6")
        assert Layout(store).numbers() in ([6, 7], [5, 6, 7])

    def test_tags_change_with_the_generation(self, tmp_path, start):
        store = tmp_path / "store"
        fill(store)
        web = start("--readers", "1", store=store)
        before = web.ask("/place/420100.ttl").headers["etag"]
        fill(store)
        got = web.ask("/place/420100.ttl", if_none_match=before)
        assert got.status == 200
        assert got.headers["etag"] != before

    def test_a_store_that_goes_away_is_served_as_it_was(self, tmp_path, start):
        store = tmp_path / "store"
        fill(store, "generation 0")
        web = start("--readers", "1", store=store)
        (store / "CURRENT").rename(store / "ELSEWHERE")
        assert web.query(NAMES).status == 200
