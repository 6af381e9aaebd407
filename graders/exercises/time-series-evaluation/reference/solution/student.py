"""Baselines, errors and windows of a forecasting backtest."""

import numpy as np


def seasonal_naive(history, season, horizon):
    return np.resize(history[len(history) - season :], horizon)


def mase(history, actual, forecast, season):
    x = np.asarray(history)
    scale = np.abs(x[season:] - x[:-season]).mean()
    error = np.abs(np.asarray(actual) - np.asarray(forecast)).mean()
    return error / scale if scale > 0 else None


def pinball_loss(actual, forecast, level):
    gap = np.asarray(actual) - np.asarray(forecast)
    return np.maximum(level * gap, (level - 1) * gap).mean()


def backtest(length, first_origin, horizon, step, gap):
    last = length - gap - horizon
    return [[o, o + gap, o + gap + horizon] for o in range(first_origin, last + 1, step)]


def lag_features(values, lags, horizon):
    def known(t, lag):
        return values[t - lag] if horizon <= lag <= t else None

    return [[known(t, lag) for lag in lags] for t in range(len(values))]


def holt_winters(values, season, alpha, beta, gamma):
    level, trend = np.mean(values[:season]), 0.0
    seasonal = [value - level for value in values[:season]]
    forecasts = []
    for t, value in enumerate(values[season:], start=season):
        s = seasonal[t % season]
        forecasts.append(level + trend + s)
        expected = level + trend
        new_level = alpha * (value - s) + (1 - alpha) * expected
        trend = beta * (new_level - level) + (1 - beta) * trend
        seasonal[t % season] = gamma * (value - expected) + (1 - gamma) * s
        level = new_level
    return [float(f) for f in forecasts]
