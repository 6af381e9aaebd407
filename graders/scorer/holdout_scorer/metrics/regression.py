"""How far predicted numbers are from what was measured. All take weights (r, n) and give r values."""

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import MetricInputError
from holdout_scorer.metrics.checks import require_weights


def _checked(y: Floats, p: Floats, weights: Floats) -> None:
    if y.ndim != 1 or y.size == 0 or p.shape != y.shape:
        raise MetricInputError(f"Two vectors of one length are needed, not {y.shape} and {p.shape}.")
    if not (np.isfinite(y).all() and np.isfinite(p).all()):
        raise MetricInputError("Values must be finite.")
    require_weights(weights, y.size)


def mean_absolute_error(y: Floats, p: Floats, weights: Floats) -> Floats:
    """Mean |y - p|, in the unit of y. y, p: shape (n,). weights: shape (r, n).

    Raises MetricInputError for other shapes or values that are not finite.
    """
    _checked(y, p, weights)
    result: Floats = weights @ np.abs(y - p) / weights.sum(axis=1)
    return result


def root_mean_squared_error(y: Floats, p: Floats, weights: Floats) -> Floats:
    """Root of the mean squared error, in the unit of y. Shapes and errors as `mean_absolute_error`."""
    _checked(y, p, weights)
    result: Floats = np.sqrt(weights @ (y - p) ** 2 / weights.sum(axis=1))
    return result


def r2(y: Floats, p: Floats, weights: Floats) -> Floats:
    """Share of variance explained, as scikit-learn's `r2_score`: constant y gives 1 if met exactly, else 0.

    Shapes and errors as `mean_absolute_error`.
    """
    _checked(y, p, weights)
    total = weights.sum(axis=1)
    # Moved to mean zero first: the difference of two large sums would lose every digit.
    centred = y - y.mean()
    spread = weights @ centred**2 - (weights @ centred) ** 2 / total
    residual = weights @ (y - p) ** 2
    floor = 1e-12 * np.maximum(weights @ centred**2, 1e-300)
    explained = 1.0 - np.divide(residual, spread, out=np.zeros_like(residual), where=spread > floor)
    result: Floats = np.where(spread > floor, explained, np.where(residual == 0.0, 1.0, 0.0))
    return result


def median_absolute_error(y: Floats, p: Floats, weights: Floats) -> Floats:
    """Median |y - p| where a weight counts copies of a row (whole numbers).

    Equals scikit-learn's `median_absolute_error` of the rows repeated. Shapes and errors as
    `mean_absolute_error`.
    """
    _checked(y, p, weights)
    errors = np.abs(y - p)
    order = np.argsort(errors, kind="stable")
    ordered, ranks = errors[order], np.cumsum(weights[:, order], axis=1)
    total = ranks[:, -1]
    lower = np.array([np.searchsorted(r, (t + 1) // 2) for r, t in zip(ranks, total, strict=True)])
    upper = np.array([np.searchsorted(r, t // 2 + 1) for r, t in zip(ranks, total, strict=True)])
    result: Floats = (ordered[lower] + ordered[upper]) / 2.0
    return result


def skill(y: Floats, p: Floats, constant: float, weights: Floats) -> Floats:
    """1 - MSE / MSE of always predicting `constant`. 1 is perfect, 0 no better, negative worse.

    Shapes and errors as `mean_absolute_error`; also raised when every y equals `constant`.
    """
    _checked(y, p, weights)
    base = weights @ (y - constant) ** 2
    if not (base > 0.0).all():
        raise MetricInputError("Every value equals the constant: there is nothing to be skilled at.")
    result: Floats = 1.0 - weights @ (y - p) ** 2 / base
    return result
