"""The same file gives the same statements in every process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from loaders.pipeline import load
from tests.loaders.helpers import NATIONAL, PROVINCIAL, ROOT, loaded, path_of

PROGRAM = """
import hashlib, sys
from pathlib import Path
from loaders.pipeline import load
for name in sys.argv[1:]:
    quads = load(Path(name)).quads
    print(Path(name).stem, len(quads), hashlib.sha256("\\n".join(map(str, quads)).encode()).hexdigest())
"""
STEMS = [NATIONAL, PROVINCIAL, "wuhan-circle-agreement-2021", "guizhou-digital-list", "ningxia-water-division"]


def in_another_process(seed: str, order: list[str]) -> list[str]:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM, *(str(path_of(stem)) for stem in order)]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True, timeout=300)
    return sorted(done.stdout.splitlines())


def test_neither_hash_seed_nor_order_matters() -> None:
    first = in_another_process("0", STEMS)
    assert len(first) == len(STEMS)
    assert in_another_process("4242", STEMS[::-1]) == first


@pytest.mark.parametrize("stem", STEMS)
def test_loading_again_changes_nothing(stem: str) -> None:
    assert load(path_of(stem)).quads == loaded(stem).quads


def test_the_file_s_folder_does_not_matter(tmp_path: os.PathLike[str]) -> None:
    path = path_of("approval-lishui-ecozone")
    copy = os.path.join(tmp_path, path.name)
    with open(copy, "wb") as file:
        file.write(path.read_bytes())
    assert load(type(path)(copy)).quads == loaded(path.stem).quads
