"""Score a store against gold: precision, recall and F1 by kind and document (``docs/evaluation.md``)."""

from zhengtu.evaluate.errors import EvaluateError
from zhengtu.evaluate.evaluation import Evaluation, evaluate
from zhengtu.evaluate.findings import Finding
from zhengtu.evaluate.gold import GoldSet, read
from zhengtu.evaluate.kinds import KINDS
from zhengtu.evaluate.minimum import Drop, drops, read_minimum
from zhengtu.evaluate.report import FORMATS, render
from zhengtu.evaluate.request import Answer, Request
from zhengtu.evaluate.score import Score

__all__ = [
    "FORMATS",
    "KINDS",
    "Answer",
    "Drop",
    "EvaluateError",
    "Evaluation",
    "Finding",
    "GoldSet",
    "Request",
    "Score",
    "drops",
    "evaluate",
    "read",
    "read_minimum",
    "render",
]
