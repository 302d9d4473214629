"""The link stage over a document: every unit mention gets its IRI, class and label."""

from __future__ import annotations

from dataclasses import replace

from loaders.iris import doc_iri, slug
from loaders.link.agencies import AgencyResolver
from loaders.model import AgentMention, AgreementFact, Clause, Facts, Identity, Responsibility, WorkIdentity


class MentionLinker:
    """Links the mentions of the document ``stem``; what is no agency is minted as ``{doc}/agent/{slug}``."""

    def __init__(self, resolver: AgencyResolver, stem: str) -> None:
        self._resolver = resolver
        self._doc = doc_iri(stem)
        self._done: dict[str, AgentMention] = {}

    def mention(self, mention: AgentMention) -> AgentMention:
        """``mention`` with IRI, class, label and what the registry knows of it."""
        known = self._done.get(mention.text)
        if known is None:
            known = self._done[mention.text] = self._resolved(mention)
        return replace(known, text=mention.text, span=mention.span, printed=mention.printed)

    def _resolved(self, mention: AgentMention) -> AgentMention:
        iri, kind, label, registered = self._resolver.resolve(mention.text)
        if kind == "AgentDescription":
            group = self._resolver.group(mention.text)
            iri = f"{self._doc}/agent/{slug(mention.text)}"
            return replace(mention, iri=iri, kind=kind, label=label, jurisdiction=group.scope, members=tuple(group.members))
        agency = self._resolver.describe(iri) if registered else None
        if agency is None:
            return replace(mention, iri=iri, kind=kind, label=label)
        return replace(
            mention, iri=iri, kind=kind, label=label, registered=True, stored=agency.stored,
            jurisdiction=agency.jurisdiction, counterparts=tuple(agency.counterparts),
        )  # fmt: skip


def link_identity(identity: Identity, linker: MentionLinker) -> Identity:
    """``identity`` with its issuers and addressees linked."""
    return replace(identity, works=tuple(_work(w, linker) for w in identity.works))


def _work(work: WorkIdentity, linker: MentionLinker) -> WorkIdentity:
    return replace(
        work,
        issuers=tuple(linker.mention(m) for m in work.issuers),
        addressees=tuple(linker.mention(m) for m in work.addressees),
    )


def link_facts(facts: Facts, linker: MentionLinker) -> Facts:
    """``facts`` with the units of clauses and the parties of agreements linked."""
    return replace(
        facts,
        clauses=tuple(_clause(c, linker) for c in facts.clauses),
        agreements=tuple(_agreement(a, linker) for a in facts.agreements),
    )


def _clause(clause: Clause, linker: MentionLinker) -> Clause:
    return replace(clause, shares=tuple(_share(s, linker) for s in clause.shares))


def _share(share: Responsibility, linker: MentionLinker) -> Responsibility:
    return Responsibility(linker.mention(share.unit), share.role, share.position, share.basis)


def _agreement(fact: AgreementFact, linker: MentionLinker) -> AgreementFact:
    return replace(fact, parties=tuple(_party(linker.mention(m)) for m in fact.parties))


def _party(mention: AgentMention) -> AgentMention:
    """A party named by its place alone (武汉市) is that place; one named as an organ, the organ."""
    if mention.kind == "LocalGovernment" and mention.registered and not mention.text.endswith("政府"):
        return replace(mention, iri=mention.jurisdiction, kind="Place", stored=True)
    return mention
