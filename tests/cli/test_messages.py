"""The catalogue of messages: complete in both languages, nothing missing, nothing left over."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from zhengtu import messages
from zhengtu.messages import say

ROOT = Path(messages.__file__).parent
USED = re.compile(r"""\bsay\(\s*f?"([a-z0-9_.{}]+)""")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", messages._TEXT)
def test_both_languages_say_the_same(key):
    zh, en = messages._TEXT[key]
    assert fields(zh) == fields(en)
    assert re.search("[\u4e00-\u9fff]", zh)
    assert not re.search("[\u4e00-\u9fff]", en.replace("政图", ""))


def test_every_message_is_used_and_every_used_message_is_there():
    sources = [path.read_text("utf-8") for path in ROOT.rglob("*.py")]
    ours = [text for text in sources if re.search(r"^ *from zhengtu\.messages import .*\bsay\b", text, re.MULTILINE)]
    used = {key for text in ours for key in USED.findall(text)}
    families = tuple(key.split("{")[0] for key in used if "{" in key)
    plain = {key for key in used if "{" not in key}
    assert plain - messages._TEXT.keys() == set()
    assert {key for key in messages._TEXT if key not in plain and not key.startswith(families)} == set()


def test_a_message_is_one_line(monkeypatch):
    assert say("error", why="two\n  lines") == "错误：two lines"
    monkeypatch.setenv("ZHENGTU_LANG", "en_GB.UTF-8")
    assert say("error", why="x") == "error: x"
