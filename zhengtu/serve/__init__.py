"""The graph over HTTP on one port: SPARQL 1.1 Protocol, linked data, the query library as a REST API, and the pages.

One process speaks HTTP and never touches the store; a few reader processes answer, one request at a time each.  A reader that
takes too long, too much memory, or that a hostile query crashes is ended and replaced: the others go on (docs/serve.md).
``serve`` is in ``zhengtu.serve.server``; nothing is imported here, since a reader has no use for what speaks HTTP.
"""
