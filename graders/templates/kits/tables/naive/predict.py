"""Writes the same answer for every row."""

import argparse
import csv
import json
from pathlib import Path

TEMPLATE = "@template@"

parser = argparse.ArgumentParser()
for name in ("model", "features", "out"):
    parser.add_argument(f"--{name}", type=Path, required=True)
arguments = parser.parse_args()

known = json.loads((arguments.model / "known.json").read_text(encoding="utf-8"))
if TEMPLATE == "regression":
    columns, answer = ["id", "prediction"], [known["mean"]]
elif TEMPLATE == "binary-classification":
    # The one decision that is cheaper for all.
    rate, missed, needless = (
        known.get("1", 0.0),
        float("@costs.falseNegative@"),
        float("@costs.falsePositive@"),
    )
    columns, answer = ["id", "probability", "decision"], [rate, int(missed * rate > needless * (1 - rate))]
else:
    columns, answer = ["id", *(f"p_{name}" for name in known)], list(known.values())
with (
    arguments.features.open(encoding="utf-8", newline="") as source,
    arguments.out.open("w", encoding="utf-8", newline="") as target,
):
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row["id"], *answer] for row in csv.DictReader(source))
