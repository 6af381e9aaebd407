"""The interactions of an assignment's file: who met which item, and how it was liked."""

from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from holdout_scorer.errors import AssignmentError
from holdout_scorer.ranking.spec import RankingSpec
from holdout_scorer.tables import Row, read_table
from holdout_scorer.workspace import Workspace

RESERVED = frozenset({"user", "item", "rating"})


@dataclass(frozen=True)
class Interaction:
    user: str
    item: str
    rating: str
    time: str
    side: Row


@dataclass(frozen=True)
class Dataset:
    rows: tuple[Interaction, ...]
    relevant_from: float


def load_dataset(workspace: Workspace, spec: RankingSpec) -> Dataset:
    """Reads the file; of several rows of one user and item the last one counts.

    Raises AssignmentError for absent columns, empty ids or ratings that are no numbers.
    """
    names = spec.columns
    table = read_table(workspace.input(f"data/{PurePosixPath(spec.data_file).name}"))
    wanted = [names.user, names.item, *names.side, *filter(None, (names.rating, names.time))]
    absent = sorted(set(wanted) - set(table.columns))
    if absent:
        raise AssignmentError("DATA_INVALID", f"The dataset has no column {', '.join(absent)}.")
    if RESERVED & set(names.side):
        raise AssignmentError("DATA_INVALID", f"Side columns may not be called {sorted(RESERVED)}.")
    distinct: dict[tuple[str, str], Interaction] = {}
    for number, row in enumerate(table.rows, start=2):
        found = _interaction(row, number, spec)
        distinct[found.user, found.item] = found
    rows = tuple(distinct.values())
    threshold = spec.relevant_from
    if threshold is None:
        threshold = float(np.median([float(row.rating) for row in rows])) if rows else 0.0
    return Dataset(rows, threshold)


def _interaction(row: Row, number: int, spec: RankingSpec) -> Interaction:
    names = spec.columns
    if not row[names.user] or not row[names.item]:
        raise AssignmentError("DATA_INVALID", f"Line {number} lacks a user or an item.")
    rating = row[names.rating] if names.rating else "1"
    for column, cell in ((names.rating, rating), (names.time, row[names.time] if names.time else "0")):
        try:
            finite = np.isfinite(float(cell))
        except ValueError:
            finite = column == names.time and bool(cell)
        if not finite:
            raise AssignmentError("DATA_INVALID", f"Column `{column}` of line {number} is not a number.")
    side = {name: row[name] for name in names.side}
    return Interaction(row[names.user], row[names.item], rating, row[names.time] if names.time else "", side)
