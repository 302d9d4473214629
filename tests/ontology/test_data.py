"""The checks of data, on the shipped corpus as built."""

import unicodedata

import pytest
from pyoxigraph import NamedNode

from zhengtu.ontology import quality

CHECKS = {check.name: check for check in quality.checks() if check.reads == "data"}


@pytest.fixture(scope="module")
def stated(corpus):
    return quality.stated(corpus)


@pytest.mark.parametrize("name", CHECKS)
def test_the_shipped_corpus_passes(stated, name):
    assert quality.faults(CHECKS[name], stated) == []


def is_nfc(text):
    return unicodedata.is_normalized("NFC", text)


def test_identifiers_are_in_normal_form_c(stated):
    """Two spellings of one character would be two nodes."""
    nodes = {term.value for quad in stated for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
    assert len(nodes) > 5000
    assert [iri for iri in nodes if not is_nfc(iri)] == []
    assert not is_nfc("place/e\u0301")
