"""Hand declared outputs back:

Regular files only, no link followed, every size capped before a byte is sent.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import tarfile
from collections.abc import Callable
from typing import IO, NamedTuple, cast

from .frames import MAX_PAYLOAD, write_frame, write_json
from .paths import safe_parts
from .rejection import Rejection, shown

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Output(NamedTuple):
    """One declared output of a job.

    `path` is absolute; `kind` is "file" or "tree" (sent as a tar of regular files).
    """

    name: str
    path: str
    max_bytes: int
    kind: str
    required: bool


class _Sink(io.RawIOBase):
    """Counts, hashes and optionally forwards what is written to it."""

    def __init__(self, output: Output, forward: Callable[[memoryview], None] | None) -> None:
        super().__init__()
        self.size = 0
        self.digest = hashlib.sha256()
        self._output = output
        self._forward = forward

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | memoryview) -> int:  # type: ignore[override]
        view = memoryview(data)
        self.size += len(view)
        if self.size > self._output.max_bytes:
            raise _too_large(self._output)
        self.digest.update(view)
        if self._forward is not None:
            for start in range(0, len(view), MAX_PAYLOAD):
                self._forward(view[start : start + MAX_PAYLOAD])
        return len(view)


def send(fd: int, output: Output, max_files: int) -> bool:
    """Send one output as OUTPUT and DATA frames. Returns False when it is absent and optional.

    Everything is read twice, first for size and hash: the tmpfs may be full, so nothing is spooled. No
    process of the student is left by then, so both passes see the same bytes. Raises Rejection OUTPUT_*.
    """
    source = _open(output)
    if source is None:
        return False
    try:
        measure = _Sink(output, None)
        if not _copy(source, output, max_files, measure):
            return False
        write_json(
            fd, b"O", {"name": output.name, "size": measure.size, "sha256": measure.digest.hexdigest()}
        )
        _copy(source, output, max_files, _Sink(output, lambda part: write_frame(fd, b"D", part)))
        return True
    finally:
        os.close(source)


def _open(output: Output) -> int | None:
    """Open the output's path part by part, so that no parent folder can be a link either."""
    parts = [part for part in output.path.split("/") if part]
    here = os.open("/", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for depth, part in enumerate(parts):
            flags = _FLAGS if depth == len(parts) - 1 else _FLAGS | os.O_DIRECTORY
            below = os.open(part, flags, dir_fd=here)
            os.close(here)
            here = below
    except FileNotFoundError:
        os.close(here)
        if output.required:
            raise _missing(output) from None
        return None
    except OSError as error:
        os.close(here)
        raise _not_regular(output.path) from error
    mode = os.fstat(here).st_mode
    if stat.S_ISREG(mode) or (output.kind == "tree" and stat.S_ISDIR(mode)):
        return here
    os.close(here)
    raise _not_regular(output.path)


def _copy(source: int, output: Output, max_files: int, sink: _Sink) -> bool:
    """Write the output's bytes to the sink; False for an optional tree without files."""
    if output.kind == "file":
        _copy_file(source, output, sink)
        return True
    files = _list(source, output, max_files)
    if not files:
        if output.required:
            raise _missing(output)
        return False
    with tarfile.open(fileobj=cast("IO[bytes]", sink), mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for name in files:
            fd = source if name == "" else _open_below(source, name)
            try:
                info = tarfile.TarInfo(name or os.path.basename(output.path))
                info.size = os.fstat(fd).st_size
                if info.size > output.max_bytes:
                    raise _too_large(output)
                os.lseek(fd, 0, os.SEEK_SET)
                with open(fd, "rb", buffering=0, closefd=False) as content:
                    archive.addfile(info, content)
            finally:
                if fd != source:
                    os.close(fd)
    return True


def _copy_file(source: int, output: Output, sink: _Sink) -> None:
    # The cap comes first: a sparse file may claim terabytes.
    if os.fstat(source).st_size > output.max_bytes:
        raise _too_large(output)
    os.lseek(source, 0, os.SEEK_SET)
    while data := os.read(source, MAX_PAYLOAD):
        sink.write(data)


def _list(source: int, output: Output, max_files: int) -> list[str]:
    """Paths of all regular files below a folder, sorted; [""] when the output itself is a file."""
    if stat.S_ISREG(os.fstat(source).st_mode):
        return [""]
    found: list[str] = []
    seen = 0
    pending = [""]
    while pending:
        folder = pending.pop()
        fd = _open_below(source, folder) if folder else os.dup(source)
        try:
            with os.scandir(fd) as entries:
                for entry in entries:
                    seen += 1
                    path = f"{folder}/{entry.name}" if folder else entry.name
                    if seen > max_files:
                        raise Rejection(
                            "OUTPUT_TOO_MANY_FILES",
                            f"{output.path} holds more than {max_files} files. Write fewer.",
                            output.path,
                        )
                    safe_parts(path)
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        found.append(path)
                    else:
                        raise _not_regular(os.path.join(output.path, path))
        finally:
            os.close(fd)
    return sorted(found)


def _open_below(folder: int, name: str) -> int:
    here = os.dup(folder)
    for part in name.split("/"):
        try:
            below = os.open(part, _FLAGS, dir_fd=here)
        finally:
            os.close(here)
        here = below
    return here


def _missing(output: Output) -> Rejection:
    what = "no files in" if output.kind == "tree" else "no file at"
    return Rejection("OUTPUT_MISSING", f"The command ended, but there is {what} {output.path}.", output.path)


def _not_regular(path: str) -> Rejection:
    label = shown(path)
    return Rejection(
        "OUTPUT_NOT_REGULAR", f"{label} is a link, pipe, folder or device. Write a regular file there.", label
    )


def _too_large(output: Output) -> Rejection:
    return Rejection(
        "OUTPUT_TOO_LARGE", f"{output.path} is larger than {output.max_bytes} bytes. Write less.", output.path
    )
