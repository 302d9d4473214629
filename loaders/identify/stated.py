"""What the table of properties above a document states of it, where head and signature do not."""

from __future__ import annotations

from dataclasses import replace

from loaders.clean.properties import properties
from loaders.identify.numbers import find_numbers, serial_line
from loaders.model import AgentMention, CleanText, Span, WorkIdentity
from loaders.numerals import find_date
from loaders.units import SUFFIX, split_units

_PROMULGATED = "【"
"""In a law database the day of publication is that of the document, not of a page."""


def with_stated(text: CleanText, work: WorkIdentity) -> WorkIdentity:
    """``work`` with number, issuers and day from the properties where it lacks them, each with the place that states it.

    An issuer printed short (市人民政府办公厅) takes the name in full.
    """
    for block in text.blocks:
        if block.kind != "property":
            continue
        line = text.text[block.begin : block.end]
        for found in properties(line):
            value, span = line[found.begin : found.end], Span(block.begin + found.begin, block.begin + found.end)
            if found.key == "number" and not work.number:
                work = _with_number(work, value, span)
            elif found.key == "issuer":
                work = _with_issuers(work, value, span)
            elif work.issued is None and (
                found.key == "issued" or (found.key == "published" and line.startswith(("∙", _PROMULGATED)))
            ):
                day = find_date(value)
                work = replace(work, issued=day[0], issued_span=Span(span.begin + day[1], span.begin + day[2])) if day else work
    return work


def _with_number(work: WorkIdentity, value: str, span: Span) -> WorkIdentity:
    numbers = find_numbers(value)
    number = numbers[0].text if len(numbers) == 1 else serial_line(value)
    return replace(work, number=number, number_span=span) if number else work


def _with_issuers(work: WorkIdentity, value: str, span: Span) -> WorkIdentity:
    units = [
        unit for unit in split_units(value.replace(" ", "、"), span.begin) if SUFFIX.search(unit.text) and "网" not in unit.text
    ]
    found = tuple(AgentMention(unit.text, Span(unit.begin, unit.end)) for unit in units)
    printed = [mention.text for mention in work.issuers]
    short = len(found) == len(printed) == 1 and found[0].text != printed[0] and found[0].text.endswith(printed[0])
    return replace(work, issuers=found) if found and (not printed or short) else work
