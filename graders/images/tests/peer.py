"""The worker's side of the protocol, for tests:

Starts the supervisor as a process and speaks frames with it.
"""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tarfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from holdout_supervisor.frames import read_frame, write_frame, write_json

SUPERVISOR = Path(__file__).resolve().parent.parent / "supervisor"


@dataclass
class Answer:
    """Everything the supervisor sent back for one job."""

    exit: dict[str, Any] | None = None
    outputs: dict[str, bytes] = field(default_factory=dict)
    log: str = ""
    status: int | None = None


def tar_of(files: dict[str, bytes]) -> bytes:
    """An uncompressed tar of regular files."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


class Peer:
    """One supervisor process working below `work`.

    As root on a host it may not install the filter it has in a container.
    """

    def __init__(self, work: Path) -> None:
        work.mkdir(parents=True, exist_ok=True)
        self.work = work
        self.process = subprocess.Popen(
            [sys.executable, "-s", str(SUPERVISOR), "json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={"PATH": os.environ["PATH"], "HOLDOUT_WORK": str(work), "HOLDOUT_SECCOMP": "off"},
        )
        assert self.process.stdin is not None and self.process.stdout is not None
        self._to = self.process.stdin.fileno()
        self._from = self.process.stdout.fileno()
        kind, payload = read_frame(self._from)
        assert kind == b"R"
        self.ready = json.loads(payload)

    def send_job(self, job: dict[str, Any], inputs: dict[str, bytes]) -> None:
        write_json(self._to, b"J", job)
        tar = tar_of(inputs)
        for start in range(0, len(tar), 100_000):
            write_frame(self._to, b"I", tar[start : start + 100_000])
        write_frame(self._to, b"E")

    def finish(self) -> Answer:
        """Read frames up to EXIT and wait for the process."""
        answer = Answer()
        name, wanted = "", 0
        while answer.exit is None:
            kind, payload = read_frame(self._from)
            if kind == b"O":
                head = json.loads(payload)
                name, wanted = head["name"], head["size"]
                answer.outputs[name] = b""
            elif kind == b"D":
                answer.outputs[name] += payload
                assert len(answer.outputs[name]) <= wanted
            elif kind == b"X":
                answer.exit = json.loads(payload)
        log = self.process.communicate(timeout=20)[1].decode(errors="replace")
        assert log.endswith("\0holdout-log-end\0")
        answer.log, answer.status = log.removesuffix("\0holdout-log-end\0"), self.process.returncode
        return answer

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=20)


def run_python(work: Path, source: str, outputs: list[dict[str, Any]] | None = None, **job: Any) -> Answer:
    """Run `source` as main.py of a project and return what comes back."""
    peer = Peer(work)
    peer.send_job(
        {
            "kind": "exec",
            "argv": ["python", "main.py"],
            "env": {"PATH": os.environ["PATH"], "GIVEN": "yes"},
            "cwd": f"{work}/project",
            "unpack": [{"archive": "project.tar", "to": f"{work}/project"}],
            "outputs": outputs or [],
            **job,
        },
        {"in/data/train.csv": b"a,b\n1,2\n", "project.tar": tar_of({"main.py": source.encode()})},
    )
    return peer.finish()


def prepare(work: Path, archive: bytes, commit: str | None = None, **limits: int) -> Answer:
    """Send `archive` through PREPARE and return what comes back. commit: of a git packfile."""
    peer = Peer(work)
    peer.send_job(
        {
            "kind": "prepare",
            "commit": commit,
            "limits": {"archiveFiles": 50, "archiveBytes": 1 << 20, "fileBytes": 1 << 19, **limits},
        },
        {"archive.bin": archive},
    )
    return peer.finish()
