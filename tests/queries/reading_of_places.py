"""What a reader would answer about places, projects, figures, agreements and claims; see ``reading``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from tests.queries.reading import argument, full, gold, names, pick, read, shares
from zhengtu.evaluate.fold import short_place


def provinces(places: str) -> set[str]:
    known = {row["place"]: row["province"] for row in names("provinces")}
    return {known[place] for place in places.split(";") if place in known}


@read("agreement-partners", "place_a place_b agreements")
def _agreement_partners():
    parties: dict[str, set[str]] = defaultdict(set)
    for agreement, party in pick("agreements", "agreement party"):
        parties[agreement].add(short_place(party))
    pairs = Counter(pair for found in parties.values() for pair in combinations(sorted(found), 2))
    return [(a, b, n) for (a, b), n in pairs.items()]


@read("agreements-of-place", "document agreement signed event partner")
def _agreements_of_place():
    place = short_place(argument("agreements-of-place", "place"))
    signed = {row["agreement"] for row in gold("agreements") if short_place(row["party"]) == place}
    for row in pick("agreements", "document agreement signed event party"):
        if row[1] in signed and short_place(row[-1]) != place:
            yield row


@read("commitments-by-topic", "document agreement topic text")
def _commitments_by_topic():
    topic = argument("commitments-by-topic", "topic")
    return [row for row in pick("commitments", "document agreement topic text") if topic in row[2] + row[3]]


@read("cross-province-projects", "project provinces documents document_list")
def _cross_province():
    found: dict[str, set[str]] = defaultdict(set)
    documents: dict[str, set[str]] = defaultdict(set)
    for document, project, places in pick("projects", "document project places"):
        found[project] |= provinces(places)
        documents[project].add(document)
    for project, crossed in found.items():
        if len(crossed) > 1:
            yield project, ";".join(sorted(crossed)), len(documents[project]), ";".join(sorted(documents[project]))


@read("projects-of-document", "project category status")
def _projects_of_document():
    return pick("projects", "project category status", document=argument("projects-of-document", "document"))


@read("projects-of-category", "document project category status")
def _projects_of_category():
    return pick("projects", "document project category status", category=argument("projects-of-category", "category"))


@read("projects-of-place", "document project category status")
def _projects_of_place():
    place = short_place(argument("projects-of-place", "place"))
    return [r[:4] for r in pick("projects", "document project category status places") if place in r[4].split(";")]


@read("projects-by-category", "document category projects")
def _by_category():
    return [(*key, n) for key, n in Counter(pick("projects", "document category")).items()]


@read("projects-by-status", "document status projects")
def _by_status():
    return [(*key, n) for key, n in Counter(pick("projects", "document status")).items() if key[1]]


FIGURE = "indicator comparator value unit year scope"


@read("targets-of-indicator", f"document {FIGURE} kind")
def _targets_of_indicator():
    words = argument("targets-of-indicator", "indicator")
    return [row for row in pick("targets", f"document {FIGURE} kind") if words in row[1]]


@read("targets-of-year", "document indicator comparator value unit scope")
def _targets_of_year():
    return pick(
        "targets", "document indicator comparator value unit scope", year=argument("targets-of-year", "year"), kind="target"
    )


@read("targets-of-document", f"{FIGURE} kind")
def _targets_of_document():
    return pick("targets", f"{FIGURE} kind", document=argument("targets-of-document", "document"))


@read("baselines", f"document {FIGURE}")
def _baselines():
    return pick("targets", f"document {FIGURE}", kind="baseline")


@read("target-conflicts", "indicator scope year document_a value_a document_b value_b")
def _conflicts():
    same: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for row in gold("targets"):
        key = tuple(row[c] for c in ("indicator", "scope", "year", "unit", "kind"))
        same[key].append((row["document"], row["value"]))
    for (indicator, scope, year, *_), figures in same.items():
        for (a, x), (b, y) in combinations(sorted(set(figures)), 2):
            if x != y:
                yield indicator, scope, year, a, x, b, y


@read("documents-of-place", "document mentions")
def _documents_of_place():
    return pick("places", "document mentions", place=argument("documents-of-place", "place"))


@read("places-of-document", "place mentions")
def _places_of_document():
    return pick("places", "place mentions", document=argument("places-of-document", "document"))


@read("places-in-region", "member document")
def _places_in_region():
    return pick("groupings", "member document", group=argument("places-in-region", "region"))


@read("industries-of-place", "document industry role")
def _industries_of_place():
    return pick("industry-roles", "document industry role", place=argument("industries-of-place", "place"))


@read("places-of-industry", "document place industry role")
def _places_of_industry():
    words = argument("places-of-industry", "industry")
    return [row for row in pick("industry-roles", "document place industry role") if words in row[2]]


@read("claims", "document claim task_document task_number verdict")
def _claims():
    for *claim, numbers, verdict in pick("claims", "document claim task_document task_number verdict"):
        yield from ((*claim, number, verdict) for number in numbers.split(";"))


@read("unsupported-claims", "document claim")
def _unsupported():
    return pick("claims", "document claim", verdict="unsupported")


@read("claims-that-differ", "document claim task_document task_number")
def _differing():
    for document, claim, task_document, numbers in pick(
        "claims", "document claim task_document task_number", verdict="differs"
    ):
        yield from ((document, claim, task_document, number) for number in numbers.split(";"))


@read("place-profile", "kind value document")
def _profile():
    place = argument("place-profile", "place")
    yield from (
        ("agreement", a, d)
        for a, d, p in pick("agreements", "agreement document party")
        if short_place(p) == short_place(place)
    )
    yield from (("industry", i, d) for i, d in pick("industry-roles", "industry document", place=place))
    yield from (("member-of", g, d) for g, d in pick("groupings", "group document", member=place))
    yield from (("mentions", n, d) for n, d in pick("places", "mentions document", place=place))
    for project, document, places in pick("projects", "project document places"):
        if short_place(place) in places.split(";"):
            yield "project", project, document


@read("topic-timeline", "topic year documents tasks")
def _topics():
    year = {row["document"]: (row["issued"] or row["published"])[:4] for row in gold("identity")}
    signed = {row["document"]: row["signed"][:4] for row in gold("agreements")}
    items: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document, section in pick("tasks", "document section_title"):
        if section != "总体要求":
            items[section.replace(",", "，"), year[document]].append(document)
    for document, topic in pick("commitments", "document topic"):
        if topic:
            items[topic, signed[document]].append(document)
    return [(*key, len(set(found)), len(found)) for key, found in items.items()]


@read("recurring-entities", "entity type documents document_list")
def _recurring():
    met: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, entity, document in _mentions():
        met[entity, kind].add(document)
    for (entity, kind), documents in met.items():
        if len(documents) > 1:
            yield entity, kind, len(documents), ";".join(sorted(documents))


def _mentions() -> Iterator[tuple[str, str, str]]:
    yield from (("Place", place, document) for place, document in pick("places", "place document"))
    yield from (("Project", project, document) for project, document in pick("projects", "project document"))
    yield from (("Agency", full(unit), document) for document, _, _, unit in shares())
    for row in gold("identity"):
        yield from (("Agency", full(unit), row["document"]) for unit in [row["issuer"], *row["addressee"].split(";")] if unit)
        carried = [row["title"]] if row["genre"] != "news" else row["reports_title"].split(";")
        yield from (("Work", title, row["document"]) for title in carried)
    yield from (("Work", title, document) for title, document in pick("citations", "title document") if title)


@read("joint-places", "label_a label_b shared")
def _joint_places():
    groups = [
        (document, project, places.split(";")) for document, project, places in pick("projects", "document project places")
    ]
    parties: dict[str, list[str]] = defaultdict(list)
    for agreement, party in pick("agreements", "agreement party"):
        parties[agreement].append(short_place(party))
    groups += [("", agreement, places) for agreement, places in parties.items()]
    pairs = Counter(pair for _, _, places in groups for pair in combinations(sorted(set(places)), 2))
    return [(a, b, n) for (a, b), n in pairs.items()]


@read("related-documents", "document_a document_b shared")
def _related():
    shared: dict[tuple[str, str], set[object]] = defaultdict(set)
    for row in gold("decomposition"):
        shared[row["upper_document"], row["lower_document"]].add((row["upper_task"], row["lower_task"]))
    for document, claim, source in pick("claims", "document claim task_document"):
        if source and source != document:
            shared[document, source].add(claim)
    for table, title in (("projects", "project"), ("citations", "title")):
        holders: dict[str, set[str]] = defaultdict(set)
        for document, name in pick(table, f"document {title}"):
            holders[name].add(document)
        for name, documents in holders.items():
            for pair in combinations(sorted(documents), 2) if name else ():
                shared[pair].add((table, name))
    total: Counter[tuple[str, ...]] = Counter()
    for pair, things in shared.items():
        total[tuple(sorted(pair))] += len(things)
    return [(*pair, n) for pair, n in total.items()]
