"""Population stability index of every input, one window at a time."""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd

LIMIT, BINS = 0.25, 10
parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--streams", type=Path, required=True)
parser.add_argument("--out", type=Path, required=True)
arguments = parser.parse_args()
registry = json.loads((arguments.model / "registry.json").read_text())
history = pd.read_csv(arguments.model / "history.csv")
edges = {
    name: np.unique(np.quantile(history[name], np.linspace(0, 1, BINS + 1)[1:-1]))
    for name in registry["features"]
}
expected = {
    name: np.bincount(np.searchsorted(cut, history[name]), minlength=len(cut) + 1) / len(history)
    for name, cut in edges.items()
}


def psi(name: str, values: pd.Series) -> float:
    cut = edges[name]
    found = np.bincount(np.searchsorted(cut, values), minlength=len(cut) + 1) / len(values)
    p, q = np.maximum(expected[name], 1e-3), np.maximum(found, 1e-3)
    return float(((q - p) * np.log(q / p)).sum())


alarms = {}
for path in sorted(arguments.streams.iterdir()):
    stream = pd.read_csv(path)
    alarms[path.name] = next(
        (
            int(window)
            for window, rows in stream.groupby("window")
            if max(psi(name, rows[name]) for name in registry["features"]) > LIMIT
        ),
        None,
    )
arguments.out.write_text(json.dumps(alarms))
