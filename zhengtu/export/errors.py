"""What can be wrong with an export."""

from __future__ import annotations


class ExportError(Exception):
    """The export cannot be done; ``str`` is one line for the user."""
