"""How well scores order positives before negatives."""

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.metrics.checks import require_labels, require_weights


def tie_starts(ordered: Floats) -> Ints:
    """Where each run of equal values begins in a sorted vector."""
    return np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]).astype(np.int64)


def auc(y: Floats, score: Floats, weights: Floats) -> Floats:
    """Area under the ROC curve; ties count half, as in scikit-learn's `roc_auc_score` with sample weights.

    y, score: shape (n,). weights: shape (r, n), non-negative, both classes with positive weight in every row.
    Raises MetricInputError on other shapes or labels. Source: Hanley & McNeil (1982), Radiology 143(1).
    """
    require_labels(y, score)
    require_weights(weights, y.size)
    order = np.argsort(score, kind="stable")
    starts = tie_starts(score[order])
    ordered = weights[:, order]
    positives = np.add.reduceat(ordered * y[order], starts, axis=1)
    negatives = np.add.reduceat(ordered * (1.0 - y[order]), starts, axis=1)
    below = np.cumsum(negatives, axis=1) - negatives / 2.0
    result: Floats = (positives * below).sum(axis=1) / (positives.sum(axis=1) * negatives.sum(axis=1))
    return result


def average_precision(y: Floats, score: Floats, weights: Floats) -> Floats:
    """Step-wise area under precision and recall with ties grouped, as scikit-learn's
    `average_precision_score`.

    Shapes and errors as `auc`.
    """
    require_labels(y, score)
    require_weights(weights, y.size)
    order = np.argsort(-score, kind="stable")
    starts = tie_starts(score[order])
    ordered = weights[:, order]
    hits = np.add.reduceat(ordered * y[order], starts, axis=1)
    shown = np.cumsum(np.add.reduceat(ordered, starts, axis=1), axis=1)
    precision = np.divide(np.cumsum(hits, axis=1), shown, out=np.zeros_like(shown), where=shown > 0)
    result: Floats = (hits * precision).sum(axis=1) / hits.sum(axis=1)
    return result
