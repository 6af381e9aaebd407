"""Writes the same line for every applicant."""

import argparse
import json
from pathlib import Path

import pandas as pd

parser = argparse.ArgumentParser()
for name in ("model", "features", "out"):
    parser.add_argument(f"--{name}", required=True)
arguments = parser.parse_args()

model = json.loads(Path(arguments.model, "model.json").read_text())
ids = pd.read_csv(arguments.features, dtype={"id": str})["id"]
table = pd.DataFrame({"id": ids, "probability": model["rate"], "decision": model["refuse"]})
table.to_csv(arguments.out, index=False)
