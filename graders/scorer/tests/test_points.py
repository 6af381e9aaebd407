"""Points between anchors, and what does not count."""

from dataclasses import replace

import numpy as np
import pytest

from holdout_scorer.anchors import Anchor, missing_anchor_note, points
from holdout_scorer.grading import Measure, grade
from holdout_scorer.rubric import CriterionSpec, MetricSpec, Rubric

AUC = MetricSpec("auc", "AUC", "HIGHER", 1.0, "", True, None, None)
GAP = MetricSpec("gap", "Gap", "LOWER", 0.0, "", True, "auc", 0.4)
ANCHORS = {"auc": Anchor(0.5, 0.8, 0.84, 0.02), "gap": Anchor(0.0, 0.2, 0.1, 0.05)}
RUBRIC = Rubric(
    (AUC, GAP), (CriterionSpec("rank", 60, ("auc",)), CriterionSpec("fair", 40, ("gap",))), (), 70, 100, 0.95
)


def one(metric: MetricSpec, value: float) -> float:
    return float(points(np.array([value]), ANCHORS[metric.name], metric)[0])


@pytest.mark.parametrize(
    ("value", "earned"),
    [(0.4, 0), (0.5, 0), (0.65, 35), (0.8, 70), (0.82, 80), (0.84, 90), (0.86, 100), (1.0, 100)],
)
def test_points_are_linear_between_the_anchors(value: float, earned: float) -> None:
    assert one(AUC, value) == pytest.approx(earned)


@pytest.mark.parametrize(
    ("value", "earned"), [(0.5, 0), (0.4, 0), (0.3, 35), (0.2, 70), (0.1, 90), (0.05, 100), (0, 100)]
)
def test_lower_is_better_and_zero_at_replaces_the_naive_anchor(value: float, earned: float) -> None:
    assert one(GAP, value) == pytest.approx(earned)


def test_full_points_stop_at_the_bound() -> None:
    near = Anchor(0.0, 0.85, 0.995, 0.1)
    assert points(np.array([0.995, 1.0]), near, AUC) == pytest.approx([90, 100])
    at_bound = Anchor(0.0, 0.85, 1.0, 0.1)
    assert points(np.array([0.85, 1.0]), at_bound, AUC) == pytest.approx([70, 100])


def test_points_never_fall_as_a_metric_improves() -> None:
    for metric in (AUC, GAP):
        values = np.linspace(-0.2, 1.2, 1000).astype(np.float64)
        earned = points(values, ANCHORS[metric.name], metric)
        steps = np.diff(earned if metric.direction == "HIGHER" else earned[::-1])
        assert (steps >= 0).all()


def measure(metric: MetricSpec, value: float) -> Measure:
    return Measure(metric, value, value, value, 100, "test", np.full(100, value))


def test_a_metric_whose_references_cannot_be_told_apart_carries_no_weight() -> None:
    anchors = ANCHORS | {"gap": replace(ANCHORS["gap"], gap_low=-0.01)}
    graded = grade({"auc": measure(AUC, 0.8), "gap": measure(GAP, 0.0)}, anchors, RUBRIC)
    assert graded.total.value == pytest.approx(70)
    fair = graded.criteria[1]
    assert fair.countedWeight == 0
    assert fair.note is not None
    assert "carries no weight" in fair.note


def test_equal_treatment_earns_nothing_without_skill() -> None:
    constant = grade({"auc": measure(AUC, 0.5), "gap": measure(GAP, 0.0)}, ANCHORS, RUBRIC)
    assert constant.total.value == 0
    skilled = grade({"auc": measure(AUC, 0.8), "gap": measure(GAP, 0.0)}, ANCHORS, RUBRIC)
    assert skilled.total.value == pytest.approx(0.6 * 70 + 0.4 * 100)


def test_an_unmeasured_metric_says_so() -> None:
    assert missing_anchor_note(AUC, {}) is not None
    assert missing_anchor_note(AUC, ANCHORS) is None
