"""Metrics of probabilities over several classes. Classes are numbers 0..k-1; all take weights (r, n)."""

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.errors import MetricInputError
from holdout_scorer.metrics.checks import require_weights

TINY = float(np.finfo(np.float64).eps)


def confusion(y: Ints, d: Ints, classes: int, weights: Floats) -> Floats:
    """Weighted counts, shape (r, true class, decided class). y, d: shape (n,), in 0..classes-1.

    Raises MetricInputError for other shapes or numbers.
    """
    if y.ndim != 1 or y.size == 0 or d.shape != y.shape:
        raise MetricInputError(f"Two vectors of one length are needed, not {y.shape} and {d.shape}.")
    if min(y.min(), d.min()) < 0 or max(y.max(), d.max()) >= classes:
        raise MetricInputError(f"Classes must lie in 0..{classes - 1}.")
    require_weights(weights, y.size)
    cells = y * classes + d
    order = np.argsort(cells, kind="stable")
    present, starts = np.unique(cells[order], return_index=True)
    result = np.zeros((len(weights), classes * classes))
    result[:, present] = np.add.reduceat(weights[:, order], starts, axis=1)
    return result.reshape(-1, classes, classes)


def accuracy(table: Floats) -> Floats:
    """Share of rows decided rightly. table: from `confusion`."""
    result: Floats = np.trace(table, axis1=1, axis2=2) / table.sum(axis=(1, 2))
    return result


def balanced_accuracy(table: Floats) -> Floats:
    """Mean recall of the classes that occur, as scikit-learn's `balanced_accuracy_score`."""
    true = table.sum(axis=2)
    hits = np.diagonal(table, axis1=1, axis2=2)
    recall = np.divide(hits, true, out=np.zeros_like(true), where=true > 0)
    result: Floats = recall.sum(axis=1) / (true > 0).sum(axis=1)
    return result


def macro_f1(table: Floats) -> Floats:
    """Mean F1 of the classes that occur or were decided, as scikit-learn's `f1_score(average="macro")`."""
    hits = np.diagonal(table, axis1=1, axis2=2)
    size = table.sum(axis=2) + table.sum(axis=1)
    scores = np.divide(2.0 * hits, size, out=np.zeros_like(size), where=size > 0)
    result: Floats = scores.sum(axis=1) / (size > 0).sum(axis=1)
    return result


def kappa(table: Floats) -> Floats:
    """Cohen's kappa: agreement beyond chance. 0 where chance alone would agree on everything.

    Source: Cohen (1960), Educational and Psychological Measurement 20(1).
    """
    total = table.sum(axis=(1, 2))
    seen = np.trace(table, axis1=1, axis2=2) / total
    chance = (table.sum(axis=2) * table.sum(axis=1)).sum(axis=1) / total**2
    result: Floats = np.divide(seen - chance, 1.0 - chance, out=np.zeros_like(seen), where=chance < 1.0)
    return result


def _require_probabilities(y: Ints, p: Floats) -> None:
    if p.ndim != 2 or y.shape != p.shape[:1] or y.size == 0:
        raise MetricInputError(f"Shapes differ: {y.shape} and {p.shape}.")
    if not ((p >= 0.0) & (p <= 1.0)).all() or np.abs(p.sum(axis=1) - 1.0).max() > 1e-6:
        raise MetricInputError("Every row must hold probabilities that add up to 1.")


def log_loss(y: Ints, p: Floats, weights: Floats) -> Floats:
    """Mean -log of the probability of the true class, clipped at 2.2e-16 as in scikit-learn's `log_loss`.

    y: shape (n,), in 0..k-1. p: shape (n, k), rows adding up to 1. Raises MetricInputError otherwise.
    """
    _require_probabilities(y, p)
    require_weights(weights, y.size)
    losses = -np.log(np.clip(p[np.arange(y.size), y], TINY, 1.0 - TINY))
    result: Floats = weights @ losses / weights.sum(axis=1)
    return result


def brier(y: Ints, p: Floats, weights: Floats) -> Floats:
    """Mean over rows of the sum over classes of (p - outcome)^2, in [0, 2]. Shapes and errors as `log_loss`.

    Source: Brier (1950), Monthly Weather Review 78(1).
    """
    _require_probabilities(y, p)
    require_weights(weights, y.size)
    losses = ((p - np.eye(p.shape[1])[y]) ** 2).sum(axis=1)
    result: Floats = weights @ losses / weights.sum(axis=1)
    return result
