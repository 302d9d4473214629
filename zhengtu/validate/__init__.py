"""Validation: what is missing in the texts, and what is wrong in the graph; the two are never confused.

Two lanes, one kind of finding.  Core shapes (``shapes/*.ttl``) run in pySHACL over one small graph a document; rules that join
nodes or documents (``shapes/audit/*.rq``) run as queries on the store.
"""

from zhengtu.validate.beside import keep_beside, recorded, report
from zhengtu.validate.errors import ValidateError
from zhengtu.validate.finding import Evidence, Finding, Looked, Report, Waived, Where
from zhengtu.validate.record import record
from zhengtu.validate.render import FORMATS, render
from zhengtu.validate.rules import Rule, Severity
from zhengtu.validate.run import Options, run

__all__ = [
    "FORMATS",
    "Evidence",
    "Finding",
    "Looked",
    "Options",
    "Report",
    "Rule",
    "Severity",
    "ValidateError",
    "Waived",
    "Where",
    "keep_beside",
    "record",
    "recorded",
    "render",
    "report",
    "run",
]
