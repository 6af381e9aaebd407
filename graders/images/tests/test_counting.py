"""What the supervisor counts where the kernel does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from holdout_supervisor import counting


def test_counts_everything_with_a_name_up_to_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/file").touch()
    (tmp_path / "a/link").symlink_to(tmp_path)

    assert counting.files([str(tmp_path), "/nowhere"], 10) == 4
    assert counting.files([str(tmp_path)], 2) == 3


def test_what_cannot_be_counted_is_too_much(tmp_path: Path) -> None:
    here = os.getcwd()
    try:
        os.chdir(tmp_path)
        for _ in range(30):  # deeper than a path may be long
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
    finally:
        os.chdir(here)

    assert counting.files([str(tmp_path)], 1000) == 1001


def test_looks_at_nothing_that_the_kernel_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = {"HOLDOUT_FILES": "5", "HOLDOUT_PROCESSES": "5"}
    monkeypatch.setattr(counting, "_counts_files", lambda path: True)
    monkeypatch.setattr(counting, "_counts_processes", lambda: True)
    assert counting.Counts.of(str(tmp_path), limits).due_in_ms is None
    monkeypatch.setattr(counting, "_counts_files", lambda path: False)
    assert counting.Counts.of(str(tmp_path), limits).due_in_ms is not None


def test_is_exceeded_when_a_look_finds_too_many_and_is_due_sooner_near_the_limit(tmp_path: Path) -> None:
    counts = counting.Counts([str(tmp_path)], 40_000, None)
    counts.look()
    assert not counts.is_exceeded and (counts.due_in_ms or 0) > 300
    counts = counting.Counts([str(tmp_path)], 3, None)
    counts.look()
    assert (counts.due_in_ms or 0) < 50
    for name in "abcd":
        (tmp_path / name).touch()
    counts.look_at_files()
    assert counts.too_many_files and not counts.too_many_processes


def test_counts_processes_with_their_threads_up_to_the_limit(tmp_path: Path) -> None:
    for task in ("1/task/1", "7/task/7", "7/task/8", "self/task/1"):
        (tmp_path / task).mkdir(parents=True)
    (tmp_path / "9").mkdir()  # ended meanwhile

    assert counting.processes(10, str(tmp_path)) == 3
    assert counting.processes(0, str(tmp_path)) in (1, 2)
