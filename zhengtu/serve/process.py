"""A reader process as the HTTP process sees it."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from pathlib import Path

from zhengtu.messages import say
from zhengtu.serve.answer import Failure
from zhengtu.serve.frames import Frame, Head, pack, receive
from zhengtu.serve.options import Options

_PATIENCE = 0.5  # seconds after which it is looked whether the client is still there
_LIMIT = 1 << 20  # bytes buffered of a reader's answer
Gone = Callable[[], Awaitable[None]]
"""Waits until the client has gone."""


class Reader:
    """One process.  ``stopped`` says why it was ended, empty where it was not or ended by itself."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.stopped = ""

    @classmethod
    async def start(cls, options: Options, folder: Path) -> Reader:
        """A process with the store open.  Raises ``Failure`` where it cannot be opened."""
        bounds = (str(options.answer_bytes), str(options.memory_bytes))
        command = (sys.executable, "-P", "-m", "zhengtu.serve.reader", options.place, str(folder), *bounds)
        paths = os.pathsep.join(filter(None, sys.path))
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, limit=_LIMIT, env=os.environ | {"PYTHONPATH": paths}
        )
        reader = cls(process)
        try:
            hello, _ = await reader._receive()
        except asyncio.IncompleteReadError:
            raise Failure(503, say("serve.reader", why=f"{await process.wait()}")) from None
        if "error" in hello:
            raise Failure(503, hello["error"])
        return reader

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return not self.stopped and self._process.returncode is None

    async def ask(self, head: Head, body: bytes) -> Frame:
        """Its answer.  Raises ``asyncio.IncompleteReadError`` or ``OSError`` where it ends before it has answered."""
        if self._process.stdin is None:
            raise BrokenPipeError
        self._process.stdin.write(pack(head, body))
        return await self._receive()

    def stop(self, why: str) -> None:
        """End it at once."""
        self.stopped = self.stopped or why
        if self._process.returncode is None:
            self._process.kill()

    async def ended(self) -> int:
        """Wait until it has gone; its number among processes."""
        await self._process.wait()
        return self._process.pid

    async def _receive(self) -> Frame:
        if self._process.stdout is None:
            raise BrokenPipeError
        return await receive(self._process.stdout)


class Watch:
    """Ends a reader when its time is up, or when whoever asked has gone."""

    def __init__(self, reader: Reader, seconds: float, gone: Gone) -> None:
        self._reader = reader
        self._gone = gone
        self._loop = asyncio.get_running_loop()
        self._task: asyncio.Task[None] | None = None
        self._late = self._loop.call_later(seconds, reader.stop, "slow")
        self._look = self._loop.call_later(_PATIENCE, self._begin)

    def end(self) -> None:
        """The answer is there."""
        self._late.cancel()
        self._look.cancel()
        if self._task is not None:
            self._task.cancel()

    def _begin(self) -> None:
        self._task = self._loop.create_task(self._wait())

    async def _wait(self) -> None:
        await self._gone()
        self._reader.stop("gone")
