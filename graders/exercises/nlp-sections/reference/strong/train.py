"""Fits the pipeline on train.csv."""

import argparse
from pathlib import Path

import joblib
import pandas as pd
from features import pipeline

parser = argparse.ArgumentParser()
parser.add_argument("--data", type=Path, required=True)
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--seed", type=int, default=7)
arguments = parser.parse_args()

rows = pd.read_csv(arguments.data / "train.csv", keep_default_na=False)
model = pipeline(arguments.seed).fit(rows["description"], rows["section"])
joblib.dump(model, arguments.model / "model.joblib")
print(f"Fitted on {len(rows)} descriptions of {len(model.classes_)} sections.")
