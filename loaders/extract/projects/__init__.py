"""Projects: named undertakings and facilities, with the verb that says what is to become of them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.projects.called import Counted
from loaders.extract.projects.clauses import undertakings
from loaders.extract.projects.collect import Collector
from loaders.extract.projects.cues import cues_of
from loaders.extract.projects.enumerated import announces, enumerated
from loaders.extract.projects.evidence import Context
from loaders.extract.projects.governing import governing
from loaders.extract.projects.ground import Ground, ground_of
from loaders.extract.projects.labels import Box, Item, label_of
from loaders.extract.projects.listing import Listings, table_projects
from loaders.model import CleanText, Identity, Outline, PlaceMentionFact, ProjectFact, Span

__all__ = ["extract_projects"]


def extract_projects(
    text: CleanText, identity: Identity, outline: Outline, places: Sequence[PlaceMentionFact]
) -> tuple[ProjectFact, ...]:
    """The projects that ``text`` names, each once, in the order of their first mention.

    ``places`` are the place mentions of the text, ascending; spans are offsets in ``text.text``.
    """
    ground = ground_of(text.text, tuple(places))
    listings = Listings(outline, identity.title)
    collector = Collector(ground, identity.jurisdiction)
    box, counted, going = Box(ground), Counted(ground), False
    whole = Context(local=identity.jurisdiction[2:4] not in ("", "00"))
    for paragraph in ground.paragraphs:
        item = box.item(paragraph)
        if item is not None and collector.add_item(item):
            continue
        label = label_of(ground, paragraph)
        if label is not None:
            collector.add_label(label)
            under = whole._replace(nearby=label.places, site=label.site)
        else:
            under = whole
        counted.heads(paragraph)
        for sentence in ground.sentences(*paragraph):
            if (entries := counted.read(sentence)) is not None:
                collector.add_entries(entries, counted.site)
                continue
            goes_on, going = going, announces(ground, sentence, going)
            works = label is not None or listings.holds(sentence.begin)
            _collect(ground, under._replace(works=works, sentence=sentence), goes_on, collector)
    for title, heading in (*listings.items, *listings.labelled):
        begin = ground.text.find(title, *heading)
        if begin >= 0:
            collector.add_item(Item(Span(begin, begin + len(title))), listed=(title, heading) in listings.items)
    for name, status in table_projects(ground, text.blocks):
        collector.add_cell(name, status)
    return collector.facts()


def _collect(ground: Ground, base: Context, going: bool, collector: Collector) -> None:
    """Collect the works of the sentence of ``base``: those it lists without a verb, then those its clauses undertake."""
    sentence, cues = base.sentence, cues_of(ground)
    last = cues.last(sentence.end)
    if last < sentence.begin:
        return
    read = []
    for stretch, found in enumerated(ground, sentence, base, going):
        collector.add(found)
        read.append(stretch)
    for clause in ground.clauses(sentence):
        if any(stretch.begin < clause.end and clause.begin < stretch.end for stretch in read):
            continue
        for found in undertakings(ground, clause, base) if cues.hold(clause) else ():
            collector.add(found)
        if last < clause.end:
            break
        if (head := governing(ground, clause)) is not None:
            base = base._replace(governing=tuple(head))
