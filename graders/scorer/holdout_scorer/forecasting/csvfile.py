"""Strict reading of a student's CSV: reject first, with the file, the row and the rule."""

import csv
import io
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from holdout_scorer.errors import RejectedError, Rejection

# float() would also take `1_000`, `nan`, non-ASCII digits and spaces.
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?", re.ASCII)
INFINITE = frozenset({"inf", "+inf", "-inf", "infinity", "+infinity", "-infinity"})
# Far above anything sensible, far below where squares overflow.
LARGEST = 1e12


@dataclass(frozen=True)
class StudentCsv:
    """path: the file. name: what the student knows it as."""

    path: Path
    name: str

    def reject(self, code: str, row: int | None, rule: str) -> RejectedError:
        where = f"{self.name}, line {row}" if row else self.name
        return RejectedError(Rejection(code, f"{where}: {rule}.", self.name, row, rule))

    def rows(self, columns: tuple[str, ...], max_bytes: int) -> Iterator[tuple[int, list[str]]]:
        """Line number and cells of every row below the header. Raises RejectedError."""
        if not self.path.is_file():
            raise self.reject("MISSING_IDS", None, "the call must write this file")
        if self.path.stat().st_size > max_bytes:
            raise self.reject("FILE_TOO_LARGE", None, f"the file may have at most {max_bytes:,} bytes")
        lines = csv.reader(io.StringIO(self._text(), newline=""), strict=True)
        try:
            if next(lines, None) != list(columns):
                raise self.reject("COLUMNS", 1, f"the first line must be {','.join(columns)}")
            for cells in lines:
                if len(cells) != len(columns):
                    raise self.reject(
                        "COLUMNS", lines.line_num, f"every row has exactly {len(columns)} cells"
                    )
                yield lines.line_num, cells
        except csv.Error as error:
            raise self.reject("COLUMNS", lines.line_num, "the file must be plain CSV") from error

    def number(self, cell: str, line: int, column: str) -> float:
        if cell.lower() in INFINITE:
            raise self.reject("NOT_FINITE", line, f"{column} must be finite")
        if not NUMBER.fullmatch(cell):
            raise self.reject("NOT_A_NUMBER", line, f"{column} must be a number")
        value = float(cell)
        if not math.isfinite(value):
            raise self.reject("NOT_FINITE", line, f"{column} must be finite")
        if abs(value) > LARGEST:
            raise self.reject("OUT_OF_RANGE", line, f"{column} must lie between -{LARGEST:g} and {LARGEST:g}")
        return value

    def _text(self) -> str:
        raw = self.path.read_bytes()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise self.reject("ENCODING", line, "the file must be UTF-8 text") from error
        if "\0" in text:
            line = text.count("\n", 0, text.index("\0")) + 1
            raise self.reject("ENCODING", line, "the file must not hold NUL bytes")
        return text
