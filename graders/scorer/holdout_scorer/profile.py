"""`profile`: the contents of a labelled table or an NPZ of images, before anything is known about it."""

from collections import Counter
from dataclasses import asdict
from pathlib import Path, PurePosixPath

import numpy as np

from holdout_scorer.arrays import Ints
from holdout_scorer.errors import AssignmentError
from holdout_scorer.image_profile import copies_of, image_arrays
from holdout_scorer.node import Node
from holdout_scorer.problems import of_error
from holdout_scorer.tables import Table, read_table, table_cells
from holdout_scorer.tabular.audit import TELLS_ALONE, bands, outcomes, tells
from holdout_scorer.tabular.dataset import is_numeric, moment
from holdout_scorer.workspace import Workspace

Json = dict[str, object]
BINS, MOST_NAMED = 12, 8
# A plot of more columns would help nobody; their names are still listed.
MOST_COLUMNS = 300
# Limits on the search for columns that determine others: the number of rows, and of pairs of columns.
MOST_COMPARED, MOST_PAIRS, MOST_CLASSES, MOST_TOLD = 5_000, 4_000, 50, 200
LONGEST_LABEL = 200


def profile(workspace: Workspace, definition: Node) -> None:
    """Writes profile.json: the data's columns, or what has to be mended before it can be read."""
    file = PurePosixPath(definition["dataset"]["file"].text()).name
    path = workspace.input(f"data/{file}")
    try:
        table = images_profile(path) if path.suffix == ".npz" else table_profile(read_table(path))
        found: Json = {"problems": [], "table": table}
    except AssignmentError as error:
        found = {"problems": [asdict(problem) for problem in of_error(error)], "table": None}
    workspace.write_json("profile.json", found)


def table_profile(table: Table) -> Json:
    cells = table_cells(table)
    columns = {name: table.column(name) for name in table.columns[:MOST_COLUMNS]}
    numeric = {name for name, values in columns.items() if is_numeric(values)}
    compared, told = determined(columns, numeric)
    return {
        "rows": len(cells),
        "copies": len(cells) - len(set(cells)),
        "columnCount": len(table.columns),
        "columns": [_column(name, values, name in numeric) for name, values in columns.items()],
        "comparedTargets": compared,
        "determined": told,
        "images": None,
    }


def images_profile(path: Path) -> Json:
    """Images as a table whose columns are the arrays that may be their labels."""
    name, images, labels = image_arrays(path)
    _, height, width, *channels = images.shape
    return {
        "rows": len(images),
        "copies": copies_of(images),
        "columnCount": len(labels),
        # A class is a name, even if it is written as a number.
        "columns": [_column(label, values, numeric=False) for label, values in labels.items()],
        "comparedTargets": list(labels),
        "determined": [],
        "images": {
            "array": name,
            "height": height,
            "width": width,
            "channels": channels[0] if channels else 1,
        },
    }


def _column(name: str, values: list[str], numeric: bool) -> Json:
    counts = Counter(value for value in values if value)
    filled = sum(counts.values())
    # A code or a flag with few values is treated as names, not as amounts.
    shows_range = numeric and len(counts) > MOST_NAMED
    return {
        "name": name,
        "kind": "NUMBER" if numeric else "TIME" if _is_time(counts) else "TEXT",
        "isWhole": numeric and all(float(value).is_integer() for value in counts),
        "missing": len(values) - filled,
        "distinct": len(counts),
        "bins": _ranges(values) if shows_range else _most_frequent(counts),
    }


def _is_time(counts: Counter[str]) -> bool:
    try:
        for value in counts:
            moment(value, "", 0)
    except AssignmentError:
        return False
    return bool(counts)


def _ranges(values: list[str]) -> list[Json]:
    numbers = np.array([value for value in values if value], dtype=np.float64)
    counts, edges = np.histogram(numbers, BINS)
    return [
        {"low": float(low), "high": float(high), "label": None, "count": int(count)}
        for low, high, count in zip(edges[:-1], edges[1:], counts, strict=True)
    ]


def _most_frequent(counts: Counter[str]) -> list[Json]:
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    named = ordered if len(ordered) <= MOST_NAMED else ordered[: MOST_NAMED - 1]
    found: list[Json] = [
        {"low": None, "high": None, "label": label[:LONGEST_LABEL], "count": count} for label, count in named
    ]
    if others := sum(count for _, count in ordered[len(named) :]):
        found.append({"low": None, "high": None, "label": None, "count": others})
    return found


def determined(columns: dict[str, list[str]], numeric: set[str]) -> tuple[list[str], list[Json]]:
    """The columns that were tried as outcome, and which single column determines nine tenths of which
    outcome.
    """
    rows = len(next(iter(columns.values()), []))
    chosen = np.sort(np.random.default_rng(0).permutation(rows)[:MOST_COMPARED])
    taken = {name: [values[row] for row in chosen] for name, values in columns.items()}
    banded = {name: bands(values, name in numeric) for name, values in taken.items()}
    # The outcome is the last column more often than any other.
    names = [name for name, values in taken.items() if _may_be_outcome(values, name in numeric)][::-1]
    targets = names[: max(1, MOST_PAIRS // max(1, len(columns)))]
    told: list[Json] = []
    for target in targets:
        known: Ints = np.flatnonzero(np.array([value != "" for value in taken[target]], dtype=bool))
        y = outcomes(
            [taken[target][row] for row in known],
            classes=target not in numeric or len(set(taken[target])) <= MOST_NAMED,
        )
        for name, band in banded.items():
            if name != target and (size := tells(band[known], y)) >= TELLS_ALONE:
                told.append({"column": name, "target": target, "size": round(size, 4)})
    told.sort(key=lambda entry: -float(str(entry["size"])))
    return targets, told[:MOST_TOLD]


def _may_be_outcome(values: list[str], numeric: bool) -> bool:
    distinct = len({value for value in values if value})
    return distinct > 1 and (numeric or distinct <= MOST_CLASSES)
