"""How close probabilities are to what happened."""

import numpy as np
from scipy.optimize import isotonic_regression

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import MetricInputError
from holdout_scorer.metrics.checks import require_labels, require_unit_interval, require_weights
from holdout_scorer.metrics.ranking import tie_starts


def _checked(y: Floats, p: Floats, weights: Floats) -> None:
    require_labels(y, p)
    require_unit_interval(p)
    require_weights(weights, y.size)


def brier(y: Floats, p: Floats, weights: Floats) -> Floats:
    """Mean squared difference of probability and label. 0 is perfect.

    y: shape (n,), 0 or 1. p: shape (n,), in [0, 1]. weights: shape (r, n).
    Raises MetricInputError if shapes differ or values fall outside their ranges.
    Source: Brier (1950), Monthly Weather Review 78(1).
    """
    _checked(y, p, weights)
    result: Floats = weights @ (p - y) ** 2 / weights.sum(axis=1)
    return result


def brier_skill(y: Floats, p: Floats, base_rate: float, weights: Floats) -> Floats:
    """Brier skill against always predicting `base_rate`. 1 is perfect, 0 no better, negative worse.

    Shapes, errors and source as `brier`.
    """
    _checked(y, p, weights)
    result: Floats = 1.0 - (weights @ (p - y) ** 2) / (weights @ (base_rate - y) ** 2)
    return result


def expected_calibration_error(y: Floats, p: Floats, bins: int, weights: Floats) -> Floats:
    """Mean |observed - predicted| over equal-mass bins.

    Equal probabilities share a bin, so row order cannot matter. A constant forecast earns almost 0: show it,
    do not grade it. Shapes and errors as `brier`.
    Source: Nixon et al. (2019), Measuring Calibration in Deep Learning (adaptive binning).
    """
    _checked(y, p, weights)
    if bins < 1:
        raise MetricInputError("At least one bin is needed.")
    order = np.argsort(p, kind="stable")
    starts = tie_starts(p[order])
    ordered = weights[:, order]
    mass = np.add.reduceat(ordered, starts, axis=1)
    excess = np.add.reduceat(ordered * (y - p)[order], starts, axis=1)
    total = mass.sum(axis=1, keepdims=True)
    middle = (np.cumsum(mass, axis=1) - mass / 2.0) / total
    bin_of = np.minimum((middle * bins).astype(np.int64), bins - 1)
    flat = bin_of + np.arange(len(weights))[:, None] * bins
    sums = np.bincount(flat.ravel(), weights=excess.ravel(), minlength=len(weights) * bins)
    result: Floats = np.abs(sums.reshape(-1, bins)).sum(axis=1) / total[:, 0]
    return result


def miscalibration(y: Floats, p: Floats, weights: Floats) -> Floats:
    """The part of the Brier score that recalibrating by isotonic regression would remove.

    0 is best. It says nothing about discrimination: count it only for a forecast with skill. Shapes and
    errors as `brier`. Source: Dimitriadis, Gneiting & Jordan (2021), PNAS 118(8), the MCB term of the CORP
    decomposition.
    """
    _checked(y, p, weights)
    order = np.argsort(p, kind="stable")
    starts = tie_starts(p[order])
    ordered = weights[:, order]
    mass = np.add.reduceat(ordered, starts, axis=1)
    hits = np.add.reduceat(ordered * y[order], starts, axis=1)
    recalibrated = np.array([_recalibrated_loss(m, h) for m, h in zip(mass, hits, strict=True)])
    raw: Floats = weights @ (p - y) ** 2 / weights.sum(axis=1)
    # Recalibration can only lower the loss; tiny negatives are rounding.
    excess: Floats = np.maximum(raw - recalibrated, 0.0)
    return excess


def _recalibrated_loss(mass: Floats, hits: Floats) -> float:
    """Mean Brier loss after the best monotone map, for groups of equal forecasts in rising order."""
    used = mass > 0
    m, h = mass[used], hits[used]
    fitted = isotonic_regression(h / m, weights=m).x
    return float((h * (1.0 - fitted) ** 2 + (m - h) * fitted**2).sum() / m.sum())
