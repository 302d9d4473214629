"""A process that has imported all a reader needs and forks one whenever it is asked to, without the half second of imports.

It reads commands from a socket: ``START`` with a file descriptor forks a reader that talks over it, ``END`` with a number ends
that reader.  It is their parent and buries them, so a number never means another process.  It ends when the socket does; so
do the readers when theirs do, however the server ended.
"""

from __future__ import annotations

import os
import signal
import socket
import struct
import sys
from pathlib import Path

from zhengtu.serve import reader

COMMAND = struct.Struct("!cI")
START, END = b"S", b"E"


def main(control: socket.socket, *arguments: str) -> None:
    """Obey until the socket ends; ``arguments`` are those of ``reader.main``."""
    place, folder, answer_bytes, memory_bytes, *sources = arguments
    for number in (signal.SIGINT, signal.SIGTERM):  # meant for the server, which decides when a reader ends
        signal.signal(number, signal.SIG_IGN)
    while True:
        command, descriptors, *_ = socket.recv_fds(control, COMMAND.size, 1)
        if len(command) < COMMAND.size:
            return
        kind, child = COMMAND.unpack(command)
        if kind == END:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        elif _forked(descriptors) == 0:
            control.close()
            bounds = reader.Bounds(int(answer_bytes), int(memory_bytes))
            reader.main(socket.socket(fileno=descriptors[0]), Path(place), Path(folder), bounds, [*map(Path, sources)])
            return


def _forked(descriptors: list[int]) -> int:
    """0 in the child; in the parent its number, -1 where there is none: then whoever asked sees the socket end."""
    try:
        child = os.fork()
    except OSError:
        child = -1
    if child:
        for descriptor in descriptors:
            os.close(descriptor)
    return child


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), *sys.argv[2:])
