"""The Python API behind ``zhengtu.open``."""

from zhengtu.api.answer import Answer, Row
from zhengtu.api.errors import SeveralNodes
from zhengtu.api.graph import Graph, open_graph
from zhengtu.api.values import IRI, Value

__all__ = ["IRI", "Answer", "Graph", "Row", "SeveralNodes", "Value", "open_graph"]
