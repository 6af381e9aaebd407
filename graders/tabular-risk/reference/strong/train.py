"""Strong reference: audit first, then a blend whose threshold is chosen on rows its models did not see."""

import argparse
import json
from pathlib import Path

import joblib
import pandas as pd
from audit import leaking_columns, near_pairs
from model import (
    FORM,
    TARGET,
    Blend,
    cheapest_threshold,
    held_out_probabilities,
    thresholds_by_band,
    with_ratios,
)
from sklearn.metrics import roc_auc_score


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("data", "model", "reports", "seed"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    data, model_dir, reports = Path(arguments.data), Path(arguments.model), Path(arguments.reports)
    seed = int(arguments.seed)
    train = pd.read_csv(data / "train.csv", dtype={"id": str})
    sample = pd.read_csv(data / "sample.csv", dtype={"id": str})

    report = {
        "columns": leaking_columns(train, sample, TARGET),
        "duplicates": near_pairs(train, sample, FORM),
    }
    reports.mkdir(parents=True, exist_ok=True)
    (reports / "leakage_report.json").write_text(json.dumps(report))

    features, labels = with_ratios(train), train[TARGET].to_numpy()
    held_out = held_out_probabilities(features, labels, seed)
    threshold = cheapest_threshold(labels, held_out)
    thresholds = thresholds_by_band(train["age"], held_out, threshold)
    model_dir.mkdir(parents=True, exist_ok=True)
    saved = {"model": Blend(seed).fit(features, labels), "thresholds": thresholds}
    joblib.dump(saved, model_dir / "model.joblib", compress=3)
    print(
        f"cross-validated AUC {roc_auc_score(labels, held_out):.4f}, threshold {threshold:.3f}, report "
        f"{report['columns']}"
    )


if __name__ == "__main__":
    main()
