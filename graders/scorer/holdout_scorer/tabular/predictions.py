"""Strict reading of predictions.csv: reject first, naming file, line and rule, never a cell."""

import csv
import io
import math
from collections.abc import Collection
from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.binary_classification.predictions import INFINITE, NUMBER
from holdout_scorer.errors import RejectedError, Rejection

SUM_TOLERANCE = 1e-3


def read_predictions(
    path: Path, name: str, columns: tuple[str, ...], max_bytes: int, ids: Collection[str], unit: bool
) -> dict[str, tuple[float, ...]]:
    """The numbers of every id in `ids`, in any order. `unit`: they are probabilities that add up to 1.

    Raises RejectedError for the first broken rule.
    """
    if not path.is_file():
        raise _reject("MISSING_IDS", name, None, "the call must write predictions.csv")
    if path.stat().st_size > max_bytes:
        raise _reject("FILE_TOO_LARGE", name, None, f"the file may have at most {max_bytes:,} bytes")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _reject("ENCODING", name, None, "the file must be UTF-8 text") from error
    if "\0" in text:
        raise _reject("ENCODING", name, None, "the file must not hold NUL bytes")
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: dict[str, tuple[float, ...]] = {}
    wanted = frozenset(ids)
    try:
        if next(rows, None) != list(columns):
            raise _reject("COLUMNS", name, 1, f"the first line must be {','.join(columns)}")
        for cells in rows:
            line = rows.line_num
            if len(cells) != len(columns):
                raise _reject("COLUMNS", name, line, f"every row has exactly {len(columns)} cells")
            if cells[0] in found:
                raise _reject("DUPLICATE_IDS", name, line, "every id appears once")
            if cells[0] not in wanted:
                raise _reject("EXTRA_IDS", name, line, "every id is one of features.csv")
            numbers = tuple(_number(cell, name, line) for cell in cells[1:])
            found[cells[0]] = _probabilities(numbers, name, line) if unit else numbers
    except csv.Error as error:
        raise _reject("COLUMNS", name, rows.line_num, "the file must be plain CSV") from error
    if len(found) < len(wanted):
        lacking = f"{len(wanted) - len(found):,} of {len(wanted):,} are missing"
        raise _reject("MISSING_IDS", name, None, f"every id of features.csv needs a row; {lacking}")
    return found


def lined_up(found: dict[str, tuple[float, ...]], names: list[str]) -> Floats:
    """Shape (len(names), numbers per row)."""
    return np.array([found[name] for name in names], dtype=np.float64)


def _probabilities(numbers: tuple[float, ...], name: str, line: int) -> tuple[float, ...]:
    if min(numbers) < 0.0 or max(numbers) > 1.0:
        raise _reject("OUT_OF_RANGE", name, line, "a probability must lie between 0 and 1")
    total = sum(numbers)
    if abs(total - 1.0) > SUM_TOLERANCE:
        raise _reject("OUT_OF_RANGE", name, line, "the probabilities of a row must add up to 1")
    return tuple(number / total for number in numbers)


def _number(cell: str, name: str, line: int) -> float:
    if cell.lower() in INFINITE:
        raise _reject("NOT_FINITE", name, line, "a prediction must be finite")
    if not NUMBER.fullmatch(cell):
        raise _reject("NOT_A_NUMBER", name, line, "a prediction must be a number")
    value = float(cell)
    # Beyond 1e150 a squared error would overflow.
    if not math.isfinite(value) or abs(value) > 1e150:
        raise _reject("NOT_FINITE", name, line, "a prediction must be finite")
    return value


def _reject(code: str, name: str, row: int | None, rule: str) -> RejectedError:
    where = f"{name}, line {row}" if row else name
    return RejectedError(Rejection(code, f"{where}: {rule}.", name, row, rule))
