"""The supervisor's one life: import, lock down, say READY, take one job, answer, exit."""

from __future__ import annotations

import fcntl
import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

from . import runner
from .counting import Counts
from .frames import InputStream, PeerGone, ProtocolError, read_frame, write_json
from .imports import import_all, named_in
from .job import Job, parse_job
from .lockdown import become_student, install_seccomp, set_dumpable
from .outputs import Output, send
from .rejection import Rejection
from .unpack import Limits, Unpacker

# Exit statuses that tell the worker why there is no EXIT frame.
PEER_GONE, PROTOCOL_ERROR, SUPERVISOR_ERROR = 75, 76, 70
# Every process of the program is dead by then: what precedes the mark is the whole log.
LOG_END = b"\0holdout-log-end\0"
_ANY = Limits(files=100_000, total_bytes=1 << 40, file_bytes=1 << 40)


def supervise(preload: list[str]) -> Callable[[], None]:
    """Serve one job and exit.

    Returns only in the forked child: the student's program, to be called at top level.
    """
    out = fcntl.fcntl(1, fcntl.F_DUPFD_CLOEXEC, 64)
    os.dup2(2, 1)
    become_student(os.environ.get("HOLDOUT_USER"))
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # PID 1 has no default actions; a handler would let a student stop us
    try:
        # A container that was made for a job in hand imports what that needs, instead of what most may need.
        later = preload if os.environ.get("HOLDOUT_IMPORTS") == "on-demand" else []
        imported = [] if later else import_all(preload)
        work = os.environ.get("HOLDOUT_WORK", "/work")
        set_dumpable(False)
        if os.environ.get("HOLDOUT_SECCOMP") != "off":
            install_seccomp()
        write_json(out, b"R", {"supervisor": "1", "imports": imported, "memoryBytes": _own_memory()})
        program = _serve(work, out, later)
        if program is None:
            _wait_for_dismissal()
    except (PeerGone, BrokenPipeError):
        _leave(PEER_GONE)
    except ProtocolError as error:
        print(f"holdout supervisor: {error}", file=sys.stderr)
        _leave(PROTOCOL_ERROR)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        _leave(SUPERVISOR_ERROR)
    if program is None:
        _leave(0)
    return program


def _leave(status: int) -> NoReturn:
    """Exit without the interpreter's tear-down of big libraries; the kernel kills what is left in the
    container.
    """
    sys.stderr.flush()
    os._exit(status)


def _wait_for_dismissal() -> None:
    """Stay until the worker closes stdin.

    Tearing a container down costs the engine more than many programs take: the worker chooses when. No
    process of the program is left by now.
    """
    while os.read(0, 4096):
        pass


def _own_memory() -> int | None:
    """Bytes that this process does not share with others; None where the kernel does not tell."""
    try:
        with open("/proc/self/smaps_rollup", encoding="ascii") as file:
            dirty = [line.split()[1] for line in file if line.startswith("Private_Dirty:")]
            return sum(int(kibibytes) << 10 for kibibytes in dirty)
    except OSError:
        return None


def _serve(work: str, out: int, modules: list[str]) -> Callable[[], None] | None:
    kind, payload = read_frame(0)
    if kind != b"J":
        raise ProtocolError(f"Expected a job, got a frame of type {kind!r}.")
    job = parse_job(payload, work)
    ended: runner.Ended | None = None
    rejection: Rejection | None = None
    try:
        _take_inputs(job, work)
        if modules:
            import_all(named_in(job.cwd, modules))
        write_json(out, b"B", {})
        if job.kind == "prepare":
            from .prepare import prepare  # no other job needs what it imports

            outputs = prepare(job, work)
            ended = runner.Ended(0, None, {}, None)
        else:
            result = runner.run(job, work, 0, Counts.of(work, os.environ))
            if callable(result):
                return result
            ended, outputs = result, job.outputs
        _send_all(out, outputs, job.limits.files, ended.exit_code == 0)
    except Rejection as refused:
        rejection = refused
    sys.stderr.flush()
    os.write(2, LOG_END)
    write_json(
        out,
        b"X",
        {
            "exitCode": ended.exit_code if ended else None,
            "signal": ended.signal if ended else None,
            "rejection": rejection.as_json() if rejection else None,
            "usage": ended.usage if ended else {},
            "error": ended.error if ended else None,
        },
    )
    return None


def _take_inputs(job: Job, work: str) -> None:
    """Unpack the stream of inputs, then the opaque archives inside it (those are a student's bytes:

    Same rules).
    """
    stream = InputStream(0)
    try:
        Unpacker(work, _ANY).tar(stream)  # type: ignore[arg-type]
    finally:
        stream.drain()
    for archive, target in job.unpack:
        os.makedirs(target, exist_ok=True)
        with open(os.path.join(work, archive), "rb") as file:
            Unpacker(target, job.limits).tar(file)
        os.unlink(os.path.join(work, archive))
    if job.kind == "exec":
        for folder in ("out/reports", "model", "tmp"):
            os.makedirs(os.path.join(work, folder), exist_ok=True)
        if not os.path.isdir(job.cwd):
            raise ProtocolError(f"There is no folder {job.cwd} to run in.")
        _make_read_only(os.path.join(work, "in"))


def _make_read_only(folder: str) -> None:
    """A guard against accidents: the student's user owns the files and could change the mode back."""
    for root, _, files in os.walk(folder, topdown=False):
        for name in files:
            os.chmod(os.path.join(root, name), 0o444)
        os.chmod(root, 0o555)


def _send_all(out: int, outputs: list[Output], max_files: int, succeeded: bool) -> None:
    """After a failure only optional single files are handed back (a report of what went wrong), and none is
    demanded.
    """
    for output in outputs:
        if succeeded:
            send(out, output, max_files)
        elif output.kind == "file" and not output.required:
            try:
                send(out, output, max_files)
            except Rejection as refused:
                print(f"holdout: {refused.message}", file=sys.stderr)
