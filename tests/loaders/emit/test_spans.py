"""Every zt:TextSpan resolves: what a second reading of the source finds between its offsets is its zt:exact."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from loaders.emit import emit
from loaders.iris import ZT
from loaders.model import Source
from loaders.pipeline import stages
from loaders.read import read
from tests.loaders.helpers import PROVINCIAL, TEXTS, WRITTEN, loaded, path_of, source
from tests.loaders.printed import printed

STEMS = sorted([*TEXTS, *(p.stem for p in WRITTEN.iterdir())])


def spans(quads: list[Quad]) -> dict[str, dict[str, str]]:
    """The properties of each span by its IRI."""
    found: dict[str, dict[str, str]] = {}
    for quad in quads:
        name = quad.predicate.value.removeprefix(ZT)
        if name in ("begin", "end", "exact", "restored", "source"):
            assert isinstance(quad.subject, NamedNode)
            assert isinstance(quad.object, Literal | NamedNode)
            found.setdefault(quad.subject.value, {})[name] = quad.object.value
    return {iri: span for iri, span in found.items() if "/span/" in iri}


def check(quads: list[Quad], origin: Source, shared_copy: bool) -> int:
    """Hold every span against the source; how many there were."""
    found = spans(quads)
    for iri, span in found.items():
        begin, end = int(span["begin"]), int(span["end"])
        assert iri.endswith(f"/span/{begin}-{end}")
        assert 0 <= begin < end <= len(origin.text)
        assert span["exact"].strip()
        assert printed(origin, begin, end, shared_copy) == span["exact"], (begin, end)
    return len(found)


@pytest.mark.parametrize("stem", STEMS)
def test_every_span_of_every_document(stem: str) -> None:
    origin = read(path_of(stem))
    assert check(loaded(stem).quads, origin, stem == PROVINCIAL) > 10


@pytest.mark.parametrize("stem", STEMS)
def test_only_a_corrupted_copy_has_restored_text(stem: str) -> None:
    restored = [s["restored"] for s in spans(loaded(stem).quads).values() if "restored" in s]
    assert bool(restored) == (stem == PROVINCIAL)


def test_restored_text_says_what_the_original_said() -> None:
    found = spans(loaded(PROVINCIAL).quads).values()
    assert any(s["exact"] == "开展" and s["restored"] == "发展" for s in found)
    assert not any("规那么" in s.get("restored", "") for s in found)


CASES = {
    "bold inside a sentence": ("坚持**节水优先**，推进水网建设。（省水利厅、省财政厅负责）", ".md"),
    "a link inside a sentence": ("落实[《水法》](https://example.org/law)，推进建设。（省水利厅、省财政厅负责）", ".md"),
    "tags inside a name": ("推进建设。（省<b>水利</b>厅、省<span>财政厅</span>负责）", ".md"),
    "entities": ("<p>（一）建设水库。目标&ge;95&#37;。（省水利厅、&nbsp;省财政厅负责）</p>", ".html"),
    "a comment inside": ("<p>（一）建设水库。（省水利厅<!-- x -->、省财政厅负责）</p>", ".html"),
    "a quoted bracket": ("<p>（一）建设水库。<i title='a>b'>推进</i>。（省水利厅、省财政厅负责）</p>", ".html"),
    "a script inside": ("<p>（一）建设水库。<script>if (a<b) x()</script>推进。（省水利厅、省财政厅负责）</p>", ".html"),
    "a number at a line's start": ("（一）建设水库。\n1、新建水库\n2、改造灌区\n3、其他。（省水利厅、省财政厅负责）", ".txt"),
    "old line ends": ("（一）建设水库。\r\n推进建设。\r\n（省水利厅、省财政厅负责）", ".txt"),
    "less and more": ("（一）建设水库。库容<5亿立方米且>1亿立方米。（省水利厅、省财政厅负责）", ".txt"),
}


@pytest.mark.parametrize(("text", "suffix"), CASES.values(), ids=CASES)
def test_small_documents(text: str, suffix: str) -> None:
    head = "某省水网建设实施方案\n\n某政发〔2024〕5号\n\n一、重点任务\n\n（一）坚持节水。推进节水。\n\n"
    if suffix == ".html":
        head = "".join(f"<p>{line}</p>" for line in head.split())
    origin = source(head + text + "\n", suffix)
    done = stages(origin)
    assert check(emit(done.text, done.identity, done.outline, done.facts), origin, False) > 5


@given(
    st.text(alphabet="一（）。：、省水利厅负责<>/pb&;*#|1、2、\n\r \u3000", max_size=160), st.sampled_from([".txt", ".html"])
)
@settings(max_examples=100, deadline=None)
def test_any_text(text: str, suffix: str) -> None:
    origin = source(f"正文。{text}", suffix)
    done = stages(origin)
    for iri, span in spans(emit(done.text, done.identity, done.outline, done.facts)).items():
        assert 0 <= int(span["begin"]) < int(span["end"]) <= len(origin.text), iri


def test_the_fixture_folder_is_complete() -> None:
    assert len(STEMS) == 25
    assert all(isinstance(path_of(stem), Path) for stem in STEMS)
