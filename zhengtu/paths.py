"""Where the rooms that are not Python stand: in the checkout, or inside the installed package."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Literal

Room = Literal["ontology", "shapes", "queries", "corpus"]


@cache
def resource_dir(name: Room) -> Path:
    """The folder ``ontology``, ``shapes``, ``queries`` or ``corpus``.

    An installed wheel carries them in ``zhengtu/_data``; a checkout has them beside ``zhengtu/``.  Raises
    ``FileNotFoundError`` when neither is there, i.e. for a broken installation.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"zhengtu: {name}/")


def store_place(option: str | None = None) -> str:
    """The store to use: the option, else ``$ZHENGTU_STORE``, else a folder in the user's data directory."""
    chosen = option or os.environ.get("ZHENGTU_STORE")
    if chosen:
        return chosen
    from platformdirs import user_data_path

    return str(user_data_path("zhengtu") / "store")
