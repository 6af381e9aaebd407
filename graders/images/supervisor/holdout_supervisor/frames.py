"""Frames over a pipe: one byte of type, four bytes of big-endian length, payload."""

from __future__ import annotations

import io
import json
import os
import struct
from collections.abc import Mapping

MAX_PAYLOAD = 1 << 20
_HEADER = struct.Struct(">cI")


class ProtocolError(Exception):
    """The peer sent something that is not part of the protocol."""


class PeerGone(Exception):
    """The peer closed the pipe: the worker is dead, nobody will read a result."""


def read_exactly(fd: int, size: int) -> bytes:
    """Read `size` bytes from `fd`. Raises PeerGone at end of file."""
    parts: list[bytes] = []
    while size > 0:
        part = os.read(fd, min(size, MAX_PAYLOAD))
        if not part:
            raise PeerGone
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def read_frame(fd: int) -> tuple[bytes, bytes]:
    """Read one frame: (type, payload). Raises PeerGone or ProtocolError."""
    kind, size = _HEADER.unpack(read_exactly(fd, _HEADER.size))
    if size > MAX_PAYLOAD:
        raise ProtocolError(f"A frame of {size} bytes is over the limit of {MAX_PAYLOAD}.")
    return kind, read_exactly(fd, size)


def write_frame(fd: int, kind: bytes, payload: bytes | memoryview = b"") -> None:
    """Write one frame completely. Raises BrokenPipeError when nobody reads any more."""
    view = memoryview(_HEADER.pack(kind, len(payload)) + bytes(payload))
    while view:
        view = view[os.write(fd, view) :]


def write_json(fd: int, kind: bytes, value: Mapping[str, object]) -> None:
    """Write a frame whose payload is compact JSON."""
    write_frame(fd, kind, json.dumps(value, separators=(",", ":")).encode())


class InputStream(io.RawIOBase):
    """The concatenated INPUT frames as one readable stream; END is its end of file."""

    def __init__(self, fd: int) -> None:
        super().__init__()
        self._fd = fd
        self._pending = memoryview(b"")
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._pending and not self._ended:
            kind, payload = read_frame(self._fd)
            if kind == b"E":
                self._ended = True
            elif kind == b"I":
                self._pending = memoryview(payload)
            else:
                raise ProtocolError(f"Expected inputs, got a frame of type {kind!r}.")
        size = min(len(buffer), len(self._pending))
        buffer[:size] = self._pending[:size]
        self._pending = self._pending[size:]
        return size

    def drain(self) -> None:
        """Read up to END, so that the next frame on the pipe is a new one."""
        while self.read(MAX_PAYLOAD):
            pass
