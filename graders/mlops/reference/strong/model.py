"""Boosted trees on the logarithm of the check time, small enough to answer a row in well under a
millisecond.
"""

import hashlib

import numpy as np
import xgboost as xgb

TARGET = "check_time"
BASE = {"objective": "reg:absoluteerror", "tree_method": "hist", "nthread": 1, "seed": 0}
SIZES = {"max_depth": 6, "eta": 0.06, "min_child_weight": 3, "subsample": 0.8, "colsample_bytree": 0.7}


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def fit(
    x: np.ndarray, y: np.ndarray, rounds: int, params: dict, seed: int, weight: np.ndarray | None = None
) -> bytes:
    """x: (n, columns). y: logarithms, (n,). The artifact: the same arguments give the same bytes."""
    data = xgb.DMatrix(x, y, weight=weight, nthread=1)
    return bytes(xgb.train(BASE | SIZES | params | {"seed": seed}, data, rounds).save_raw("ubj"))


class Model:
    """An artifact, ready to answer."""

    def __init__(self, artifact: bytes) -> None:
        self.digest = sha256(artifact)
        self.booster = xgb.Booster({"nthread": 1}, model_file=bytearray(artifact))
        self.booster.set_param({"nthread": 1})

    def log(self, x: np.ndarray) -> np.ndarray:
        """Logarithms for rows x, shape (n,)."""
        return np.asarray(self.booster.inplace_predict(x), dtype=np.float64)

    def predict(self, x: np.ndarray) -> list[float]:
        return [round(float(value), 6) for value in np.exp(self.log(x))]
