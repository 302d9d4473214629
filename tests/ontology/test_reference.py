"""The HTML reference: both pages are made, complete, readable offline, and the diagram says what the ontology says."""

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from rdflib import RDFS, Graph

from tests.ontology.vocabulary import ZT, own

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("pylode") is None or shutil.which("dot") is None, reason="needs the extra docs and Graphviz"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reference")
    subprocess.run([sys.executable, ROOT / "docs/build/reference.py", folder], check=True, capture_output=True, timeout=240)
    return {language: (folder / f"{language}.html").read_text("utf-8") for language in ("zh", "en")}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_term_has_its_entry_with_label_and_definition(pages, core, language):
    for term in own(core):
        assert f'id="{term.removeprefix(ZT)}"' in pages[language], term
        for label in core.objects(term, RDFS.label):
            assert (str(label) in pages[language]) or label.language != language


def test_a_page_is_in_one_language(pages):
    assert "一个单位在一项任务中所负的份额" in pages["zh"]
    assert "One unit's share of one task" in pages["en"]
    assert "One unit's share of one task" not in pages["zh"]
    assert "一个单位在一项任务中所负的份额" not in pages["en"]


def test_nothing_that_pylode_writes_stays_english_on_the_chinese_page(pages):
    printed = re.findall(r'class="hover_property"[^>]*>([^<]*)<|<h[234][^>]*>\s*(?:<a [^>]*>)?([^<]*)<', pages["zh"])
    words = {word.strip() for pair in printed for word in pair if word.strip()}
    assert {word for word in words if not re.search(r"[一-鿿]", word)} <= {"MD5", "IRI"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_asks_the_network_for_nothing(pages, language):
    page = re.sub(r'(?s)<script type="application/ld\+json".*?</script>', "", pages[language])
    assert not re.findall(r'<(?:script|img|iframe|link|object|image)\b[^>]*(?:src|href|data)="(?!data:|#)[^"]*"', page)
    assert not re.findall(r"@import|url\((?!data:|\"data:)", page)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_links_inside_the_page_lead_somewhere(pages, language):
    targets = set(re.findall(r'(?:href|xlink:href)="#([^"]*)"', pages[language]))
    assert targets - set(re.findall(r'\bid="([^"]*)"', pages[language])) == set()


@pytest.mark.parametrize(
    ("language", "words"), [("zh", {"责任", "任务", "机构", "单位"}), ("en", {"responsibility", "task", "agency", "unit"})]
)
def test_the_diagram_is_drawn_with_labels_as_text(pages, language, words):
    svg = re.search(r"(?s)<svg.*?</svg>", pages[language]).group()
    assert words <= set(re.findall(r"<text[^>]*>([^<]*)</text>", svg))


def under(graph: Graph, name: str, cls) -> bool:
    return cls in set(graph.transitive_objects(ZT[name], RDFS.subClassOf))


def test_each_edge_of_the_diagram_is_one_the_ontology_allows(core):
    """The end that is drawn lies under, or above, what the property takes."""
    drawing = tomllib.loads((ROOT / "docs/build/diagram.toml").read_text("utf-8"))
    drawn = {name for group in drawing["group"] for name in group["classes"]}
    assert {ZT[name] for name in drawn} <= set(own(core))
    for start, name, end in drawing["edges"]["zt"]:
        assert {start, end} <= drawn
        assert under(core, start, core.value(ZT[name], RDFS.domain)), (start, name)
        assert under(core, end, core.value(ZT[name], RDFS.range)), (name, end)
    for start, end in drawing["edges"]["isa"]:
        assert under(core, start, ZT[end])


def test_without_graphviz_one_line_says_so(tmp_path):
    program = "import sys; sys.path.insert(0, 'docs/build'); import diagram; import reference; diagram.svg(reference.ontology(), 'zh')"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.strip().splitlines() == ["the diagram needs Graphviz (program dot): apt-get install graphviz"]
