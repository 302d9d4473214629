"""``zhengtu serve`` under load, beside bare ``oxigraph serve-read-only`` on the same generation of the same store.

Run: ``python benchmarks/serve.py`` (builds the shipped corpus first) or ``python benchmarks/serve.py --store FOLDER``.
Loopback only, bounded: each round sends ``--requests`` requests over 1, 8 and 64 kept-open connections.  The servers take turns
round by round.  Every answer is compared with what the engine gives in this process.  CPU is that of the server with all its
processes; latency includes the client's own time, the same for both.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import httptools
from pyoxigraph import QueryResultsFormat, Store

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.servers import oxigraph_reading, zhengtu_serving
from zhengtu.query import library
from zhengtu.store import EmbeddedStore
from zhengtu.store.layout import Layout

ROOT = Path(__file__).resolve().parents[1]
CLIENTS = (1, 8, 64)
ROUNDS = 3
JSON = "application/sparql-results+json"
SMALL = "ASK {}"
MIXED = ("documents", "tasks", "projects", "targets", "agreements", "citations", "groupings", "mechanisms")
TICK = os.sysconf("SC_CLK_TCK")


class Client(asyncio.Protocol):
    """One connection: ``ask`` sends a request and gives status and body, 0 and nothing once the server has closed it."""

    def connection_made(self, transport) -> None:
        self.transport = transport

    def ask(self, request: bytes) -> asyncio.Future:
        self.parser, self.body = httptools.HttpResponseParser(self), bytearray()
        self.done = asyncio.get_running_loop().create_future()
        if self.transport.is_closing():
            self.connection_lost(None)
        self.transport.write(request)
        return self.done

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_body(self, body: bytes) -> None:
        self.body += body

    def on_message_complete(self) -> None:
        if not self.done.done():
            self.done.set_result((self.parser.get_status_code(), bytes(self.body)))

    def connection_lost(self, _) -> None:
        if not self.done.done():
            self.done.set_result((0, b""))


class Expected:
    """What the engine answers; a body is compared once and then known by its digest."""

    def __init__(self, store: Store, queries: list[str]) -> None:
        self.right = [self._rows(store.query(q, use_default_graph_as_union=True)) for q in queries]
        self.known: dict[tuple[int, bytes], bool] = {}

    @staticmethod
    def _rows(found):
        return Expected.parsed(found.serialize(format=QueryResultsFormat.JSON))

    @staticmethod
    def parsed(body: bytes):
        data = json.loads(body)
        if "boolean" in data:
            return data["boolean"]
        return Counter(json.dumps(row, sort_keys=True) for row in data["results"]["bindings"])

    def is_right(self, number: int, status: int, body: bytes) -> bool:
        key = number, hashlib.blake2b(body).digest()
        if status == 200 and key not in self.known:
            try:
                self.known[key] = self.parsed(body) == self.right[number]
            except ValueError:
                self.known[key] = False
        return status == 200 and self.known[key]


async def load(port: int, requests: list[bytes], expected: Expected, clients: int, total: int):
    """Seconds it took, the latency of each request, and how many answers were wrong."""
    loop = asyncio.get_running_loop()
    pending, latencies, wrong = iter(range(total)), [], 0

    async def run() -> None:
        nonlocal wrong
        _, client = await loop.create_connection(Client, "127.0.0.1", port)
        for turn in pending:
            number = turn % len(requests)
            start = time.perf_counter()
            status, body = await client.ask(requests[number])
            latencies.append(time.perf_counter() - start)
            wrong += not expected.is_right(number, status, body)
        client.transport.abort()

    start = time.perf_counter()
    await asyncio.gather(*(run() for _ in range(clients)))
    return time.perf_counter() - start, latencies, wrong


def cpu(process: int) -> float:
    """CPU seconds of a process and of all below it, also those that have ended."""
    children = [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    times = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:15]
    return sum(map(int, times)) / TICK + sum(map(cpu, children))


def request(path: str, query: str) -> bytes:
    """By POST: Oxigraph's server takes no address longer than 8 KB."""
    body = query.encode("utf-8")
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {JSON}\r\nContent-Type: application/sparql-query\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode("ascii") + body


def measure(title: str, servers, queries: list[str], expected: Expected, total: int) -> None:
    """Print a line for each server and number of clients, then the overhead."""
    print(f"\n{title}: {total} requests a round, {ROUNDS} rounds each")
    print(f"{'clients':>7}  {'server':22}{'a second':>9}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'CPU ms':>8}{'wrong':>7}")
    for clients in CLIENTS:
        found = {name: ([], [], [], []) for name, *_ in servers}
        for _ in range(ROUNDS):
            for name, port, path, process in servers:
                before = cpu(process)
                asked = [request(path, query) for query in queries]
                seconds, latencies, wrong = asyncio.run(load(port, asked, expected, clients, total))
                for kept, value in zip(
                    found[name], (total / seconds, latencies, (cpu(process) - before) / total, wrong), strict=True
                ):
                    kept.append(value)
        middle = {}
        for name, (rates, latencies, used, wrong) in found.items():
            cuts = quantiles([one * 1e3 for part in latencies for one in part], n=100)
            middle[name] = cuts[49]
            figures = f"{median(rates):>9.0f}{cuts[49]:>9.2f}{cuts[94]:>9.2f}{cuts[98]:>9.2f}{median(used) * 1e3:>8.2f}"
            print(f"{clients:>7}  {name:22}{figures}{sum(wrong):>7}", flush=True)
        bare, ours = middle.values()
        print(f"{'':9}overhead a query at p50: {ours - bare:.2f} ms, ratio {ours / bare:.2f}")


@contextmanager
def store_at(place: str | None):
    if place:
        yield Path(place)
        return
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "store"
        subprocess.run([sys.executable, "-m", "zhengtu", "build", "--store", built, "--quiet"], check=True, cwd=ROOT)
        yield built


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", help="a built store")
    parser.add_argument("--requests", type=int, default=2000, help="in a round of the smallest query; a quarter of the others")
    options = parser.parse_args()
    mixed = [library()[name].text for name in MIXED]
    with store_at(options.store) as place, EmbeddedStore(place) as store:
        generation = Layout(place).generation(store.generation)
        with oxigraph_reading(generation) as (bare, bare_process), zhengtu_serving(place) as (ours, process):
            servers = [("oxigraph", bare, "/query", bare_process), ("zhengtu serve", ours, "/sparql", process)]
            measure("ASK {}, the protocol alone", servers, [SMALL], Expected(store.raw, [SMALL]), options.requests)
            expected = Expected(store.raw, mixed)
            measure(f"library: {' '.join(MIXED)}", servers, mixed, expected, max(options.requests // 4, 64))


if __name__ == "__main__":
    main()
