"""What an evaluation says to its user, in Chinese and English (``zhengtu.messages`` chooses the language)."""

from __future__ import annotations

from zhengtu.messages import language

_TEXT: dict[str, tuple[str, str]] = {
    "all": ("合计", "all"),
    "missed": ("漏", "missed"),
    "spurious": ("多", "spurious"),
    "differs": ("错", "differs"),
    "detail": ("细节不同", "detail"),
    "no_folder": ("{path}：没有这个文件夹", "{path}: no such folder"),
    "no_gold": ("{path}：没有标注文件（可有 {known}）", "{path}: no gold files (known: {known})"),
    "no_column": ("{path}：缺少 {column} 列", "{path}: no column {column}"),
    "ragged": ("{path} 第 {line} 行：列数与表头不符", "{path} line {line}: not as many cells as the header"),
    "unreadable": ("{path}：无法读取（{why}）", "{path}: cannot be read ({why})"),
    "no_kind": ("标注里没有 {name} 这一类（有 {known}）", "the gold has no kind {name} (it has {known})"),
    "no_document": ("标注里没有文档 {name}（有 {known}）", "the gold has no document {name} (it has {known})"),
    "no_minimum": ("{path}：没有标注集 {name} 的分数", "{path}: no scores for the gold set {name}"),
    "format": ("没有 {form} 这种格式（可用 {known}）", "no format {form} (known: {known})"),
    "part": ("--minimum 不能与 --document 同用", "--minimum does not go with --document"),
    "unknown": ("不是标注文件，未用：{files}", "no gold files, left out: {files}"),
    "absent": (
        "图谱里没有这 {count} 个文档，全部算漏：{documents}",
        "{count} documents not in the store, all missed: {documents}",
    ),
    "drop": ("{gold} {kind}：F1 {f1}，低于 {least}", "{gold} {kind}: F1 {f1}, below {least}"),
}


def say(key: str, **values: object) -> str:
    """The message in the user's language, on one line.  Raises ``KeyError`` for a message or value that is not there."""
    text = _TEXT[key][language() == "en"].format(**values)
    return " ".join(text.split())
