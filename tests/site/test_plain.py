"""Without Node.js: the pages are plain HTML, and whoever builds or writes them is told what is missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.queries.support import ROOT
from zhengtu.cli.main import main
from zhengtu.site import static

TEXT = "××市人民政府办公室关于印发分工方案的通知\n\n一、工作任务\n\n（一）建设湿地公园。由市水利局牵头，市财政局参加。\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    (folder / "plan.txt").write_text(TEXT, "utf-8")
    assert main(["build", str(folder / "plan.txt"), "--store", str(folder / "store"), "--quiet"]) == 0
    return folder / "store"


@pytest.fixture
def bare(monkeypatch):
    """Nothing has been built with Node.js."""
    built = {path: file for path, file in static.files().items() if not path.startswith("static/vendor/")}
    monkeypatch.setattr(static, "files", lambda: built)


def test_the_site_says_that_the_libraries_are_missing(store, bare, tmp_path, capfd):
    assert main(["site", "--store", str(store), "--output", str(tmp_path / "site")]) == 0
    (line,) = [line for line in capfd.readouterr().err.splitlines() if "make assets" in line]
    assert "Node.js" in line
    for path in (tmp_path / "site").rglob("*.html"):
        assert "static/vendor" not in path.read_text("utf-8")
    assert "<noscript" in (tmp_path / "site" / "query.html").read_text("utf-8")


def test_the_site_says_nothing_where_they_are_there(store, monkeypatch, tmp_path, capfd):
    monkeypatch.setattr(static, "vendored", lambda: True)
    assert main(["site", "--store", str(store), "--output", str(tmp_path / "site")]) == 0
    assert "make assets" not in capfd.readouterr().err


@pytest.mark.skipif(not shutil.which("make"), reason="no make")
def test_make_assets_says_what_it_needs(tmp_path):
    for name in ("make", "sh", "bash"):
        if found := shutil.which(name):
            (tmp_path / name).symlink_to(found)
    command = [str(tmp_path / "make"), "assets"]
    done = subprocess.run(
        command, cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode != 0
    assert "Node.js" in done.stdout + done.stderr
    assert "plain HTML" in done.stdout + done.stderr


@pytest.mark.parametrize("built", [False, True])
def test_a_wheel_without_them_says_so(tmp_path, built):
    hooks = pytest.importorskip("hatchling.builders.hooks.plugin.interface")
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert issubclass(module.RoomsHook, hooks.BuildHookInterface)
    if built:
        vendor = tmp_path / "zhengtu" / "site" / "static" / "vendor"
        vendor.mkdir(parents=True)
        (vendor / "zoom.js").write_text("")
    said = []

    class App:
        def display_warning(self, line):
            said.append(line)

    hook = module.RoomsHook(str(tmp_path), {}, None, None, str(Path(tmp_path)), "wheel", App())
    hook.initialize("standard", {"force_include": {}})
    assert any("make assets" in line for line in said) != built
