"""The query library: one ``.rq`` file a question (design §6), its parameters bound as terms, its answer in many formats.

Every pattern of a library query stands in a ``GRAPH`` block: ``?g`` for what one document says, other names for the registry,
the concept schemes, the alignment and what was inferred.  So a query means the same on every SPARQL 1.1 endpoint, whether its
default graph is the union of the named graphs, or empty, and a triple that two graphs hold does not double a row.
"""

from zhengtu.query.entities import unknown
from zhengtu.query.errors import BadParameter, UnknownEntity, UnknownFormat, UnknownQuery
from zhengtu.query.evidence import evidence
from zhengtu.query.header import Parameter, Query, Question, Text
from zhengtu.query.library import find, library
from zhengtu.query.render import FORMATS, render
from zhengtu.query.run import Prepared, prepare, run
from zhengtu.query.table import Table

__all__ = [
    "FORMATS",
    "BadParameter",
    "Parameter",
    "Prepared",
    "Query",
    "Question",
    "Table",
    "Text",
    "UnknownEntity",
    "UnknownFormat",
    "UnknownQuery",
    "evidence",
    "find",
    "library",
    "prepare",
    "render",
    "run",
    "unknown",
]
