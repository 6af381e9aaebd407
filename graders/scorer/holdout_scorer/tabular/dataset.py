"""The labelled table as its author gave it, checked and ready to be cut."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import AssignmentError
from holdout_scorer.tables import Row, Table, read_table
from holdout_scorer.tabular.spec import TabularSpec

RESERVED = frozenset({"id", "key", "label", "unit"})
DICTIONARY = ("column", "type", "unit", "description")


@dataclass(frozen=True)
class Dataset:
    """Distinct rows with a known outcome. `rows` hold features; the other vectors align with them."""

    features: tuple[str, ...]
    numeric: frozenset[str]
    rows: tuple[Row, ...]
    targets: tuple[str, ...]
    units: tuple[str, ...] | None
    times: Floats | None
    dictionary: Table


def load_dataset(folder: Path, spec: TabularSpec) -> Dataset:
    """Raises AssignmentError naming the column, and the line where there is one."""
    table = read_table(folder / PurePosixPath(spec.file).name)
    columns = tuple(name.lower() for name in table.columns)
    if len(set(columns)) != len(columns):
        raise _invalid("Column names must differ in more than upper and lower case.")
    for name in (spec.target, spec.id, spec.group, spec.time):
        if name and name not in columns:
            raise _invalid(f"The dataset has no column `{name}`.")
    features = tuple(n for n in columns if n not in (spec.target, spec.id, spec.group))
    if not features:
        raise _invalid("The dataset has no column to predict from.")
    if RESERVED & set(features):
        raise _invalid(f"These column names are reserved: {', '.join(sorted(RESERVED & set(features)))}.")
    seen: set[tuple[str, ...]] = set()
    rows, targets, units, times = [], [], [], []
    names = dict(zip(columns, table.columns, strict=True))
    for line, cells in enumerate(table.rows, start=2):
        target = cells[names[spec.target]]
        content = tuple(cells[names[n]] for n in (*features, spec.target))
        # A row without outcome cannot be graded; an exact copy could stand on both sides of the cut.
        if not target or content in seen:
            continue
        seen.add(content)
        if spec.kind == "regression":
            _number(target, f"The target `{spec.target}` in line {line}")
        rows.append({n: cells[names[n]] for n in features})
        targets.append(target)
        if spec.group:
            units.append(cells[names[spec.group]])
        if spec.time:
            times.append(_moment(cells[names[spec.time]], spec.time, line))
    if not rows:
        raise _invalid(f"No row has a value of the target `{spec.target}`.")
    numeric = frozenset(n for n in features if n != spec.time and _is_numeric(rows, n))
    return Dataset(
        features,
        numeric,
        tuple(rows),
        tuple(targets),
        tuple(units) if spec.group else None,
        np.array(times) if spec.time else None,
        _dictionary(folder, spec, features, numeric),
    )


def _dictionary(folder: Path, spec: TabularSpec, features: tuple[str, ...], numeric: frozenset[str]) -> Table:
    """The author's data dictionary, or one made of the columns' names and kinds."""
    made: dict[str, Row] = {
        n: {"column": n, "type": "number" if n in numeric else "text", "unit": "", "description": ""}
        for n in features
    }
    if spec.dictionary and (folder / PurePosixPath(spec.dictionary).name).is_file():
        table = read_table(folder / PurePosixPath(spec.dictionary).name)
        if lacking := set(DICTIONARY) - set(table.columns):
            raise _invalid(f"The dictionary needs the columns {', '.join(sorted(lacking))}.")
        made |= {
            n: row | {"column": n, "type": made[n]["type"]}
            for row in table.rows
            if (n := row["column"].lower()) in made
        }
    return Table(DICTIONARY, tuple(made[n] for n in features))


def _is_numeric(rows: list[Row], name: str) -> bool:
    filled = [row[name] for row in rows if row[name]]
    try:
        return bool(filled) and bool(np.isfinite(np.array(filled, dtype=np.float64)).all())
    except ValueError:
        return False


def _number(cell: str, what: str) -> float:
    try:
        value = float(cell)
    except ValueError as error:
        raise _invalid(f"{what} is not a number.") from error
    if not np.isfinite(value):
        raise _invalid(f"{what} is not finite.")
    return value


def _moment(cell: str, column: str, line: int) -> float:
    """A number as it is, a date as seconds since 1970 (UTC where no zone is named)."""
    try:
        return float(cell)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError as error:
        raise _invalid(f"`{column}` in line {line} is neither a number nor an ISO 8601 date.") from error
    first = datetime(1970, 1, 1, tzinfo=moment.tzinfo)
    return (moment - first).total_seconds()


def _invalid(message: str) -> AssignmentError:
    return AssignmentError("DATA_INVALID", message)
