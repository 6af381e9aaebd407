"""A first forecast that runs: the mean of four like weekdays, with a normal spread. Make it better."""

import argparse
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pandas as pd

LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
WEEKS = 4


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("history", "origin", "horizon", "seed", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()

    table = pd.read_csv(Path(arguments.history) / "history.csv", parse_dates=["date"])
    wide = table.pivot(index="date", columns="series", values="value").asfreq("D").ffill()
    recent = wide.to_numpy()[-7 * WEEKS :].reshape(WEEKS, 7, -1)
    known = pd.read_csv(Path(arguments.history) / "known.csv").set_index("date")
    week, spread = recent.mean(axis=0), recent.std(axis=0, ddof=1)

    rows = []
    for step in range(1, int(arguments.horizon) + 1):
        day = pd.Timestamp(arguments.origin) + pd.Timedelta(days=step)
        date = day.date().isoformat()
        # A holiday is like a Sunday.
        place = (step - 1 + (6 - day.dayofweek if known["holiday"].get(date, 0) else 0)) % 7
        for s, name in enumerate(wide.columns):
            mean, width = week[place, s], spread[place, s]
            quantiles = [mean + width * NormalDist().inv_cdf(level) for level in LEVELS]
            rows.append([name, date, mean, *np.maximum(quantiles, 0.0)])
    columns = ["series", "date", "mean", *(f"q{level:g}" for level in LEVELS)]
    pd.DataFrame(rows, columns=columns).to_csv(arguments.out, index=False, float_format="%.5g")


if __name__ == "__main__":
    main()
