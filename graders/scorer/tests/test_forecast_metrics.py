"""Forecast metrics against scikit-learn, statsmodels-style definitions and plain loops."""

import numpy as np
import pytest
from scipy import stats
from sklearn.metrics import mean_absolute_error, mean_pinball_loss

from holdout_scorer.bootstrap import percentile_interval, resample_counts, widened
from holdout_scorer.errors import MetricInputError
from holdout_scorer.metrics.forecasts import alarm_f1, interval_score, pinball, seasonal_scale


def cases(count: int = 40) -> list[np.random.Generator]:
    return [np.random.default_rng(seed) for seed in range(count)]


@pytest.mark.parametrize("level", [0.025, 0.1, 0.5, 0.975])
def test_pinball_is_that_of_scikit_learn_with_ties(level: float) -> None:
    for generator in cases():
        y = generator.integers(0, 4, 30).astype(float)
        q = generator.integers(0, 4, 30).astype(float)
        assert pinball(y, q, level).mean() == pytest.approx(mean_pinball_loss(y, q, alpha=level), abs=1e-12)


def test_pinball_of_the_median_is_half_the_absolute_error() -> None:
    for generator in cases():
        y, q = generator.normal(size=(2, 25))
        assert 2 * pinball(y, q, 0.5).mean() == pytest.approx(mean_absolute_error(y, q), abs=1e-12)


def test_interval_score_is_the_scaled_sum_of_two_pinball_losses() -> None:
    # Gneiting & Raftery (2007): the score of a central interval is 2/alpha times the loss of its two ends.
    for generator in cases():
        y = generator.normal(size=50)
        low, high = np.sort(generator.normal(size=(2, 50)), axis=0)
        expected = (2 / 0.05) * (pinball(y, low, 0.025) + pinball(y, high, 0.975))
        np.testing.assert_allclose(interval_score(y, low, high, 0.05), expected, atol=1e-9)


def test_interval_score_refuses_crossing_limits() -> None:
    with pytest.raises(MetricInputError):
        interval_score(np.zeros(1), np.ones(1), np.zeros(1), 0.05)


def test_scale_is_the_in_sample_error_of_the_seasonal_naive_forecast() -> None:
    for generator in cases():
        history = generator.normal(size=(60, 3))
        for s in range(3):
            expected = mean_absolute_error(history[7:, s], history[:-7, s])
            assert seasonal_scale(history, 7)[s] == pytest.approx(expected, abs=1e-12)


def test_scale_leaves_out_gaps_and_is_unknown_without_a_pair() -> None:
    history = np.array([[1.0, np.nan], [2.0, 1.0], [np.nan, np.nan], [5.0, np.nan]])
    scale = seasonal_scale(history, 2)
    assert scale[0] == pytest.approx(3.0)
    assert np.isnan(scale[1])


def test_alarm_f1_is_that_of_counts() -> None:
    for generator in cases():
        drift, raised, late = generator.integers(0, 2, (3, 20)).astype(bool)
        hit = drift & raised & ~late
        wrong, missed = raised & ~hit, drift & ~hit
        bottom = 2 * hit.sum() + wrong.sum() + missed.sum()
        expected = 2 * hit.sum() / bottom if bottom else 0.0
        found = alarm_f1(hit.astype(float), wrong.astype(float), missed.astype(float), np.ones((1, 20)))
        assert found[0] == pytest.approx(expected)


def test_a_weight_counts_like_a_repeated_stream() -> None:
    hit, wrong, missed = np.array([[1.0, 0, 0], [0, 1.0, 0], [0, 0, 1.0]])
    twice = alarm_f1(np.r_[hit, hit[:1]], np.r_[wrong, wrong[:1]], np.r_[missed, missed[:1]], np.ones((1, 4)))
    assert alarm_f1(hit, wrong, missed, np.array([[2.0, 1, 1]]))[0] == pytest.approx(twice[0])


@pytest.mark.parametrize("clusters", [6, 13])
def test_widened_intervals_cover_where_plain_ones_do_not(clusters: int) -> None:
    generator = np.random.default_rng(5)
    covered = np.zeros(2)
    rounds = 400
    for number in range(rounds):
        losses = 1.0 + 0.3 * generator.normal(size=clusters)
        counts = resample_counts(clusters, 500, number)
        draws = counts @ losses / clusters
        value = float(losses.mean())
        for place, drawn in enumerate((draws, widened(draws, value, clusters, 0.95))):
            low, high = percentile_interval(drawn, 0.95)
            covered[place] += low <= 1.0 <= high
    share = covered / rounds
    # Three standard errors of 400 rounds are 3.3 points.
    assert share[1] == pytest.approx(0.95, abs=0.033)
    assert share[1] > share[0]
    assert stats.t.ppf(0.975, clusters - 1) > 1.96
