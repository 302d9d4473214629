"""An answer for a reader, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from zhengtu.ask.answer import Answer, Offer
from zhengtu.ask.messages import say
from zhengtu.messages import language
from zhengtu.query import Table, render
from zhengtu.sentences import Sentence, cleaned, clipped
from zhengtu.store.protocol import Cell

FORMATS = ("text", "json")
_LONG = 120  # characters of a sentence shown
_SENTENCES = 8
_PLACES = ("begin", "end")  # shown with the sentences
_PRINTED = ("as_printed",)  # what the source prints, blanks and all


def as_text(answer: Answer, *, width: int | None = None, most: int | None = None, full: bool = False) -> str:
    """Lines for a reader: how the question was taken, rows (``most`` of them), sentences, the SPARQL that was run."""
    return "".join(f"{line}\n" for line in _lines(answer, width, most, full))


def as_json(answer: Answer) -> str:
    """The same for programs; ``query`` is null where the question was not answered."""
    match, table = answer.match, answer.table
    data = {
        "question": answer.understood.question,
        "query": match.name if match else None,
        "parameters": answer.values,
        "score": round(match.score, 3) if match else None,
        "unknown_words": list(answer.understood.reading.unknown),
        "sparql": list(answer.sparql),
        "columns": list(table.columns) if table else [],
        "rows": list(table) if table else [],
        "sentences": [[_sentence_data(s) for s in sentences] for sentences in answer.sentences],
        "offers": [{"question": o.wording, "query": o.query, "parameters": o.values} for o in answer.offers],
        "near": [{**_sentence_data(one.sentence), "task": one.task} for one in answer.near],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _sentence_data(sentence: Sentence) -> dict[str, str | int]:
    return {"document": sentence.document, "begin": sentence.begin, "end": sentence.end, "words": sentence.words}


def _lines(answer: Answer, width: int | None, most: int | None, full: bool) -> Iterator[str]:
    if answer.match is None or answer.table is None:
        yield from _declined(answer, full)
        return
    query = answer.match.asked.query
    yield say("taken", summary=query.summary.get(language()), query=query.name)
    if answer.values:
        yield say("with", values="，".join(f"{name} = {value}" for name, value in answer.values.items()))
    if unused := answer.unused:
        yield say("unused", words="、".join(unused))
    yield ""
    yield from _rows(answer, answer.table, width, most)
    yield from _sentences(answer, full)
    yield from _offers("also", answer.offers)
    yield ""
    yield say("sparql")
    for text in answer.sparql:
        yield from (f"  {line}" for line in text.splitlines() if line.strip() and not line.startswith("#+"))


def _rows(answer: Answer, table: Table, width: int | None, most: int | None) -> Iterator[str]:
    if not table.rows:
        yield say("none")
        return
    shown = _readable(Table(table.columns, table.rows[:most]))
    yield from render(shown, "table", width).splitlines()
    yield say("rows", count=len(table))
    if len(shown) < len(table) and answer.match:
        command = Offer("", answer.match.name, answer.values).command
        yield say("more", count=len(table) - len(shown), command=command)


def _readable(table: Table) -> Table:
    """Without offsets, empty columns, and IRIs beside which there are names; words as a reader would write them."""
    kept = [k for k, name in enumerate(table.columns) if name not in _PLACES and any(row[k] is not None for row in table.rows)]
    named = [k for k in kept if not all(row[k] is None or isinstance(row[k], NamedNode) for row in table.rows)]
    kept = named or kept
    columns = tuple(table.columns[k] for k in kept)
    rows = (zip(columns, (row[k] for k in kept), strict=True) for row in table.rows)
    return Table(columns, tuple(tuple(cell if c in _PRINTED else _clean(cell) for c, cell in row) for row in rows))


def _clean(cell: Cell) -> Cell:
    """A text cleaned; anything else as it is."""
    is_text = isinstance(cell, Literal) and cell.datatype.value.endswith("#string")
    return Literal(cleaned(cell.value)) if is_text and isinstance(cell, Literal) else cell


def _sentences(answer: Answer, full: bool) -> Iterator[str]:
    found = list(dict.fromkeys(sentence for sentences in answer.sentences for sentence in sentences))
    if not found:
        return
    yield ""
    yield say("sentences")
    shown = found if full else found[:_SENTENCES]
    yield from (_sentence(one, full) for one in shown)
    if len(shown) < len(found):
        yield "  " + say("more_sentences", count=len(found) - len(shown))


def _sentence(one: Sentence, full: bool) -> str:
    words = cleaned(one.words) if full else clipped(one.words, _LONG)
    return f"  「{words}」 {one.document} [{one.begin}, {one.end})"


def _declined(answer: Answer, full: bool) -> Iterator[str]:
    understood = answer.understood
    yield say("unsure", question=understood.question)
    if understood.reading.unknown:
        yield say("unknown", words="、".join(understood.reading.unknown))
    for mention in understood.named:
        documents = [entity.label for entity in mention.entities if entity.kind == "document"]
        if len(documents) > 1:
            name = understood.question[mention.begin : mention.end]
            yield say("several", name=name, things="、".join(documents))
    if answer.near:
        yield say("near_sentences")
    for one in answer.near:
        yield _sentence(one.sentence, full) + (f" {say('of_task', task=one.task)}" if one.task else "")
    if not answer.offers:
        yield say("nothing_near")
    yield from _offers("near", answer.offers)


def _offers(key: str, offers: tuple[Offer, ...]) -> Iterator[str]:
    if offers:
        yield say(key)
        for offer in offers:
            yield f"  {offer.wording}"
            yield f"    {offer.command}"
