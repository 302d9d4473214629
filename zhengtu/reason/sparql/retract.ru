# Take derived statements back (the graph in angle brackets, the statements as N-Triples).
DELETE DATA { GRAPH $graph {
$statements
} }
