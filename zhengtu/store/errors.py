"""What can go wrong with a store; each carries one line for the user."""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot do what was asked; ``str`` is one line a user can act on."""


class StoreMissing(StoreError):
    """There is no built store at the place."""


class StoreBusy(StoreError):
    """Another process is writing to the store."""


class QueryError(StoreError):
    """The query is not valid SPARQL, or is of the wrong form."""


class QueryTimeout(StoreError):
    """The endpoint did not answer within the deadline."""
