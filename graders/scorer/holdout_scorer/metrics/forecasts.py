"""Errors of forecasts, element by element, so that callers choose how to average and resample them."""

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import MetricInputError


def seasonal_scale(history: Floats, season: int) -> Floats:
    """Mean absolute error of the seasonal-naive forecast within `history`: the scale of MASE and its kin.

    history: shape (t, s), one column per series, NaN where nothing was observed. season: steps, >= 1.
    Returns shape (s,); NaN where a series has no pair of steps one season apart.
    Source: Hyndman & Koehler (2006), International Journal of Forecasting 22(4).
    """
    if season < 1 or history.ndim != 2:
        raise MetricInputError("history must be a table and the season at least one step")
    changes = np.abs(history[season:] - history[:-season])
    known = np.isfinite(changes)
    count = known.sum(axis=0)
    total = np.where(known, changes, 0.0).sum(axis=0)
    scale: Floats = np.divide(total, count, out=np.full(history.shape[1], np.nan), where=count > 0)
    return scale


def pinball(y: Floats, forecast: Floats, level: float) -> Floats:
    """Pinball loss of a quantile forecast, per element; its mean is scikit-learn's `mean_pinball_loss`.

    y, forecast: same shape. level: of the quantile, in (0, 1).
    Source: Koenker & Bassett (1978), Econometrica 46(1).
    """
    if not 0.0 < level < 1.0:
        raise MetricInputError("the level of a quantile lies between 0 and 1")
    short = y - forecast
    loss: Floats = np.maximum(level * short, (level - 1.0) * short)
    return loss


def interval_score(y: Floats, low: Floats, high: Floats, alpha: float) -> Floats:
    """Width of the interval plus 2/alpha times how far outside the value lies, per element. Lower is better.

    alpha: 0.05 for a 95 % interval. Raises MetricInputError where an upper limit lies below the lower one.
    Source: Gneiting & Raftery (2007), JASA 102(477), section 6.2.
    """
    if np.any(high < low):
        raise MetricInputError("an interval's upper limit must not lie below its lower one")
    score: Floats = (high - low) + (2.0 / alpha) * (np.maximum(low - y, 0.0) + np.maximum(y - high, 0.0))
    return score


def alarm_f1(hit: Floats, wrong: Floats, missed: Floats, weights: Floats) -> Floats:
    """F1 of alarms, weighted: 2·hits / (2·hits + wrong alarms + missed drifts), 0 where nothing was raised.

    hit, wrong, missed: shape (n,), 1 or 0 per stream (a late alarm is both wrong and missed).
    weights: shape (r, n). Returns shape (r,).
    """
    hits = 2.0 * (weights @ hit)
    total = hits + weights @ wrong + weights @ missed
    score: Floats = np.divide(hits, total, out=np.zeros(hits.shape), where=total > 0)
    return score
