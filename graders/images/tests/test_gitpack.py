"""A commit out of a packfile: what comes through, and what is refused with which code."""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path

import pytest
from peer import prepare

CONFIG = b'[project]\nassignment = "tabular-risk"\n[commands]\npredict = "python predict.py"\n'
KINDS = {"commit": 1, "tree": 2, "blob": 3}


def sha_of(kind: str, content: bytes) -> str:
    return hashlib.sha1(f"{kind} {len(content)}\0".encode() + content).hexdigest()


def head(kind: int, size: int) -> bytes:
    byte, size, out = kind << 4 | size & 15, size >> 4, bytearray()
    while size:
        out.append(byte | 0x80)
        byte, size = size & 0x7F, size >> 7
    return bytes([*out, byte])


class Pack:
    """Builds packfiles, honest or not."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def add(self, kind: str, content: bytes) -> str:
        self.parts.append(head(KINDS[kind], len(content)) + zlib.compress(content))
        return sha_of(kind, content)

    def add_delta(self, base: str, delta: bytes) -> None:
        self.parts.append(head(7, len(delta)) + bytes.fromhex(base) + zlib.compress(delta))

    def add_offset_delta(self, back: int, delta: bytes) -> None:
        distance = sum(len(part) for part in self.parts[-back:])
        encoded = [distance & 0x7F]
        while distance := distance >> 7:
            distance -= 1
            encoded.insert(0, 0x80 | distance & 0x7F)
        self.parts.append(head(6, len(delta)) + bytes(encoded) + zlib.compress(delta))

    def tree(self, *entries: tuple[str, str, str]) -> str:
        return self.add(
            "tree", b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(sha) for mode, name, sha in entries)
        )

    def commit(self, tree: str) -> str:
        return self.add("commit", f"tree {tree}\nauthor A <a@b> 0 +0000\n\nx\n".encode())

    def bytes(self, count: int | None = None) -> bytes:
        data = b"PACK" + (2).to_bytes(4, "big") + (count or len(self.parts)).to_bytes(4, "big")
        data += b"".join(self.parts)
        return data + hashlib.sha1(data).digest()


def project(pack: Pack, *more: tuple[str, str, str]) -> str:
    config = pack.add("blob", CONFIG)
    return pack.commit(pack.tree(("100644", "holdout.toml", config), *more))


def test_takes_the_files_of_the_commit_whole_or_as_changes(tmp_path: Path) -> None:
    pack = Pack()
    text = b"".join(f"{n}\n".encode() for n in range(3000))
    base = pack.add("blob", text)
    # Copy the first 100 bytes, then add three.
    delta = varint(len(text)) + varint(103) + bytes([0x90, 100]) + b"\x03end"
    changed = sha_of("blob", text[:100] + b"end")
    pack.add_offset_delta(1, delta)
    again = varint(103) + varint(6) + bytes([0x90, 3]) + b"\x03two"
    twice = sha_of("blob", text[:3] + b"two")
    pack.add_delta(changed, again)
    folder = pack.tree(("100755", "a.txt", base), ("100644", "b.txt", changed), ("100644", "c.txt", twice))
    commit = project(pack, ("40000", "src", folder))
    answer = prepare(tmp_path, pack.bytes(), commit=commit)
    assert answer.exit is not None and answer.exit["rejection"] is None
    sizes = {"holdout.toml": len(CONFIG), "src/a.txt": len(text), "src/b.txt": 103, "src/c.txt": 6}
    assert {item["path"]: item["size"] for item in json.loads(answer.outputs["manifest"])["files"]} == sizes


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def code_of(tmp_path: Path, data: bytes, commit: str) -> str:
    answer = prepare(tmp_path, data, commit=commit)
    assert answer.exit is not None
    return str((answer.exit["rejection"] or {}).get("code", ""))


@pytest.mark.parametrize(
    ("mode", "name", "code"),
    [
        ("120000", "link", "ARCHIVE_LINK"),
        ("160000", "module", "ARCHIVE_SPECIAL_FILE"),
        ("100644", "..", "ARCHIVE_UNSAFE_PATH"),
        ("40000", "..", "ARCHIVE_UNSAFE_PATH"),
        ("100644", "a/b", "ARCHIVE_NOT_READABLE"),
        ("100644", "holdout.toml", "ARCHIVE_UNSAFE_PATH"),
    ],
)
def test_refuses_entries_that_are_no_plain_files(tmp_path: Path, mode: str, name: str, code: str) -> None:
    pack = Pack()
    commit = project(pack, (mode, name, pack.add("blob", b"x")))
    assert code_of(tmp_path, pack.bytes(), commit) == code


def test_refuses_a_commit_whose_bytes_have_another_name(tmp_path: Path) -> None:
    pack = Pack()
    project(pack)
    assert code_of(tmp_path, pack.bytes(), "a" * 40) == "ARCHIVE_NOT_READABLE"


def test_refuses_damage(tmp_path: Path) -> None:
    pack = Pack()
    commit = project(pack)
    data = pack.bytes()
    short, changed = data[:-1], data[:40] + b"\0" + data[41:]
    assert code_of(tmp_path / "short", short, commit) == "ARCHIVE_NOT_READABLE"
    assert code_of(tmp_path / "changed", changed, commit) == "ARCHIVE_NOT_READABLE"


def test_refuses_bombs(tmp_path: Path) -> None:
    pack = Pack()
    pack.add("blob", b"\0" * (16 << 20))
    commit = project(pack)
    assert code_of(tmp_path / "size", pack.bytes(), commit) == "ARCHIVE_TOO_LARGE"
    pack = Pack()
    commit = project(pack)
    assert code_of(tmp_path / "count", pack.bytes(count=10**6), commit) == "ARCHIVE_TOO_MANY_FILES"
    pack = Pack()
    folder = pack.tree(("100644", "f", pack.add("blob", b"x")))
    for _ in range(8):  # ten of the former in each: a hundred million files in a few hundred bytes
        folder = pack.tree(*((("40000", f"d{n}", folder)) for n in range(10)))
    commit = project(pack, ("40000", "deep", folder))
    assert code_of(tmp_path / "deep", pack.bytes(), commit) == "ARCHIVE_TOO_MANY_FILES"
    pack = Pack()
    base = pack.add("blob", b"x" * 1000)
    pack.add_delta(base, varint(1000) + varint(1 << 40) + b"\x90\x01")
    commit = project(pack)
    assert code_of(tmp_path / "delta", pack.bytes(), commit) == "ARCHIVE_TOO_LARGE"


def test_refuses_changes_of_nothing(tmp_path: Path) -> None:
    pack = Pack()
    pack.add_delta("b" * 40, varint(1) + varint(1) + b"\x01x")
    commit = project(pack)
    assert code_of(tmp_path, pack.bytes(), commit) == "ARCHIVE_NOT_READABLE"
