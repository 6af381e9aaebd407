"""Running a program: how it ends, what is handed back, and that nothing of it stays alive."""

from __future__ import annotations

import contextlib
import io
import os
import tarfile
import time
from pathlib import Path
from typing import Any

import pytest
from holdout_supervisor import runner
from peer import Peer, run_python, tar_of


def output(work: Path, path: str, **more: Any) -> dict[str, Any]:
    return {"name": "result", "path": f"{work}/{path}", "maxBytes": 1000, **more}


def test_runs_a_script_like_python_does_and_returns_its_output(tmp_path: Path) -> None:
    answer = run_python(
        tmp_path,
        "import os, sys, pickle\n"
        "class Model: pass\n"
        "pickle.loads(pickle.dumps(Model()))\n"
        "print('out'); print('err', file=sys.stderr)\n"
        "assert __name__ == '__main__' and sys.argv == ['main.py']\n"
        "assert sys.path[0] == os.getcwd() and not any(m.startswith('holdout') for m in sys.modules)\n"
        "assert set(os.environ) == {'PATH', 'GIVEN'}, os.environ\n"
        "assert sys.stdin.read() == ''\n"
        "open('../out/result', 'w').write(open('../in/data/train.csv').read())\n",
        [output(tmp_path, "out/result")],
    )

    assert answer.exit is not None and answer.exit["exitCode"] == 0, answer.log
    assert answer.outputs == {"result": b"a,b\n1,2\n"}
    assert answer.log == "out\nerr\n"
    assert answer.status == 0
    assert answer.exit["usage"]["maxRssBytes"] > 1_000_000


def test_finalizes_what_the_program_leaves_open(tmp_path: Path) -> None:
    answer = run_python(
        tmp_path,
        "import threading, time, atexit\n"
        "file = open('../out/result', 'w')\n"
        "file.write('data')\n"
        "class Late:\n"
        "    def __del__(self): print('deleted', time.time() > 0)\n"
        "late = Late(); late.self = late\n"
        "atexit.register(print, 'atexit')\n"
        "threading.Thread(target=lambda: (time.sleep(0.2), print('thread'))).start()\n",
        [output(tmp_path, "out/result")],
    )

    assert answer.outputs == {"result": b"data"}
    assert answer.log == "thread\natexit\ndeleted True\n"


def test_names_type_and_line_of_an_uncaught_exception(tmp_path: Path) -> None:
    answer = run_python(tmp_path, "def f():\n    class Odd(KeyError): pass\n    raise Odd('secret')\nf()\n")

    assert answer.exit is not None and answer.exit["exitCode"] == 1
    assert answer.exit["error"] == {"type": "KeyError", "file": "main.py", "line": 3}
    assert "holdout_supervisor" not in answer.log
    assert answer.log.startswith("Traceback (most recent call last):\n") and "secret" in answer.log


@pytest.mark.parametrize(
    ("source", "code", "signal"),
    [
        ("import sys; sys.exit(7)", 7, None),
        ("import sys; sys.exit('why')", 1, None),
        ("import os; os._exit(3)", 3, None),
        ("import os; os.kill(os.getpid(), 11)", None, 11),
        ("import atexit; atexit.register(print, 'last')", 0, None),
        ("x = = 1", 1, None),
    ],
)
def test_reports_how_the_program_ended(
    tmp_path: Path, source: str, code: int | None, signal: int | None
) -> None:
    answer = run_python(tmp_path, source)

    assert answer.exit is not None
    assert (answer.exit["exitCode"], answer.exit["signal"]) == (code, signal)
    assert ("last" in answer.log) == ("atexit" in source)


@pytest.mark.parametrize("argv", [["python", "absent.py"], ["no-such-program"], ["./absent"]])
def test_tells_a_missing_entry_point_from_a_crash(tmp_path: Path, argv: list[str]) -> None:
    answer = run_python(tmp_path, "", argv=argv)

    assert answer.exit is not None and answer.exit["exitCode"] in (2, 127)
    assert answer.exit["error"] == {"type": "EntryPointMissing", "file": argv[-1]}


def test_runs_programs_that_are_not_python(tmp_path: Path) -> None:
    answer = run_python(
        tmp_path, "", [output(tmp_path, "out/r")], argv=["sh", "-c", 'printf "$GIVEN" > ../out/r']
    )

    assert answer.outputs == {"result": b"yes"}


def test_runs_a_module(tmp_path: Path) -> None:
    answer = run_python(tmp_path, "print('as module', __name__)", argv=["python3", "-I", "-m", "main"])

    assert answer.log == "as module __main__\n"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("pass", "OUTPUT_MISSING"),
        ("os.symlink('/etc/passwd', '../out/result')", "OUTPUT_NOT_REGULAR"),
        ("os.mkfifo('../out/result')", "OUTPUT_NOT_REGULAR"),
        ("os.mkdir('../out/result')", "OUTPUT_NOT_REGULAR"),
        ("import shutil; shutil.rmtree('../out'); os.symlink('/etc', '../out')", "OUTPUT_NOT_REGULAR"),
        ("open('../out/result', 'w').truncate(1 << 40)", "OUTPUT_TOO_LARGE"),
        ("open('../out/result', 'w').write('x' * 1001)", "OUTPUT_TOO_LARGE"),
    ],
)
def test_refuses_an_output_that_is_not_a_small_regular_file(tmp_path: Path, source: str, code: str) -> None:
    answer = run_python(tmp_path, f"import os\n{source}\n", [output(tmp_path, "out/result")])

    assert answer.exit is not None and answer.exit["rejection"]["code"] == code
    assert answer.exit["exitCode"] == 0 and answer.outputs == {}


def test_hands_a_folder_back_as_a_tar(tmp_path: Path) -> None:
    answer = run_python(
        tmp_path,
        "import os\nos.makedirs('../model/b')\n"
        "open('../model/b/z','w').write('1')\nopen('../model/a','w').write('22')\n",
        [output(tmp_path, "model", kind="tree", maxBytes=100_000)],
    )

    with tarfile.open(fileobj=io.BytesIO(answer.outputs["result"])) as archive:
        assert [(member.name, member.size) for member in archive] == [("a", 2), ("b/z", 1)]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("os.symlink('/etc/passwd', '../model/x')", "OUTPUT_NOT_REGULAR"),
        ("os.mkfifo('../model/x')", "OUTPUT_NOT_REGULAR"),
        ("[open(f'../model/{i}', 'w') for i in range(30)]", "OUTPUT_TOO_MANY_FILES"),
        ("open('../model/x', 'w').truncate(1 << 40)", "OUTPUT_TOO_LARGE"),
        ("pass", "OUTPUT_MISSING"),
    ],
)
def test_refuses_a_folder_with_anything_else(tmp_path: Path, source: str, code: str) -> None:
    answer = run_python(
        tmp_path,
        f"import os\n{source}\n",
        [output(tmp_path, "model", kind="tree")],
        limits={"archiveFiles": 20},
    )

    assert answer.exit is not None and answer.exit["rejection"]["code"] == code


def test_an_optional_report_comes_back_even_after_a_failure(tmp_path: Path) -> None:
    answer = run_python(
        tmp_path,
        "open('../out/error.json', 'w').write('{}')\nraise SystemExit(2)\n",
        [output(tmp_path, "out/error.json", required=False), output(tmp_path, "out/other", name="other")],
    )

    assert answer.exit is not None and (answer.exit["exitCode"], answer.exit["rejection"]) == (2, None)
    assert answer.outputs == {"result": b"{}"}


def test_kills_children_left_behind_and_does_not_wait_for_them(tmp_path: Path) -> None:
    started = time.monotonic()

    answer = run_python(
        tmp_path,
        "import subprocess\np = subprocess.Popen(['sleep', '60'])\n"
        "open('../out/pid','w').write(str(p.pid))\n",
        [output(tmp_path, "out/pid")],
    )

    assert time.monotonic() - started < 10
    stat = Path(f"/proc/{int(answer.outputs['result'])}/stat")
    while is_alive(stat):
        assert time.monotonic() - started < 20
        time.sleep(0.02)


def is_alive(stat: Path) -> bool:
    """What was killed may still be on its way out when its killer has long answered."""
    try:
        return not stat.read_text().split(") ")[1].startswith("Z")
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_leaves_at_once_when_the_worker_dies(tmp_path: Path) -> None:
    peer = Peer(tmp_path)
    peer.send_job(
        {"kind": "exec", "argv": ["sleep", "5"], "env": {"PATH": os.environ["PATH"]}, "cwd": str(tmp_path)},
        {"in/a": b""},
    )
    time.sleep(0.3)

    assert peer.process.stdin is not None
    peer.process.stdin.close()

    assert peer.process.wait(timeout=5) == 75


def test_inputs_are_read_only_by_mode(tmp_path: Path) -> None:
    answer = run_python(tmp_path, "import os\nprint(oct(os.stat('../in/data/train.csv').st_mode & 0o777))\n")

    assert answer.log == "0o444\n"


@pytest.mark.parametrize(
    "job",
    [
        {"kind": "exec", "argv": []},
        {"kind": "other", "argv": ["x"]},
        {"argv": ["x"]},
        {"kind": "exec", "argv": 3},
    ],
)
def test_a_malformed_job_is_the_platforms_fault(tmp_path: Path, job: dict[str, Any]) -> None:
    peer = Peer(tmp_path)
    with contextlib.suppress(BrokenPipeError):  # it may leave before it read the inputs
        peer.send_job(job, {"in/a": tar_of({})})

    assert peer.process.wait(timeout=5) == 76
    peer.process.communicate()


@pytest.mark.parametrize(
    ("blocks", "files", "free_files", "is_full"),
    [(100, 50, 10, False), (0, 50, 10, True), (100, 50, 0, True), (100, 0, 0, False)],
)
def test_a_disk_is_full_without_room_or_inodes_where_these_are_counted(
    monkeypatch: pytest.MonkeyPatch, blocks: int, files: int, free_files: int, is_full: bool
) -> None:
    room = os.statvfs_result((4096, 4096, 100, blocks, blocks, files, free_files, free_files, 0, 255))
    monkeypatch.setattr(os, "statvfs", lambda path: room)
    assert runner._is_full("/work") is is_full
