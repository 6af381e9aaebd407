"""The whole labelled dataset: features, label and groups of every distinct row."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.binary_classification.spec import BinarySpec
from holdout_scorer.errors import AssignmentError
from holdout_scorer.problems import MOST_OF_A_KIND, Problem, absent_columns, nearest, of_error
from holdout_scorer.tables import Cells, Rows, Table, read_table, table_cells
from holdout_scorer.tabular.dataset import DICTIONARY, is_numeric, moment, of_problems

RESERVED = frozenset({"id", "key", "label", "contaminated", "unit"})


@dataclass(frozen=True)
class Dataset:
    """`rows` hold features only; the other vectors align with them. Column names are lower case."""

    features: tuple[str, ...]
    numeric: frozenset[str]
    rows: Rows
    labels: tuple[int, ...]
    units: tuple[str, ...] | None
    times: Floats | None
    dictionary: Table


def load_dataset(folder: Path, spec: BinarySpec) -> Dataset:
    """Reads the dataset and its dictionary; exact duplicates are kept once, rows without an outcome left out.

    Raises AssignmentError with everything that is wrong, each with its column and line where there is one.
    """
    file = PurePosixPath(spec.data_file).name
    table = read_table(folder / file)
    columns = tuple(name.lower() for name in table.columns)
    problems = _of_columns(spec, columns, f"data/{file}")
    if problems:
        raise of_problems(problems)
    features = tuple(n for n in columns if n not in (spec.target.column, spec.id, spec.group))
    place = {name: columns.index(name) for name in columns}
    wanted, outcome = [place[name] for name in features], place[spec.target.column]
    rows: list[Cells] = []
    labels, units, times = [], [], []
    seen: set[tuple[Cells, str]] = set()
    outcomes: set[str] = set()
    for line, cells in enumerate(table_cells(table), start=2):
        content = tuple(cells[i] for i in wanted)
        if not cells[outcome] or (content, cells[outcome]) in seen:
            continue
        seen.add((content, cells[outcome]))
        outcomes.add(cells[outcome])
        if spec.time:
            try:
                times.append(moment(cells[place[spec.time]], spec.time, line))
            except AssignmentError as error:
                problems += of_error(error, file=f"data/{file}")
                if len(problems) >= MOST_OF_A_KIND:
                    break
        rows.append(content)
        labels.append(int(cells[outcome] == spec.target.positive))
        if spec.group:
            units.append(cells[place[spec.group]])
    problems += _of_outcomes(spec, outcomes, labels)
    if problems:
        raise of_problems(problems)
    kept = Rows(features, rows)
    dictionary = _dictionary(folder, spec, kept)
    numeric = frozenset(row["column"] for row in dictionary.rows if row["type"] == "number")
    problems = _of_numbers(spec, kept, numeric, f"data/{file}")
    if problems:
        raise of_problems(problems)
    return Dataset(
        features,
        numeric,
        kept,
        tuple(labels),
        tuple(units) if spec.group else None,
        np.array(times) if spec.time else None,
        dictionary,
    )


def _of_columns(spec: BinarySpec, columns: tuple[str, ...], file: str) -> list[Problem]:
    if len(set(columns)) != len(columns):
        message = "Column names must differ in more than upper and lower case."
        return [Problem("dataset.file", file, 1, message, "Rename one of the two.")]
    asked = {"dataset.target.column": spec.target.column, "dataset.id": spec.id, "dataset.group": spec.group}
    asked |= {"dataset.time": spec.time}
    asked |= {f"dataset.sensitive[{i}].column": item.column for i, item in enumerate(spec.sensitive)}
    found = absent_columns(asked, columns)
    features = {n for n in columns if n not in (spec.target.column, spec.id, spec.group)}
    if not features:
        message = "The dataset has no column to predict from."
        found.append(Problem("dataset.file", file, 1, message, "Add columns that are known beforehand."))
    advice = "Rename the column, or name it in `dataset.id` when it only names rows."
    found += [
        Problem("dataset.file", file, 1, f"The column name `{name}` is reserved.", advice, name)
        for name in sorted(RESERVED & features)
    ]
    return found


def _of_outcomes(spec: BinarySpec, outcomes: set[str], labels: list[int]) -> list[Problem]:
    positive = spec.target.positive
    if labels and 0 < sum(labels) < len(labels):
        return []
    message = f"No row, or every row, has the outcome `{positive}`."
    advice = nearest(positive, sorted(outcomes - {positive}) or ["another column"])
    return [Problem("dataset.target.positive", "assignment.yaml", None, message, advice, spec.target.column)]


def _dictionary(folder: Path, spec: BinarySpec, rows: Rows) -> Table:
    """The author's data dictionary, or one made of the columns' names and kinds."""
    if spec.dictionary_file is None:
        kinds = {name: "number" if is_numeric(rows.column(name)) else "category" for name in rows.columns}
        described = [dict(zip(DICTIONARY, (name, kind, "", ""), strict=True)) for name, kind in kinds.items()]
        return Table(DICTIONARY, tuple(described))
    dictionary = read_table(folder / PurePosixPath(spec.dictionary_file).name)
    problems = [
        Problem("dataset.dictionary", spec.dictionary_file, 1, f"The dictionary has no column `{name}`.")
        for name in DICTIONARY
        if name not in dictionary.columns
    ]
    if not problems and sorted(dictionary.column("column")) != sorted(rows.columns):
        odd = ", ".join(sorted(set(dictionary.column("column")) ^ set(rows.columns)))
        message = f"Dictionary and dataset disagree on these columns: {odd}."
        problems = [Problem("dataset.dictionary", spec.dictionary_file, None, message)]
    if problems:
        raise of_problems(problems)
    return dictionary


def _of_numbers(spec: BinarySpec, rows: Rows, numeric: frozenset[str], file: str) -> list[Problem]:
    advice = "Write numbers with a point and without units, or call the column a category in the dictionary."
    found = [
        Problem("dataset.dictionary", file, None, f"Column `{name}` holds more than numbers.", advice, name)
        for name in sorted(numeric)
        if any(rows.column(name)) and not is_numeric(rows.column(name))
    ]
    for item in spec.sensitive:
        if item.bands and not is_numeric(rows.column(item.column)):
            message = f"`{item.column}` cannot be banded: it holds more than numbers."
            found.append(Problem("dataset.sensitive", file, None, message, "Drop `bands`.", item.column))
    return found
