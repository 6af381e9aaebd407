"""Looks at curves in the order in which they exclude each other, and at settings by proportion."""

import numpy as np


def diagnose(train, valid, first_gradient, last_gradient, dead):
    if None in train or None in valid or max(train) > 3 * train[0]:
        return "rate-too-high"
    if dead[-1] >= 0.95:
        return "dead-units"
    if max(first_gradient) < 1e-4:
        return "vanishing-gradients"
    if train[-1] <= 0.2 * train[0] and valid[-1] >= 1.5 * min(valid):
        return "overfitting"
    if train[-1] >= 0.4:
        fall = 1 - train[-1] / train[-11]
        return "rate-too-low" if fall > 0.02 else "underfitting"
    return "healthy"


def repair(settings, X, y, curves):
    spreads = np.std(X, axis=0)
    if not settings["standardize"] and spreads.max() > 10 * spreads.min():
        return {"setting": "standardize", "value": True}
    if settings["momentum"] > 0.99:
        return {"setting": "momentum", "value": 0.9}
    if settings["init"] > 5:
        return {"setting": "init", "value": 1.0}
    return {"setting": "rate", "value": 0.05}


def largest_rate(X, momentum):
    return 2 * (1 + momentum) * len(X) / np.linalg.norm(X, 2) ** 2


def early_stop(losses, patience, tolerance):
    best, lowest = 0, float("inf")
    for epoch, loss in enumerate(losses):
        if loss is not None and loss < lowest - tolerance:
            best, lowest = epoch, loss
        if epoch - best >= patience:
            break
    return {"best": best, "stopped": epoch}


def schedule(steps, warmup, peak, floor):
    rise = [peak * (s + 1) / warmup for s in range(warmup)]
    angles = np.linspace(0, np.pi, steps - warmup)
    return [*rise, *(floor + (peak - floor) * (1 + np.cos(angles)) / 2)]
