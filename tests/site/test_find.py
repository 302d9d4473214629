"""What is searched: every page by all its names, every passage once, within bounds."""

import json

import pytest

from zhengtu.site import find
from zhengtu.site.find import Everything, Thing
from zhengtu.site.script import script


def content(script, name):
    """What the script puts there; of one of several parts, what it adds."""
    for head, tail in (
        (f"(globalThis.zhengtu ??= {{}}).{name} = ", ";\n"),
        (f"((globalThis.zhengtu ??= {{}}).{name} ??= []).push(", ");\n"),
    ):
        if script.startswith(head) and script.endswith(tail):
            return json.loads(script.removeprefix(head).removesuffix(tail))
    raise AssertionError(script[:80])


@pytest.fixture(scope="module")
def everything(corpus_site):
    return Everything(corpus_site)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("武汉市", "W"),
        ("长江", "C"),
        ("重庆市", "C"),
        ("重点工程", "Z"),
        ("湖北省", "H"),
        ("G4高速", "G"),
        ("“十四五”规划", "#"),
        ("", "#"),
    ],
)
def test_the_letter_a_name_is_listed_under(name, letter):
    assert Thing("place", "", name).letter == letter


def test_everything_with_a_page_is_there_once(everything, corpus_site):
    paths = [one.path for one in everything.things]
    assert len(paths) == len(set(paths))
    assert set(paths) == {corpus_site.path_of(iri) for iri in corpus_site.pages}


def test_short_names_are_among_the_names(everything):
    ministry = next(one for one in everything.things if one.name == "国家发展和改革委员会")
    assert {"国家发展改革委", "发改委"} <= set(ministry.others)


def test_a_sentence_of_the_agreement_is_found_and_leads_to_its_characters(everything):
    """行动计划 of the four capitals promises to 加大西部天然气引入力度."""
    holding = [one for one in everything.sentences if "加大西部天然气引入力度" in one.text]
    assert {one.document for one in holding} == {"capitals-action-plan-2017"}
    assert all(one.begin < one.end for one in holding)


def test_a_passage_inside_another_is_not_listed_again(everything):
    for one, two in zip(everything.sentences, everything.sentences[1:], strict=False):
        assert one.document != two.document or two.end > one.end


def test_a_broken_line_does_not_hide_a_name(everything):
    """The scrape of the division plan breaks lines inside names (省商务 厅)."""
    assert not any("商务 厅" in one.text for one in everything.sentences)
    assert any("省商务厅" in one.text for one in everything.sentences)


def rows(everything, of, write):
    """What the scripts of a kind hold together: each row with the path of its document in place of a number."""
    found = []
    for part in range(1, len(getattr(everything, f"{of}_parts")) + 1):
        told = content(write(part), f"{of}s")
        paths = [path for path, _ in told["documents"]]
        at = 5 if of == "name" else 0
        for row in told["things" if of == "name" else "sentences"]:
            found.append([*row[:at], paths[row[at]] if row[at] >= 0 else "", *row[at + 1 :]])
    return found


@pytest.mark.parametrize("room", [100_000, 2000])
def test_the_scripts_hold_everything_in_parts_that_need_no_other(corpus_site, monkeypatch, room):
    monkeypatch.setattr(find, "PART", room)
    everything = Everything(corpus_site)
    names = rows(everything, "name", everything.names_script)
    assert sorted(row[1] for row in names) == sorted(one.path for one in everything.things)
    tasks = {one.path: everything.documents[one.document][0] for one in everything.things if one.kind == "task"}
    assert {row[1]: row[5] for row in names if row[1] in tasks} == tasks
    said = [(everything.documents[one.document][0], one.begin, one.end, one.text) for one in everything.sentences]
    assert [tuple(row) for row in rows(everything, "sentence", everything.sentences_script)] == said
    longest = max(len(one.text) for one in everything.sentences)
    parts = [sum(len(one.text) for one in part) for part in everything.sentence_parts]
    assert max(parts) <= max(room, longest)
    assert (len(parts) > 3) == (room == 2000)
    assert everything.unnamed == 0


def test_of_too_many_names_those_of_tasks_and_projects_stay_out_first(corpus_site, monkeypatch):
    everything = Everything(corpus_site)
    few = sum(one.kind not in ("task", "project") for one in everything.things)
    monkeypatch.setattr(find, "NAMED", few)
    small = Everything(corpus_site)
    kept = [one for part in small.name_parts for one in part]
    assert len(kept) == few
    assert not {one.kind for one in kept} & {"task", "project"}
    assert small.unnamed == len(everything.things) - few > 0


def test_a_script_keeps_markup_as_text_and_turns_nothing_around():
    text = 'a"b\\</script>\u2028\u202e<img src=x>\n'
    assert content(script("one", [text]), "one") == [text.replace("\u202e", "")]


def test_sentences_are_bounded_and_what_is_left_out_is_counted(corpus_site, monkeypatch, everything):
    monkeypatch.setattr(find, "CHARACTERS", 2000)
    small = Everything(corpus_site)
    assert sum(len(one.text) for one in small.sentences) <= 2000
    assert small.sentences == everything.sentences[: len(small.sentences)]
    assert small.left_out == len(everything.sentences) - len(small.sentences) > 0
