"""Agreements, promises, meetings, bodies and citations in the texts of ``texts/``, as a reader finds them."""

from __future__ import annotations

import pytest

from tests.loaders.agreements.reading import TEXTS, Case, cases

ALL = [case for file in sorted(TEXTS.glob("*.txt")) for case in cases(file.stem)]


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_what_a_reader_finds(case: Case) -> None:
    assert case.found == case.wanted
