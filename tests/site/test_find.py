"""What is searched: every page by all its names, every passage once, within bounds."""

import json

import pytest

from zhengtu.site import find
from zhengtu.site.find import Everything, Thing
from zhengtu.site.script import script


def content(script, name):
    head = f"(globalThis.zhengtu ??= {{}}).{name} = "
    assert script.startswith(head)
    assert script.endswith(";\n")
    return json.loads(script.removeprefix(head)[:-2])


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


def test_the_scripts_hold_it_and_nothing_can_break_out_of_them(everything):
    names = content(everything.names_script(), "names")
    assert len(names["things"]) == len(everything.things)
    assert len(content(everything.sentences_script(), "sentences")) == len(everything.sentences)


def test_a_script_keeps_markup_as_text_and_turns_nothing_around():
    text = 'a"b\\</script>\u2028\u202e<img src=x>\n'
    assert content(script("one", [text]), "one") == [text.replace("\u202e", "")]


def test_sentences_are_bounded_and_what_is_left_out_is_counted(corpus_site, monkeypatch, everything):
    monkeypatch.setattr(find, "CHARACTERS", 2000)
    small = Everything(corpus_site)
    assert sum(len(one.text) for one in small.sentences) <= 2000
    assert small.sentences == everything.sentences[: len(small.sentences)]
    assert small.left_out == len(everything.sentences) - len(small.sentences) > 0
