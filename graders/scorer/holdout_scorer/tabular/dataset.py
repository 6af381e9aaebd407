"""The labelled table as its author gave it, checked and ready to be cut."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import AssignmentError
from holdout_scorer.problems import MOST_OF_A_KIND, Problem, absent_columns, of_error
from holdout_scorer.tables import Cells, Row, Rows, Table, read_table, table_cells
from holdout_scorer.tabular.spec import TabularSpec

RESERVED = frozenset({"id", "key", "label", "unit"})
DICTIONARY = ("column", "type", "unit", "description")


@dataclass(frozen=True)
class Dataset:
    """Distinct rows with a known outcome. `rows` hold features; the other vectors align with them."""

    features: tuple[str, ...]
    numeric: frozenset[str]
    rows: Rows
    targets: tuple[str, ...]
    units: tuple[str, ...] | None
    times: Floats | None
    dictionary: Table


def load_dataset(folder: Path, spec: TabularSpec) -> Dataset:
    """Raises AssignmentError with everything that is wrong, each with its place."""
    file = PurePosixPath(spec.file).name
    table = read_table(folder / file)
    columns = tuple(name.lower() for name in table.columns)
    problems = _of_columns(spec, columns, f"data/{file}")
    if problems:
        raise of_problems(problems)
    features = tuple(n for n in columns if n not in (spec.target, spec.id, spec.group))
    place = {name: columns.index(name) for name in columns}
    wanted = [place[name] for name in features]
    seen: set[tuple[Cells, str]] = set()
    rows: list[Cells] = []
    targets, units, times = [], [], []
    for line, cells in enumerate(table_cells(table), start=2):
        target, content = cells[place[spec.target]], tuple(cells[i] for i in wanted)
        # A row without outcome cannot be graded; an exact copy could stand on both sides of the cut.
        if not target or (content, target) in seen:
            continue
        seen.add((content, target))
        try:
            if spec.kind == "regression":
                _number(target, spec.target, line)
            times.append(moment(cells[place[spec.time]], spec.time, line) if spec.time else 0.0)
        except AssignmentError as error:
            problems += of_error(error, file=f"data/{file}")
            if len(problems) >= MOST_OF_A_KIND:
                break
        rows.append(content)
        targets.append(target)
        if spec.group:
            units.append(cells[place[spec.group]])
    if problems:
        raise of_problems(problems)
    if not rows:
        raise _invalid(f"No row has a value of the target `{spec.target}`.", spec.target)
    kept = Rows(features, rows)
    numeric = frozenset(n for n in features if n != spec.time and is_numeric(kept.column(n)))
    return Dataset(
        features,
        numeric,
        kept,
        tuple(targets),
        tuple(units) if spec.group else None,
        np.array(times) if spec.time else None,
        _dictionary(folder, spec, features, numeric),
    )


def of_problems(problems: list[Problem], code: str = "DATA_INVALID") -> AssignmentError:
    """Several problems as one error: the first speaks, the others go with it."""
    first, *others = problems
    return AssignmentError(
        code,
        first.message,
        path=first.path,
        file=first.file,
        line=first.line,
        column=first.column,
        suggestion=first.suggestion,
        further=tuple(others),
    )


def _of_columns(spec: TabularSpec, columns: tuple[str, ...], file: str) -> list[Problem]:
    if len(set(columns)) != len(columns):
        message = "Column names must differ in more than upper and lower case."
        return [Problem("dataset.file", file, 1, message, "Rename one of the two.")]
    asked = {"dataset.target.column": spec.target, "dataset.id": spec.id, "dataset.group": spec.group}
    asked |= {"dataset.time": spec.time}
    asked |= {f"split.by[{i}]": name for i, name in enumerate(spec.strata) if name != "target"}
    found = absent_columns(asked, columns)
    features = [n for n in columns if n not in (spec.target, spec.id, spec.group)]
    if not features:
        message = "The dataset has no column to predict from."
        found.append(Problem("dataset.file", file, 1, message, "Add columns that are known beforehand."))
    found += [
        Problem(
            "dataset.file", file, 1, f"The column name `{name}` is reserved.", _FREE_NAME.get(name, ""), name
        )
        for name in sorted(RESERVED & set(features))
    ]
    return found


_FREE_NAME = {
    "id": "Rename the column, or say `id: id` under `dataset` when it only names rows.",
    "key": "Rename the column.",
    "label": "Rename the column.",
    "unit": "Rename the column.",
}


def _dictionary(folder: Path, spec: TabularSpec, features: tuple[str, ...], numeric: frozenset[str]) -> Table:
    """The author's data dictionary, or one made of the columns' names and kinds."""
    made: dict[str, Row] = {
        n: {"column": n, "type": "number" if n in numeric else "text", "unit": "", "description": ""}
        for n in features
    }
    if spec.dictionary and (folder / PurePosixPath(spec.dictionary).name).is_file():
        table = read_table(folder / PurePosixPath(spec.dictionary).name)
        if lacking := set(DICTIONARY) - set(table.columns):
            raise AssignmentError(
                "DATA_INVALID",
                f"The dictionary needs the columns {', '.join(sorted(lacking))}.",
                path="dataset.dictionary",
            )
        made |= {
            n: row | {"column": n, "type": made[n]["type"]}
            for row in table.rows
            if (n := row["column"].lower()) in made
        }
    return Table(DICTIONARY, tuple(made[n] for n in features))


def is_numeric(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    try:
        return bool(filled) and bool(np.isfinite(np.array(filled, dtype=np.float64)).all())
    except ValueError:
        return False


def _number(cell: str, column: str, line: int) -> None:
    try:
        if np.isfinite(float(cell)):
            return
    except ValueError:
        pass
    raise _invalid(
        f"The target `{column}` in line {line} is not a finite number.",
        column,
        line,
        "Leave the cell empty where the outcome is unknown, or use a classification template.",
    )


def moment(cell: str, column: str, line: int) -> float:
    """A number as it is, a date as seconds since 1970 (UTC where no zone is named)."""
    try:
        return float(cell)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError as error:
        raise _invalid(
            f"`{column}` in line {line} is neither a number nor an ISO 8601 date.",
            column,
            line,
            "Write times as 2024-05-31 or 2024-05-31T14:00, or as numbers.",
            "dataset.time",
        ) from error
    first = datetime(1970, 1, 1, tzinfo=moment.tzinfo)
    return (moment - first).total_seconds()


def _invalid(
    message: str,
    column: str | None = None,
    line: int | None = None,
    suggestion: str = "",
    path: str = "dataset.target.column",
) -> AssignmentError:
    return AssignmentError(
        "DATA_INVALID", message, path=path, line=line, column=column, suggestion=suggestion
    )
