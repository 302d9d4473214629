"""The pages of ``zhengtu serve``: each for the first time after the start, then under some clients.

Run: ``python benchmarks/pages.py --store FOLDER [--clients N …]``, on a store such as ``benchmarks/queries.py --copies 100 --store``
leaves.  Real HTTP on the loopback.  Prints for each page the seconds of its first request (readers make the lists of the bar in
advance while nothing is asked), then p50 and the slowest of ``--times`` requests by that many clients at a time, and the memory
of all processes (proportional set size, so that shared pages count once).
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.servers import zhengtu_serving

PAGES = {
    "first page": "/index.html",
    "tasks": "/tasks.html",
    "tasks, page 3": "/tasks.html?page=3",
    "tasks narrowed and sorted": f"/tasks.html?words={quote('水利')}&sort=2",
    "projects": "/projects.html",
    "projects, page 50": "/projects.html?page=50",
    "projects narrowed": f"/projects.html?words={quote('高速公路')}",
    "agencies": "/agencies.html",
    "places": "/places.html",
    "works": "/works.html",
    "an agency": "/agency/gov-420000.html",
    "a place": "/place/420100.html",
    "a work": "/work/fagaiguihua-2022-266.html",
    "a task": "/work/fagaiguihua-2022-266/task/1.html",
    "a document": "/doc/thepaper-2022-03-15.html",
    "compare": "/compare.html",
    "map": "/map.html",
    "network": "/network.html",
    "timeline": "/timeline.html",
    "validation": "/validation.html",
    "search": f"/search.html?q={quote('湿地')}",
    "search, two words": f"/search.html?q={quote('湿地 保护')}",
    "search, nothing but near": f"/search.html?q={quote('长江中游城市裙')}",
}


def ask(port: int, path: str) -> tuple[int, float, str]:
    """Status, seconds, tag."""
    begin = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=600)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, time.perf_counter() - begin, answer.headers["etag"] or ""


def below(process: int) -> list[int]:
    """A process and those below it."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *(further for child in children for further in below(int(child)))]


def memory(process: int) -> dict[int, int]:
    """MB of each process."""
    found = {}
    for one in below(process):
        try:
            said = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        found[one] = int(re.search(r"^Pss:\s+(\d+)", said, re.MULTILINE)[1]) // 1024
    return found


def first(port: int, begin: float) -> None:
    """Ask for each page once, the first page also as soon as the server listens."""
    for name, path in PAGES.items():
        status, seconds, _ = ask(port, path)
        print(f"{name:28}{seconds:>8.2f} s  {status}  {time.monotonic() - begin:>8.1f} s after the start", flush=True)


def under(port: int, clients: int, times: int) -> None:
    """Print the latencies of each page."""
    print(f"\n{clients} clients: {'page':24}{'p50 ms':>9}{'slowest':>9}  statuses")
    with ThreadPoolExecutor(clients) as threads:
        for name, path in PAGES.items():
            found = list(threads.map(lambda _, path=path: ask(port, path), range(times)))
            seconds = [one for _, one, _ in found]
            statuses = dict(Counter(status for status, *_ in found))
            print(f"{name:35}{median(seconds) * 1e3:>9.0f}{max(seconds) * 1e3:>9.0f}  {statuses}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8])
    parser.add_argument("--times", type=int, default=24)
    options = parser.parse_args()
    begin = time.monotonic()
    with zhengtu_serving(options.store) as (port, process):
        print(f"listens after {time.monotonic() - begin:.1f} s")
        first(port, begin)
        print("memory, MB:", sum(memory(process).values()), list(memory(process).values()))
        for clients in options.clients:
            under(port, clients, options.times)
        print("memory, MB:", sum(memory(process).values()), list(memory(process).values()))


if __name__ == "__main__":
    main()
