"""PREPARE: unpack a student's archive by the rules, read holdout.toml, hand back one normalized tar.

No student code runs.
"""

from __future__ import annotations

import json
import os
import tomllib

from .job import Job
from .notebook import refuse_unusable
from .outputs import Output
from .rejection import Rejection
from .unpack import unpack_any

CONFIG = "holdout.toml"
MAX_CONFIG_BYTES = 64 << 10
# Of the text that people read when they review a submission. What is beyond is listed without its text.
MAX_TEXT_FILE_BYTES = 128 << 10
MAX_TEXT_BYTES = 1 << 20


def prepare(job: Job, work: str) -> list[Output]:
    """Unpack `archive.bin` below `work` and write the manifest.

    Returns the outputs to send. Raises Rejection.
    """
    root, out = os.path.join(work, "unpacked"), os.path.join(work, "out")
    os.makedirs(root)
    os.makedirs(out, exist_ok=True)
    archive = os.path.join(work, "archive.bin")
    files = unpack_any(archive, root, job.limits, job.commit)
    os.unlink(archive)
    root, files = _without_wrapper(root, files)
    text, config = read_config(root)
    refuse_unusable(root, config)
    manifest = os.path.join(out, "manifest.json")
    with open(manifest, "w", encoding="utf-8") as file:
        json.dump(
            {
                "holdoutToml": text,
                "config": config,
                "files": _with_texts(root, sorted(files)),
                "totalBytes": sum(size for _, size in files),
            },
            file,
            default=str,
        )
    overhead = 2048 * (len(files) + 1) + (1 << 20)
    return [
        Output("manifest", manifest, 16 << 20, "file", True),
        Output("project", root, job.limits.total_bytes + overhead, "tree", True),
    ]


def _with_texts(root: str, files: list[tuple[str, int]]) -> list[dict[str, object]]:
    """Path, size and, for text files within the caps, the text: reviewers read it, nothing executes it."""
    listed: list[dict[str, object]] = []
    left = MAX_TEXT_BYTES
    for path, size in files:
        text = _text_of(os.path.join(root, path), size) if size <= left else None
        left -= size if text is not None else 0
        listed.append({"path": path, "size": size, "text": text})
    return listed


def _text_of(path: str, size: int) -> str | None:
    """The content of a UTF-8 text file; None when it is something else or too long."""
    if size > MAX_TEXT_FILE_BYTES:
        return None
    with open(path, "rb") as file:
        raw = file.read(MAX_TEXT_FILE_BYTES)
    if b"\0" in raw:
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _without_wrapper(root: str, files: list[tuple[str, int]]) -> tuple[str, list[tuple[str, int]]]:
    """Many programs pack the folder itself:

    When everything lies in one top folder, that folder is the project.
    """
    entries = os.listdir(root)
    if len(entries) != 1 or not os.path.isdir(os.path.join(root, entries[0])):
        return root, files
    prefix = entries[0] + "/"
    return os.path.join(root, entries[0]), [(path.removeprefix(prefix), size) for path, size in files]


def read_config(root: str) -> tuple[str, dict[str, object]]:
    """The text of holdout.toml and its parsed content. Raises Rejection CONFIG_*."""
    path = os.path.join(root, CONFIG)
    if not os.path.isfile(path):
        raise Rejection(
            "CONFIG_MISSING",
            f"There is no {CONFIG} at the root of the project. Copy the one from the starter kit "
            "and name your commands in it.",
            CONFIG,
        )
    if os.path.getsize(path) > MAX_CONFIG_BYTES:
        raise Rejection(
            "CONFIG_TOO_LARGE", f"{CONFIG} is larger than {MAX_CONFIG_BYTES} bytes. Shorten it.", CONFIG
        )
    with open(path, "rb") as file:
        raw = file.read(MAX_CONFIG_BYTES)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Rejection(
            "CONFIG_MALFORMED", f"{CONFIG} is not UTF-8 text. Save it as UTF-8.", CONFIG
        ) from None
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Rejection("CONFIG_MALFORMED", f"{CONFIG} is not valid TOML: {error}.", CONFIG) from None
    except RecursionError:
        raise Rejection("CONFIG_MALFORMED", f"{CONFIG} is nested too deeply.", CONFIG) from None
