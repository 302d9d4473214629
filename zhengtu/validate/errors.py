"""What can go wrong besides the store."""

from __future__ import annotations


class ValidateError(Exception):
    """The validation cannot do what was asked; ``str`` is one line for the user."""
