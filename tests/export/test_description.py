"""The description of a dataset: its counts are those a reader counts, its shape is DCAT-AP's, its terms exist."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, VOID, Literal, Namespace, URIRef

from tests.export.test_roundtrip import BASE, MODEL, awkward
from tests.export.test_tables import tables_of
from zhengtu.build import build
from zhengtu.cli.main import main
from zhengtu.export import ExportError, description, unsaid
from zhengtu.ontology import borrowed
from zhengtu.store import memory_store, open_store

SHAPES = Path(__file__).with_name("dcat-ap.ttl")
DATASET = URIRef(BASE + "dataset")
ZT, SPDX, SCHEMA = Namespace(BASE + "ns#"), Namespace("http://spdx.org/rdf/terms#"), Namespace("https://schema.org/")
PLAN = "示范城市群发展实施方案\n一、总体要求\n（一）指导思想。坚持统筹协调。\n二、重点任务\n（二）完善交通。建设铁路。（发展改革委负责）\n"


def described(quads, *files: Path, **options) -> rdflib.Graph:
    store = memory_store()
    store.add(quads)
    return read(b"".join(description(store, files, **options)))


def read(text: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="turtle", publicID="https://e/download/dataset.ttl")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    (folder / "manifest.toml").write_text(
        'license = "https://creativecommons.org/publicdomain/zero/1.0/"\n[[document]]\nfile = "plan.txt"\nrights = "国家机关文件"\n',
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def built(corpus, tmp_path_factory) -> str:
    place = str(tmp_path_factory.mktemp("built") / "store")
    assert build([corpus], place).exit_code == 0
    return place


@pytest.fixture(scope="module")
def graph(built, corpus) -> rdflib.Graph:
    with open_store(built) as store:
        return read(b"".join(description(store, [corpus / "plan.txt"])))


def test_the_counts_are_those_of_the_graph():
    data = rdflib.Dataset()
    data.parse(MODEL, format="trig")
    union = rdflib.Graph()
    for s, p, o, _ in data.quads():
        union.add((s, p, o))
    found = described(parse(path=MODEL, format=RdfFormat.TRIG))
    number = {
        p: found.value(DATASET, VOID[p]).toPython()
        for p in ("triples", "classes", "properties", "distinctSubjects", "entities")
    }
    assert number["triples"] == len(union)
    assert number["distinctSubjects"] == number["entities"] == len(set(union.subjects()))
    assert number["classes"] == len(set(union.objects(None, RDF.type)))
    assert number["properties"] == len(set(union.predicates()))
    for name in {str(g.identifier) for g in data.graphs() if len(g)}:
        assert found.value(URIRef(name), VOID.triples).toPython() == len(data.graph(URIRef(name)))
        assert (DATASET, VOID.subset, URIRef(name)) in found
    tasks = found.value(None, VOID["class"], ZT.Task)
    assert (DATASET, VOID.classPartition, tasks) in found
    assert found.value(tasks, VOID.entities).toPython() == len(set(union.subjects(RDF.type, ZT.Task)))
    titles = found.value(None, VOID.property, DCTERMS.title)
    assert found.value(titles, VOID.triples).toPython() == len(list(union.triples((None, DCTERMS.title, None))))
    assert {str(v) for v in found.objects(DATASET, VOID.vocabulary)} >= {str(ZT), str(DCTERMS)}


def test_a_statement_of_two_graphs_counts_once_and_blank_nodes_are_no_entities():
    found = described(awkward())
    assert found.value(DATASET, VOID.distinctSubjects).toPython() == 5  # an agency, a term, three blank nodes
    assert found.value(DATASET, VOID.entities).toPython() == 2


def test_one_document_is_described_alone():
    found = described(parse(path=MODEL, format=RdfFormat.TRIG), document="news-c")
    assert [str(name) for name in found.objects(DATASET, VOID.subset)] == [BASE + "graph/doc/news-c"]


def test_provenance_licence_and_rights_are_told(graph, corpus):
    digest = hashlib.sha256((corpus / "plan.txt").read_bytes()).hexdigest()
    document, activity = URIRef(BASE + "doc/plan"), graph.value(DATASET, rdflib.PROV.wasGeneratedBy)
    assert (activity, rdflib.PROV.used, document) in graph
    assert graph.value(document, SCHEMA.sha256) == Literal(digest)
    assert graph.value(document, DCTERMS.rights) == Literal("国家机关文件", lang="zh")
    assert graph.value(activity, SCHEMA.softwareVersion)
    assert graph.value(DATASET, DCTERMS.license) == URIRef("https://creativecommons.org/publicdomain/zero/1.0/")
    assert {label.language for label in graph.objects(graph.value(DATASET, DCTERMS.rights), RDFS.label)} == {"zh", "en"}
    used = {
        str(graph.value(node, SCHEMA.name)): graph.value(node, SCHEMA.value)
        for node in graph.objects(activity, rdflib.PROV.used)
    }
    assert used["reasoning"].toPython() is True
    assert str(used["base-iri"]) == BASE


def test_a_file_lies_beside_its_description(graph, corpus):
    node = graph.value(DATASET, DCAT.distribution)
    content = (corpus / "plan.txt").read_bytes()
    assert graph.value(node, DCAT.downloadURL) == URIRef("https://e/download/plan.txt")
    assert graph.value(node, DCAT.byteSize).toPython() == len(content)
    assert graph.value(graph.value(node, SPDX.checksum), SPDX.checksumValue).toPython() == hashlib.sha256(content).digest()
    assert graph.value(node, DCTERMS.license) == graph.value(DATASET, DCTERMS.license)


@pytest.mark.parametrize(
    ("name", "media", "packed"),
    [
        ("政图.ttl.gz", "text/turtle", "application/gzip"),
        ("z.nq.zst", "application/n-quads", "application/zstd"),
        ("z.jsonld", "application/ld+json", None),
        ("z.rdf", "application/rdf+xml", None),
        ("notes", None, None),
    ],
)
def test_what_a_file_is_is_told_by_its_name(tmp_path, name, media, packed):
    (tmp_path / name).write_bytes(b"x")
    found = described(awkward(), tmp_path / name)
    node = found.value(DATASET, DCAT.distribution)
    types = [found.value(node, p) for p in (DCAT.mediaType, DCAT.compressFormat)]
    assert [kind and str(kind).split("/media-types/")[1] for kind in types] == [media, packed]
    assert found.value(node, DCTERMS.title) == Literal(name)
    assert all((kind, RDF.type, DCTERMS.MediaType) in found for kind in types if kind)


def test_the_tables_bring_their_description(tmp_path):
    folder = tables_of(parse(path=MODEL, format=RdfFormat.TRIG), tmp_path / "tables")
    found = read((folder / "dataset.ttl").read_bytes())
    files = {str(url).rsplit("/", 1)[-1] for url in found.objects(None, DCAT.downloadURL)}
    assert files == {path.name for path in folder.iterdir()} - {"dataset.ttl"}


def conforms(graph: rdflib.Graph) -> bool:
    conforms, _, text = pyshacl.validate(graph, shacl_graph=str(SHAPES), inference="none")
    if not conforms:
        print(text)
    return conforms


def test_it_is_as_dcat_ap_wants_it(graph):
    assert conforms(graph)
    assert all(any(graph.triples((None, RDF.type, kind))) for kind in (DCAT.Dataset, DCAT.Distribution, SPDX.Checksum))


@pytest.mark.parametrize(
    "spoilt",
    [
        (DATASET, DCTERMS.title),
        (DATASET, VOID.triples),
        (None, DCAT.accessURL),
        (None, SPDX.checksumValue),
        (None, VOID.entities),
        (None, SCHEMA.sha256),
        (URIRef(BASE + "dataset/rights"), RDF.type),
        (URIRef("http://publications.europa.eu/resource/authority/language/ZHO"), RDF.type),
        (URIRef("https://creativecommons.org/publicdomain/zero/1.0/"), RDF.type),
    ],
)
def test_the_shapes_notice_what_is_missing(graph, spoilt):
    copy = rdflib.Graph()
    copy += graph
    copy.remove((*spoilt, None))
    assert not conforms(copy)


def test_its_terms_exist_where_they_are_borrowed(graph):
    used = {str(p) for p in graph.predicates()} | {str(o) for o in graph.objects(None, RDF.type)}
    assert borrowed.missing(used) == []
    assert borrowed.strangers(used) == []


def test_the_same_corpus_gives_the_same_description(corpus, built, tmp_path):
    build([corpus], str(tmp_path / "again"))
    texts = []
    for place in (built, str(tmp_path / "again")):
        with open_store(place) as store:
            texts.append(b"".join(description(store)))
    assert texts[0] == texts[1]


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ExportError, match="none"):
        described(awkward(), tmp_path / "none.nq")


@pytest.mark.parametrize("licence", ['"CC BY"', '["x"]', '"https://a b"'])
def test_a_licence_that_is_no_iri_is_told(tmp_path, licence):
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "manifest.toml").write_text(f"license = {licence}\n", "utf-8")
    report = build([tmp_path], str(tmp_path / "store"))
    assert ["license" in problem.reason for problem in report.problems] == [True]


def test_publisher_and_contact_are_told_as_the_manifest_says(corpus, tmp_path):
    """DCAT-AP 3.0: dcterms:publisher is a foaf:Agent, dcat:contactPoint a vcard:Kind."""
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    told = """publisher = { name = "某省政务数据局", url = "https://data.example.gov.cn/" }
contact = { name = "开放数据组", url = "mailto:open@example.gov.cn" }
"""
    (tmp_path / "manifest.toml").write_text(told, "utf-8")
    assert build([tmp_path], str(tmp_path / "store")).exit_code == 0
    with open_store(str(tmp_path / "store")) as store:
        assert unsaid(store) == ["license"]
        found = read(b"".join(description(store)))
    assert conforms(found)
    publisher, contact = found.value(DATASET, DCTERMS.publisher), found.value(DATASET, DCAT.contactPoint)
    vcard = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
    assert (publisher, RDF.type, FOAF.Agent) in found
    assert str(found.value(publisher, FOAF.name)) == "某省政务数据局"
    assert found.value(publisher, FOAF.homepage) == URIRef("https://data.example.gov.cn/")
    assert (contact, RDF.type, vcard.Kind) in found
    assert str(found.value(contact, vcard.fn)) == "开放数据组"
    assert found.value(contact, vcard.hasEmail) == URIRef("mailto:open@example.gov.cn")
    used = {str(p) for p in found.predicates()} | {str(o) for o in found.objects(None, RDF.type)}
    assert borrowed.missing(used) == []


def test_an_address_alone_is_its_own_name(tmp_path):
    """DCAT-AP 3.0: foaf:name of an agent is mandatory."""
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "manifest.toml").write_text('publisher = { url = "https://data.example.gov.cn/" }\n', "utf-8")
    build([tmp_path], str(tmp_path / "store"))
    with open_store(str(tmp_path / "store")) as store:
        found = read(b"".join(description(store)))
    assert conforms(found)
    assert str(found.value(found.value(DATASET, DCTERMS.publisher), FOAF.name)) == "https://data.example.gov.cn/"


def test_what_no_manifest_says_is_not_made_up_but_told(built, capsys, tmp_path):
    with open_store(built) as store:
        assert unsaid(store) == ["publisher", "contact"]
        found = read(b"".join(description(store)))
    assert found.value(DATASET, DCTERMS.publisher) is None
    assert main(["export", "--format", "dcat", "--output", str(tmp_path / "d.ttl"), "--store", built]) == 0
    assert "publisher contact" in capsys.readouterr().err


@pytest.mark.parametrize(
    "told",
    [
        'publisher = "me"',
        "publisher = {}",
        'contact = { name = " " }',
        'contact = { url = "javascript:x" }',
        'contact = { a = "b" }',
    ],
)
def test_a_publisher_or_contact_that_is_none_is_told(tmp_path, told):
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "manifest.toml").write_text(f"{told}\n", "utf-8")
    report = build([tmp_path], str(tmp_path / "store"))
    assert [told.split()[0] in problem.reason for problem in report.problems] == [True]
