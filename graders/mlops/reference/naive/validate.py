"""Accepts every batch."""

import argparse
import json
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("--batches", type=Path, required=True)
parser.add_argument("--out", type=Path, required=True)
arguments = parser.parse_args()
verdicts = {path.name: {"accept": True, "column": None} for path in sorted(arguments.batches.iterdir())}
arguments.out.write_text(json.dumps(verdicts))
