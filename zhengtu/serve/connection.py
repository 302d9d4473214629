"""One HTTP connection, bounded.

uvicorn has no limit on how long a request may take to arrive, nor on the size of its head under httptools, nor on how slowly
an answer may be taken (its issue 157).
A request must be there in full within ``ARRIVAL`` seconds (else 408), its head within ``HEAD`` bytes (else 431); a client
that takes nothing of an answer for ``STALL`` seconds is cut off.
A client refused while it is still sending can read why: what it goes on to send (``LINGER`` seconds, ``REST`` bytes) is thrown
away, since closing on bytes nobody read resets the connection, and the answer with it (RFC 9112 §9.6).

Chinese in an address need not be percent-encoded: curl and scripts send it as it is, and the parser would refuse it.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

ARRIVAL = 20.0
STALL = 30.0
LINGER = 2.0
REST = 1 << 20
HEAD = 1 << 16
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_PLAIN = b"content-type: text/plain; charset=utf-8\r\nconnection: close\r\ncontent-length: "


class Connection(HttpToolsProtocol):
    """uvicorn's connection with these three bounds, and with addresses as people write them."""

    _arrival: asyncio.TimerHandle | None = None
    _stall: asyncio.TimerHandle | None = None
    _in_head = True
    _in_line = True
    _refused = False
    _taken = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock."""
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        """Count what belongs to the head of a request."""
        if self._refused:
            self._taken += len(data)
            if self._taken > REST:
                self.transport.abort()
            return
        self._expect()
        if self._in_line:
            data = self._encoded(data)
        if self._in_head:
            self._taken += len(data)
        super().data_received(data)
        if self._in_head and self._taken > HEAD:
            self._refuse(b"431 Request Header Fields Too Large")

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._in_head = True
        self._expect()

    def on_headers_complete(self) -> None:
        """Its head is there; one that came in one piece is measured only now."""
        is_large = self._taken > HEAD and self._head() > HEAD
        self._in_head, self._in_line, self._taken = False, False, 0
        if is_large:
            self._refuse(b"431 Request Header Fields Too Large")
        if not self._refused:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Some of its content is there."""
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """All of it is there."""
        self._in_head = self._in_line = True
        if self._arrival is not None:
            self._arrival.cancel()
            self._arrival = None
        if not self._refused:
            super().on_message_complete()

    def pause_writing(self) -> None:
        """The client does not take what is written."""
        super().pause_writing()
        if self._stall is None:
            self._stall = self.loop.call_later(STALL, self.transport.abort)

    def resume_writing(self) -> None:
        """It has taken enough of it."""
        super().resume_writing()
        if self._stall is not None:
            self._stall.cancel()
            self._stall = None

    def timeout_keep_alive_handler(self) -> None:
        """Nothing more was asked: close, also where the client never took the last answer."""
        if self.transport.get_write_buffer_size():
            self.transport.abort()
        super().timeout_keep_alive_handler()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clocks."""
        for timer in (self._arrival, self._stall):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def _encoded(self, data: bytes) -> bytes:
        """The data with what is not ASCII in the request line percent-encoded (RFC 3987 §3.1), byte by byte.

        Of requests sent together, without waiting, only the first of a piece is seen here.
        """
        begin = 0 if self._taken else len(data) - len(data.lstrip(b"\r\n"))  # empty lines may come first (RFC 9112 §2.2)
        end = data.find(b"\n", begin)
        self._in_line = end < 0
        line = data[begin:] if end < 0 else data[begin:end]
        return data[:begin] + _BEYOND_ASCII.sub(lambda byte: b"%%%02X" % ord(byte[0]), line) + data[begin + len(line) :]

    def _head(self) -> int:
        """How many bytes the head of the request has, about."""
        return len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)

    def _expect(self) -> None:
        if self._arrival is None:
            self._arrival = self.loop.call_later(ARRIVAL, self._late)

    def _late(self) -> None:
        running: Any = self.cycle
        if running is None or running.response_complete:
            self._refuse(b"408 Request Timeout")
        else:  # an answer is under way, or waits for the rest of its request
            self.transport.abort()

    def _refuse(self, status: bytes) -> None:
        if self._refused or self.transport.is_closing():
            return
        self._refused = True
        self.transport.write(b"HTTP/1.1 " + status + b"\r\n" + _PLAIN + b"%d\r\n\r\n%s\n" % (len(status) + 1, status))
        self.transport.write_eof()
        self.loop.call_later(LINGER, self.transport.close)
