"""Draws the classes and edges of ``diagram.toml`` with Graphviz, labelled from the ontology."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

from rdflib import RDFS, SKOS, Graph, Namespace

ZT = Namespace("https://w3id.org/zhengtu/ns#")
FONT = "Noto Sans CJK SC, Noto Sans, Microsoft YaHei, PingFang SC, sans-serif"
IS_A = {"zh": "是一种", "en": "is a"}
LEGEND = {
    "zh": "全部内容均以 evidence 指向原文片段，此处只画一条。",
    "en": "Everything has its evidence in a text span; one such edge is drawn.",
}


def plan() -> dict[str, Any]:
    """The classes and edges to draw."""
    return tomllib.loads(Path(__file__).with_name("diagram.toml").read_text("utf-8"))


def label(graph: Graph, name: str, language: str) -> str:
    """The label of one of our terms in one language."""
    return next(str(text) for text in graph.objects(ZT[name], RDFS.label) if getattr(text, "language", "") == language)


def tip(graph: Graph, name: str, language: str) -> str:
    """Its definition, shown when the mouse rests on it."""
    return next(str(text) for text in graph.objects(ZT[name], SKOS.definition) if getattr(text, "language", "") == language)


def dot(graph: Graph, language: str) -> str:
    """The drawing in Graphviz's language."""
    drawing = plan()
    lines = [
        "digraph zhengtu {",
        f"  graph [rankdir=LR, nodesep=0.35, ranksep=0.75, bgcolor=transparent, labelloc=b, fontsize=12, fontname={_q(FONT)},"
        f" label={_q(LEGEND[language])}];",
        f'  node [shape=box, style="rounded,filled", fontsize=14, margin="0.22,0.12", color="#555555", fontname={_q(FONT)}];',
        f'  edge [fontsize=11, color="#777777", fontcolor="#333333", arrowsize=0.7, fontname={_q(FONT)}];',
    ]
    for number, group in enumerate(drawing["group"]):
        lines += [f"  subgraph cluster_{number} {{", f"    label={_q(group['name'][language])}; labelloc=t; fontsize=13;"]
        lines += ['    style="rounded,dashed"; color="#bbbbbb"; fontcolor="#666666";']
        for name in group["classes"]:
            about = f"label={_q(label(graph, name, language))}, tooltip={_q(tip(graph, name, language))}"
            lines.append(f'    {name} [{about}, fillcolor="{group["colour"]}", href="#{name}"];')
        lines.append("  }")
    for start, name, end in drawing["edges"]["zt"]:
        about = f"label={_q(label(graph, name, language))}, tooltip={_q(tip(graph, name, language))}"
        lines.append(f'  {start} -> {end} [{about}, labelhref="#{name}"];')
    for start, end in drawing["edges"]["isa"]:
        lines.append(f"  {start} -> {end} [label={_q(IS_A[language])}, arrowhead=empty, style=dashed];")
    for edge in drawing["edges"]["other"]:
        lines.append(f"  {edge['from']} -> {edge['to']} [label={_q(edge['label'][language])}];")
    return "\n".join([*lines, "}"])


def _q(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def svg(graph: Graph, language: str) -> str:
    """The drawing as one ``<svg>`` element.  Raises ``SystemExit`` where Graphviz is not installed."""
    program = shutil.which("dot")
    if program is None:
        raise SystemExit("the diagram needs Graphviz (program dot): apt-get install graphviz")
    text = subprocess.run(
        [program, "-Tsvg"], input=dot(graph, language), capture_output=True, text=True, encoding="utf-8", check=True, timeout=60
    )
    return re.sub(r"(?s)^.*?(?=<svg)", "", text.stdout)
