"""A schema learned from history: columns, types, domains, counts, repetition, and the shape of each
column.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--batches", type=Path, required=True)
parser.add_argument("--out", type=Path, required=True)
arguments = parser.parse_args()
store = np.load(arguments.model / "history.npz")
history = pd.DataFrame(store["x"], columns=[str(name) for name in store["names"]])
whole = {name for name in history if (history[name] % 1 == 0).all()}
flags = {name for name in history if set(history[name].unique()) <= {0.0, 1.0}}
nulls = history.isna().mean()
ordered = {name: np.sort(history[name].to_numpy()) for name in history}
FEWEST, FARTHEST = 50, 0.3


def distance(name: str, x: np.ndarray) -> float:
    """Kolmogorov-Smirnov distance to history."""
    points = np.unique(x)
    mine = np.searchsorted(np.sort(x), points, side="right") / len(x)
    theirs = np.searchsorted(ordered[name], points, side="right") / len(ordered[name])
    mine_before = np.searchsorted(np.sort(x), points, side="left") / len(x)
    theirs_before = np.searchsorted(ordered[name], points, side="left") / len(ordered[name])
    return float(max(np.abs(mine - theirs).max(), np.abs(mine_before - theirs_before).max()))


def blame(batch: pd.DataFrame) -> str | None:
    if missing := [name for name in history if name not in batch.columns]:
        return missing[0]
    if len(batch) < FEWEST:
        return "*rows*"
    worst, column = 0.0, None
    for name in history:
        text = batch[name]
        x = pd.to_numeric(text, errors="coerce").to_numpy(float)
        if (np.isnan(x) & text.notna().to_numpy() & (text.str.lower() != "nan").to_numpy()).any():
            return name
        if np.isinf(x).any() or np.isnan(x).mean() > nulls[name] + 0.02:
            return name
        x = x[~np.isnan(x)]
        if name in flags and not set(x) <= {0.0, 1.0}:
            return name
        if (x < 0).any() or (name in whole and (x % 1 != 0).any()):
            return name
        if history[name].nunique() > 10 and len(x):
            far = distance(name, x)
            if far > worst:
                worst, column = far, name
    if batch["id"].duplicated().any():
        return "id"
    return column if worst > FARTHEST else None


verdicts = {}
for path in sorted(arguments.batches.iterdir()):
    column = blame(pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""]))
    verdicts[path.name] = {"accept": column is None, "column": column}
arguments.out.write_text(json.dumps(verdicts))
