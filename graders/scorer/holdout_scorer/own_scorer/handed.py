"""The rows that the platform's scorer passes to the assignment's own, which sees nothing else."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.errors import AssignmentError
from holdout_scorer.own import Rows
from holdout_scorer.workspace import Workspace

Array = TypeVar("Array", Floats, Ints)
FILE = "rows.npz"
# Counts of one batch of resamples: 160 MB of 64-bit numbers, as of tables.
BATCH_CELLS = 20_000_000
MOST_REDRAWS = 50


@dataclass(frozen=True)
class Handed:
    """has_both: every resample needs rows of label 0 and of label 1."""

    rows: Rows
    has_both: bool = False


def hand_over(workspace: Workspace, handed: Handed) -> None:
    rows = handed.rows
    content = io.BytesIO()
    np.savez(
        content,
        labels=rows.labels,
        predictions=rows.predictions,
        groups=rows.groups,
        classes=np.array(rows.classes, dtype=np.str_),
        hasBoth=np.array(handed.has_both),
        # An array cannot be absent, so an empty one stands for that.
        decisions=np.zeros(0) if rows.decisions is None else rows.decisions,
    )
    workspace.write(FILE, content.getvalue())


def take_over(workspace: Workspace) -> Handed:
    with np.load(workspace.input(FILE), allow_pickle=False) as arrays:
        found = {name: arrays[name] for name in arrays.files}
    rows = Rows(
        labels=_frozen(found["labels"]),
        predictions=_frozen(found["predictions"]),
        groups=_frozen(found["groups"]),
        classes=tuple(str(name) for name in found["classes"]),
        decisions=_frozen(found["decisions"]) if found["decisions"].size else None,
    )
    return Handed(rows, bool(found["hasBoth"]))


def drawn(rows: Rows, at: Ints) -> Rows:
    """The rows at these places, in this order."""
    return Rows(
        _frozen(rows.labels[at]),
        _frozen(rows.predictions[at]),
        _frozen(rows.groups[at]),
        rows.classes,
        None if rows.decisions is None else _frozen(rows.decisions[at]),
    )


def units_of(rows: Rows) -> tuple[int, Ints]:
    """How many units are drawn, and the unit of each row."""
    units, unit_of = np.unique(rows.groups, return_inverse=True)
    return units.size, unit_of.astype(np.int64)


def unit_counts(handed: Handed, resamples: int, seed: int) -> Iterator[Floats]:
    """How often each unit was drawn, in batches of shape (r, units), as for the platform's own metrics."""
    labels = handed.rows.labels
    units, unit_of = units_of(handed.rows)
    if handed.has_both:
        yield _with_both(labels, units, unit_of, resamples, seed)
        return
    batch = max(1, min(resamples, BATCH_CELLS // labels.size))
    for start in range(0, resamples, batch):
        yield resample_counts(units, min(batch, resamples - start), seed + start)


def _with_both(labels: Floats, units: int, unit_of: Ints, resamples: int, seed: int) -> Floats:
    if units == labels.size:
        # Units are rows here, in the order of rows.
        return resample_counts(units, resamples, seed, (labels == 1, labels == 0))
    counts = resample_counts(units, resamples, seed)
    for attempt in range(1, MOST_REDRAWS + 1):
        by_row = counts[:, unit_of]
        one_sided = (by_row @ labels == 0) | (by_row @ (1.0 - labels) == 0)
        if not one_sided.any():
            return counts
        counts[one_sided] = resample_counts(units, int(one_sided.sum()), seed + attempt)
    raise AssignmentError(
        "SPLIT_INVALID", "The hidden groups are too few: most draws lack one of the outcomes."
    )


def _frozen(array: Array) -> Array:
    array.setflags(write=False)
    return array
