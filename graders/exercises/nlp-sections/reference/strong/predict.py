"""Probabilities of every section for the descriptions asked for."""

import argparse
from pathlib import Path

import joblib
import pandas as pd

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--features", type=Path, required=True)
parser.add_argument("--out", type=Path, required=True)
arguments = parser.parse_args()

rows = pd.read_csv(arguments.features, keep_default_na=False)
model = joblib.load(arguments.model / "model.joblib")
answers = pd.DataFrame(model.predict_proba(rows["description"]), columns=[f"p_{c}" for c in model.classes_])
answers.insert(0, "id", rows["id"])
answers.to_csv(arguments.out, index=False)
