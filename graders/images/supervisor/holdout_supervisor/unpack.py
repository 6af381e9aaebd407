"""Unpack archives made by strangers: bounded, regular files only, never outside the target."""

from __future__ import annotations

import errno
import gzip
import io
import os
import stat
import tarfile
import zlib
from typing import IO, TYPE_CHECKING, NamedTuple

from .gitpack import FOLDER, Caps, GitPack
from .paths import safe_parts
from .rejection import Rejection, shown

if TYPE_CHECKING:
    import zipfile

CHUNK = 1 << 20
ZIP_CENTRAL_HEADER = b"PK\x01\x02"


class Limits(NamedTuple):
    """Caps on what an archive may hold. Bytes are counted as they come out, never taken from a header."""

    files: int
    total_bytes: int
    file_bytes: int


class _Counted(io.RawIOBase):
    """A decompressed tar stream that may not grow beyond a cap:

    Headers count too, so they cannot exhaust memory.
    """

    def __init__(self, source: IO[bytes], cap: int) -> None:
        super().__init__()
        self._source = source
        self._left = cap

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._source.read(min(len(buffer), CHUNK))
        self._left -= len(data)
        if self._left < 0:
            raise Rejection(
                "ARCHIVE_TOO_LARGE", "The archive unpacks to more than the limit. Remove large files."
            )
        buffer[: len(data)] = data
        return len(data)


class Unpacker:
    """Writes accepted entries below `target`, which must be a fresh folder that nobody else writes to."""

    def __init__(self, target: str, limits: Limits) -> None:
        self._target = target
        self._limits = limits
        self._entries = 0
        self._bytes = 0
        self._folders: set[str] = {""}
        self.files: list[tuple[str, int]] = []

    def tar(self, source: IO[bytes]) -> None:
        """Unpack an uncompressed tar stream. Raises Rejection."""
        headers = self._limits.files * 4096 + (1 << 20)
        counted = io.BufferedReader(_Counted(source, self._limits.total_bytes + headers), CHUNK)
        try:
            with tarfile.open(
                fileobj=counted, mode="r|", encoding="utf-8", errors="surrogateescape"
            ) as archive:
                for member in archive:
                    self._tar_member(archive, member)
        except (tarfile.TarError, zlib.error, EOFError, gzip.BadGzipFile, UnicodeError, ValueError) as error:
            raise _unreadable(f"The archive is damaged or incomplete ({type(error).__name__}).") from error

    def zip(self, path: str) -> None:
        """Unpack a zip file. Raises Rejection."""
        import zipfile  # few containers meet one

        _refuse_crowded_zip(path, self._limits.files)
        try:
            with zipfile.ZipFile(path) as archive:
                for info in archive.infolist():
                    self._zip_member(archive, info)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            UnicodeError,
            ValueError,
        ) as error:
            raise _unreadable(
                f"The zip file is damaged or uses a feature we do not read ({error})."
            ) from error

    def git(self, data: bytes, commit: str) -> None:
        """Unpack the files of one commit. Raises Rejection."""
        caps = Caps(3 * self._limits.files + 100, 3 * self._limits.total_bytes + (4 << 20))
        pack = GitPack(data, caps)
        self._git_tree(pack, pack.commit_tree(commit), "")

    def _git_tree(self, pack: GitPack, sha: str, folder: str) -> None:
        for entry in pack.tree(sha):
            name = folder + entry.name
            if "/" in entry.name:
                raise _unreadable(f"{shown(name)} is not a file name.")
            parts = self._admit(name)
            if parts is None:
                continue
            if entry.mode == FOLDER:
                self._make_folders(parts)
                self._git_tree(pack, entry.sha, f"{name}/")
            elif entry.mode == "120000":
                raise _link(name)
            elif entry.mode == "160000":
                raise Rejection(
                    "ARCHIVE_SPECIAL_FILE",
                    f"{shown(name)} is a submodule, which is not fetched. Copy its files in.",
                    shown(name),
                )
            else:
                self._write(parts, io.BytesIO(pack.blob(entry.sha)))

    def _tar_member(self, archive: tarfile.TarFile, member: tarfile.TarInfo) -> None:
        parts = self._admit(member.name)
        if parts is None:
            return
        if member.issym() or member.islnk():
            raise _link(member.name)
        if member.isdir():
            self._make_folders(parts)
        elif member.isreg() and not member.issparse():
            content = archive.extractfile(member)
            if content is None:
                raise _special(member.name)
            self._write(parts, content)
        else:
            raise _special(member.name)

    def _zip_member(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        parts = self._admit(info.orig_filename)
        if parts is None:
            return
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind == stat.S_IFLNK:
            raise _link(info.filename)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise _special(info.filename)
        if info.flag_bits & 1:
            raise _unreadable("The zip file is encrypted. Upload it without a password.")
        if info.is_dir():
            self._make_folders(parts)
        else:
            with archive.open(info) as content:
                self._write(parts, content)

    def _admit(self, name: str) -> list[str] | None:
        """Count the entry and check its name; None for entries that packing programs add and nobody needs."""
        self._entries += 1
        if self._entries > self._limits.files:
            raise Rejection(
                "ARCHIVE_TOO_MANY_FILES",
                f"The archive holds more than {self._limits.files} files and folders. "
                "Leave out data, caches and environments.",
            )
        parts = safe_parts(name)
        if not parts or parts[0] == "__MACOSX" or parts[-1] == ".DS_Store":
            return None
        return parts

    def _make_folders(self, parts: list[str]) -> None:
        for depth in range(1, len(parts) + 1):
            folder = "/".join(parts[:depth])
            if folder in self._folders:
                continue
            try:
                os.mkdir(os.path.join(self._target, folder), 0o755)
            except FileExistsError:
                raise Rejection(
                    "ARCHIVE_UNSAFE_PATH",
                    f"{shown(folder)} is both a file and a folder. Rename one of them.",
                    shown(folder),
                ) from None
            except OSError as error:
                raise _no_space(error) from error
            self._folders.add(folder)

    def _write(self, parts: list[str], content: IO[bytes]) -> None:
        self._make_folders(parts[:-1])
        name = "/".join(parts)
        try:
            fd = os.open(
                os.path.join(self._target, name),
                os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC,
                0o644,
            )
        except FileExistsError:
            raise Rejection(
                "ARCHIVE_UNSAFE_PATH", f"{shown(name)} is in the archive twice. Pack it once.", shown(name)
            ) from None
        except OSError as error:
            raise _no_space(error) from error
        size = 0
        with os.fdopen(fd, "wb", buffering=0) as file:
            while data := content.read(CHUNK):
                size += len(data)
                self._bytes += len(data)
                if size > self._limits.file_bytes:
                    raise Rejection(
                        "ARCHIVE_TOO_LARGE",
                        f"{shown(name)} is larger than {self._limits.file_bytes} bytes. Remove or shrink it.",
                        shown(name),
                    )
                if self._bytes > self._limits.total_bytes:
                    raise Rejection(
                        "ARCHIVE_TOO_LARGE",
                        f"The archive unpacks to more than {self._limits.total_bytes} bytes. "
                        "Remove large files.",
                        shown(name),
                    )
                try:
                    view = memoryview(data)
                    while view:
                        view = view[file.write(view) or 0 :]
                except OSError as error:
                    raise _no_space(error) from error
        self.files.append((name, size))


def unpack_any(path: str, target: str, limits: Limits, commit: str | None = None) -> list[tuple[str, int]]:
    """Unpack a tar, tar.gz or zip file, or a commit of a git packfile, told apart by the first bytes.

    Returns (path, size) of each file. Raises Rejection.
    """
    unpacker = Unpacker(target, limits)
    with open(path, "rb") as file:
        head = file.read(512)
        file.seek(0)
        if not head:
            raise Rejection(
                "ARCHIVE_EMPTY", "The archive is empty (0 bytes). Pack the project folder and try again."
            )
        if head.startswith(b"\x1f\x8b"):
            with gzip.open(file, "rb") as plain:
                unpacker.tar(plain)  # type: ignore[arg-type]
        elif head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            unpacker.zip(path)
        elif head.startswith(b"PACK") and commit:
            unpacker.git(file.read(), commit)
        elif head[257:262] == b"ustar":
            unpacker.tar(file)
        else:
            raise _unreadable(
                "The upload is neither a tar.gz nor a zip archive. Pack the project folder as one of them."
            )
    if not unpacker.files:
        raise Rejection("ARCHIVE_EMPTY", "The archive holds no files. Pack the project folder and try again.")
    return unpacker.files


def _refuse_crowded_zip(path: str, files: int) -> None:
    """The zip reader loads its whole directory into memory; count the entries first.

    Nested archives explain the slack.
    """
    found, tail = 0, b""
    with open(path, "rb") as file:
        while chunk := file.read(CHUNK):
            window = tail + chunk
            found += window.count(ZIP_CENTRAL_HEADER)
            tail = window[-3:]
    if found > 20 * files + 1000:
        raise Rejection("ARCHIVE_TOO_MANY_FILES", f"The archive holds more than {files} files and folders.")


def _unreadable(message: str) -> Rejection:
    return Rejection("ARCHIVE_NOT_READABLE", message)


def _link(name: str) -> Rejection:
    return Rejection(
        "ARCHIVE_LINK", f"{shown(name)} is a link. Pack the file it points to instead.", shown(name)
    )


def _special(name: str) -> Rejection:
    return Rejection(
        "ARCHIVE_SPECIAL_FILE",
        f"{shown(name)} is not a regular file (a device, pipe or the like). Remove it.",
        shown(name),
    )


def _no_space(error: OSError) -> Exception:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Rejection("DISK_FULL", "The files do not fit on the disk this run has. Remove large files.")
    return error
