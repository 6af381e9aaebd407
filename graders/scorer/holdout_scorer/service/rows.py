"""A table of text cells as columns of numbers where every cell is one, and back."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.tables import Row, Table

Json = dict[str, object]


def as_number(text: str) -> float | None:
    """The number a cell holds, None for anything else."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def numeric_columns(table: Table, names: Sequence[str]) -> tuple[str, ...]:
    """Columns in which every filled cell is a number and at least one is filled."""
    found = []
    for name in names:
        cells = [cell for cell in table.column(name) if cell != ""]
        if cells and all(as_number(cell) is not None for cell in cells):
            found.append(name)
    return tuple(found)


def complete_columns(table: Table, names: Sequence[str]) -> tuple[str, ...]:
    """Columns without an empty cell."""
    return tuple(name for name in names if all(cell != "" for cell in table.column(name)))


def values(rows: Sequence[Row], name: str) -> Floats:
    """A numeric column, shape (n,); empty cells are NaN."""
    return np.array([float(row[name]) if row[name] != "" else math.nan for row in rows])


def request_row(row: Mapping[str, str], names: Sequence[str], numeric: frozenset[str]) -> Json:
    """A row as the service gets it: numbers as numbers, an empty cell as null."""
    return {name: _json(row[name], name in numeric) for name in names}


def _json(cell: str, is_number: bool) -> object:
    if cell == "":
        return None
    if not is_number:
        return cell
    value = float(cell)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def cell(value: float) -> str:
    """A number as it is written to a CSV: whole ones without a point."""
    return str(int(value)) if float(value).is_integer() else repr(round(float(value), 9))
