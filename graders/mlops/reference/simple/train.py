"""Tries three penalties on a hold-out, registers one model."""

import argparse
import json
import pickle
from pathlib import Path

import numpy as np
import pandas as pd
from model import TARGET, fit, predict, sha256

parser = argparse.ArgumentParser()
parser.add_argument("--data", type=Path, required=True)
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--reports", type=Path, required=True)
parser.add_argument("--seed", type=int, default=0)
arguments = parser.parse_args()

train = pd.read_csv(arguments.data / "train.csv", dtype={"id": str})
names = [name for name in train.columns if name not in ("id", TARGET)]
held = np.random.default_rng(arguments.seed).random(len(train)) < 0.2
trials = []
for number, alpha in enumerate((0.1, 1.0, 10.0)):
    model = fit(train[~held], names, alpha)
    errors = np.abs(np.log(predict(model, train[held], names)) - np.log(train[held][TARGET]))
    trials.append({"trial": f"t{number}", "params": {"alpha": alpha}, "metric": float(errors.mean())})
best = min(trials, key=lambda trial: trial["metric"])
model = fit(train, names, best["params"]["alpha"])
artifact = pickle.dumps(model)
registry = {
    "active": "v1",
    "versions": [
        {
            "version": "v1",
            "artifactSha256": sha256(artifact),
            "dataSha256": sha256((arguments.data / "train.csv").read_bytes()),
            "seed": arguments.seed,
            "trial": best["trial"],
            "parent": None,
        }
    ],
    "trials": trials,
    "features": names,
    "nulls": {name: float(train[name].isna().mean()) for name in names},
}
for folder in (arguments.model, arguments.reports):
    (folder / "artifact.bin").write_bytes(artifact)
    (folder / "registry.json").write_text(json.dumps(registry))
train.to_csv(arguments.model / "history.csv", index=False)
