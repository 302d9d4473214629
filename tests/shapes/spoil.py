"""Ways to spoil the good graph (``bad.toml``)."""

import tomllib
from pathlib import Path

from zhengtu.graphs import BASE

BAD = tomllib.loads((Path(__file__).parent / "bad.toml").read_text("utf-8"))
PROLOGUE = f"""
BASE <{BASE}>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX geo: <http://www.opengis.net/ont/geosparql#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sssom: <https://w3id.org/sssom/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX zt: <{BASE}ns#>
"""


def updates(case):
    """The SPARQL updates of a case."""
    node = f"<{case.get('node')}>"
    for name in case.get("drop", []):
        yield PROLOGUE + f"DELETE WHERE {{ GRAPH ?g {{ {node} {name} ?o }} }}"
    if "set" in case:
        name, value = case["set"]
        old, new = f"GRAPH ?g {{ {node} {name} ?o }}", f"GRAPH ?g {{ {node} {name} {value} }}"
        yield PROLOGUE + f"DELETE {{ {old} }} INSERT {{ {new} }} WHERE {{ {old} }}"
    if "add" in case:
        name, value = case["add"]
        there = f"GRAPH ?g {{ {node} zt:evidence|skos:prefLabel ?o }}"
        yield PROLOGUE + f"INSERT {{ GRAPH ?g {{ {node} {name} {value} }} }} WHERE {{ {there} }}"
    if "update" in case:
        yield PROLOGUE + case["update"]
