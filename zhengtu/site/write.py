"""Write the site as files, in one step: the folder is whole, or as it was."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from zhengtu.messages import say
from zhengtu.site.errors import SiteError
from zhengtu.site.site import Site

_MARK = ".zhengtu-site"
"""A file by which a later run knows a folder as a site that it may replace."""


def write(site: Site, folder: Path) -> int:
    """Write every page and file below ``folder``; how many they are.

    The folder may be new, empty, or a site written before, which is replaced.  Raises ``SiteError`` for any other, and where it
    cannot be written; ``StoreError``.
    """
    folder = folder.absolute()
    try:
        if folder.exists() and not _replaceable(folder):
            raise SiteError(say("site.foreign", where=folder))
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        try:
            count = _fill(site, fresh)
            _swap(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise SiteError(say("file.unwritable", path=folder, why=error.strerror)) from error
    return count


def _replaceable(folder: Path) -> bool:
    return folder.is_dir() and ((folder / _MARK).is_file() or not any(folder.iterdir()))


def _fill(site: Site, folder: Path) -> int:
    count = 0
    for path in site.paths():
        content = site.render(path)
        if content is None:
            continue
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        count += 1
    (folder / _MARK).touch()
    folder.chmod(0o755)
    return count


def _swap(fresh: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one."""
    if not folder.exists():
        fresh.rename(folder)
        return
    old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.")) / "old"
    folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
