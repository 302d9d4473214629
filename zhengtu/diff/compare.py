"""Compare two documents: their tasks paired by the alignment, their figures by what they measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from zhengtu.align import align_tasks
from zhengtu.align.difference import Change
from zhengtu.align.difference import compare as compare_texts
from zhengtu.align.model import TaskText
from zhengtu.diff.model import DocumentDiff, Item, Kind, StoreDiff, TargetChange, TaskChange, Wording
from zhengtu.diff.texts import Document, Texts, Units

_OFFICE = re.compile(r"(?P<level>省|自治区|市|州|盟|县|区|旗)(?P<function>[^市县]{2,}?)(?:委员会|办公室|厅|局|委|办)")
_NOBODY = Units({}, {})


def compare_documents(old: Document, new: Document) -> DocumentDiff:
    """What the new document adds, drops and changes."""
    pairs = _pairs(old.tasks, new.tasks)
    shares = Counter(upper.iri for upper, _, _ in pairs)
    changes = [_changed(pair, old, new, split=shares[pair[0].iri] > 1) for pair in pairs]
    kept_old = {upper.iri for upper, _, _ in pairs}
    kept_new = {lower.iri for _, lower, _ in pairs}
    tasks = [change for change in changes if change]
    tasks += [TaskChange("added", None, _item(task)) for task in new.tasks if task.iri not in kept_new]
    tasks += [TaskChange("dropped", _item(task), None) for task in old.tasks if task.iri not in kept_old]
    same = sum(change is None for change in changes)
    return DocumentDiff(old.stem, new.stem, old.title, new.title, tuple(tasks), tuple(_targets(old, new)), same)


def compare_stores(old: Texts, new: Texts, names: tuple[str, str]) -> StoreDiff:
    """What changed from one generation of a store to another; ``names`` are those of the two."""
    both = sorted(old.titles.keys() & new.titles.keys())
    diffs = [compare_documents(old.document(stem), new.document(stem)) for stem in both]
    changed = tuple(diff for diff in diffs if not diff.is_empty)
    added, dropped = (tuple(sorted(a.titles.keys() - b.titles.keys())) for a, b in ((new, old), (old, new)))
    return StoreDiff(*names, added, dropped, changed, len(diffs) - len(changed))


def _pairs(old: list[TaskText], new: list[TaskText]) -> list[tuple[TaskText, TaskText, float]]:
    """Tasks that belong together with their likeness: first those that read the same, then what the alignment finds."""
    free: dict[tuple[str, str], list[TaskText]] = {}
    for task in old:
        free.setdefault((task.title, task.text), []).append(task)
    out: list[tuple[TaskText, TaskText, float]] = []
    rest: list[TaskText] = []
    for task in new:
        twins = free.get((task.title, task.text))
        if twins:
            out.append((twins.pop(0), task, 1.0))
        else:
            rest.append(task)
    left = [task for twins in free.values() for task in twins]
    by_old, by_new = {task.iri: task for task in left}, {task.iri: task for task in rest}
    out += [(by_old[m.upper], by_new[m.lower], m.score) for m in align_tasks(left, rest)]
    order = {task.iri: i for i, task in enumerate(new)}
    return sorted(out, key=lambda pair: order[pair[1].iri])


def _changed(pair: tuple[TaskText, TaskText, float], old: Document, new: Document, *, split: bool) -> TaskChange | None:
    """How a pair differs; ``None`` where it does not.

    Of an old task that is ``split`` over several new ones, what one of them lacks may stand in another: whole clauses and
    units are then not told as dropped.
    """
    upper, lower, score = pair
    wordings = tuple(w for w in _wordings(upper, lower) if not (split and w.clause and not w.new))
    before, after = old.units.get(upper.iri, _NOBODY), new.units.get(lower.iri, _NOBODY)
    gained, lost = missing_units(after, before), () if split else missing_units(before, after)
    if not (wordings or gained or lost):
        return None
    return TaskChange("changed", _item(upper), _item(lower), score, wordings, gained, lost)


def _wordings(upper: TaskText, lower: TaskText) -> Iterator[Wording]:
    if upper.title != lower.title:
        yield Wording(upper.title, lower.title)
    if upper.text == lower.text:
        return
    diff = compare_texts(upper.text, lower.text)
    yield from (_wording(change, added=True) for change in diff.added)
    yield from (_wording(change, added=False) for change in diff.dropped if not change.other)


def _wording(change: Change, *, added: bool) -> Wording:
    old, new = (change.other, change.text) if added else (change.text, change.other)
    return Wording(old, new, change.clause)


def missing_units(units: Units, others: Units) -> tuple[str, ...]:
    """The units of the one task for which the other has neither the agency, nor its name, nor its counterpart.

    A local organ that no registry knows answers to one of another level and the same function (省水利厅, 市水利局).
    """
    here = set(others.names)
    offices = {office for name in others.names.values() if (office := _office(name))}
    printed = set(others.names.values())
    across = {organ for organs in others.counterparts.values() for organ in organs}
    return tuple(
        name
        for unit, name in units.names.items()
        if unit not in here
        and name not in printed
        and unit not in across
        and not units.counterparts[unit] & here
        and not any(_answers_to(_office(name), office) for office in offices)
    )


def _office(name: str) -> tuple[str, str] | None:
    """Level and function of a local organ as its own government's papers print it: 市水利局 → 市, 水利."""
    match = _OFFICE.fullmatch(name)
    return (match["level"], match["function"]) if match else None


def _answers_to(one: tuple[str, str] | None, other: tuple[str, str]) -> bool:
    return one is not None and one[0] != other[0] and one[1] == other[1]


def _item(task: TaskText) -> Item:
    return Item(task.path, task.title, task.text)


def _targets(old: Document, new: Document) -> Iterator[TargetChange]:
    for key in dict.fromkeys([*new.targets, *old.targets]):
        before, after = old.targets.get(key, ()), new.targets.get(key, ())
        if set(before) == set(after):
            continue
        indicator, scope, year, _ = key
        gone, come = ([v for v in a if v not in b] for a, b in ((before, after), (after, before)))
        kind: Kind = "changed" if before and after else "added" if after else "dropped"
        yield TargetChange(kind, indicator, scope, year, "；".join(gone), "；".join(come))
