"""The folder of an embedded store.

``CURRENT`` names the generation that readers open; ``generations/{n}/`` is an Oxigraph database, ``generations/{n}.lock`` the
file its readers lock; ``generations/{n}.partial/`` one under construction; ``writer.lock`` lets in one writer.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from zhengtu.messages import say
from zhengtu.store import locks
from zhengtu.store.errors import StoreError, StoreMissing

KEPT = 2  # the current generation and the one before


@dataclass(frozen=True, slots=True)
class Layout:
    """Paths and the atomic steps inside the store's folder."""

    root: Path

    @property
    def _pointer(self) -> Path:
        return self.root / "CURRENT"

    @property
    def writer_lock(self) -> Path:
        """The file a writer locks."""
        return self.root / "writer.lock"

    def generation(self, number: int) -> Path:
        """The database folder of a generation."""
        return self.root / "generations" / f"{number:06d}"

    def partial(self, number: int) -> Path:
        """The folder of a generation while it is written."""
        return self.generation(number).with_suffix(".partial")

    def lock(self, number: int) -> Path:
        """The file that readers of a generation lock."""
        return self.generation(number).with_suffix(".lock")

    def current(self) -> int:
        """The generation in force.  Raises ``StoreMissing``, or ``StoreError`` for a folder that is no store."""
        try:
            return int(self._pointer.read_text("ascii"))
        except (FileNotFoundError, NotADirectoryError):
            raise StoreMissing(say("store.missing", where=self.root)) from None
        except ValueError:
            raise StoreError(say("store.damaged", where=self._pointer)) from None
        except OSError as error:
            raise StoreError(say("store.unreadable", where=self.root, why=error.strerror)) from error

    def mark(self) -> tuple[int, int]:
        """What changes when another generation comes into force, cheap to ask for.  Raises ``StoreMissing``, ``StoreError``."""
        try:
            found = os.stat(f"{self.root}/CURRENT")  # noqa: PTH116 (asked at every request of a server)
        except (FileNotFoundError, NotADirectoryError):
            raise StoreMissing(say("store.missing", where=self.root)) from None
        except OSError as error:
            raise StoreError(say("store.unreadable", where=self.root, why=error.strerror)) from error
        return found.st_ino, found.st_mtime_ns

    def create(self) -> None:
        """Make the folder.  Raises ``OSError``; ``StoreError`` for a folder that holds something else."""
        if self.root.is_dir() and not (self.root / "generations").exists():
            foreign = [p.name for p in self.root.iterdir() if not p.name.startswith(".") and p.name != "writer.lock"]
            if foreign:
                raise StoreError(say("store.foreign", where=self.root))
        (self.root / "generations").mkdir(parents=True, exist_ok=True)

    def numbers(self) -> list[int]:
        """The finished generations, oldest first."""
        return sorted(int(p.name) for p in (self.root / "generations").iterdir() if p.name.isdigit() and p.is_dir())

    def commit(self, number: int) -> None:
        """Turn the partial generation into the one in force, in one atomic step."""
        self.lock(number).touch()
        self.partial(number).rename(self.generation(number))
        pointer = self.root / "CURRENT.new"
        with pointer.open("w", encoding="ascii") as file:
            file.write(f"{number}\n")
            file.flush()
            os.fsync(file.fileno())
        pointer.replace(self._pointer)

    def prune(self, current: int) -> None:
        """Remove what crashed builds left, and old generations that nobody reads (call with the writer's lock held)."""
        for left in (self.root / "generations").glob("*.partial"):
            shutil.rmtree(left, ignore_errors=True)
        finished = self.numbers()
        kept = set([n for n in finished if n <= current][-KEPT:])
        for number in finished:
            if number in kept:
                continue
            lock = locks.exclusive(self.lock(number))
            if lock is not None:
                shutil.rmtree(self.generation(number), ignore_errors=True)
                self.lock(number).unlink(missing_ok=True)
                lock.release()
