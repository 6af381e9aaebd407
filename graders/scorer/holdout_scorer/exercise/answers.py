"""Strict reading of answers.json: it is a student's file."""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from holdout_scorer.errors import RejectedError, Rejection
from holdout_scorer.exercise.task import Failure

FILE = "answers.json"
MOST_DEPTH = 12
MOST_LETTERS = 200


def read_answers(path: Path, ids: Sequence[str]) -> dict[str, object]:
    """The value of every task, or a Failure where the function raised or nothing was answered.

    Raises RejectedError for a file that is not what the exercise asks for.
    """
    if not path.is_file():
        raise _reject("MISSING_FILE", "the solve command must write it")
    try:
        content = json.loads(path.read_bytes().decode("utf-8"), parse_constant=_no_constant)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _reject("NOT_JSON", "it must be JSON in UTF-8, without NaN or Infinity") from error
    answers = content.get("answers") if isinstance(content, dict) else None
    if not isinstance(answers, dict):
        raise _reject("SHAPE", 'it must hold {"answers": {task id: {"value": ...}}}')
    if unknown := len(answers.keys() - set(ids)):
        raise _reject("EXTRA_IDS", f"{unknown} of its ids are none of the tasks'")
    return {name: _value(answers.get(name)) for name in ids}


def _value(entry: object) -> object:
    if entry is None:
        return Failure("nothing: the task has no answer")
    if not isinstance(entry, dict) or not ({"value", "error"} & entry.keys()):
        raise _reject("SHAPE", 'every answer must be {"value": ...} or {"error": text}')
    if "value" not in entry:
        return Failure(str(entry["error"])[:MOST_LETTERS])
    if not _is_plain(entry["value"], MOST_DEPTH):
        raise _reject("NOT_FINITE", f"numbers must be finite and lists at most {MOST_DEPTH} deep")
    value: object = entry["value"]
    return value


def _is_plain(value: object, depth: int) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < 10**300
    if isinstance(value, list | dict):
        items = value.values() if isinstance(value, dict) else value
        return depth > 0 and all(_is_plain(item, depth - 1) for item in items)
    return True


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _reject(code: str, rule: str) -> RejectedError:
    return RejectedError(Rejection(code, f"{FILE}: {rule}.", FILE, None, rule))
