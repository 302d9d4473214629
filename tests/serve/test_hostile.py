"""Clients that are slow, greedy or rude, on raw sockets; meanwhile others are served."""

import http.client
import socket
import time

import pytest

from tests.serve.support import until_closed

QUICK = "from zhengtu.serve import connection\nconnection.ARRIVAL, connection.STALL = 1.0, 1.0"
BIG = b"GET /sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo.%3Fx%20a%20%3Fy%7D%20LIMIT%2020000 HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.fixture(scope="module")
def impatient(place):
    """A server that waits for one second only."""
    from tests.serve.support import Web
    from tests.servers import zhengtu_serving

    with zhengtu_serving(place, "--readers", "2", before=QUICK) as running:
        yield Web(*running)


def is_served(web):
    """Whether another client gets its answer."""
    return web.query("ASK {}", seconds=20).status == 200


class TestSlow:
    @pytest.mark.parametrize(
        "begun",
        [
            b"",
            b"GET /sparql HTTP/1.1\r\nHost:",
            b"\r\n",
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 6\r\n\r\nAS",
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nAS",
        ],
        ids=["nothing", "half a head", "an empty line", "half a body", "half a chunked body"],
    )
    def test_a_request_that_does_not_arrive(self, impatient, begun):
        with impatient.socket(15) as connection:
            connection.sendall(begun)
            assert until_closed(connection)[:12] in (b"HTTP/1.1 408", b"")
        assert is_served(impatient)

    @pytest.mark.parametrize("more", [b"\r\n", b"G", b"X"])
    def test_a_byte_now_and_then_does_not_keep_the_connection(self, impatient, more):
        with impatient.socket(15) as connection, pytest.raises(ConnectionError):  # noqa: PT012
            connection.sendall(b"" if more == b"\r\n" else b"GET /")
            for _ in range(50):
                time.sleep(0.2)
                connection.sendall(more)

    def test_the_same_after_an_answer(self, impatient):
        with impatient.socket(15) as connection:
            connection.sendall(b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\n\r\n")
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
            connection.sendall(b"GET /spar")
            assert b"408" in until_closed(connection)

    def test_many_slow_clients_do_not_block_the_others(self, web):
        slow = [web.socket() for _ in range(400)]
        try:
            for number, connection in enumerate(slow):
                connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-" + b"a" * (number % 50))
            assert is_served(web)
        finally:
            for connection in slow:
                connection.close()

    def test_a_reader_that_takes_nothing_is_cut_off(self, impatient):
        with socket.socket() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            connection.settimeout(30)
            connection.connect(("127.0.0.1", impatient.port))
            connection.sendall(BIG)
            assert connection.recv(10).startswith(b"HTTP/1.1 2")
            time.sleep(4)
            assert is_served(impatient)
            taken = until_closed(connection)
        assert len(taken) < 3_000_000, "the rest was not sent"

    def test_slow_readers_hold_no_reader_process(self, web):
        """Two readers, four clients that take nothing, all served."""
        waiting = []
        try:
            for _ in range(4):
                connection = socket.socket()
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
                connection.connect(("127.0.0.1", web.port))
                connection.sendall(BIG.replace(b"20000", b"2000"))
                waiting.append(connection)
            for connection in waiting:
                connection.settimeout(30)
                assert connection.recv(10)
            assert is_served(web)
        finally:
            for connection in waiting:
                connection.close()


class TestLarge:
    def test_a_head_without_end(self, web):
        with web.socket(30) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
            with pytest.raises(ConnectionError):  # noqa: PT012
                for number in range(100_000):
                    connection.sendall(b"X-%d: " % number + b"a" * 1000 + b"\r\n")
        assert is_served(web)

    def test_it_is_told_so(self, web):
        with web.socket(30) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 66_000)
            assert until_closed(connection).startswith(b"HTTP/1.1 431")

    def test_who_is_still_sending_is_told_so(self, web):
        for _ in range(20):
            with web.socket(30) as connection:
                connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 500_000)
                assert until_closed(connection).startswith(b"HTTP/1.1 431")

    def test_an_address_too_long(self, web):
        with web.socket(30) as connection:
            connection.sendall(b"GET /" + b"a" * 66_000)
            assert until_closed(connection).startswith(b"HTTP/1.1 431")

    def test_a_body_too_long_is_refused_before_it_comes(self, web):
        with web.socket(30) as connection:
            connection.sendall(
                b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 99999999999\r\n\r\n"
            )
            assert connection.recv(4096).startswith(b"HTTP/1.1 413")

    @pytest.mark.parametrize("size", [(1 << 20) + 1, 5_000_000, 40_000_000])
    def test_who_sends_such_a_body_reads_why_and_may_ask_on(self, web, size):
        for _ in range(5):
            connection = http.client.HTTPConnection("127.0.0.1", web.port, timeout=30)
            connection.request("POST", "/sparql", b"#" * size, {"Content-Type": "application/sparql-query"})
            answer = connection.getresponse()
            assert (answer.status, b"Traceback" in answer.read()) == (413, False)
            connection.request("GET", "/sparql?query=ASK%7B%7D")
            assert connection.getresponse().status == 200
            connection.close()

    def test_a_body_without_length_is_counted(self, web):
        with web.socket(30) as connection:
            connection.sendall(
                b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            for _ in range(64):
                connection.sendall(b"8000\r\n" + b"#" * 0x8000 + b"\r\n")
            assert connection.recv(4096).startswith(b"HTTP/1.1 413")
        assert is_served(web)

    @pytest.mark.parametrize("body", [b"", b"#" * 100_000 + b"\nASK {}"])
    def test_a_large_head_in_one_piece(self, web, body):
        """Whether the head is large does not depend on what comes with it, nor on how many pieces it comes in."""
        for filler, status in ((b"a" * 70_000, b"431"), (b"a" * 1000, b"200")):
            head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nX-Filler: " + filler
            content = body or b"ASK {}"
            with web.socket(30) as connection:
                connection.sendall(head + b"\r\nContent-Length: %d\r\n\r\n" % len(content) + content)
                assert connection.recv(12) == b"HTTP/1.1 " + status
        assert is_served(web)

    def test_thousands_of_parameters(self, web):
        assert web.ask("/sparql?" + "&".join(f"p{n}=1" for n in range(5000))).status == 400

    def test_a_long_accept_header(self, web):
        assert web.query("ASK {}", "a/b;q=0.1," * 5000 + "*/*").status == 200


class TestAddressesAsPeopleWriteThem:
    """Chinese in a request line, not encoded, as curl and scripts send it."""

    QUERY = (
        "GET /api/queries/tasks-of-agency.csv?agency=湖北省发展和改革委员会 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )

    @pytest.mark.parametrize("size", [1, 7, 45, 1000])
    def test_whatever_the_pieces_it_comes_in(self, web, size):
        with web.socket(30) as connection:
            whole = self.QUERY.encode()
            for begin in range(0, len(whole), size):
                connection.sendall(whole[begin : begin + size])
                if size > 1:
                    time.sleep(0.02)
            answer = until_closed(connection)
        assert answer.startswith(b"HTTP/1.1 200")
        assert "division-b" in answer.decode()

    def test_after_an_empty_line_and_after_another_request(self, web):
        with web.socket(30) as connection:
            connection.sendall(b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\n\r\n")
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
            connection.sendall(b"\r\n" + self.QUERY.encode())
            assert until_closed(connection).startswith(b"HTTP/1.1 200")

    def test_nothing_else_is_changed(self, web):
        """The body of a request comes as it was sent, also where its line and its body come in one piece or in two."""
        query = 'SELECT ("武汉\n市" AS ?name) {}'.replace("\n", "\\n").encode()
        head = b"POST /sparql?x=\xe6\xad\xa6 HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\nConnection: close\r\n"
        head += b"Content-Type: application/sparql-query\r\nContent-Length: %d\r\n\r\n" % len(query)
        for pieces in ([head + query], [head, query], [head[:30], head[30:-2], head[-2:] + query]):
            with web.socket(30) as connection:
                for piece in pieces:
                    connection.sendall(piece)
                    time.sleep(0.05)
                assert until_closed(connection).decode().endswith('name\r\n"武汉\n市"\r\n')


class TestRude:
    @pytest.mark.parametrize(
        "said",
        [
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # a TLS handshake
            b"HELLO\r\n\r\n",
            b"GET / HTTP/9.9\r\n\r\n",
            b"GET  HTTP/1.1\r\nHost: x\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x",
            b"GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n",
            b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /doc/方案 HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
            bytes(range(256)) * 20,
        ],
    )
    def test_what_is_no_request_is_refused(self, impatient, said):
        with impatient.socket(20) as connection:
            connection.sendall(said)
            answer = until_closed(connection)
        assert not answer or answer.startswith((b"HTTP/1.1 4", b"HTTP/1.1 5")), answer
        assert b"Traceback" not in answer
        assert is_served(impatient)

    def test_an_upgrade_is_not_taken(self, web):
        got = web.ask("/sparql", connection="Upgrade", upgrade="websocket", sec_websocket_key="x", sec_websocket_version="13")
        assert got.status == 200

    def test_one_after_the_other_without_waiting(self, web):
        with web.socket(30) as connection:
            one = b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\n"
            connection.sendall((one + b"\r\n") * 20 + one + b"Connection: close\r\n\r\n")
            assert until_closed(connection).count(b'"boolean":true') == 21

    def test_a_host_name_of_anybody(self, web):
        for path in ("/sparql", "/api/openapi.json"):
            assert web.ask(path, host='x"><script>alert(1)</script>').status == 400
            assert b"http://example.org:80" in web.ask(path, host="example.org:80", accept="text/turtle, */*").body


def test_many_connections_at_once(web):
    connections = [web.socket(30) for _ in range(600)]
    try:
        for connection in connections:
            connection.sendall(b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\n\r\n")
        for connection in connections:
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
    finally:
        for connection in connections:
            connection.close()
