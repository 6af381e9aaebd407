"""Every metric against an independent implementation."""

import numpy as np
import pytest
from sklearn import isotonic, metrics

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import once
from holdout_scorer.errors import MetricInputError
from holdout_scorer.metrics import decisions, probability, ranking
from holdout_scorer.metrics.sets import f1

CASES = range(12)


def case(seed: int) -> tuple[Floats, Floats, Floats]:
    """Labels, probabilities with many ties, and integer weights in two rows."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(40, 900))
    y = (rng.random(n) < 0.3).astype(float)
    y[:2] = 0.0, 1.0
    raw = np.clip(rng.normal(0.3 + 0.2 * y, 0.2), 0.0, 1.0)
    p = np.round(raw, int(rng.integers(1, 5))).astype(np.float64)
    weights = rng.integers(0, 4, size=(2, n)).astype(float)
    weights[:, :2] = 1.0
    return y, p, weights


@pytest.mark.parametrize("seed", CASES)
def test_auc_average_precision_and_brier_equal_scikit_learn(seed: int) -> None:
    y, p, weights = case(seed)
    pairs = (
        (ranking.auc, metrics.roc_auc_score),
        (ranking.average_precision, metrics.average_precision_score),
        (probability.brier, metrics.brier_score_loss),
    )
    for ours, theirs in pairs:
        assert ours(y, p, once(y.size))[0] == pytest.approx(theirs(y, p), abs=1e-12)
        for row, value in zip(weights, ours(y, p, weights), strict=True):
            assert value == pytest.approx(theirs(y, p, sample_weight=row), abs=1e-12)


@pytest.mark.parametrize("seed", CASES)
def test_weights_mean_repeated_rows(seed: int) -> None:
    y, p, weights = case(seed)
    repeated = np.repeat(np.arange(y.size), weights[0].astype(int))
    yr, pr, w = y[repeated], p[repeated], weights[:1]
    assert probability.expected_calibration_error(y, p, 10, w)[0] == pytest.approx(
        probability.expected_calibration_error(yr, pr, 10, once(yr.size))[0], abs=1e-12
    )
    assert probability.miscalibration(y, p, w)[0] == pytest.approx(
        probability.miscalibration(yr, pr, once(yr.size))[0], abs=1e-12
    )


@pytest.mark.parametrize("seed", CASES)
def test_miscalibration_equals_brier_less_brier_after_isotonic_regression(seed: int) -> None:
    y, p, _ = case(seed)
    fitted = isotonic.IsotonicRegression(y_min=0, y_max=1).fit_transform(p, y)
    expected = np.mean((p - y) ** 2) - np.mean((fitted - y) ** 2)
    assert probability.miscalibration(y, p, once(y.size))[0] == pytest.approx(expected, abs=1e-9)


def test_miscalibration_of_a_constant_is_its_distance_from_the_rate() -> None:
    y = np.array([0.0, 0.0, 0.0, 1.0])
    assert probability.miscalibration(y, np.full(4, 0.25), once(4))[0] == pytest.approx(0.0)
    assert probability.miscalibration(y, np.full(4, 0.5), once(4))[0] == pytest.approx(0.0625)


def test_calibration_error_does_not_depend_on_row_order() -> None:
    y, p, _ = case(3)
    order = np.random.default_rng(0).permutation(y.size)
    first = probability.expected_calibration_error(y, p, 10, once(y.size))
    second = probability.expected_calibration_error(y[order], p[order], 10, once(y.size))
    assert first[0] == pytest.approx(second[0], abs=1e-12)


def test_brier_skill_is_zero_for_the_base_rate_and_one_for_the_truth() -> None:
    y = np.array([0.0, 1.0, 1.0, 0.0, 0.0])
    assert probability.brier_skill(y, np.full(5, 0.4), 0.4, once(5))[0] == pytest.approx(0.0)
    assert probability.brier_skill(y, y, 0.4, once(5))[0] == 1.0


def test_cost_counts_misses_and_alarms() -> None:
    y, d = np.array([1.0, 1.0, 0.0, 0.0]), np.array([0.0, 1.0, 1.0, 0.0])
    assert decisions.expected_cost(y, d, 5.0, 1.0, once(4))[0] == pytest.approx(6 / 4)


def test_f1_of_findings() -> None:
    assert f1({"a", "b"}, {"a", "b"}) == 1.0
    assert f1(set(), {"a"}) == 0.0
    assert f1({"a", "x", "y"}, {"a"}) == pytest.approx(0.5)
    assert f1(set(), set()) == 1.0


@pytest.mark.parametrize(
    ("y", "p"),
    [
        (np.array([0.0, 1.0]), np.array([0.5])),
        (np.array([0.0, 2.0]), np.array([0.5, 0.5])),
        (np.array([0.0, 1.0]), np.array([0.5, 1.5])),
        (np.array([]), np.array([])),
    ],
)
def test_arrays_outside_the_definition_are_refused(y: Floats, p: Floats) -> None:
    with pytest.raises(MetricInputError):
        probability.brier(y, p, once(y.size))
