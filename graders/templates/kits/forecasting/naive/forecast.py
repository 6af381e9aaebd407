"""Naive: the last season again, with the spread of its own past errors."""

import argparse
import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
from dates import following

LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
MEMORY = 730


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("model", "history", "origin", "horizon", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    task = json.loads(Path(arguments.model, "task.json").read_text(encoding="utf-8"))
    season, horizon = task["season"], int(arguments.horizon)
    table = pd.read_csv(Path(arguments.history) / "history.csv", dtype={"series": str, "date": str})
    labels = list(dict.fromkeys(sorted(table["date"], key=order)))
    wide = table.pivot(index="date", columns="series", values="value").reindex(labels).ffill().bfill()
    values = wide.to_numpy()[-max(MEMORY, 3 * season) :]
    rows = []
    for step, date in enumerate(following(labels, arguments.origin, horizon), start=1):
        point = values[-season + (step - 1) % season]
        lag = min(season * ((step - 1) // season + 1), len(values) - 2)
        spread = np.quantile(values[lag:] - values[:-lag], LEVELS, axis=0)
        spread[LEVELS.index(0.5)] = 0.0
        quantiles = np.maximum(np.sort(point + spread, axis=0), LOWEST)
        rows += [[name, date, max(point[s], LOWEST), *quantiles[:, s]] for s, name in enumerate(wide.columns)]
    columns = ["series", "date", "mean", *(f"q{level:g}" for level in LEVELS)]
    pd.DataFrame(rows, columns=columns).to_csv(arguments.out, index=False, float_format="%.8g")


# Empty where the assignment states no minimum.
MINIMUM = "@outputs.forecasts.minimum@"
LOWEST = float(MINIMUM) if MINIMUM else -math.inf


def order(label: str) -> tuple[int, str]:
    return (int(label), "") if label.lstrip("-").isdigit() else (0, label)


if __name__ == "__main__":
    main()
