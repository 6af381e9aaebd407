"""The path for very many rows gives the same metrics under the same counts."""

import numpy as np
import pytest

from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.metrics import decisions, probability, ranking, tall
from holdout_scorer.metrics.fairness import pairwise_gaps


@pytest.mark.parametrize("digits", [1, 2, 12])
@pytest.mark.parametrize("seed", range(8))
def test_metrics_equal_the_plain_ones_with_and_without_ties(seed: int, digits: int) -> None:
    rng = np.random.default_rng(seed)
    n = 400
    p = rng.random(n).round(digits)
    y = (rng.random(n) < p).astype(float)
    d, group = (p > 0.4).astype(float), rng.integers(0, 3, n)
    forecast, order = tall.prepare(y, p, d, group, (5.0, 1.0), 10)
    w = resample_counts(n, 7, seed)
    got = forecast.measure(w[:, order].astype(np.uint8))
    assert got["auc"] == pytest.approx(ranking.auc(y, p, w), abs=1e-12)
    assert got["averagePrecision"] == pytest.approx(ranking.average_precision(y, p, w), abs=1e-12)
    assert got["brier"] == pytest.approx(probability.brier(y, p, w), abs=1e-6)
    assert got["cost"] == pytest.approx(decisions.expected_cost(y, d, 5.0, 1.0, w), abs=1e-6)
    assert got["ece"] == pytest.approx(probability.expected_calibration_error(y, p, 10, w), abs=1e-6)
    gaps = pairwise_gaps(y, d, {"g": [str(g) for g in group]}, w, 0.95)
    assert got["gaps"] == pytest.approx(np.column_stack([gap.resamples for gap in gaps]), abs=1e-5)


def test_counts_are_poisson_with_mean_one() -> None:
    assert tall.POISSON.mean() == pytest.approx(1.0, abs=1e-3)
    assert tall.POISSON.astype(float).var() == pytest.approx(1.0, abs=2e-3)
