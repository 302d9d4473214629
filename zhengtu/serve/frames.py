"""How the HTTP process and a reader talk: a frame is two lengths, a JSON head and a body of bytes."""

from __future__ import annotations

import json
import struct
from asyncio import StreamReader
from typing import Any, BinaryIO

_LENGTHS = struct.Struct("!II")
Head = dict[str, Any]
Frame = tuple[Head, bytes]


def pack(head: Head, body: bytes = b"") -> bytes:
    """The frame as bytes; what ``head`` holds must be JSON."""
    text = json.dumps(head).encode("ascii")
    return _LENGTHS.pack(len(text), len(body)) + text + body


def read(file: BinaryIO) -> Frame | None:
    """The next frame of a file, ``None`` at its end."""
    lengths = file.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    return json.loads(file.read(head)), file.read(body)


async def receive(stream: StreamReader) -> Frame:
    """The next frame of a stream.  Raises ``asyncio.IncompleteReadError`` where it ends."""
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    both = await stream.readexactly(head + body)
    return json.loads(both[:head]), both[head:]
