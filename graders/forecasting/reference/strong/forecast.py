"""The trained model at one origin."""

import argparse
from pathlib import Path

import joblib
import numpy as np
import pandas as pd
from features import LEVELS, features, read_history


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("model", "history", "origin", "horizon", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    horizon = int(arguments.horizon)
    saved = joblib.load(Path(arguments.model) / "model.joblib")
    history = read_history(Path(arguments.history), ("history.csv",), horizon)
    origin, steps = len(history.logs) - 1, np.arange(1, horizon + 1)
    found, base = features(history, origin, steps)
    point = base + saved["model"].predict(found.reshape(-1, found.shape[-1])).reshape(base.shape)
    rows = []
    for step in steps:
        day = origin + int(step)
        kind = 2 if history.special[day] else int(history.weekday[day] >= 5)
        spread = saved["spread"]["table"][int(step > horizon // 2), kind]
        quantiles = np.exp(np.sort(point[step - 1][:, None] + spread, axis=1))
        date = history.days[day].date().isoformat()
        rows += [[name, date, quantiles[s].mean(), *quantiles[s]] for s, name in enumerate(history.names)]
    columns = ["series", "date", "mean", *(f"q{level:g}" for level in LEVELS)]
    pd.DataFrame(rows, columns=columns).to_csv(arguments.out, index=False, float_format="%.5g")


if __name__ == "__main__":
    main()
