"""Householder reflections for the linear model, Newton's method for the logistic one."""

import numpy as np


def linear_fit(X, y):
    table = np.column_stack([np.array(X, dtype=float), np.array(y, dtype=float)])
    size = table.shape[1] - 1
    for k in range(size):
        mirror = table[k:, k].copy()
        mirror[0] += np.copysign(np.linalg.norm(mirror), mirror[0])
        mirror /= np.linalg.norm(mirror)
        table[k:, k:] -= 2 * np.outer(mirror, mirror @ table[k:, k:])
    coefficients = np.zeros(size)
    for k in reversed(range(size)):
        rest = table[k, k + 1 : size] @ coefficients[k + 1 :]
        coefficients[k] = (table[k, size] - rest) / table[k, k]
    return coefficients


def logistic_objective(weights, X, y, penalty):
    w, X, y = np.array(weights, dtype=float), np.array(X, dtype=float), np.array(y, dtype=float)
    m = w[0] + X @ w[1:]
    loss = (np.maximum(m, 0) + np.log1p(np.exp(-np.abs(m))) - y * m).mean() + penalty / 2 * w[1:] @ w[1:]
    residuals = sigmoid(m) - y
    gradient = [residuals.mean(), *(X.T @ residuals / len(y) + penalty * w[1:])]
    return {"loss": loss, "gradient": gradient}


def sigmoid(m):
    small = np.exp(-np.abs(m))
    return np.where(m >= 0, 1, small) / (1 + small)


def wrong_gradients(weights, X, y, penalty, claimed):
    wrong = []
    for k, claim in enumerate(claimed):
        step = np.zeros(len(weights))
        step[k] = 1e-5
        above = logistic_objective(weights + step, X, y, penalty)["loss"]
        below = logistic_objective(weights - step, X, y, penalty)["loss"]
        if abs((above - below) / 2e-5 - claim) > 1e-4:
            wrong.append(k)
    return wrong


def gradient_descent(X, y, weights, rate, steps):
    X, y, w = np.array(X), np.array(y), np.array(weights)
    losses = []
    for _ in range(steps):
        residuals = X @ w - y
        losses.append((residuals**2).mean() / 2)
        w = w - rate * X.T @ residuals / len(y)
    return {"weights": w, "losses": losses}


def logistic_fit(X, y, penalty):
    design = np.column_stack([np.ones(len(y)), np.array(X)])
    weights = np.zeros(design.shape[1])
    ridge = penalty * np.diag([0] + [1] * (design.shape[1] - 1))
    for _ in range(100):
        now = logistic_objective(weights, X, y, penalty)
        p = sigmoid(design @ weights)
        hessian = (design.T * (p * (1 - p))) @ design / len(y) + ridge
        step = np.linalg.solve(hessian, now["gradient"])
        while np.abs(step).max() > 1e-12:
            if logistic_objective(weights - step, X, y, penalty)["loss"] <= now["loss"]:
                break
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < 1e-10:
            break
    return weights
