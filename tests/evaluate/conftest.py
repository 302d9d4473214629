"""Small tables written out, and a store with the model dataset."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from zhengtu.evaluate import KINDS
from zhengtu.evaluate.match import match
from zhengtu.evaluate.names import Names
from zhengtu.store import memory_store, new_generation

HERE = Path(__file__).parent
MODEL = HERE.parent / "fixtures" / "model.trig"


def lines(text):
    """Rows from a table with a header, cells apart by ``|``."""
    head, *body = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [dict(zip(head, cells, strict=True)) for cells in body]


@pytest.fixture
def rows():
    return lines


@pytest.fixture
def matched():
    """Match two written tables as one document of a kind; the result and the kind on the gold's columns."""

    def run(kind_name, gold_text, told_text, names=None):
        kind = KINDS[kind_name]
        gold, told = lines(gold_text), lines(told_text)
        columns = set(gold[0])
        gold = kind.prepare([{kind.renamed.get(k, k): v for k, v in row.items()} for row in gold], columns)
        told = kind.prepare([{kind.renamed.get(k, k): v for k, v in row.items()} for row in told], columns)
        return match(kind.on(set().union(*gold)), gold, told, names or Names())

    return run


@pytest.fixture
def counts(matched):
    """Gold rows, told rows, found, right."""

    def run(*arguments, **options):
        m = matched(*arguments, **options)
        pairs = len(m.pairs)
        return pairs + len(m.missed), pairs + len(m.spurious), pairs, sum(p.right for p in m.pairs)

    return run


@pytest.fixture
def model():
    store = memory_store()
    store.add(pyoxigraph.parse(path=str(MODEL)))
    return store


@pytest.fixture
def model_folder(tmp_path):
    """The model dataset as an embedded store."""
    folder = tmp_path / "store"
    with new_generation(folder) as store:
        store.add(pyoxigraph.parse(path=str(MODEL)))
    return folder


@pytest.fixture
def model_gold():
    return HERE / "model-gold"


@pytest.fixture
def gold_folder(tmp_path):
    """A function that writes files into a gold folder called ``small``."""
    folder = tmp_path / "small"
    folder.mkdir()

    def make(**files):
        for name, text in files.items():
            (folder / f"{name.replace('_', '-')}.csv").write_text(text, "utf-8")
        return folder

    return make
