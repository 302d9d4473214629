"""What stops a whole build."""

from __future__ import annotations


class BuildError(Exception):
    """The build cannot be done; ``str`` is one line for the user."""
