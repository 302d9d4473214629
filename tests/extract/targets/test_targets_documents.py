"""Whole small documents: tables in Markdown, HTML and text, headings that name a place, yearly titles; see documents/*."""

from pathlib import Path

import pytest

from loaders.clean import clean
from loaders.extract.targets import extract_targets
from loaders.identify import identify
from loaders.outline import outline
from loaders.read import read

FOLDER = Path(__file__).parent / "documents"
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".rows")


def expected(path):
    """The rows a reader of ``path`` writes down: indicator | comparator | value | unit | year | kind | scope."""
    lines = path.with_suffix(".rows").read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines if line]


def told(path):
    """The rows the stage reads out of ``path``."""
    text = clean(read(path))
    identity = identify(text)
    for f in extract_targets(text, identity, outline(text, identity)):
        value = f"{f.value.normalize():f}"
        yield (f.indicator, f.comparator, value, f.unit, str(f.year or ""), f.kind, f.scope)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_reader_of_the_document_finds_these_figures(path):
    assert list(told(path)) == expected(path)


def test_every_layout_is_there():
    assert {path.suffix for path in DOCUMENTS} >= {".md", ".html", ".txt"}
