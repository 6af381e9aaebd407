"""PNG files of small images, by the standard library. Source: W3C, PNG specification, third edition."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

_GREY, _COLOUR = 0, 2


def png_bytes(image: NDArray[np.uint8]) -> bytes:
    """image: (h, w), (h, w, 1) or (h, w, 3)."""
    height, width = image.shape[:2]
    kind = _COLOUR if image.ndim == 3 and image.shape[2] == 3 else _GREY
    lines = image.reshape(height, -1)
    raw = b"".join(b"\0" + line.tobytes() for line in lines)
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
