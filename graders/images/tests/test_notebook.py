"""Notebooks as programs: they run as a script of their cells, and faults are told by cell and line."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest
from peer import Answer, Peer, prepare, tar_of


def notebook(*cells: str, **more: Any) -> bytes:
    code = [{"cell_type": "code", "source": cell.splitlines(keepends=True), "outputs": []} for cell in cells]
    text = {"cell_type": "markdown", "source": ["# %not a magic\n"]}
    metadata = {"kernelspec": {"language": "python"}}
    return json.dumps({"nbformat": 4, "metadata": metadata, "cells": [text, *code], **more}).encode()


def run(work: Path, content: bytes) -> Answer:
    peer = Peer(work)
    job = {
        "kind": "exec",
        "argv": ["python", "train.ipynb", "--seed", "7"],
        "env": {"PATH": "/usr/bin:/bin"},
        "cwd": f"{work}/project",
        "unpack": [{"archive": "project.tar", "to": f"{work}/project"}],
        "outputs": [{"name": "result", "path": f"{work}/out/result", "maxBytes": 1000, "required": False}],
    }
    files = {"train.ipynb": content, "helper.py": b"def double(x):\n    return 2 * x\n"}
    peer.send_job(job, {"project.tar": tar_of(files)})
    return peer.finish()


def test_runs_its_code_cells_in_order_in_one_namespace_as_a_script(tmp_path: Path) -> None:
    answer = run(
        tmp_path,
        notebook(
            "import sys\nfrom helper import double\nx = 20",
            "",
            "assert __name__ == '__main__' and sys.argv == ['train.ipynb', '--seed', '7']\ndisplay(x)\nx + 1",
            "if __name__ == '__main__':\n    open('../out/result', 'w').write(str(double(x)))",
        ),
    )

    assert answer.exit is not None and answer.exit["exitCode"] == 0, answer.log
    assert answer.outputs == {"result": b"40"}
    assert answer.log == "20\n"


@pytest.mark.parametrize("indent", [None, 1])
def test_names_the_cell_and_the_line_of_a_fault(tmp_path: Path, indent: int | None) -> None:
    plain = notebook("import math", "def root(x):\n    return math.sqrt(x)", "root(-1)")
    content = json.dumps(json.loads(plain), indent=indent)

    answer = run(tmp_path, content.encode())

    assert answer.exit is not None and answer.exit["exitCode"] == 1
    assert answer.exit["error"] == {"type": "ValueError", "file": "train.ipynb, code cell 2", "line": 2}
    assert 'train.ipynb, code cell 2", line 2, in root' in answer.log


def test_passes_on_no_place_that_the_notebook_does_not_have(tmp_path: Path) -> None:
    forged = "raise type('E', (ValueError,), {})()"
    cell = f"exec(compile({forged!r}, __file__ + ', code cell 900', 'exec'))"

    answer = run(tmp_path, notebook(cell))

    assert answer.exit is not None and answer.exit["error"] == {"type": "ValueError"}


def packed(content: bytes, command: str) -> bytes:
    config = f'[commands]\ntrain = "{command}"\npredict = "python predict.py"\n'
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, data in (("holdout.toml", config.encode()), ("nb/train.ipynb", content)):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


PLACE = 'holdout.toml, commands.train: "nb/train.ipynb" '


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        (notebook("x = 1", "%matplotlib inline\nx"), 'has "%matplotlib inline" in code cell 2, line 1'),
        (notebook("!pip install torch"), 'has "!pip install torch" in code cell 1, line 1'),
        (notebook("%%time\nx = 1"), 'has "%%time" in code cell 1, line 1'),
        (notebook("files = !ls"), 'has "files = !ls" in code cell 1, line 1'),
        (notebook("print?"), 'has "print?" in code cell 1, line 1'),
        (notebook("x = 1", "for"), "cannot be read as Python in code cell 2, line 1: invalid syntax"),
        (notebook("x = '\0'"), "cannot be read as Python"),
        (notebook(), "has no code cell"),
        (b"x = 1", "is no notebook: it is not JSON"),
        (notebook("x", nbformat=3), "is no notebook of format 4"),
        (notebook("x", metadata={"language_info": {"name": "R"}}), "is written in r"),
    ],
)
def test_refuses_what_cannot_run_before_anything_does(tmp_path: Path, content: bytes, fact: str) -> None:
    answer = prepare(tmp_path, packed(content, "python -u nb/train.ipynb --data {data}"))

    assert answer.exit is not None
    rejection = answer.exit["rejection"]
    assert (rejection["code"], rejection["file"]) == ("CONFIG_INVALID", "nb/train.ipynb")
    assert rejection["message"].startswith(PLACE + fact)


@pytest.mark.parametrize(
    ("content", "command"),
    [
        (notebook("x = (1\n     % 2)\ntext = '''\n%d rows\n! ?\n'''"), "python nb/train.ipynb"),
        (notebook("%load_ext"), "python notes.py nb/train.ipynb"),
        (notebook("%load_ext"), "python ../train.ipynb"),
    ],
)
def test_takes_what_runs_and_leaves_alone_what_does_not(tmp_path: Path, content: bytes, command: str) -> None:
    answer = prepare(tmp_path, packed(content, command))

    assert answer.exit is not None and answer.exit["rejection"] is None
