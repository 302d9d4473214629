"""Lists of places, followed once and asked again with another end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.projects.ground import _END_OF_LIST, Ground, listed_until, place_list
from loaders.link.places import find_places
from loaders.registry import load_registry

PARTS = "武汉 湖北 宜昌 枝江 湖南 长沙 、 和 以及 两市 等 等市 等地 等城市 等城市群 至 ， 建设"


def grounded(text: str) -> Ground:
    return Ground(text, tuple(find_places(text, load_registry())))


def test_a_list_ends_where_it_is_cut_off() -> None:
    text = "武汉、湖北枝江和长沙等地建设"
    ground = grounded(text)
    members, stop = place_list(ground, 0, len(text))
    assert ([place.text for place in members], text[stop:]) == (["武汉", "枝江", "长沙"], "建设")
    members, stop = place_list(ground, 0, 7)
    assert ([place.text for place in members], stop) == (["武汉", "枝江"], 7)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARTS.split()), max_size=10).map("".join), st.data())
def test_what_was_followed_once_is_the_same_for_any_end(text: str, data: st.DataObject) -> None:
    ground = grounded(text)
    begins = [place.span.begin for place in ground.places]
    for begin in begins:
        end = data.draw(st.integers(begin, len(text)))
        found, at = listed_until(ground, begin, end)
        tail = _END_OF_LIST.match(text, at, end) if found else None
        assert place_list(ground, begin, end) == (found, tail.end() if tail else at)
