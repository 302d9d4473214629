"""The reader processes: who is free, who waits, who has to go."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path

from zhengtu.messages import say
from zhengtu.serve.answer import Answer, Failure
from zhengtu.serve.frames import Head
from zhengtu.serve.options import Options
from zhengtu.serve.process import Gone, Nursery, Reader, Watch

_WAITING = 1000  # requests that may wait for a reader
_PAUSE = 1.0  # seconds before a reader that did not start is tried again


class Pool:
    """As many readers as the options say, each with one request at a time."""

    def __init__(self, options: Options, folder: Path, nursery: Nursery) -> None:
        """The readers come from the ``nursery``, which whoever opened it closes after them."""
        self._options = options
        self._folder = folder
        self._nursery = nursery
        self._free: asyncio.LifoQueue[Reader] = asyncio.LifoQueue()
        self._readers: set[Reader] = set()
        self._waiting = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    async def start(self) -> None:
        """Start the readers.  Raises ``Failure`` where the store cannot be opened."""
        self._add(await Reader.start(self._nursery))
        for _ in range(self._options.readers - 1):
            self._spawn(self._renew())

    def stop(self) -> None:
        """End all readers; what waits for one is told that the server is stopping."""
        self._closing = True
        for reader in self._readers:
            reader.stop("closing")

    async def close(self) -> None:
        """End all readers and wait until they have gone."""
        self.stop()
        await asyncio.gather(*self._tasks)  # a reader that is starting cannot be ended yet
        await asyncio.gather(*(reader.ended() for reader in self._readers))

    async def run(self, head: Head, body: bytes, gone: Gone) -> Answer:
        """The answer to one request; worked out no longer than the options say, and no longer once the client has ``gone``.

        Raises ``Failure``: what the reader found wrong; 503 for too many requests or too long a time, 500 for too much memory.
        """
        reader = await self._take()
        watch = Watch(reader, self._options.seconds, gone)
        try:
            told, content = await reader.ask(head, body)
        except asyncio.CancelledError:
            reader.stop("closing")
            raise
        except (asyncio.IncompleteReadError, OSError):
            raise self._why(reader) from None
        finally:
            watch.end()
            self._give_back(reader)
        if "error" in told:
            raise Failure(told["status"], told["error"], told["headers"])
        return Answer(told["status"], told["headers"], Path(told["file"]) if "file" in told else content)

    async def _take(self) -> Reader:
        """A free reader; waits for one as long as an answer may take.  Raises ``Failure`` (503)."""
        while True:
            try:
                reader = self._free.get_nowait() if not self._free.empty() else await self._wait()
            except TimeoutError:
                line = say("serve.closing") if self._closing else say("serve.busy")
                raise Failure(503, line, {"retry-after": "5"}) from None
            if reader.is_alive:
                return reader
            self._give_back(reader)

    async def _wait(self) -> Reader:
        if self._waiting >= _WAITING or self._closing:
            raise TimeoutError
        self._waiting += 1
        try:
            async with asyncio.timeout(self._options.seconds):
                return await self._free.get()
        finally:
            self._waiting -= 1

    def _why(self, reader: Reader) -> Failure:
        if reader.stopped == "slow":
            return Failure(503, say("serve.slow", seconds=f"{self._options.seconds:g}"))
        if reader.stopped:
            return Failure(503, say("serve.closing"))
        reader.stop("broken")
        return Failure(500, say("serve.memory"))

    def _give_back(self, reader: Reader) -> None:
        if reader.is_alive:
            self._free.put_nowait(reader)
        elif reader in self._readers:
            self._readers.discard(reader)
            self._spawn(self._replace(reader))

    async def _replace(self, reader: Reader) -> None:
        await reader.ended()
        for left in self._folder.glob(f"{reader.process}-*"):
            left.unlink(missing_ok=True)
        await self._renew()

    async def _renew(self) -> None:
        """One more reader; tried again for as long as the store is not there."""
        while not self._closing:
            try:
                reader = await Reader.start(self._nursery)
            except Failure:
                await asyncio.sleep(_PAUSE)
            else:
                self._add(reader)
                return

    def _add(self, reader: Reader) -> None:
        self._readers.add(reader)
        self._free.put_nowait(reader)
        if self._closing:
            reader.stop("closing")

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        if self._closing:
            work.close()
            return
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
