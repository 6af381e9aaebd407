"""Watches location and spread of every input, the mean of the errors, and their slope along every input.

Limits come from windows drawn from rows that the watched model was not fitted on.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd
from model import TARGET, Model

CLEAN, QUANTILE, MEMORY = 400, 0.9985, 2
parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--streams", type=Path, required=True)
parser.add_argument("--out", type=Path, required=True)
arguments = parser.parse_args()
store = np.load(arguments.model / "history.npz")
names = [str(name) for name in store["names"]]
model = Model((arguments.model / "watcher.bin").read_bytes())
x = store["x"]
watched = [place for place in range(len(names)) if len(np.unique(x[:, place])) > 10]
ordered = [np.sort(x[:, place]) for place in watched]


def ranks(rows: np.ndarray) -> np.ndarray:
    """Mid-ranks among history, from -0.5 to 0.5, shape (n, watched)."""
    sides = [
        (np.searchsorted(o, rows[:, p], "left") + np.searchsorted(o, rows[:, p], "right")) / (2 * len(o))
        - 0.5
        for p, o in zip(watched, ordered, strict=True)
    ]
    return np.stack(sides, axis=1)


def signals(rows: np.ndarray, errors: np.ndarray) -> np.ndarray:
    """Per row: ranks, their squares, the clipped error, the error along every rank.

    Shape (n, 3 * watched + 1).
    """
    r = ranks(rows)
    error = np.clip(errors, -1.5, 1.5)[:, None]
    return np.hstack([r, r**2, error, error * r])


calm = signals(x, store["errors"])
center, spread = calm.mean(axis=0), calm.std(axis=0) + 1e-9


def score(window: np.ndarray) -> np.ndarray:
    return (window.mean(axis=0) - center) / spread * np.sqrt(len(window))


def worst(scores: list[np.ndarray]) -> float:
    recent = np.array(scores[-MEMORY:])
    return max(
        float(np.abs(recent[-1]).max()), float(np.abs(recent.sum(axis=0)).max()) / np.sqrt(len(recent))
    )


def limit(size: int) -> float:
    generator = np.random.default_rng(0)
    seen: list[np.ndarray] = []
    drawn = []
    for _ in range(CLEAN):
        seen.append(score(calm[generator.choice(len(calm), size, replace=False)]))
        drawn.append(worst(seen))
    return float(np.quantile(drawn, QUANTILE)) * 1.05


limits: dict[int, float] = {}
alarms: dict[str, int | None] = {}
for path in sorted(arguments.streams.iterdir()):
    stream = pd.read_csv(path)
    rows = stream[names].to_numpy(float)
    measured = signals(rows, np.log(stream[TARGET].to_numpy(float)) - model.log(rows))
    windows = stream["window"].to_numpy()
    alarms[path.name] = None
    scores: list[np.ndarray] = []
    for window in np.unique(windows):
        part = measured[windows == window]
        scores.append(score(part))
        if len(part) not in limits:
            limits[len(part)] = limit(len(part))
        if worst(scores) > limits[len(part)]:
            alarms[path.name] = int(window)
            break
arguments.out.write_text(json.dumps(alarms))
