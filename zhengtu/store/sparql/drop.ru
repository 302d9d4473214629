# Remove a named graph (an IRI in angle brackets), whether there is one or not.
DROP SILENT GRAPH $graph
