"""Build the graph: documents, vocabulary, reasoning, provenance."""

from zhengtu.build.errors import BuildError
from zhengtu.build.inputs import Input, Inputs, Problem, collect
from zhengtu.build.loading import Document, Failure
from zhengtu.build.progress import Progress, Silent
from zhengtu.build.run import Report, build
from zhengtu.build.update import remove_document, replace_document

__all__ = [
    "BuildError",
    "Document",
    "Failure",
    "Input",
    "Inputs",
    "Problem",
    "Progress",
    "Report",
    "Silent",
    "build",
    "collect",
    "remove_document",
    "replace_document",
]
