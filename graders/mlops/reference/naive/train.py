"""The median of all check times."""

import argparse
import csv
import json
import statistics
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("--data", type=Path, required=True)
parser.add_argument("--model", type=Path, required=True)
arguments = parser.parse_args()
with (arguments.data / "train.csv").open() as file:
    median = statistics.median(float(row["check_time"]) for row in csv.DictReader(file))
(arguments.model / "median.json").write_text(json.dumps(median))
