"""What ``zhengtu diff`` says to its user, in Chinese and English (``zhengtu.messages`` chooses the language)."""

from __future__ import annotations

from zhengtu.messages import language

_TEXT: dict[str, tuple[str, str]] = {
    "old": ("旧：{name}", "old: {name}"),
    "new": ("新：{name}", "new: {name}"),
    "counts": (
        "任务：相同 {same}，改动 {changed}，新增 {added}，去掉 {dropped}；指标：改动 {figures}",
        "tasks: {same} the same, {changed} changed, {added} added, {dropped} dropped; figures: {figures} changed",
    ),
    "nothing": ("没有变化。", "No change."),
    "added": ("新增的任务：", "tasks added:"),
    "dropped": ("去掉的任务：", "tasks dropped:"),
    "changed": ("改动的任务：", "tasks changed:"),
    "targets": ("指标的变化：", "figures changed:"),
    "units": ("单位：{changes}", "units: {changes}"),
    "more": ("……另有 {count} 处（--verbose 全部显示）", "… {count} more (--verbose shows all)"),
    "documents": (
        "文档：新增 {added}，去掉 {dropped}，改动 {changed}，相同 {same}",
        "documents: {added} added, {dropped} dropped, {changed} changed, {same} the same",
    ),
    "mixed": (
        "请比较两个文档，或两代图谱（@previous @current）",
        "compare two documents, or two generations (@previous @current)",
    ),
    "remote": ("端点没有分代，只能比较文档", "an endpoint has no generations; compare documents"),
    "bad_generation": ("{name}：应写成 @previous、@current 或 @数字", "{name}: write @previous, @current or @NUMBER"),
    "no_generation": ("没有第 {number} 代（现有 {known}）", "no generation {number} (there are {known})"),
    "no_previous": ("没有更早的一代", "there is no earlier generation"),
}


def say(key: str, **values: object) -> str:
    """The message in the user's language.  Raises ``KeyError`` for a message or value that is not there."""
    return _TEXT[key][language() == "en"].format(**values)
