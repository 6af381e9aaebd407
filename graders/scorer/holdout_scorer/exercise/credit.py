"""Rows of the credit table, for exercises that hide something in them."""

import csv
import gzip
import io
from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import AssignmentError

Cell = float | str | None
Table = dict[str, list[Cell]]
FILE = "credit_data.csv.gz"
TARGET, BAD = "Status", "bad"
TEXT = ("Home", "Marital", "Records", "Job")


def draw_rows(data: Path, rng: np.random.Generator, rows: int) -> tuple[Table, list[int]]:
    """`rows` different applicants in a drawn order: columns of numbers, texts and None, and 1 for bad ones.

    Raises AssignmentError when the file is missing.
    """
    path = data / FILE
    if not path.is_file():
        raise AssignmentError("INPUT_UNREADABLE", f"{FILE} is missing. Name it in `dataset`.")
    found = list(csv.DictReader(io.StringIO(gzip.decompress(path.read_bytes()).decode("utf-8"))))
    chosen = [found[int(at)] for at in rng.choice(len(found), size=rows, replace=False)]
    names = [name for name in found[0] if name != TARGET]
    table: Table = {name: [_cell(name, row[name]) for row in chosen] for name in names}
    return table, [int(row[TARGET] == BAD) for row in chosen]


def separation_of(scores: Floats, labels: Floats) -> float:
    """The greater of AUC and 1 - AUC, ties one half; 0.5 when a class is missing."""
    positive, negative = scores[labels == 1], scores[labels == 0]
    if not positive.size or not negative.size:
        return 0.5
    order = np.sort(negative)
    below = np.searchsorted(order, positive, "left") + np.searchsorted(order, positive, "right")
    area = float(below.sum()) / (2.0 * positive.size * negative.size)
    return float(max(area, 1.0 - area))


def _cell(name: str, text: str) -> Cell:
    if text in ("", "NA"):
        return None
    return text if name in TEXT else float(text)
