"""Listen, answer until a signal comes, end in good order."""

from __future__ import annotations

import asyncio
import resource
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from zhengtu.messages import say
from zhengtu.serve.answer import Failure
from zhengtu.serve.app import Addresses
from zhengtu.serve.connection import STALL, Connection
from zhengtu.serve.headers import always, is_origin
from zhengtu.serve.options import Options
from zhengtu.serve.pool import Pool
from zhengtu.serve.process import Nursery
from zhengtu.store import EmbeddedStore, is_remote

_BACKLOG = 1024
_SPARE = 100  # files that are not connections
_MOST = 8192  # connections at a time
_KEEP = 15  # seconds an idle connection is kept
_CLOSING = 5  # seconds that answers under way have when the server stops
_SENDING = 3  # seconds more in which they may be sent


class ServeError(Exception):
    """The server cannot start; ``str`` is one line for the user."""


def serve(options: Options, ready: Callable[[str], None]) -> None:
    """Serve the store at ``options.place`` until SIGINT or SIGTERM; ``ready`` is told the URL.

    Raises ``ServeError`` for a port in use or an option that makes no sense, ``StoreMissing``, ``StoreError``.
    """
    if is_remote(options.place):
        raise ServeError(say("serve.remote", place=options.place))
    if not is_origin(options.cors):
        raise ServeError(say("serve.cors", origin=options.cors))
    EmbeddedStore(Path(options.place)).close()
    with (
        _listening(options) as listener,
        tempfile.TemporaryDirectory(prefix="zhengtu-serve-") as folder,
        asyncio.Runner(loop_factory=_loop) as runner,
    ):
        runner.run(_serve(options, Path(folder), listener, ready))


async def _serve(options: Options, folder: Path, listener: socket.socket, ready: Callable[[str], None]) -> None:
    nursery = Nursery(options, folder)
    pool, pages = Pool(options, folder, nursery), Pool(options.for_pages, folder, nursery)
    config = uvicorn.Config(
        Addresses(pool, pages, options).app(),
        http=Connection,
        ws="none",
        lifespan="off",
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        headers=always(options.cors),
        limit_concurrency=_connections(),
        timeout_keep_alive=_KEEP,
        timeout_graceful_shutdown=_CLOSING + _SENDING,
        backlog=_BACKLOG,
    )
    try:
        await pool.start()
        await pages.start()
        await _Server(config, lambda: ready(_url(listener)), (pool, pages)).serve(sockets=[listener])
    except Failure as failure:
        raise ServeError(str(failure)) from failure
    finally:
        await pool.close()
        await pages.close()
        await nursery.close()


class _Server(uvicorn.Server):
    """uvicorn's server; a signal ends it and that is all (uvicorn would raise the signal once more)."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], pools: Sequence[Pool]) -> None:
        super().__init__(config)
        self._ready = ready
        self._pools = pools

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and say so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let what is under way be answered, for a while."""
        for pool in self._pools:
            asyncio.get_running_loop().call_later(_CLOSING, pool.stop)
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Within the block a signal asks the server to end."""
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def _listening(options: Options) -> Iterator[socket.socket]:
    try:
        family, *_, address = socket.getaddrinfo(options.host, options.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[
            0
        ]
        listener = socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise ServeError(say("serve.port", host=options.host, port=options.port, why=why)) from error
    with listener:
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux: connections whose client takes nothing, also once they are closed
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(STALL * 1000))
        yield listener


def _connections() -> int:
    """How many connections may be open: what the system allows this process, within reason."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST + _SPARE if most == resource.RLIM_INFINITY else min(most, _MOST + _SPARE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    return max(wanted - _SPARE, 1)


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _loop() -> asyncio.AbstractEventLoop:
    try:
        import uvloop
    except ImportError:  # no wheel for this system
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()
