"""A file that the dataset comes in, as a ``dcat:Distribution``: what it is, how large, and its SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from zhengtu.store import Term

_DCAT = "http://www.w3.org/ns/dcat#"
_DCTERMS = "http://purl.org/dc/terms/"
_SPDX = "http://spdx.org/rdf/terms#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_TYPES = {
    ".ttl": "text/turtle",
    ".trig": "application/trig",
    ".nq": "application/n-quads",
    ".nt": "application/n-triples",
    ".jsonld": "application/ld+json",
    ".rdf": "application/rdf+xml",
    ".xml": "application/xml",
    ".graphml": "application/xml",
    ".csv": "text/csv",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
}
_PACKED = {".gz": "application/gzip", ".zst": "application/zstd"}


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file under the name it has beside the description; types are IANA media types, empty where unknown."""

    name: str
    media_type: str
    compress_type: str
    size: int
    sha256: str

    @staticmethod
    def of(path: Path, name: str) -> Distribution:
        """The file at ``path``, published as ``name``.  Raises ``OSError``."""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        suffixes = [suffix.lower() for suffix in path.suffixes]
        packed = _PACKED.get(suffixes[-1], "") if suffixes else ""
        inner = suffixes[-2:-1] if packed else suffixes[-1:]
        return Distribution(name, _TYPES.get("".join(inner), ""), packed, path.stat().st_size, digest)

    def triples(self, base: str, folder: str, licences: Iterable[Term]) -> Iterator[Triple]:
        """What the description says; the file's address is below ``folder``."""
        name = quote(self.name)
        node, file = NamedNode(f"{base}dataset/distribution/{name}"), NamedNode(folder + name)
        checksum, algorithm = NamedNode(f"{node.value}/sha256"), NamedNode(_SPDX + "checksumAlgorithm_sha256")
        yield Triple(NamedNode(f"{base}dataset"), NamedNode(_DCAT + "distribution"), node)
        yield Triple(node, _TYPE, NamedNode(_DCAT + "Distribution"))
        yield Triple(node, NamedNode(_DCTERMS + "title"), Literal(self.name))
        yield Triple(node, NamedNode(_DCAT + "accessURL"), file)
        yield Triple(node, NamedNode(_DCAT + "downloadURL"), file)
        yield from (Triple(node, NamedNode(_DCTERMS + "license"), licence) for licence in licences)
        for name, media in (("mediaType", self.media_type), ("compressFormat", self.compress_type)):
            if media:
                yield Triple(node, NamedNode(_DCAT + name), NamedNode(_MEDIA + media))
                yield Triple(NamedNode(_MEDIA + media), _TYPE, NamedNode(_DCTERMS + "MediaType"))
        yield Triple(
            node, NamedNode(_DCAT + "byteSize"), Literal(str(self.size), datatype=NamedNode(_XSD + "nonNegativeInteger"))
        )
        yield Triple(node, NamedNode(_SPDX + "checksum"), checksum)
        yield Triple(checksum, _TYPE, NamedNode(_SPDX + "Checksum"))
        yield Triple(checksum, NamedNode(_SPDX + "algorithm"), algorithm)
        yield Triple(algorithm, _TYPE, NamedNode(_SPDX + "ChecksumAlgorithm"))
        yield Triple(checksum, NamedNode(_SPDX + "checksumValue"), Literal(self.sha256, datatype=NamedNode(_XSD + "hexBinary")))
