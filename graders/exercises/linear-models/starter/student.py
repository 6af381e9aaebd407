"""Your functions. Tables are lists of rows; make arrays of them first."""

import numpy as np


def linear_fit(X, y):
    """Least-squares coefficients, one per column of X."""
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    return np.linalg.inv(X.T @ X) @ X.T @ y  # the formula from the book: count how many digits it leaves


def logistic_objective(weights, X, y, penalty):
    """{"loss": mean of log(1 + exp(m)) - y m, plus penalty/2 times squared weights, "gradient": [...]}.

    m = weights[0] + X weights[1:]. The intercept weights[0] is not penalized.
    """
    raise NotImplementedError


def wrong_gradients(weights, X, y, penalty, claimed):
    """Places of the claimed gradient of logistic_objective that are wrong, rising."""
    raise NotImplementedError


def gradient_descent(X, y, weights, rate, steps):
    """{"weights": after the last step, "losses": before each step} for half the mean squared residual."""
    raise NotImplementedError


def logistic_fit(X, y, penalty):
    """Weights at the minimum of logistic_objective, the intercept first."""
    return [0.0] * (len(X[0]) + 1)
