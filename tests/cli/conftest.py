"""Run the command line: as users do, in a process of its own, or (faster) inside this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from zhengtu.build import build
from zhengtu.cli.main import main
from zhengtu.paths import resource_dir

ROOT = Path(__file__).parents[2]


class Result(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def cli(tmp_path):
    """Run ``zhengtu`` in its own process, in a folder of its own."""

    def run(*arguments: object, **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "zhengtu", *map(str, arguments)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
            capture_output=True,
            check=False,
            timeout=300,
        )
        result = Result(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in result.err
        return result

    return run


@pytest.fixture
def inside(capfd):
    """Run ``zhengtu`` in this process."""

    def run(*arguments: object) -> Result:
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Result(code, out, err)

    return run


@pytest.fixture(scope="session")
def shipped(tmp_path_factory) -> str:
    """A store of the shipped corpus."""
    place = str(tmp_path_factory.mktemp("shipped") / "store")
    assert build([resource_dir("corpus")], place).exit_code == 0
    return place
