"""Where the ontology folder is, in a checkout and in an installed package."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from loaders.errors import LoadError

_MARK = "places.ttl"


@cache
def ontology_dir(package: str = "zhengtu") -> Path:
    """The folder that holds the ontology: ``_data/ontology`` beside the installed ``package``, else the checkout's.

    Looks for the package without importing it.  Raises ``LoadError`` where neither folder holds the registry.
    """
    spec = find_spec(package)
    roots = [Path(entry) for entry in (spec.submodule_search_locations or [])] if spec else []
    tried = [root / "_data" / "ontology" for root in roots] + [Path(__file__).resolve().parents[2] / "ontology"]
    for folder in tried:
        if (folder / _MARK).is_file():
            return folder
    raise LoadError(tried[-1], f"no ontology folder with {_MARK}, nor in the installed package")
