"""The metrics of this template, each with its interval."""

from collections.abc import Callable

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import (
    difference_draws,
    once,
    percentile_interval,
    resample_counts,
    share_draws,
    widened,
)
from holdout_scorer.errors import AssignmentError
from holdout_scorer.grading import Measure
from holdout_scorer.rubric import MetricSpec
from holdout_scorer.service.evidence import Check, Evidence
from holdout_scorer.service.spec import ServiceSpec

PERCENTILE = "bootstrap percentile"
OF_SHARES = "Jeffreys intervals of shares"
EXACT = "counted, nothing sampled"
FLOOR_MS = 0.5
WORST_RATIO = 1000.0
Formula = Callable[[Floats], Floats]
# Ones among ones: what counts, and what it is a share of.
Share = tuple[Floats, Floats]


def measure_all(spec: ServiceSpec, evidence: Evidence, seed: int) -> dict[str, Measure]:
    """Every metric of the assignment by name; those whose feature is switched off are absent."""
    by_row, shares = sampled(evidence), answers(evidence)
    exact: dict[str, list[Check]] = {
        "contract": evidence.checks["contract"],
        "operations": evidence.checks["operations"],
        "registryChecks": evidence.checks["registry"],
    }
    measures = {}
    for number, metric in enumerate(spec.rubric.metrics):
        if metric.name in by_row:
            n, formula = by_row[metric.name]
            if n:
                measures[metric.name] = _bootstrap(spec, metric, n, formula, seed + number)
        elif metric.name in shares:
            if shares[metric.name][0][0].size:
                measures[metric.name] = _share(spec, metric, shares[metric.name], seed + number)
        elif metric.name in ("latencyRatio", "p95"):
            measures[metric.name] = _latency(spec, metric, evidence, seed)
        elif metric.name in exact:
            if exact[metric.name]:
                value = float(np.mean([ok for _, ok in exact[metric.name]]))
                measures[metric.name] = _fixed(spec, metric, value, len(exact[metric.name]))
        elif metric.name == "driftRecovery":
            if spec.retrain:
                measures[metric.name] = _recovery(spec, metric, evidence, seed + number)
        else:
            raise AssignmentError("ASSIGNMENT_INVALID", f"This template has no metric `{metric.name}`.")
    return measures


def _mean(x: Floats) -> Formula:
    return lambda w: np.asarray((w @ x) / w.sum(axis=1))


def _rate(part: Floats, whole: Floats) -> Formula:
    return lambda w: np.asarray((w @ part) / np.maximum(w @ whole, 1.0))


def sampled(e: Evidence) -> dict[str, tuple[int, Formula]]:
    """Metrics under draw counts of the rows or streams, with how many of these there are."""

    def f1(w: Floats) -> Floats:
        hits = 2.0 * (w @ e.streams.hits)
        return np.asarray(hits / np.maximum(hits + w @ e.streams.false + w @ e.streams.missed, 1.0))

    return {"mae": (e.errors.size, _mean(e.errors)), "alarmF1": (e.streams.hits.size, f1)}


def answers(e: Evidence) -> dict[str, list[Share]]:
    """Metrics of right and wrong answers: a share, and where there are two the second is taken off."""
    batches = e.batches
    alarmed = (batches.alarmed, 1.0 - batches.faulty)
    return {
        "availability": [(e.served, np.ones_like(e.served))],
        "validation": [(batches.caught, batches.faulty), alarmed],
        "blame": [(batches.blamed, batches.faulty), alarmed],
    }


def share_of(shares: list[Share]) -> float:
    """The first share less the second, not below 0."""
    first, *others = (float(part.sum() / max(whole.sum(), 1.0)) for part, whole in shares)
    return max(first - sum(others), 0.0)


def share_resamples(shares: list[Share], counts: Floats) -> Floats:
    """Draws of `share_of` under draw counts, with the spread that few or like answers still have."""
    (first, *others), rates = shares, [_rate(part, whole)(counts) for part, whole in shares]
    if not others:
        return share_draws(rates[0], *_counted(first))
    return np.maximum(difference_draws(rates[0] - rates[1], _counted(first), _counted(others[0])), 0.0)


def _counted(share: Share) -> tuple[float, float]:
    part, whole = share
    return float(part.sum()), float(whole.sum())


def _share(spec: ServiceSpec, metric: MetricSpec, shares: list[Share], seed: int) -> Measure:
    n = shares[0][0].size
    draws = share_resamples(shares, resample_counts(n, spec.rubric.resamples, seed))
    low, high = percentile_interval(draws, spec.rubric.level)
    return Measure(metric, share_of(shares), low, high, n, OF_SHARES, draws)


def _bootstrap(spec: ServiceSpec, metric: MetricSpec, n: int, formula: Formula, seed: int) -> Measure:
    value = float(formula(once(n))[0])
    draws = widened(formula(resample_counts(n, spec.rubric.resamples, seed)), value, n, spec.rubric.level)
    low, high = percentile_interval(draws, spec.rubric.level)
    return Measure(metric, value, low, high, n, PERCENTILE, draws)


def _latency(spec: ServiceSpec, metric: MetricSpec, e: Evidence, seed: int) -> Measure:
    """p95 in ms, or its ratio to the trivial service's p95 of the same minutes."""
    generator = np.random.Generator(np.random.PCG64(seed))

    def p95(ms: Floats) -> Floats:
        drawn = ms[generator.integers(0, ms.size, (spec.rubric.resamples, ms.size))]
        return np.asarray(np.quantile(drawn, 0.95, axis=1))

    value, draws = float(np.quantile(e.student_ms, 0.95)), p95(e.student_ms)
    if metric.name == "latencyRatio":
        value = min(value / max(float(np.quantile(e.trivial_ms, 0.95)), FLOOR_MS), WORST_RATIO)
        draws = np.minimum(draws / np.maximum(p95(e.trivial_ms), FLOOR_MS), WORST_RATIO)
    low, high = percentile_interval(draws, spec.rubric.level)
    return Measure(metric, value, low, high, e.student_ms.size, PERCENTILE, draws)


def _fixed(spec: ServiceSpec, metric: MetricSpec, value: float, n: int) -> Measure:
    return Measure(metric, value, value, value, n, EXACT, np.full(spec.rubric.resamples, value))


def _recovery(spec: ServiceSpec, metric: MetricSpec, e: Evidence, seed: int) -> Measure:
    """Share of the stale model's error on changed rows that retraining removed; 0 when nothing was
    retrained.
    """
    stale, retrained = e.stale, e.retrained
    if stale is None or retrained is None:
        return _fixed(spec, metric, 0.0, 0)
    return _bootstrap(
        spec, metric, stale.size, lambda w: 1.0 - (w @ retrained) / np.maximum(w @ stale, 1e-12), seed
    )
