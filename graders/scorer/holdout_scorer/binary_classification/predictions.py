"""Strict parser of `predictions.csv`: rejects the first violation, naming the file, the row and the rule."""

import csv
import io
import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from holdout_scorer.errors import RejectedError, Rejection

# float() would also accept `1_000`, `nan`, non-ASCII digits and spaces.
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?", re.ASCII)
INFINITE = frozenset({"inf", "+inf", "-inf", "infinity", "+infinity", "-infinity"})
DECISIONS = {"0": 0, "1": 1, "0.0": 0, "1.0": 1}


@dataclass(frozen=True)
class Prediction:
    probability: float
    decision: int


def read_predictions(
    path: Path, name: str, columns: tuple[str, ...], max_bytes: int, ids: Collection[str]
) -> dict[str, Prediction]:
    """The prediction of every id in `ids`, in any order.

    path: the file. name: what the student knows it as. Raises RejectedError for the first broken rule. No
    message holds text from the file.
    """
    reject = _Rejecter(name)
    if path.stat().st_size > max_bytes:
        raise reject("FILE_TOO_LARGE", None, f"the file may have at most {max_bytes:,} bytes")
    rows = csv.reader(io.StringIO(_decode(path.read_bytes(), reject), newline=""), strict=True)
    found: dict[str, Prediction] = {}
    wanted = frozenset(ids)
    try:
        if next(rows, None) != list(columns):
            raise reject("COLUMNS", 1, f"the first line must be {','.join(columns)}")
        for cells in rows:
            line = rows.line_num
            if len(cells) != len(columns):
                raise reject("COLUMNS", line, f"every row has exactly {len(columns)} cells")
            if cells[0] in found:
                raise reject("DUPLICATE_IDS", line, "every id appears once")
            if cells[0] not in wanted:
                raise reject("EXTRA_IDS", line, "every id is one of features.csv")
            found[cells[0]] = Prediction(
                _probability(cells[1], line, reject), _decision(cells[2], line, reject)
            )
    except csv.Error as error:
        raise reject("COLUMNS", rows.line_num, "the file must be plain CSV") from error
    if not found:
        raise reject("ROW_COUNT", None, f"{len(wanted):,} rows are needed and there are none")
    if len(found) < len(wanted):
        lacking = len(wanted) - len(found)
        raise reject(
            "MISSING_IDS",
            None,
            f"every id of features.csv needs a row; {lacking:,} of {len(wanted):,} are missing",
        )
    return found


@dataclass(frozen=True)
class _Rejecter:
    file: str

    def __call__(self, code: str, row: int | None, rule: str) -> RejectedError:
        where = f"{self.file}, line {row}" if row else self.file
        return RejectedError(Rejection(code, f"{where}: {rule}.", self.file, row, rule))


def _decode(raw: bytes, reject: _Rejecter) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise reject("ENCODING", line, "the file must be UTF-8 text") from error
    if "\0" in text:
        raise reject(
            "ENCODING", text.count("\n", 0, text.index("\0")) + 1, "the file must not hold NUL bytes"
        )
    return text


def _probability(cell: str, line: int, reject: _Rejecter) -> float:
    if cell.lower() in INFINITE:
        raise reject("NOT_FINITE", line, "a probability must be finite")
    if not NUMBER.fullmatch(cell):
        raise reject("NOT_A_NUMBER", line, "a probability must be a number")
    value = float(cell)
    if not math.isfinite(value):
        raise reject("NOT_FINITE", line, "a probability must be finite")
    if not 0.0 <= value <= 1.0:
        raise reject("OUT_OF_RANGE", line, "a probability must lie between 0 and 1")
    return value


def _decision(cell: str, line: int, reject: _Rejecter) -> int:
    if cell not in DECISIONS:
        raise reject("DECISION_VALUE", line, "a decision must be 0 or 1")
    return DECISIONS[cell]
