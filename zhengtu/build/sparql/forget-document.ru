# Take one document out of the provenance graph (both IRIs in angle brackets).
DELETE { GRAPH $graph { $document ?property ?value . ?user ?uses $document } }
WHERE {
  GRAPH $graph {
    { $document ?property ?value }
    UNION
    { ?user ?uses $document }
  }
}
