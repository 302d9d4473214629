"""Whether a cost grows with the length of a text: processor time at two sizes of the same run, whatever else the machine does."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

_ENOUGH = 0.02
"""Processor time, in seconds, from which the smaller size can be told from noise."""
_TIMES = 8
_BOUND = 2.5
_ROUNDS = 3


def _cost(run: Callable[[str], object], text: str) -> float:
    """Processor time of this process, in seconds, that ``run(text)`` takes.

    What the process holds besides is kept out of the garbage collector's way: walking it again and again is no cost of ``run``.
    """
    gc.collect()
    gc.freeze()
    try:
        begin = process_time()
        run(text)
        return process_time() - begin
    finally:
        gc.unfreeze()


def grows_with_length(run: Callable[[str], object], piece: str, longest: int = 1_000_000) -> bool:
    """Whether ``run`` on ``piece`` repeated costs about its length, up to ``longest`` characters.

    The smaller size is the first whose cost can be measured; a text 8 times as long may cost 20 times as much (a square
    law gives 64). Noise only ever adds, so one round of three within the bound is enough.
    """
    run(piece * 2)  # whatever is loaded or compiled once
    count = max(1, 500 // len(piece))
    while (small := _cost(run, piece * count)) < _ENOUGH and count * len(piece) * _TIMES < longest:
        count *= 2
    allowed = _BOUND * _TIMES * max(small, _ENOUGH)
    return any(_cost(run, piece * (count * _TIMES)) <= allowed for _ in range(_ROUNDS))
