"""Finds columns that know the outcome and applicants that appear twice."""

import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score

TELLTALE_AUC = 0.8
CELLS_THAT_MAY_DIFFER = 2


def leaking_columns(train: pd.DataFrame, sample: pd.DataFrame, target: str) -> list[str]:
    """Columns that rank the outcome in train.csv and lose that in sample.csv, which was prepared as at
    decision time.
    """
    found = []
    for name in train.select_dtypes("number").columns.drop(target):
        if (
            _area(train, name, target) > TELLTALE_AUC
            and _area(sample, name, target) < _area(train, name, target) - 0.1
        ):
            found.append(name)
    return found


def _area(table: pd.DataFrame, name: str, target: str) -> float:
    area = roc_auc_score(table[target], table[name].fillna(table[name].median()))
    return float(max(area, 1 - area))


def near_pairs(train: pd.DataFrame, sample: pd.DataFrame, features: list[str]) -> list[list[str]]:
    """Pairs (train id, sample id) that agree in all cells but at most two."""
    pairs = []
    left = train[features].astype(object).where(train[features].notna(), "").to_numpy()
    for row_id, row in zip(
        sample["id"],
        sample[features].astype(object).where(sample[features].notna(), "").to_numpy(),
        strict=True,
    ):
        differing = (left != row).sum(axis=1)
        pairs += [[train["id"].iloc[i], row_id] for i in np.flatnonzero(differing <= CELLS_THAT_MAY_DIFFER)]
    return pairs
