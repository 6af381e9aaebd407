"""Fits a linear model on train.csv."""

import argparse
from pathlib import Path

import joblib
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

TEMPLATE = "@template@"
MOST_LEVELS = 30


def build(features: pd.DataFrame) -> Pipeline:
    numbers = list(features.select_dtypes("number"))
    words = [name for name in features if name not in numbers]
    columns = ColumnTransformer(
        [
            ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
            ("words", OneHotEncoder(handle_unknown="infrequent_if_exist", max_categories=MOST_LEVELS), words),
        ]
    )
    return make_pipeline(columns, Ridge() if TEMPLATE == "regression" else LogisticRegression(max_iter=500))


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("data", "model"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    path = arguments.data / "train.csv"
    kinds = {"id": str}
    if TEMPLATE == "multiclass-classification":
        # Classes are names, also where they look like numbers.
        kinds[pd.read_csv(path, nrows=0).columns[-1]] = str
    train = pd.read_csv(path, dtype=kinds, low_memory=False)
    # Columns without a single value tell nothing, and the imputer could not fill them.
    features = train.iloc[:, 1:-1].dropna(axis=1, how="all")
    model = build(features).fit(features, train.iloc[:, -1])
    arguments.model.mkdir(parents=True, exist_ok=True)
    joblib.dump((list(features), model), arguments.model / "model.joblib")


if __name__ == "__main__":
    main()
