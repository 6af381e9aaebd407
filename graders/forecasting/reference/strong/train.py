"""One boosted model for all stations, of how a day differs from recent weeks; spreads from a backtest."""

import argparse
import json
from pathlib import Path

import joblib
import numpy as np
from features import LEAST, LEVELS, History, features, read_history
from sklearn.ensemble import HistGradientBoostingRegressor

YEARS, EVERY, DAYS_EACH, HELD_OUT = 6, 6, 9, 0.2


def boosted(seed: int) -> HistGradientBoostingRegressor:
    # Column 0 is the station: a model of all of them may still treat each in its own way.
    return HistGradientBoostingRegressor(
        loss="absolute_error",
        max_iter=220,
        learning_rate=0.08,
        max_leaf_nodes=31,
        min_samples_leaf=40,
        l2_regularization=1.0,
        categorical_features=[0],
        random_state=seed,
    )


def rows_of(history: History, origins: np.ndarray, horizon: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    inputs, targets = [], []
    for origin in origins:
        steps = np.random.default_rng(seed + int(origin)).choice(horizon, DAYS_EACH, replace=False) + 1
        found, base = features(history, int(origin), steps)
        inputs.append(found.reshape(-1, found.shape[-1]))
        targets.append((history.logs[origin + steps] - base).ravel())
    return np.concatenate(inputs), np.concatenate(targets)


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("data", "model", "seed"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    data, seed = Path(arguments.data), int(arguments.seed)
    horizon = int(json.loads((data / "task.json").read_text())["horizon"])
    history = read_history(data, ("history.csv",), 0)
    last = len(history.logs) - 1 - horizon
    origins = np.arange(max(LEAST, last - 365 * YEARS), last + 1, EVERY)
    cut = int(len(origins) * (1.0 - HELD_OUT))
    first = boosted(seed).fit(*rows_of(history, origins[:cut], horizon, seed))
    model = boosted(seed).fit(*rows_of(history, origins, horizon, seed))
    folder = Path(arguments.model)
    folder.mkdir(parents=True, exist_ok=True)
    # Origins whose horizons were not fitted: at least one horizon after the last fitted one.
    later = origins[cut + horizon // EVERY + 1 :]
    joblib.dump({"model": model, "spread": spreads(history, first, later, horizon)}, folder / "model.joblib")
    print(f"trained on {len(origins)} origins up to {history.days[last].date()}")


def spreads(
    history: History, model: HistGradientBoostingRegressor, origins: np.ndarray, horizon: int
) -> dict[str, np.ndarray]:
    """Quantiles of log errors by half of horizon, kind of day and station, shape (2, 3, series, levels)."""
    steps = np.arange(1, horizon + 1)
    errors = {(half, kind): [] for half in (0, 1) for kind in (0, 1, 2)}
    for origin in origins:
        found, base = features(history, int(origin), steps)
        guess = base + model.predict(found.reshape(-1, found.shape[-1])).reshape(base.shape)
        missed = history.logs[origin + steps] - guess
        for step in steps:
            day = int(origin + step)
            kind = 2 if history.special[day] else int(history.weekday[day] >= 5)
            errors[(int(step > horizon // 2), kind)].append(missed[step - 1])
    table = np.zeros((2, 3, len(history.names), len(LEVELS)))
    # A little wider than observed: the errors to come are those of an older model.
    levels = np.clip(np.array(LEVELS) + np.sign(np.array(LEVELS) - 0.5) * 0.004, 0.0, 1.0)
    everything = np.array([row for rows in errors.values() for row in rows])
    for half, kind in errors:
        rows = np.array(errors[(half, kind)] if kind < 2 else errors[(0, 2)] + errors[(1, 2)])
        table[half, kind] = np.quantile(rows if len(rows) else everything, levels, axis=0).T
    table[..., LEVELS.index(0.5)] = 0.0
    return {"table": table, "names": np.array(history.names)}


if __name__ == "__main__":
    main()
