"""Naive: what is best known of the outcome without looking at a row."""

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

TEMPLATE = "@template@"

parser = argparse.ArgumentParser()
for name in ("data", "model"):
    parser.add_argument(f"--{name}", type=Path, required=True)
arguments = parser.parse_args()

with (arguments.data / "train.csv").open(encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    outcomes = [row[-1] for row in rows]
if TEMPLATE == "regression":
    known = {"mean": sum(map(float, outcomes)) / len(outcomes)}
else:
    known = {name: count / len(outcomes) for name, count in sorted(Counter(outcomes).items())}
arguments.model.mkdir(parents=True, exist_ok=True)
(arguments.model / "known.json").write_text(json.dumps(known), encoding="utf-8")
