"""What predictions are measured by: numbers against numbers, or probabilities against classes."""

from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.bootstrap import Metric
from holdout_scorer.errors import AssignmentError
from holdout_scorer.metrics import multiclass, regression
from holdout_scorer.tabular.spec import TabularSpec


@dataclass(frozen=True)
class Scale:
    """`classes` in the order of the probability columns; empty for numbers. `constant`: the best constant
    prediction known from train.csv.
    """

    classes: tuple[str, ...]
    constant: Floats

    @property
    def columns(self) -> tuple[str, ...]:
        return ("id", *(f"p_{c}" for c in self.classes)) if self.classes else ("id", "prediction")

    def truth(self, labels: list[str]) -> Floats:
        """Numbers, or places in `classes`. Raises AssignmentError for a class that train.csv lacks."""
        if not self.classes:
            return np.array(labels, dtype=np.float64)
        place = {name: float(at) for at, name in enumerate(self.classes)}
        if unknown := set(labels) - set(place):
            raise AssignmentError("SPLIT_INVALID", f"train.csv lacks these classes: {sorted(unknown)}.")
        return np.array([place[label] for label in labels])

    def formulas(self, y: Floats, p: Floats) -> dict[str, Metric]:
        """Metrics by name. y: shape (n,). p: shape (n, columns)."""
        if not self.classes:
            q, constant = p[:, 0], float(self.constant[0])
            return {
                "mae": lambda w: regression.mean_absolute_error(y, q, w),
                "rmse": lambda w: regression.root_mean_squared_error(y, q, w),
                "r2": lambda w: regression.r2(y, q, w),
                "medianAbsoluteError": lambda w: regression.median_absolute_error(y, q, w),
                "skill": lambda w: regression.skill(y, q, constant, w),
            }
        c: Ints = y.astype(np.int64)
        decided: Ints = p.argmax(axis=1).astype(np.int64)
        k, constant_row = len(self.classes), np.tile(self.constant, (y.size, 1))

        def table(w: Floats) -> Floats:
            return multiclass.confusion(c, decided, k, w)

        return {
            "logLoss": lambda w: multiclass.log_loss(c, p, w),
            "skill": lambda w: (
                1.0 - np.asarray(multiclass.brier(c, p, w) / multiclass.brier(c, constant_row, w))
            ),
            "brier": lambda w: multiclass.brier(c, p, w),
            "accuracy": lambda w: multiclass.accuracy(table(w)),
            "balancedAccuracy": lambda w: multiclass.balanced_accuracy(table(w)),
            "macroF1": lambda w: multiclass.macro_f1(table(w)),
            "kappa": lambda w: multiclass.kappa(table(w)),
        }

    def losses(self, y: Floats, p: Floats) -> dict[str, tuple[Floats, bool]]:
        """Metrics that are a mean over rows: what of, and whether its root is taken. Shapes as `formulas`."""
        if self.classes:
            return {}
        off = y - p[:, 0]
        return {"mae": (np.abs(off), False), "rmse": (off**2, True)}

    def skill(self, y: Floats, p: Floats) -> float:
        """1 perfect, 0 no better than the constant of train.csv."""
        return float(self.formulas(y, p)["skill"](np.ones((1, y.size)))[0])


METRICS = {
    "regression": ("mae", "rmse", "r2", "medianAbsoluteError", "skill"),
    "multiclass": ("logLoss", "skill", "brier", "accuracy", "balancedAccuracy", "macroF1", "kappa"),
}


def scale_of(spec: TabularSpec, train: list[str]) -> Scale:
    """What train.csv says of the outcome: its classes and shares, or its mean."""
    if spec.kind == "regression":
        return Scale((), np.array([np.mean(np.array(train, dtype=np.float64))]))
    classes = tuple(sorted(set(train)))
    return Scale(classes, np.array([train.count(name) / len(train) for name in classes]))
