"""Metrics by group, for groups large enough to show."""

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.binary_classification.evidence import Answers
from holdout_scorer.binary_classification.measures import group_names
from holdout_scorer.binary_classification.spec import BinarySpec
from holdout_scorer.bootstrap import percentile_interval
from holdout_scorer.metrics.ranking import auc
from holdout_scorer.result import SliceMetric, SliceResult

DIGITS = 3


def slice_table(spec: BinarySpec, answers: Answers, weights: Floats) -> list[SliceResult]:
    """AUC, refusal rate and error rates of every merged group, with percentile intervals."""
    slices = []
    labels = {item.attribute: item.label for item in spec.sensitive}
    for attribute, names in group_names(spec, answers).items():
        for group in sorted(set(names)):
            mask = np.array([name == group for name in names], dtype=bool)
            part = answers.where(mask)
            metrics = _metrics(part, weights[:, mask], spec.rubric.level) if part.both_classes() else {}
            slices.append(SliceResult(labels[attribute], group, part.y.size, int(part.y.sum()), metrics))
    return slices


def _metrics(part: Answers, weights: Floats, level: float) -> dict[str, SliceMetric]:
    y, d = part.y, part.d
    usable = weights[(weights @ y > 0) & (weights @ (1 - y) > 0)]
    both = np.vstack([np.ones((1, y.size)), usable])
    values = {
        "auc": auc(y, part.p, both),
        "outcomeRate": both @ y / both.sum(axis=1),
        "refusalRate": both @ d / both.sum(axis=1),
        "truePositiveRate": both @ (d * y) / (both @ y),
        "falsePositiveRate": both @ (d * (1 - y)) / (both @ (1 - y)),
    }
    result = {}
    for name, drawn in values.items():
        low, high = percentile_interval(drawn[1:], level)
        result[name] = SliceMetric(round(float(drawn[0]), DIGITS), round(low, DIGITS), round(high, DIGITS))
    return result
