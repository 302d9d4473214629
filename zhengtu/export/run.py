"""Pick the part of the dataset, put it in canonical order and write it in the format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from zhengtu import graphs
from zhengtu.export import csvw
from zhengtu.export.context import Context
from zhengtu.export.description import Distribution, describe
from zhengtu.export.errors import ExportError
from zhengtu.export.formats import FORMATS, Format
from zhengtu.export.prefixes import prefixes
from zhengtu.export.statements import arranged
from zhengtu.files import FileError, new_folder
from zhengtu.messages import say
from zhengtu.store import QueryStore

DESCRIPTION = "dataset.ttl"
"""The description of the dataset beside the tables."""


def export(store: QueryStore, form: str, *, document: str | None = None) -> Iterator[bytes]:
    """The dataset, or the one document's graph, in one of ``FORMATS``, piece by piece.

    Turtle and RDF/XML know no graphs and give their union.  Raises ``ExportError`` for a document or format that is not there,
    and, on the way, for what the format cannot hold or where temporary files cannot be written; ``StoreError``.
    """
    if form not in FORMATS:
        raise ExportError(say("export.format", form=form, known=" ".join(FORMATS)))
    names = store.graphs()
    return _export(_picked(store, names, document), FORMATS[form], graphs.base_of(names))


def export_tables(store: QueryStore, folder: Path, *, document: str | None = None) -> None:
    """Write the dataset, or the one document, as CSV on the Web into the folder: a new one, or in an earlier export's place.

    Raises ``ExportError`` for a document that is not there and for a folder that holds something else, ``FileError`` for one
    that cannot be written, ``StoreError``.
    """
    names = store.graphs()
    quads = _picked(store, names, document)
    base = graphs.base_of(names)
    if not _may_go(folder):
        raise ExportError(say("export.occupied", path=folder))
    with new_folder(folder) as partial:
        csvw.write(partial, quads, store, Context.load(prefixes(base)), DESCRIPTION)
        files = [Distribution.of(path, path.name) for path in sorted(partial.iterdir())]
        (partial / DESCRIPTION).write_bytes(describe(store, _picked(store, names, document), files))


def description(store: QueryStore, files: Iterable[Path] = (), *, document: str | None = None) -> Iterator[bytes]:
    """Turtle that describes the dataset, or the one document, and the files it comes in, which are published beside it.

    Raises ``ExportError`` for a document that is not there or a file that cannot be read, ``StoreError``.
    """
    found = []
    for path in sorted(files):
        try:
            found.append(Distribution.of(path, path.name))
        except OSError as error:
            raise ExportError(say("input.unreadable", why=f"{path}: {error.strerror}")) from error
    yield describe(store, _picked(store, store.graphs(), document), found)


def _export(quads: Iterator[Quad], form: Format, base: str) -> Iterator[bytes]:
    with arranged(form.keep(quads), form.order) as found:
        yield from form.write(found, base)


def _may_go(folder: Path) -> bool:
    """Whether nothing is lost when the folder is replaced.  Raises ``FileError``."""
    try:
        return not folder.exists() or (folder.is_dir() and (not any(folder.iterdir()) or csvw.is_ours(folder, DESCRIPTION)))
    except OSError as error:
        raise FileError(say("file.unwritable", path=folder, why=error.strerror)) from error


def _picked(store: QueryStore, names: list[str], stem: str | None) -> Iterator[Quad]:
    if stem is None:
        return store.quads()
    for name in names:
        if graphs.stem_of(name) == stem:
            return (Quad(t.subject, t.predicate, t.object, NamedNode(name)) for t in store.graph(name))
    raise ExportError(say("build.no_document", stem=stem))
