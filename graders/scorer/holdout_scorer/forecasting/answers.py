"""Strict reading of `forecasts.csv` and `alarms.csv`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.forecasting.csvfile import StudentCsv
from holdout_scorer.forecasting.spec import QUANTILES

FORECAST_COLUMNS = ("series", "date", "mean", *QUANTILES)
ALARM_COLUMNS = ("stream", "alarm", "date")
# Quantiles written with few digits may cross by their last one.
CROSSING = 1e-9


@dataclass(frozen=True)
class Forecast:
    """mean: shape (steps, series). quantiles: shape (steps, series, levels), rising along the last axis."""

    mean: Floats
    quantiles: Floats


def read_forecast(
    file: StudentCsv, max_bytes: int, names: Sequence[str], dates: Sequence[str], minimum: float | None
) -> Forecast:
    """The forecast of every series and date, rows in any order.

    minimum: values below it are raised to it, or None. Raises RejectedError for the first broken rule.
    """
    place = {name: s for s, name in enumerate(names)}
    step = {date: t for t, date in enumerate(dates)}
    values = np.full((len(dates), len(names), len(FORECAST_COLUMNS) - 2), np.nan)
    filled = np.zeros((len(dates), len(names)), dtype=bool)
    for line, cells in file.rows(FORECAST_COLUMNS, max_bytes):
        if cells[0] not in place:
            raise file.reject("EXTRA_IDS", line, "every series is one of history.csv")
        if cells[1] not in step:
            raise file.reject("EXTRA_IDS", line, "every date is one of the horizon after the origin")
        at = (step[cells[1]], place[cells[0]])
        if filled[at]:
            raise file.reject("DUPLICATE_IDS", line, "every series and date appears once")
        numbers = [
            file.number(cell, line, column)
            for cell, column in zip(cells[2:], FORECAST_COLUMNS[2:], strict=True)
        ]
        quantiles = numbers[1:]
        if any(b < a - CROSSING * max(1.0, abs(a)) for a, b in pairwise(quantiles)):
            raise file.reject("QUANTILES_CROSS", line, "quantiles must not fall from left to right")
        filled[at] = True
        values[at] = numbers
    if not filled.any():
        raise file.reject("ROW_COUNT", None, f"{filled.size:,} rows are needed and there are none")
    if not filled.all():
        lacking = int((~filled).sum())
        rule = (
            f"every series needs every date of the horizon; {lacking:,} of {filled.size:,} rows are missing"
        )
        raise file.reject("MISSING_IDS", None, rule)
    if minimum is not None:
        values = np.maximum(values, minimum)
    return Forecast(values[:, :, 0], np.maximum.accumulate(values[:, :, 1:], axis=2))


def read_alarms(
    file: StudentCsv, max_bytes: int, monitored: Mapping[str, Sequence[str]]
) -> dict[str, int | None]:
    """By stream, the monitored step of its alarm, or None without one.

    monitored: the monitored dates of every stream. Raises RejectedError for the first broken rule.
    """
    found: dict[str, int | None] = {}
    for line, (name, alarm, date) in file.rows(ALARM_COLUMNS, max_bytes):
        if name in found:
            raise file.reject("DUPLICATE_IDS", line, "every stream appears once")
        if name not in monitored:
            raise file.reject("EXTRA_IDS", line, "every stream is one of streams.csv")
        if alarm not in ("0", "1"):
            raise file.reject("DECISION_VALUE", line, "alarm must be 0 or 1")
        if (alarm == "1") != bool(date):
            raise file.reject("DECISION_VALUE", line, "an alarm has a date, and no alarm has none")
        if alarm == "1" and date not in monitored[name]:
            raise file.reject("OUT_OF_RANGE", line, "the date of an alarm is a monitored date of its stream")
        found[name] = list(monitored[name]).index(date) if alarm == "1" else None
    if len(found) < len(monitored):
        lacking = len(monitored) - len(found)
        raise file.reject("MISSING_IDS", None, f"every stream needs a row; {lacking:,} are missing")
    return found
