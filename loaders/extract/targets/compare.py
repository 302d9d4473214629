"""Comparators from the printed word before or after the number."""

from __future__ import annotations

import re

_AFTER = (
    (re.compile(r"及?以上|以上|之上"), "≥"),
    (re.compile(r"及?以下|以下|之下|以内|之内"), "≤"),
    (re.compile(r"左右|上下"), "≈"),
)
_WRAPPED = re.compile(r"\n[ 　]*(?=(?:以[上下内]|左右)[，。；、）)])")
"""A line that ends between the number and its comparator."""
_TIGHT = re.compile(r"[”\"]? ?")
_BEFORE = (
    (re.compile(r"不[能得应可](?:低于|少于|小于)|不低于|不少于|不小于|不下于|不短于|至少|最少|最低|大于等于|≥|>=|低限"), "≥"),
    (
        re.compile(
            r"不[能得应可会](?:超过|超|高于|大于|多于|突破)|不超过|不高于|不大于|不多于|不超|不突破|至多|最多|最高|控制在|小于等于|≤|<="
        ),
        "≤",
    ),
    (re.compile(r"超过|突破|破|高于|大于|多于|(?<!赶)超|逾|跨越|跨上|>"), ">"),
    (re.compile(r"低于|少于|小于|短于|<"), "<"),
    (re.compile(r"(?<![节合公])约|接近|将近|(?<![附邻])近$|大约|大体"), "≈"),
)


_GOVERNING = re.compile(
    "(至少|不少于|最多|至多)(?:开展|召开|举办|举行|组织|新增|建成|建设|完成|实施|引进|培育|打造|安排|报送|推出)$"
)


def after(text: str, end: int) -> tuple[str, int]:
    """The comparator printed after the number that ends at ``end``, and where it ends (``"", end`` if none)."""
    start = _WRAPPED.match(text, end) or _TIGHT.match(text, end)
    at = start.end() if start else end
    for pattern, sign in _AFTER:
        if m := pattern.match(text, at):
            return sign, m.end()
    if text.startswith("内", end) and text[end - 1 : end] in "日天月年时钟":
        return "≤", end + 1
    return "", end


def governing(words: str) -> str:
    """The comparator before the verb that the number follows: 每季度至少开展1次."""
    match = _GOVERNING.search(words)
    return before(match[1]) if match else ""


def before(words: str) -> str:
    """The comparator among the words that stand between the indicator and the number."""
    for pattern, sign in _BEFORE:
        if pattern.search(words):
            return sign
    return ""
