"""Probability and decision for every row of a feature file, each from its own cells."""

import argparse
from pathlib import Path

import joblib
import pandas as pd


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("model", "features", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    saved = joblib.load(Path(arguments.model) / "model.joblib")
    table = pd.read_csv(arguments.features, dtype={"id": str})
    probability = saved["model"].predict_proba(table[saved["features"]])[:, 1]
    decision = (probability >= saved["threshold"]).astype(int)
    pd.DataFrame({"id": table["id"], "probability": probability, "decision": decision}).to_csv(
        arguments.out, index=False
    )


if __name__ == "__main__":
    main()
