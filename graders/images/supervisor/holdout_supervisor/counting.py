"""What the kernel of a container may not count, gVisor's for one: files of a tmpfs, and processes.

Linux refuses the file or the process that is one too many. Where nobody refuses it, the supervisor looks
while a program runs, and ends what has more than it may.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping

_FOLDERS = ("/tmp", "/dev/shm")
_PIDS_LIMITS = ("/sys/fs/cgroup/pids/pids.max", "/sys/fs/cgroup/pids.max")
_PROCESSES_EVERY_S = 0.05
# More than a program makes in a second: the nearer to the limit, the sooner the next look.
_FILES_PER_S = 50_000
_FILES_AT_LEAST_EVERY_S = 0.5


class Counts:
    """Files and processes against their limits; a limit that the kernel keeps itself is not looked at."""

    def __init__(self, folders: Iterable[str], most_files: int | None, most_processes: int | None) -> None:
        self._folders = list(folders)
        self._most_files, self._most_processes = most_files, most_processes
        self._files_due = self._processes_due = time.monotonic()
        self.too_many_files = self.too_many_processes = False

    @classmethod
    def of(cls, work: str, limits: Mapping[str, str]) -> Counts:
        """Limits as the worker gave them to the container: `HOLDOUT_FILES` and `HOLDOUT_PROCESSES`."""
        files, processes = limits.get("HOLDOUT_FILES"), limits.get("HOLDOUT_PROCESSES")
        return cls(
            [work, *_FOLDERS],
            int(files) if files and not _counts_files(work) else None,
            int(processes) if processes and not _counts_processes() else None,
        )

    @property
    def is_exceeded(self) -> bool:
        """Whether a look found too many of anything."""
        return self.too_many_files or self.too_many_processes

    @property
    def due_in_ms(self) -> int | None:
        """When to look again; None where the kernel counts everything."""
        due = [
            at
            for at, most in (
                (self._files_due, self._most_files),
                (self._processes_due, self._most_processes),
            )
            if most is not None
        ]
        return max(1, int((min(due) - time.monotonic()) * 1000)) if due else None

    def look(self) -> None:
        """Count what is due."""
        now = time.monotonic()
        if self._most_processes is not None and now >= self._processes_due:
            self.too_many_processes |= processes(self._most_processes) > self._most_processes
            self._processes_due = time.monotonic() + _PROCESSES_EVERY_S
        if self._most_files is not None and now >= self._files_due:
            self.look_at_files()

    def look_at_files(self) -> None:
        """Count the files now: while a program runs it can hide some, once it has ended it cannot."""
        if self._most_files is None:
            return
        found = files(self._folders, self._most_files)
        self.too_many_files |= found > self._most_files
        room = (self._most_files - found) / _FILES_PER_S
        self._files_due = time.monotonic() + min(_FILES_AT_LEAST_EVERY_S, max(0.0, room))


def files(folders: Iterable[str], most: int) -> int:
    """Everything that has a name below the folders; counting ends beyond `most`."""
    count = 0
    pending = list(folders)
    while pending and count <= most:
        folder = pending.pop()
        try:
            with _entries(folder) as entries:
                for entry in entries:
                    count += 1
                    if count > most:
                        break
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
        except (FileNotFoundError, NotADirectoryError):
            continue  # gone meanwhile
        except OSError:
            return most + 1  # nested or closed so that nobody can count it
    return count


def processes(most: int, proc: str = "/proc") -> int:
    """Processes and threads of this container; counting ends beyond `most`."""
    count = 0
    for name in os.listdir(proc):
        if not name.isdigit():
            continue
        try:
            count += len(os.listdir(f"{proc}/{name}/task"))
        except OSError:
            continue  # ended meanwhile
        if count > most:
            break
    return count


def _entries(folder: str) -> os._ScandirIterator[str]:
    try:
        return os.scandir(folder)
    except PermissionError:
        os.chmod(folder, 0o700)  # the program's user is ours: what it closed we may open
        return os.scandir(folder)


def _counts_files(path: str) -> bool:
    try:
        return os.statvfs(path).f_files > 0
    except OSError:
        return False


def _counts_processes() -> bool:
    return any(_is_number(path) for path in _PIDS_LIMITS)


def _is_number(path: str) -> bool:
    try:
        with open(path, encoding="ascii") as file:
            return file.read().strip().isdigit()
    except OSError:
        return False
