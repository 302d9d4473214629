"""Networks drawn from the graph: who works with whom, which places and documents hang together, how tasks are handed down.

A network is a projection of a library query (``projections``); ``graph`` gives it as a networkx graph whose nodes and edges
carry the measures of ``measures``, ``render`` as a table, for other tools (GraphML, GEXF) or as a picture (SVG, PNG).
"""

from zhengtu.graph.errors import GraphError, UnknownGraph
from zhengtu.graph.projections import PROJECTIONS, Projection, graph
from zhengtu.graph.render import FORMATS, render
from zhengtu.graph.tables import edges, nodes

__all__ = ["FORMATS", "PROJECTIONS", "GraphError", "Projection", "UnknownGraph", "edges", "graph", "nodes", "render"]
