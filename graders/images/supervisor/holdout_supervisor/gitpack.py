"""Read a git packfile that a stranger's server sent: bounded, objects named by the hash of their bytes."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from .rejection import Rejection

CHUNK = 1 << 16
SHA_BYTES = 20
KINDS = {1: "commit", 2: "tree", 3: "blob", 4: "tag"}
OFS_DELTA, REF_DELTA = 6, 7
FOLDER = "40000"


class Caps(NamedTuple):
    """Of all objects together, deltas and what they stand for included."""

    objects: int
    bytes: int


class TreeEntry(NamedTuple):
    mode: str
    name: str
    sha: str


class _Delta(NamedTuple):
    offset: int
    base: int | str
    data: bytes


class GitPack:
    """Objects of a packfile by the SHA-1 of their content, so that a name can only mean what it says."""

    def __init__(self, data: bytes, caps: Caps) -> None:
        self._data = data
        self._left = caps.bytes
        self._objects: dict[str, tuple[str, bytes]] = {}
        self._by_offset: dict[int, str] = {}
        if data[:4] != b"PACK" or int.from_bytes(data[4:8], "big") not in (2, 3):
            raise _damaged("its head is not one of a packfile")
        count = int.from_bytes(data[8:12], "big")
        if count > caps.objects:
            raise Rejection(
                "ARCHIVE_TOO_MANY_FILES",
                f"The commit has {count:,} objects; at most {caps.objects:,} are read. "
                "Leave data, caches and environments out of the repository.",
            )
        if hashlib.sha1(data[:-SHA_BYTES], usedforsecurity=False).digest() != data[-SHA_BYTES:]:
            raise _damaged("its checksum is wrong")
        self._read(count)

    def commit_tree(self, commit: str) -> str:
        """The tree of a commit. Raises Rejection when the pack holds no such commit."""
        first = self._of_kind(commit, "commit").split(b"\n", 1)[0]
        if not first.startswith(b"tree "):
            raise _damaged("its commit names no tree")
        return first[5:].decode("ascii", "replace")

    def tree(self, sha: str) -> Iterator[TreeEntry]:
        data, at = self._of_kind(sha, "tree"), 0
        while at < len(data):
            end = data.find(b"\0", at)
            mode, space, name = data[at:end].partition(b" ")
            named = data[end + 1 : end + 1 + SHA_BYTES]
            if end < 0 or not space or len(named) != SHA_BYTES:
                raise _damaged("one of its trees is cut off")
            yield TreeEntry(
                mode.decode("ascii", "replace"), name.decode("utf-8", "surrogateescape"), named.hex()
            )
            at = end + 1 + SHA_BYTES

    def blob(self, sha: str) -> bytes:
        return self._of_kind(sha, "blob")

    def _of_kind(self, sha: str, kind: str) -> bytes:
        found = self._objects.get(sha)
        if found is None or found[0] != kind:
            raise _damaged(f"the {kind} {sha[:12]} is not in it")
        return found[1]

    def _read(self, count: int) -> None:
        at, waiting = 12, list[_Delta]()
        for _ in range(count):
            offset = at
            kind, size, at = self._head(at)
            base: int | str = 0
            if kind == OFS_DELTA:
                distance, at = self._distance(at)
                base = offset - distance
            elif kind == REF_DELTA:
                base, at = self._data[at : at + SHA_BYTES].hex(), at + SHA_BYTES
            content, at = self._inflate(at, size)
            if kind in KINDS:
                self._keep(offset, KINDS[kind], content)
            elif kind in (OFS_DELTA, REF_DELTA):
                waiting.append(_Delta(offset, base, content))
            else:
                raise _damaged(f"it has an object of kind {kind}")
        while waiting:
            still = [delta for delta in waiting if not self._apply(delta)]
            if len(still) == len(waiting):
                raise _damaged("it holds changes of objects that it does not hold")
            waiting = still

    def _apply(self, delta: _Delta) -> bool:
        """False while what the delta changes is not known yet."""
        base = delta.base if isinstance(delta.base, str) else self._by_offset.get(delta.base)
        known = None if base is None else self._objects.get(base)
        if known is None:
            return False
        kind, content = known
        self._keep(delta.offset, kind, self._changed(content, delta.data))
        return True

    def _changed(self, base: bytes, delta: bytes) -> bytes:
        source, at = _varint(delta, 0)
        size, at = _varint(delta, at)
        if source != len(base):
            raise _damaged("a change does not fit what it changes")
        self._spend(size)
        out = bytearray()
        while at < len(delta):
            code, at = delta[at], at + 1
            if code & 0x80:
                start = length = 0
                for bit in range(4):
                    if code & (1 << bit):
                        start, at = start | _byte(delta, at) << (8 * bit), at + 1
                for bit in range(3):
                    if code & (0x10 << bit):
                        length, at = length | _byte(delta, at) << (8 * bit), at + 1
                piece = base[start : start + (length or 0x10000)]
            else:
                piece, at = delta[at : at + code], at + code
            out += piece
            if not code or not piece or len(out) > size:
                raise _damaged("a change is not well formed")
        if len(out) != size:
            raise _damaged("a change is cut off")
        return bytes(out)

    def _head(self, at: int) -> tuple[int, int, int]:
        byte = _byte(self._data, at)
        kind, size, shift, at = (byte >> 4) & 7, byte & 15, 4, at + 1
        while byte & 0x80:
            if shift > 60:
                raise _damaged("a size in it has no end")
            byte = _byte(self._data, at)
            size, shift, at = size | (byte & 0x7F) << shift, shift + 7, at + 1
        return kind, size, at

    def _distance(self, at: int) -> tuple[int, int]:
        byte = _byte(self._data, at)
        value, at = byte & 0x7F, at + 1
        while byte & 0x80:
            if value > len(self._data):
                raise _damaged("a change refers to nothing")
            byte = _byte(self._data, at)
            value, at = ((value + 1) << 7) | (byte & 0x7F), at + 1
        return value, at

    def _inflate(self, at: int, size: int) -> tuple[bytes, int]:
        self._spend(size)
        stream, out = zlib.decompressobj(), bytearray()
        while not stream.eof:
            piece = self._data[at : at + CHUNK]
            if not piece:
                raise _damaged("it is cut off")
            try:
                out += stream.decompress(piece, size + 1 - len(out))
            except zlib.error as error:
                raise _damaged("an object in it cannot be unpacked") from error
            if len(out) > size:
                raise _damaged("an object is larger than it says")
            at += len(piece) - len(stream.unused_data) - len(stream.unconsumed_tail)
        if len(out) != size:
            raise _damaged("an object is smaller than it says")
        return bytes(out), at

    def _keep(self, offset: int, kind: str, content: bytes) -> None:
        head = f"{kind} {len(content)}\0".encode()
        sha = hashlib.sha1(head + content, usedforsecurity=False).hexdigest()
        self._objects[sha] = kind, content
        self._by_offset[offset] = sha

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise Rejection(
                "ARCHIVE_TOO_LARGE", "The commit unpacks to more than the limit. Remove large files."
            )


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = _byte(data, at)
        value, shift, at = value | (byte & 0x7F) << shift, shift + 7, at + 1
        if not byte & 0x80:
            return value, at
        if shift > 60:
            raise _damaged("a size in it has no end")


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise _damaged("it is cut off")
    return data[at]


def _damaged(why: str) -> Rejection:
    return Rejection(
        "ARCHIVE_NOT_READABLE",
        f"What the git server sent cannot be read: {why}. Push the commit again, or upload an archive.",
    )
