"""What keeps a gold set from being scored."""

from __future__ import annotations


class EvaluateError(Exception):
    """The scores cannot be told; ``str`` is one line a user can act on.  The command ends with ``exit_code``."""

    exit_code = 2
