"""Streams of labelled windows, half of which drift: in what arrives, or in what it means.

Drift grows slowly and is small.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.service.rows import cell, values
from holdout_scorer.service.spec import StreamSpec
from holdout_scorer.tables import Row, csv_bytes

KINDS = ("inputs-tilted", "inputs-mixed", "target-shifted", "target-bent")
WINDOW = "window"


@dataclass(frozen=True)
class Stream:
    """Rows with their window; `start` is the first window that differs, None without drift."""

    rows: list[Row]
    kind: str | None
    start: int | None

    def to_csv(self, columns: Sequence[str]) -> bytes:
        return csv_bytes([WINDOW, *columns], self.rows)


def draw_streams(
    rows: Sequence[Row],
    drivers: Sequence[str],
    target: str,
    count: int,
    spec: StreamSpec,
    unit: float | None,
    generator: np.random.Generator,
) -> list[Stream]:
    """drivers: numeric columns of many values, any of which may be what drifts."""
    made = [
        _stream(
            rows,
            drivers,
            target,
            KINDS[number // 2 % len(KINDS)] if number % 2 else None,
            spec,
            unit,
            generator,
        )
        for number in range(count)
    ]
    return [made[place] for place in generator.permutation(count)]


def _stream(
    rows: Sequence[Row],
    drivers: Sequence[str],
    target: str,
    kind: str | None,
    spec: StreamSpec,
    unit: float | None,
    generator: np.random.Generator,
) -> Stream:
    start = int(generator.integers(3, spec.windows - spec.grace)) if kind else None
    driver = drivers[int(generator.integers(len(drivers)))]
    sign = float(generator.choice([-1.0, 1.0]))
    rank = _ranks(values(rows, driver))
    size = float(generator.uniform(0.8, 1.3))
    taken: list[Row] = []
    for window in range(spec.windows):
        on = kind is not None and start is not None and window >= start
        ramp = min(1.0, (window - start + 1) / 2) if on and start is not None else 0.0
        weight: Floats = np.ones(len(rows))
        if kind == "inputs-tilted":
            weight = np.asarray(np.exp(sign * ramp * 1.5 * size * rank), dtype=np.float64)
        elif kind == "inputs-mixed":
            weight = np.asarray(1.0 + ramp * 2.0 * size * (np.abs(rank) > 0.35), dtype=np.float64)
        chosen = generator.choice(len(rows), spec.rows, replace=False, p=weight / weight.sum())
        shift: Floats = np.zeros(len(rows))
        if kind == "target-shifted":
            shift = np.full(len(rows), sign * ramp * 0.2 * size)
        elif kind == "target-bent":
            shift = np.asarray(ramp * 0.55 * size * sign * rank * 2, dtype=np.float64)
        taken += [
            {WINDOW: str(window)} | _moved(rows[place], target, float(shift[place]), unit) for place in chosen
        ]
    return Stream(taken, kind, start)


def regime(
    rows: Sequence[Row],
    drivers: Sequence[str],
    target: str,
    unit: float | None,
    generator: np.random.Generator,
) -> list[Row]:
    """The same rows after the world has changed: a shift, and a bend along one column."""
    driver = drivers[int(generator.integers(len(drivers)))]
    signs = generator.choice([-1.0, 1.0], 2)
    shift = signs[0] * generator.uniform(0.3, 0.45) + signs[1] * generator.uniform(0.5, 0.8) * _ranks(
        values(rows, driver)
    )
    return [_moved(row, target, float(by), unit) for row, by in zip(rows, shift, strict=True)]


def _ranks(x: Floats) -> Floats:
    """Ranks from -0.5 to 0.5; ties in the order of the rows' own noise would leak, so they share the mean."""
    _, inverse, counts = np.unique(np.nan_to_num(x), return_inverse=True, return_counts=True)
    upper = np.cumsum(counts)
    middle = (upper - counts / 2)[inverse] / x.size - 0.5
    return np.asarray(middle, dtype=np.float64)


def _moved(row: Row, target: str, by: float, unit: float | None) -> Row:
    if by == 0.0:
        return row
    value = float(row[target])
    return row | {target: cell(value * float(np.exp(by)) if unit is None else value + by * unit)}
