"""What ``zhengtu ask`` says to its user, in Chinese and English (``zhengtu.messages`` chooses the language)."""

from __future__ import annotations

from zhengtu.messages import language

_TEXT: dict[str, tuple[str, str]] = {
    "taken": ("理解为：{summary}（{query}）", "taken as: {summary} ({query})"),
    "with": ("其中：{values}", "where: {values}"),
    "rows": ("共 {count} 行", "{count} rows"),
    "none": ("图谱里没有这样的内容。", "The graph holds nothing of the kind."),
    "more": (
        "……另有 {count} 行；全部：{command}",
        "… {count} more rows; all of them: {command}",
    ),
    "sentences": ("原文：", "in the text:"),
    "more_sentences": ("……另有 {count} 句（--verbose 全部显示）", "… {count} more (--verbose shows all)"),
    "sparql": ("SPARQL：", "SPARQL:"),
    "unsure": ("没有把握回答：{question}", "not sure how to answer: {question}"),
    "unknown": ("不明白的词：{words}", "words not understood: {words}"),
    "unused": ("没有用到的词：{words}", "words not used: {words}"),
    "several": ("“{name}”可以指：{things}", "{name!r} may mean: {things}"),
    "near_sentences": ("原文中最接近的句子：", "the nearest sentences in the texts:"),
    "of_task": ("任务：{task}", "task: {task}"),
    "near": ("您要问的也许是：", "did you mean to ask:"),
    "also": ("也可以问：", "you may also ask:"),
    "nothing_near": ("用 zhengtu query --list 看看能问什么。", "zhengtu query --list shows what can be asked."),
    "empty": ("请写出要问的问题", "write a question"),
}


def say(key: str, **values: object) -> str:
    """The message in the user's language.  Raises ``KeyError`` for a message or value that is not there."""
    return _TEXT[key][language() == "en"].format(**values)
