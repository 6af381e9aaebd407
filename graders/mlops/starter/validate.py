"""Refuses a batch that lacks a column. Look at batches.json for what else goes wrong."""

import argparse
import csv
import json
from pathlib import Path

from model import TARGET, load

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--batches", type=Path, required=True)
parser.add_argument("--out", type=Path, required=True)
arguments = parser.parse_args()
wanted = [name for name in load(arguments.model)["columns"] if name != TARGET]
verdicts = {}
for path in sorted(arguments.batches.iterdir()):
    with path.open() as file:
        header = next(csv.reader(file))
    missing = next((name for name in wanted if name not in header), None)
    verdicts[path.name] = {"accept": missing is None, "column": missing}
arguments.out.write_text(json.dumps(verdicts))
