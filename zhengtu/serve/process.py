"""The nursery and a reader process as the HTTP process sees them."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from zhengtu.messages import say
from zhengtu.serve.answer import Failure
from zhengtu.serve.frames import Frame, Head, pack, receive
from zhengtu.serve.nursery import COMMAND, END, START
from zhengtu.serve.options import Options

_PATIENCE = 0.5  # seconds after which it is looked whether the client is still there
_LIMIT = 1 << 20  # bytes buffered of a reader's answer
Gone = Callable[[], Awaitable[object]]
"""Waits until the client has gone."""


class Nursery:
    """The process that readers are forked from; another one where it has ended."""

    def __init__(self, options: Options, folder: Path) -> None:
        bounds = (str(options.answer_bytes), str(options.memory_bytes))
        self._arguments = (options.place, str(folder), *bounds, *map(str, options.sources))
        self._process: Process | None = None
        self._control: socket.socket | None = None
        self._lock = asyncio.Lock()

    async def reader(self) -> socket.socket:
        """A connection to a new reader.  Raises ``OSError``."""
        async with self._lock:
            if self._process is None or self._process.returncode is not None:
                await self._start()
        ours, theirs = socket.socketpair()
        with theirs:
            if self._control is None:
                raise BrokenPipeError
            socket.send_fds(self._control, [COMMAND.pack(START, 0)], [theirs.fileno()])
        return ours

    def end(self, reader: int) -> None:
        """End a reader at once."""
        try:
            if self._control is not None:
                self._control.send(COMMAND.pack(END, reader))
        except OSError:  # the nursery itself was ended
            with suppress(ProcessLookupError):
                os.kill(reader, signal.SIGKILL)

    async def close(self) -> None:
        """Let it end."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            await self._process.wait()

    async def _start(self) -> None:
        if self._control is not None:
            self._control.close()
        self._control, theirs = socket.socketpair()
        with theirs:
            number = theirs.fileno()
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "zhengtu.serve.nursery", str(number), *self._arguments),
                stdin=DEVNULL,
                stdout=DEVNULL,
                pass_fds=(number,),
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )


class Reader:
    """One process.  ``stopped`` says why it was ended, empty where it was not or ended by itself."""

    def __init__(self, nursery: Nursery, stream: StreamReader, writer: StreamWriter) -> None:
        self._nursery = nursery
        self._stream = stream
        self._writer = writer
        self.process = 0
        self.stopped = ""

    @classmethod
    async def start(cls, nursery: Nursery) -> Reader:
        """A process with the store open.  Raises ``Failure`` where it cannot be opened."""
        try:
            connection = await nursery.reader()
            reader = cls(nursery, *await asyncio.open_connection(sock=connection, limit=_LIMIT))
        except OSError as error:
            raise Failure(503, say("serve.reader", why=error)) from None
        try:
            hello, _ = await receive(reader._stream)
        except (asyncio.IncompleteReadError, OSError) as error:
            reader._writer.close()
            raise Failure(503, say("serve.reader", why=error)) from None
        reader.process = hello["process"]
        if "error" in hello:
            await reader.ended()
            raise Failure(503, hello["error"])
        return reader

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return not self.stopped and not self._stream.at_eof()

    async def ask(self, head: Head, body: bytes) -> Frame:
        """Its answer.  Raises ``asyncio.IncompleteReadError`` or ``OSError`` where it ends before it has answered."""
        self._writer.write(pack(head, body))
        return await receive(self._stream)

    def stop(self, why: str) -> None:
        """End it at once."""
        if not self.stopped:
            self.stopped = why
            if self.process:  # 0 would mean a whole group of processes
                self._nursery.end(self.process)

    async def ended(self) -> None:
        """Wait until it has gone."""
        self.stop("ended")
        with suppress(OSError):
            await self._stream.read()
        self._writer.close()


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
