"""Answers rows without their outcome."""

import argparse
from pathlib import Path

import joblib
import pandas as pd

TEMPLATE = "@template@"


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("model", "features", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    names, model = joblib.load(arguments.model / "model.joblib")
    table = pd.read_csv(arguments.features, dtype={"id": str}, low_memory=False)
    answers = pd.DataFrame({"id": table["id"]})
    if TEMPLATE == "regression":
        answers["prediction"] = model.predict(table[names])
    elif TEMPLATE == "binary-classification":
        answers["probability"] = model.predict_proba(table[names])[:, 1]
        missed, needless = float("@costs.falseNegative@"), float("@costs.falsePositive@")
        answers["decision"] = (
            missed * answers["probability"] > needless * (1 - answers["probability"])
        ).astype(int)
    else:
        shares = model.predict_proba(table[names])
        for place, name in enumerate(model.classes_):
            answers[f"p_{name}"] = shares[:, place]
    answers.to_csv(arguments.out, index=False)


if __name__ == "__main__":
    main()
