"""Put corpus, ontology, shapes and queries into the wheel, under ``zhengtu/_data`` (see ``zhengtu.paths``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("corpus", "ontology", "queries", "shapes")
ASIDE = {"build", "__pycache__"}  # ontology/build generates the registries; it is no part of them


class RoomsHook(BuildHookInterface):  # type: ignore[type-arg]
    """A checkout (editable installation) finds the rooms where they are; a wheel carries them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files; ``version`` is ``editable`` or ``standard``."""
        if version == "editable":
            return
        root = Path(self.root)
        if not any((root / "zhengtu/site/static/vendor").glob("*.js")):
            self.app.display_warning(
                "the front-end libraries of the site are not built (make assets): its pages are plain HTML"
            )
        for room in ROOMS:
            for path in sorted((root / room).rglob("*")):
                relative = path.relative_to(root)
                if path.is_file() and not ASIDE & set(relative.parts) and not path.name.startswith("."):
                    build_data["force_include"][str(path)] = f"zhengtu/_data/{relative.as_posix()}"
