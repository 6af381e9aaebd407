"""Naive reference: the base rate for everyone, and the one decision that is cheaper for all."""

import argparse
import json
from pathlib import Path

import pandas as pd

parser = argparse.ArgumentParser()
for name in ("data", "model", "reports", "seed"):
    parser.add_argument(f"--{name}", required=True)
arguments = parser.parse_args()

rate = float(pd.read_csv(Path(arguments.data, "train.csv"))["default"].mean())
Path(arguments.model).mkdir(parents=True, exist_ok=True)
Path(arguments.model, "model.json").write_text(json.dumps({"rate": rate, "refuse": int(5 * rate > 1 - rate)}))
