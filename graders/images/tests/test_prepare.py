"""The rules for archives: what comes through, and what is refused with which code."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from peer import prepare, tar_of

CONFIG = b'[project]\nassignment = "tabular-risk"\n[commands]\npredict = "python predict.py"\n'


def packed(*members: tarfile.TarInfo | tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for member in (("holdout.toml", CONFIG), *members):
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                archive.addfile(info, io.BytesIO(member[1]))
    return buffer.getvalue()


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def zipped(change: Callable[[zipfile.ZipFile], None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("holdout.toml", CONFIG)
        change(archive)
    return buffer.getvalue()


def zip_link(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("link")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    archive.writestr(info, "/etc/passwd")


@pytest.mark.parametrize("wrapper", ["", "my-project/"])
@pytest.mark.parametrize("form", ["tar", "tgz", "zip"])
def test_accepts_a_project_with_or_without_a_wrapping_folder(tmp_path: Path, form: str, wrapper: str) -> None:
    files = {
        f"{wrapper}holdout.toml": CONFIG,
        f"{wrapper}src/model.py": b"x = 1\n",
        f"{wrapper}ünicode.md": b"hi",
    }
    if form == "zip":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        data = buffer.getvalue()
    else:
        data = tar_of(files) if form == "tar" else gzip.compress(tar_of(files))

    answer = prepare(tmp_path, data)

    assert answer.exit is not None and answer.exit["rejection"] is None and answer.exit["exitCode"] == 0
    manifest = json.loads(answer.outputs["manifest"])
    assert manifest["holdoutToml"] == CONFIG.decode()
    assert manifest["config"]["project"] == {"assignment": "tabular-risk"}
    assert [file["path"] for file in manifest["files"]] == ["holdout.toml", "src/model.py", "ünicode.md"]
    assert manifest["totalBytes"] == sum(map(len, files.values()))
    assert [file["text"] for file in manifest["files"]] == [content.decode() for content in files.values()]
    with tarfile.open(fileobj=io.BytesIO(answer.outputs["project"])) as project:
        assert project.getnames() == ["holdout.toml", "src/model.py", "ünicode.md"]
        assert {member.mtime for member in project} == {0}


@pytest.mark.parametrize(
    ("archive", "code", "file"),
    [
        (b"", "ARCHIVE_EMPTY", None),
        (b"hello, this is no archive", "ARCHIVE_NOT_READABLE", None),
        (packed(("a.txt", os.urandom(5000)))[:-900], "ARCHIVE_NOT_READABLE", None),
        (packed(("a.txt", b"x"))[:-6], "ARCHIVE_NOT_READABLE", None),
        (gzip.compress(b""), "ARCHIVE_NOT_READABLE", None),
        (zipped(lambda archive: None)[:-30], "ARCHIVE_NOT_READABLE", None),
        (packed(("../evil", b"x")), "ARCHIVE_UNSAFE_PATH", "../evil"),
        (packed(("a/../../evil", b"x")), "ARCHIVE_UNSAFE_PATH", "a/../../evil"),
        (packed(("/etc/evil", b"x")), "ARCHIVE_UNSAFE_PATH", "/etc/evil"),
        (packed(("a//b", b"x")), "ARCHIVE_UNSAFE_PATH", "a//b"),
        (packed(("a\\b", b"x")), "ARCHIVE_UNSAFE_PATH", "a\\\\b"),
        (packed(("a\nb", b"x")), "ARCHIVE_UNSAFE_PATH", "a\\nb"),
        (packed(("a\x7fb", b"x")), "ARCHIVE_UNSAFE_PATH", "a\\x7fb"),
        (packed(("n" * 201, b"x")), "ARCHIVE_UNSAFE_PATH", "n" * 117 + "..."),
        (packed(("d/" * 40 + "f", b"x")), "ARCHIVE_UNSAFE_PATH", "d/" * 40 + "f"),
        (packed(("a", b"x"), ("a", b"y")), "ARCHIVE_UNSAFE_PATH", "a"),
        (packed(("a", b"x"), ("a/b", b"y")), "ARCHIVE_UNSAFE_PATH", "a"),
        (packed(special("l", tarfile.SYMTYPE, "/etc/passwd")), "ARCHIVE_LINK", "l"),
        (packed(special("l", tarfile.LNKTYPE, "holdout.toml")), "ARCHIVE_LINK", "l"),
        (packed(special("p", tarfile.FIFOTYPE)), "ARCHIVE_SPECIAL_FILE", "p"),
        (packed(special("d", tarfile.CHRTYPE)), "ARCHIVE_SPECIAL_FILE", "d"),
        (packed(special("d", tarfile.BLKTYPE)), "ARCHIVE_SPECIAL_FILE", "d"),
        (packed(*((f"f{i}", b"") for i in range(60))), "ARCHIVE_TOO_MANY_FILES", None),
        (packed(("big", b"\0" * (600 << 10))), "ARCHIVE_TOO_LARGE", "big"),
        (packed(*((f"f{i}", b"\0" * (400 << 10)) for i in range(3))), "ARCHIVE_TOO_LARGE", "f2"),
        (zipped(lambda archive: archive.writestr("bomb", b"\0" * (8 << 20))), "ARCHIVE_TOO_LARGE", "bomb"),
        (zipped(lambda archive: archive.writestr("../evil", b"x")), "ARCHIVE_UNSAFE_PATH", "../evil"),
        (zipped(lambda archive: archive.writestr("/evil", b"x")), "ARCHIVE_UNSAFE_PATH", "/evil"),
        (zipped(zip_link), "ARCHIVE_LINK", "link"),
    ],
    # The bytes of an archive differ from run to run; the name of its test does not.
    ids=lambda value: "archive" if isinstance(value, bytes) else None,
)
def test_refuses_an_archive_that_breaks_a_rule(
    tmp_path: Path, archive: bytes, code: str, file: str | None
) -> None:
    work = tmp_path / "work"

    answer = prepare(work, archive)

    assert answer.exit is not None
    rejection = answer.exit["rejection"]
    assert (rejection["code"], rejection["file"]) == (code, file)
    assert rejection["message"].endswith((".", ")."))
    assert answer.outputs == {}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["work"]


def test_a_tar_header_that_claims_gigabytes_does_not_exhaust_memory(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with gzip.open(bomb, "wb", compresslevel=1) as file:
        header = tarfile.TarInfo("pax")
        header.type, header.size = tarfile.XHDTYPE, 512 << 20
        file.write(header.tobuf(tarfile.USTAR_FORMAT))
        for _ in range(64):
            file.write(b"\0" * (1 << 20))

    answer = prepare(tmp_path, bomb.getvalue())

    assert answer.exit is not None and answer.exit["rejection"]["code"] == "ARCHIVE_TOO_LARGE"


@pytest.mark.parametrize(
    ("config", "code"),
    [
        (None, "CONFIG_MISSING"),
        (b"[project\n", "CONFIG_MALFORMED"),
        (b"name = '\xff'", "CONFIG_MALFORMED"),
        (b"#" * 70_000, "CONFIG_TOO_LARGE"),
        (b"a = " + b"[" * 5000 + b"]" * 5000, "CONFIG_MALFORMED"),
    ],
    ids=["none", "open bracket", "no UTF-8", "large", "deep"],
)
def test_refuses_a_project_without_a_readable_config(tmp_path: Path, config: bytes | None, code: str) -> None:
    files = {"main.py": b"", **({} if config is None else {"holdout.toml": config})}

    answer = prepare(tmp_path, tar_of(files))

    assert answer.exit is not None and answer.exit["rejection"]["code"] == code
    assert answer.exit["rejection"]["file"] == "holdout.toml"
