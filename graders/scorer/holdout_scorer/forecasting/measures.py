"""The metrics of this template, each with its interval: resampled by origin, alarms by stream."""

import numpy as np

from holdout_scorer.arrays import Bools, Floats
from holdout_scorer.bootstrap import MeanOfUnits, percentile_interval, resample_counts, widened
from holdout_scorer.errors import AssignmentError
from holdout_scorer.forecasting.evidence import Alarms, Backtest, Evidence
from holdout_scorer.forecasting.spec import LEVELS, ForecastingSpec
from holdout_scorer.grading import Measure
from holdout_scorer.metrics.forecasts import alarm_f1, interval_score, pinball
from holdout_scorer.rubric import MetricSpec

BY_ORIGIN = "bootstrap-t by origin"
BY_STREAM = "bootstrap percentile by stream, widened for few streams"
MEDIAN = LEVELS.index(0.5)
OUTER, INNER = (0, len(LEVELS) - 1), (1, len(LEVELS) - 2)


def errors(test: Backtest) -> dict[str, tuple[Floats, Floats]]:
    """By metric, the loss of every (origin, step, series) and its weight; 0 where nothing was observed."""
    scale, q = test.scale[:, None, :], test.quantiles
    known = np.isfinite(test.y) & np.isfinite(scale)
    flat = known.astype(np.float64)
    y = np.where(known, test.y, q[..., MEDIAN])
    losses = np.mean([pinball(y, q[..., j], level) for j, level in enumerate(LEVELS)], axis=0)
    width = interval_score(y, q[..., OUTER[0]], q[..., OUTER[1]], 0.05)
    by_volume = np.broadcast_to(test.weight[:, None, :], known.shape) * flat
    found = {
        "mase": (np.abs(y - q[..., MEDIAN]) / scale, flat),
        "wspl": (2.0 * losses / scale, by_volume),
        "msis": (width / scale, flat),
        "rmsse": (((y - test.mean) / scale) ** 2, flat),
        "coverage80": (_inside(y, q, INNER), flat),
        "coverage95": (_inside(y, q, OUTER), flat),
    }
    return {name: (np.where(known, loss, 0.0), weight) for name, (loss, weight) in found.items()}


def _inside(y: Floats, q: Floats, ends: tuple[int, int]) -> Floats:
    inside: Bools = (y >= q[..., ends[0]]) & (y <= q[..., ends[1]])
    return inside.astype(np.float64)


def by_origin(loss: Floats, weight: Floats, name: str) -> MeanOfUnits:
    """Weighted mean over everything, origins being the units. loss, weight: (origins, steps, series)."""
    return MeanOfUnits((loss * weight).sum(axis=(1, 2)), weight.sum(axis=(1, 2)), name == "rmsse")


def ratio(loss: Floats, weight: Floats, counts: Floats, name: str) -> Floats:
    """Values of `by_origin`. counts: shape (r, origins). Returns shape (r,)."""
    return by_origin(loss, weight, name).values(counts)


def measure_all(spec: ForecastingSpec, evidence: Evidence, seed: int) -> dict[str, Measure]:
    """Every metric of the assignment by name. `alarmF1` is absent where there are no streams."""
    rubric = spec.rubric
    origins = evidence.main.y.shape[0]
    counts = resample_counts(origins, rubric.resamples, seed)
    once = np.ones((1, origins))
    by_name = errors(evidence.main)
    measures = {}
    for metric in rubric.metrics:
        if metric.name in by_name:
            loss, weight = by_name[metric.name]
            mean = by_origin(loss, weight, metric.name)
            most = 1.0 if metric.name.startswith("coverage") else np.inf
            draws = np.minimum(mean.draws(counts, rubric.level), most)
            low, high = percentile_interval(draws, rubric.level)
            n, value = int((weight > 0).sum()), float(mean.values(once)[0])
            measures[metric.name] = Measure(metric, value, low, high, n, BY_ORIGIN, draws)
        elif metric.name == "alarmF1":
            if evidence.alarms:
                measures[metric.name] = _alarm_measure(metric, evidence.alarms, spec, seed + 1)
        else:
            raise AssignmentError("ASSIGNMENT_INVALID", f"This template has no metric `{metric.name}`.")
    return measures


def _alarm_measure(metric: MetricSpec, alarms: Alarms, spec: ForecastingSpec, seed: int) -> Measure:
    n = alarms.drift.size
    counts = resample_counts(n, spec.rubric.resamples, seed, (alarms.drift,))
    hit, wrong = alarms.hit.astype(np.float64), alarms.wrong.astype(np.float64)
    missed = (alarms.drift & ~alarms.hit).astype(np.float64)
    value = float(alarm_f1(hit, wrong, missed, np.ones((1, n)))[0])
    draws = np.clip(widened(alarm_f1(hit, wrong, missed, counts), value, n, spec.rubric.level), 0.0, 1.0)
    low, high = percentile_interval(draws, spec.rubric.level)
    return Measure(metric, value, low, high, n, BY_STREAM, draws)
