"""A comparison for a reader, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from zhengtu.diff.messages import say
from zhengtu.diff.model import DocumentDiff, Item, StoreDiff, TargetChange, TaskChange, Wording

FORMATS = ("text", "json")
_BEGINNING = 30  # characters of a text shown for want of a title
_FEW = 6  # changes of wording shown for one task


def as_json(diff: DocumentDiff | StoreDiff) -> str:
    """All of it, as the data classes name it."""
    return json.dumps(asdict(diff), ensure_ascii=False, indent=1) + "\n"


def as_text(diff: DocumentDiff | StoreDiff, *, full: bool = False) -> str:
    """Lines for a reader: ＋ for what is new, － for what is gone, → between old and new words."""
    lines = _store(diff, full) if isinstance(diff, StoreDiff) else _document(diff, full)
    return "".join(f"{line}\n" for line in lines)


def _store(diff: StoreDiff, full: bool) -> Iterator[str]:
    yield say("old", name=diff.old)
    yield say("new", name=diff.new)
    counts = {"added": len(diff.added), "dropped": len(diff.dropped), "changed": len(diff.changed), "same": diff.same}
    yield say("documents", **counts)
    yield from (f"  ＋ {stem}" for stem in diff.added)
    yield from (f"  － {stem}" for stem in diff.dropped)
    for document in diff.changed:
        yield ""
        yield f"{document.new}《{document.new_title}》"
        yield from _changes(document, full)


def _document(diff: DocumentDiff, full: bool) -> Iterator[str]:
    yield say("old", name=f"{diff.old}《{diff.old_title}》")
    yield say("new", name=f"{diff.new}《{diff.new_title}》")
    yield from _changes(diff, full)


def _changes(diff: DocumentDiff, full: bool) -> Iterator[str]:
    by_kind = {kind: [task for task in diff.tasks if task.kind == kind] for kind in ("changed", "added", "dropped")}
    counts = {kind: len(tasks) for kind, tasks in by_kind.items()}
    yield say("counts", same=diff.same, figures=len(diff.targets), **counts)
    if diff.is_empty:
        yield say("nothing")
    yield from _listed("added", [f"＋ {_name(task.new)}" for task in by_kind["added"]])
    yield from _listed("dropped", [f"－ {_name(task.old)}" for task in by_kind["dropped"]])
    yield from _listed("changed", [line for task in by_kind["changed"] for line in _task(task, full)])
    yield from _listed("targets", [_target(change) for change in diff.targets])


def _listed(key: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield say(key)
        yield from (f"  {line}" for line in lines)


def _name(item: Item | None) -> str:
    """Number and title; the beginning of the text where there is no number or no title."""
    if item is None:
        return ""
    text = "" if item.number and item.title else item.text[:_BEGINNING] + ("…" if len(item.text) > _BEGINNING else "")
    return " ".join(filter(None, (item.number, item.title, text)))


def _task(change: TaskChange, full: bool) -> Iterator[str]:
    old, new = _name(change.old), _name(change.new)
    yield old if old == new else f"{old} → {new}"
    wordings = [w for w in change.wordings if not (change.old and change.new and w.old == change.old.title != "")]
    shown = wordings if full else wordings[:_FEW]
    yield from (f"    {_wording(wording)}" for wording in shown)
    if len(shown) < len(wordings):
        yield "    " + say("more", count=len(wordings) - len(shown))
    if change.units_added or change.units_dropped:
        units = [f"＋{name}" for name in change.units_added] + [f"－{name}" for name in change.units_dropped]
        yield "    " + say("units", changes=" ".join(units))


def _wording(wording: Wording) -> str:
    if wording.old and wording.new:
        return f"“{wording.old}”→“{wording.new}”"
    return f"＋ {wording.new}" if wording.new else f"－ {wording.old}"


def _target(change: TargetChange) -> str:
    what = change.indicator + "".join(f"，{part}" for part in (change.scope, change.year) if part)
    if change.kind == "changed" and change.old and change.new:
        return f"{what}：{change.old} → {change.new}"
    mark = "＋" if change.new else "－"
    return f"{mark} {what}：{change.new or change.old}"
