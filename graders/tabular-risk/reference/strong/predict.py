"""Probability and decision for every row of a feature file, each from its own cells."""

import argparse
from pathlib import Path

import joblib
import pandas as pd
from model import decide, with_ratios


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("model", "features", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    saved = joblib.load(Path(arguments.model) / "model.joblib")
    table = pd.read_csv(arguments.features, dtype={"id": str})
    probability = saved["model"].predict_proba(with_ratios(table))[:, 1]
    decision = decide(table["age"], probability, saved["thresholds"])
    pd.DataFrame({"id": table["id"], "probability": probability, "decision": decision}).to_csv(
        arguments.out, index=False
    )


if __name__ == "__main__":
    main()
