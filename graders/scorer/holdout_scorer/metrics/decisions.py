"""What decisions cost."""

from holdout_scorer.arrays import Floats
from holdout_scorer.metrics.checks import require_labels, require_weights


def expected_cost(
    y: Floats, d: Floats, false_negative: float, false_positive: float, weights: Floats
) -> Floats:
    """Mean cost per row of decisions d (1: treat as positive). 0 is perfect.

    y, d: shape (n,), 0 or 1. weights: shape (r, n). Raises MetricInputError if shapes differ.
    """
    require_labels(y, d)
    require_weights(weights, y.size)
    losses = false_negative * y * (1.0 - d) + false_positive * (1.0 - y) * d
    result: Floats = weights @ losses / weights.sum(axis=1)
    return result
