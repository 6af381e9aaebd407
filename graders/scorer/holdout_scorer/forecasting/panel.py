"""Many series on one time grid, and the tables of what is known ahead or observed beside them."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import AssignmentError
from holdout_scorer.forecasting.spec import ForecastingSpec
from holdout_scorer.tables import Row, Table, csv_bytes, read_table
from holdout_scorer.workspace import Workspace

COLUMNS = ("series", "date", "value")
WHOLE = re.compile(r"-?[0-9]+", re.ASCII)
DIGITS = 8


@dataclass(frozen=True)
class Panel:
    """values: shape (steps, series), NaN where nothing was observed. labels: the grid's times as written."""

    labels: tuple[str, ...]
    names: tuple[str, ...]
    values: Floats

    def rows(self, start: int, stop: int) -> list[Row]:
        """Observed cells of steps start..stop-1, series by series."""
        return [
            {"series": name, "date": self.labels[t], "value": f"{self.values[t, s]:.{DIGITS}g}"}
            for s, name in enumerate(self.names)
            for t in range(max(start, 0), stop)
            if np.isfinite(self.values[t, s])
        ]

    def to_csv(self, start: int, stop: int) -> bytes:
        return csv_bytes(COLUMNS, self.rows(start, stop))

    def renamed(self, labels: tuple[str, ...]) -> "Panel":
        return replace(self, labels=labels)


@dataclass(frozen=True)
class Covariates:
    """Rows by step of the grid; a step without a row is absent."""

    columns: tuple[str, ...]
    by_step: dict[int, Row]

    def to_csv(self, labels: tuple[str, ...], start: int, stop: int) -> bytes:
        steps = (t for t in range(max(start, 0), stop) if t in self.by_step)
        # The label comes last: a probe moves the dates of rows that have one of their own.
        rows = [self.by_step[t] | {"date": labels[t]} for t in steps]
        return csv_bytes(("date", *self.columns), rows)


def sort_key(label: str) -> tuple[float, str]:
    """Orders times: whole numbers, or ISO dates (year, month, day, or with a time of day).

    Raises ValueError for anything else.
    """
    if WHOLE.fullmatch(label):
        return float(label), label
    padded = f"{label}-01" if len(label) == 7 else label
    return datetime.fromisoformat(padded).timestamp(), label


def load_panel(workspace: Workspace, spec: ForecastingSpec) -> Panel:
    """The dataset as a panel. Raises AssignmentError naming the line of what cannot be used."""
    name = spec.data_file.rsplit("/", 1)[-1]
    return panel_of(read_table(workspace.input(f"data/{name}")), name, spec.series, spec.time, spec.target)


def panel_of(table: Table, name: str, series: str | None, time: str, target: str) -> Panel:
    """series: column that names the series, or None for a single one."""
    lacking = [column for column in (series, time, target) if column and column not in table.columns]
    if lacking:
        raise AssignmentError("DATA_INVALID", f"{name} has no column {', '.join(lacking)}.")
    cells: dict[tuple[str, str], float] = {}
    for line, row in enumerate(table.rows, start=2):
        key = (row[series] if series else "series", row[time])
        try:
            sort_key(key[1])
            value = float(row[target]) if row[target] else float("nan")
        except ValueError as error:
            rule = "needs an ISO date or a whole number as its time, and a number as its value"
            raise AssignmentError("DATA_INVALID", f"{name} line {line} {rule}.") from error
        if key in cells:
            raise AssignmentError("DATA_INVALID", f"{name} line {line} repeats a series and a time.")
        cells[key] = value
    if not cells:
        raise AssignmentError("DATA_INVALID", f"{name} has no rows.")
    labels = tuple(sorted({label for _, label in cells}, key=sort_key))
    names = tuple(sorted({series_name for series_name, _ in cells}))
    values = np.full((len(labels), len(names)), np.nan)
    step = {label: t for t, label in enumerate(labels)}
    place = {series_name: s for s, series_name in enumerate(names)}
    for (series_name, label), value in cells.items():
        values[step[label], place[series_name]] = value
    return Panel(labels, names, values)


def load_covariates(table: Table, panel: Panel, time: str) -> Covariates:
    """Rows whose time is none of the grid's are left out."""
    step = {label: t for t, label in enumerate(panel.labels)}
    columns = tuple(column for column in table.columns if column != time)
    return Covariates(columns, {step[row[time]]: row for row in table.rows if row[time] in step})


def usual_season(labels: tuple[str, ...]) -> tuple[int, int]:
    """Season and horizon usual for the grid's spacing (hours to quarters), else 1 and 6."""
    keys = [sort_key(label)[0] for label in labels]
    if WHOLE.fullmatch(labels[0]) or len(keys) < 2:
        return 1, 6
    days = float(np.median(np.diff(keys))) / 86_400.0
    for limit, usual in ((0.05, (24, 48)), (1.5, (7, 28)), (8.0, (52, 13)), (32.0, (12, 12)), (93.0, (4, 8))):
        if days <= limit:
            return usual
    return 1, 6
