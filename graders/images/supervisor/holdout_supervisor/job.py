"""The job message, checked."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from .frames import ProtocolError
from .outputs import Output
from .unpack import Limits


class Job(NamedTuple):
    """What to do once: unpack `unpack`, run `argv` in `cwd` with exactly `env`, hand back `outputs`.

    commit: which commit of a git packfile to prepare.
    """

    kind: str
    argv: list[str]
    env: dict[str, str]
    cwd: str
    unpack: list[tuple[str, str]]
    outputs: list[Output]
    limits: Limits
    commit: str | None = None


def parse_job(payload: bytes, work: str) -> Job:
    """Parse a JOB frame.

    Raises ProtocolError: a malformed job is the platform's fault, never the student's.
    """
    try:
        raw: dict[str, Any] = json.loads(payload)
        limits = raw.get("limits", {})
        job = Job(
            kind=raw["kind"],
            argv=[str(part) for part in raw.get("argv", [])],
            env={str(name): str(value) for name, value in raw.get("env", {}).items()},
            cwd=str(raw.get("cwd", f"{work}/project")),
            unpack=[(str(item["archive"]), str(item["to"])) for item in raw.get("unpack", [])],
            outputs=[
                Output(
                    name=str(item["name"]),
                    path=str(item["path"]),
                    max_bytes=int(item["maxBytes"]),
                    kind=str(item.get("kind", "file")),
                    required=bool(item.get("required", True)),
                )
                for item in raw.get("outputs", [])
            ],
            limits=Limits(
                files=int(limits.get("archiveFiles", 5_000)),
                total_bytes=int(limits.get("archiveBytes", 512 << 20)),
                file_bytes=int(limits.get("fileBytes", 512 << 20)),
            ),
            commit=str(raw["commit"]) if raw.get("commit") else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProtocolError(f"Malformed job: {error!r}") from error
    if job.kind not in ("prepare", "exec") or (job.kind == "exec" and not job.argv):
        raise ProtocolError("A job is either 'prepare' or an 'exec' with a command.")
    return job
