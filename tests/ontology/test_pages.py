"""The generated pages are up to date, and the tests they name exist."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = tomllib.loads((ROOT / "docs/build/elsewhere.toml").read_text("utf-8"))["check"]
TESTS = sorted({entry[key] for entry in ELSEWHERE for key in ("test", "fixture")})


def test_the_pages_are_what_the_generator_makes_of_the_ontology(tmp_path):
    subprocess.run([sys.executable, ROOT / "docs/build/pages.py", tmp_path], check=True, capture_output=True, timeout=120)
    for name in ("checks.md", "ontology.md"):
        assert (tmp_path / name).read_text("utf-8") == (ROOT / "docs" / name).read_text("utf-8"), "run docs/build/pages.py"


def test_nothing_fails():
    assert "**fails**" not in (ROOT / "docs/checks.md").read_text("utf-8")


@pytest.mark.parametrize("name", TESTS)
def test_a_test_that_the_page_names_exists(name):
    path, _, function = name.partition("::")
    assert re.search(rf"^def {function}\(", (ROOT / "tests" / path).read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", ["checks.md", "ontology.md", "competency-questions.md"])
def test_links_lead_to_files(page):
    text = (ROOT / "docs" / page).read_text("utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", text)
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
