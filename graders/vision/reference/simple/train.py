"""Logistic regression on pixels; rows that it gets wrong out of fold are the suspicious ones."""

import argparse
import csv
from pathlib import Path

import numpy as np
from linear import save_linear
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

STRENGTH, AUDIT_STRENGTH, ROUNDS = 0.05, 0.01, 200


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--audit", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    train = np.load(arguments.data / "train.npz")
    x, y = train["images"].reshape(len(train["labels"]), -1) / 255.0, train["labels"]
    mean = x.mean(axis=0)
    model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS).fit(x - mean, y)
    weights = model.coef_.T
    save_linear(weights, model.intercept_ - mean @ weights, (1, *train["images"].shape[1:3]), arguments.onnx)
    folds = StratifiedKFold(5, shuffle=True, random_state=arguments.seed)
    weak = LogisticRegression(C=AUDIT_STRENGTH, max_iter=ROUNDS)
    p = cross_val_predict(weak, x - mean, y, cv=folds, method="predict_proba")
    own = p[np.arange(len(y)), np.searchsorted(model.classes_, y)]
    with arguments.audit.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "suspicion"])
        writer.writerows(zip(train["ids"], (1 - own).round(6), strict=True))
    arguments.log.write_text(f"epoch,train accuracy\n1,{model.score(x - mean, y):.4f}\n")


if __name__ == "__main__":
    main()
