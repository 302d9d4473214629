"""What design.md §6 promises: the names of the questions and their first columns, in order."""

COLUMNS = {
    name: columns.split(", ")
    for name, columns in {
        "documents": "document, genre, title, number, issuer, issued, published, publisher, work",
        "outline": "document, path, level, number, title, begin, end",
        "tasks": "document, task_number, task_title, section_number, section_title, begin, end",
        "responsibilities": "document, task_number, task_title, unit, agency, role, basis, position, begin, end, lead_basis",
        "tasks-without-lead": "document, task_number, task_title",
        "tasks-of-agency": "document, task_number, task_title, role",
        "agency-workload": "agency, label, lead, total, documents",
        "joint-agencies": "agency_a, agency_b, tasks",
        "targets": "document, indicator, comparator, value, unit, year, scope, kind, begin, end",
        "target-conflicts": "indicator, scope, year, document_a, value_a, document_b, value_b",
        "projects": "document, project, category, places, status, task_number, begin, end",
        "projects-of-place": "document, project, category, status",
        "cross-province-projects": "project, provinces, documents",
        "places": "document, place, type, code, mentions",
        "place-profile": "kind, value, document",
        "groupings": "document, group, member",
        "agreements": "document, agreement, signed, event, party",
        "agreement-partners": "place_a, place_b, agreements",
        "commitments": "document, agreement, topic, text, begin, end",
        "industry-roles": "document, place, industry, begin, end",
        "citations": "document, cited_title, cited_number",
        "decomposition": "upper_document, upper_task, upper_title, lower_document, lower_task, lower_title, relation, score",
        "undecomposed-tasks": "upper_task, upper_title",
        "agency-cascade": "upper_agency, lower_agency, tasks",
        "claims": "document, claim, task_document, task_number, score, verdict, difference",
        "recurring-entities": "entity, type, documents",
        "topic-timeline": "topic, year, documents, tasks",
        "timeline": "date, event, document",
        "repairs": "document, as_printed, restored, begin, end",
        "evidence": "property, value, document, begin, end, exact",
        "findings": "document, item, severity, rule, message, begin, end, exact, focus, key",
    }.items()
}
ARGUMENTS = {
    "tasks-of-agency": {"agency": "武汉市"},
    "projects-of-place": {"place": "湖北省"},
    "place-profile": {"place": "武汉市"},
    "undecomposed-tasks": {"upper": "plan-a", "lower": "division-b"},
    "evidence": {"subject": "湖北省人民政府"},
}
