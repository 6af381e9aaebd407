"""Fits once and writes the model.

To do: trials on a hold-out, registry.json, artifact.bin and offline.json.
"""

import argparse
import csv
import json
from pathlib import Path

from model import fit

parser = argparse.ArgumentParser()
parser.add_argument("--data", type=Path, required=True)
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--reports", type=Path, required=True)
parser.add_argument("--seed", type=int, default=0)
arguments = parser.parse_args()
with (arguments.data / "train.csv").open() as file:
    rows = list(csv.DictReader(file))
(arguments.model / "model.json").write_text(json.dumps({**fit(rows), "columns": list(rows[0])}))
