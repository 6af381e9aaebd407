"""Ridge regression on the logarithm of the check time."""

import hashlib
import json
import pickle
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

TARGET = "check_time"


def features_of(table: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    return table[names].astype(float)


def fit(table: pd.DataFrame, names: list[str], alpha: float) -> Pipeline:
    model = make_pipeline(FunctionTransformer(np.log1p), StandardScaler(), Ridge(alpha))
    return model.fit(features_of(table, names), np.log(table[TARGET]))


def predict(model: Pipeline, table: pd.DataFrame, names: list[str]) -> list[float]:
    return [round(float(x), 6) for x in np.exp(model.predict(features_of(table, names)))]


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def load(folder: Path) -> tuple[Pipeline, dict]:
    """The active version and its facts."""
    facts = json.loads((folder / "registry.json").read_text())
    return pickle.loads((folder / "artifact.bin").read_bytes()), facts
