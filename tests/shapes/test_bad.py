"""Spoil the good graph in one place: the one expected finding appears, and no other.

``bad.toml`` has a case for each audit and for what a core shape says as a whole; the mutants of each single constraint of the
core shapes are made from the shapes themselves (``test_mutants.py``).
"""

from collections import Counter

import pytest

from tests.queries.support import model_store
from tests.shapes.spoil import BAD, updates
from zhengtu import validate
from zhengtu.validate.rules import audits, core


def found(store):
    return Counter((f.rule.local, f.focus) for f in validate.run(store).findings)


@pytest.fixture(scope="module")
def good(model):
    return found(model)


def test_every_rule_has_a_bad_case():
    assert set(BAD) == {rule.local for rule in [*core().values(), *audits().values()]}


def test_the_good_graph_has_no_finding_of_a_core_shape(good):
    names = {rule.local for rule in core().values()}
    assert not [name for name, _ in good if name in names]


@pytest.mark.parametrize("name", BAD)
def test_one_fault_one_finding(name, good):
    case = BAD[name]
    store = model_store()
    before = len(store.raw)
    for update in updates(case):
        store.update(update)
    assert "set" in case or len(store.raw) != before
    spoilt = found(store)
    appeared = Counter(rule for rule, _ in (spoilt - good).elements())
    vanished = Counter(rule for rule, _ in (good - spoilt).elements())
    assert appeared == Counter({name: case.get("times", 1)}) + Counter(case.get("also", []))
    assert vanished == Counter(case.get("gone", []))
