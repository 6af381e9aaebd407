"""Seasonal naive: the last week again, with the spread of its own past errors."""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
SEASON, MEMORY = 7, 730


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("history", "origin", "horizon", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    horizon = int(arguments.horizon)
    table = pd.read_csv(Path(arguments.history) / "history.csv", parse_dates=["date"])
    wide = table.pivot(index="date", columns="series", values="value").asfreq("D").ffill().bfill()
    values = wide.to_numpy()[-MEMORY:]
    rows = []
    for step in range(1, horizon + 1):
        point = values[-SEASON + (step - 1) % SEASON]
        lag = SEASON * ((step - 1) // SEASON + 1)
        spread = np.quantile(values[lag:] - values[:-lag], LEVELS, axis=0)
        spread[LEVELS.index(0.5)] = 0.0
        quantiles = np.maximum(np.sort(point + spread, axis=0), 0.0)
        date = (pd.Timestamp(arguments.origin) + pd.Timedelta(days=step)).date().isoformat()
        rows += [[name, date, point[s], *quantiles[:, s]] for s, name in enumerate(wide.columns)]
    columns = ["series", "date", "mean", *(f"q{level:g}" for level in LEVELS)]
    pd.DataFrame(rows, columns=columns).to_csv(arguments.out, index=False, float_format="%.5g")


if __name__ == "__main__":
    main()
