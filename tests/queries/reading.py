"""What a reader of the corpus would answer: rows joined from ``tests/gold/corpus`` (written by reading) and lists of names.

Nothing here sees the graph.  A question whose answer no gold table holds has its rows written by hand in ``corpus/``.
Each function returns the columns a reader can tell (not IRIs, not offsets that gold does not give) and the rows.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

from tests.queries.support import CORPUS_ARGUMENTS, ROOT

NAMES = Path(__file__).parent / "names"
Rows = list[tuple[str, ...]]
READINGS: dict[str, tuple[tuple[str, ...], Callable[[], Iterable[tuple[object, ...]]]]] = {}
PLAN, DIVISION = "thepaper-2022-03-15", "hubei-division-2022-16"
PHRASE = "长江中游城市群相关城市人民政府"
NOTICE = "国家发展改革委关于印发长江中游城市群发展“十四五”实施方案的通知"  # printed with the plan, under one date
PRINCIPLES = {(PLAN, n) for n in ("1", "2", "3", "4")}


def read(name: str, columns: str):
    """Register the reading of the question ``name``."""

    def register(function):
        READINGS[name] = (tuple(columns.split()), function)
        return function

    return register


def derived(name: str) -> tuple[tuple[str, ...], Rows]:
    """The columns and rows of a question that gold answers."""
    columns, rows = READINGS[name]
    return columns, sorted(tuple(map(str, row)) for row in rows())


@cache
def gold(name: str) -> tuple[dict[str, str], ...]:
    with (ROOT / "tests/gold/corpus" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def names(name: str) -> tuple[dict[str, str], ...]:
    with (NAMES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def pick(table: str, columns: str, **where: str) -> Iterator[tuple[str, ...]]:
    """Some columns of a gold table, of the rows with these values."""
    for row in gold(table):
        if all(row[k] == v for k, v in where.items()):
            yield tuple(row[c] for c in columns.split())


def argument(name: str, parameter: str) -> str:
    return CORPUS_ARGUMENTS[name][parameter]


def full(unit: str) -> str:
    """The official name of a unit as printed; of a phrase, the phrase."""
    return {row["printed"]: row["name"] for row in names("agencies")}.get(unit, unit)


def printed_as(name: str) -> set[str]:
    return {row["printed"] for row in names("agencies") if name in row.values()}


def shares() -> Iterator[tuple[str, str, str, str]]:
    """Document, task, title and unit of every responsibility, phrases left out."""
    for row in gold("responsibilities"):
        if row["unit"] != PHRASE:
            yield row["document"], row["task_number"], row["task_title"], row["unit"]


def units_by_task() -> dict[tuple[str, str], set[str]]:
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document, task, _, unit in shares():
        out[document, task].add(unit)
    return out


def dropped_title(document: str, number: str) -> str:
    return next(title for (title,) in pick("tasks", "task_title", document=document, task_number=number))


for _name, _table, _columns in [
    ("outline", "outline", "document path level number title kind"),
    ("tasks", "tasks", "document task_number task_title section_title"),
    ("responsibilities", "responsibilities", "document task_number task_title unit role basis position lead_basis"),
    ("targets", "targets", "document indicator comparator value unit year scope kind"),
    ("projects", "projects", "document project category places status"),
    ("places", "places", "document place mentions"),
    ("groupings", "groupings", "document group member"),
    ("agreements", "agreements", "document agreement signed event party"),
    ("commitments", "commitments", "document agreement topic text"),
    ("industry-roles", "industry-roles", "document place industry role"),
    ("decomposition", "decomposition", "upper_document upper_task lower_document lower_task relation"),
    ("events", "events", "document title date"),
    ("mechanisms", "mechanisms", "document title"),
]:
    READINGS[_name] = (tuple(_columns.split()), lambda t=_table, c=_columns: pick(t, c))


@read("documents", "document genre title number issuer issued published publisher")
def _documents():
    return pick("identity", "document genre title number issuer issued published publisher")


@read("addressees", "document addressee")
def _addressees():
    return [(d, unit) for d, printed in pick("identity", "document addressee") for unit in printed.split(";") if unit]


@read("citations", "document cited_title cited_number")
def _citations():
    return pick("citations", "document title number")


@read("documents-citing", "document cited_title cited_number")
def _documents_citing():
    return pick("citations", "document title number", title=argument("documents-citing", "work"))


@read("works-cited-but-absent", "title number documents document_list")
def _absent():
    # a news item that retells an agreement carries it no more than one that reports a plan; the plans are printed in full
    carried = {row["title"] for row in gold("identity") if row["genre"] != "news"}
    citing: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document, title, number in pick("citations", "document title number"):
        if title not in carried:
            citing[title, number].add(document)
    return [(*key, len(found), ";".join(sorted(found))) for key, found in citing.items()]


@read("repairs", "document as_printed restored begin end")
def _repairs():
    return pick("repairs", "document printed restored begin end")


@read("timeline", "date event document kind")
def _timeline():
    for row in gold("identity"):
        if row["issued"]:
            yield row["issued"], row["title"], row["document"], "issued"
            yield row["issued"], NOTICE, row["document"], "issued"
        if row["published"]:
            yield row["published"], row["headline"] or row["title"], row["document"], "published"
    yield from {(r["signed"], r["agreement"], r["document"], "signed") for r in gold("agreements")}
    for row in gold("events"):
        if len(row["date"]) == len("2021-05-19"):
            yield row["date"], row["title"], row["document"], "event"


@read("agency-workload", "label lead total documents")
def _workload():
    tasks: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for document, task, _, unit in shares():
        tasks[unit].add((document, task))
    lead = Counter(row["unit"] for row in gold("responsibilities") if row["lead_basis"])
    return [(full(u), lead[u], len(found), len({d for d, _ in found})) for u, found in tasks.items()]


@read("joint-agencies", "label_a label_b tasks")
def _joint():
    pairs = Counter(pair for units in units_by_task().values() for pair in combinations(sorted(map(full, units)), 2))
    return [(a, b, n) for (a, b), n in pairs.items()]


@read("agency-partners", "label tasks documents")
def _partners():
    (own,) = printed_as(argument("agency-partners", "agency"))
    met: dict[str, list[str]] = defaultdict(list)
    for (document, _), units in units_by_task().items():
        for other in units - {own} if own in units else ():
            met[other].append(document)
    return [(full(unit), len(documents), len(set(documents))) for unit, documents in met.items()]


@read("shared-tasks", "document task_number task_title")
def _shared():
    (one,), (two,) = (printed_as(argument("shared-tasks", p)) for p in ("agency", "partner"))
    found = [key for key, units in units_by_task().items() if {one, two} <= units]
    return [(d, n, dropped_title(d, n)) for d, n in found]


@read("tasks-of-agency", "document task_number task_title role basis")
def _of_agency():
    (unit,) = printed_as(argument("tasks-of-agency", "agency"))
    return pick("responsibilities", "document task_number task_title role basis", unit=unit)


@read("tasks-led-by-agency", "document task_number task_title lead_basis")
def _led_by():
    (unit,) = printed_as(argument("tasks-led-by-agency", "agency"))
    return [row for row in pick("responsibilities", "document task_number task_title lead_basis", unit=unit) if row[-1]]


@read("leads-of-document", "task_number task_title unit lead_basis")
def _leads():
    document = argument("leads-of-document", "document")
    return [row for row in pick("responsibilities", "task_number task_title unit lead_basis", document=document) if row[-1]]


@read("units-of-document", "unit lead total kind")
def _units():
    document = argument("units-of-document", "document")
    tasks, lead = defaultdict(set), Counter()
    for task, unit, basis in pick("responsibilities", "task_number unit lead_basis", document=document):
        tasks[unit].add(task)
        lead[unit] += bool(basis)
    return [(full(u), lead[u], len(found), "phrase" if u == PHRASE else "agency") for u, found in tasks.items()]


@read("lead-by-basis", "document basis tasks")
def _by_basis():
    found = Counter((row["document"], row["lead_basis"]) for row in gold("responsibilities") if row["lead_basis"])
    return [(*key, n) for key, n in found.items()]


@read("responsibilities-of-task", "document task_number unit role basis lead_basis position")
def _of_task():
    title = argument("responsibilities-of-task", "task")
    return pick("responsibilities", "document task_number unit role basis lead_basis position", task_title=title)


@read("tasks-without-lead", "document task_number task_title")
def _without_lead():
    led = {(row["document"], row["task_number"]) for row in gold("responsibilities") if row["lead_basis"]}
    return [row for row in pick("tasks", "document task_number task_title") if row[:2] not in led | PRINCIPLES]


@read("tasks-of-document", "task_number task_title section_title")
def _tasks_of_document():
    return pick("tasks", "task_number task_title section_title", document=argument("tasks-of-document", "document"))


@read("sections-of-document", "path level number title")
def _sections():
    return pick("outline", "path level number title", document=argument("sections-of-document", "document"), kind="section")


@read("undecomposed-tasks", "upper_task upper_title")
def _undecomposed():
    taken = {upper for (upper,) in pick("decomposition", "upper_task")}
    return [
        (n, t)
        for n, t in pick("tasks", "task_number task_title", document=PLAN)
        if n not in taken and (PLAN, n) not in PRINCIPLES
    ]


@read("task-changes", "change upper_task upper_title lower_task lower_title")
def _changes():
    for upper, lower, relation in pick("decomposition", "upper_task lower_task relation"):
        yield relation, upper, dropped_title(PLAN, upper), lower, dropped_title(DIVISION, lower)
    yield from (("left-out", number, title, "", "") for number, title in _undecomposed())


@read("decomposition-of-task", "upper_document upper_task lower_document lower_task lower_title relation")
def _decomposition_of_task():
    title = argument("decomposition-of-task", "task")
    for row in gold("decomposition"):
        if dropped_title(row["upper_document"], row["upper_task"]) == title:
            lower = dropped_title(row["lower_document"], row["lower_task"])
            yield row["upper_document"], row["upper_task"], row["lower_document"], row["lower_task"], lower, row["relation"]


@read("agency-cascade", "upper_label lower_label tasks")
def _cascade():
    units = units_by_task()
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for upper, lower in pick("decomposition", "upper_task lower_task"):
        for pair in names("counterparts"):
            if pair["upper"] in units[PLAN, upper] and pair["lower"] in units[DIVISION, lower]:
                found[full(pair["upper"]), full(pair["lower"])].add(upper)
    return [(*pair, len(tasks)) for pair, tasks in found.items()]
