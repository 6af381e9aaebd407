"""What a program takes while it runs: processor time and memory of its container, as a bounded series.

The container's cgroup knows both, where it can be read. Elsewhere (some versions of gVisor, and tests) they
are summed over the processes below this one; what several of them share is then counted for each.
"""

from __future__ import annotations

import os
import resource
import time
from typing import NamedTuple

MOST_SAMPLES = 120
_EVERY_S = 1.0
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Taken(NamedTuple):
    """Processor seconds since some beginning, and bytes of memory now."""

    cpu_seconds: float
    memory_bytes: int


class Samples:
    """A series that begins with the program. When it is full every second one is kept, and the next ones are
    taken half as often: however long a program runs, the series tells of all of it.
    """

    def __init__(self, cgroup: str | None = None, every_s: float = _EVERY_S) -> None:
        # Only PID 1 has a cgroup to itself; a supervisor under test is one of many in its.
        self._cgroup = cgroup or ("/sys/fs/cgroup" if os.getpid() == 1 else None)
        self._every_s = every_s
        self._began = time.monotonic()
        self._first = self._last = self._now()
        self._samples = [(0.0, 0.0, self._first.memory_bytes)]

    @property
    def due_in_ms(self) -> int:
        """When to look again."""
        due = self._began + self._samples[-1][0] + self._every_s
        return max(1, int((due - time.monotonic()) * 1000) + 1)

    def look(self) -> None:
        """Take a sample, if one is due."""
        seconds = time.monotonic() - self._began
        if seconds < self._samples[-1][0] + self._every_s:
            return
        now = self._now()
        # A process that ends while the others are read is missing for a moment.
        self._last = Taken(max(now.cpu_seconds, self._last.cpu_seconds), now.memory_bytes)
        used = self._last.cpu_seconds - self._first.cpu_seconds
        self._samples.append((round(seconds, 3), round(used, 3), now.memory_bytes))
        if len(self._samples) == MOST_SAMPLES:
            del self._samples[1::2]
            self._every_s *= 2

    def as_json(self) -> list[tuple[float, float, int]]:
        """Seconds since the beginning, processor seconds until then, bytes of memory then."""
        return list(self._samples)

    def _now(self) -> Taken:
        return (self._cgroup and of_cgroup(self._cgroup)) or of_processes()


def of_cgroup(root: str) -> Taken | None:
    """What a cgroup counts, version 2 or 1; None where it cannot be read or counts nothing."""
    try:
        spent = _named(f"{root}/cpu.stat")["usage_usec"] / 1e6
        used = _number(f"{root}/memory.current")
        cached = _named(f"{root}/memory.stat").get("inactive_file", 0)
    except (OSError, ValueError, KeyError):
        try:
            spent = _number(f"{root}/cpuacct/cpuacct.usage") / 1e9
            used = _number(f"{root}/memory/memory.usage_in_bytes")
            cached = _named(f"{root}/memory/memory.stat").get("total_inactive_file", 0)
        except (OSError, ValueError):
            return None
    # Files that were read and may be forgotten at any time are not what a limit ends a program for.
    memory = max(0, used - cached)
    return Taken(spent, memory) if memory else None


def of_processes(proc: str = "/proc", parent: int | None = None) -> Taken:
    """The same, summed over all processes below `parent` (this one), which knows of those that ended."""
    reaped = resource.getrusage(resource.RUSAGE_CHILDREN)
    parents: dict[int, int] = {}
    taken: dict[int, Taken] = {}
    for name in os.listdir(proc):
        if not name.isdigit():
            continue
        try:
            with open(f"{proc}/{name}/stat", "rb") as file:
                # The name, in parentheses, may hold anything, also parentheses.
                fields = file.read().rpartition(b")")[2].split()
        except OSError:
            continue  # ended meanwhile
        parents[int(name)] = int(fields[1])
        ticks = sum(int(field) for field in fields[11:15])  # its own, and of children that it waited for
        taken[int(name)] = Taken(ticks / _TICKS, max(0, int(fields[21])) * _PAGE)
    below = _below(parents, os.getpid() if parent is None else parent)
    return Taken(
        reaped.ru_utime + reaped.ru_stime + sum(taken[pid].cpu_seconds for pid in below),
        sum(taken[pid].memory_bytes for pid in below),
    )


def _below(parents: dict[int, int], top: int) -> set[int]:
    children: dict[int, list[int]] = {}
    for pid, parent in parents.items():
        children.setdefault(parent, []).append(pid)
    found: set[int] = set()
    pending = [top]
    while pending:
        for pid in children.get(pending.pop(), []):
            if pid not in found and pid != top:
                found.add(pid)
                pending.append(pid)
    return found


def _number(path: str) -> int:
    with open(path, encoding="ascii") as file:
        return int(file.read())


def _named(path: str) -> dict[str, int]:
    with open(path, encoding="ascii") as file:
        pairs = (line.split() for line in file)
        return {pair[0]: int(pair[1]) for pair in pairs if len(pair) == 2}
