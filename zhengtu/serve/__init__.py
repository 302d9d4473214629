"""The graph over HTTP on one port: SPARQL 1.1 Protocol, linked data, the query library as a REST API, and the pages.

One process speaks HTTP and never touches the store; a few reader processes answer, one request at a time each.  A reader that
takes too long, too much memory, or that a hostile query crashes is ended and replaced: the others go on (docs/serve.md).
"""

from zhengtu.serve.options import Options
from zhengtu.serve.server import ServeError, serve

__all__ = ["Options", "ServeError", "serve"]
