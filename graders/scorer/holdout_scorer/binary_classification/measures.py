"""The metrics of this template, each with its interval."""

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.binary_classification.evidence import Answers, Evidence
from holdout_scorer.binary_classification.spec import BinarySpec
from holdout_scorer.bootstrap import Metric, once, percentile_interval, recentred_roots
from holdout_scorer.errors import AssignmentError
from holdout_scorer.grading import Measure
from holdout_scorer.metrics import decisions, probability, ranking
from holdout_scorer.metrics.fairness import Gap, merge_groups, pairwise_gaps, widest
from holdout_scorer.rubric import MetricSpec

PERCENTILE = "bootstrap percentile"
RECENTRED = "bootstrap percentile, recentred on the estimate by its root"
SIMULTANEOUS = "largest pairwise gap; simultaneous bootstrap limits over all pairs"
EXACT = "counted, nothing sampled"

# Statistics that grow with noise: their resamples contain the noise twice.
NOISY = frozenset({"ece", "miscalibration"})
GAP_RATES = {"demographicParityGap": ("refusal",), "equalizedOddsGap": ("truePositive", "falsePositive")}


def group_names(spec: BinarySpec, answers: Answers) -> dict[str, list[str]]:
    """The merged group of every row, by attribute."""
    return {
        item.attribute: merge_groups(
            [item.group_of(row) for row in answers.rows], answers.y, item.order(), spec.group_minimum
        )
        for item in spec.sensitive
    }


def measure_gaps(spec: BinarySpec, answers: Answers, weights: Floats) -> list[Gap]:
    return pairwise_gaps(answers.y, answers.d, group_names(spec, answers), weights, spec.rubric.level)


def measure_all(spec: BinarySpec, evidence: Evidence, weights: Floats, gaps: list[Gap]) -> dict[str, Measure]:
    """Every metric of the assignment by name. `leakF1` is absent if the true leaks are not available."""
    formulas = _formulas(spec, evidence.main, evidence.base_rate)
    measures = {}
    for metric in spec.rubric.of_template:
        if metric.name in formulas:
            measures[metric.name] = _sampled(metric, formulas[metric.name], weights, spec.rubric.level)
        elif metric.name in GAP_RATES:
            measures[metric.name] = _gap(metric, gaps, evidence.main.y.size, len(weights))
        elif metric.name == "leakF1":
            if evidence.truth:
                value = evidence.report.f1(evidence.truth.leaking, evidence.truth.duplicates)
                n = len(evidence.truth.leaking) + len(evidence.truth.duplicates)
                measures[metric.name] = Measure(
                    metric, value, value, value, n, EXACT, np.full(len(weights), value)
                )
        else:
            raise AssignmentError("ASSIGNMENT_INVALID", f"This template has no metric `{metric.name}`.")
    return measures


def _formulas(spec: BinarySpec, answers: Answers, base_rate: float) -> dict[str, Metric]:
    y, p, d = answers.y, answers.p, answers.d
    return {
        "auc": lambda w: ranking.auc(y, p, w),
        "averagePrecision": lambda w: ranking.average_precision(y, p, w),
        "brier": lambda w: probability.brier(y, p, w),
        "brierSkill": lambda w: probability.brier_skill(y, p, base_rate, w),
        "cost": lambda w: decisions.expected_cost(y, d, *spec.costs, w),
        "ece": lambda w: probability.expected_calibration_error(y, p, spec.ece_bins, w),
        "miscalibration": lambda w: probability.miscalibration(y, p, w),
    }


def _sampled(metric: MetricSpec, formula: Metric, weights: Floats, level: float) -> Measure:
    n = weights.shape[1]
    value = float(formula(once(n))[0])
    draws = formula(weights)
    if metric.name in NOISY:
        draws = recentred_roots(draws, value)
    low, high = percentile_interval(draws, level)
    return Measure(metric, value, low, high, n, RECENTRED if metric.name in NOISY else PERCENTILE, draws)


def _gap(metric: MetricSpec, gaps: list[Gap], n: int, resamples: int) -> Measure:
    rates = GAP_RATES[metric.name]
    largest = widest(gaps, rates)
    if largest is None:
        return Measure(metric, 0.0, 0.0, 0.0, n, SIMULTANEOUS, np.zeros(resamples))
    low = max(gap.at_least for gap in gaps if gap.rate in rates)
    high = max(gap.at_most for gap in gaps if gap.rate in rates)
    # Always the pair that is widest in the sample: taking each resample's own maximum would bias the value
    # upward.
    return Measure(metric, abs(largest.value), low, high, n, SIMULTANEOUS, np.abs(largest.resamples))
