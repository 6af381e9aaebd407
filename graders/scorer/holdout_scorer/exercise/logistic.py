"""The L2-regularized logistic model: objective, gradient, minimum."""

import numpy as np

from holdout_scorer.arrays import Floats


def objective(weights: Floats, features: Floats, labels: Floats, penalty: float) -> tuple[float, Floats]:
    """Mean log loss + penalty/2 · |weights without intercept|², and its gradient.

    weights: shape (p + 1,), the intercept first. features: shape (n, p). labels: shape (n,), 0 or 1.
    """
    margins = weights[0] + features @ weights[1:]
    loss = np.logaddexp(0.0, margins) - labels * margins
    residuals = _sigmoid(margins) - labels
    gradient = np.r_[residuals.mean(), features.T @ residuals / labels.size + penalty * weights[1:]]
    return float(loss.mean() + penalty / 2 * (weights[1:] ** 2).sum()), gradient


def minimum(features: Floats, labels: Floats, penalty: float) -> Floats:
    """Weights at the minimum, by Newton's method with step halving. penalty > 0, so that there is one."""
    design = np.c_[np.ones(labels.size), features]
    weights = np.zeros(design.shape[1])
    ridge = penalty * np.diag(np.r_[0.0, np.ones(features.shape[1])])
    value, gradient = objective(weights, features, labels, penalty)
    for _ in range(200):
        chances = _sigmoid(design @ weights)
        curvature = (design * (chances * (1 - chances))[:, None]).T @ design / labels.size + ridge
        step = np.linalg.solve(curvature, gradient)
        size = 1.0
        while size > 1e-10:
            after, slope = objective(weights - size * step, features, labels, penalty)
            if after <= value:
                break
            size /= 2
        else:
            break
        weights, gained, value, gradient = weights - size * step, value - after, after, slope
        if gained <= 1e-16 * abs(value):
            break
    return weights


def _sigmoid(margins: Floats) -> Floats:
    return np.asarray(0.5 * (1.0 + np.tanh(margins / 2)))
