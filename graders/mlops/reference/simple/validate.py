"""Checks columns, types, missing values and size: nothing about the values themselves."""

import argparse
import json
from pathlib import Path

import pandas as pd

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--batches", type=Path, required=True)
parser.add_argument("--out", type=Path, required=True)
arguments = parser.parse_args()
registry = json.loads((arguments.model / "registry.json").read_text())


def blame(batch: pd.DataFrame) -> str | None:
    for name in registry["features"]:
        if name not in batch.columns:
            return name
    if len(batch) < 20:
        return "*rows*"
    for name, share in registry["nulls"].items():
        numbers = pd.to_numeric(batch[name], errors="coerce")
        if numbers.isna().mean() > share + 0.02:
            return name
    return None


verdicts = {}
for path in sorted(arguments.batches.iterdir()):
    column = blame(pd.read_csv(path, dtype=str))
    verdicts[path.name] = {"accept": column is None, "column": column}
arguments.out.write_text(json.dumps(verdicts))
