"""Fork the student's program, wait for it, and leave nothing of it alive."""

from __future__ import annotations

import builtins
import contextlib
import errno
import json
import os
import re
import resource
import select
import signal
import time
from collections.abc import Callable
from typing import NamedTuple

from .counting import Counts
from .frames import PeerGone, ProtocolError
from .job import Job
from .notebook import file_of
from .program import become
from .sampling import Samples

_MOST_SOURCE = 1 << 24
_PIDS_EVENTS = ("/sys/fs/cgroup/pids/pids.events", "/sys/fs/cgroup/pids.events")
_OOM_EVENTS = ("/sys/fs/cgroup/memory/memory.oom_control", "/sys/fs/cgroup/memory.events")


class Ended(NamedTuple):
    """How the program ended.

    `usage` holds measurements and hints; `error` an uncaught exception's type and place.
    """

    exit_code: int | None
    signal: int | None
    usage: dict[str, object]
    error: dict[str, object] | None


def run(job: Job, work: str, control_fd: int, counts: Counts) -> Ended | Callable[[], None]:
    """Run the job's command to its end. In the forked child this returns the program to run instead.

    Raises PeerGone when `control_fd` reaches its end before the program does.
    """
    report_read, report_write = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    wake_read, wake_write = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
    samples = Samples()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        return become(job.argv, job.env, job.cwd, report_write)
    os.close(report_write)
    status = _wait(child, wake_read, control_fd, counts, samples)
    wall = time.monotonic() - started
    full = _is_full(work) or _is_full("/tmp")
    _kill_rest(child)
    counts.look_at_files()
    error = _read_report(report_read, job.cwd)
    number = error.pop("errno", None) if error else None
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Too much is ended for, even if the program was done before somebody looked.
    code = -signal.SIGKILL if counts.is_exceeded else os.waitstatus_to_exitcode(status)
    return Ended(
        exit_code=code if code >= 0 else None,
        signal=-code if code < 0 else None,
        usage={
            "maxRssBytes": spent.ru_maxrss * 1024,
            "userSeconds": round(spent.ru_utime, 3),
            "systemSeconds": round(spent.ru_stime, 3),
            "wallSeconds": round(wall, 3),
            "diskFull": full or counts.too_many_files or number in (errno.ENOSPC, errno.EDQUOT),
            "processLimit": counts.too_many_processes or counter(_PIDS_EVENTS, "max") > 0,
            "openFilesLimit": number in (errno.EMFILE, errno.ENFILE),
            "fileSizeLimit": number == errno.EFBIG or code == -signal.SIGXFSZ,
            "oomKills": counter(_OOM_EVENTS, "oom_kill"),
            "samples": samples.as_json(),
        },
        error=error,
    )


def counter(files: tuple[str, ...], key: str) -> int:
    """A named counter of this container's cgroup, version 1 or 2; 0 where the kernel does not tell."""
    for path in files:
        try:
            with open(path, encoding="ascii") as file:
                for line in file:
                    name, _, value = line.partition(" ")
                    if name == key:
                        return int(value)
        except (OSError, ValueError):
            continue
    return 0


def _wait(child: int, wake_fd: int, control_fd: int, counts: Counts, samples: Samples) -> int:
    """Reap until the child itself ends (orphans come to PID 1), or has more than it may.

    Meanwhile look at what it takes. No thread: a full process table must not stop us.
    """
    poll = select.poll()
    poll.register(wake_fd, select.POLLIN)
    poll.register(control_fd, select.POLLIN)
    while True:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError as error:
                raise RuntimeError("The program's process vanished.") from error
            if pid == child:
                return status
            if pid == 0:
                break
        due = [samples.due_in_ms, None if counts.is_exceeded else counts.due_in_ms]
        for fd, _ in poll.poll(min(ms for ms in due if ms is not None)):
            if fd == wake_fd:
                os.read(wake_fd, 4096)
            elif not os.read(control_fd, 1):
                raise PeerGone
            else:
                raise ProtocolError("Nothing may be sent while the program runs.")
        samples.look()
        if not counts.is_exceeded:
            counts.look()
            if counts.is_exceeded:
                with contextlib.suppress(ProcessLookupError):
                    _kill_all(child)


def _kill_all(child: int) -> None:
    """SIGKILL, as PID 1 to everything in the container, elsewhere (tests) to the child's own group.

    Raises ProcessLookupError when nothing is left.
    """
    if os.getpid() == 1:
        os.kill(-1, signal.SIGKILL)
    else:
        os.killpg(child, signal.SIGKILL)


def _kill_rest(child: int) -> None:
    """End and reap whatever is left."""
    while True:
        try:
            _kill_all(child)
        except ProcessLookupError:
            return
        try:
            # One that was being born may escape the signal where that is not sent to all at once (gVisor).
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.001)
        except ChildProcessError:
            if os.getpid() != 1:
                return


def _is_full(path: str) -> bool:
    """True when less than one page or no inode is left.

    A file system that counts no inodes has none of none (gVisor's, for one).
    """
    try:
        room = os.statvfs(path)
    except OSError:
        return False
    return room.f_bavail * room.f_frsize < 4096 or (room.f_files > 0 and room.f_favail == 0)


def _read_report(fd: int, project: str) -> dict[str, object] | None:
    """Read the child's note.

    The student can forge it, so only a builtin's name and a real place in the project pass.
    """
    try:
        raw = os.read(fd, 4096)
    except BlockingIOError:
        return None
    finally:
        os.close(fd)
    try:
        note = json.loads(raw)
    except ValueError:
        return None
    if not isinstance(note, dict):
        return None
    kind = note.get("type")
    known = (
        isinstance(kind, str)
        and re.fullmatch(r"[A-Za-z]{1,40}", kind)
        and isinstance(getattr(builtins, kind, None), type)
    )
    if not known and kind != "EntryPointMissing":
        return None
    file, line, number = note.get("file"), note.get("line"), note.get("errno")
    result: dict[str, object] = {"type": kind, "errno": number if isinstance(number, int) else None}
    if kind == "EntryPointMissing":
        return {
            **result,
            "file": file if isinstance(file, str) and file.isprintable() and len(file) < 200 else None,
        }
    if isinstance(file, str) and isinstance(line, int) and _is_line_of(project, file, line):
        return {**result, "file": file, "line": line}
    return result


def _is_line_of(project: str, file: str, line: int) -> bool:
    cell = file_of(file)
    path = os.path.join(project, cell[0] if cell else file)
    if ".." in path.split("/") or os.path.islink(path) or not os.path.isfile(path):
        return False
    with open(path, "rb") as source:
        content = source.read(_MOST_SOURCE)
    if cell is None:
        return 1 <= line <= content.count(b"\n") + 1
    # In a notebook the ends of lines are escaped.
    return cell[1] <= content.count(b'"cell_type"') and 1 <= line <= content.count(b"\\n") + 1
