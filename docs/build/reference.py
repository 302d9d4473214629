"""Generates the HTML reference of the ontology: one page in Chinese, one in English, each with the diagram.

``python docs/build/reference.py [FOLDER]``, by default ``build/reference``.  pyLODE makes the pages.  It mixes the languages
of a bilingual ontology (its issue 18), so that it is given the ontology in one language at a time; the headings it writes in
English only are translated by ``headings.toml``.
"""

from __future__ import annotations

import re
import sys
import tomllib
from html import escape
from pathlib import Path

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))
from diagram import label, svg, tip  # noqa: E402 (a script's neighbour)

ONTOLOGY = URIRef("https://w3id.org/zhengtu/ns")
SWITCH = {"zh": '<a href="en.html">English</a>', "en": '<a href="zh.html">中文</a>'}
OVERVIEW = {"zh": "一图看懂", "en": "At a glance"}
HEADS = {"zh": ("代码", "代码", "标签", "定义", "示例"), "en": ("Codes", "Code", "Label", "Definition", "Example")}
CODE = URIRef("https://w3id.org/zhengtu/ns#Code")
CHARACTERISTICS = {
    "FunctionalProperty": {"zh": "每个主体至多一个值。", "en": "At most one value for each subject."},
    "TransitiveProperty": {"zh": "可传递。", "en": "Transitive."},
    "SymmetricProperty": {"zh": "对称。", "en": "Symmetric."},
    "AsymmetricProperty": {"zh": "反向不成立。", "en": "Never holds both ways."},
    "IrreflexiveProperty": {"zh": "不及自身。", "en": "Never holds of a thing and itself."},
}
STYLE = """
  body, h1, h2, h3, h4 { font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Noto Sans", Arial, sans-serif; }
  #overview svg { max-width: 100%; height: auto; }
"""


def one_language(graph: Graph, language: str) -> Graph:
    """The graph without the texts of other languages."""
    chosen = Graph()
    for prefix, space in graph.namespaces():
        chosen.bind(prefix, space)
    for s, p, o in graph:
        if not isinstance(o, Literal) or o.language in (None, language):
            chosen.add((s, p, Literal(str(o)) if isinstance(o, Literal) and o.language else o))
    for s, example in graph.subject_objects(SKOS.example):
        chosen.add((s, SKOS.example, Literal(str(example))))
    return chosen


def say_characteristics(graph: Graph) -> None:
    """Say in words what kind a property is: pyLODE would list functional ones a second time, the others not at all."""
    for kind, note in CHARACTERISTICS.items():
        for prop in list(graph.subjects(RDF.type, OWL[kind])):
            graph.remove((prop, RDF.type, OWL[kind]))
            for language, text in note.items():
                graph.add((prop, SKOS.scopeNote, Literal(text, language)))


def codes(graph: Graph, language: str) -> str:
    """The individuals, which pyLODE leaves out: one table a closed list."""
    words = HEADS[language]
    parts = [f'<div class="section" id="codes"><h2>{words[0]}</h2>']
    for kind in sorted(graph.subjects(RDFS.subClassOf, CODE)):
        parts.append(f'<h3><a href="#{_name(kind)}">{label(graph, _name(kind), language)}</a></h3><table>')
        parts.append("<tr>" + "".join(f"<th>{word}</th>" for word in words[1:]) + "</tr>")
        for code in sorted(graph.subjects(RDF.type, kind)):
            texts = (_name(code), label(graph, _name(code), language), tip(graph, _name(code), language))
            cells = [*texts, str(graph.value(code, SKOS.example))]
            parts.append(f'<tr id="{texts[0]}">' + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
        parts.append("</table>")
    return "".join([*parts, "</div>"])


def _name(term: Node) -> str:
    return str(term).split("#")[1]


def ontology() -> Graph:
    """The vocabulary with its alignments, under the one header of the vocabulary."""
    graph = Graph().parse(ROOT / "ontology" / "zhengtu.ttl")
    graph.parse(ROOT / "ontology" / "alignments.ttl")
    for header in set(graph.subjects(RDF.type, OWL.Ontology)) - {ONTOLOGY}:
        graph.remove((header, None, None))
    foreign = [s for s in set(graph.subjects(RDF.type, None)) if not str(s).startswith(str(ONTOLOGY)) and isinstance(s, URIRef)]
    for term in foreign:  # named by our axioms, described by their own vocabularies
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
            graph.remove((term, RDF.type, kind))
    say_characteristics(graph)
    return graph


def translated(html: str) -> str:
    """The headings and property names that pyLODE writes in English, in Chinese."""
    words = tomllib.loads((HERE / "headings.toml").read_text("utf-8"))["zh"]
    for english, chinese in words.items():
        html = html.replace(f">{english}<", f">{chinese}<")
    return html


def page(graph: Graph, language: str) -> str:
    """The HTML page in one language."""
    from pylode.profiles.ontpub import OntPub

    maker = OntPub(ontology=one_language(graph, language), sort_subjects=True)
    maker.fids.update({str(term): str(term).split("#")[1] for term in graph.subjects(RDFS.isDefinedBy, ONTOLOGY)})
    html = maker.make_html()
    if not isinstance(html, str):
        raise TypeError("pyLODE gave no page")
    if language == "zh":
        html = translated(html)
    picture = f'<div class="section" id="overview"><h2>{OVERVIEW[language]}</h2>{svg(graph, language)}</div>'
    switch = f'<p id="language">{SWITCH[language]}</p>'
    html = html.replace("<html>", f'<html lang="{language}">', 1).replace("</head>", f"<style>{STYLE}</style></head>", 1)
    html = html.replace("</h1>", f"</h1>{switch}{picture}", 1)
    start = next(re.finditer(r'<div[^>]*id="namespaces"', html)).start()
    return html[:start] + codes(graph, language) + html[start:]


def main() -> None:
    """Write both pages."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "reference"
    target.mkdir(parents=True, exist_ok=True)
    graph = ontology()
    title = next(str(text) for text in graph.objects(ONTOLOGY, DCTERMS.title))
    for language in ("zh", "en"):
        (target / f"{language}.html").write_text(page(graph, language), encoding="utf-8")
    print(f"{title}: {target / 'zh.html'}, {target / 'en.html'}", file=sys.stderr)


if __name__ == "__main__":
    main()
