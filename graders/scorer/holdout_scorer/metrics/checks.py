"""Preconditions shared by the metrics."""

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import MetricInputError


def require_labels(y: Floats, *others: Floats) -> None:
    """Raises MetricInputError unless y is a vector of 0 and 1 with both present and the others match its
    shape.
    """
    if y.ndim != 1 or y.size == 0 or not np.isin(y, (0.0, 1.0)).all():
        raise MetricInputError("Labels must be a non-empty vector of 0 and 1.")
    for other in others:
        if other.shape != y.shape:
            raise MetricInputError(f"Shapes differ: {other.shape} and {y.shape}.")


def require_unit_interval(p: Floats) -> None:
    """Raises MetricInputError unless every value is in [0, 1]."""
    if not ((p >= 0.0) & (p <= 1.0)).all():
        raise MetricInputError("Probabilities must lie in [0, 1].")


def require_weights(weights: Floats, n: int) -> None:
    if weights.ndim != 2 or weights.shape[1] != n:
        raise MetricInputError(f"Weights must have shape (r, {n}).")
