# Add triples (written as N-Triples) to a named graph (an IRI in angle brackets).
INSERT DATA { GRAPH $graph {
$triples
} }
