"""What measurements share: a process of its own for each, and the slope of a cost over sizes."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from math import log


def apart(script: str, *arguments: str, seconds: float) -> dict[str, float] | None:
    """What ``script --measure ARGUMENTS`` prints last, as JSON; ``None`` where it fails or takes over ``seconds``."""
    command = [sys.executable, script, "--measure", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return None
    return json.loads(done.stdout.splitlines()[-1])


def peak() -> float:
    """The most memory, in MB, that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def slope(sizes: list[int], seconds: list[float]) -> float:
    """Of log time over log size, from the first size to the last: 1 is linear."""
    return log(seconds[-1] / seconds[0]) / log(sizes[-1] / sizes[0])
