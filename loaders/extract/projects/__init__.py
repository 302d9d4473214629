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
    cues = cues_of(ground)
    listings = Listings(outline, identity.title)
    collector = Collector(ground, identity.jurisdiction)
    box = Box(ground)
    counted, going = Counted(ground), False
    for paragraph in ground.paragraphs:
        item = box.item(paragraph)
        if item is not None and collector.add_item(item):
            continue
        label = label_of(ground, paragraph)
        if label is not None:
            collector.add_label(label)
        counted.heads(paragraph)
        for sentence in ground.sentences(*paragraph):
            if (entries := counted.read(sentence)) is not None:
                collector.add_entries(entries, counted.site)
                continue
            last = cues.last(sentence.end)
            goes_on, going = going, announces(ground, sentence, going)
            if last < sentence.begin:
                continue
            base = Context(
                nearby=label.places if label else (),
                site=label.site if label else (),
                works=listings.holds(sentence.begin) or label is not None,
                sentence=sentence,
            )
            read = _announced(ground, sentence, base, goes_on, collector)
            for clause in ground.clauses(sentence):
                if any(stretch.begin < clause.end and clause.begin < stretch.end for stretch in read):
                    continue
                for found in undertakings(ground, clause, base) if cues.hold(clause) else ():
                    collector.add(found)
                if last < clause.end:
                    break
                if (head := governing(ground, clause)) is not None:
                    base = base._replace(governing=tuple(head))
    for title, heading in (*listings.items, *listings.labelled):
        begin = ground.text.find(title, *heading)
        if begin >= 0:
            collector.add_item(Item(Span(begin, begin + len(title))), listed=(title, heading) in listings.items)
    for name, status in table_projects(ground, text.blocks):
        collector.add_cell(name, status)
    return collector.facts()


def _announced(ground: Ground, sentence: Span, base: Context, going: bool, collector: Collector) -> list[Span]:
    """Collect the works that ``sentence`` lists without a verb; the stretches of the text that they fill."""
    read = []
    for stretch, found in enumerated(ground, sentence, base, going):
        collector.add(found)
        read.append(stretch)
    return read
