"""Resamples are paired and complete, and intervals cover what they say."""

from collections.abc import Callable

import numpy as np
import pytest

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import (
    MeanOfUnits,
    difference_draws,
    once,
    percentile_interval,
    recentred_roots,
    resample_counts,
)
from holdout_scorer.metrics import decisions, probability, ranking

ROWS, RESAMPLES, WORLDS = 500, 300, 250
# Of 250 intervals at 95 %, the share that covers has a standard error of 1.4 %, and the percentile bootstrap
# of 500 rows is known to lie a point or two low.
LEAST_COVERAGE = 0.90


def world(rng: np.random.Generator, n: int) -> tuple[Floats, Floats]:
    """Calibrated probabilities and outcomes drawn from them."""
    p = rng.beta(1.2, 2.8, n)
    return (rng.random(n) < p).astype(float), p


FORMULAS: dict[str, Callable[[Floats, Floats, Floats], Floats]] = {
    "auc": ranking.auc,
    "brier": probability.brier,
    "skill": lambda y, p, w: probability.brier_skill(y, p, 0.3, w),
    "cost": lambda y, p, w: decisions.expected_cost(y, (p > 1 / 6).astype(float), 5, 1, w),
}


@pytest.mark.parametrize("name", FORMULAS)
def test_percentile_intervals_cover_the_true_value(name: str) -> None:
    formula, rng = FORMULAS[name], np.random.default_rng(5)
    y, p = world(rng, 400_000)
    true = formula(y, p, once(y.size))[0]
    covered = 0
    for number in range(WORLDS):
        y, p = world(rng, ROWS)
        low, high = percentile_interval(formula(y, p, resample_counts(ROWS, RESAMPLES, number)), 0.95)
        covered += low <= true <= high
    assert LEAST_COVERAGE <= covered / WORLDS <= 0.99


def test_recentred_intervals_cover_the_mean_of_a_statistic_that_grows_with_noise() -> None:
    rng = np.random.default_rng(6)

    def value(y: Floats, p: Floats, w: Floats) -> Floats:
        return probability.miscalibration(y, p, w)

    mean = np.mean([value(*world(rng, ROWS), once(ROWS))[0] for _ in range(400)])
    covered = plain_covered = 0
    for number in range(100):
        y, p = world(rng, ROWS)
        estimate = float(value(y, p, once(ROWS))[0])
        draws = value(y, p, resample_counts(ROWS, 200, number))
        low, high = percentile_interval(recentred_roots(draws, estimate), 0.95)
        covered += low <= mean <= high
        low, high = percentile_interval(draws, 0.95)
        plain_covered += low <= mean <= high
    assert covered >= 85
    assert plain_covered < covered


def test_same_seed_and_rows_give_the_same_resamples() -> None:
    mask = np.arange(50) < 5
    first = resample_counts(50, 200, 9, (mask, ~mask))
    assert (first == resample_counts(50, 200, 9, (mask, ~mask))).all()
    assert (first != resample_counts(50, 200, 10, (mask, ~mask))).any()


def test_every_resample_draws_n_rows_and_holds_both_classes() -> None:
    mask = np.arange(40) < 2
    counts = resample_counts(40, 500, 1, (mask, ~mask))
    assert (counts.sum(axis=1) == 40).all()
    assert (counts[:, mask].sum(axis=1) > 0).all()


def test_errors_of_means_of_units_are_what_leaving_out_one_says() -> None:
    rng = np.random.default_rng(8)
    top, bottom = rng.lognormal(0, 0.5, 400), rng.integers(1, 5, 400).astype(float)
    for is_root in (False, True):
        mean = MeanOfUnits(top * bottom, bottom, is_root)
        without = mean.values(1.0 - np.eye(400))
        jackknife = np.sqrt(399 / 400 * ((without - without.mean()) ** 2).sum())
        assert mean.errors(once(400))[0] == pytest.approx(jackknife, rel=0.02)


def test_studentized_draws_keep_their_order_and_reach_further_to_where_errors_are_large() -> None:
    loss = np.random.default_rng(9).lognormal(0, 0.8, 12)
    mean, counts = MeanOfUnits(loss, np.ones(12)), resample_counts(12, 1000, 3)
    draws, plain = mean.draws(counts, 0.95), mean.values(counts)
    assert (np.diff(draws[np.lexsort((draws, plain))]) >= 0).all()
    low, high = percentile_interval(draws, 0.95)
    assert high - loss.mean() > loss.mean() - low > 0


def test_units_that_are_all_alike_leave_nothing_to_chance() -> None:
    assert (MeanOfUnits(np.full(5, 2.0), np.ones(5)).draws(resample_counts(5, 50, 1), 0.95) == 2.0).all()


def test_a_difference_of_shares_lies_within_the_limits_of_both() -> None:
    counts = resample_counts(56, 1000, 2)
    drawn = (counts[:, :28].sum(axis=1) - counts[:, 28:].sum(axis=1)) / 56
    low, high = percentile_interval(difference_draws(drawn, (28.0, 28.0), (0.0, 28.0)), 0.95)
    # Jeffreys: at least .915 of the one and at most .085 of the other.
    assert low == pytest.approx(1 - 0.0849 * np.sqrt(2), abs=0.005)
    assert high == pytest.approx(1.0, abs=0.001)
