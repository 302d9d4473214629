"""Who gives the graph away, under which licence, whom to write to: what DCAT-AP 3.0 recommends, as far as manifests say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from zhengtu.build.manifest import Agent

_DCTERMS = "http://purl.org/dc/terms/"
_FOAF = "http://xmlns.com/foaf/0.1/"
_VCARD = "http://www.w3.org/2006/vcard/ns#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@dataclass(frozen=True, slots=True)
class Publication:
    """Licences (IRIs), publishers and contacts; each empty where no manifest says it."""

    licences: Iterable[str] = ()
    publishers: Iterable[Agent | None] = ()
    contacts: Iterable[Agent | None] = ()

    def triples(self, base: str) -> Iterator[Triple]:
        """What is said of the dataset of the base IRI; publishers and contacts are numbered in the order of their names."""
        dataset = NamedNode(f"{base}dataset")
        yield from (Triple(dataset, NamedNode(_DCTERMS + "license"), NamedNode(licence)) for licence in self.licences)
        for number, agent in enumerate(sorted(filter(None, self.publishers)), 1):
            node = NamedNode(f"{base}dataset/publisher/{number}")
            yield Triple(dataset, NamedNode(_DCTERMS + "publisher"), node)
            yield Triple(node, _TYPE, NamedNode(_FOAF + "Agent"))
            yield from _told(node, agent, _FOAF + "name", _FOAF + ("mbox" if _is_mail(agent) else "homepage"))
        for number, agent in enumerate(sorted(filter(None, self.contacts)), 1):
            node = NamedNode(f"{base}dataset/contact/{number}")
            yield Triple(dataset, NamedNode("http://www.w3.org/ns/dcat#contactPoint"), node)
            yield Triple(node, _TYPE, NamedNode(_VCARD + "Kind"))
            yield from _told(node, agent, _VCARD + "fn", _VCARD + ("hasEmail" if _is_mail(agent) else "hasURL"))


def _is_mail(agent: Agent) -> bool:
    return agent.url.startswith("mailto:")


def _told(node: NamedNode, agent: Agent, name: str, address: str) -> Iterator[Triple]:
    """What an agent is called, which DCAT-AP wants told in any case, and its address."""
    yield Triple(node, NamedNode(name), Literal(agent.name or agent.url))
    if agent.url:
        yield Triple(node, NamedNode(address), NamedNode(agent.url))
