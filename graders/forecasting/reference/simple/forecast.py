"""The median of the last six days of the same kind (holidays are Sundays), with errors of a backtest."""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
LIKE, BACKTESTS, EVERY = 6, 26, 14


def median_of_kind(
    values: np.ndarray, kind: np.ndarray, holiday: np.ndarray, origin: int, horizon: int
) -> np.ndarray:
    """Forecast for the steps after `origin`, shape (horizon, series)."""
    found = {}
    for k in range(7):
        alike = np.flatnonzero((kind[: origin + 1] == k) & ~holiday[: origin + 1])[-LIKE:]
        found[k] = np.median(values[alike], axis=0)
    return np.array([found[kind[origin + 1 + step]] for step in range(horizon)])


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("history", "origin", "horizon", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    horizon, folder = int(arguments.horizon), Path(arguments.history)
    table = pd.read_csv(folder / "history.csv", parse_dates=["date"])
    wide = table.pivot(index="date", columns="series", values="value").asfreq("D").ffill().bfill()
    values, origin = wide.to_numpy(), len(wide) - 1
    days = pd.date_range(wide.index[0], periods=len(wide) + horizon)
    known = pd.read_csv(folder / "known.csv", parse_dates=["date"]).set_index("date").reindex(days).fillna(0)
    holiday = known["holiday"].to_numpy() > 0
    kind = np.where(holiday, 6, days.dayofweek)
    point = median_of_kind(values, kind, holiday, origin, horizon)
    errors = []
    for number in range(BACKTESTS):
        past = origin - horizon - EVERY * number
        errors.append(
            values[past + 1 : past + 1 + horizon] - median_of_kind(values, kind, holiday, past, horizon)
        )
    spread = np.quantile(np.concatenate(errors), LEVELS, axis=0)
    spread[LEVELS.index(0.5)] = 0.0
    quantiles = np.maximum(np.sort(point[None] + spread[:, None], axis=0), 0.0)
    rows = [
        [name, days[origin + 1 + step].date().isoformat(), point[step, s], *quantiles[:, step, s]]
        for s, name in enumerate(wide.columns)
        for step in range(horizon)
    ]
    columns = ["series", "date", "mean", *(f"q{level:g}" for level in LEVELS)]
    pd.DataFrame(rows, columns=columns).to_csv(arguments.out, index=False, float_format="%.5g")


if __name__ == "__main__":
    main()
