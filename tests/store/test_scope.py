"""Which queries look at their default graph: told from SPARQL 1.1 §13 and §18.2, pattern by pattern."""

from __future__ import annotations

import pytest

from zhengtu.query import find, library
from zhengtu.store.scope import reads_default_graph

WITHIN = [
    "SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } }",
    "select ?s { graph <urn:g> { ?s ?p ?o . optional { ?o ?q [ <urn:r> (1 2) ] } } }",
    "PREFIX g: <urn:> SELECT ?s { GRAPH g:1 { ?s ?p ?o } }",
    "SELECT ?s { GRAPH ?g { { SELECT ?s { ?s ?p ?o } LIMIT 1 } FILTER NOT EXISTS { ?s <urn:p> 1 } } }",
    "SELECT ?s { { GRAPH ?g { ?s ?p ?o } } UNION { GRAPH ?h { ?o ?p ?s } } MINUS { GRAPH ?g { ?s a ?o } } }",
    "SELECT ?s { VALUES ?x { UNDEF } VALUES (?y ?z) { (1 <urn:a>) (UNDEF 'b') } GRAPH ?g { ?s ?p ?x } }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } . FILTER (?o > 3 && !BOUND(?s)) FILTER regex(?o, '^a') BIND (STR(?s) AS ?t) }",
    "PREFIX f: <urn:> SELECT ?s { GRAPH ?g { ?s ?p ?o } FILTER f:x(?o) FILTER <urn:f>(?o) }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } FILTER EXISTS { GRAPH ?h { ?o ?p ?s } } }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } FILTER (?s = 1 || NOT EXISTS { GRAPH ?h { ?o ?p ?s } }) }",
    "SELECT ?s (COUNT(?o) AS ?n) { { SELECT DISTINCT ?s ?o WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?s LIMIT 3 } }"
    " GROUP BY ?s HAVING (COUNT(?o) > 1) ORDER BY DESC(?n) VALUES ?s { <urn:a> }",
    "CONSTRUCT { ?s ?p [ ?q ?o ] } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }",
    "ASK { GRAPH ?g { ?s ?p '}' } } # { ?s ?p ?o }",
    "ASK { }",
]
OUTSIDE = [
    "SELECT ?s WHERE { ?s ?p ?o }",
    "ASK { <urn:s> ?p ?o }",
    "PREFIX e: <urn:> ASK { e:s ?p ?o }",
    "PREFIX : <urn:> ASK { :s ?p ?o }",
    "ASK { _:b ?p ?o }",
    "ASK { [] ?p ?o }",
    "ASK { [ ?p ?o ] }",
    "ASK { (1 2) ?p ?o }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } ?s a ?c }",
    "SELECT ?s { ?s a ?c . GRAPH ?g { ?s ?p ?o } }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } OPTIONAL { ?s a ?c } }",
    "SELECT ?s { { GRAPH ?g { ?s ?p ?o } } UNION { ?o ?p ?s } }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } MINUS { ?o ?p ?s } }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?o ?p ?s } }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } FILTER (1 = 1 && EXISTS { ?o ?p ?s }) }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } FILTER regex(?o, 'a') ?s a ?c }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } BIND (1 AS ?x) ?s a ?c }",
    "SELECT ?s { VALUES ?s { <urn:a> } ?s ?p ?o }",
    "SELECT ?s { VALUES (?s) { (<urn:a>) } ?s ?p ?o }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } { SELECT ?s WHERE { ?s a ?c } } }",
    "SELECT ?s { { SELECT ?s { GRAPH ?g { ?s a ?c } } LIMIT 1 } ?s ?p ?o }",
    "SELECT (EXISTS { ?s ?p ?o } AS ?x) { }",
    "SELECT ?s { GRAPH ?g { ?s ?p ?o } } GROUP BY ?s HAVING (EXISTS { ?s a ?c })",
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "CONSTRUCT FROM <urn:g> WHERE { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "CONSTRUCT { } { ?s ?p ?o }",
    "DESCRIBE <urn:s>",
    "DESCRIBE ?s WHERE { GRAPH ?g { ?s ?p ?o } }",
    "ASK { SERVICE <urn:s> { ?s ?p ?o } }",
    "ASK { GRAPH ?g { ?s ?p ?o }",
    "ASK { GRAPH ?g { ?s ?p ?o } ) }",
    r"PREFIX e: <urn:> ASK { GRAPH ?g { e:a\( ?p ?o } ?s ?p ?o }",
]


@pytest.mark.parametrize("query", WITHIN)
def test_within_graph_blocks(query):
    assert not reads_default_graph(query)


@pytest.mark.parametrize("query", OUTSIDE)
def test_outside_or_in_doubt(query):
    assert reads_default_graph(query)


@pytest.mark.parametrize("name", library())
def test_no_query_of_the_library_asks_the_default_graph(name):
    assert not reads_default_graph(find(name).text)
