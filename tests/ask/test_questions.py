"""``questions.csv``: how often the right query and values are found, and how often the wrong ones.

The questions were written before the matcher, from the descriptions of the queries; the matcher was first developed on the
half ``dev`` alone.  Since the library grew the failures of both halves have been looked at, so neither is unseen now.  ``also`` gives
answers that are as good, each as ``query name=value;name=value``, joined by `` | ``; a question without a query is one that the
library cannot answer, which must be declined.

``blind.csv`` was written by an author who saw neither the matcher nor the words it knows.  Asked before anything was changed
for it, 20 of its 48 answerable questions were answered rightly (0.417) and 4 of all 60 wrongly (0.067).  The causes were then
mended where they were general, so that its figure now is no longer a blind one; the floor below only keeps what was reached.

``blind-2.csv`` is a second such set, by an author who knew nothing but the names of the queries.  At first contact 41 of its 78
answerable questions were answered as written down (0.526), 24 otherwise, 12 not at all (the last could not be compared: it
names 引江补汉, which the store knows as 引江补汉工程); its 12 others were all declined.  Seventeen of the 24 were answers as good,
by a narrower query that the author did not know, now in ``also``: so counted, 59 of 78 (0.756) were right with that row put
right, and 7 of all 90 wrong (0.078).  Causes were then mended where they were general, with seven more such narrower queries
in ``also``; its figure now is no blind one either.

``rounds.csv`` holds ten sets; the first four were each written whole before it was asked, by the author of the matcher: reporters, clerks of a
supervision office, researchers and readers of English in turn.  At first contact they gave, right of the answerable and wrong
of all: round 1 (before any change) 0.450 and 0.014, round 2 0.652 and 0.130, round 3 (the most colloquial) 0.600 and 0.110,
round 4 (plainer again) 0.955 and 0.026.  After each round its failures were mended where the cause was general.

``blind-3.csv`` is a third, by another author again.  At first contact 63 of its 88 answerable questions were answered as
written down (0.716) and 6 of all 100 otherwise (0.060); reading shows two of those six to be right (narrowed to the document
that the question names), so 0.739 and 0.040.  The answers so added to ``also`` are told in ``note``, with two that write an
indicator otherwise.

Rounds 5 and 6 were written, each whole before it was asked, after the matcher had learnt to go by the look of a question too
and its words had been widened for ``blind-3``: spoken and chat-like questions first, then the plain ones of an office and of
exams.  At first contact 0.726 right and 0.068 wrong, then, its words widened again, 0.836 and 0.055; one row of round 5 asked
for a category that there is not and is left out here, one of round 6 could not be compared until it was put right.

Round 7 was asked last: 0.838 right and 0.022 wrong, which is what a question nobody has seen may expect.  After it only two
mistakes were mended (what cites was taken for what is cited; a year within the nickname of a document).

``blind-4.csv``, by a fourth author, was asked after all of that: 56 of its 70 answerable questions were answered as written down
(0.800) and 5 of all 80 otherwise (0.063); reading shows two of the five to be right, told in ``note``: 0.829 and 0.038.  Then the
causes of its failures were mended, with two more answers found right on reading.

Rounds 8 to 10 are a third author's of the matcher, each written whole before it was asked: many styles with a fifth that cannot be
answered (0.858 right, 0.065 wrong), the same again after mending (0.923, 0.047), then short and elliptical questions only (0.754,
0.125).  In round 8 a topic that no text has (乡村振兴) was put among those to be declined, and one name put right.

``blind-5.csv`` and ``blind-6.csv`` are by two authors who knew nothing of the matcher; the second wrote before reading what the
queries are.  Both were asked once, after all of the above: 42 of 64 right (0.656) and 4 of 80 wrong (0.050), and 28 of 64 (0.438)
and 4 of 80 (0.050).  Of the 50 declined 16 had no candidate at all, because something named had no place in the query or a word
was taken for one that asks for what no text says; the decision was then built anew on signs, and the asking clause, words of
the texts and near queries were seen to.

``rounds-2.csv`` (rounds 11 to 15) is a fourth author's of the matcher, each round written whole before it was asked, about what
the texts say: 0.698 right and 0.115 wrong (before any change), 0.763 and 0.058, 0.500 and 0.167, 0.581 and 0.133, 0.513 and
0.100.  The last was asked of the matcher before these changes too: 0.564 and 0.080.  Two expected values were put right and one
answer added on reading.

``blind-7.csv`` is a third author's who wrote before reading what the queries are.  It was asked of the matcher before and after
rounds 11 to 15, which had not seen it: 42 of 61 right (0.689) and 11 of 80 wrong (0.138), then 45 (0.738) and 11 (0.138).  Then three causes
of wrong answers were mended (湖南省那份方案 taken for the province's own, what relates to a document, words for what is not begun)
and one answer added on reading.

``blind-8.csv`` is by an eighth author, who knew nothing of the matcher.  At first contact 26 of its 64 answerable questions were answered
as written down (0.41) and 16 of all 80 otherwise (0.20); reading shows that most of these only narrowed the answer to the document or
year that the question names, so 40 (0.625) and 2 (0.025).  What failed was declined; its causes were then mended where they were
general, with nine more such narrower answers in ``also``, told in ``note``.

``blind-9.csv`` is by a ninth author, who was told to put down every other answer as good, and who saw the English wordings of the
library, not the Chinese ones, after writing.  Asked before what ``blind-8.csv`` taught: 55 of 66 right (0.833) and none wrong; after
it, still unseen: 56 (0.848) and none.

``blind-10.csv`` and ``blind-11.csv`` are by a tenth and an eleventh author, who put down every answer they would accept.  Asked
before rounds 19 and 20: 35 of 66 right (0.530) and 9 of 80 wrong (0.113), 40 of 70 (0.571) and 5 of 85 (0.059); after them, still
unseen: 38 (0.576) and 10 (0.125), 40 (0.571) and 7 (0.082).  Then four misreadings were mended (a clause with what is asked about
taken for an introduction, initials behind a place, an indicator named by halves beside one named whole, provenance in English).

``rounds-4.csv`` (rounds 19 and 20) is a sixth author's of the matcher, each written whole as four people (``note``) before it was asked:
0.782 right and 0.058 wrong as written down, 0.812 and 0.033 after reading; then, its causes mended, 0.703 and 0.084, after reading 0.713
and 0.076.  Three answers were added on reading and one that could not be compared was put right.

``benchmarks/ask_calibration.py`` fits the decision without one author in turn and asks about that one.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.ask.sets import SETS, Questions, outcome
from zhengtu.query import library

QUESTIONS = SETS["questions"].rows


def _halves() -> dict[str, Questions]:
    """The sets, the first by halves."""
    sets = dict(SETS)
    whole = sets.pop("questions")
    return {half: whole._replace(rows=[row for row in whole.rows if row["half"] == half]) for half in ("dev", "held")} | sets


def test_the_set_is_what_it_should_be():
    assert len(QUESTIONS) >= 150
    assert sum(not row["query"] for row in QUESTIONS) >= 25
    assert {row["query"] for row in QUESTIONS} - {""} <= set(library())
    assert len({row["question"] for row in QUESTIONS}) == len(QUESTIONS)
    halves = Counter(row["half"] for row in QUESTIONS)
    assert abs(halves["dev"] - halves["held"]) <= 2


@pytest.mark.parametrize("questions", [pytest.param(one, id=name) for name, one in _halves().items()])
def test_the_bars(corpus, asker, questions):
    rows, least, most = questions
    outcomes = [outcome(corpus, asker, row) for row in rows]
    answerable = [o for o, row in zip(outcomes, rows, strict=True) if row["query"]]
    right = sum(o.verdict == "right" for o in answerable) / len(answerable)
    wrong = [o for o in outcomes if o.verdict == "wrong"]
    print(f"right {right:.3f} of {len(answerable)}, wrong {len(wrong)} of {len(rows)}")
    assert right >= least
    assert len(wrong) <= most * len(rows), wrong
