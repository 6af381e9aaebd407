"""Stage 4, time series: baselines, scaled errors, backtests without a look ahead, exponential smoothing."""

from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.exercise.questions import Json, Question, drawn, floats, judged
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task
from holdout_scorer.metrics.forecasts import pinball, seasonal_scale

CHECKS = (
    CheckInfo("baseline", "The seasonal-naive baseline", 15, "DOMAINS", "BASELINE"),
    CheckInfo("errors", "Scaled and quantile errors", 25, "DOMAINS", "ANALYZE"),
    CheckInfo("backtest", "Backtest windows that never look ahead", 30, "INFERENCE_EXPERIMENTATION", "SPLIT"),
    CheckInfo("features", "Lag features known at the origin", 15, "DATA_ENGINEERING", "AUDIT_DATA"),
    CheckInfo("smoothing", "Holt-Winters, step by step", 15, "MATHEMATICS", "IMPROVE"),
)


def seasonal_naive(history: list[float], season: int, horizon: int) -> object:
    last = history[-season:]
    return [last[step % season] for step in range(horizon)]


def mase(history: list[float], actual: list[float], forecast: list[float], season: int) -> object:
    """Source: Hyndman & Koehler (2006), International Journal of Forecasting 22(4). None where the scale
    is 0.
    """
    scale = float(seasonal_scale(np.array(history)[:, None], season)[0])
    error = float(np.abs(np.array(actual) - np.array(forecast)).mean())
    return error / scale if scale > 0 else None


def pinball_loss(actual: list[float], forecast: list[float], level: float) -> object:
    return float(pinball(np.array(actual), np.array(forecast), level).mean())


def backtest(length: int, first_origin: int, horizon: int, step: int, gap: int) -> object:
    """Windows [train end, test start, test end], ends outside. `gap` rows between are known too late to
    train on.
    """
    windows = []
    origin = first_origin
    while origin + gap + horizon <= length:
        windows.append([origin, origin + gap, origin + gap + horizon])
        origin += step
    return windows


def lag_features(values: list[float], lags: list[int], horizon: int) -> object:
    """One row a time t: the values at t - lag, None where the lag is shorter than the horizon or reaches
    before 0.
    """
    return [
        [values[t - lag] if lag >= horizon and t - lag >= 0 else None for lag in lags]
        for t in range(len(values))
    ]


def holt_winters(values: list[float], season: int, alpha: float, beta: float, gamma: float) -> object:
    """One-step forecasts of the additive method from `season` on.

    Start: level = mean of the first season, trend = 0, season = first season - level.
    Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, additive Holt-Winters.
    """
    level, trend = sum(values[:season]) / season, 0.0
    seasonal = [value - level for value in values[:season]]
    forecasts = []
    for t in range(season, len(values)):
        forecasts.append(level + trend + seasonal[t % season])
        before, old = level + trend, level
        level = alpha * (values[t] - seasonal[t % season]) + (1 - alpha) * before
        trend = beta * (level - old) + (1 - beta) * trend
        seasonal[t % season] = gamma * (values[t] - before) + (1 - gamma) * seasonal[t % season]
    return forecasts


def _series(rng: np.random.Generator, length: int, season: int) -> Floats:
    t = np.arange(length)
    wave = 10.0 * np.sin(2 * np.pi * t / season + rng.uniform(0, 6))
    return np.asarray(50.0 + 0.2 * t + wave + rng.normal(0, 3, length))


def _naive(rng: np.random.Generator, number: int) -> Json:
    season = (7, 4, 12, 1)[number % 4]
    return {
        "history": floats(_series(rng, 3 * season + 2, max(season, 2))),
        "season": season,
        "horizon": (5, 9, 12, 3)[number % 4],
    }


def _mase(rng: np.random.Generator, number: int) -> Json:
    season = (7, 4, 1, 7)[number % 4]
    history = _series(rng, 40, 7) if number != 3 else np.tile(rng.normal(size=7).round(3), 5)
    actual = _series(rng, 10, 7)
    return {
        "history": floats(history),
        "actual": floats(actual),
        "forecast": floats(actual + rng.normal(0, 2, 10)),
        "season": season,
    }


def _pinball(rng: np.random.Generator, number: int) -> Json:
    actual = _series(rng, 12, 7)
    return {
        "actual": floats(actual),
        "forecast": floats(actual + rng.normal(0, 4, 12)),
        "level": (0.1, 0.5, 0.9, 0.975)[number % 4],
    }


def _backtest(rng: np.random.Generator, number: int) -> Json:
    horizon, gap, step = int(rng.integers(3, 9)), number % 3, int(rng.integers(1, 8))
    first = int(rng.integers(10, 20))
    windows = (0, 1, 3, 4, 5, 6)[number % 6]
    # The last window ends exactly at the end in some cases, and one step after it in others.
    length = (
        first + gap + horizon + (windows - 1) * step - (0 if number % 2 else int(windows > 0 and number > 2))
    )
    return {
        "length": max(length, 5),
        "first_origin": first,
        "horizon": horizon,
        "step": step,
        "gap": gap,
    }


def _lags(rng: np.random.Generator, number: int) -> Json:
    horizon = (1, 7, 3, 14)[number % 4]
    lags = sorted({1, horizon, horizon - 1 or 2, *(int(v) for v in rng.integers(1, 20, size=2))})
    return {"values": floats(_series(rng, 24, 7)), "lags": lags, "horizon": horizon}


def _smooth(rng: np.random.Generator, number: int) -> Json:
    season = (4, 7, 12, 4)[number % 4]
    alpha, beta, gamma = floats(rng.uniform(0.05, 0.6, size=3))
    return {
        "values": floats(_series(rng, 4 * season + 3, season)),
        "season": season,
        "alpha": alpha,
        "beta": beta if number != 3 else 0.0,
        "gamma": gamma,
    }


QUESTIONS = (
    Question(
        "baseline",
        "seasonal_naive",
        _naive,
        seasonal_naive,
        "Repeat the last season as often as the horizon needs; a season of 1 repeats the last value.",
    ),
    Question(
        "errors",
        "mase",
        _mase,
        mase,
        "The scale is the mean absolute seasonal difference within the history. Where it is 0, answer None.",
    ),
    Question(
        "errors",
        "pinball_loss",
        _pinball,
        pinball_loss,
        "Values above the forecast cost `level` a unit, values below cost `1 - level`.",
    ),
    Question(
        "backtest",
        "backtest",
        _backtest,
        backtest,
        "Training ends at the origin, testing starts `gap` later, and only whole windows count.",
        6,
    ),
    Question(
        "features",
        "lag_features",
        _lags,
        lag_features,
        "A value is known at the origin only when its lag is at least the horizon; everything else is None.",
    ),
    Question(
        "smoothing",
        "holt_winters",
        _smooth,
        holt_winters,
        "Forecast before you update, and update level, trend and season from the level and trend before.",
    ),
)


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Other series for every split, the same kinds of edge case."""
    return drawn(QUESTIONS, rng)


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    return judged(QUESTIONS, task, answer)
