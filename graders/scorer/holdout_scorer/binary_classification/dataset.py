"""The whole labelled dataset: features, label and groups of every distinct row."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from holdout_scorer.binary_classification.spec import BinarySpec
from holdout_scorer.errors import AssignmentError
from holdout_scorer.tables import Row, Table, read_table
from holdout_scorer.workspace import Workspace

RESERVED = frozenset({"id", "key", "label", "contaminated"})


@dataclass(frozen=True)
class Dataset:
    """`rows` hold features only; `labels` align with them. Column names are lower case."""

    features: tuple[str, ...]
    numeric: frozenset[str]
    rows: tuple[Row, ...]
    labels: tuple[int, ...]
    dictionary: Table


def load_dataset(workspace: Workspace, spec: BinarySpec) -> Dataset:
    """Reads the dataset and its dictionary; exact duplicates are kept once.

    Raises AssignmentError when columns and dictionary disagree or a number is not one.
    """
    table = _lower(read_table(workspace.input(f"data/{PurePosixPath(spec.data_file).name}")))
    dictionary = read_table(workspace.input(f"data/{PurePosixPath(spec.dictionary_file).name}"))
    if spec.target.column not in table.columns:
        raise AssignmentError("DATA_INVALID", f"The dataset has no target column `{spec.target.column}`.")
    features = tuple(name for name in table.columns if name != spec.target.column)
    described = dictionary.column("column")
    if sorted(described) != sorted(features):
        odd = ", ".join(sorted(set(described) ^ set(features)))
        raise AssignmentError("DATA_INVALID", f"Dictionary and dataset disagree on these columns: {odd}.")
    if RESERVED & set(features):
        raise AssignmentError("DATA_INVALID", f"Column names {sorted(RESERVED)} are reserved.")
    numeric = frozenset(row["column"] for row in dictionary.rows if row["type"] == "number")
    distinct = {tuple(row[name] for name in table.columns): row for row in table.rows}
    rows = tuple({name: row[name] for name in features} for row in distinct.values())
    _check_numbers(rows, numeric)
    labels = tuple(int(row[spec.target.column] == spec.target.positive) for row in distinct.values())
    if not 0 < sum(labels) < len(labels):
        raise AssignmentError(
            "DATA_INVALID", f"No row, or every row, has the outcome `{spec.target.positive}`."
        )
    return Dataset(features, numeric, rows, labels, dictionary)


def _lower(table: Table) -> Table:
    columns = tuple(name.lower() for name in table.columns)
    rows = tuple(dict(zip(columns, row.values(), strict=True)) for row in table.rows)
    return Table(columns, rows)


def _check_numbers(rows: tuple[Row, ...], numeric: frozenset[str]) -> None:
    for number, row in enumerate(rows, start=1):
        for name in numeric:
            try:
                float(row[name] or 0)
            except ValueError as error:
                message = f"Column `{name}` of distinct row {number} is not a number."
                raise AssignmentError("DATA_INVALID", message) from error
