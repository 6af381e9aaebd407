"""A first model that runs: three numbers, default settings. Make it better.

Reads train.csv, writes what predict.py needs into the model folder, and a leakage report (still empty) into
reports.
"""

import argparse
import json
from pathlib import Path

import joblib
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

FEATURES = ["seniority", "income", "amount"]


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("data", "model", "reports", "seed"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()

    train = pd.read_csv(Path(arguments.data) / "train.csv", dtype={"id": str})
    model = make_pipeline(SimpleImputer(strategy="median"), StandardScaler(), LogisticRegression())
    model.fit(train[FEATURES], train["default"])

    folder = Path(arguments.model)
    folder.mkdir(parents=True, exist_ok=True)
    joblib.dump({"model": model, "features": FEATURES, "threshold": 0.5}, folder / "model.joblib")

    reports = Path(arguments.reports)
    reports.mkdir(parents=True, exist_ok=True)
    report: dict[str, list[object]] = {"columns": [], "duplicates": []}
    (reports / "leakage_report.json").write_text(json.dumps(report))
    print(f"trained on {len(train)} rows")


if __name__ == "__main__":
    main()
