"""Strict reading of what a student's commands and service left: reject with file and rule, never with
their text.
"""

import json
import math
from pathlib import Path

from holdout_scorer.errors import RejectedError, Rejection
from holdout_scorer.workspace import Workspace

MAX_DEPTH_BYTES = 1 << 24
Facts = dict[str, object]


def as_mapping(value: object) -> Facts:
    """The value when it is an object, an empty one otherwise."""
    return value if isinstance(value, dict) else {}


def reject(code: str, file: str, rule: str, row: int | None = None) -> RejectedError:
    return RejectedError(Rejection(code, f"{file}: {rule}.", file, row, rule))


def read_json_file(path: Path, name: str) -> object:
    """Raises RejectedError unless the file is strict JSON within the cap."""
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_DEPTH_BYTES:
            raise reject("FILE_TOO_LARGE", name, "the file is too large")
        return json.loads(raw.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise reject("NOT_JSON", name, "the file must be JSON in UTF-8, without NaN and Infinity") from error


def _refuse(token: str) -> object:
    raise ValueError(token)


def read_verdicts(workspace: Workspace, call: str, wanted: list[str]) -> dict[str, tuple[bool, str | None]]:
    """For each batch: accepted or not, and the blamed column. Raises RejectedError."""
    name = "verdicts.json"
    value = _mapping(workspace, call, name, wanted)
    found: dict[str, tuple[bool, str | None]] = {}
    for batch in wanted:
        entry = value[batch]
        accept = entry.get("accept") if isinstance(entry, dict) else None
        column = entry.get("column") if isinstance(entry, dict) else None
        if not isinstance(accept, bool) or not (column is None or isinstance(column, str)):
            raise reject(
                "WRONG_TYPE", name, 'every batch needs {"accept": true or false, "column": text or null}'
            )
        found[batch] = (accept, column)
    return found


def read_alarms(workspace: Workspace, call: str, wanted: list[str], windows: int) -> dict[str, int | None]:
    """For each stream the first window with an alarm, None without one. Raises RejectedError."""
    name = "alarms.json"
    value = _mapping(workspace, call, name, wanted)
    found: dict[str, int | None] = {}
    for stream in wanted:
        alarm = value[stream]
        if alarm is not None and (isinstance(alarm, bool) or not isinstance(alarm, int)):
            raise reject("WRONG_TYPE", name, "an alarm is the number of a window or null")
        if alarm is not None and not 0 <= alarm < windows:
            raise reject("OUT_OF_RANGE", name, f"windows are numbered from 0 to {windows - 1}")
        found[stream] = alarm
    return found


def _mapping(workspace: Workspace, call: str, name: str, wanted: list[str]) -> dict[str, object]:
    path = workspace.input(f"outputs/{call}/{name}")
    if not path.is_file():
        raise reject("FILE_MISSING", name, "the file is missing")
    value = read_json_file(path, name)
    if not isinstance(value, dict):
        raise reject("WRONG_TYPE", name, "the file must hold one object, keyed by file name")
    if missing := len(set(wanted) - set(value)):
        raise reject("NAMES_MISSING", name, f"{missing} of {len(wanted)} files have no answer")
    if extra := len(set(value) - set(wanted)):
        raise reject("NAMES_UNKNOWN", name, f"{extra} names are of no file that was given")
    return value


def numbers(value: object, count: int) -> list[float] | None:
    """A list of `count` finite numbers, None for anything else."""
    if not isinstance(value, list) or len(value) != count:
        return None
    if not all(isinstance(x, int | float) and not isinstance(x, bool) and math.isfinite(x) for x in value):
        return None
    return [float(x) for x in value]
