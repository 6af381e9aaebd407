"""The metrics of this template, each with its interval over images or over train rows."""

from collections.abc import Callable

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import once, percentile_interval, recentred, recentred_roots, resample_counts
from holdout_scorer.errors import AssignmentError
from holdout_scorer.grading import Measure
from holdout_scorer.image_classification.evidence import Audit, Evidence, Shown
from holdout_scorer.image_classification.spec import ECE_BINS, ImageSpec
from holdout_scorer.metrics.multiclass import accuracy, confusion, macro_f1
from holdout_scorer.metrics.probability import expected_calibration_error
from holdout_scorer.metrics.ranking import average_precision
from holdout_scorer.rubric import MetricSpec

BY_IMAGE = "bootstrap percentile, resampling images"
RECENTRED = "bootstrap percentile over images, recentred on the estimate"
BY_ROOT = f"{RECENTRED} by its root"
BY_ROW = "bootstrap percentile, resampling train rows"
BY_TIME = "bootstrap percentile, resampling measurements"
COUNTED = "counted"
PERCENTILE = 95
KIB = 1024


def worst_recall(table: Floats) -> Floats:
    """The lowest recall of a class. table: from `confusion`, every class with weight."""
    true = table.sum(axis=2)
    hits = np.diagonal(table, axis1=1, axis2=2)
    recall = np.divide(hits, true, out=np.ones_like(true), where=true > 0)
    result: Floats = recall.min(axis=1)
    return result


def mean_corruption_error(shown: Shown, denominators: dict[str, float], weights: Floats) -> Floats:
    """Mean over kinds of the error, averaged over severities, divided by its denominator.

    Source: Hendrycks & Dietterich (2019), eq. 1; a kind without a denominator counts as it is.
    """
    of = weights[:, shown.layout.corrupted]
    flat = shown.errors.reshape(-1, shown.errors.shape[2])
    rates = (of @ flat.T / of.sum(axis=1, keepdims=True)).reshape(len(weights), *shown.errors.shape[:2])
    relative = np.array([denominators.get(kind, 1.0) for kind in shown.layout.kinds])
    result: Floats = (rates.mean(axis=2) / relative).mean(axis=1)
    return result


def measure_all(spec: ImageSpec, evidence: Evidence, weights: Floats, seed: int) -> dict[str, Measure]:
    """Every metric that this run can tell, by name. The audit is missing in a local check."""
    found: dict[str, Measure] = {}
    for metric in spec.rubric.of_template:
        measure = _measure(metric, spec, evidence, weights, seed)
        if measure is not None:
            found[metric.name] = measure
    return found


def _measure(
    metric: MetricSpec, spec: ImageSpec, evidence: Evidence, weights: Floats, seed: int
) -> Measure | None:
    level, main = spec.rubric.level, evidence.main
    k, decided = len(evidence.classes), main.p.argmax(axis=1)
    own, reference, size = evidence.times
    if metric.name == "auditAp" and spec.flips:
        return _audit(metric, evidence.audit, len(weights), seed, level) if evidence.audit else None
    if metric.name == "modelBytes":
        kib = size / KIB
        return Measure(metric, kib, kib, kib, 1, COUNTED, np.full(len(weights), kib))
    if metric.name in ("latency", "latencyMs"):
        return _latency(metric, own, reference, len(weights), seed, level)
    images: dict[str, Callable[[Floats], Floats]] = {
        "macroF1": lambda w: macro_f1(confusion(main.y, decided, k, w)),
        "accuracy": lambda w: accuracy(confusion(main.y, decided, k, w)),
        "worstRecall": lambda w: worst_recall(confusion(main.y, decided, k, w)),
        "ece": lambda w: expected_calibration_error(
            (decided == main.y).astype(np.float64), main.p.max(axis=1), ECE_BINS, w
        ),
    }
    corruptions, few = spec.corruptions, evidence.few
    if corruptions is not None:
        images["mce"] = lambda w: mean_corruption_error(main, corruptions.denominators, w)
    if few is not None:
        images["fewLabelF1"] = lambda w: macro_f1(confusion(main.y, few.argmax(axis=1), k, w))
    if metric.name not in images:
        raise AssignmentError(
            "ASSIGNMENT_INVALID",
            f"assignment.json.metrics names `{metric.name}`, which is unknown here or whose task is not set.",
        )
    value_of = images[metric.name]
    value, draws = float(value_of(once(len(main.y)))[0]), value_of(weights)
    method = BY_IMAGE
    if metric.name == "worstRecall":
        draws, method = recentred(draws, value, 0.0, 1.0), RECENTRED
    elif metric.name == "ece":
        draws, method = recentred_roots(draws, value), BY_ROOT
    low, high = percentile_interval(draws, level)
    return Measure(metric, value, low, high, len(main.y), method, draws)


def _audit(metric: MetricSpec, audit: Audit, resamples: int, seed: int, level: float) -> Measure:
    flipped = audit.flipped
    # Whoever names no row is as good as whoever finds all rows alike.
    suspicion = np.zeros(len(flipped)) if audit.suspicion is None else audit.suspicion
    weights = resample_counts(len(flipped), resamples, seed + 1, (flipped > 0,))
    value = float(average_precision(flipped, suspicion, once(len(flipped)))[0])
    draws = average_precision(flipped, suspicion, weights)
    low, high = percentile_interval(draws, level)
    return Measure(metric, value, low, high, len(flipped), BY_ROW, draws)


def _latency(
    metric: MetricSpec, own: Floats, reference: Floats, resamples: int, seed: int, level: float
) -> Measure:
    """Of one image: the 95th percentile; `latency` is the median as a multiple of the reference network's.

    Medians, because a busy machine interrupts either of the two, and one pause would decide a tail.
    """
    generator = np.random.Generator(np.random.PCG64(seed + 2))
    drawn = generator.integers(0, len(own), (resamples, len(own)))
    if metric.name == "latency":
        value = float(np.median(own) / np.median(reference))
        draws = np.median(own[drawn], axis=1) / np.median(reference[drawn], axis=1)
    else:
        value, draws = float(np.percentile(own, PERCENTILE)), np.percentile(own[drawn], PERCENTILE, axis=1)
    low, high = percentile_interval(draws, level)
    return Measure(metric, value, low, high, len(own), BY_TIME, draws)
