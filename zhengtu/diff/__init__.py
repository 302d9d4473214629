"""What changed: between two documents, or between two generations of a store.

Tasks are paired by the alignment (``zhengtu.align``), so that a task that moved or was renumbered is found again; words
are compared clause by clause, units by agency (an organ and its counterpart of another level count as the same), figures
by indicator, scope, year and kind.
"""

from zhengtu.diff.compare import compare_documents, compare_stores
from zhengtu.diff.generations import DiffError, diff
from zhengtu.diff.model import DocumentDiff, Item, StoreDiff, TargetChange, TaskChange, Wording
from zhengtu.diff.show import FORMATS, as_json, as_text
from zhengtu.diff.texts import Document, Texts

__all__ = [
    "FORMATS",
    "DiffError",
    "Document",
    "DocumentDiff",
    "Item",
    "StoreDiff",
    "TargetChange",
    "TaskChange",
    "Texts",
    "Wording",
    "as_json",
    "as_text",
    "compare_documents",
    "compare_stores",
    "diff",
]
