"""What `split` tells the other commands, and students, about the columns."""

import json
import math
from dataclasses import dataclass

import numpy as np

from holdout_scorer.errors import AssignmentError
from holdout_scorer.service.rows import complete_columns, numeric_columns, values
from holdout_scorer.service.spec import ServiceSpec
from holdout_scorer.tables import Table
from holdout_scorer.workspace import Workspace


@dataclass(frozen=True)
class Columns:
    """Features in their order, those that hold numbers, those never empty; `unit` is None on a log scale."""

    features: tuple[str, ...]
    numeric: tuple[str, ...]
    complete: tuple[str, ...]
    unit: float | None
    center: float

    def to_json(self) -> bytes:
        return json.dumps(vars(self), indent=1).encode()


def read_columns(spec: ServiceSpec, train: Table) -> Columns:
    """Raises AssignmentError when the target is not a number, or not positive on a log scale."""
    if spec.target not in numeric_columns(train, (spec.target,)):
        raise AssignmentError(
            "DATA_INVALID",
            f"The target `{spec.target}` must be a number in every row.",
            path="dataset.target.column",
            column=spec.target,
        )
    y = values(train.rows, spec.target)
    if spec.log_target and y.min() <= 0:
        raise AssignmentError(
            "DATA_INVALID",
            f"`{spec.target}` has values of 0 or less, which have no logarithm.",
            path="dataset.target.scale",
            column=spec.target,
            suggestion="Use `scale: linear`.",
        )
    features = tuple(name for name in train.columns if name not in ("id", spec.target))
    numeric = numeric_columns(train, features)
    if not numeric:
        raise AssignmentError(
            "DATA_INVALID", "The table needs at least one numeric column besides the target."
        )
    spread = float(np.std(y)) or 1.0
    scaled = np.log(y) if spec.log_target else y
    return Columns(
        features,
        numeric,
        complete_columns(train, features),
        None if spec.log_target else spread,
        float(np.median(scaled)),
    )


def load_columns(workspace: Workspace) -> Columns:
    node = workspace.read_json("public/data/columns.json")
    unit = node.get("unit")
    return Columns(
        node["features"].texts(),
        node["numeric"].texts(),
        node["complete"].texts(),
        unit.number() if unit else None,
        node["center"].number(),
    )


def on_scale(y: float, unit: float | None) -> float:
    """A target as errors are measured: its logarithm, or itself."""
    return math.log(y) if unit is None else y


def public_data(spec: ServiceSpec, train_rows: int, sample_rows: int) -> str:
    """The README that travels with the public data."""
    lines = [
        f"# Data of `{spec.slug}`",
        "",
        "| file | what |",
        "|---|---|",
        f"| `train.csv` | {train_rows:,} rows with `{spec.target}` |",
        f"| `sample.csv` | {sample_rows:,} more, never to be trained on |",
        "| `columns.json` | features in order, which hold numbers, which are never empty |",
    ]
    if spec.batches:
        lines += ["| `batches/`, `batches.json` | example batches, and which are faulty, how and where |"]
    if spec.streams:
        lines += [
            "| `streams/`, `streams.json` | example streams, and in which window drift starts, if any |"
        ]
    return "\n".join([*lines, "", "Ids mean nothing. Hidden batches, streams and rows are drawn anew.", ""])
