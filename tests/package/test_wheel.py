"""What a user gets from ``pip install .``: the command works from any folder, with everything it needs inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("corpus", "ontology", "queries", "shapes")


def run(command: list[object], cwd: Path, **environment: str) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ZHENGTU_", "PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=kept | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    run([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT], folder)
    return next(folder.glob("zhengtu-*.whl"))


@pytest.mark.slow
def test_the_wheel_carries_the_rooms_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for room in ROOMS:
        files = {
            f"zhengtu/_data/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / room).rglob("*")
            if path.is_file() and not {"build", "__pycache__"} & set(path.parts)
        }
        assert files, room
        assert files <= names
    for package in ("zhengtu", "loaders"):
        sources = {p.relative_to(ROOT).as_posix() for p in (ROOT / package).rglob("*") if p.suffix in (".py", ".rq", ".ru")}
        assert sources <= names
    assert "zhengtu/py.typed" in names
    top = {name.split("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"zhengtu", "loaders"}
    assert not any("__pycache__" in name or "/_data/ontology/build/" in name for name in names)


@pytest.mark.slow
def test_installed_it_works_from_any_folder(wheel, tmp_path):
    python = tmp_path / "venv" / "bin" / "python"
    run([sys.executable, "-m", "venv", tmp_path / "venv"], tmp_path)
    run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], tmp_path)
    zhengtu, elsewhere = python.with_name("zhengtu"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    home = {"HOME": str(elsewhere), "XDG_DATA_HOME": str(elsewhere / "data")}
    assert "载入 5 个文档" in run([zhengtu, "build"], elsewhere, **home)
    assert (elsewhere / "data" / "zhengtu" / "store" / "CURRENT").exists()
    assert "hubei-division-2022-16" in run([zhengtu, "query", "documents"], elsewhere, **home)
    assert run([zhengtu, "export", "--format", "jsonld"], elsewhere, **home).startswith('{"@context": ')
    where = run([python, "-c", "import zhengtu.paths as p; print(p.resource_dir('shapes'))"], elsewhere).strip()
    assert where.endswith("zhengtu/_data/shapes")
