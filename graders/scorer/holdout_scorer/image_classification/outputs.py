"""Files that student code had a hand in, read as data that may be anything."""

import json
import math
import re
from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import RejectedError, Rejection
from holdout_scorer.forecasting.csvfile import StudentCsv

SUM_TOLERANCE = 2e-3
MOST_EPOCHS, MOST_CURVES = 1000, 6
CURVE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 _-]{0,29}", re.ASCII)


def read_probabilities(path: Path, rows: int, classes: int) -> Floats:
    """(rows, classes), each row adding up to 1. Raises RejectedError for anything else."""
    try:
        found = np.load(path, allow_pickle=False, mmap_mode=None)
    except (OSError, ValueError, EOFError) as error:
        raise _rejected("NOT_A_NUMBER", "the model's outputs are one array of numbers") from error
    if not isinstance(found, np.ndarray) or found.dtype != np.float32 or found.shape != (rows, classes):
        raise _rejected("ROW_COUNT", f"the model gives {classes} float32 numbers for each image")
    p = found.astype(np.float64)
    if not np.isfinite(p).all():
        raise _rejected("NOT_FINITE", "every probability is a finite number")
    if p.min() < 0 or p.max() > 1 or np.abs(p.sum(axis=1) - 1).max() > SUM_TOLERANCE:
        raise _rejected("OUT_OF_RANGE", "probabilities lie in [0, 1] and add up to 1 for each image")
    normalized: Floats = p / p.sum(axis=1, keepdims=True)
    return normalized


def read_times(path: Path) -> tuple[Floats, Floats, int]:
    """Milliseconds of the model and of the reference network, and the model's bytes. Raises RejectedError."""
    try:
        report = json.loads(path.read_text("utf-8"))
        own = np.array(report["latencyMs"], dtype=np.float64)
        reference = np.array(report["referenceMs"], dtype=np.float64)
        size = int(report["modelBytes"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _rejected("REPORT_MALFORMED", "the runner's report is whole") from error
    sound = own.ndim == reference.ndim == 1 and len(own) == len(reference) > 0 and size > 0
    if not sound or not (np.isfinite(own).all() and (own > 0).all() and np.isfinite(reference).all()):
        raise _rejected("REPORT_MALFORMED", "the runner's report is whole")
    if not (reference > 0).all():
        raise _rejected("REPORT_MALFORMED", "the runner's report is whole")
    return own, reference, size


def read_audit(path: Path, ids: tuple[str, ...], max_bytes: int) -> Floats | None:
    """The suspicion of every train row, in the order of `ids`; None when the file was not written."""
    if not path.is_file():
        return None
    file = StudentCsv(path, "label_audit.csv")
    place = {name: number for number, name in enumerate(ids)}
    found = np.full(len(ids), math.nan)
    for line, (name, cell) in file.rows(("id", "suspicion"), max_bytes):
        row = place.get(name)
        if row is None:
            raise file.reject("EXTRA_IDS", line, "every id is one of train.npz")
        if not math.isnan(found[row]):
            raise file.reject("DUPLICATE_IDS", line, "every id stands there once")
        found[row] = file.number(cell, line, "suspicion")
    if np.isnan(found).any():
        raise file.reject(
            "MISSING_IDS",
            None,
            f"all {len(ids)} ids of train.npz stand there, not {len(place) - int(np.isnan(found).sum())}",
        )
    return found


def read_log(path: Path, max_bytes: int) -> dict[str, list[tuple[float, float]]]:
    """Curves by name, points of epoch and value; empty without a file. Raises RejectedError."""
    if not path.is_file():
        return {}
    file = StudentCsv(path, "log.csv")
    with path.open("rb") as opened:
        first = opened.readline(4096).decode("utf-8", "replace").strip("\r\n\ufeff")
    names = tuple(first.split(","))
    sound = names[0] == "epoch" and 2 <= len(names) <= MOST_CURVES + 1 and len(set(names)) == len(names)
    if not sound or not all(CURVE_NAME.fullmatch(name) for name in names):
        raise file.reject(
            "COLUMNS",
            1,
            f"the first line is epoch and up to {MOST_CURVES} names of letters, digits and dashes",
        )
    curves: dict[str, list[tuple[float, float]]] = {name: [] for name in names[1:]}
    for line, cells in file.rows(names, max_bytes):
        if line > MOST_EPOCHS + 1:
            raise file.reject("FILE_TOO_LARGE", line, f"at most {MOST_EPOCHS} epochs are drawn")
        epoch = file.number(cells[0], line, "epoch")
        for name, cell in zip(names[1:], cells[1:], strict=True):
            if cell:
                curves[name].append((epoch, file.number(cell, line, name)))
    return {name: points for name, points in curves.items() if points}


def _rejected(code: str, rule: str) -> RejectedError:
    return RejectedError(Rejection(code, f"model.onnx: {rule}.", "model.onnx", None, rule))
