"""Dispatch, and how a broken file is told."""

import json
import sys
from pathlib import Path

from holdout_runner.classify import classify
from holdout_runner.errors import FileRejectedError

PROGRAMS = {"onnx-classify": classify}
USAGE_EXIT, REJECTED_EXIT = 64, 2


def main(arguments: list[str], root: Path | None = None) -> int:
    """0: outputs written. 2: the student's file breaks a rule; `out/error.json` says which."""
    if len(arguments) != 1 or arguments[0] not in PROGRAMS:
        print(f"usage: python3 -m holdout_runner {'|'.join(PROGRAMS)}", file=sys.stderr)
        return USAGE_EXIT
    folder = root or Path.cwd()
    (folder / "out").mkdir(exist_ok=True)
    try:
        PROGRAMS[arguments[0]](folder / "in", folder / "out")
    except FileRejectedError as error:
        told = {"code": error.code, "message": error.message, "file": error.file}
        (folder / "out/error.json").write_text(json.dumps(told))
        print(f"{error.code}: {error.message}", file=sys.stderr)
        return REJECTED_EXIT
    return 0
