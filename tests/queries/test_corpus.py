"""The answers on the shipped corpus against what a reader of the texts would answer (see ``golden``)."""

import shlex
from difflib import unified_diff
from itertools import pairwise

import pytest

from tests.queries.golden import COMMAND, accepted, as_csv, comparable, difference, table
from tests.queries.reading import DIVISION, PHRASE, READINGS, derived, pick
from tests.queries.support import CORPUS, CORPUS_ARGUMENTS
from zhengtu.query import library, run

QUERIES = library()


@pytest.mark.parametrize("name", QUERIES)
def test_the_answer_is_what_was_read(corpus, name):
    """Any row that comes or goes against the accepted differences fails, and is shown."""
    now, known = difference(corpus, name), accepted(name)
    lines = unified_diff(known.splitlines(), now.splitlines(), "accepted", "now", n=0, lineterm="")
    assert now == known, f"accept with `{COMMAND} {name}`:\n" + "\n".join(lines)


@pytest.mark.parametrize("name", READINGS)
def test_the_rows_follow_gold(name):
    assert as_csv(*table(name)) == as_csv(*derived(name)), f"gold has changed: `{COMMAND} {name}`"


@pytest.mark.parametrize("name", QUERIES)
def test_the_reading_is_of_this_question(name):
    columns, _ = table(name)
    assert set(columns) <= set(QUERIES[name].columns)
    assert {parameter.name for parameter in QUERIES[name].parameters} == set(CORPUS_ARGUMENTS.get(name, ()))


@pytest.mark.parametrize("name", QUERIES)
def test_the_example_of_the_header_answers_as_it_stands(corpus, name):
    """What a learner copies works on the shipped corpus; it brings rows wherever there are any to bring."""
    words = shlex.split(QUERIES[name].example)
    given = dict(word.split("=", 1) for before, word in pairwise(words) if before == "--set")
    rows = run(corpus, words[2], given)
    assert words[:3] == ["zhengtu", "query", name]
    assert len(rows) or (not table(name)[1] and not given)


@pytest.mark.parametrize("document", [row[0] for row in table("documents")[1]])
def test_what_is_asked_of_one_document_is_told_as_of_all(corpus, document):
    """Places by name, also those no registry has."""
    columns = ("place", "type", "mentions")
    of_all = sorted(tuple(row[c] for c in columns) for row in run(corpus, "places", {"document": document}))
    of_one = sorted(tuple(row[c] for c in columns) for row in run(corpus, "places-of-document", {"document": document}))
    assert of_one == of_all
    assert not any("://" in place for place, _, _ in of_one)


def test_the_places_of_an_industry_are_told_by_name(corpus):
    named = {(row["document"], row["place"], row["industry"]) for row in run(corpus, "industry-roles")}
    for _, _, industry in sorted(named):
        rows = run(corpus, "places-of-industry", {"industry": industry})
        assert {(row["document"], row["place"], row["industry"]) for row in rows} <= named


def test_no_reading_without_a_question():
    assert {path.stem for path in CORPUS.glob("*.csv")} == set(QUERIES)
    assert {path.stem for path in CORPUS.glob("*.diff")} <= set(QUERIES)


def test_most_answers_are_as_read():
    """Questions without any difference, and rows read and answered, may not become fewer."""
    read = sum(len(table(name)[1]) for name in QUERIES)
    missed = sum(line.startswith("- ") for name in QUERIES for line in accepted(name).splitlines())
    assert sum(not accepted(name) for name in QUERIES) >= 40
    assert missed <= 0.1 * read


def test_places_and_pairs_compare_as_a_reader_would():
    assert comparable(("place_a", "place_b"), ("武汉", "合肥市")) == comparable(("place_a", "place_b"), ("合肥", "武汉市"))
    assert comparable(("label",), ("中华人民共和国水利部",)) == comparable(("label",), ("水利部",))
    assert comparable(("project",), ("武汉站",)) != comparable(("project",), ("武昌站",))


@pytest.mark.parametrize(
    "place", [member for (member,) in pick("groupings", "member", group="长江中游城市群", document=DIVISION)]
)
def test_a_phrase_for_some_cities_of_a_region_may_mean_each_member(corpus, place):
    """长江中游城市群相关城市人民政府 says of no city that it must; the text lists the members, so each is told as possible."""
    given = set(pick("responsibilities", "document task_number", unit=PHRASE))
    rows = [row for row in run(corpus, "tasks-of-agency", {"agency": place}) if row["reach"] == "possible"]
    assert {(row["document"], row["task_number"]) for row in rows} == given
    assert {row["via"] for row in rows} == {PHRASE}


def test_a_phrase_means_no_city_that_the_document_does_not_list(corpus):
    assert not [row for row in run(corpus, "tasks-of-agency", {"agency": "合肥市"}) if row["reach"] == "possible"]
