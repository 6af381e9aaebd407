"""What the supervisor tells of a program's processor time and memory while it runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from holdout_supervisor import sampling
from holdout_supervisor.sampling import MOST_SAMPLES, Samples, Taken, of_cgroup, of_processes
from peer import run_python


class Clock:
    """Time that passes when a test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(sampling.time, "monotonic", lambda: self.now)


def write(folder: Path, files: dict[str, str]) -> str:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    return str(folder)


def test_sees_the_memory_that_a_program_takes_and_the_time_that_it_computes(tmp_path: Path) -> None:
    answer = run_python(
        tmp_path,
        "import os, time\n"
        "end = time.monotonic() + 1.4\n"
        "if os.fork(): held = b'x' * (64 << 20); time.sleep(1.4)\n"
        "while time.monotonic() < end: pass\n",
    )

    assert answer.exit is not None and answer.exit["exitCode"] == 0, answer.log
    first, second = answer.exit["usage"]["samples"]
    assert first[:2] == [0, 0] and 1 <= second[0] < 1.4
    assert second[2] - first[2] > 64 << 20
    assert 0.1 < second[1] <= 2.8


def test_a_short_program_is_not_sampled_again(tmp_path: Path) -> None:
    answer = run_python(tmp_path, "pass")

    assert answer.exit is not None and len(answer.exit["usage"]["samples"]) == 1


def test_a_full_series_keeps_every_second_sample_and_goes_on_half_as_often(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock(monkeypatch)
    monkeypatch.setattr(sampling, "of_processes", lambda: Taken(clock.now / 2, int(clock.now)))
    samples = Samples()
    for second in range(1, MOST_SAMPLES):
        clock.now = 1000.0 + second
        samples.look()
        samples.look()  # not due
    series = samples.as_json()
    assert [at for at, _, _ in series] == list(range(0, MOST_SAMPLES, 2))
    assert samples.due_in_ms == pytest.approx(1000, abs=2)

    for second in range(MOST_SAMPLES, 10_000):
        clock.now = 1000.0 + second
        samples.look()
        assert len(samples.as_json()) < MOST_SAMPLES
    series = samples.as_json()
    assert len(series) >= MOST_SAMPLES / 2 and series[0] == (0, 0, 1000) and series[-1][0] > 9_800
    assert {later[0] - at[0] for at, later in zip(series, series[1:], strict=False)} == {128}
    assert all(cpu == at / 2 and memory == 1000 + at for at, cpu, memory in series)


def test_processor_time_never_runs_backwards(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    found = iter([Taken(5, 1), Taken(9, 1), Taken(7, 1), Taken(10, 1)])
    monkeypatch.setattr(sampling, "of_processes", lambda: next(found))
    samples = Samples()
    for _ in range(3):
        clock.now += 1
        samples.look()

    assert [cpu for _, cpu, _ in samples.as_json()] == [0, 4, 4, 5]


@pytest.mark.parametrize(
    "files",
    [
        {
            "cpu.stat": "usage_usec 2500000\nuser_usec 2000000\n",
            "memory.current": "7000\n",
            "memory.stat": "anon 5000\ninactive_file 1500\n",
        },
        {
            "cpuacct/cpuacct.usage": "2500000000\n",
            "memory/memory.usage_in_bytes": "7000\n",
            "memory/memory.stat": "inactive_file 1\ntotal_inactive_file 1500\n",
        },
    ],
    ids=["version 2", "version 1"],
)
def test_reads_a_cgroup_and_leaves_out_files_that_may_be_forgotten(
    tmp_path: Path, files: dict[str, str]
) -> None:
    assert of_cgroup(write(tmp_path, files)) == Taken(2.5, 5500)


def test_a_cgroup_that_tells_nothing_is_none(tmp_path: Path) -> None:
    assert of_cgroup(str(tmp_path)) is None
    files = {"cpuacct/cpuacct.usage": "0\n", "memory/memory.usage_in_bytes": "0\n", "memory/memory.stat": ""}
    assert of_cgroup(write(tmp_path, files)) is None


def test_sums_over_all_processes_below_and_no_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tick, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")

    def stat(parent: int, pages: int, *times: int) -> str:
        fields = ["S", parent, *[0] * 9, *(seconds * tick for seconds in times), *[0] * 6, pages, 0]
        return f"1 (a) b (c) {' '.join(map(str, fields))}\n"

    proc = write(
        tmp_path,
        {
            "1/stat": stat(0, 1000, 50, 50, 0, 0),
            "7/stat": stat(1, 10, 1, 2, 3, 4),
            "8/stat": stat(7, 5, 1, 0, 0, 0),
            "9/stat": stat(2, 100, 9, 9, 9, 9),
            "uptime": "",
        },
    )
    (tmp_path / "11").mkdir()  # ended meanwhile

    monkeypatch.setattr(
        sampling.resource, "getrusage", lambda who: type("", (), {"ru_utime": 0.5, "ru_stime": 0})()
    )

    assert of_processes(proc, parent=1) == Taken(11.5, 15 * page)
