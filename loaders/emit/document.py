"""Statements about the document and its works."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import NamedNode

from loaders.emit.terms import FORMAT, IDENTIFIER, SOURCE_URL, TITLE, concept, zt
from loaders.emit.writer import Writer
from loaders.iris import doc_iri, work_iri
from loaders.model import CleanText, Identity, Span, WorkIdentity


def work_iris(identity: Identity, stem: str) -> list[str]:
    """The IRI of each work of ``identity``; a notice that prints a work under one number stands below that work's IRI.

    A work without title or number is called after its file's ``stem``; of agreements of one title that a report tells of, the
    second and later are numbered.
    """
    iris = [work_iri(w.title or stem, w.number) for w in identity.works]
    for work in identity.works:
        if work.issued_with is not None:
            main = iris[identity.works.index(work)]
            if iris[work.issued_with] == main:
                iris[work.issued_with] = f"{main}/notice"
    told = Counter[str]()
    for i, work in enumerate(identity.works):
        if work.kind == "Agreement" and not work.carried:
            told[iris[i]] += 1
            iris[i] += f"/{told[iris[i]]}" if told[iris[i]] > 1 else ""
    return iris


def home_iri(text: CleanText, identity: Identity, works: list[str]) -> str:
    """The IRI under which the document's parts stand: the work it carries, else the document."""
    return works[identity.main] if identity.main >= 0 else doc_iri(text.source.stem)


def write_document(writer: Writer, identity: Identity, works: list[str]) -> None:
    """The document node and its works."""
    text = writer.clean
    span = identity.title_span if identity.title_span.end > identity.title_span.begin else _first_line(text)
    document = writer.fact(doc_iri(text.source.stem), "Document", "identify", span)
    add = writer.add
    add(document, IDENTIFIER, text.source.stem)
    add(document, TITLE, identity.title)
    add(document, zt("fileName"), text.source.name)
    add(document, zt("headline"), identity.headline)
    add(document, zt("genre"), writer.node(concept("genre", identity.genre).value))
    add(document, zt("publisherName"), identity.publisher)
    add(document, zt("published"), identity.published)
    add(document, SOURCE_URL, identity.url)
    add(document, zt("sha256"), text.source.sha256)
    add(document, FORMAT, text.source.media_type)
    add(document, zt("encoding"), text.source.encoding)
    add(document, zt("characters"), len(text.source.text))
    for i, (work, iri) in enumerate(zip(identity.works, works, strict=True)):
        node = _write_work(writer, work, iri, works)
        add(document, zt("carries" if work.carried else "reports"), node)
        if i == identity.main:
            add(document, zt("mainWork"), node)


def _first_line(text: CleanText) -> Span:
    return Span(text.blocks[0].begin, text.blocks[0].end) if text.blocks else Span(0, 0)


def _write_work(writer: Writer, work: WorkIdentity, iri: str, works: list[str]) -> NamedNode:
    spans = [work.span, *(s for s in (work.number_span, work.issued_span) if s)]
    node = writer.fact(iri, work.kind, "identify", *spans)
    add = writer.add
    add(node, TITLE, work.title)
    add(node, zt("documentNumber"), work.number)
    add(node, zt("issued"), work.issued)
    for mention in work.issuers:
        add(node, zt("issuer"), writer.agent(mention, "identify"))
    add(node, zt("issuerText"), ";".join(m.text for m in work.issuers))
    add(node, zt("addresseeText"), ";".join(m.text for m in work.addressees))
    for mention in work.addressees:
        add(node, zt("addressee"), writer.agent(mention, "identify"))
    if work.approval:
        number, span = work.approval
        add(node, zt("approvedBy"), write_stub(writer, "", number, span, "Approval"))
    if work.implements:
        at = writer.clean.text.find(work.implements)
        span = Span(at, at + len(work.implements)) if at >= 0 else work.span
        add(node, zt("implements"), write_stub(writer, work.implements, "", span, "Work"))
    if work.issued_with is not None:
        add(node, zt("issuedWith"), writer.node(works[work.issued_with]))
    return node


def write_stub(writer: Writer, title: str, number: str, span: Span, kind: str) -> NamedNode:
    """A work that is only named here."""
    node = writer.fact(work_iri(title, number), kind, "citations", span)
    writer.add(node, TITLE, title)
    writer.add(node, zt("documentNumber"), number)
    return node
