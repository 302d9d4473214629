"""A small plan around one clause."""

from __future__ import annotations

from loaders.model import Clause
from tests.loaders.helpers import shares, staged

HEAD = "湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n为加快水网建设，制定本方案。\n"


def clauses(item: str, head: str = HEAD) -> list[Clause]:
    """The clauses of a plan whose second item ends in ``item``."""
    body = f"一、重点任务\n（一）建设水库。推进建设。\n（二）整治河道。推进治理。{item}\n（三）改造灌区。推进改造。\n二、附则\n本方案自印发之日起施行。\n"
    return list(staged(head + body).facts.clauses)


def units(item: str, head: str = HEAD) -> list[list[str]]:
    """``unit role`` of each share, clause by clause."""
    return [shares(clause) for clause in clauses(item, head)]


CENTRAL = "国家水网建设实施方案\n国办发〔2024〕5号\n\n为加快水网建设，制定本方案。\n"
