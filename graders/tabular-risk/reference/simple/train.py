"""Simple reference: one logistic regression on the raw columns, leaks found by looking at columns one at a
time.
"""

import argparse
import json
from pathlib import Path

import joblib
import pandas as pd
from model import FEATURES, FORM, TARGET, cheapest_threshold, logistic, thresholds_by_band
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

TELLTALE_AUC = 0.8


def leaking_columns(train: pd.DataFrame) -> list[str]:
    """Numeric columns that alone rank the outcome better than anything known at decision time could."""
    found = []
    for name in train.select_dtypes("number").columns.drop(TARGET):
        area = roc_auc_score(train[TARGET], train[name].fillna(train[name].median()))
        if max(area, 1 - area) > TELLTALE_AUC:
            found.append(name)
    return found


def exact_pairs(train: pd.DataFrame, sample: pd.DataFrame, features: list[str]) -> list[list[str]]:
    """Rows of train.csv and sample.csv with the same cells."""
    both = train[["id", *features]].merge(sample[["id", *features]], on=features)
    return both[["id_x", "id_y"]].values.tolist()


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("data", "model", "reports", "seed"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    data, model_dir, reports = Path(arguments.data), Path(arguments.model), Path(arguments.reports)
    train = pd.read_csv(data / "train.csv", dtype={"id": str})
    sample = pd.read_csv(data / "sample.csv", dtype={"id": str})
    leaks = leaking_columns(train)
    pairs = exact_pairs(train, sample, FORM)
    reports.mkdir(parents=True, exist_ok=True)
    (reports / "leakage_report.json").write_text(json.dumps({"columns": leaks, "duplicates": pairs}))

    labels = train[TARGET].to_numpy()
    model = logistic(train[FEATURES])
    folds = StratifiedKFold(5, shuffle=True, random_state=int(arguments.seed))
    held_out = cross_val_predict(model, train[FEATURES], labels, cv=folds, method="predict_proba")[:, 1]
    threshold = cheapest_threshold(labels, held_out)
    thresholds = thresholds_by_band(train["age"], held_out, threshold)
    model.fit(train[FEATURES], labels)
    model_dir.mkdir(parents=True, exist_ok=True)
    joblib.dump({"model": model, "features": FEATURES, "thresholds": thresholds}, model_dir / "model.joblib")
    print(
        f"cross-validated AUC {roc_auc_score(labels, held_out):.4f}, threshold {threshold:.3f}, leaks {leaks}"
    )


if __name__ == "__main__":
    main()
